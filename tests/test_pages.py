"""Every page on sample, single-source and empty results: it draws, and nothing that an article says is Markdown."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.filters import Filters
from analysis.results import Results
from analysis.tables import DISCREPANCIES
from dashboard.pages import PAGES
from dashboard.view import View
from tests import factories

EVENTS = ("sample", "single_source", "empty")


def show(event: str, title: str) -> None:
    """The script that AppTest runs; it is copied out of this module, so it imports what it needs."""
    from analysis.filters import Filters
    from dashboard.pages import PAGES
    from dashboard.shell import show_page
    from dashboard.view import View
    from tests import factories

    page = next(page for page in PAGES if page.title == title)
    show_page(page, View.of(getattr(factories, event)(), Filters()))


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("title", [page.title for page in PAGES])
def test_page_draws(title: str, event: str) -> None:
    app = AppTest.from_function(show, args=(event, title), default_timeout=30).run()
    assert not app.exception
    assert app.title[0].value == title
    unfolded = [folded.proto.id.split("-", 2)[2] for folded in app.expander if folded.proto.id]
    for key in unfolded:
        app.session_state[key] = True
    assert not app.run().exception
    assert len(app.dataframe) >= len(unfolded)


def test_outlets_that_say_the_same_stand_together_against_the_other() -> None:
    sample = factories.sample()
    frame = sample[DISCREPANCIES]
    wire = {"discrepancy_id": "d2", "document_id_b": "wire", "start_char_b": 14, "end_char_b": 20}
    both = DISCREPANCIES.conform(pd.concat([frame, frame.assign(**wire)]))
    view = View.of(Results({**sample.tables, DISCREPANCIES.name: both}, sample.settings, {}), Filters())
    app = AppTest.from_function(_overview, default_timeout=60)
    app.session_state["view"] = view
    app.run()
    assert not app.exception
    (line,) = [element.proto.body for element in app.get("html")]
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", line) == [
        ("5 boats", "=Wire &amp; Co, South Times &lt;b&gt;"),
        ("3 boats", "Northern Herald"),
    ]


def _overview() -> None:
    import streamlit as st

    from analysis.summaries.disputes import disputes_of
    from dashboard.views import overview

    view = st.session_state["view"]
    overview._disputes(view, disputes_of(view.results))
