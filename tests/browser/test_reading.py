"""An analyst reads the dashboard: filters, marks and their evidence, downloads, articles side by side."""

import csv
import io
import re
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlparse
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from dashboard.pages import PAGES
from tests.browser.conftest import assert_whole_and_readable, choose, settled, visit
from tests.factories import ARTICLES, text_of

pytestmark = pytest.mark.browser

CHART = ".st-key-overview-grid-chart"


def metric(page: Page, label: str) -> str:
    return page.locator(".ro-figures > div").filter(has_text=label).locator("dd").inner_text().splitlines()[0]


def test_filter_by_country_survives_pages_and_reload(page: Page, site: str) -> None:
    visit(page, site)
    assert metric(page, "Responses") == "7"
    choose(page, "Country", "Norway")
    assert metric(page, "Responses") == "3"
    expect(page.get_by_text("Only country Norway.")).to_be_visible()
    assert parse_qs(urlparse(page.url).query)["country"] == ["Norway"]

    page.get_by_role("link", name="Actors").click()
    expect(page.get_by_role("heading", name="Actors", exact=True)).to_be_visible()
    expect(page.get_by_text("Only country Norway.")).to_be_visible()

    page.reload()
    settled(page)
    expect(page.get_by_text("Only country Norway.")).to_be_visible()
    visit(page, f"{site}/?country=Norway&act=appeal")
    assert metric(page, "Responses") == "1"


def test_clicking_a_cell_shows_its_sentences(page: Page, site: str) -> None:
    visit(page, f"{site}/country-responses")
    chart = page.locator(".st-key-responses-grid-chart .js-plotly-plot")
    chart.scroll_into_view_if_needed()
    box = chart.locator(".nsewdrag").first.bounding_box()
    assert box is not None
    # rows Norway, Sudan, France; columns =Wire & Co, Northern Herald, South Times: off the middle of the middle cell
    x, y = box["x"] + box["width"] * 0.37, box["y"] + box["height"] * 0.41
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.mouse.click(x, y)
    settled(page)
    expect(page.get_by_text("Sudan in Northern Herald: 1 passage")).to_be_visible()
    expect(page.locator(".ro-evidence", has_text="Sudmark denied the charge.")).to_be_visible()


def test_clicking_a_bar_shows_its_sentences(page: Page, site: str) -> None:
    visit(page, f"{site}/actors")
    page.locator(".st-key-actors-ranking-chart .js-plotly-plot .bars path").first.click(force=True)
    settled(page)
    heading = page.get_by_text(re.compile(r" in .+: \d+ passages?$"))
    expect(heading).to_be_visible()
    assert heading.inner_text().split()[-2] == str(page.locator(".ro-evidence").count())


def test_evidence_is_reached_with_the_keyboard(page: Page, site: str) -> None:
    visit(page, f"{site}/country-responses")
    page.get_by_role("combobox", name="Evidence").focus()
    page.keyboard.type("Sudan in Northern")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text("Sudan in Northern Herald: 1 passage")).to_be_visible()
    assert page.locator(".ro-evidence").all_inner_texts() == ["Sudmark denied the charge."]


def saved(page: Page, folder: Path, selector: str) -> bytes:
    with page.expect_download() as found:
        page.locator(selector).first.click()
    path = folder / found.value.suggested_filename
    found.value.save_as(path)
    return path.read_bytes()


def test_chart_and_its_figures_download_without_a_rerun(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/?country=Norway")
    page.locator(CHART).scroll_into_view_if_needed()
    page.evaluate("document.querySelector('h1').dataset.seen = 'yes'")
    pictures = ".st-key-overview-grid-pictures"

    png = saved(page, tmp_path, f'{pictures} button[data-format="png"]')
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (3200, 1800)  # a slide, twice over for sharp projection

    svg = saved(page, tmp_path, f'{pictures} button[data-format="svg"]').decode()
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert "Norway" in svg
    assert "Responses by country and outlet" in svg
    assert "Only country Norway." in svg  # a picture on a slide says what it shows
    assert "<script" not in svg

    rows = list(csv.reader(io.StringIO(saved(page, tmp_path, ".st-key-overview-grid-csv button").decode("utf-8-sig"))))
    assert rows[1][0] == "# Shown: Only country Norway."
    table = [row for row in rows if not row[0].startswith("#")]
    assert table[0][:3] == ["country_code", "country", "publisher"]
    assert {row[0] for row in table[1:]} == {"NOR"}
    assert "'=Wire & Co" in {row[2] for row in table[1:]}
    assert page.evaluate("document.querySelector('h1').dataset.seen") == "yes"


def test_side_by_side_shows_articles_as_published(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side")
    columns = page.locator('[class*="st-key-side-column"] .ro-text')
    for sentence in ("Sudmark denied the charge.", "Norland says 5 fishing boats were lost on Thursday."):
        expect(columns.filter(has_text=sentence).first).to_be_visible()
    assert set(columns.all_text_contents()) <= {text_of(key) for key in ARTICLES}


def test_map_has_its_borders_without_a_network(page: Page, site: str) -> None:
    with page.expect_response("**/world_110m.json") as answer:
        visit(page, f"{site}/country-responses?responses-tab=Map")
    assert answer.value.ok
    expect(page.locator(".st-key-responses-map-chart .choroplethlayer path").first).to_be_attached()


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_page_is_whole_and_readable_in_both_themes(page: Page, site: str, path: str) -> None:
    visit(page, f"{site}/{path}")
    assert_whole_and_readable(page)


def test_charts_are_described_to_screen_readers(page: Page, site: str) -> None:
    visit(page, site)
    figure = page.get_by_role("figure", name="Responses by country and outlet").first
    expect(figure).to_be_attached()
    assert str(figure.get_attribute("aria-label")).endswith("The figures are in the table below the chart.")


def test_hostile_text_stays_text(page: Page, site: str) -> None:
    visit(page, f"{site}/side-by-side?outlet=%3DWire+%26+Co")
    expect(page.locator(".ro-text", has_text="*Ada Berg* spoke at $5.").first).to_be_visible()
    assert page.locator(".katex").count() == 0
