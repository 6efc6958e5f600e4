"""What stands around every page: loading, filters, navigation, and the states in which there is nothing to draw."""

import functools
from pathlib import Path

import streamlit as st

from analysis import AnalysisError, Results
from analysis.readers.corpus import in_words
from analysis.results import records
from analysis.tables import DOCUMENTS, PROBLEMS
from dashboard import data, highlight
from dashboard.case_picker import case_picker, keep_filters
from dashboard.filters import clear, sidebar
from dashboard.pages import PAGES, Page
from dashboard.theme import WIDGET_STYLE
from dashboard.view import View

WITHOUT_ARTICLES = ("Sources", "Methods")
"""Pages that have something to say where no article is shown."""
STOPPED = "stopped-cases"
"""Cases whose analysis the reader stopped, in the session."""
ICON = Path(__file__).parent / "static" / "readout.png"


def draw() -> None:
    """Draw the page that the reader chose, for the filters that the reader set."""
    st.set_page_config(page_title="Readout", page_icon=str(ICON), layout="wide")
    st.html(highlight.STYLE)
    st.html(WIDGET_STYLE)
    view = opened()
    if view is not None:
        first = PAGES[0]
        by_name = st.Page(
            functools.partial(show_page, first, view), title=first.title, url_path=first.path, visibility="hidden"
        )
        st.navigation([*(_entry(page, view) for page in PAGES), by_name]).run()


def opened() -> View | None:
    """What the reader opened, a case or the folder, through the reader's filters; None where it cannot be read."""
    case_id = case_picker()
    results = _loaded(case_id)
    if results is None:
        return None
    filters = sidebar(results)
    keep_filters(case_id)
    shown = data.filtered(results, filters)
    return View.of(results, filters, shown=shown, dark=st.context.theme.type == "dark", case_id=case_id)


def _entry(page: Page, view: View) -> st.Page:
    """The page in the menu. Streamlit keeps the first one at the root; by its name it is reached as a hidden page."""
    show = functools.partial(show_page, page, view)
    icon = f":material/{page.icon}:"
    path = page.path if page is not PAGES[0] else ""
    return st.Page(show, title=page.title, url_path=path, icon=icon, help=page.question, default=not path)


def show_page(page: Page, view: View) -> None:
    """The page under its heading, with the sentence that says what is shown; or why there is nothing to draw.

    What comes and goes above the page has a container that always stands: the browser knows blocks by their place, and
    one that moves is made anew, with its first tab open and without the files that are being uploaded to it.
    """
    st.title(page.title, anchor=False)
    st.caption(page.question)
    n_shown, n_all = len(view.results[DOCUMENTS]), len(view.run[DOCUMENTS])
    with st.container(horizontal=True, vertical_alignment="center"):
        if n_all:
            st.badge(f"{n_shown} of {n_all} articles", icon=":material/article:")
            st.text(view.shown)
    if n_shown or page.title in WITHOUT_ARTICLES:
        page.render(view)
    elif n_all:
        st.info("No article passes these filters.", icon=":material/filter_alt_off:")
        st.button("Clear all filters", on_click=clear, key="clear-empty", type="primary")
    else:
        _nothing_read(view)


def _nothing_read(view: View) -> None:
    if view.case_id and view.run[PROBLEMS].empty:
        st.info("This case has no articles yet. Bring some in on the page Sources.", icon=":material/inbox:")
        return
    st.warning("No article could be read, so there is nothing to analyse.", icon=":material/error:")
    for problem in records(view.run[PROBLEMS]):
        st.text(in_words(problem))


def _loaded(case_id: str) -> Results | None:
    """The results of the case, or of the folder where no case is open; None after telling why there are none."""
    place, stop = st.empty(), st.empty()

    def tell(done: int, total: int) -> None:
        place.progress(done / total, text=f"Analysing the articles: {done} of {total}")

    try:
        if case_id in st.session_state.get(STOPPED, set()):
            results = data.load_case(case_id, tell, is_partial=True)
            _offer_to_go_on(case_id)
        elif case_id:
            stop.button("Stop the analysis", key="stop-analysis", on_click=_stop, args=[case_id])
            with st.spinner("Loading the articles"):
                results = data.load_case(case_id, tell)
        else:
            with st.spinner("Loading the articles"):
                results = data.load(data.source(), tell)
    except AnalysisError as error:
        st.title("Readout", anchor=False)
        st.error("The articles could not be loaded.", icon=":material/error:")
        st.text(str(error))
        st.text("Start Readout with another folder: streamlit run dashboard/app.py -- FOLDER")
        return None
    place.empty()
    stop.empty()
    return results


def _stop(case_id: str) -> None:
    """Show what is analysed so far; streamlit ends the run of the page that was analysing."""
    st.session_state.setdefault(STOPPED, set()).add(case_id)


def _offer_to_go_on(case_id: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning("The analysis was stopped; articles not analysed yet are left out.", icon=":material/pause:")
        st.button("Go on", key="go-on", on_click=st.session_state[STOPPED].discard, args=[case_id], type="primary")
