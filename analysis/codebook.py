"""The response acts: loaded from codebook.toml, checked, and indexed by the lemmas that may trigger them.

Source: CAMEO codebook 1.1b3 (Schrodt 2012); PLOVER (Open Event Data Alliance).
"""

import functools
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import CodebookError

PATH = Path(__file__).with_name("codebook.toml")
POLARITIES = ("against", "for", "neutral", "silent")
AIMS = ("nobody", "culprit", "addressee", "partner", "home", "other")
WORD_CLASSES = ("verb", "noun", "adjective", "performative")
CONDITIONS = ("obj", "subj", "prt", "prep", "to", "comp", "with")
"""What a cue may ask for with words after a colon; `that` and `country` stand alone."""

COMMENT, NO_STATEMENT, DENY, APPEAL, AGREE, ACCUSE = "COMMENT", "NO_STATEMENT", "DENY", "APPEAL", "AGREE", "ACCUSE"
THREATEN, CONDEMN, PROTEST, REJECT, CONSULT, MOBILIZE = (
    "THREATEN",
    "CONDEMN",
    "PROTEST",
    "REJECT",
    "CONSULT",
    "MOBILIZE",
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must stand with a cue; `words` is empty where anything of the kind will do."""

    kind: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A way to word an act.

    Attributes:
        text: The cue as the codebook has it; names the rule in the tables.
        lemmas: Lemmas of the triggering word.
        is_negated: The cue needs its negation (`not comment`).
    """

    act: str
    text: str
    word_class: str
    lemmas: frozenset[str]
    is_negated: bool
    conditions: tuple[Condition, ...]

    @property
    def specificity(self) -> int:
        """How much the cue asks for; of two cues that fit, the one that asks for more wins."""
        return len(self.conditions) + self.is_negated

    @property
    def n_worded(self) -> int:
        """How many of its conditions name words; of two cues that ask for as much, the one that names more wins."""
        return sum(bool(condition.words) for condition in self.conditions)

    @property
    def rule_id(self) -> str:
        """Name of the rule in the tables."""
        return f"{self.word_class}:{self.text}"


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of response."""

    code: str
    label: str
    definition: str
    cameo: tuple[str, ...]
    plover: str
    polarity: str
    is_verbal: bool
    is_unreal: bool
    aim: str
    content: tuple[tuple[str, ...], ...]
    matches: tuple[tuple[str, str], ...]
    near_misses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Refinement:
    """An act that is another one when its object is of a certain kind."""

    act: str
    refined: str
    objects: frozenset[str]


@dataclass(frozen=True)
class Codebook:
    """All acts by code, and their cues by triggering lemma."""

    acts: Mapping[str, Act]
    refinements: tuple[Refinement, ...]
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]

    def cues_of(self, word_class: str, lemma: str) -> tuple[Cue, ...]:
        """Cues that this word may trigger, those that ask for more first.

        The lemmatiser drops the last letter of some verbs (staged: `stag`), so a verb unknown is looked up with it.
        """
        found = self.cues.get((word_class, lemma), ())
        return found or (self.cues.get((word_class, lemma + "e"), ()) if word_class in {"verb", "performative"} else ())

    def refine(self, act: str, objects: frozenset[str]) -> str:
        """The act, or the one it becomes with an object of these lemmas."""
        for rule in self.refinements:
            if rule.act == act and rule.objects & objects:
                return rule.refined
        return act


@functools.cache
def load_codebook(path: Path = PATH) -> Codebook:
    """The codebook.

    Raises:
        CodebookError: an act, a cue, a polarity or an aim is not of the declared form.
    """
    with path.open("rb") as stream:
        data = tomllib.load(stream)
    acts = {entry["code"]: _act(entry) for entry in data["act"]}
    index: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for entry in data["act"]:
        for cue in _cues(entry):
            for lemma in cue.lemmas:
                index[cue.word_class, lemma].append(cue)
    refinements = tuple(_refinement(entry, acts) for entry in data.get("refinement", ()))
    ordered = {
        key: tuple(sorted(cues, key=lambda cue: (-cue.specificity, -cue.n_worded))) for key, cues in index.items()
    }
    return Codebook(acts, refinements, ordered)


def _act(entry: Mapping[str, Any]) -> Act:
    if entry["polarity"] not in POLARITIES:
        raise CodebookError(
            f"The act {entry['code']!r} has the polarity {entry['polarity']!r}; accepted are {POLARITIES}."
        )
    if entry["aim"] not in AIMS:
        raise CodebookError(f"The act {entry['code']!r} has the aim {entry['aim']!r}; accepted are {AIMS}.")
    return Act(
        code=entry["code"],
        label=entry["label"],
        definition=entry["definition"],
        cameo=tuple(entry["cameo"]),
        plover=entry["plover"],
        polarity=entry["polarity"],
        is_verbal=entry["is_verbal"],
        is_unreal=entry.get("unreal", False),
        aim=entry["aim"],
        content=tuple(tuple(phrase.split()) for phrase in entry["content"]),
        matches=tuple((code, sentence) for code, sentence in entry["matches"]),
        near_misses=tuple((code, sentence) for code, sentence in entry["near_misses"]),
    )


def _refinement(entry: Mapping[str, Any], acts: Mapping[str, Act]) -> Refinement:
    unknown = {entry["from"], entry["to"]} - set(acts)
    if unknown:
        raise CodebookError(f"A refinement names the acts {sorted(unknown)}; accepted are {sorted(acts)}.")
    return Refinement(entry["from"], entry["to"], frozenset(entry["objects"]))


def _cues(entry: Mapping[str, Any]) -> Iterator[Cue]:
    for word_class in WORD_CLASSES:
        for text in entry.get(f"{word_class}s", ()):
            yield parse_cue(entry["code"], word_class, text)


def parse_cue(act: str, word_class: str, text: str) -> Cue:
    """A cue from its wording in the codebook, such as `summon obj:ambassador|envoy`.

    Raises:
        CodebookError: a condition is not one of CONDITIONS, `that` or `country`.
    """
    parts = text.split()
    is_negated = parts[:1] == ["not"]
    lemmas, *rest = parts[is_negated:]
    return Cue(
        act, text, word_class, frozenset(lemmas.split("|")), is_negated, tuple(_condition(p, text) for p in rest)
    )


def _condition(part: str, text: str) -> Condition:
    kind, colon, words = part.partition(":")
    if part in {"that", "country"}:
        return Condition(part, frozenset())
    if not colon or kind not in CONDITIONS:
        raise CodebookError(f"The cue {text!r} has the condition {part!r}; accepted are {CONDITIONS}, that, country.")
    return Condition(kind, frozenset() if words == "*" else frozenset(words.split("|")))
