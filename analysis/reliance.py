"""On which origins an article's passages rest, and on how many independent ones several outlets' passages do.

Outlets are independent only as far as the text shows. So the count is of outlets of which no two rest on one origin: a
lower bound of the origins behind them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.columns import Col
from analysis.results import records

_RELAYS = frozenset({"agency", "outlet", "shared-text", "quotation"})
"""Kinds of origins that pass on what others say; the others are those who say it."""
_COVERED = 0.5
"""Share of a passage, or of what rests on an origin if that is shorter, that the two must have in common."""


Uses = dict[str, dict[str, str]]
"""The origins that each outlet rests on: names by key."""


@dataclass(frozen=True, slots=True)
class Reliance:
    """The passages of each article that rest on an origin."""

    _spans: Mapping[str, Sequence[tuple[int, int, str, str]]]

    @classmethod
    def of(cls, origins: pd.DataFrame) -> "Reliance":
        """The reliance that ORIGINS lists."""
        found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for row in records(origins):
            found[str(row[Col.DOCUMENT_ID])].append(
                (row[Col.START_CHAR], row[Col.END_CHAR], str(row[Col.ORIGIN_ID]), str(row[Col.ORIGIN]))
            )
        return cls(found)

    def of_passage(self, passage: Mapping[str, object]) -> dict[str, str]:
        """The origins that a passage rests on: names by key."""
        own, spans = span_of(passage), self._spans.get(str(passage[Col.DOCUMENT_ID]), ())
        return {key: name for first, last, key, name in spans if do_overlap((first, last), own)}


def span_of(passage: Mapping[Col, object] | Mapping[str, object]) -> tuple[int, int]:
    """Where a row of any table stands in its article [code points]."""
    row: Mapping[str, object] = {str(name): value for name, value in passage.items()}
    return int(str(row[Col.START_CHAR])), int(str(row[Col.END_CHAR]))


def origins_of_claims(claims: pd.DataFrame, origins: pd.DataFrame, outlet_of: Mapping[str, str]) -> dict[str, Uses]:
    """For each claim of CLAIMS the outlets that tell it and the origins that their passages of it rest on.

    Args:
        claims: CLAIMS.
        origins: ORIGINS.
        outlet_of: The outlet of each article.
    """
    reliance = Reliance.of(origins)
    found: dict[str, Uses] = defaultdict(lambda: defaultdict(dict))
    for passage in records(claims):
        outlet = outlet_of[str(passage[Col.DOCUMENT_ID])]
        found[str(passage[Col.GROUP_ID])][outlet].update(reliance.of_passage(passage))
    return found


def do_overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two stretches of a text have half of the shorter in common."""
    common = min(first[1], second[1]) - max(first[0], second[0])
    shorter = min(first[1] - first[0], second[1] - second[0])
    return common > 0 and common >= _COVERED * shorter


def are_one(first: str, second: str) -> bool:
    """Whether two origins may be one: the same, or a state and a body of it, since the state may speak through it."""
    return first == second or first.startswith(f"{second}/") or second.startswith(f"{first}/")


def count_independent(used: Mapping[str, Collection[str]]) -> int:
    """Origins that are independent as far as the text shows.

    Args:
        used: The origins that each outlet rests on; an outlet that shows none is its own origin.

    Returns:
        The number of outlets of which no two rest on one origin, found from those with the fewest and most exact
        origins on. Who passes on somebody's words, as another outlet shows, rests on these words too.
    """
    sources = _traced(used)
    order = sorted(sources, key=lambda outlet: (len(sources[outlet]), -_depth(sources[outlet]), outlet))
    count, taken = 0, set[str]()
    for outlet in order:
        if not any(are_one(key, other) for key in sources[outlet] for other in taken):
            count, taken = count + 1, taken | sources[outlet]
    return count


def _traced(used: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """What each outlet rests on, traced through agencies and outlets to those whose words they pass on."""
    passed_on: dict[str, set[str]] = defaultdict(set)
    for keys in used.values():
        for relay in filter(_is_relay, keys):
            passed_on[relay] |= {key for key in keys if not _is_relay(key)}
    traced = {}
    for outlet, keys in used.items():
        own = set(keys)
        if all(map(_is_relay, own)):
            own |= {source for relay in own for source in passed_on[relay]}
        traced[outlet] = own
    return traced


def _is_relay(key: str) -> bool:
    return key.partition(":")[0] in _RELAYS


def _depth(keys: Collection[str]) -> int:
    return max((key.count("/") for key in keys), default=0)
