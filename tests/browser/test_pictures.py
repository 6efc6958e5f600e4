"""Every chart of a brief as PNG and SVG in one zip, made in the browser and opened again by other programs."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.pictures import SCALE
from tests.browser.conftest import settled, visit

pytestmark = pytest.mark.browser


def test_the_charts_of_a_brief_are_saved_as_pictures(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/briefing?outlet=Northern+Herald&outlet=South+Times+<b>")
    page.get_by_role("textbox", name="Caption").first.fill("Norland leads, =1+1 & <b> waits")
    page.keyboard.press("Enter")
    settled(page)
    shown = page.locator('[data-testid="stImage"] img').count()
    with page.expect_download() as started:
        page.get_by_role("button", name="Pictures (PNG and SVG)").click()
    assert started.value.suggested_filename.endswith("-pictures.zip")
    started.value.save_as(tmp_path / "pictures.zip")
    with zipfile.ZipFile(tmp_path / "pictures.zip") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    drawings = {name: etree.fromstring(files[name]) for name in files if name.endswith(".svg")}
    assert len(drawings) == shown > 3
    for name, drawing in drawings.items():
        with Image.open(io.BytesIO(files[name.replace(".svg", ".png")])) as picture:
            picture.load()
            assert picture.format == "PNG"
            assert picture.size == (int(drawing.get("width")) * SCALE, int(drawing.get("height")) * SCALE)
            assert len(picture.convert("RGB").getcolors(1 << 24)) > 8  # drawn, with letters and bars
            assert picture.getpixel((1, 1))[:3] == (255, 255, 255)  # on paper, whatever the page's theme
    words = " ".join(drawings["01-actors.svg"].itertext())
    assert "Norland leads, =1+1 & <b> waits" in words
    assert "Only outlet Northern Herald or South Times <b>." in words
    assert {"evidence.csv", "sources.csv", "method.csv"} == {name for name in files if name.endswith(".csv")}
    assert "Northern Herald" in files["sources.csv"].decode("utf-8-sig")


def test_a_brief_without_a_chart_has_no_pictures(page: Page, site: str) -> None:
    visit(page, f"{site}/briefing")
    button = page.get_by_role("button", name="Pictures (PNG and SVG)")
    expect(button).to_be_enabled()
    while page.get_by_role("button", name="Remove").count():
        page.get_by_role("button", name="Remove").first.click()
        settled(page)
    expect(button).to_be_disabled()
    assert page.locator('[data-testid="stImage"] img').count() == 0
