"""The same claim in several outlets: linked passages joined into groups."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.claims.background import first_places
from analysis.claims.clustering import Pair, Place, cluster
from analysis.claims.likelihood import Likeness
from analysis.claims.linking import Link, Links
from analysis.columns import Col
from analysis.settings import Settings
from analysis.tables import CLAIMS

_ALONE = "told by this article alone"


def group_claims(claims: pd.DataFrame, linked: Links, settings: Settings) -> tuple[pd.DataFrame, list[Link]]:
    """CLAIMS with a group for every passage, and the links between the rows of it.

    A claim that one outlet alone tells is a group of its own. What a passage takes for granted stays only where another
    article tells it too and the passage itself is not in that group.
    """
    least, start = (math.log(share / (1 - share)) for share in (settings.claim_score, settings.claim_start))
    links, first = linked.across, first_places(claims[Col.TEXT].tolist(), claims[Col.DOCUMENT_ID].tolist())
    odds = _between_originals({(x.first, x.second): x.likeness.log_odds - least for x in links}, first)
    repeats = _between_originals({pair: value - least for pair, value in linked.repeats.items()}, first)
    places = _places(claims)
    found = cluster(odds, places, repeats=repeats, start=start - least)
    groups = [found[original] for original in first]
    kept = _kept(groups, places, [bool(value) for value in claims[Col.IS_EMBEDDED]])
    best: dict[int, Likeness] = {}
    # a copy is like its original whatever it tells: the likeness of others says more, where there are any
    for link in sorted(links, key=lambda x: (first[x.first] != first[x.second], x.likeness.log_odds)):
        if groups[link.first] == groups[link.second]:
            best[link.first] = best[link.second] = link.likeness
    frame = claims.copy()
    names = {group: f"claim:{claims[Col.CLAIM_ID].iloc[group]}" for group in set(groups)}
    frame[Col.GROUP_ID] = [names[group] for group in groups]
    frame[Col.SCORE] = [round(best[row].likelihood, 4) if row in best else None for row in range(len(claims))]
    frame[Col.REASON] = [best[row].in_words() if row in best else _ALONE for row in range(len(claims))]
    at = {row: place for place, row in enumerate(kept)}
    moved = [replace(x, first=at[x.first], second=at[x.second]) for x in links if x.first in at and x.second in at]
    return CLAIMS.conform(frame.iloc[kept].reset_index(drop=True)), moved


def _between_originals(odds: Mapping[Pair, float], first: Sequence[int]) -> dict[Pair, float]:
    """The odds of pairs in which no passage is a copy; a copy goes where its original goes, and speaks for nothing."""
    return {pair: value for pair, value in odds.items() if all(first[row] == row for row in pair)}


def _places(claims: pd.DataFrame) -> list[Place]:
    columns = (claims[column] for column in (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR))
    return [(str(document), int(start), int(end)) for document, start, end in zip(*columns, strict=True)]


def _kept(groups: Sequence[int], places: Sequence[Place], is_embedded: Sequence[bool]) -> list[int]:
    """Rows that tell a reader something: all but embedded phrases that nobody else tells or that repeat a passage."""
    members: dict[int, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        members[group].append(row)
    kept = []
    for row, group in enumerate(groups):
        others = [other for other in members[group] if other != row]
        repeats = any(_holds(places[other], places[row]) for other in others)
        is_shared = any(places[other][0] != places[row][0] for other in others)
        if not is_embedded[row] or (is_shared and not repeats):
            kept.append(row)
    return kept


def _holds(outer: Place, inner: Place) -> bool:
    """Whether the inner passage lies in the outer; of two that are equal neither does."""
    inside = outer[0] == inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2]
    return inside and outer != inner
