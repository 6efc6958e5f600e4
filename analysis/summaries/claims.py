"""Claims by outlet: who reports, contradicts or leaves out what, counted in outlets or in independent origins."""

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.columns import Col
from analysis.filters import SEPARATOR
from analysis.reliance import origins_of_claims
from analysis.results import Results, records
from analysis.summaries.reviews import with_review
from analysis.summaries.sources import outlets, with_outlet
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, DOCUMENTS
from analysis.tables import ORIGINS as ORIGINS_TABLE
from analysis.touched_claims import Touched, touched_claims

REPORTS, BOTH, CONTRADICTS, LEAVES_OUT = "reports", "reports both", "contradicts", "leaves out"
OUTLETS, ORIGINS = "outlets", "origins"
"""What is counted: outlets as they are, or outlets that rest on one origin as one."""
CONTRADICTED, CORROBORATED, SINGLE_SOURCE = "contradicted", "corroborated", "single source"
STATUSES = (CONTRADICTED, CORROBORATED, SINGLE_SOURCE)
"""In the order in which an analyst reads them."""

State = dict[tuple[str, str], str]
"""By group_id and publisher: REPORTS, BOTH or CONTRADICTS; a pair that is not in it is LEAVES_OUT."""


def ranked_claims(results: Results, *, counting: str = OUTLETS, statuses: Iterable[str] = STATUSES) -> pd.DataFrame:
    """AGREEMENT, disputed claims first, then those with most outlets, or origins, then the surest and most specific.

    Args:
        counting: OUTLETS or ORIGINS. By origins, a claim whose outlets all rest on one origin is single source.
        statuses: The statuses wanted.
    """
    frame = results[AGREEMENT].copy()
    if counting == ORIGINS:
        one = frame[Col.STATUS].eq(CORROBORATED) & frame[Col.N_ORIGINS].lt(2)
        frame[Col.STATUS] = frame[Col.STATUS].mask(one, SINGLE_SOURCE)
    frame = frame[frame[Col.STATUS].isin(list(statuses))]
    counts = [Col.N_ORIGINS, Col.N_OUTLETS] if counting == ORIGINS else [Col.N_OUTLETS, Col.N_ORIGINS]
    rank = {status: place for place, status in enumerate(STATUSES)}
    claims = results[CLAIMS]
    sureness = claims.groupby(Col.GROUP_ID)[Col.SCORE].max().round(1)
    frame = frame.assign(
        _rank=frame[Col.STATUS].map(rank).fillna(len(rank)),
        _sureness=frame[Col.GROUP_ID].map(sureness).fillna(0),
        _facets=frame[Col.GROUP_ID].map(_facets(claims)).fillna(0),
    )
    order = ["_rank", *counts, "_sureness", "_facets", Col.CLAIM, Col.GROUP_ID]
    ascending = [True, False, False, False, False, True, True]
    frame = frame.sort_values(order, ascending=ascending, ignore_index=True)
    return frame.drop(columns=["_rank", "_sureness", "_facets"])


def _facets(claims: pd.DataFrame) -> "pd.Series[int]":
    """By claim, how much its fullest passage states: who, to whom, when, where, how many, according to whom."""
    facets = claims[[Col.WHO, Col.WHOM, Col.WHEN, Col.WHERE, Col.QUANTITY, Col.ACCORDING_TO]]
    stated = facets.astype(bool).sum(axis=1)
    return stated.groupby(claims[Col.GROUP_ID]).max()


def claim_map(
    results: Results,
    *,
    top: int | None = None,
    skip: int = 0,
    counting: str = OUTLETS,
    statuses: Iterable[str] = STATUSES,
) -> pd.DataFrame:
    """Each claim in each outlet: reported, contradicted, or left out.

    Args:
        top: Number of claims, in the order of `ranked_claims`; None: all [claims].
        skip: Number of claims left out before them [claims].
        counting: OUTLETS or ORIGINS.
        statuses: The statuses wanted.

    Returns:
        group_id, claim, status, n_outlets, n_origins, publisher, state, origin (on which the outlet's passage rests;
        empty: none shows), review (of the outlet's passages); a row for each claim and outlet.
    """
    claims = ranked_claims(results, counting=counting, statuses=statuses)[skip : None if top is None else skip + top]
    states, origins, shown = claim_states(results), _origins(results), outlets(results)
    rows = [
        (
            *(row[name] for name in (Col.GROUP_ID, Col.CLAIM, Col.STATUS, Col.N_OUTLETS, Col.N_ORIGINS)),
            publisher,
            states.get((row[Col.GROUP_ID], publisher), LEAVES_OUT),
            SEPARATOR.join(origins.get((row[Col.GROUP_ID], publisher), [])),
        )
        for row in records(claims)
        for publisher in shown
    ]
    columns = ["group_id", "claim", "status", "n_outlets", "n_origins", "publisher", "state", "origin"]
    return with_review(pd.DataFrame(rows, columns=columns), results, CLAIMS, [Col.GROUP_ID, Col.PUBLISHER])


