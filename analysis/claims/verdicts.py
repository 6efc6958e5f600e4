"""How one article stands to a claim that an analyst typed: the passage of it that decides, and what it comes to.

A claim may be told in a sentence or over two, so both are read. The passage that most
likely tells of the claim's matter decides; what rules find there and what the trained judge makes of the wording are
added up. The weights are round figures in the middle of a broad optimum over the claims of three annotated events and
the same claims with one point changed.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.comparison.alignment import Alignment, align
from analysis.comparison.differences import Comparison, Difference
from analysis.comparison.figures import has_unmet_number
from analysis.comparison.judge import judge
from analysis.comparison.participants import are_all_named
from analysis.comparison.passages import Passage, join_passages
from analysis.comparison.points import is_anothers_act, is_mentioned
from analysis.embeddings import Embedding, load_encoder
from analysis.judge import judge_pairs
from analysis.settings import Settings

SUPPORTS, BOTH, CONTRADICTS, SAYS_NOTHING = "supports", "reports both", "contradicts", "says nothing"
_CLOSEST = 5
"""Sentences of an article that are read, each also with its neighbours: those closest by vector."""
_NO_TOPIC = 0.25
"""Below this cosine of its closest sentence nothing but that sentence is read: the article is about something else."""
_JUDGE = 0.5
"""What the judge's log odds of a contradiction count for."""
_CLASH = 1.5
"""What a clash that a rule names adds, times its weight [log odds]."""
_UNMET = 1.0
"""What a number of the claim that the passage lacks adds [log odds]."""
_COVERED = 2.0
"""What the share of the claim's words that the passage lacks adds, counted from `check_share` [log odds]."""
_BORNE_OUT = 0.2
"""Leaning less than this towards a contradiction, a passage on the matter bears the claim out [log odds]."""
_ACT_TOLD = 0.6
"""Similarity that each verb of the claim needs to a word of the passage for its act to be told."""
_ACT_UNTOLD = 4.0
"""What the least told of the claim's verbs, as far as it falls short, adds against bearing it out [log odds]."""
_JUDGE_OPPOSED = 2.0
"""Times by which the judge may hold a contradiction likelier, and the claim still be borne out."""
_CLASHES = 0.75
"""Leaning more than this, it contradicts, if a rule says in what [log odds]."""
_CLASHES_BESIDE = 1.75
"""The same where all that clashes is what an article may tell of beside the claim [log odds]."""
_JUDGE_CONTRADICTS = 0.2
"""Probability of a contradiction that the judge must see, too; else the clash is beside the claim."""
_READ_BY_JUDGE = 0.5
"""Share of the claim's words that a passage beside the deciding one must have for the judge to read it, too."""
_BESIDE = frozenset({"target", "location", "other"})
"""Kinds of clashes that may be two tellings: an ambassador recalled from one country, and from another, too."""
_ANOTHER_ACTOR = "actor"
"""Somebody else who does the same contradicts no typed claim: two countries may have condemned it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence [start_char, end_char) of an article, with its vectors."""

    index: int
    start_char: int
    end_char: int
    text: str
    vector: Embedding


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, or two in a row, and what they state."""

    sentences: tuple[Sentence, ...]
    passage: Passage
    vector: Embedding

    @property
    def start_char(self) -> int:
        """Where it begins in the article [code points]."""
        return self.sentences[0].start_char

    @property
    def end_char(self) -> int:
        """Where it ends."""
        return self.sentences[-1].end_char

    def is_apart_from(self, other: "Reading") -> bool:
        """Whether the two have no sentence in common."""
        return self.end_char <= other.start_char or other.end_char <= self.start_char


Read = Callable[[Sentence], Passage]
"""What a sentence states."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an article stands to a claim, by the passage that decides; `others` by passages apart from that one."""

    relation: str
    score: float
    reasons: tuple[str, ...]
    reading: Reading
    others: tuple["Verdict", ...] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """A passage compared with the claim by rules."""

    reading: Reading
    alignment: Alignment
    comparison: Comparison


def decide(claim: Passage, vector: Embedding, sentences: Sequence[Sentence], read: Read, settings: Settings) -> Verdict:
    """How an article stands to a claim.

    Args:
        claim: What the analyst typed.
        vector: Its vectors.
        sentences: Those of the article, in the order of the text; at least one.
        read: Called for the few sentences that are compared.
        settings: `check_score` and `check_share` say what speaks of the claim.
    """
    compared = [_compare(claim, vector, reading) for reading in _readings(vector, sentences, read)]
    compared.sort(key=lambda item: (is_anothers_act(item.alignment), -item.comparison.score, item.reading.start_char))
    best = compared[0]
    if best.comparison.score < settings.check_score or is_anothers_act(best.alignment):
        return Verdict(SAYS_NOTHING, best.comparison.score, best.comparison.reasons, best.reading)
    others = (
        _by_passage(claim, item, compared, settings)
        for item in compared[1:]
        if item.comparison.score >= settings.check_score
        and item.reading.is_apart_from(best.reading)
        and not is_anothers_act(item.alignment)
    )
    return replace(_by_passage(claim, best, compared, settings), others=tuple(others))


