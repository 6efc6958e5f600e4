"""What stands around every page: loading, filters, navigation, and the states in which there is nothing to draw."""

import functools
from pathlib import Path

import streamlit as st

from analysis import AnalysisError, Results
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DOCUMENTS, PROBLEMS
from dashboard import data, highlight
from dashboard.filters import clear, sidebar
from dashboard.pages import PAGES, Page
from dashboard.view import View

ICON = Path(__file__).parent / "static" / "readout.png"


def draw() -> None:
    """Draw the page that the reader chose, for the filters that the reader set."""
    st.set_page_config(page_title="Readout", page_icon=str(ICON), layout="wide")
    st.html(highlight.STYLE)
    results = _loaded(data.source())
    if results is None:
        return
    view = View.of(results, sidebar(results), dark=st.context.theme.type == "dark")
    st.navigation([_entry(page, view) for page in PAGES]).run()


def _entry(page: Page, view: View) -> st.Page:
    show = functools.partial(show_page, page, view)
    icon = f":material/{page.icon}:"
    return st.Page(show, title=page.title, url_path=page.path, icon=icon, help=page.question)


def show_page(page: Page, view: View) -> None:
    """The page under its heading, with the sentence that says what is shown; or why there is nothing to draw."""
    st.title(page.title, anchor=False)
    st.caption(page.question)
    articles = view.results[DOCUMENTS]
    if view.run[DOCUMENTS].empty:
        _nothing_read(view.run)
    else:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(f"{len(articles)} of {len(view.run[DOCUMENTS])} articles", icon=":material/article:")
            st.text(view.shown)
    if articles.empty and not view.run[DOCUMENTS].empty and page.title != "Methods":
        st.info("No article passes these filters.", icon=":material/filter_alt_off:")
        st.button("Clear all filters", on_click=clear, key="clear-empty", type="primary")
        return
    page.render(view)


def _nothing_read(run: Results) -> None:
    st.warning("No article could be read, so there is nothing to analyse.", icon=":material/error:")
    for problem in records(run[PROBLEMS]):
        st.text(f"{problem[Col.INPUT]}: {problem[Col.REASON]} Accepted: {problem[Col.ACCEPTED]}.")


def _loaded(path: Path) -> Results | None:
    """The results; None after telling the reader why there are none."""
    place = st.empty()

    def tell(done: int, total: int) -> None:
        place.progress(done / total, text=f"Reading the articles: {done} of {total}")

    try:
        with st.spinner("Loading the articles"):
            results = data.load(path, tell)
    except AnalysisError as error:
        st.title("Readout", anchor=False)
        st.error("The articles could not be loaded.", icon=":material/error:")
        st.text(str(error))
        st.text("Start Readout with another folder: streamlit run dashboard/app.py -- FOLDER")
        return None
    place.empty()
    return results
