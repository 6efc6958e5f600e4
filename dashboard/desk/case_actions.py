"""Making, renaming, exporting, importing and deleting cases."""

from collections.abc import Callable

import streamlit as st

from analysis import AnalysisError, read_corpus
from analysis.cases import export_case, import_case
from analysis.readers import Reading, Source
from dashboard import data
from dashboard.case_picker import open_next
from dashboard.downloads import file_name


def attempt(action: Callable[[], object], done: str) -> None:
    """Do something to a case and say how it went, in the analyst's words, when the page is drawn next."""
    try:
        action()
    except AnalysisError as error:
        st.session_state[_SAID] = (False, str(error))
    else:
        st.session_state[_SAID] = (True, done)


def say_what_was_done() -> None:
    """What the last action came to, once."""
    said = st.session_state.pop(_SAID, None)
    if said:
        is_done, words = said
        (st.success if is_done else st.error)(
            "Done." if is_done else "That did not work.", icon=":material/check:" if is_done else ":material/error:"
        )
        st.text(words)


def new_case(*, is_first: bool) -> None:
    """The form for a new case, and the way in for an exported one."""
    with st.container(border=True, key="new-case-block"):
        st.subheader("New case", anchor=False)
        if is_first:
            st.text(f"Shown now: {data.source_name()}. Make a case to bring in your own articles; they stay here.")
        with st.form("new-case", border=False, clear_on_submit=True):
            name = st.text_input("Name of the case", key="new-case-name", max_chars=100)
            with_sample = st.checkbox("Start with the sample articles", key="new-case-sample")
            if st.form_submit_button("Make the case", key="new-case-make", type="primary", icon=":material/add:"):
                attempt(lambda: _make(name, with_sample), f"The case {name.strip()} is open.")
                st.rerun()
        file = st.file_uploader("Or open an exported case", key="import-case", max_upload_size=200)
        if file is not None and st.button("Import the case", key="import-case-now", icon=":material/upload:"):
            attempt(lambda: open_next(import_case(data.store(), file.getvalue())), "The imported case is open.")
            st.rerun()


def case_actions(case_id: str) -> None:
    """Rename, export or delete the open case."""
    case = data.store().case(case_id)
    with st.container(horizontal=True):
        with st.popover("Rename", icon=":material/edit:"):
            name = st.text_input("New name", case.name, key="rename-case-name", max_chars=100)
            if st.button("Rename the case", key="rename-case", type="primary"):
                attempt(lambda: data.store().rename(case_id, name), f"The case is now called {name.strip()}.")
                st.rerun()
        st.download_button(
            "Export",
            data=lambda: export_case(data.store(), case_id),
            file_name=file_name(case.name, ".readout"),
            mime="application/zip",
            on_click="ignore",
            key="export-case",
            icon=":material/download:",
            help="One file with the articles, your edits and corrections; the same results on another computer",
        )
        with st.popover("Delete", icon=":material/delete:"):
            st.text("The case, its articles and its corrections are removed from this computer.")
            if st.button("Delete the case", key="delete-case", type="primary"):
                attempt(lambda: data.store().delete(case_id), "The case was deleted.")
                open_next("")
                st.rerun()
    st.caption("Cases are kept in this file:")
    st.text(str(data.store().database.path))


def _make(name: str, with_sample: bool) -> None:
    case = data.store().create(name)
    if with_sample:
        for article in read_corpus(data.source()).articles:
            source = Source(f"{article.document_id}.txt", article.text.encode("utf-8", "surrogatepass"), article.url)
            data.store().add(case.case_id, Reading(source, (article,)))
    open_next(case.case_id)


_SAID = "said-of-cases"
