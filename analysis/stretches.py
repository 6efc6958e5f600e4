"""Which stretches of a text share characters with a passage, asked passage by passage of a long article.

Held against every mention and statement of its article, passage by passage, a report of a thousand sentences would take
time by the square of its length.
"""

import bisect
import itertools
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

Extent = tuple[int | None, int | None]
"""Offsets [start, end) of a stretch in its article [code points]; None: the text does not have it."""


class Stretches(Generic[T]):
    """Items by where they stand in one article; those without a place stand in no passage.

    Args:
        items: In the order in which they are given back.
        extent_of: Where one stands.
    """

    def __init__(self, items: Iterable[T], extent_of: Callable[[T], Extent]) -> None:
        placed = [
            (start, end, place, item)
            for place, item in enumerate(items)
            for start, end in [extent_of(item)]
            if start is not None and end is not None
        ]
        self._sorted = sorted(placed, key=lambda entry: (entry[0], entry[2]))
        self._starts = [start for start, *_ in self._sorted]
        self._furthest = list(itertools.accumulate((end for _, end, *_ in self._sorted), max))

    def touching(self, start: int, end: int) -> list[T]:
        """The items that share a character with the passage [start, end), in the order in which they were given."""
        first = bisect.bisect_right(self._furthest, start)  # all before it end where the passage starts, or earlier
        last = bisect.bisect_left(self._starts, end)
        found = [entry for entry in self._sorted[first:last] if entry[1] > start]
        return [item for *_, item in sorted(found, key=lambda entry: entry[2])]
