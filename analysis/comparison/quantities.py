"""How many: the numbers of a passage as ranges with what they count.

A newspaper's number is seldom a point. `At least 12`, `nearly 200`, `dozens`, `30 to 40` are ranges, and two passages
contradict each other on a number only where their ranges of the same thing cannot meet.
"""

import math
import re
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from analysis.comparison.clocks import end_of_clock_time
from analysis.comparison.counted import (
    AGE,
    CURRENCY,
    GENERIC_PEOPLE,
    is_age,
    is_part_of_a_count,
    is_part_of_a_name,
    is_pronoun,
    is_some_of,
    unit_of,
    whose_age,
)
from analysis.comparison.fates import fate_of
from analysis.comparison.increments import ADDED, FORMER, RUNNING, is_running, told_total, why_no_total
from analysis.comparison.lemmas import lemma_of
from analysis.comparison.measures import measure_of
from analysis.comparison.number_words import SOME
from analysis.comparison.numerals import number_at
from analysis.comparison.subsets import subset_of
from analysis.comparison.vocabulary import vocabulary

_AT_LEAST = re.compile(r"(at least|(?:no|not) (?:fewer|less) than|a minimum of|upwards of)\W*$", re.I)
_AT_MOST = re.compile(r"(at most|up to|(?:no|not) (?:more|greater|longer) than|as many as|a maximum of)\W*$", re.I)
_MORE_THAN = re.compile(r"(more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than)\W*$", re.I)
_LESS_THAN = re.compile(r"(less than|fewer than|under|below)\W*$", re.I)
_ABOUT = re.compile(
    r"(about|around|approximately|roughly|some|almost|nearly|close to|an estimated|estimated|circa|just over|"
    r"just under|or so)\W*$",
    re.I,
)
_ABOUT_SHARE = 0.05
"""How far a number called approximate may lie from another that it still agrees with."""

