"""Who is known to be cited: agencies, outlets and bodies of a state (names.toml), words of institutes' names."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.coreference import institute_words

PATH = Path(__file__).with_name("names.toml")


@dataclass(frozen=True, slots=True)
class Names:
    """The lists of names.toml, and the words of institutes' names that the whole package shares.

    Attributes:
        agencies: Each agency with the names a credit uses.
        outlets: Each newspaper, broadcaster or site likewise.
        institutes: Words in the name of a body whose analysis others cite.
        bodies: A state's body under a name that it goes by, and its one spelling.
        offices: Pattern of a title, and the body that its holder speaks for.
    """

    agencies: Mapping[str, tuple[str, ...]]
    outlets: Mapping[str, tuple[str, ...]]
    institutes: tuple[str, ...]
    bodies: Mapping[str, str]
    offices: Mapping[str, str]


@functools.lru_cache(maxsize=1)
def load_names() -> Names:
    """The lists, read once."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return Names(
        agencies={name: tuple(forms) for name, forms in table["agencies"].items()},
        outlets={name: tuple(forms) for name, forms in table["outlets"].items()},
        institutes=institute_words(),
        bodies=table["bodies"],
        offices=table["offices"],
    )