def claim_states(results: Results) -> State:
    """How each outlet stands to each claim that it reports or contradicts, as the claim is worded.

    Where a discrepancy is within one claim, the outlets on the side of the passage that stands for the claim report it,
    those on the other side contradict it; where neither side can be tied to that passage, both contradict each other.
    An outlet that tells the claim, and elsewhere what contradicts it, reports both; a passage apart from the claim that
    contradicts the other side of it tells the claim.
    """
    told = with_outlet(results[CLAIMS], results)
    states = dict.fromkeys(zip(told[Col.GROUP_ID], told[Col.PUBLISHER], strict=True), REPORTS)
    publishers = dict(zip(results[DOCUMENTS][Col.DOCUMENT_ID], results[DOCUMENTS][Col.PUBLISHER], strict=True))
    within: dict[str, list[Touched]] = defaultdict(list)
    beside: list[tuple[str, str, str]] = []
    for dispute in touched_claims(results[CLAIMS], results[DISCREPANCIES]):
        (first, second), (a, b) = dispute.groups, dispute.documents
        for group_id in first & second:
            within[group_id].append(dispute)
        beside += [(group_id, a, b) for group_id in sorted(first - second)]
        beside += [(group_id, b, a) for group_id in sorted(second - first)]
    worded = _wording(results)
    opposed = {group_id: _opposed(found, worded.get(group_id, frozenset())) for group_id, found in within.items()}
    for group_id, documents in opposed.items():
        states |= {(group_id, publishers[document_id]): CONTRADICTS for document_id in documents}
    for group_id, document_id, rival in beside:
        place = group_id, publishers[rival]
        if document_id in opposed.get(group_id, ()):
            states.setdefault(place, REPORTS)  # who contradicts the other side of a claim tells the claim
        else:
            states[place] = BOTH if states.get(place) in {REPORTS, BOTH} else CONTRADICTS
    return states


def _origins(results: Results) -> dict[tuple[str, str], list[str]]:
    """By claim and outlet, the origins that the outlet's passages of the claim rest on."""
    publishers = dict(zip(results[DOCUMENTS][Col.DOCUMENT_ID], results[DOCUMENTS][Col.PUBLISHER], strict=True))
    used = origins_of_claims(results[CLAIMS], results[ORIGINS_TABLE], publishers)
    return {
        (group_id, publisher): sorted(set(origins.values()))
        for group_id, outlets_used in used.items()
        for publisher, origins in outlets_used.items()
        if origins
    }


def only_in_one_outlet(results: Results) -> pd.DataFrame:
    """Claims that one outlet alone reports: publisher, claim, group_id; by outlet."""
    alone = results[AGREEMENT].loc[results[AGREEMENT][Col.N_OUTLETS].eq(1), [Col.OUTLETS, Col.CLAIM, Col.GROUP_ID]]
    alone = alone.rename(columns={str(Col.OUTLETS): str(Col.PUBLISHER)})
    return alone.sort_values([Col.PUBLISHER, Col.GROUP_ID], ignore_index=True)


def passages_of_one_outlet(results: Results, *, publisher: str) -> pd.DataFrame:
    """The passages that one outlet alone reports, in the order of its text, with what they state.

    Returns:
        claim, who, act, whom, when, where, quantity, according_to, document_id, start_char, end_char, group_id.
    """
    alone = only_in_one_outlet(results)
    groups = alone.loc[alone[Col.PUBLISHER].eq(publisher), Col.GROUP_ID]
    rows = results[CLAIMS].loc[results[CLAIMS][Col.GROUP_ID].isin(groups)]
    rows = rows.rename(columns={str(Col.TEXT): str(Col.CLAIM)}).sort_values([Col.DOCUMENT_ID, Col.START_CHAR])
    columns = [
        Col.CLAIM, Col.WHO, Col.ACT, Col.WHOM, Col.WHEN, Col.WHERE, Col.QUANTITY, Col.ACCORDING_TO, Col.DOCUMENT_ID,
        Col.START_CHAR, Col.END_CHAR, Col.GROUP_ID,
    ]  # fmt: skip
    return rows[columns].reset_index(drop=True)


def in_count(n_outlets: int, n_origins: int) -> str:
    """`5 outlets, 2 origins`."""
    return f"{n_outlets} outlet{'' if n_outlets == 1 else 's'}, {n_origins} origin{'' if n_origins == 1 else 's'}"


def outlets_of(cell: str) -> list[str]:
    """The outlets of a cell that holds several."""
    return [name for name in cell.split(SEPARATOR) if name]


def _wording(results: Results) -> dict[str, frozenset[str]]:
    """By claim, the articles whose passage is the wording that stands for it."""
    claims = results[CLAIMS].merge(results[AGREEMENT][[Col.GROUP_ID, Col.CLAIM]], on=str(Col.GROUP_ID))
    worded = claims[claims[Col.TEXT].eq(claims[Col.CLAIM])]
    return {str(key): frozenset(rows) for key, rows in worded.groupby(Col.GROUP_ID)[Col.DOCUMENT_ID]}


def _opposed(disputes: Iterable[Touched], worded: frozenset[str]) -> set[str]:
    """The articles on the other side of a claim's wording: odd steps away from it along the discrepancies."""
    rivals: dict[str, set[str]] = defaultdict(set)
    for dispute in disputes:
        first, second = dispute.documents
        rivals[first].add(second)
        rivals[second].add(first)
    side = dict.fromkeys(worded & set(rivals), 0)
    wave = sorted(side)
    while wave:
        wave = [
            rival for article in wave for rival in sorted(rivals[article] - set(side)) if _take(side, rival, article)
        ]
    return {article for article in rivals if side.get(article, 1) == 1}


def _take(side: dict[str, int], rival: str, article: str) -> bool:
    """Put a rival on the other side, once."""
    if rival in side:
        return False
    side[rival] = 1 - side[article]
    return True


__all__ = [
    "BOTH", "CONTRADICTED", "CONTRADICTS", "CORROBORATED", "LEAVES_OUT", "ORIGINS", "OUTLETS", "REPORTS",
    "SINGLE_SOURCE",
    "STATUSES", "claim_map", "claim_states", "in_count", "only_in_one_outlet", "outlets_of", "passages_of_one_outlet",
    "ranked_claims",
]  # fmt: skip
