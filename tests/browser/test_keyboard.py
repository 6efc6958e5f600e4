"""Every page by the keyboard alone and as a screen reader tells it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.pages import PAGES
from tests.browser.conftest import settled, visit

pytestmark = pytest.mark.browser

WALK = (Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")
DESCRIPTIONS = """() => [
  ...[...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map(
    (chart) => (chart.closest('[role="figure"]') || chart.querySelector('[role="figure"]'))?.ariaLabel || ''),
  ...[...document.querySelectorAll('[data-testid="stMain"] img')].map((picture) => picture.alt),
]"""
STEPS = 400
"""More than any page has controls and cells in the rows that Tab walks along."""


def assert_walked(page: Page) -> None:
    """Tab reaches each control, shows where it is, has a name to read out, and comes to an end."""
    page.add_style_tag(content="*, *::before, *::after {transition: none !important; animation: none !important}")
    page.evaluate(WALK)
    troubles = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        trouble = page.evaluate("walk.step()")
        if trouble is None:
            break
        troubles += [trouble] if trouble else []
    else:
        troubles.append("the focus is caught")
    assert troubles == []
    assert page.evaluate("walk.missed()") == []


def assert_described(page: Page) -> None:
    """Each chart and each picture has words in its place."""
    words = page.evaluate(DESCRIPTIONS)
    assert [text for text in words if len(text) < 40] == []


@pytest.mark.parametrize("path", [page.path for page in PAGES if page.title != "Sources"])
def test_a_page_is_walked_by_the_keyboard(page: Page, site: str, path: str) -> None:
    visit(page, f"{site}/{path}")
    expect(
        page.locator('[data-testid="stPlotlyChart"], [data-testid="stMain"] :is(img, canvas), .ro-text').first
    ).to_be_visible()
    settled(page)
    assert_described(page)
    assert_walked(page)


def test_the_desk_is_walked_by_the_keyboard(page: Page, site: str) -> None:
    """A case is made, and an article brought in, without a mouse."""
    visit(page, f"{site}/sources")
    page.get_by_label("Name of the case").focus()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No articles yet.")).to_be_visible()
    settled(page)
    page.get_by_role("tab", name="Files").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_label("Text of one article").focus()
    page.keyboard.type("Oslo, 24 October. Norway's foreign ministry denied on Monday that a ferry had been stopped.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("1 article added.")).to_be_visible()
    settled(page)
    page.reload()
    settled(page)
    expect(page.get_by_text("1 of 1 articles")).to_be_visible()
    assert_walked(page)
