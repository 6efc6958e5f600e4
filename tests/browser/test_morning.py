"""A whole morning of an analyst, in a real browser: from an empty case to a deck with the numbers of the screen."""

import html
import json
import re
import zipfile
from pathlib import Path

import pptx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import assert_whole_and_readable, choose, follow, settled, visit
from tests.documents import word

pytestmark = pytest.mark.browser

HARBOUR = """A ferry ran aground off the Finnish coast on Monday after its navigation failed.

Finland's Foreign Minister Elina Valtonen accused Russia of jamming the signals of ships in the gulf. Three sailors \
were injured, the coast guard said.

The Kremlin denied the accusation. Estonia called on all sides to show restraint."""
NORTHERN = (
    "Helsinki blames Moscow for the ferry that ran aground on Monday.",
    "Foreign Minister Elina Valtonen said Finland had proof that Russia was jamming the signals of ships in the gulf. "
    "The coast guard said that five sailors were injured.",
    "Kremlin spokesman Dmitry Peskov rejected the accusation as absurd. Sweden offered Finland its help.",
)
EVENING = (
    "Moscow says it has nothing to do with the grounding of a ferry in the Gulf of Finland.",
    "Kremlin spokesman Dmitry Peskov said on Tuesday that Russia does not jam the signals of ships. He called the "
    "words of Finland's minister, Elina Valtonen, a provocation.",
    "Estonia has not commented.",
)
PASTED = """Elina Valtonen, Finland's foreign minister, summoned the Russian ambassador on Tuesday.

Estonian Prime Minister Kristen Michal condemned Russia for the jamming.

Advertisement"""

CLASH = "3 injured against 5 injured"


