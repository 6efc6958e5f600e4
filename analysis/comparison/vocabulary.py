"""The word lists of the comparison, by name (vocabulary.toml)."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path


@functools.lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def vocabulary(name: str) -> frozenset[str]:
    """The lemmas of a list.

    Raises:
        KeyError: there is no list of that name.
    """
    return _lists()[name]
