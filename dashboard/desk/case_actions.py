"""Making, renaming, exporting, importing and deleting cases."""

from collections.abc import Callable

import streamlit as st

from analysis import AnalysisError, read_corpus
from analysis.briefing.text import counted
from analysis.cases import export_case, import_case
from analysis.corrections import made_together
from analysis.readers import Reading, Source
from dashboard import data
from dashboard.case_picker import open_next
from dashboard.downloads import file_name


def attempt(action: Callable[[], object], done: str) -> bool:
    """Do something to a case and say how it went, in the analyst's words, when the page is drawn next.

    Args:
        action: What to do; where it returns words, these say what was done.
        done: What was done.

    Returns:
        Whether it was.
    """
    try:
        told = action()
    except AnalysisError as error:
        st.session_state[_SAID] = (False, str(error))
        return False
    st.session_state[_SAID] = (True, told if isinstance(told, str) else done)
    return True


def say_what_was_done() -> None:
    """What the last action came to, once."""
    said = st.session_state.pop(_SAID, None)
    if said:
        is_done, words = said
        (st.success if is_done else st.error)(
            "Done." if is_done else "That did not work.", icon=":material/check:" if is_done else ":material/error:"
        )
        st.text(words)
        # who pressed a button far down the page does not see its top
        st.toast(
            "Done." if is_done else "That did not work; the reason stands at the top of the page.",
            icon=":material/check:" if is_done else ":material/error:",
        )


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
        _import()


def _import() -> None:
    """The way in for an exported case; the box is empty again once the case is in, or it would be brought in twice."""
    turn = int(st.session_state.setdefault(_IMPORTED, 0))
    file = st.file_uploader("Or open an exported case", key=f"import-case-{turn}", max_upload_size=200)
    if file is None:
        st.caption("A file that Export on this page made, here or on another computer.")
    elif st.button("Import the case", key="import-case-now", icon=":material/upload:"):
        if attempt(lambda: _imported(file.getvalue()), ""):
            st.session_state[_IMPORTED] = turn + 1
        st.rerun()


def _imported(exported: bytes) -> str:
    """Bring a case in and open it; in words what it brought, filters too, which would else be taken for the default."""
    case_id = import_case(data.store(), exported)
    open_next(case_id)
    case, n_articles = data.store().case(case_id), len(data.store().brought(case_id))
    n_corrections = len(made_together(data.store().corrections(case_id)))
    brought = f"{counted(n_articles, 'article')} and {counted(n_corrections, 'correction')}"
    filters = " The filters that it was left with are on." if any(case.filters.values()) else ""
    return f"The imported case {case.name} is open, with {brought}.{filters}"


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


_SAID, _IMPORTED = "said-of-cases", "imported-cases"
