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


def test_a_question_dismissed_at_once_is_brought_back_at_once(opened: AppTest) -> None:
    """Behind one question stand many pairs of passages; nobody presses as many buttons to take back one press."""
    for text in (
        NORTH,
        SOUTH,
        f"{NORTH} The sea was calm.",
        "Seven sailors drowned when the ferry sank off the coast.",
    ):
        paste(opened, text)
    app = turned(opened, "Source agreement", agreement="Discrepancies")
    (case,) = data.store().cases()
    next(button for button in app.button if button.label == "All can hold: dismiss").click().run()
    assert len(data.store().corrections(case.case_id)) > 1
    assert "Dismissed: 1" in [heading.value for heading in app.subheader]
    app.session_state["page"] = "Sources"
    app.run()
    (undo,) = (button for button in app.button if button.label == "Undo")
    undo.click().run()
    assert data.store().corrections(case.case_id) == []
    assert [button.label for button in app.button if button.label in ("Undo", "Redo")] == ["Redo"]
