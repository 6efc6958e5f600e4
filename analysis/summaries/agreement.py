"""Where outlets contradict each other, how pairs of outlets agree, and which origins they rest on."""

from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.corrections import review_of
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import DISCREPANCIES, DOCUMENTS, ORIGINS, OUTLET_PAIRS


def discrepancy_table(results: Results) -> pd.DataFrame:
    """Each discrepancy with both outlets' names, values, passages and the reason.

    Returns:
        the columns of DISCREPANCIES with publisher_a, publisher_b and review, surest first.
    """
    publisher = _publishers(results)
    frame = results[DISCREPANCIES].copy()
    frame[Col.PUBLISHER_A] = frame[Col.DOCUMENT_ID_A].map(publisher).astype("string")
    frame[Col.PUBLISHER_B] = frame[Col.DOCUMENT_ID_B].map(publisher).astype("string")
    frame[Col.REVIEW] = review_of(results, DISCREPANCIES)
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
    """Which outlet rests on which origin, most shared origins first; within one, the outlet that published first.

    Returns:
        origin_id, origin, kind, publisher, n_passages, published_on (of the outlet's first article that rests on it;
        empty: not known), n_outlets, is_first (published before every other outlet that rests on it and is dated; not
        known of an undated one).
    """
    rows = with_outlet(results[ORIGINS], results)
    keys = [str(key) for key in (Col.ORIGIN_ID, Col.ORIGIN, Col.KIND, Col.PUBLISHER)]
    links = rows.groupby(keys)[Col.PUBLISHED_ON].agg(["size", "min"]).reset_index()
    links = links.rename(columns={"size": "n_passages", "min": str(Col.PUBLISHED_ON)})
    by_origin = links.groupby(str(Col.ORIGIN_ID))
    links[Col.N_OUTLETS] = by_origin[Col.PUBLISHER].transform("nunique")
    links["is_first"] = by_origin[Col.PUBLISHED_ON].transform(_is_first).astype("boolean")
    links["_undated"] = links[Col.PUBLISHED_ON].eq("")
    order = [Col.N_OUTLETS, Col.ORIGIN, Col.ORIGIN_ID, "_undated", Col.PUBLISHED_ON, Col.PUBLISHER]
    ascending = [False, True, True, True, True, True]
    return links.sort_values(order, ascending=ascending, ignore_index=True).drop(columns="_undated")


def _is_first(dates: "pd.Series[str]") -> "pd.Series[Any]":
    """For the outlets of one origin whether each was alone on the earliest date; not known of those without one."""
    dated = dates[dates.ne("")]
    earliest = dates.eq(dated.min()) if len(dated) > 1 else dates.ne(dates)
    found = (earliest & (earliest.sum() == 1)).astype("boolean")
    return found.where(dates.ne(""))


def _publishers(results: Results) -> dict[str, str]:
    return dict(zip(results[DOCUMENTS][Col.DOCUMENT_ID], results[DOCUMENTS][Col.PUBLISHER], strict=True))


__all__ = ["discrepancy_table", "origin_links", "pair_matrix"]
