"""How long a reader waits: from opening the address to the first words and to the first chart, and from a filter on.

The reference is a streamlit page with one choice, one figure and one chart and nothing else, in the same run: what no
dashboard of this make can do without. Processor time of the server is told too, since it depends least on what else a
machine is doing.
"""

import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, PATIENCE, READY
from tests.browser.serving import Server, serving

ROUNDS = 5
"""Visits whose median is told, each by a browser that has nothing kept."""
BARE = """
import plotly.graph_objects as go
import streamlit as st

country = st.multiselect("Country", ["France", "Norway"])
st.title("Bare")
st.html('<dl class="ro-figures"><dt>Countries</dt><dd>2</dd></dl>')
st.plotly_chart(go.Figure(go.Bar(x=["a", "b"], y=[1, len(country)])), key="bare")
"""
_SEEN = """selector => new Promise(done => {
    const look = () => document.querySelector(selector)
        ? done(performance.now() / 1000) : requestAnimationFrame(look);
    look();
})"""
"""Seconds from opening the address until a frame is about to be shown with such an element in it."""
_FIGURES, _CHART = ".ro-figures", ".js-plotly-plot .main-svg"
_WATCH = """() => {
    const shown = () => JSON.stringify([...document.querySelectorAll('.js-plotly-plot')].slice(0, 1).map(
        chart => (chart.data || []).map(({x, y, text}) => ({x, y, text}))));
    const before = shown();
    window.waited = new Promise(done => document.addEventListener('keydown', event => {
        const pressed = performance.now();
        const waited = () => (performance.now() - pressed) / 1000;
        const look = () => shown() === before ? requestAnimationFrame(look) : done(waited());
        look();
    }, {capture: true, once: true}));
}"""
"""Counts from the next key to the moment at which the first chart has other numbers."""

Figures = dict[str, object]
FIGURES, FIRST = "address opened to the page's figures", "address opened to first chart"
FILTER = "filter set to new chart"
AIMS = {FIGURES: 3.0, FIRST: 3.0, FILTER: 0.5}
"""What a reader should wait at most on a machine that does nothing else [s]. A window of 1280 by 800 pixels shows the
figures and the contradictions; the first chart stands below them."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Time on the clock and on the server's processors [s]."""

    seconds: float
    processor: float


def measured() -> Iterator[Figures]:
    """A row per wait; one row that says so where there is no Chromium."""
    if CHROMIUM is None:
        yield {"what": "pages", "skipped": "no Chromium is installed"}
        return
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        with serving(folder, app=folder / "bare.py") as server:
            visited(browser, server)
            bare = [visited(browser, server) for _ in range(ROUNDS)]
        with serving(folder) as server:
            first = visited(browser, server)[FIRST]
            yield {"what": "first page of all, which analyses the seeds", **_told(first)}
            own = [visited(browser, server) for _ in range(ROUNDS)]
        browser.close()
    for what, aim in AIMS.items():
        found, reference = _middle(own, what), _middle(bare, what)
        ratio = round(found.seconds / reference.seconds, 2)
        yield {"what": what, **_told(found), "ratio_to_bare_streamlit": ratio, "aim_seconds": aim}


def visited(browser: Browser, server: Server) -> dict[str, Wait]:
    """One visit by a browser that has nothing kept: to figures and first chart, then from a filter to the new chart."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)

    def opening() -> dict[str, float]:
        page.goto(server.address, wait_until="commit")
        return {FIGURES: float(page.evaluate(_SEEN, _FIGURES)), FIRST: float(page.evaluate(_SEEN, _CHART))}

    def filtering() -> dict[str, float]:
        field = page.get_by_role("combobox", name="Country").first
        field.click()
        field.fill("France")
        page.evaluate(_WATCH)
        page.keyboard.press("Enter")
        return {FILTER: float(page.evaluate("() => window.waited"))}

    waits = _timed(opening, page, server) | _timed(filtering, page, server)
    context.close()
    return waits


def _timed(action: Callable[[], dict[str, float]], page: Page, server: Server) -> dict[str, Wait]:
    """What an action says it took, with the server's processor time until the page is at rest."""
    before = server.processor_seconds()
    waited = action()
    page.wait_for_timeout(300)
    page.wait_for_selector(READY)
    page.wait_for_timeout(500)
    processor = server.processor_seconds() - before
    return {what: Wait(seconds, processor) for what, seconds in waited.items()}


def _middle(visits: list[dict[str, Wait]], what: str) -> Wait:
    waits = [visit[what] for visit in visits]
    return Wait(statistics.median(wait.seconds for wait in waits), statistics.median(wait.processor for wait in waits))


def _told(wait: Wait) -> Figures:
    return {"seconds": round(wait.seconds, 2), "server_processor_seconds": round(wait.processor, 2)}
