"""Source agreement and Side by side: every tab draws, links lead to both articles, marks follow the chosen layers."""

import html
from urllib.parse import parse_qs, urlparse

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Results
from analysis.claims.checking import BOTH, SUPPORTS, Account, Stand
from analysis.columns import Col
from analysis.filters import Filters
from analysis.results import records
from analysis.summaries.threads import shared_threads
from analysis.tables import DOCUMENTS
from dashboard import data, links
from dashboard.highlight import marked
from dashboard.spans import ACTS, CLAIMS, DISCREPANCIES, ENTITIES, LAYERS, spans_of
from dashboard.view import View
from dashboard.views.agreement import TABS
from tests import factories
from tests.test_highlight import visible

SAMPLE = factories.sample()
VIEW = View.of(SAMPLE, Filters())
EVENTS = ("sample", "single_source", "empty")


def show_tab(event: str, name: str, counting: str) -> None:
    """The script that AppTest runs; it is copied out of this module, so it imports what it needs."""
    from analysis.filters import Filters
    from dashboard.view import View
    from dashboard.views.agreement import TABS
    from tests import factories

    dict(TABS)[name](View.of(getattr(factories, event)(), Filters()), counting)


def show_side_by_side(event: str) -> None:
    """The same for Side by side."""
    from analysis.filters import Filters
    from dashboard.view import View
    from dashboard.views import side_by_side
    from tests import factories

    side_by_side.render(View.of(getattr(factories, event)(), Filters()))


def tab(name: str, event: str = "sample", counting: str = "outlets") -> AppTest:
    return AppTest.from_function(show_tab, args=(event, name, counting), default_timeout=60).run()


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("counting", ["outlets", "origins"])
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("name", [name for name, _ in TABS])
def test_every_tab_draws(name: str, event: str, counting: str) -> None:
    assert not tab(name, event, counting).exception


def test_the_first_screen_says_what_is_disputed_corroborated_and_on_one_outlet() -> None:
    app = tab("At a glance")
    assert [heading.value for heading in app.subheader][:3] == ["≠ 1", "✓ 1", "① 1"]
    assert "3 boats: Northern Herald ≠ 5 boats: South Times &lt;b&gt;" in html_of(app)
    assert "only Northern Herald" in html_of(app)


def test_statuses_narrow_the_map() -> None:
    app = tab("At a glance")
    app.get("pills")  # AppTest knows no pills by key, so the choice is set as a link would set it
    app.session_state["status"] = ["corroborated"]
    app.run()
    assert not app.exception
    spec = app.get("plotly_chart")[0].proto.spec
    assert "Sudmark denied" in spec
    assert "accused" not in spec


def test_a_discrepancy_leads_to_both_articles() -> None:
    markup = html_of(tab("Discrepancies"))
    assert "5 fishing boats were lost" in markup
    assert "side-by-side?article=Northern+Herald&amp;article=South+Times+%3Cb%3E&amp;claim=d1" in markup


def test_a_question_has_one_card_with_each_outlet_on_its_side() -> None:
    markup = html_of(tab("Discrepancies"))
    for answer in ("3 boats", "5 boats"):
        assert f'<div class="ro-answer"><b>{answer}</b> <small>1 outlet, 1 origin</small></div>' in markup
    assert markup.count("How many boats?") == 1
    assert markup.count("in the article") == 2


def test_a_typed_claim_is_answered_for_every_outlet() -> None:
    app = tab("Check a claim")
    app.text_input(key="check").set_value("Norland accused Sudmark of sinking 3 fishing boats.").run()
    assert not app.exception
    counts = [int(heading.value.split()[1]) for heading in app.subheader]
    assert sum(counts) == 3
    assert counts[0] >= 1  # the Herald and the wire tell the same


def test_an_article_that_reports_both_shows_both_passages_with_their_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    text = factories.text_of("north")
    told, against = Account(0, 0, 12, "why it tells it"), Account(1, 13, len(text), "why it does not")
    stands = {"elsewhere": Stand(SUPPORTS, 1.0, told), "north": Stand(BOTH, 1.0, told, against)}
    monkeypatch.setattr(
        data, "check_claim", lambda run, claim: stands
    )  # an article that the filters leave out, and one
    app = tab("Check a claim")
    app.text_input(key="check").set_value("Boats were lost.").run()
    assert [heading.value for heading in app.subheader][:2] == ["✓ 0 tell the same", "⇄ 1 report both"]
    markup = html.unescape(html_of(app))
    for words in ("reports it: why it tells it", text[:12], "≠ and the contrary: why it does not", text[13:]):
        assert words in markup


