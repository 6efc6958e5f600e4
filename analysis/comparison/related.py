"""Which words stand for one another: WordNet's synonyms and derived forms, and the stand-ins that news use.

Source: Miller 1995, WordNet; the file related.tsv names its licence.
"""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent


@functools.lru_cache(maxsize=1)
def _groups() -> tuple[frozenset[str], ...]:
    table = tomllib.loads((_FOLDER / "synonyms.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(group) for group in table["groups"])


@functools.lru_cache(maxsize=1)
def _related() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in (_FOLDER / "related.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        word, others = line.split("\t")
        for other in others.split():
            found[word].add(other)
            found[other].add(word)
    for group in _groups():
        for word in group:
            found[word].update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in found.items()}


def are_related(a: str, b: str) -> bool:
    """Whether two lemmas may stand for one another in the news: synonyms, or noun and verb of one act."""
    return b in related_words(a)


def related_words(lemma: str) -> frozenset[str]:
    """The lemmas that may stand for a lemma; itself is not among them."""
    return _related().get(lemma, frozenset())


def are_stand_ins(a: str, b: str) -> bool:
    """Whether two lemmas are equal or in one group of the stand-ins that news use; narrower than `are_related`."""
    return a == b or any(a in group and b in group for group in _groups())


@functools.cache
def stand_in_keys(lemma: str) -> frozenset[str]:
    """The lemma and the first word of each group of stand-ins that has it; lemmas with a common key are stand-ins."""
    return frozenset({lemma} | {_first_words()[place] for place, group in enumerate(_groups()) if lemma in group})


@functools.lru_cache(maxsize=1)
def _first_words() -> tuple[str, ...]:
    return tuple(f"~{min(group)}" for group in _groups())
