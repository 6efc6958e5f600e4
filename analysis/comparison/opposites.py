"""Which words are opposites: WordNet's direct antonyms and the opposites that news turn on (opposites.toml).

Source: Miller 1995, WordNet; the file antonyms.tsv names its licence.
"""

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from analysis.comparison.vocabulary import vocabulary
from analysis.errors import CodebookError

_FOLDER = Path(__file__).parent
_PREFIXES = ("un", "non", "non-", "dis")
_LATIN_PREFIXES = ("in", "im", "il", "ir")
"""They negate adjectives and their nouns; of a verb they are another `in`: to improve, to imprison."""
_UNDOING = re.compile(r"^de-?(?=\w{3,}(?:ise|ize|ify|ate)$)")
"""De-escalate, decentralise, demobilise."""
_PAIRED_PREFIXES = (("over", "under"), ("pro-", "anti-"), ("pre-", "post-"), ("up", "down"))
_PAIRED_ENDINGS = (("ful", "less"),)
_ENDS = frozenset(ending[-3:] for pair in _PAIRED_ENDINGS for ending in pair)
_SHORTEST_STEM = 4
"""Letters: to load and to unload."""
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
    if a[-_SHORTEST_STEM:] != b[-_SHORTEST_STEM:] and {a[-3:], b[-3:]} != _ENDS:
        return ""
    is_negated = not {a, b} & vocabulary("unprefixed") and (_is_prefixed(a, b, pos) or _is_prefixed(b, a, pos))
    return "antonym" if is_negated or _are_paired(a, b) else ""


def side_of(lemma: str, name: str) -> str:
    """On which side of an opposition a lemma stands: `a` or `b`; empty: on neither."""
    sides = dict(_sides().get(lemma, ()))
    return "" if name not in sides else "a" if sides[name] else "b"


STANCES = frozenset({"approval", "admission", "consent", "trust", "love"})
"""Oppositions that are somebody's stance, which says nothing without its holder."""


def is_stance(lemma: str) -> bool:
    """Whether a verb takes a stance: several may condemn the same thing, on different days."""
    return any(name in STANCES for name, _ in _sides().get(lemma, ()))


def _is_prefixed(word: str, stem: str, pos: str) -> bool:
    """`unfinished` against `finished`: a negative prefix on a whole word of some length."""
    if len(stem) < _SHORTEST_STEM or not word.endswith(stem) or word == stem:
        return False
    prefixes = _PREFIXES if pos == "VERB" else (*_PREFIXES, *_LATIN_PREFIXES)
    return word.removesuffix(stem) in prefixes or _UNDOING.sub("", word) == stem


def _are_paired(a: str, b: str) -> bool:
    """`overstate` against `understate`, `careful` against `careless`: one stem with opposite ends."""
    for one, other in (*_PAIRED_PREFIXES, *(pair[::-1] for pair in _PAIRED_PREFIXES)):
        if a.startswith(one) and b == other + a.removeprefix(one) and len(a) - len(one) >= _SHORTEST_STEM:
            return True
    for one, other in (*_PAIRED_ENDINGS, *(pair[::-1] for pair in _PAIRED_ENDINGS)):
        if a.endswith(one) and b == a.removesuffix(one) + other:
            return True
    return False