_JOINS = re.compile(r"\s[\w’'-]+(?:\s[\w’'-]+)?(?:,|,? and)\s")
"""What stands between two counts that are added up: two | women and | one man."""
_ONE_MORE = re.compile(r"\s[\w’'-]+,? and an? (?:[\w-]+ )?(?P<noun>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `low` and `high` are the range it allows; equal where it is a point.

    Attributes:
        unit: Lemma of what is counted; `percent`, `dollar`...; `person` for people of any sort; empty: not said.
        fate: Key of FATES; empty: none.
        is_ordinal: The third, not three.
        act: Lemma of the verb in whose clause it stands, of an age whose it is, by name or noun; empty: none.
        of_more: There are more than these: two of the bombs.
        no_total: Why it is no total of what it counts [key of NO_TOTALS]: three more died; empty: it may be one.
        subset: Which some of the people it counts [a key that compares]: two of the five; empty: it may be all.
    """

    low: float
    high: float
    unit: str
    fate: str
    is_ordinal: bool
    text: str
    start: int
    act: str = ""
    of_more: bool = False
    no_total: str = ""
    subset: str = ""

    @property
    def is_vague(self) -> bool:
        """Dozens, several, hundreds: an order of magnitude."""
        return self.high > self.low and self.text.lower().split(maxsplit=1)[0] in SOME

    def __str__(self) -> str:
        number = _rank_in_words(self.low) if self.is_ordinal else range_in_words(self.low, self.high)
        return " ".join(part for part in (number, self.unit, self.fate) if part)


def _rank_in_words(rank: float) -> str:
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(int(rank % 10), "th")
    return f"{rank:g}{ending}"


def range_in_words(low: float, high: float) -> str:
    """A range as a reader writes it: 12, at least 12, about 50, 30 to 40."""
    if low == high:
        return _in_figures(low)
    if math.isinf(high):
        return f"at least {_in_figures(low)}"
    middle = (low + high) / 2
    if math.isclose(high - low, 2 * _ABOUT_SHARE * middle):
        return f"about {_in_figures(middle)}"
    return f"at most {_in_figures(high)}" if low <= 0 else f"{_in_figures(low)} to {_in_figures(high)}"


def _in_figures(number: float) -> str:
    """A number without an exponent."""
    return f"{number:g}" if abs(number) < 1e6 else f"{number:,.0f}"


def find_quantities(span: Span, taken: frozenset[int]) -> tuple[Quantity, ...]:
    """Quantities of a passage in order. `taken` are tokens (index in the Doc) that dates have used.

    Whether a count is a total is told by the whole sentence: the toll rose to 12 | after three of the wounded died.
    """
    found = _within(span, taken)
    sentence = span.sent
    if len(span) >= len(sentence) or not any(item.fate for item in found):
        return found
    shift = span.start_char - sentence.start_char
    whole = {item.start - shift: item for item in _within(sentence, taken)}
    return tuple(
        replace(q, no_total=whole[q.start].no_total, subset=whole[q.start].subset) if q.start in whole else q
        for q in found
    )


def _within(span: Span, taken: frozenset[int]) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    tolls: set[int] = set()
    index = span.start
    while index < span.end:
        past_the_time = end_of_clock_time(span, index)
        if past_the_time > index:
            index = past_the_time
            continue
        run = number_at(span, index, taken)
        if run is None:
            index += 1
            continue
        end, low, high, is_ordinal = run
        if not any(names_none(span, index, end) for names_none in (is_part_of_a_name, is_part_of_a_count, is_pronoun)):
            found.append(_quantity(span, index, end, (low, high), is_ordinal))
            tolls.update([found[-1].start] if told_total(span, index) is not None else [])
        index = end
    return tuple(_told_apart(_add_up(_join_ranges(found, span), span), tolls))


def _quantity(span: Span, start: int, end: int, bounds: tuple[float, float], is_ordinal: bool) -> Quantity:
    doc = span.doc
    low, high = _bounded(doc[max(span.start, start - 4) : start].text, *bounds)
    unit = AGE if is_age(span, start, end) else unit_of(span, start, end)
    fate = "" if unit == AGE or measure_of(unit) else fate_of(span, start, end)
    unit = "person" if fate and unit in vocabulary("people") else unit
    first = start - 1 if start > span.start and doc[start - 1].lower_ in CURRENCY else start
    act = _act_of(doc[start], span)
    no_total = why_no_total(span, start, end, act)
    is_open = not no_total and not fate and unit not in {AGE, "person"} and is_running(span, start)
    return Quantity(
        low=low,
        high=high,
        unit=unit,
        fate=fate,
        is_ordinal=is_ordinal,
        text=doc[first:end].text,
        start=doc[start].idx - span.start_char,
        act=whose_age(doc[start], span) if unit == AGE else act,
        of_more=is_some_of(span, start, end),
        no_total=RUNNING if is_open else no_total,
        subset=subset_of(span, start, end) if fate or unit == "person" else "",
    )


def _bounded(before: str, low: float, high: float) -> tuple[float, float]:
    if _AT_LEAST.search(before):
        return low, math.inf
    if _AT_MOST.search(before):  # before `more than`, with which `no more than` ends
        return 0.0, high
    if _MORE_THAN.search(before):
        return math.nextafter(low, math.inf), math.inf
    if _LESS_THAN.search(before):
        return 0.0, math.nextafter(high, -math.inf)
    if _ABOUT.search(before):
        return low - abs(low) * _ABOUT_SHARE, high + abs(high) * _ABOUT_SHARE
    return low, high


def _act_of(token: Token, span: Span) -> str:
    verbs = (above for above in token.ancestors if above.pos_ == "VERB" and span.start <= above.i < span.end)
    return next((lemma_of(verb) for verb in verbs), "")


def _join_ranges(found: list[Quantity], span: Span) -> list[Quantity]:
    """`30 to 40`, `between 30 and 40`, `30-40` are one quantity; what rose by six to 40, or from 28 to 31, is none."""
    joined: list[Quantity] = []
    for item in found:
        last = joined[-1] if joined else None
        between = span.text[last.start + len(last.text) : item.start].strip().lower() if last else ""
        before = span.text[: last.start].rstrip().lower() if last else ""
        is_range = between in {"to", "-", "–"} or (between == "and" and before.endswith("between"))
        if last and is_range and last.high < item.low and not (between == "to" and last.no_total in {ADDED, FORMER}):
            joined[-1] = replace(
                last,
                high=item.high,
                unit=item.unit or last.unit,
                fate=item.fate or last.fate,
                text=f"{last.text} to {item.text}",
                act="",
            )
        else:
            joined.append(item)
    return joined


def _add_up(found: list[Quantity], span: Span) -> list[Quantity]:
    """`Two women and a man died`: those that one thing befell together are counted together."""
    added: list[Quantity] = []
    for item in found:
        last = added[-1] if added else None
        between = span.text[last.start + len(last.text) : item.start] if last else ""
        if last and _is_one_toll(last, item) and _JOINS.fullmatch(between):
            text = span.text[last.start : item.start + len(item.text)]
            added[-1] = replace(last, low=last.low + item.low, high=last.high + item.high, text=text)
        else:
            added.append(item)
    return [_with_one_more(item, span) for item in added]


def _is_one_toll(first: Quantity, second: Quantity) -> bool:
    people = all(item.unit == "person" and not item.is_ordinal for item in (first, second))
    return people and bool(first.fate) and first.fate == second.fate and first.act == second.act


def _told_apart(found: list[Quantity], tolls: set[int]) -> list[Quantity]:
    """The quantities with those that are no total told by their neighbours, too.

    Beside a toll, lower counts of the same fate are among its number. What comes on top of a count of another fate is
    the total of its own: five died, and a further 20 were hurt.
    """
    told = []
    for place, item in enumerate(found):
        before = found[place - 1] if place else None
        highest = max((toll.low for toll in found if _is_toll_of(item, toll, tolls)), default=0.0)
        if item.no_total == ADDED and before and before.fate and item.fate and before.fate != item.fate:
            item = replace(item, no_total="")
        elif not item.no_total and item.fate and item.high < highest:
            item = replace(item, no_total=ADDED)
        told.append(item)
    return told


def _is_toll_of(item: Quantity, toll: Quantity, tolls: set[int]) -> bool:
    return toll.start in tolls and toll is not item and toll.fate == item.fate and not toll.no_total


def _with_one_more(item: Quantity, span: Span) -> Quantity:
    """A toll with the one that is added without a number: two women | and a man."""
    more = _ONE_MORE.match(span.text, item.start + len(item.text))
    if not more or item.unit != "person" or not item.fate or more["noun"].lower() not in GENERIC_PEOPLE:
        return item
    return replace(item, low=item.low + 1, high=item.high + 1, text=span.text[item.start : more.end()])
