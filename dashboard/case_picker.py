"""Which case is open: a choice in the sidebar, kept in the address, each case with filters of its own.

The address holds the case's key, never its name: a name may tell what somebody looks into, and a renamed case keeps its
links. A bound widget would write the name, so the address is read and written here.
"""

import datetime
from collections.abc import Mapping
from typing import Any

import streamlit as st

from analysis import AnalysisError
from analysis.briefing.text import one_line
from dashboard import data
from dashboard.filters import KEYS

CASE = "case"
"""Name of the choice: widget key and parameter of the address."""
_ADDRESS = "case-in-address"
"""Of the session: what stands in the address because it was written there, not because somebody asks for it."""
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
    wanted = st.session_state.pop(_OPEN_NEXT, None)
    if wanted is not None:
        _bring_filters(wanted)
    else:
        wanted = _asked_for(cases)
    if wanted is not None:
        st.session_state[CASE] = wanted
    if st.session_state.get(CASE, "") not in ("", *cases):
        st.session_state[CASE] = ""
    with st.sidebar:
        chosen: str = st.selectbox(
            "Case",
            ["", *cases],
            format_func=lambda key: one_line(cases[key]) if key else data.source_name(),
            key=CASE,
            on_change=_switched,
            help="Cases hold your own articles. Make one on the page Sources.",
        )
    _address(chosen or "")
    return chosen or ""


def _asked_for(cases: Mapping[str, str]) -> str | None:
    """Key of the case that a link asks for, by its key or, in an old link, by its name; None where none is."""
    asked = st.query_params.get(CASE, "")
    if asked in ("", st.session_state.get(_ADDRESS)):
        return None
    names = {one_line(name): key for key, name in cases.items()}
    found = asked if asked in cases else names.get(one_line(asked))
    if found and not any(key in st.query_params for key in KEYS):
        _bring_filters(found)
    return found


def _address(case_id: str) -> None:
    """Put the open case into the address, and say so where a link asks for one that is not there."""
    asked = st.query_params.get(CASE, "")
    if case_id and asked != case_id:
        st.query_params[CASE] = case_id
    elif asked and asked == st.session_state.get(_ADDRESS) != case_id:
        del st.query_params[CASE]
    elif asked != case_id:
        with st.sidebar:
            st.warning("The address asks for a case that is not on this computer.", icon=":material/link_off:")
            st.text("It may have been deleted, or made on another computer: Export and Import carry a case over.")
    st.session_state[_ADDRESS] = case_id


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
