"""The three answers of the page on its first screen: what is disputed, what is corroborated, what hangs on one."""

from collections.abc import Mapping
from typing import Literal

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.briefing.text import excerpt
from analysis.columns import Col
from analysis.results import records
from analysis.summaries.claims import CONTRADICTED, CORROBORATED, ORIGINS, SINGLE_SOURCE, in_count, outlets_of
from analysis.summaries.disputes import disputes_of
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS
from analysis.tellings import Side
from analysis.touched_claims import touched_claims
from dashboard import highlight
from dashboard.charts.marks import short_names
from dashboard.view import View

MOST_LINES, MOST_NAMES = 3, 2
"""Claims written out in each of the three, and outlets named on a side of a dispute."""
CLAIM_CHARS = 84
"""A longer claim is cut here; the map below has it whole [characters]."""
HEIGHT = 330
"""Height of the three boxes [pixels]."""

Line = tuple[str, str]
Colour = Literal["orange", "blue", "gray"]


def render(view: View, counting: str) -> None:
    """Three boxes, each with a number and its first claims."""
    one = "one origin" if counting == ORIGINS else "one outlet"
    boxes: tuple[tuple[str, str, str, Colour, str], ...] = (
        (CONTRADICTED, "≠", "disputed", "orange", "Passages that cannot both hold"),
        (CORROBORATED, "✓", "corroborated", "blue", f"More than {one} reports it, none disputes it"),
        (SINGLE_SOURCE, "①", f"on {one} alone", "gray", "Nobody else among these articles reports it"),
    )
    ranked = summaries.ranked_claims(view.results, counting=counting)
    rivals = _rivals(view)
    for column, (status, sign, words, colour, meaning) in zip(st.columns(3), boxes, strict=True):
        rows = ranked[ranked[Col.STATUS].eq(status)]
        with column, st.container(border=True, height=HEIGHT, gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.subheader(f"{sign} {len(rows)}", anchor=False, width="content")
                st.badge(words, color=colour, help=meaning)
            st.html(highlight.lines(_lines(rows, rivals, view)) if len(rows) else highlight.lines([("None.", "")]))


def _lines(rows: pd.DataFrame, rivals: dict[str, str], view: View) -> list[Line]:
    documents = view.results[DOCUMENTS]
    n_outlets = documents.loc[documents[Col.IS_ANALYSED], Col.PUBLISHER].nunique()  # the unread leave nothing out
    first = records(rows.head(MOST_LINES))
    lines = [(excerpt(row[Col.CLAIM], CLAIM_CHARS), _note(row, rivals, n_outlets)) for row in first]
    rest = len(rows) - len(lines)
    return [*lines, ("", f"and {rest} more below")] if rest > 0 else lines


def _note(row: dict[str, str], rivals: dict[str, str], n_outlets: int) -> str:
    if row[Col.GROUP_ID] in rivals and row[Col.STATUS] == CONTRADICTED:
        return rivals[row[Col.GROUP_ID]]
    names = outlets_of(row[Col.OUTLETS])
    if len(names) == 1:
        return f"only {names[0]}"
    return f"{in_count(len(names), int(row[Col.N_ORIGINS]))}; {n_outlets - len(names)} leave it out"


def _rivals(view: View) -> dict[str, str]:
    """By claim, its first dispute: who says what."""
    short = short_names(sorted(view.run[DOCUMENTS][Col.PUBLISHER].unique()))
    touched = {item.discrepancy_id: item for item in touched_claims(view.results[CLAIMS], view.results[DISCREPANCIES])}
    found: dict[str, str] = {}
    for dispute in disputes_of(view.results):
        words = " ≠ ".join(f"{side.value}: {_who(side, short)}" for side in dispute.sides)
        for key in dispute.discrepancy_ids:
            for group_id in sorted(frozenset().union(*touched[key].groups)):
                found.setdefault(group_id, words)
    return found


def _who(side: Side, short: Mapping[str, str]) -> str:
    """The outlets of a side, or their number where they are many."""
    names = [short[outlet] for outlet in side.outlets]
    return ", ".join(names) if len(names) <= MOST_NAMES else f"{len(names)} outlets"
