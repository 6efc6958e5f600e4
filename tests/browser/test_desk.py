"""The morning of an analyst, in a real browser: a new case, articles brought in, one bad file, a row put right."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, READY, free_port, wait_for
from tests.conftest import ROOT, SEEDS
from tests.documents import PAGE, word

PASTED = "France's President Emmanuel Macron denied on Sunday that Paris had sent ships to the port.\n\nAdvertisement"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own on the seeds, with its own cases."""
    folder = tmp_path_factory.mktemp("desk")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]
    environment = {**os.environ, "READOUT_CORPUS": str(SEEDS), "READOUT_DATA": str(folder)}
    log = (folder / "log").open("w")
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", folder / "log")
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A browser tab."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_timeout(500)
    page.wait_for_selector(READY, timeout=2 * PATIENCE)


def test_a_morning_at_the_desk(address: str, tab: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}/sources")
    settled(tab)

    # a case of one's own
    tab.get_by_label("Name of the case").fill("Port of Berdal")
    tab.get_by_role("button", name="Make the case").click()
    settled(tab)
    expect(tab.get_by_text("No articles yet.")).to_be_visible()
    assert "case=" in tab.url

    # three files, one of them unreadable, and a pasted text
    files = {
        "seed.txt": (SEEDS / "001_066c6709929ea12e.txt").read_bytes(),
        "page.html": PAGE,
        "clip.mp4": b"\0\0\0\x18ftyp",
    }
    for name, content in {**files, "note.docx": word("Berlin said that 14 ships had left the port on Monday.")}.items():
        (tmp_path / name).write_bytes(content)
    tab.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(sorted(tmp_path.iterdir()))
    tab.get_by_role("button", name="Add the files").click()
    settled(tab)
    expect(tab.get_by_text("3 articles added.")).to_be_visible()
    expect(tab.get_by_text("'clip.mp4' is of a kind that is not read").first).to_be_visible()
    tab.get_by_role("tab", name="Paste").click()
    tab.get_by_label("Text of one article").fill(PASTED)
    tab.get_by_role("button", name="Add the text").click()
    settled(tab)
    expect(tab.get_by_text("1 article added.")).to_be_visible()
    expect(tab.get_by_text("4 of 4 articles")).to_be_visible()

    # a row is put right where its evidence is read
    tab.get_by_role("link", name="Actors").click()
    settled(tab)
    tab.get_by_role("combobox", name="Evidence").first.click()
    tab.keyboard.type("Shoigu")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Put right").first.click()
    tab.get_by_role("combobox", name="What to do").click()
    tab.get_by_role("option", name="Give it another name").click()
    tab.get_by_label("Name", exact=True).fill("Sergey Shoygu")
    tab.get_by_label("Why (kept in the log)").fill("house style")
    tab.get_by_role("button", name="Save the correction").click()
    expect(tab.get_by_role("dialog")).to_be_hidden()
    expect(tab.get_by_text(re.compile(r"Sergey Shoygu in seed: \d+ passages"))).to_be_visible()
    expect(tab.get_by_text("corrected").first).to_be_visible()

    # the link opens the same case, whose log undoes; the case travels as one file
    tab.goto(tab.url.replace("/actors", "/sources"))
    settled(tab)
    expect(tab.get_by_text("house style")).to_be_visible()
    tab.get_by_role("button", name="Undo").click()
    expect(tab.get_by_role("button", name="Redo")).to_be_visible()
    settled(tab)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "readout-port-of-berdal.readout"
    with zipfile.ZipFile(download.value.path()) as exported:
        case = json.loads(exported.read("case.json"))
    assert [json.loads(item["imprint"])["document_id"] for item in case["articles"]] == [
        "note",
        "page",
        "seed",
        "pasted-004",
    ]
    assert [item["is_undone"] for item in case["corrections"]] == [True]
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
