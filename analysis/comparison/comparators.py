"""The comparators: each looks at one thing that two passages may state differently. COMPARATORS lists them all.

A comparator never judges wording; it reports a Difference with both values and a reason, and says whether both passages
could still hold.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike, on_one_act, on_one_event, on_one_thing
from analysis.comparison.dates import When, are_near, shared_parts, unequal_parts
from analysis.comparison.differences import Difference
from analysis.comparison.opposites import STANCES, is_stance, opposition
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.polarity import DENIALS
from analysis.comparison.quantities import GENERIC_PEOPLE, Quantity
from analysis.comparison.related import are_related, are_stand_ins

_CLOSE = 0.6
"""Similarity from which two words in context are taken for one another [cosine]."""

_ROUNDING_SHARE = 0.03
_SUBSTITUTED = 0.55
"""Similarity below which a word has no counterpart, so that another may stand in its place."""
_DEGREES = frozenset(["badly", "seriously", "severely", "heavily", "fully", "completely", "totally", "entirely",
                      "slightly", "partly", "greatly", "significantly"])  # fmt: skip
_EXCLUSIVE = ("only", "solely", "exclusively", "entirely", "nothing but", "merely")
_EXISTENCE = frozenset(
    [
        "have",
        "give",
        "provide",
        "issue",
        "make",
        "find",
        "possess",
        "offer",
        "show",
        "present",
        "hold",
        "announce",
        "see",
    ]
)
"""Verbs whose negated object does not exist: no evidence was found, no visit was announced."""


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator: what it is called, what it looks at, and how it finds differences."""

    name: str
    compares: str
    find: Callable[[Alignment], Iterator[Difference]]


def compare_numbers(alignment: Alignment) -> Iterator[Difference]:
    """Numbers of a that no number of b can meet, although b counts the same thing."""
    for quantity in alignment.a.quantities:
        rivals = [other for other in alignment.b.quantities if _same_thing(quantity, other, alignment)]
        if not rivals or any(_meet(quantity, other) for other in rivals):
            continue
        rival = min(rivals, key=lambda other: abs(other.low - quantity.low))
        yield _number_difference(quantity, rival, alignment)


def _number_difference(quantity: Quantity, rival: Quantity, alignment: Alignment) -> Difference:
    values = str(quantity), str(rival)
    if _is_rounding(quantity, rival):
        return Difference("number", *values, False, f"{values[0]} and {values[1]}: one rounds the other")
    later = _later_count(quantity, rival, alignment)
    if later:
        return Difference("number", *values, False, later)
    anchored = bool(quantity.unit or quantity.fate) and not quantity.is_vague and not rival.is_vague
    return Difference("number", *values, True, f"{values[0]} against {values[1]}", 1.0, anchored)


def _same_thing(a: Quantity, b: Quantity, alignment: Alignment) -> bool:
    if a.is_ordinal != b.is_ordinal or (a.fate and b.fate and a.fate != b.fate):
        return False
    if a.unit == b.unit:
        return True
    if not a.unit or not b.unit:
        return not a.is_ordinal and bool(a.fate) and a.fate == b.fate
    if _parts_of(a.unit, alignment.a) & _parts_of(b.unit, alignment.b):
        return True
    match = next((alignment.matches.get(w.start) for w in alignment.a.words if w.lemma == a.unit), None)
    return match is not None and match.word.lemma == b.unit and match.similarity >= _CLOSE


def _parts_of(unit: str, passage: Passage) -> set[str]:
    """What the counted are parts of: two sections of the road and three spans of the road count parts of one thing."""
    whole = {word.lemma for word in passage.words if word.relation == "of" and word.head == unit}
    return whole | {word.lemma for word in passage.words if word.relation == "mod" and word.head in whole}


def _meet(a: Quantity, b: Quantity) -> bool:
    return a.low <= b.high and b.low <= a.high


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """One has fewer significant digits and lies within three in a hundred of the other."""
    if a.low != a.high or b.low != b.high or not a.low or not b.low:
        return False
    digits = [len(f"{value.low:.0f}".rstrip("0")) for value in (a, b)]
    return digits[0] != digits[1] and abs(a.low - b.low) / max(abs(a.low), abs(b.low)) <= _ROUNDING_SHARE