def web_page(*paragraphs: str) -> bytes:
    """A page that states its outlet and its date, as outlets do."""
    head = (
        '<title>Helsinki blames Moscow | Northern Wire</title><meta property="og:site_name" content="Northern Wire">'
        '<meta property="article:published_time" content="2025-03-04T08:00:00Z">'
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def morning_files(folder: Path) -> list[Path]:
    """Three articles and a film that nobody can read."""
    folder.mkdir()
    files = {
        "harbour.txt": HARBOUR.encode(),
        "northern.html": web_page(*NORTHERN),
        "evening.docx": word(*EVENING),
        "clip.mp4": b"\0\0\0\x18ftypisom",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def assert_address_holds_the_case(page: Page) -> None:
    """By its key: the name tells what somebody looks into."""
    expect(page).to_have_url(re.compile(r"[?&]case=[0-9a-f]{12}\b"))
    assert "ferry" not in page.url.lower()


def bring_in(page: Page, files: list[Path]) -> None:
    """Make a case, add the files and paste a text; the film is refused in words that help."""
    page.get_by_label("Name of the case").fill("Ferry in the gulf")
    page.get_by_role("button", name="Make the case").click()
    expect(page.get_by_text("No articles yet.")).to_be_visible()
    assert_address_holds_the_case(page)
    settled(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(files)
    settled(page)
    page.get_by_role("button", name="Add the files", disabled=False).click()
    expect(page.get_by_text("3 articles added.")).to_be_visible()
    refusal = page.get_by_text("'clip.mp4' is of a kind that is not read").first
    expect(refusal).to_contain_text("Accepted: plain text or Markdown (.txt, .md); a web page (.html);")
    page.get_by_role("tab", name="Paste").click()
    page.get_by_label("Text of one article").fill(PASTED)
    page.get_by_role("button", name="Add the text").click()
    expect(page.get_by_text("1 article added.")).to_be_visible()
    expect(page.get_by_text("4 of 4 articles")).to_be_visible()


def put_right(page: Page, where: Locator, what: str, *, name: str = "", why: str) -> None:
    """Open the dialog of a row, choose what is wrong, and save it with a reason."""
    where.get_by_role("button", name="Put right").first.click()
    page.get_by_role("combobox", name="What to do").click()
    page.get_by_role("option", name=what).click()
    if name:
        page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Why (kept in the log)").fill(why)
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    settled(page)


def rename_an_actor(page: Page) -> None:
    """The minister gets the name of the house's style, where her evidence is read."""
    follow(page, "Actors")
    page.get_by_role("combobox", name="Evidence").first.click()
    page.keyboard.type("Valtonen in Northern")
    page.keyboard.press("Enter")
    block = page.locator(".st-key-block-actors-ranking")
    put_right(page, block, "Give it another name", name="Valtonen, Elina", why="house style")
    expect(block.get_by_text(re.compile(r"Valtonen, Elina in Northern Wire: \d passage"))).to_be_visible()
    expect(block.get_by_text("corrected").first).to_be_visible()


def dismiss_a_discrepancy(page: Page) -> None:
    """Two numbers of injured that both can hold are no discrepancy any more."""
    follow(page, "Source agreement")
    page.get_by_role("tab", name="Discrepancies").click()
    blocks = page.get_by_test_id("stVerticalBlock").filter(has_text=CLASH)
    box = blocks.filter(has=page.get_by_role("button", name="Put right")).last
    put_right(page, box, "Both can hold: dismiss it", why="counted on two days")
    expect(page.get_by_text(CLASH)).to_have_count(0)


def on_screen(page: Page, chart: str) -> dict[str, dict[str, int]]:
    """Bars of a chart as plotly holds them: the number of each name on the axis, by series."""
    bars = page.locator(f".st-key-{chart} .js-plotly-plot").evaluate(
        "chart => chart.data.filter(({type}) => type === 'bar').map("
        "({name, x, y}) => [name, y.map((at, n) => [chart.layout.yaxis.ticktext[at], x[n]])])"
    )
    return {html.unescape(name): {html.unescape(actor): n for actor, n in counts} for name, counts in bars}


def in_deck(deck: pptx.presentation.Presentation, title: str) -> dict[str, dict[str, int]]:
    """The same of the native chart on the slide of this title."""
    slide = next(slide for slide in deck.slides if slide.shapes.title and title in slide.shapes.title.text)
    plot = next(shape.chart for shape in slide.shapes if shape.has_chart).plots[0]
    return {
        series.name: {str(name): int(n) for name, n in zip(plot.categories, series.values, strict=True) if n}
        for series in plot.series
    }


def build_a_deck(page: Page) -> None:
    """A title, a caption, another order, and a figure taken out."""
    follow(page, "Briefing")
    page.get_by_role("textbox", name="Title of the brief").fill("Who jammed the ferry?")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Caption").first.fill("Helsinki leads, Stockholm helps")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Helsinki leads, Stockholm helps")).to_be_visible()
    page.get_by_role("button", name="Down").first.click()
    expect(page.get_by_role("heading", name="2. Who is in the story")).to_be_visible()
    settled(page)


def download(page: Page, button: str, folder: Path) -> Path:
    """The file behind a button, under the name that the page gives it."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_a_morning_from_an_empty_case_to_a_deck(page: Page, site: str, tmp_path: Path) -> None:
    visit(page, f"{site}/sources")
    bring_in(page, morning_files(tmp_path / "files"))
    rename_an_actor(page)
    dismiss_a_discrepancy(page)

    # one country, on every page: the chart, the deck
    follow(page, "Actors")
    choose(page, "Country", "Finland")
    expect(page.get_by_text("Only country Finland.")).to_be_visible()
    shown = on_screen(page, "actors-ranking-chart")
    assert shown["Northern Wire"]["Valtonen, Elina"] == 1
    assert not any("Kremlin" in bars for bars in shown.values())
    assert_address_holds_the_case(page)
    page.reload()
    expect(page.get_by_text("Only country Finland.")).to_be_visible()
    build_a_deck(page)
    deck = pptx.Presentation(str(download(page, "PowerPoint", tmp_path)))
    assert in_deck(deck, "Who is in the story") == shown
    frames = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    words = "\n".join(frames)
    assert {"Who jammed the ferry?", "Helsinki leads, Stockholm helps"} <= set(frames)
    assert "Only country Finland." in words
    assert "Northern Wire" in words
    assert CLASH not in words
    standalone = download(page, "Web page", tmp_path).read_text(encoding="utf-8")
    assert standalone.index("1. How each country responded") < standalone.index("2. Who is in the story")
    expect(page.get_by_role("textbox", name="Title of the brief")).to_have_value("Who jammed the ferry?")

    # the log has both corrections, to be undone; the case travels as one file
    follow(page, "Sources")
    expect(page.get_by_text("house style")).to_be_visible()
    expect(page.get_by_text("counted on two days")).to_be_visible()
    assert_whole_and_readable(page)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("button", name="Redo")).to_be_visible()
    settled(page)
    with zipfile.ZipFile(download(page, "Export", tmp_path)) as exported:
        case = json.loads(exported.read("case.json"))
    ids = [json.loads(item["imprint"])["document_id"] for item in case["articles"]]
    assert ids == ["evening", "harbour", "northern", "pasted-004"]
    assert [item["is_undone"] for item in case["corrections"]] == [False, True]
