"""A folder chosen as it is, in a real browser: its folders count, and what a page's reading left out is put back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import follow, settled, visit
from tests.documents import LEFT_OUT

pytestmark = pytest.mark.browser

NORTH = (
    "Finland accused Russia of jamming the signals of ships on Monday. "
    "The coast guard said that five sailors were injured."
)
SOUTH = (
    "Finland accused Russia of jamming the signals of ships on Monday. "
    "Three sailors were injured, the coast guard said."
)


def folder_of_articles(place: Path) -> Path:
    """Two outlets in folders of their own, a page, a table that says who they are, and a film that nobody can read."""
    files = {
        "sources.csv": b"file,publisher\nnorth/a.txt,Northern Wire\nsouth/a.txt,Southern Post\n",
        "north/a.txt": NORTH.encode(),
        "south/a.txt": SOUTH.encode(),
        "page.html": LEFT_OUT,
        "clip.mp4": b"\0\0\0\x18ftypisom",
    }
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def test_a_folder_is_brought_in_and_a_link_stays_in_its_case(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/sources")
    page.get_by_label("Name of the case").fill("A folder of ships")
    page.get_by_role("button", name="Make the case").click()
    expect(page.get_by_text("No articles yet.")).to_be_visible()
    tab = page.get_by_role("tab", name="Folder")
    tab.click()
    panel = page.get_by_role("tabpanel", name="Folder")
    panel.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(folder_of_articles(tmp_path / "morning"))
    page.get_by_role("button", name="Add 5 files").click()
    expect(page.get_by_text("3 articles added.")).to_be_visible()
    expect(page.get_by_text("'morning/clip.mp4' is of a kind that is not read").first).to_be_visible()
    expect(page.get_by_text("3 of 3 articles")).to_be_visible()
    assert tab.get_attribute("aria-selected") == "true"  # a block that is made anew opens its first tab

    # what the reading of the page left out is greyed where the page has it
    settled(page)
    greyed = page.locator(".st-key-cleaning-block .ro-furniture")
    expect(greyed).to_have_text("The harbour master said that the port would stay closed until the end of the week.")

    # a link to the articles side by side opens this case and no other
    follow(page, "Source agreement")
    page.get_by_role("tab", name="Discrepancies").click()
    page.get_by_test_id("stMain").get_by_role("link", name="side by side").locator("visible=true").first.click()
    expect(page.get_by_role("heading", name="Side by side", level=1)).to_be_visible()
    settled(page)
    expect(page.get_by_text("3 of 3 articles")).to_be_visible()
    expect(page.get_by_text("The coast guard said that five sailors").first).to_be_visible()