def _later_count(a: Quantity, b: Quantity, alignment: Alignment) -> str:
    """Counts of the dead and hurt rise: the higher of two is no contradiction when it was published later."""
    dates = alignment.a.published_on, alignment.b.published_on
    if not (a.fate or b.fate) or not all(dates) or dates[0] == dates[1]:
        return ""
    (_, early), (_, late) = sorted(zip(dates, (a, b), strict=True), key=lambda pair: pair[0])
    return f"{late} was published later than {early}, and such counts rise" if late.low > early.high else ""


def compare_dates(alignment: Alignment) -> Iterator[Difference]:
    """Dates of a that clash with every date of b that names the same parts."""
    for when in alignment.a.dates:
        rivals = [other for other in alignment.b.dates if _comparable(when, other)]
        same_event = [other for other in rivals if other.event == when.event and when.event]
        rivals = same_event or rivals
        if not rivals or any(_dates_meet(when, other) for other in rivals):
            continue
        rival = max(rivals, key=lambda other: (other.event == when.event, len(shared_parts(when, other))))
        values = str(when) or when.text, str(rival) or rival.text
        parts = ", ".join(unequal_parts(when, rival)) or "order"
        anchored = are_near(when, rival) and on_one_event(when, rival, alignment.b, alignment.a)
        yield Difference("date", *values, True, f"{values[0]} against {values[1]} ({parts})", 1.0, anchored)


def _comparable(a: When, b: When) -> bool:
    if a.bound in {"before", "by", "prior to", "after", "since"} and a.year and b.year:
        return True
    in_decade = any(one.decade is not None and other.year is not None for one, other in ((a, b), (b, a)))
    return in_decade or bool(shared_parts(a, b)) or bool(unequal_parts(a, b))


def _dates_meet(a: When, b: When) -> bool:
    for one, other in ((a, b), (b, a)):
        if one.year and other.year and one.bound in {"before", "prior to", "by"} and not other.bound:
            return other.year < one.year or (one.bound == "by" and other.year == one.year)
        if one.year and other.year and one.bound in {"after", "since"} and not other.bound:
            return other.year > one.year or (one.bound == "since" and other.year == one.year)
    return not unequal_parts(a, b)


def are_numbers_settled(alignment: Alignment) -> bool:
    """Whether a has numbers or dates and each was compared with one of b: nothing about them is left to judge."""
    a, b = alignment.a, alignment.b
    counted = all(any(_same_thing(q, other, alignment) for other in b.quantities) for q in a.quantities)
    dated = all(any(_comparable(when, other) for other in b.dates) for when in a.dates)
    return bool(a.quantities or a.dates) and counted and dated


def has_unmet_number(alignment: Alignment) -> bool:
    """Whether a has a number that b has nowhere, of whatever thing, not even rounded: it cannot bear that out."""
    exact = [quantity for quantity in alignment.a.quantities if not quantity.is_vague and not quantity.is_ordinal]
    others = alignment.b.quantities
    return any(
        not any(_meet(quantity, other) or _is_rounding(quantity, other) for other in others) for quantity in exact
    )


def compare_negation(alignment: Alignment) -> Iterator[Difference]:
    """Acts and properties that one passage affirms and the other negates, and things that only one of them has.

    A passage that says it both ways, of different occasions, negates nothing of a.
    """
    said = {(word.lemma, word.negated) for word in alignment.b.words}
    for word in alignment.a.words:
        match = alignment.matches.get(word.start)
        if match is None or word.pos not in {"VERB", "ADJ", "NOUN"} or match.word.negated == word.negated:
            continue
        if (word.lemma, word.negated) in said or not _can_be_negated(word, match.word):
            continue
        if match.similarity >= (0.7 if word.pos != "VERB" else _CLOSE) and not opposition(word.lemma, match.word.lemma):
            yield Difference(
                "negation", _signed(word), _signed(match.word), True,
                f"{_signed(word)} against {_signed(match.word)}", match.similarity,
                _negation_is_anchored(word, match.word, alignment),
            )  # fmt: skip


