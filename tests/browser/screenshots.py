"""Pictures of every page on the seed articles, for the README: `make screenshots`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard.pages import PAGES
from tests.browser.conftest import CHROMIUM, visit
from tests.browser.serving import serving
from tests.conftest import ROOT

FOLDER = ROOT / "dashboard" / "screenshots"
SIZE = {"width": 1280, "height": 800}


def main() -> int:
    """Write one PNG per page into dashboard/screenshots; 1 where no Chromium is installed."""
    if CHROMIUM is None:
        print("readout: screenshots need Chromium (Debian: apt install chromium)", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _take(Path(folder))
    return 0


def _take(folder: Path) -> None:
    with serving(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE)
        for entry in PAGES:
            is_first = entry is PAGES[0]
            visit(page, server.address if is_first else f"{server.address}/{entry.path}")
            page.wait_for_timeout(1500)
            page.screenshot(path=FOLDER / f"{entry.path}.png")
            print(FOLDER / f"{entry.path}.png")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
