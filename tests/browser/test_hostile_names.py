"""Names that are markup, Markdown, endless or turned round: shown as they are written, and nothing of them runs."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from analysis.directions import without_turns
from dashboard.pages import PAGES
from tests.browser.conftest import settled, visit
from tests.browser.serving import serving
from tests.hostile_event import ENDLESS, MARKDOWN, MARKUP, TURNED, hostile

pytestmark = pytest.mark.browser

TABS = (
    ("actors", "actors-tab", ("Named together", "First appearance", "All actors")),
    ("country-responses", "responses-tab", ("Map", "Quotes and statements")),
    ("source-agreement", "agreement", ("Discrepancies", "Outlet pairs", "Origins", "Quote drift")),
)
ADDRESSES = [page.path for page in PAGES] + [
    f"{path}?{urlencode({key: tab})}" for path, key, tabs in TABS for tab in tabs
]
RAN = """() => ({
    pictures: [...document.querySelectorAll('img')].map(img => img.src).filter(src => /evil|\\/x$/.test(src)),
    markdown: [...document.querySelectorAll('.katex, [data-testid="stMarkdownColoredText"]')].length,
    turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText),
    wide: document.querySelector('[data-testid="stMain"]').scrollWidth
        - document.querySelector('[data-testid="stMain"]').clientWidth,
    title: document.title,
})"""
"""What would show that a name was taken for more than a name."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The hostile event; `page` fails a test when anything is fetched from elsewhere."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile().write(folder / "run")
    with serving(folder, corpus=folder / "run") as server:
        yield server.address


def assert_nothing_ran(page: Page) -> None:
    found = page.evaluate(RAN)
    assert "owned" not in found.pop("title")
    assert found == {"pictures": [], "markdown": 0, "turned": False, "wide": 0}


@pytest.mark.parametrize("address", ADDRESSES)
def test_names_are_nothing_but_names(page: Page, site: str, address: str) -> None:
    visit(page, f"{site}/{address}".removesuffix("overview"))
    assert_nothing_ran(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_every_chart_has_room_beside_an_endless_name(page: Page, site: str) -> None:
    for address in ("", "actors?actors-tab=By+outlet", "source-agreement", "source-agreement?agreement=Outlet+pairs"):
        visit(page, f"{site}/{address}")
        drawn = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
        assert drawn is not None
        assert drawn["width"] > 300, address


def test_labels_and_filter_options_are_written_as_they_are(page: Page, site: str) -> None:
    visit(page, f"{site}/actors")
    chart = page.locator(".js-plotly-plot")
    expect(chart.locator(".ytick").first).to_be_visible()
    labels = " ".join(chart.locator(".ytick text, .legendtext").all_text_contents())
    assert "<img src=x" in labels
    assert "![x](https://evil" in labels
    page.get_by_test_id("stSidebar").get_by_role("combobox", name="Outlet").click()
    options = page.get_by_role("option").all_inner_texts()
    assert {MARKUP, ENDLESS, without_turns(TURNED)} <= set(options)
    page.get_by_role("option", name=MARKUP).click()
    page.keyboard.press("Escape")
    settled(page)
    expect(page.get_by_text(f"Only outlet {MARKUP}.")).to_be_visible()
    assert_nothing_ran(page)


def test_what_shows_on_hovering_is_text(page: Page, site: str) -> None:
    visit(page, f"{site}/actors")
    page.locator(".js-plotly-plot .bars path").first.hover(force=True)
    told = page.locator(".js-plotly-plot .hoverlayer text").first.text_content() or ""
    assert any(name[:14] in told for name in (MARKUP, MARKDOWN, ENDLESS))
    assert_nothing_ran(page)
