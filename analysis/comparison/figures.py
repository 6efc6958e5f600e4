"""How many: numbers of two passages that count one thing."""

import math
import re
from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.counted import AGE
from analysis.comparison.differences import Difference
from analysis.comparison.increments import NO_TOTALS
from analysis.comparison.measures import are_convertible, measure_of
from analysis.comparison.passages import Passage
from analysis.comparison.quantities import Quantity
from analysis.comparison.timing import are_comparable

_CLOSE = 0.6
"""Similarity from which two words in context are taken for one another [cosine]."""
_ORDER = re.compile(r"[ -](most \w+|least \w+|\w+est)\b", re.I)
_ROUNDING_SHARE = 0.03
_ROUNDED_FROM = 100
"""Smaller numbers bear out themselves alone: 70 does not bear out 71."""
_NEAR_SHARE = 0.15
"""Width of a number told as approximate, as a share of it: about 50 bears out 49."""
_ORDERS_APART = 10
"""How many times what a claim gives as the least the passage's number may be and still bear it out."""
_CONVERSION_SHARE = 0.05
"""How far two figures in different units may lie apart, since a converted one is rounded: 60 metres, 200 feet."""


def compare_numbers(alignment: Alignment) -> Iterator[Difference]:
    """Numbers of a that no number of b can meet, although b counts the same thing."""
    for quantity in alignment.a.quantities:
        rivals = [other for other in alignment.b.quantities if _same_thing(quantity, other, alignment)]
        if not rivals or any(_meet(quantity, other) for other in rivals):
            continue
        rival = min(rivals, key=lambda other: (*_unlike(quantity, other), abs(other.low - quantity.low)))
        yield _number_difference(quantity, rival, alignment)


def _unlike(quantity: Quantity, other: Quantity) -> tuple[bool, bool]:
    """Whether one of two is no total or counts but some, and the other not."""
    return other.no_total != quantity.no_total, other.subset != quantity.subset


def compare_units(alignment: Alignment) -> Iterator[Difference]:
    """One number in two measures: 30 days, 30 years."""
    for quantity in alignment.a.quantities:
        if measure_of(quantity.unit) is None or quantity.is_ordinal:
            continue
        others = [other for other in alignment.b.quantities if measure_of(other.unit)]
        same_number = [other for other in others if (other.low, other.high) == (quantity.low, quantity.high)]
        if same_number and not any(other.unit == quantity.unit for other in others):
            values = str(quantity), str(same_number[0])
            yield Difference("number", *values, True, f"{values[0]} against {values[1]}")


def _number_difference(quantity: Quantity, rival: Quantity, alignment: Alignment) -> Difference:
    values = str(quantity), str(rival)
    if quantity.no_total != rival.no_total:
        part, other = (quantity, rival) if quantity.no_total else (rival, quantity)
        words = f"{part} {NO_TOTALS[part.no_total]}, and so no rival of {other}"
        return Difference("number", *values, False, words, falls_short=part is rival)
    if quantity.subset != rival.subset and not is_more_than_all(quantity, rival):
        words = f"{values[0]} and {values[1]}: they count different people, or some of them"
        return Difference("number", *values, False, words, falls_short=bool(rival.subset))
    if _is_rounding(quantity, rival):
        return Difference("number", *values, False, f"{values[0]} and {values[1]}: one rounds the other")
    later = _later_count(quantity, rival, alignment)
    if later:
        return Difference("number", *values, False, later)
    is_plain = (
        not (quantity.is_vague or rival.is_vague or _touch(quantity, rival)) and quantity.of_more == rival.of_more
    )
    anchored = is_plain and _is_one_count(quantity, rival, alignment)
    return Difference("number", *values, True, f"{values[0]} against {values[1]}", 1.0, anchored)


def is_more_than_all(a: Quantity, b: Quantity) -> bool:
    """Whether more are counted of some than of all: six of the nurses, and four in all."""
    part, whole = (a, b) if a.subset else (b, a)
    return not whole.subset and part.low > whole.high


def _is_one_count(a: Quantity, b: Quantity, alignment: Alignment) -> bool:
    """Whether two numbers must be one count: of what befell people, of a measure in one act, or of one sort of things.

    Of people much is counted in one event: five died, 40 were moved, and thousands live near by.
    """
    if a.fate or b.fate:
        return a.fate == b.fate
    if a.unit == "person":
        return alike(a.act, b.act)
    if a.unit == AGE:
        return bool(a.act) and a.act == b.act
    if measure_of(a.unit):
        acts_a, acts_b = ({w.lemma for w in passage.words if w.pos == "VERB"} for passage in (alignment.a, alignment.b))
        return alike(a.act, b.act) or a.act in acts_b or b.act in acts_a
    return bool(a.unit)


