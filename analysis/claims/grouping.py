"""The same claim in several outlets: linked passages joined into groups."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.claims.background import first_places
from analysis.claims.clustering import Pair, Place, cluster
from analysis.claims.linking import Link, Links
from analysis.columns import Col
from analysis.settings import Settings
from analysis.stretches import Stretches
from analysis.tables import CLAIMS

_ALONE = "told by this article alone"
_PASSING = 1.6
"""What it takes more for a phrase than for a sentence to tell the claim of another passage [log odds]. Those who
annotate count phrases in passing; those who read near pairs of 34 invented events, 2,037 in all, called them one claim
the less often by so much."""
_AS_NEAR = 0.5
"""A phrase as near as its passage but for so much tells what the passage tells of it [log odds]."""


def group_claims(claims: pd.DataFrame, linked: Links, settings: Settings) -> tuple[pd.DataFrame, list[Link]]:
    """CLAIMS with a group for every passage, and the links between the rows of it.

    A claim that one outlet alone tells is a group of its own. What a passage takes for granted stays only where another
    article tells it too and the passage itself is not in that group.
    """
    shares = settings.claim_score, settings.claim_start, settings.claim_stay
    least, start, stay = (math.log(share / (1 - share)) for share in shares)
    links, first = linked.across, first_places(claims[Col.TEXT].tolist(), claims[Col.DOCUMENT_ID].tolist())
    odds = _between_originals({(x.first, x.second): x.log_odds - least for x in links}, first)
    repeats = _between_originals({pair: value - least for pair, value in linked.repeats.items()}, first)
    places = _places(claims)
    is_embedded = [bool(value) for value in claims[Col.IS_EMBEDDED]]
    odds = _in_passing(_told_within(odds, places, is_embedded), is_embedded)
    found = cluster(odds, places, repeats=repeats, start=start - least, stay=stay - least)
    groups = [found[original] for original in first]
    kept = _kept(groups, places, is_embedded)
    best: dict[int, Link] = {}
    # a copy is like its original whatever it tells: the likeness of others says more, where there are any
    for link in sorted(links, key=lambda x: (first[x.first] != first[x.second], x.log_odds)):
        if groups[link.first] == groups[link.second]:
            best[link.first] = best[link.second] = link
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


def _told_within(odds: Mapping[Pair, float], places: Sequence[Place], is_embedded: Sequence[bool]) -> dict[Pair, float]:
    """The odds, none for a passage where a phrase within it is as near to the other: it is the phrase that tells it.

    `The three states reject | the claim that a plot was near` tells of a rejection, and is free to join others that do.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (first, second), value in odds.items():
        near[first][second] = near[second][first] = value
    found = dict(odds)
    for outer, inner in _nested(places, is_embedded):
        for other, value in near[inner].items():
            if value > 0 and near[outer].get(other, 0.0) > 0 and value >= near[outer][other] - _AS_NEAR:
                found[min(outer, other), max(outer, other)] = 0.0
    return found


def _in_passing(odds: Mapping[Pair, float], is_embedded: Sequence[bool]) -> dict[Pair, float]:
    """The odds, those of a phrase lowered, down to none, and none for two phrases: they name one thing in passing."""
    found = {}
    for pair, value in odds.items():
        phrases = sum(is_embedded[row] for row in pair)
        lowered = max(0.0, value - _PASSING) if phrases == 1 else 0.0
        found[pair] = min(value, lowered) if phrases else value
    return found


def _nested(places: Sequence[Place], is_embedded: Sequence[bool]) -> Iterator[Pair]:
    """Passages and the phrases within them."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for row, (document_id, _, _) in enumerate(places):
        by_article[document_id].append(row)
    for rows in by_article.values():
        standing = Stretches(rows, lambda row: places[row][1:])
        for inner in (row for row in rows if is_embedded[row]):
            around = standing.touching(*places[inner][1:])
            yield from ((outer, inner) for outer in around if _holds(places[outer], places[inner]))


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
