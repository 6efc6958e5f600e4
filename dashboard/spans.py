"""What to mark in an article: its entities, responses, shared claims, discrepancies and page furniture."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.filters import act_name
from analysis.palette import act_colour
from analysis.results import Results, records
from analysis.summaries.threads import CLAIM, DISCREPANCY
from analysis.tables import MENTIONS, REMOVALS, RESPONSES, Table
from dashboard.highlight import Span

CLAIM_COLOUR, DISCREPANCY_COLOUR = "#0072B2", "#D55E00"
ENTITIES, ACTS, CLAIMS, DISCREPANCIES = "Actors", "Responses", "Shared claims", "Discrepancies"
LAYERS = (ENTITIES, ACTS, CLAIMS, DISCREPANCIES)
"""What the reader can switch on and off; page furniture is always greyed."""
LAYER_OF_THREAD = {CLAIM: CLAIMS, DISCREPANCY: DISCREPANCIES}


def spans_of(
    results: Results, document_id: str, *, threads: pd.DataFrame, layers: Iterable[str] = LAYERS, chosen: str = ""
) -> list[Span]:
    """Everything to mark in an article.

    Args:
        results: The run, filtered or not.
        document_id: The article.
        threads: From `shared_threads`.
        layers: Those of LAYERS that are switched on.
        chosen: thread_id of the thread that was jumped to.
    """
    layers = set(layers)
    spans = _rows(results, REMOVALS, document_id, _furniture)
    if ENTITIES in layers:
        spans += _rows(results, MENTIONS, document_id, _entity)
    if ACTS in layers:
        spans += _rows(results, RESPONSES, document_id, _response)
    own = threads[threads[Col.DOCUMENT_ID].eq(document_id)]
    others = {key: sorted(set(rows) - {document_id}) for key, rows in threads.groupby("thread_id")[Col.DOCUMENT_ID]}
    for row in records(own):
        if LAYER_OF_THREAD[row["thread"]] in layers:
            spans.append(_thread(row, is_chosen=row["thread_id"] == chosen, n_others=len(others[row["thread_id"]])))
    return spans


def _rows(results: Results, table: Table, document_id: str, span: Callable[[Mapping[str, object]], Span]) -> list[Span]:
    frame = results[table]
    return [span(row) for row in records(frame[frame[Col.DOCUMENT_ID].eq(document_id)])]


def _place(row: Mapping[str, object]) -> tuple[int, int]:
    return int(str(row[Col.START_CHAR])), int(str(row[Col.END_CHAR]))


def _furniture(row: Mapping[str, object]) -> Span:
    start, end = _place(row)
    return Span(start_char=start, end_char=end, kind="furniture", title=f"not read: {row[Col.REASON]}")


def _entity(row: Mapping[str, object]) -> Span:
    country = f", {row[Col.COUNTRY_CODE]}" if row[Col.COUNTRY_CODE] else ""
    start, end = _place(row)
    return Span(start_char=start, end_char=end, kind="entity", title=f"{row[Col.ENTITY]}{country}")


def _response(row: Mapping[str, object]) -> Span:
    act = str(row[Col.ACT])
    title = f"{row[Col.COUNTRY_CODE]}: {act_name(act)}"
    start, end = _place(row)
    return Span(start_char=start, end_char=end, kind="response", colour=act_colour(act), title=title)


def _thread(row: Mapping[str, object], *, is_chosen: bool, n_others: int) -> Span:
    """The passage under the number that it has in every column."""
    number, is_dispute = int(str(row["number"])), row["thread"] == DISCREPANCY
    what = f"discrepancy {number}: {row['reason']}" if is_dispute else f"claim {number}"
    start, end = _place(row)
    return Span(
        start_char=start,
        end_char=end,
        kind="discrepancy" if is_dispute else "claim",
        colour=DISCREPANCY_COLOUR if is_dispute else CLAIM_COLOUR,
        title=f"{what}; also in {counted(n_others, 'other article')}: click to jump to it there",
        badge=f"≠ {number}" if is_dispute else str(number),
        thread=number,
        is_chosen=is_chosen,
    )
