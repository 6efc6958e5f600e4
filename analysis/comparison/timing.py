"""When it was: dates and times of two passages, part by part."""

from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import on_one_event
from analysis.comparison.dates import When, are_near, in_common_form, shared_parts, unequal_parts
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Passage


def compare_dates(alignment: Alignment) -> Iterator[Difference]:
    """Dates of a that clash with every date of b that names the same parts."""
    for when in alignment.a.dates:
        rivals = [other for other in alignment.b.dates if are_comparable(when, other)]
        same_event = [other for other in rivals if other.event == when.event and when.event]
        rivals = same_event or rivals
        if not rivals or any(_dates_meet(when, other) for other in rivals):
            continue
        if any(_is_denied(when.event, alignment.a) != _is_denied(other.event, alignment.b) for other in rivals):
            continue  # what was not so at one time may be so at another
        rival = max(rivals, key=lambda other: (other.event == when.event, len(shared_parts(when, other))))
        values = in_common_form(when, rival)
        parts = ", ".join(unequal_parts(when, rival)) or "order"
        anchored = are_near(when, rival) and on_one_event(when, rival, alignment.b, alignment.a)
        yield Difference("date", *values, True, _reason(values, parts, (when.text, rival.text)), 1.0, anchored)


def are_times_apart(alignment: Alignment) -> bool:
    """Whether both passages say when, and no time of the one can be one of the other's."""
    pairs = [(x, y) for x in alignment.a.dates for y in alignment.b.dates if are_comparable(x, y)]
    return bool(pairs) and not any(_dates_meet(x, y) for x, y in pairs)


def _is_denied(event: str, passage: Passage) -> bool:
    return any(word.negated for word in passage.words if word.pos == "VERB" and word.lemma == event)


def _reason(values: tuple[str, str], parts: str, written: tuple[str, str]) -> str:
    """Both values, the parts in which they differ, and the words as written where those are others."""
    words = [text.strip() for text in written if any(character.isalpha() for character in text)]
    as_written = f", written {' and '.join(words)}" if set(words) - set(values) else ""
    return f"{values[0]} against {values[1]} ({parts}){as_written}"


def are_comparable(a: When, b: When) -> bool:
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