def _by_passage(claim: Passage, best: _Compared, compared: Sequence[_Compared], settings: Settings) -> Verdict:
    """The verdict by one passage."""
    same, contradicts = _judged(claim, best, compared)
    grave = [difference for difference in best.comparison.differences if difference.is_contradiction]
    lean = _lean(best.alignment, grave, settings) + _JUDGE * math.log(contradicts / same)
    may_clash = contradicts >= _JUDGE_CONTRADICTS
    is_told = lean + _untold(best.alignment) < _BORNE_OUT and contradicts <= _JUDGE_OPPOSED * same
    is_told = is_told and not any(d.falls_short for d in best.comparison.differences)
    is_told = is_told and not _denies_alone(best.alignment)
    is_told = is_told and are_all_named(claim, [item.reading.passage for item in compared])
    words = f"the trained judge: bears out {same:.2f}, contradicts {contradicts:.2f}"
    reasons = tuple(dict.fromkeys((*(d.reason for d in grave), *best.comparison.reasons, words)))
    return Verdict(
        _relation(lean, grave, is_told=is_told, may_clash=may_clash), best.comparison.score, reasons, best.reading
    )


def _readings(vector: Embedding, sentences: Sequence[Sentence], read: Read) -> list[Reading]:
    """The sentences closest to the claim, then each of them with the sentence before and after."""
    cosines = np.array([float(vector.sentence @ sentence.vector.sentence) for sentence in sentences])
    closest = np.argsort(-cosines, kind="stable")[:_CLOSEST].tolist()
    if cosines[closest[0]] < _NO_TOPIC:
        closest = closest[:1]
    passages = {
        place: read(sentences[place]) for at in closest for place in (at - 1, at, at + 1) if 0 <= place < len(sentences)
    }
    single = [Reading((sentences[at],), passages[at], sentences[at].vector) for at in closest]
    pairs = sorted({(at, at + 1) for place in closest for at in (place - 1, place)})
    pairs = [(first, second) for first, second in pairs if first in passages and second in passages]
    joined = [join_passages(passages[first], passages[second]) for first, second in pairs]
    vectors = load_encoder().encode([passage.text for passage in joined]) if joined else []
    return [
        *single,
        *(
            Reading((sentences[first], sentences[second]), passage, own)
            for (first, second), passage, own in zip(pairs, joined, vectors, strict=True)
        ),
    ]


def _compare(claim: Passage, vector: Embedding, reading: Reading) -> _Compared:
    alignment = align(claim, reading.passage, vector, reading.vector)
    return _Compared(reading, alignment, judge(alignment))


def _judged(claim: Passage, best: _Compared, compared: Sequence[_Compared]) -> tuple[float, float]:
    """How likely the claim is borne out and contradicted, as the judge reads the deciding passage or a part of it.

    Its sight is short: what stands beside the claim in a long passage looks to it like another claim. So the part that
    bears the claim out best counts.
    """
    parts = [best, *(item for item in compared if item is not best and _is_part(item, best))]
    odds = judge_pairs([(claim.text, item.reading.passage.text) for item in parts])
    pairs = [(max(float(same), 1e-6), max(float(contradicts), 1e-6)) for same, contradicts, _ in odds]
    return min(pairs, key=lambda pair: pair[1] / pair[0])


def _is_part(item: _Compared, best: _Compared) -> bool:
    whole, part = best.reading, item.reading
    is_within = whole.start_char <= part.start_char and part.end_char <= whole.end_char
    return is_within and item.alignment.covered_share >= _READ_BY_JUDGE


def _lean(alignment: Alignment, grave: Sequence[Difference], settings: Settings) -> float:
    """How far the rules lean towards a contradiction [log odds]."""
    clash, beside = (
        max((d.weight for d in grave if (d.kind in (*_BESIDE, _ANOTHER_ACTOR)) == is_beside), default=0.0)
        for is_beside in (False, True)
    )
    lacking = _COVERED * (settings.check_share - alignment.covered_share)
    return _CLASH * (clash + beside) + _UNMET * has_unmet_number(alignment) + lacking


def _untold(alignment: Alignment) -> float:
    """How far the passage falls short of the act that it tells least of: names alone bear no claim out [log odds]."""
    verbs = [
        alignment.matches[word.start].similarity
        for word in alignment.a.words
        if word.pos == "VERB" and word.start in alignment.matches
    ]
    return _ACT_UNTOLD * max(0.0, _ACT_TOLD - min(verbs, default=1.0))


def _denies_alone(alignment: Alignment) -> bool:
    """Whether the claim denies an act, and the passage has no denial of what comes nearest to it."""
    denied = (word for word in alignment.a.words if word.negated and word.pos == "VERB" and not is_mentioned(word))
    nearest = (alignment.matches.get(word.start) for word in denied)
    return any(match is not None and not match.word.negated for match in nearest)


def _relation(lean: float, grave: Sequence[Difference], *, is_told: bool, may_clash: bool) -> str:
    """What the lean comes to. Only a clash that a rule names contradicts; with a grave one nothing is borne out."""
    kinds = {difference.kind for difference in grave} - {_ANOTHER_ACTOR}
    if kinds and may_clash and lean > (_CLASHES if kinds - _BESIDE else _CLASHES_BESIDE):
        return CONTRADICTS
    return SUPPORTS if is_told and not kinds - _BESIDE else SAYS_NOTHING
