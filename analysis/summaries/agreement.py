"""Where outlets contradict each other, how pairs of outlets agree, and which origins they rest on."""

import pandas as pd

from analysis.columns import Col
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import DISCREPANCIES, DOCUMENTS, ORIGINS, OUTLET_PAIRS


def discrepancy_table(results: Results) -> pd.DataFrame:
    """Each discrepancy with both outlets' names, values, passages and the reason.

    Returns:
        the columns of DISCREPANCIES with publisher_a and publisher_b, surest first.
    """
    publisher = _publishers(results)
    frame = results[DISCREPANCIES].copy()
    frame[Col.PUBLISHER_A] = frame[Col.DOCUMENT_ID_A].map(publisher).astype("string")
    frame[Col.PUBLISHER_B] = frame[Col.DOCUMENT_ID_B].map(publisher).astype("string")
    return frame.sort_values(
        [Col.SCORE, Col.KIND, Col.DISCREPANCY_ID], ascending=[False, True, True], ignore_index=True
    )


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
    """Which outlet rests on which origin, most shared origins first.

    Returns:
        origin_id, origin, kind, publisher, n_passages, n_outlets; a text that outlets share is called by the outlet
        in which it was found first.
    """
    rows = with_outlet(results[ORIGINS], results)
    rows[Col.ORIGIN] = _readable(rows[Col.ORIGIN], _publishers(results))
    keys = [Col.ORIGIN_ID, Col.ORIGIN, Col.KIND, Col.PUBLISHER]
    counts = rows.groupby([str(key) for key in keys]).size().rename("n_passages").reset_index()
    counts[Col.N_OUTLETS] = counts.groupby(str(Col.ORIGIN_ID))[Col.PUBLISHER].transform("nunique")
    order = [Col.N_OUTLETS, Col.ORIGIN, Col.ORIGIN_ID, Col.PUBLISHER]
    return counts.sort_values(order, ascending=[False, True, True, True], ignore_index=True)


def _readable(origins: "pd.Series[str]", publishers: dict[str, str]) -> "pd.Series[str]":
    """Origins with an article's id written as its outlet."""
    start = "passage first found in "
    return origins.map(
        lambda name: f"{start}{publishers.get(name.removeprefix(start), name)}" if name.startswith(start) else name
    )


def _publishers(results: Results) -> dict[str, str]:
    return dict(zip(results[DOCUMENTS][Col.DOCUMENT_ID], results[DOCUMENTS][Col.PUBLISHER], strict=True))


__all__ = ["discrepancy_table", "origin_links", "pair_matrix"]
