"""A dashboard that runs as a user starts it, and a real Chromium that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import factories
from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
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
    port = free_port()
    environment = {**os.environ, "READOUT_CORPUS": str(folder / "run"), "READOUT_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]
    log = (folder / "log").open("w")
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", folder / "log")
        yield f"http://127.0.0.1:{port}"
        server.terminate()


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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, log: Path, *, patience: float = 90) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"The dashboard did not start:\n{log.read_text()}")


def settled(page: Page) -> None:
    """Wait until the script has run and the page shows what it drew."""
    page.wait_for_timeout(400)
    page.wait_for_selector(READY, timeout=PATIENCE)


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector('[data-testid="stMainBlockContainer"] h1', timeout=PATIENCE)
    settled(page)
