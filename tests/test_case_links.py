"""A case, its address and its filters: what a link opens, and what a case was left with."""

from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.desk import paste, visited, words

TEXT = "French President Emmanuel Macron denied the report on Monday."


def test_a_case_keeps_its_filters(opened: AppTest) -> None:
    paste(opened, TEXT)
    (case,) = data.store().cases()
    opened.multiselect(key="country").set_value(["FRA"]).run()
    assert data.store().case(case.case_id).filters["country"] == ["FRA"]
    opened.selectbox(key="case").set_value("").run()
    assert opened.multiselect(key="country").value == []
    opened.selectbox(key="case").set_value(case.case_id).run()
    assert opened.multiselect(key="country").value == ["FRA"]


def test_a_link_to_a_case_holds_its_key_and_survives_another_name(opened: AppTest) -> None:
    paste(opened, TEXT)
    (case,) = data.store().cases()
    assert case.case_id in opened.query_params["case"]
    assert "Bridge" not in str(dict(opened.query_params))
    data.store().rename(case.case_id, "Port")
    assert visited(case=case.case_id).selectbox(key="case").value == case.case_id
    opened.selectbox(key="case").set_value("").run()
    assert "case" not in opened.query_params


def test_an_old_link_with_the_name_opens_the_case_and_loses_the_name(opened: AppTest) -> None:
    (case,) = data.store().cases()
    app = visited(case="Bridge")
    assert app.selectbox(key="case").value == case.case_id
    assert case.case_id in app.query_params["case"]


def test_a_link_to_a_case_that_is_not_here_says_so_until_another_is_chosen(opened: AppTest) -> None:
    (case,) = data.store().cases()
    app = visited(case="Canal")
    assert not app.exception
    assert "a case that is not on this computer" in words(app)
    assert app.selectbox(key="case").value == ""
    app.selectbox(key="case").set_value(case.case_id).run()
    assert "not on this computer" not in words(app)
    assert case.case_id in app.query_params["case"]


def test_a_bare_link_brings_the_filters_that_the_case_was_left_with(opened: AppTest) -> None:
    paste(opened, TEXT)
    (case,) = data.store().cases()
    opened.multiselect(key="country").set_value(["FRA"]).run()
    assert visited(case=case.case_id).multiselect(key="country").value == ["FRA"]
    assert visited(case=case.case_id, outlet="Unknown").multiselect(key="country").value == []
