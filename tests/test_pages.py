"""Every page on sample, single-source and empty results: it draws, and nothing that an article says is Markdown."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages import PAGES

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
