"""An analyst puts a brief together in a real browser, and the deck has the numbers that the screen shows."""

import base64
import html
import re
from pathlib import Path

import pptx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled, visit

pytestmark = pytest.mark.browser


def download(page: Page, label: str, folder: Path) -> Path:
    """The file behind a button, under the name that the page gives it."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def chart_on_screen(page: Page) -> dict[str, list[int]]:
    """Numbers of each series in the first chart of the preview, read from the picture that is shown."""
    source = page.locator('[data-testid="stImage"] img').first.get_attribute("src") or ""
    picture = base64.b64decode(source.split("base64,", 1)[1]).decode("utf-8")
    shown: dict[str, list[int]] = {}
    for series, value in re.findall(r"<title>[^<]*?, ([^<,]+): (\d+)</title>", picture):
        shown.setdefault(html.unescape(series), []).append(int(value))
    return shown


def test_the_deck_has_the_numbers_of_the_screen(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/briefing")
    expect(page.get_by_role("heading", name="1. Who is in the story")).to_be_visible()
    shown = chart_on_screen(page)
    deck = pptx.Presentation(str(download(page, "PowerPoint", tmp_path)))
    chart = next(shape.chart for shape in deck.slides[1].shapes if shape.has_chart)
    assert {series.name: [int(value) for value in series.values if value] for series in chart.plots[0].series} == shown
    assert shown


def test_a_brief_is_put_in_order_captioned_and_taken_away(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/briefing?outlet=Northern+Herald")
    page.get_by_role("textbox", name="Title of the brief").fill("Boats on Thursday")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Down").first.click()
    settled(page)
    expect(page.get_by_role("heading", name="2. Who is in the story")).to_be_visible()
    page.get_by_role("textbox", name="Caption").first.fill("Norland leads, France waits")
    page.keyboard.press("Enter")
    settled(page)
    path = download(page, "PowerPoint", tmp_path)
    assert path.name.endswith(".pptx")
    deck = pptx.Presentation(str(path))
    words = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert {"Boats on Thursday", "Norland leads, France waits"} <= set(words)
    assert any("Northern Herald" in text for text in words)
    page_file = download(page, "Web page", tmp_path).read_text(encoding="utf-8")
    assert page_file.index("1. How each country responded") < page_file.index("2. Who is in the story")
    expect(page.get_by_role("textbox", name="Title of the brief")).to_have_value(
        "Boats on Thursday"
    )  # no rerun lost it
