"""Sources: the case's articles - brought in, described, cleaned, sorted - and the log of what was put right."""

import streamlit as st

from analysis import AnalysisError
from dashboard import data
from dashboard.desk.articles import articles_table, cleaning_preview
from dashboard.desk.bringing_in import bring_in
from dashboard.desk.case_actions import case_actions, new_case, say_what_was_done
from dashboard.desk.heap import heap
from dashboard.desk.log import correction_log
from dashboard.view import View


def render(view: View) -> None:
    """The open case; where none is open, the way to one."""
    with st.container():  # a place of its own, whether or not it is filled: see show_page
        say_what_was_done()
    if not view.case_id:
        _first_case()
        return
    bring_in(view.case_id)
    articles_table(view)
    cleaning_preview(view.case_id)
    heap(view)
    correction_log(view)
    with st.container(border=True, key="case-block"):
        st.subheader("This case", anchor=False)
        case_actions(view.case_id)
    new_case(is_first=False)


def _first_case() -> None:
    try:
        n_cases = len(data.store().cases())
    except AnalysisError:
        st.error("Cases cannot be opened; the sidebar says why.", icon=":material/error:")
        return
    if n_cases:
        st.text("Choose a case in the sidebar, or make a new one.")
    new_case(is_first=True)
