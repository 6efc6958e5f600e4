"""A discrepancy that the analyst dismissed stays in sight, and one press brings it back."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.corrections import dismiss
from analysis.tables import DISCREPANCIES
from dashboard import data
from tests.desk import paste, turned

NORTH = "The ferry sank off the coast on Monday. Three sailors drowned, the harbour master said."
SOUTH = "Five sailors drowned when the ferry sank off the coast, the harbour master said."


@pytest.fixture
def app(opened: AppTest) -> AppTest:
    """The tab of discrepancies over a case of two articles that count the dead otherwise."""
    for text in (NORTH, SOUTH):
        paste(opened, text)
    return turned(opened, "Source agreement", agreement="Discrepancies")


def markup(app: AppTest) -> str:
    return "".join(str(element.proto.body) for element in app.get("html"))


def test_a_dismissed_discrepancy_is_told_and_brought_back(app: AppTest) -> None:
    assert "How many deaths?" in markup(app)
    (case,) = data.store().cases()
    run = data.load_case(case.case_id, lambda done, total: None)
    key = run[DISCREPANCIES]["discrepancy_id"].iloc[0]
    data.store().correct(case.case_id, dismiss(run, DISCREPANCIES, key, "counted on two days"))
    app.run()
    assert "How many deaths?" not in markup(app)
    assert "Dismissed: 1" in [heading.value for heading in app.subheader]
    assert "3 deaths and 5 deaths" in markup(app)
    assert "counted on two days" in markup(app)
    assert "Five sailors drowned" in markup(app)
    assert any("Dismissed by the analyst: 1" in caption.value for caption in turned(app, "Overview").caption)
    turned(app, "Source agreement", agreement="Discrepancies")
    next(button for button in app.button if button.label == "Bring it back").click().run()
    assert "How many deaths?" in markup(app)
    assert "Dismissed: 1" not in [heading.value for heading in app.subheader]
