"""A brief is kept with its case: another visit finds it as it was left, another case has one of its own."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.briefing.choices import DEFAULT_CHOICES, Choice, Outline, PassageChoice
from analysis.cases import Case
from analysis.readers import pasted, read_sources
from dashboard import data
from tests import factories

TEXT = "French President Emmanuel Macron denied the report on Monday. Berlin said 12 ships had left."


def show(case_id: str) -> None:
    """The script that AppTest runs; it is copied out of this module, so it imports what it needs."""
    import streamlit as st

    from dashboard import shell
    from dashboard.pages import PAGES

    st.session_state["case"] = case_id
    view = shell.opened()
    if view is not None:
        shell.show_page(next(page for page in PAGES if page.title == "Briefing"), view)


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Case, Case]:
    """Two cases of one article each."""
    factories.sample().write(tmp_path / "run")
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "run"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    made = (data.store().create("Bridge"), data.store().create("Port"))
    for case in made:
        for reading in read_sources([pasted(TEXT)]):
            data.store().add(case.case_id, reading)
    return made


def visit(case: Case | None) -> AppTest:
    app = AppTest.from_function(show, args=(case.case_id if case else "",), default_timeout=120).run()
    assert not app.exception
    return app


def outline(case: Case) -> Outline:
    return Outline.from_dict(data.store().case(case.case_id).brief)


def test_each_change_is_kept_at_once_and_found_on_the_next_visit(cases: tuple[Case, Case]) -> None:
    case, key = cases[0], cases[0].case_id
    app = visit(case)
    assert outline(case).choices == DEFAULT_CHOICES
    app.button(key=f"brief-remove-0-{key}").click().run()
    app.button(key=f"brief-down-1-{key}").click().run()
    app.text_input(key=f"brief-caption-2-{key}").input("Paris waits").run()
    app.text_input(key=f"brief-title-{key}").input("The bridge").run()
    app.button(key="brief-add-passage").click().run()
    first, second, *rest = DEFAULT_CHOICES[1:]
    passage = PassageChoice(document_id="pasted-001", start_char=0, end_char=61)
    expected = Outline("The bridge", (Choice(second.key, "Paris waits"), first, *rest, passage))
    assert outline(case) == expected
    again = visit(case)  # a reload, a crash, another day: a session that knows nothing
    assert again.text_input(key=f"brief-title-{key}").value == "The bridge"
    assert again.text_input(key=f"brief-caption-0-{key}").value == "Paris waits"
    assert any(item.value.startswith(f"“{TEXT[:61]}”") for item in again.text)


def test_another_case_and_the_sample_have_briefs_of_their_own(cases: tuple[Case, Case]) -> None:
    bridge, port = cases
    visit(bridge).text_input(key=f"brief-title-{bridge.case_id}").input("The bridge").run()
    assert outline(port) == Outline()
    assert visit(port).text_input(key=f"brief-title-{port.case_id}").value == Outline().title
    sample = visit(None)
    sample.text_input(key="brief-title").input("Boats").run()
    assert sample.text_input(key="brief-title").value == "Boats"
    assert visit(None).text_input(key="brief-title").value == Outline().title  # in the session alone


def test_a_passage_of_an_article_that_was_taken_out_is_not_shown(cases: tuple[Case, Case]) -> None:
    case = cases[0]
    quote = PassageChoice(document_id="gone", start_char=0, end_char=5)
    data.store().keep_brief(case.case_id, Outline("x" * 500, (quote, Choice("quotes", "y" * 500))).to_dict())
    app = visit(case)
    assert [item.value for item in app.subheader if item.value[:1].isdigit()] == ["1. Who said what"]
    app.button(key=f"brief-up-1-{case.case_id}")
    assert outline(case).choices[0] == quote  # it comes back with its article
