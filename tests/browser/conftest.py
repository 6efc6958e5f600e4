"""A dashboard that runs as a user starts it, and a real Chromium that looks at it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import factories
from tests.browser.serving import serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CONTRASTS = (Path(__file__).parent / "contrasts.js").read_text(encoding="utf-8")
"""Text on the page with its contrast to what lies behind it."""
PATIENCE = 60_000
"""How long a page may take before a test fails [milliseconds]; a loaded machine is slow, not wrong."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium. Where there is none the tests are skipped and say so; in CI they fail."""
    expect.set_options(timeout=PATIENCE)
    if CHROMIUM is None:
        reason = "no Chromium is installed (Debian: apt install chromium), so the browser tests cannot run"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard on the sample event, started by the plain command."""
    folder = tmp_path_factory.mktemp("site")
    factories.sample().write(folder / "run")
    with serving(folder, corpus=folder / "run") as server:
        yield server.address


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """A page at 1280 by 800; a request to another host fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    outside: list[str] = []
    own = (site, site.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else outside.append(request.url))
    page.on("websocket", lambda socket: None if socket.url.startswith(own) else outside.append(socket.url))
    yield page
    context.close()
    assert outside == []


def settled(page: Page) -> None:
    """Wait until the script has run and the page shows what it drew."""
    page.wait_for_timeout(400)
    page.wait_for_selector(READY, timeout=PATIENCE)


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a filter, as a user does: open it, type, press enter."""
    field = page.get_by_test_id("stSidebar").get_by_role("combobox", name=label)
    field.click()
    field.fill(option)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    settled(page)


def follow(page: Page, title: str) -> None:
    """Go to a page by the menu, in the same session."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    settled(page)


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector('[data-testid="stMainBlockContainer"] h1', timeout=PATIENCE)
    settled(page)


def too_faint(page: Page) -> dict[str, float]:
    """Texts below WCAG AA once colours have stopped fading from one theme to the other."""
    found: dict[str, float] = {}
    for _ in range(20):
        found = {text: ratio for text, ratio in page.evaluate(CONTRASTS) if ratio < 4.5}
        if not found:
            break
        page.wait_for_timeout(250)
    return found


def assert_whole_and_readable(page: Page) -> None:
    """Nothing failed, nothing needs a sideways scroll, and every text has the contrast of AA, light and dark."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        settled(page)
        assert page.locator('[data-testid="stException"], [data-testid="stBidiComponentError"]').count() == 0
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 1280
        assert too_faint(page) == {}
