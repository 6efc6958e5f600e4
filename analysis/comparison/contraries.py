"""Whether it is so: what one passage affirms and the other negates, and words that are opposites."""

from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike, on_one_act, on_one_thing
from analysis.comparison.differences import Difference
from analysis.comparison.opposites import STANCES, opposition
from analysis.comparison.passages import Passage, Word
from analysis.comparison.points import is_beside_the_point, is_denied_alike
from analysis.comparison.polarity import DENIALS
from analysis.comparison.related import are_stand_ins
from analysis.comparison.reversals import is_converse
from analysis.comparison.timing import are_times_apart
from analysis.comparison.vocabulary import vocabulary

_CLOSE = 0.6
"""Similarity from which two verbs in context are taken for one another [cosine]."""
_WHERE = frozenset({"in", "at", "on", "over", "above", "within", "inside", "near"})
"""Prepositions of place that stand for one another: not over the coast, above the coast."""


def compare_negation(alignment: Alignment) -> Iterator[Difference]:
    """Acts and properties that one passage affirms and the other negates, and things that only one of them has.

    A passage that says it both ways, of different occasions, negates nothing of a; nor does one of another time.
    """
    if are_times_apart(alignment):
        return
    said = {(word.lemma, word.relation, word.negated) for word in alignment.b.words}
    for word in alignment.a.words:
        match = alignment.matches.get(word.start)
        if match is None or word.pos not in {"VERB", "ADJ", "NOUN", "PROPN"} or match.word.negated == word.negated:
            continue
        if (word.lemma, word.relation, word.negated) in said or not _can_be_negated(word, match.word):
            continue
        if _is_within_denied(word, alignment.a) or _is_within_denied(match.word, alignment.b):
            continue
        if is_denied_alike(word, alignment):
            continue
        if match.similarity >= (0.7 if word.pos != "VERB" else _CLOSE) and not opposition(word.lemma, match.word.lemma):
            if is_beside_the_point(word, alignment):
                yield _beside(_signed(word), _signed(match.word))
                continue
            yield Difference(
                "negation", _signed(word), _signed(match.word), True,
                f"{_signed(word)} against {_signed(match.word)}", match.similarity,
                _negation_is_anchored(word, match.word, alignment),
            )  # fmt: skip


def deny_alike(alignment: Alignment) -> bool:
    """Whether both passages deny one act: refused to sign it, turned down the offer to sign it."""
    denied = (word for word in alignment.a.words if word.negated and word.pos == "VERB")
    matches = (alignment.matches.get(word.start) for word in denied)
    return any(match is not None and match.word.negated and match.similarity >= _CLOSE for match in matches)


def _can_be_negated(word: Word, other: Word) -> bool:
    """An act always; a thing or property only in one place: that apps were banned says nothing of apps elsewhere."""
    if "VERB" in {word.pos, other.pos}:
        return True
    denied = word if word.negated else other
    is_one_relation = word.relation == other.relation or {word.relation, other.relation} <= _WHERE
    one_place = is_one_relation and (not word.relation or alike(word.head, other.head))
    is_party = denied.relation in {"who", "whom"}
    is_undone = is_party and denied.head in vocabulary("undoing") | vocabulary("taking_place")
    of_being = is_undone or denied.head in vocabulary("existence")
    return one_place or word.relation == "is" == other.relation or of_being


def _is_within_denied(word: Word, passage: Passage) -> bool:
    """Whether a denied word only hangs on a noun that is denied: of no threat to the coast the threat is denied."""
    nouns = {w.lemma for w in passage.words if w.negated and w.pos in {"NOUN", "PROPN"}}
    return word.negated and word.pos in {"NOUN", "PROPN"} and word.head in nouns


def _negation_is_anchored(word: Word, other: Word, alignment: Alignment) -> bool:
    """A verb denied of the same participants, or an object that one has and the other has not."""
    if DENIALS & {w.lemma for w in (*alignment.a.words, *alignment.b.words)}:
        return False  # that somebody denies what another says is no clash between outlets
    if _degree(word, alignment.a) != _degree(other, alignment.b):
        return False  # not badly damaged may be damaged
    if word.mood != other.mood:
        return False  # what is planned and what is no aim may both be so
    if word.pos == other.pos == "VERB":
        return word.lemma == other.lemma and on_one_act(word, other, alignment.a, alignment.b)
    if word.pos == other.pos == "NOUN" and word.relation == other.relation == "whom":
        denied = word if word.negated else other
        return denied.head in vocabulary("existence") and are_stand_ins(word.lemma, other.lemma)
    is_property = word.pos == other.pos == "ADJ" and word.relation == "is" and alike(word.lemma, other.lemma)
    return is_property and on_one_thing(word, other, alignment.a, alignment.b)


def _degree(word: Word, passage: Passage) -> bool:
    """Whether the word is said to be so to a degree: badly damaged, fully restored."""
    return any(
        w.pos == "ADV" and w.lemma in vocabulary("degrees") and 0 < word.start - w.end < 3 for w in passage.words
    )


def _signed(word: Word) -> str:
    return f"not {word.lemma}" if word.negated else word.lemma


def compare_opposites(alignment: Alignment) -> Iterator[Difference]:
    """Words of a that b replaces by an opposite; an opposite that is negated says the same."""
    lemmas_a = {word.lemma for word in alignment.a.words}
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        if word.lemma in lemmas_b:
            continue
        for other in alignment.b.words:
            if other.lemma in lemmas_a or {word.pos, other.pos} == {"ADV", "VERB"}:  # secretly, and published
                continue
            name = (
                "" if _is_other_noun(word) or _is_other_noun(other) else opposition(word.lemma, other.lemma, word.pos)
            )
            if name and word.negated == other.negated and not is_converse(word, other, alignment, name):
                if is_beside_the_point(word, alignment):
                    yield _beside(word.lemma, other.lemma)
                    break
                kind = "stance" if name in STANCES else "antonym"
                anchored = _opposites_are_anchored(word, other, alignment, name)
                reason = f"{word.lemma} against {other.lemma} ({name})"
                yield Difference(kind, word.lemma, other.lemma, True, reason, 1.0, anchored)
                break


def _is_other_noun(word: Word) -> bool:
    """A noun that is no act of the verb of the same form: a blast is no rebuke, and somebody's back no support."""
    return word.pos == "NOUN" and word.lemma in vocabulary("verbs_alone")


def _beside(value_a: str, value_b: str) -> Difference:
    """Of what a claim only mentions: no clash with its point, and yet no bearing it out."""
    reason = f"{value_a} against {value_b}, which the claim only mentions"
    return Difference("other", value_a, value_b, False, reason, 0.5, falls_short=True)


def _is_in_a_name(word: Word, passage: Passage) -> bool:
    return any(name.start <= word.start < name.start + len(name.text) for name in passage.names)


def _opposites_are_anchored(word: Word, other: Word, alignment: Alignment, name: str) -> bool:
    """Opposite acts of one actor on one thing, or opposite properties of one thing; not what one of them rejects."""
    if name == "use" or DENIALS & {w.lemma for w in (*alignment.a.words, *alignment.b.words)}:
        return False  # what a thing is for is a question of its own
    if _is_in_a_name(word, alignment.a) or _is_in_a_name(other, alignment.b):
        return False  # South Sudan has a north
    if "VERB" in {word.pos, other.pos}:
        return word.pos == other.pos and on_one_act(word, other, alignment.a, alignment.b, needs_actor=True)
    return on_one_thing(word, other, alignment.a, alignment.b)
