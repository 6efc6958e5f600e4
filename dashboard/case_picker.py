"""Which case is open: a choice in the sidebar, kept in the address, each case with filters of its own."""

import datetime
from typing import Any

import streamlit as st

from analysis import AnalysisError
from dashboard import data
from dashboard.filters import KEYS

CASE = "case"
"""Name of the choice: widget key and parameter of the address."""
_KEPT = "filters-kept"
_OPEN_NEXT = "case-to-open"


def case_picker() -> str:
    """Key of the case that is open; empty: the sample, or the folder that Readout was started with."""
    try:
        cases = {case.case_id: case.name for case in data.store().cases()}
    except AnalysisError as error:
        with st.sidebar:
            st.warning("Cases cannot be opened.", icon=":material/error:")
            st.text(str(error))
        return ""
    if (wanted := st.session_state.pop(_OPEN_NEXT, None)) is not None:
        st.session_state[CASE] = wanted
        _bring_filters(wanted)
    if st.session_state.get(CASE, "") not in ("", *cases):
        st.session_state[CASE] = ""
    with st.sidebar:
        chosen: str = st.selectbox(
            "Case",
            ["", *cases],
            format_func=lambda key: " ".join(cases[key].split()) if key else data.source_name(),
            key=CASE,
            bind="query-params",
            on_change=_switched,
            help="Cases hold your own articles. Make one on the page Sources.",
        )
    return chosen or ""


def open_next(case_id: str) -> None:
    """Open a case with its own filters when the page is drawn next."""
    st.session_state[_OPEN_NEXT] = case_id


def keep_filters(case_id: str) -> None:
    """Keep the filters with the case, when they changed."""
    now = {key: _plain(st.session_state.get(key)) for key in KEYS}
    if case_id and st.session_state.get(_KEPT) != (case_id, now):
        data.store().keep_filters(case_id, now)
        st.session_state[_KEPT] = (case_id, now)


def _switched() -> None:
    _bring_filters(st.session_state[CASE] or "")


def _bring_filters(case_id: str) -> None:
    """Set the filters that the case was left with."""
    kept = dict(data.store().case(case_id).filters) if case_id else {}
    for key in KEYS:
        value = kept.get(key)
        if key in ("from", "to"):
            st.session_state[key] = datetime.date.fromisoformat(value) if value else None
        else:
            st.session_state[key] = value or []


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
