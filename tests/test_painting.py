"""Charts as PNG by a Chrome, opened again by Pillow; a Chrome that is missing or fails costs nothing else."""

import csv
import io
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image, ImageColor

from analysis.__main__ import main
from analysis.briefing import painting
from analysis.briefing.brief import Brief
from analysis.briefing.choices import Choice
from analysis.briefing.figure import Bars
from analysis.briefing.formats import FORMATS
from analysis.briefing.making import make_brief
from analysis.briefing.painting import SCALE, find_chrome, paint
from tests import factories

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="#C02030"/></svg>'
)
needs_chrome = pytest.mark.skipif(not find_chrome(), reason="no Chrome is installed, so nothing can be painted")


@pytest.fixture(autouse=True)
def with_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "find_chrome", find_chrome)


def brief_of(*keys: str) -> Brief:
    return make_brief(factories.sample(), made_on=date(2024, 3, 5), choices=map(Choice, keys))


def members(brief: Brief) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(FORMATS[".zip"].write(brief))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def colours_of(file: bytes) -> set[tuple[int, ...]]:
    with Image.open(io.BytesIO(file)) as picture:
        return {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}


@needs_chrome
def test_each_chart_of_an_archive_is_a_png_too() -> None:
    brief = brief_of("actors", "responses", "network", "quotes")
    files = members(brief)
    assert sorted(name for name in files if name.endswith(".png")) == [
        "01-actors.png", "02-responses.png", "03-network.png"
    ]  # fmt: skip
    for name in (name for name in files if name.endswith(".png")):
        drawing = etree.fromstring(files[name.replace(".png", ".svg")])
        with Image.open(io.BytesIO(files[name])) as picture:
            assert picture.format == "PNG"
            assert picture.size == (int(drawing.get("width")) * SCALE, int(drawing.get("height")) * SCALE)
            assert picture.getpixel((1, 1))[:3] == (255, 255, 255)
        colours = colours_of(files[name])
        assert len(colours) > 8  # letters have soft edges, so a drawing with words has many
        if name == "01-actors.png":
            bars = brief.figures[0].drawing
            assert isinstance(bars, Bars)
            assert {ImageColor.getrgb(series.colour) for series in bars.series} <= colours
    assert "SVG alone" not in files["method.csv"].decode("utf-8-sig")
    assert members(brief) == files


def with_inside(inside: str) -> str:
    return DRAWING.replace("</svg>", f"{inside}</svg>")


@needs_chrome
def test_what_is_painted_runs_nothing_and_fetches_nothing(tmp_path: Path) -> None:
    green = tmp_path / "green.svg"
    green.write_text(DRAWING.replace("#C02030", "#00FF00"), encoding="utf-8")
    painted = paint(
        {
            "runs.svg": with_inside('<script>document.documentElement.innerHTML = ""</script>'),
            "fetches.svg": with_inside(f'<image href="{green.as_uri()}" width="4" height="3"/>'),
        }
    )
    assert painted.lack == ""
    assert colours_of(painted.files["runs.png"]) == {(192, 32, 48)}
    assert (0, 255, 0) not in colours_of(painted.files["fetches.png"])  # the sign of a broken picture stands there


def chrome_that(tmp_path: Path, program: str) -> str:
    """A Chrome that does as the program says."""
    path = tmp_path / "chromium"
    path.write_text(f"#!{sys.executable}\n{program}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


NO_PNG = "<pre>data:image/png;base64,{}</pre>"


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("raise SystemExit(1)", "painted nothing"),
        (f"print({NO_PNG.format('AAAA')!r})", "painted nothing"),  # what is no PNG
        (f"print({NO_PNG.format('A')!r})", "failed"),  # cut short
        ("import os, time; os.fork(); time.sleep(60)", "took more than 0.5 s"),  # its child holds the pipe open
    ],
)
def test_a_chrome_that_fails_never_loses_the_export(
    program: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = chrome_that(tmp_path, program)
    monkeypatch.setattr(painting, "find_chrome", lambda: chrome)
    monkeypatch.setattr(painting, "_LIMIT", 0.5 if "sleep" in program else 30)
    started = time.monotonic()
    files = members(brief_of("actors"))
    assert time.monotonic() - started < 20
    assert [name for name in files if name.startswith("01")] == ["01-actors.csv", "01-actors.svg"]
    (why,) = [
        row[1] for row in csv.reader(files["method.csv"].decode("utf-8-sig").splitlines()) if row[0] == "Pictures"
    ]
    assert why.startswith(f"Charts are SVG alone: {chrome!r}")
    assert told in why


def test_a_chrome_that_is_no_program_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "find_chrome", lambda: str(tmp_path))
    assert "failed" in paint({"a.svg": DRAWING}).lack


def test_the_command_says_what_the_machine_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    factories.sample().write(tmp_path / "run", "parquet")
    monkeypatch.setattr(painting, "find_chrome", str)
    assert main(["export", str(tmp_path / "run"), "--to", str(tmp_path / "charts.zip")]) == 0
    assert "PNG needs Chrome, Chromium or Edge on this computer." in capsys.readouterr().err


def test_without_a_drawing_no_browser_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "find_chrome", str)
    assert paint({}) == painting.Painted()
