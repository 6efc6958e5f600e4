"""Which words are opposites: WordNet's direct antonyms and the opposites that news turn on (opposites.toml).

Source: Miller 1995, WordNet; the file antonyms.tsv names its licence.
"""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import CodebookError

_FOLDER = Path(__file__).parent
_PREFIXES = frozenset({"un", "non", "non-", "dis", "in", "im", "il", "ir"})
_REMEMBERED = 100_000
"""Pairs of lemmas whose answer is kept: in a long list of passages the same words meet again and again."""
_PARTS_OF_SPEECH = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}


@functools.lru_cache(maxsize=1)
def _dictionary() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in (_FOLDER / "antonyms.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        part, word, antonyms = line.split("\t")
        for antonym in antonyms.split():
            found[part, word].add(antonym)
            found[part, antonym].add(word)
    return {key: frozenset(words) for key, words in found.items()}


@functools.lru_cache(maxsize=1)
def _sides() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Each word's entries: the name of the opposition and on which side it stands."""
    entries = tomllib.loads((_FOLDER / "opposites.toml").read_text(encoding="utf-8"))["opposites"]
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for entry in entries:
        both = set(entry["a"]) & set(entry["b"])
        if both:
            raise CodebookError(f"The opposites {entry['name']!r} have {sorted(both)} on both sides; one is accepted.")
        for side in ("a", "b"):
            for word in entry[side]:
                found[word].append((entry["name"], side == "a"))
    return {word: tuple(items) for word, items in found.items()}


@functools.lru_cache(maxsize=_REMEMBERED)
def opposition(a: str, b: str, pos: str = "") -> str:
    """The name of the opposition between two lemmas; empty: they are no opposites.

    Args:
        a: A lemma.
        b: Another.
        pos: Universal part of speech of the first; empty: any.
    """
    sides = dict(_sides().get(a, ()))
    for name, side in _sides().get(b, ()):
        if name in sides and sides[name] != side:
            return name
    part = _PARTS_OF_SPEECH.get(pos)
    for code in (part,) if part else _PARTS_OF_SPEECH.values():
        if b in _dictionary().get((code, a), frozenset()):
            return "antonym"
    return "antonym" if _is_prefixed(a, b) or _is_prefixed(b, a) else ""


def side_of(lemma: str, name: str) -> str:
    """On which side of an opposition a lemma stands: `a` or `b`; empty: on neither."""
    sides = dict(_sides().get(lemma, ()))
    return "" if name not in sides else "a" if sides[name] else "b"


STANCES = frozenset({"approval", "admission", "consent", "trust", "love"})
"""Oppositions that are somebody's stance, which says nothing without its holder."""


def is_stance(lemma: str) -> bool:
    """Whether a verb takes a stance: several may condemn the same thing, on different days."""
    return any(name in STANCES for name, _ in _sides().get(lemma, ()))


def _is_prefixed(word: str, stem: str) -> bool:
    """`unfinished` against `finished`: a negative prefix on a whole word of some length."""
    return len(stem) > 4 and word.endswith(stem) and word.removesuffix(stem) in _PREFIXES
