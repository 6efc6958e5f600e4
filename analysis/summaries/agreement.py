"""Where outlets agree: which outlet reports, contradicts or leaves out a claim, and how outlets pair up."""

import pandas as pd

from analysis.columns import Col
from analysis.filters import SEPARATOR
from analysis.results import Results
from analysis.summaries.sources import outlets, with_outlet
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, DOCUMENTS, ORIGINS, OUTLET_PAIRS

REPORTS, CONTRADICTS, LEAVES_OUT = "reports", "contradicts", "leaves out"
_STATUS_ORDER = ("contradicted", "corroborated", "single source")


def claim_map(results: Results, *, top: int | None = None) -> pd.DataFrame:
    """Each claim in each outlet: reported, in contradiction with another outlet, or left out.

    Args:
        top: Number of claims, disputed first, then those in most outlets; None: all [claims].

    Returns:
        group_id, claim, status, n_outlets, n_origins, publisher, state.
    """
    shown = outlets(results)
    claims = ranked_claims(results).head(top if top is not None else len(results[AGREEMENT]))
    disputed = _disputing_outlets(results)
    rows = []
    for claim in claims.to_dict("records"):
        reporting = set(str(claim["outlets"]).split(SEPARATOR))
        for publisher in shown:
            state = REPORTS if publisher in reporting else LEAVES_OUT
            if (claim["group_id"], publisher) in disputed:
                state = CONTRADICTS
            rows.append(
                (claim["group_id"], claim["claim"], claim["status"], claim["n_outlets"], claim["n_origins"],
                 publisher, state)
            )  # fmt: skip
    columns = ["group_id", "claim", "status", "n_outlets", "n_origins", "publisher", "state"]
    return pd.DataFrame(rows, columns=columns)


def ranked_claims(results: Results) -> pd.DataFrame:
    """AGREEMENT, disputed claims first, then those that most outlets report."""
    frame = results[AGREEMENT].copy()
    frame["_order"] = [_STATUS_ORDER.index(status) if status in _STATUS_ORDER else 9 for status in frame[Col.STATUS]]
    order = ["_order", Col.N_OUTLETS, Col.N_ORIGINS, Col.CLAIM, Col.GROUP_ID]
    frame = frame.sort_values(order, ascending=[True, False, False, True, True], ignore_index=True)
    return frame.drop(columns="_order")


def only_in_one_outlet(results: Results) -> pd.DataFrame:
    """Claims that one outlet alone reports: publisher, claim, group_id; by outlet."""
    alone = results[AGREEMENT].loc[results[AGREEMENT][Col.N_OUTLETS].eq(1), [Col.OUTLETS, Col.CLAIM, Col.GROUP_ID]]
    alone = alone.rename(columns={str(Col.OUTLETS): str(Col.PUBLISHER)})
    return alone.sort_values([Col.PUBLISHER, Col.GROUP_ID], ignore_index=True)


def discrepancy_table(results: Results) -> pd.DataFrame:
    """Each discrepancy with both outlets' names, values, passages and the reason.

    Returns:
        the columns of DISCREPANCIES with publisher_a and publisher_b, surest first.
    """
    documents = results[DOCUMENTS]
    publisher = dict(zip(documents[Col.DOCUMENT_ID], documents[Col.PUBLISHER], strict=True))
    frame = results[DISCREPANCIES].copy()
    frame[Col.PUBLISHER_A] = frame[Col.DOCUMENT_ID_A].map(publisher).astype("string")
    frame[Col.PUBLISHER_B] = frame[Col.DOCUMENT_ID_B].map(publisher).astype("string")
    return frame.sort_values([Col.SCORE, Col.KIND, Col.DISCREPANCY_ID], ascending=[False, True, True])


def pair_matrix(results: Results, *, measure: str) -> pd.DataFrame:
    """Agreement beyond chance of every two outlets, both ways round.

    Returns:
        publisher_a, publisher_b, n_units, n_agreed, alpha, alpha_low, alpha_high, warning.
    """
    pairs = results[OUTLET_PAIRS]
    pairs = pairs[pairs[Col.MEASURE].eq(measure)].drop(columns=str(Col.MEASURE))
    swapped = pairs.rename(
        columns={
            str(Col.PUBLISHER_A): str(Col.PUBLISHER_B),
            str(Col.PUBLISHER_B): str(Col.PUBLISHER_A),
        }
    )
    both = pd.concat([pairs, swapped[pairs.columns]])
    return both.sort_values([Col.PUBLISHER_A, Col.PUBLISHER_B], ignore_index=True)


def origin_links(results: Results) -> pd.DataFrame:
    """Which outlet rests on which origin: origin_id, origin, kind, publisher, n_passages."""
    rows = with_outlet(results[ORIGINS], results)
    counts = rows.groupby([Col.ORIGIN_ID, Col.ORIGIN, Col.KIND, Col.PUBLISHER]).size()
    return counts.rename("n_passages").reset_index()


def _disputing_outlets(results: Results) -> set[tuple[str, str]]:
    frame = discrepancy_table(results)
    sides = [*zip(frame[Col.GROUP_ID], frame[Col.PUBLISHER_A], strict=True)]
    return {*sides, *zip(frame[Col.GROUP_ID], frame[Col.PUBLISHER_B], strict=True)}


__all__ = [
    "CLAIMS", "CONTRADICTS", "LEAVES_OUT", "REPORTS", "claim_map", "discrepancy_table", "only_in_one_outlet",
    "origin_links", "pair_matrix", "ranked_claims",
]  # fmt: skip