def _can_be_negated(word: Word, other: Word) -> bool:
    """An act always; a thing or property only in one place: that apps were banned says nothing of apps elsewhere."""
    if "VERB" in {word.pos, other.pos}:
        return True
    denied = word if word.negated else other
    one_place = word.relation == other.relation and (not word.relation or alike(word.head, other.head))
    return one_place or word.relation == "is" == other.relation or denied.head in _EXISTENCE


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
        return denied.head in _EXISTENCE and are_stand_ins(word.lemma, other.lemma)
    is_property = word.pos == other.pos == "ADJ" and word.relation == "is" and alike(word.lemma, other.lemma)
    return is_property and on_one_thing(word, other, alignment.a, alignment.b)


def _degree(word: Word, passage: Passage) -> bool:
    """Whether the word is said to be so to a degree: badly damaged, fully restored."""
    return any(w.pos == "ADV" and w.lemma in _DEGREES and 0 < word.start - w.end < 3 for w in passage.words)


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
            name = opposition(word.lemma, other.lemma, word.pos) if other.lemma not in lemmas_a else ""
            if name and word.negated == other.negated:
                kind = "stance" if name in STANCES else "antonym"
                anchored = _opposites_are_anchored(word, other, alignment, name)
                reason = f"{word.lemma} against {other.lemma} ({name})"
                yield Difference(kind, word.lemma, other.lemma, True, reason, 1.0, anchored)
                break


def _opposites_are_anchored(word: Word, other: Word, alignment: Alignment, name: str) -> bool:
    """Opposite acts of one actor on one thing, or opposite properties of one thing; not what one of them rejects."""
    if name == "use" or DENIALS & {w.lemma for w in (*alignment.a.words, *alignment.b.words)}:
        return False  # what a thing is for is a question of its own
    if "VERB" in {word.pos, other.pos}:
        return word.pos == other.pos and on_one_act(word, other, alignment.a, alignment.b, needs_actor=True)
    return on_one_thing(word, other, alignment.a, alignment.b)


def compare_names(alignment: Alignment) -> Iterator[Difference]:
    """Names of a that b lacks while it has another of the same kind in the same place."""
    for name in alignment.a.names:
        if is_named(name, alignment.b):
            continue
        rivals = [
            other
            for other in alignment.b.names
            if _kinds_meet(name.kind, other.kind) and not is_named(other, alignment.a)
        ]
        kind = _kind_of_name(name)
        alike = [other for other in rivals if _stand_alike(name, other, alignment)]
        if not alike:
            values = name.text, rivals[0].text if rivals else ""
            yield Difference(kind, *values, False, f"{name.text} is not named by the other", 0.3)
        elif not _is_negated(name, alignment.a) and not _is_negated(alike[0], alignment.b):
            yield Difference(kind, name.text, alike[0].text, True, f"{name.text} against {alike[0].text}")


def _stand_alike(name: Name, other: Name, alignment: Alignment) -> bool:
    """Whether two names fill one place: both countries as such, or both hang the same way on words that match."""
    if name.code and other.code and (name.role == other.role or {name.kind, other.kind} == {"people"}):
        return name.code != other.code
    left, right = _head_word(name, alignment.a), _head_word(other, alignment.b)
    if left is None or right is None or left.relation != right.relation or not left.relation:
        return False
    return left.head == right.head or are_related(left.head, right.head) or name.kind == other.kind == "place"


def _head_word(name: Name, passage: Passage) -> Word | None:
    """The last word of a name, on which its place in the sentence hangs."""
    inside = [word for word in passage.words if name.start <= word.start < name.start + len(name.text)]
    return inside[-1] if inside else None


def _is_negated(name: Name, passage: Passage) -> bool:
    word = _head_word(name, passage)
    return word is not None and word.negated


