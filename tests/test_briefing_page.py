"""The Briefing page: choices are kept, ordered, captioned and quoted; what is previewed is what is exported."""

import io
from datetime import date

import pptx
from streamlit.testing.v1 import AppTest

from analysis.briefing.choices import DEFAULT_CHOICES
from analysis.briefing.deck import write_deck
from analysis.briefing.making import make_brief
from analysis.filters import Filters
from analysis.summaries import mentions_by_actor_and_outlet
from tests import factories


def show(event: str) -> None:
    """The script that AppTest runs; it is copied out of this module, so it imports what it needs."""
    from analysis.filters import Filters
    from dashboard.view import View
    from dashboard.views import briefing
    from tests import factories

    briefing.render(View.of(getattr(factories, event)(), Filters(outlets=("Northern Herald", "South Times <b>"))))


def page(event: str = "sample") -> AppTest:
    return AppTest.from_function(show, args=(event,), default_timeout=30).run()


def titles(app: AppTest) -> list[str]:
    """Figures of the preview, in order."""
    return [item.value for item in app.subheader if item.value[0].isdigit()]


def test_it_opens_with_the_default_figures() -> None:
    app = page()
    assert not app.exception
    assert len(titles(app)) == len(DEFAULT_CHOICES)


def test_figures_are_moved_removed_and_added() -> None:
    app = page()
    first, second = titles(app)[:2]
    app.button(key="brief-down-0").click().run()
    assert [title.split(". ")[1] for title in titles(app)[:2]] == [second.split(". ")[1], first.split(". ")[1]]
    app.button(key="brief-remove-0").click().run()
    assert first.split(". ")[1] not in " ".join(titles(app))
    app.selectbox(key="brief-figure").select("quotes").run()
    app.button(key="brief-add-figure").click().run()
    assert titles(app)[-1].endswith("Who said what")
    assert not app.exception


def test_everything_may_be_removed() -> None:
    app = page()
    for number in range(len(DEFAULT_CHOICES)):
        app.button(key=f"brief-remove-{number}").click().run()
    assert titles(app) == []
    assert any("Nothing is in the brief" in item.value for item in app.info)
    assert not app.exception


def test_a_caption_and_a_title_are_shown() -> None:
    app = page()
    app.text_input(key="brief-caption-0").input("Norland leads *all*").run()
    app.text_input(key="brief-title").input("Boats").run()
    words = [item.value for item in app.text]
    assert "Norland leads *all*" in words
    assert "Boats" in words


def test_a_passage_is_quoted_as_published() -> None:
    app = page()
    app.selectbox(key="brief-article").select("south").run()
    app.selectbox(key="brief-sentence").select(1).run()
    app.number_input(key="brief-length").set_value(2).run()
    app.button(key="brief-add-passage").click().run()
    quoted = "“Norland says 5 fishing boats were lost on Thursday. France has not commented.”"
    assert any(item.value.startswith(quoted) for item in app.text)


def test_the_deck_has_the_numbers_of_the_screen() -> None:
    app = page()
    app.session_state["brief-unfold-1"] = True
    shown = app.run().dataframe[0].value
    filters = Filters(outlets=("Northern Herald", "South Times <b>"))
    brief = make_brief(factories.sample(), made_on=date(2024, 3, 5), filters=filters)
    deck = pptx.Presentation(io.BytesIO(write_deck(brief)))
    chart = next(shape.chart for shape in deck.slides[1].shapes if shape.has_chart)
    for series in chart.plots[0].series:
        assert [str(int(value)) for value in series.values] == list(shown[series.name])
    assert list(chart.plots[0].categories) == list(shown["Actor"])
    frame = mentions_by_actor_and_outlet(filters.apply(factories.sample()))
    assert shown[["Northern Herald", "South Times <b>"]].astype(int).to_numpy().sum() == frame["n_mentions"].sum()


def test_empty_and_single_results_have_their_state() -> None:
    for event in ("empty", "single_source"):
        app = page(event)
        assert not app.exception
        assert app.info
