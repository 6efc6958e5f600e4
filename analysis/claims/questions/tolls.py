"""How many were killed or hurt: the toll of what the articles are about."""

import datetime
import math
from collections.abc import Iterator

from analysis.claims.questions.answers import Answer
from analysis.claims.wording import in_words
from analysis.comparison.passages import Passage
from analysis.comparison.vocabulary import vocabulary

_CLASS = "class "
_NEAR = 14
"""A toll of a day further from the article's date is that of another happening [days]."""


def how_many_were_harmed(passage: Passage) -> Iterator[Answer]:
    """The dead and the hurt of a sentence, as a range; those of another time or of a longer span are no answer."""
    lemmas = {word.lemma for word in passage.words}
    if lemmas & vocabulary("earlier") or _is_of_another_time(passage):
        return
    classes = {name for name in ("violence", "disaster", "accident") if lemmas & vocabulary(name)}
    for quantity in passage.quantities:
        is_count = quantity.fate in {"death", "injury"} and quantity.unit in {"person", ""}
        is_total = not quantity.no_total and not quantity.is_ordinal
        if is_count and is_total and not quantity.is_vague and quantity.high >= 1:
            about = frozenset({quantity.fate}) | {f"{_CLASS}{name}" for name in classes}
            value, words = f"{quantity.low!r} {quantity.high!r} {quantity.subset}".rstrip(), in_words(str(quantity))
            yield Answer(value, words, quantity.start, about, key=words)


def is_another_toll(a: Answer, b: Answer) -> bool:
    """Whether the two cannot meet, and not because one counts but some or the later article more: tolls rise."""
    (low_a, high_a), (low_b, high_b) = ([float(end) for end in answer.value.split()[:2]] for answer in (a, b))
    subsets = [" ".join(answer.value.split()[2:]) for answer in (a, b)]
    if subsets[0] != subsets[1] and (all(subsets) or (low_a <= high_b if subsets[0] else low_b <= high_a)):
        return False
    if (low_a <= high_b and low_b <= high_a) or math.isclose(low_a, high_b) or math.isclose(low_b, high_a):
        return False
    fewer, more = (a, b) if high_a < low_b else (b, a)
    dates = fewer.published_on, more.published_on
    return not all(dates) or dates[1] <= dates[0]


def is_one_happening(a: Answer, b: Answer) -> bool:
    """The same harm, and no flood here where the other tells of an attack."""
    kinds = [{key for key in answer.matters if key.startswith(_CLASS)} for answer in (a, b)]
    harms = [{key for key in answer.matters if not key.startswith(_CLASS)} for answer in (a, b)]
    return bool(harms[0] & harms[1]) and (not all(kinds) or bool(kinds[0] & kinds[1]))


def _is_of_another_time(passage: Passage) -> bool:
    """Whether the sentence has a date far from the article's, or counts from a date on."""
    if any(when.bound in {"since", "from", "before"} for when in passage.dates):
        return True
    published = datetime.date.fromisoformat(passage.published_on) if passage.published_on else None
    for when in passage.dates:
        if published and when.year and when.year != published.year:
            return True
        if published and when.year and when.month and when.day:
            try:
                day = datetime.date(when.year, when.month, when.day)
            except ValueError:
                continue
            if abs((published - day).days) > _NEAR:
                return True
    return False