def is_named(name: Name, passage: Passage) -> bool:
    """Whether a passage has the name, in full, by one of its words, or in another spelling."""
    if name.code and any(other.code == name.code for other in passage.names):
        return True
    parts = [part for part in name.text.lower().replace("-", " ").split() if len(part) > 2]
    words = passage.text.lower()
    if not parts or any(part in words for part in parts):
        return True
    initials = "".join(part[0] for part in name.text.split()).lower()
    others = [other.text.lower() for other in passage.names]
    if any(initials == other.replace(".", "") for other in others if len(initials) > 1):
        return True
    return any(fuzz.ratio(name.text.lower(), other) >= 80 for other in others) or any(
        other[:5] == part[:5] for part in parts for other in words.replace("'", " ").split() if len(part) > 4
    )


def _kinds_meet(a: str, b: str) -> bool:
    return a == b or "name" in {a, b} or {a, b} == {"place", "people"}


def _kind_of_name(name: Name) -> str:
    if name.kind == "place" and name.role == "other":
        return "location"
    return {"who": "actor", "whom": "target"}.get(name.role, "location" if name.kind == "place" else "actor")


def compare_slots(alignment: Alignment) -> Iterator[Difference]:
    """Words of a that b lacks while another word stands in their place: fascinated by the sky, by the ocean."""
    lemmas_a = {word.lemma for word in alignment.a.words}
    lemmas_b = {word.lemma for word in alignment.b.words}
    for word in alignment.a.words:
        match = alignment.matches.get(word.start)
        if match is None or match.similarity >= _SUBSTITUTED or word.lemma in lemmas_b or not word.relation:
            continue
        if word.negated or word.pos == "PROPN":
            continue
        rivals = [
            other
            for other in alignment.b.words
            if other.relation == word.relation and other.pos == word.pos
            and other.lemma not in lemmas_a and not other.negated
            and (word.relation == "is" or word.head == other.head or are_related(word.head, other.head))
        ]  # fmt: skip
        if rivals:
            kind = {"who": "actor", "whom": "target"}.get(word.relation, "other")
            values = word.lemma, rivals[0].lemma
            reason = f"{values[0]} where the other has {values[1]} ({word.relation} {word.head})"
            anchored = _actor_is_anchored(word, rivals[0], alignment)
            yield Difference(kind, *values, True, reason, 0.6, anchored)


def _actor_is_anchored(word: Word, other: Word, alignment: Alignment) -> bool:
    """Another did the same to the same thing; a stance may be that of several, and one may do it to several."""
    if word.relation != "who" or is_stance(word.head) or {word.lemma, other.lemma} & GENERIC_PEOPLE:
        return False
    left = [w.lemma for w in alignment.a.words if w.relation == "whom" and w.head == word.head]
    right = [w.lemma for w in alignment.b.words if w.relation == "whom" and w.head == other.head]
    return any(alike(x, y) for x in left for y in right)


def compare_exclusives(alignment: Alignment) -> Iterator[Difference]:
    """`Only`, `solely`, `never`: a claims that nothing else is so, and b names something else."""
    for word in _EXCLUSIVE:
        if re.search(rf"\b{word}\b", alignment.a.text, re.I) and not re.search(rf"\b{word}\b", alignment.b.text, re.I):
            yield Difference("other", word, "", False, f"'{word}' stands in one passage alone", 0.5)


def compare_attribution(alignment: Alignment) -> Iterator[Difference]:
    """Who is said to have said it; both may have, so that it is a contradiction only with another reason."""
    speakers = alignment.a.speaker, alignment.b.speaker
    if all(speakers) and fuzz.token_set_ratio(*(speaker.lower() for speaker in speakers)) < 60:
        yield Difference("attribution", *speakers, False, f"said by {speakers[0]} here, by {speakers[1]} there")


COMPARATORS: tuple[Comparator, ...] = (
    Comparator("number", "numbers of the same thing, as ranges", compare_numbers),
    Comparator("date", "dates and times, part by part", compare_dates),
    Comparator("negation", "whether it is affirmed or negated", compare_negation),
    Comparator("opposites", "antonyms and opposed stances", compare_opposites),
    Comparator("names", "who, whom and where", compare_names),
    Comparator("slots", "what stands in one place of the sentence", compare_slots),
    Comparator("exclusives", "whether anything else is left", compare_exclusives),
    Comparator("attribution", "whose word it is", compare_attribution),
)
