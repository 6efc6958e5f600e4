"""The words that attribute, loaded from cues.toml."""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import CodebookError

PATH = Path(__file__).with_name("cues.toml")
COMPLEMENTS = ("quote", "clause", "infinitive", "object", "words")
_SAYING = ("speech", "told")
ACT_COMPLEMENTS = ("quote", "clause", "infinitive", "object", "words")
"""Where the content of a response act's verb stands: rejected ..., warned that ..., called for ..."""


@dataclass(frozen=True)
class Lexicon:
    """Cue words by lemma, each with the complements that may hold what is attributed, first choice first.

    `speech` are the verbs of saying among them, as against those of thinking, wishing and finding; `asserting` those
    whose infinitive is said to be so.
    """

    verbs: Mapping[str, tuple[str, ...]]
    speech: frozenset[str]
    asserting: frozenset[str]
    particles: Mapping[tuple[str, str], tuple[str, ...]]
    phrases: Mapping[str, str]
    nouns: Mapping[str, frozenset[str]]
    adjectives: frozenset[str]
    vague: frozenset[str]
    documents: frozenset[str]


@functools.cache
def load_lexicon(path: Path = PATH) -> Lexicon:
    """The lexicon.

    Raises:
        CodebookError: a class names a complement that is not one of COMPLEMENTS.
    """
    with path.open("rb") as stream:
        data = tomllib.load(stream)
    return Lexicon(
        verbs=_verbs(data["verb"]),
        speech=frozenset(lemma for name in _SAYING for lemma in data["verb"][name]["lemmas"].split()),
        asserting=frozenset(data["asserting"]["lemmas"].split()),
        particles={_pair(words): tuple(kinds.split()) for words, kinds in data["particles"].items()},
        phrases=data["phrases"],
        nouns=_nouns(data["nouns"]),
        adjectives=frozenset(data["adjectives"]["lemmas"].split()),
        vague=frozenset(data["vague"]["lemmas"].split()),
        documents=frozenset(data["document"]["lemmas"].split()),
    )


def _pair(words: str) -> tuple[str, str]:
    verb, particle = words.split()
    return verb, particle


def _verbs(classes: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, entry in classes.items():
        unknown = set(entry["complements"]) - set(COMPLEMENTS)
        if unknown:
            raise CodebookError(f"The verbs {name!r} take {sorted(unknown)}; accepted are {COMPLEMENTS}.")
        for lemma in entry["lemmas"].split():
            found[lemma] += [kind for kind in entry["complements"] if kind not in found[lemma]]
    return {lemma: tuple(kinds) for lemma, kinds in found.items()}


def _nouns(classes: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, lemmas in classes.items():
        for lemma in lemmas.split():
            found[lemma].add(kind)
    return {lemma: frozenset(kinds) for lemma, kinds in found.items()}