def _same_thing(a: Quantity, b: Quantity, alignment: Alignment) -> bool:
    if a.is_ordinal != b.is_ordinal or (a.fate and b.fate and a.fate != b.fate):
        return False
    orders = _order_of(a, alignment.a), _order_of(b, alignment.b)
    if a.is_ordinal and all(orders):
        return orders[0] == orders[1]
    if a.unit == b.unit or are_convertible(a.unit, b.unit):
        return True
    if not a.unit or not b.unit:
        return not a.is_ordinal and bool(a.fate) and a.fate == b.fate
    if _parts_of(a.unit, alignment.a) & _parts_of(b.unit, alignment.b):
        return True
    match = next((alignment.matches.get(w.start) for w in alignment.a.words if w.lemma == a.unit), None)
    return match is not None and match.word.lemma == b.unit and match.similarity >= _CLOSE


def _order_of(quantity: Quantity, passage: Passage) -> str:
    """What a rank is one of: fifth poorest, second most spoken. The nouns after it are often parsed amiss."""
    found = _ORDER.match(passage.text[quantity.start + len(quantity.text) :])
    return found[1].lower() if found else ""


def _parts_of(unit: str, passage: Passage) -> set[str]:
    """What the counted are parts of: two sections of the road and three spans of the road count parts of one thing."""
    whole = {word.lemma for word in passage.words if word.relation == "of" and word.head == unit}
    return whole | {word.lemma for word in passage.words if word.relation == "mod" and word.head in whole}


def _meet(a: Quantity, b: Quantity) -> bool:
    if a.unit != b.unit and are_convertible(a.unit, b.unit):
        (low_a, high_a), (low_b, high_b) = _converted(a), _converted(b)
        return low_a <= high_b * (1 + _CONVERSION_SHARE) and low_b <= high_a * (1 + _CONVERSION_SHARE)
    return a.low <= b.high and b.low <= a.high


def _converted(quantity: Quantity) -> tuple[float, float]:
    """The range in the first unit of its dimension."""
    measure = measure_of(quantity.unit)
    factor = measure.factor if measure else 1.0
    return quantity.low * factor, quantity.high * factor


def _touch(a: Quantity, b: Quantity) -> bool:
    """Whether one begins where the other ends: 40, more than 40."""
    return math.isclose(a.low, b.high) or math.isclose(b.low, a.high)


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


def are_numbers_settled(alignment: Alignment) -> bool:
    """Whether a has numbers or dates and each was compared with one of b: nothing about them is left to judge."""
    a, b = alignment.a, alignment.b
    counted = all(any(_same_thing(q, other, alignment) for other in b.quantities) for q in a.quantities)
    dated = all(any(are_comparable(when, other) for other in b.dates) for when in a.dates)
    return bool(a.quantities or a.dates) and counted and dated


def has_unmet_number(alignment: Alignment) -> bool:
    """Whether b has no number, of whatever thing, by which one of a's holds: then it cannot bear that out.

    `More than 60` bears out `at least 50`, and not the other way round; dozens do not bear out hundreds. Nobody says
    `over a million` of a billion: a bound that lies far below is not what the passage tells.

    Source: Grice 1975, Logic and Conversation, on saying as much as is known.
    """
    cardinal = [quantity for quantity in alignment.a.quantities if not quantity.is_ordinal]
    return any(not any(_bears_out(other, quantity) for other in alignment.b.quantities) for quantity in cardinal)


def _bears_out(told: Quantity, claimed: Quantity) -> bool:
    """Whether what is told lies within what is claimed; a point by an approximate number that allows it, too."""
    if told.is_ordinal:
        return False
    if told.unit != claimed.unit and are_convertible(told.unit, claimed.unit):
        return _meet(told, claimed)
    is_far_above = math.isinf(claimed.high) and told.low > claimed.low * _ORDERS_APART
    is_inside = claimed.low <= told.low and told.high <= claimed.high and not is_far_above
    is_narrow = math.isfinite(told.high) and told.high - told.low <= _NEAR_SHARE * abs(told.high)
    is_near = is_narrow and _meet(told, claimed)
    return is_inside or is_near or (claimed.low >= _ROUNDED_FROM and _is_rounding(told, claimed))