def test_pairs_warn_in_words() -> None:
    app = tab("Outlet pairs")
    assert [warning.value for warning in app.warning] == ["3 of 3 pairs should not be leaned on."]
    assert any("3 units are too few to lean on" in text.value for text in app.text)


def test_quote_drift_shows_the_verb_and_the_words() -> None:
    app = tab("Quote drift")
    markup = html_of(app)
    assert "“denied” · quoted in full" in markup
    assert "<ins>" in markup
    assert "<del>" in markup
    assert not app.dataframe  # drawn when it is unfolded
    app.session_state["agreement-quotations-unfold"] = True
    app.run()
    assert "cue" in app.dataframe[0].value.columns


@pytest.mark.parametrize("event", EVENTS)
def test_side_by_side_draws(event: str) -> None:
    assert not AppTest.from_function(show_side_by_side, args=(event,), default_timeout=60).run().exception


def test_an_address_names_each_article_once_and_no_more_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "MOST_COLUMNS", 2)
    address = parse_qs(urlparse(links.side_by_side_of(VIEW, ["wire", "wire", "north", "south"], "", [])).query)
    assert address == {"article": ["=Wire & Co", "Northern Herald"]}


def test_articles_and_claim_come_from_the_address() -> None:
    app = AppTest.from_function(show_side_by_side, args=("sample",), default_timeout=60)
    address = parse_qs(urlparse(links.side_by_side_of(VIEW, ["wire", "north"], "g1", [])).query)
    for key, values in address.items():
        app.query_params[key] = values
    app.run()
    assert not app.exception
    assert app.multiselect(key="article").value == ["wire", "north"]
    assert app.selectbox(key="side-thread").value == "g1"
    assert "Told by =Wire &amp; Co and Northern Herald." in html_of(app)


def test_next_and_previous_go_round_what_is_shared() -> None:
    app = AppTest.from_function(show_side_by_side, args=("sample",), default_timeout=60).run()
    seen = []
    for _ in range(4):
        app.button(key="side-next").click().run()
        seen.append(app.selectbox(key="side-thread").value)
    assert seen == ["d1", "g1", "g2", "d1"]
    app.button(key="side-previous").click().run()
    assert app.selectbox(key="side-thread").value == "g2"
    assert app.query_params["claim"] in ("g2", ["g2"])


def test_names_tell_articles_apart() -> None:
    documents = SAMPLE[DOCUMENTS].assign(publisher="One Outlet")
    names = links.article_names(documents)
    assert len(set(names.values())) == 3
    assert names["north"] == "One Outlet, 2024-03-01"
    assert links.article_names(SAMPLE[DOCUMENTS])["north"] == "Northern Herald"


@pytest.mark.parametrize(
    ("layer", "kind"),
    [(ENTITIES, "entity"), (ACTS, "response"), (CLAIMS, "claim"), (DISCREPANCIES, "discrepancy")],
)
def test_a_layer_marks_its_own_kind(layer: str, kind: str) -> None:
    threads = shared_threads(SAMPLE, ["north", "south"])
    kinds = {span.kind for span in spans_of(SAMPLE, "north", threads=threads, layers=[layer])}
    assert kinds == {kind, "furniture"}


def test_passages_of_one_claim_have_one_number() -> None:
    threads = shared_threads(SAMPLE, ["north", "south"])
    numbers = [
        {span.thread: span.badge for span in spans_of(SAMPLE, document_id, threads=threads) if span.thread}
        for document_id in ("north", "south")
    ]
    assert numbers[0] == numbers[1] == {1: "≠ 1", 2: "2", 3: "3"}


def test_all_marks_on_real_articles_change_no_character(seeds_results: Results) -> None:
    documents = seeds_results[DOCUMENTS]
    ids = list(documents[Col.DOCUMENT_ID])
    threads = shared_threads(seeds_results, ids)
    for row in records(documents):
        spans = spans_of(seeds_results, row[Col.DOCUMENT_ID], threads=threads, layers=LAYERS)
        assert {span.kind for span in spans} >= {"entity", "response", "claim"}
        assert visible(marked(row[Col.TEXT], spans)) == row[Col.TEXT]
