"""Every export is opened again by a reader that is not its writer, and its numbers are those of the summaries."""

import csv
import functools
import io
import json
import re
import time
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import docx
import networkx as nx
import openpyxl
import pptx
import pypdf
import pytest
from lxml import etree

from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.choices import Choice, PassageChoice
from analysis.briefing.converter import find_converter
from analysis.briefing.figure import Bars, Grid, Network
from analysis.briefing.formats import FORMATS
from analysis.briefing.making import make_brief
from analysis.briefing.proof import figure_table
from analysis.filters import Filters
from analysis.results import Results
from analysis.summaries import dyads, mentions_by_actor_and_outlet
from tests import factories

DAY = date(2024, 3, 5)
HERE = [suffix for suffix in FORMATS if suffix != ".pdf"]
"""Formats that need no other program."""

PACKAGES = [".pptx", ".docx", ".xlsx", ".zip"]


def whole(results: Results) -> Brief:
    """A brief of every figure there is."""
    return make_brief(results, made_on=DAY, choices=map(Choice, FIGURES))


@pytest.fixture(scope="module")
def brief() -> Brief:
    quote = PassageChoice(document_id="north", start_char=14, end_char=40, caption="As the Herald put it")
    choices = [*map(Choice, FIGURES), quote]
    return make_brief(factories.sample(), made_on=DAY, choices=choices, title="Boats <i>lost</i>")


def written(brief: Brief, suffix: str) -> bytes:
    return FORMATS[suffix].write(brief)


@pytest.fixture(scope="module")
def file(brief: Brief) -> Callable[[str], bytes]:
    """The brief in a format, written once."""
    return functools.cache(lambda suffix: written(brief, suffix))


def counts(results: Results) -> dict[tuple[str, str], int]:
    frame = mentions_by_actor_and_outlet(results)
    return {
        (entity, outlet): int(n)
        for entity, outlet, n in zip(frame["entity"], frame["publisher"], frame["n_mentions"], strict=True)
    }


# -- the numbers ---------------------------------------------------------------------------------------------------


def test_powerpoint_has_native_charts_with_the_summaries_numbers(file: Callable[[str], bytes]) -> None:
    deck = pptx.Presentation(io.BytesIO(file(".pptx")))
    chart = next(shape.chart for shape in deck.slides[1].shapes if shape.has_chart)
    shown = {
        (category, series.name): int(value)
        for series in chart.plots[0].series
        for category, value in zip(chart.plots[0].categories, series.values, strict=True)
        if value
    }
    assert shown == counts(factories.sample())
    workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in workbook.active[1]][1:] == ["=Wire & Co", "Northern Herald", "South Times <b>"]
    assert {cell.data_type for row in workbook.active.rows for cell in row} <= {"s", "n"}  # no formula


def test_word_has_native_charts_with_the_summaries_numbers(file: Callable[[str], bytes], brief: Brief) -> None:
    document = docx.Document(io.BytesIO(file(".docx")))
    parts = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/charts/")]
    assert len(parts) == sum(isinstance(figure.drawing, Bars) for figure in brief.figures)
    assert len(document.element.body.findall(".//{*}chart")) == len(parts)
    names = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    first = etree.fromstring(next(part.blob for part in parts if part.partname.endswith("chart1.xml")))
    values = first.xpath("//c:ser/c:val//c:v/text()", namespaces=names)
    assert sum(map(int, values)) == sum(counts(factories.sample()).values())
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells][:4] == ["Norland", "1", "2", "1"]


def test_excel_has_numbers_and_charts(file: Callable[[str], bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file(".xlsx")))
    sheet = book["1 actors"]
    header = [cell.value for cell in sheet[5]]
    shown = {
        (row[0].value, outlet): cell.value
        for row in sheet.iter_rows(min_row=6)
        for outlet, cell in zip(header[1:-1], row[1:-1], strict=True)
        if cell.value
    }
    assert shown == counts(factories.sample())
    assert len(sheet._charts) == 1
    axes = sheet._charts[0].x_axis, sheet._charts[0].y_axis  # of categories, of values
    assert [axis.scaling.orientation for axis in axes] == ["maxMin", "minMax"]  # the first on top, bars to the right
    assert [bool(axis.delete) for axis in axes] == [False, True]
    assert {cell.data_type for sheet in book for row in sheet.rows for cell in row} <= {"s", "n"}  # no formula


def test_csv_has_every_cell_and_disarms_formulas(file: Callable[[str], bytes]) -> None:
    content = file(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert any(row[0].startswith("# Shown: All outlets") for row in rows)
    assert any(row[0].startswith("# Source: Northern Herald") for row in rows)
    shown = {(row[2], row[3].lstrip("'")): int(row[4]) for row in rows if row[0] == "1" and row[4] != "0"}
    assert shown == counts(factories.sample())
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


SHAPES = {"svg", "title", "desc", "rect", "text", "line", "circle", "polygon", "defs", "pattern", "path"}
"""All that a picture is made of: nothing that runs, nothing that is fetched."""


def test_the_archive_has_a_table_per_figure(file: Callable[[str], bytes], brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(file(".zip"))) as archive:
        names = archive.namelist()
        table = list(csv.reader(io.StringIO(archive.read("01-actors.csv").decode("utf-8-sig"))))
        pictures = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith(".svg")}
    assert sum(name.endswith(".csv") for name in names) == len(brief.figures) + 3
    assert len(pictures) == sum(isinstance(figure.drawing, Bars | Grid | Network) for figure in brief.figures)
    assert "Norland, Northern Herald: 2" in pictures["01-actors.svg"].xpath("//*[local-name()='title']/text()")
    assert {node.tag.split("}")[1] for tree in pictures.values() for node in tree.iter()} <= SHAPES
    assert table[1][:4] == ["Norland", "1", "2", "1"]


def test_json_has_figures_evidence_and_provenance(file: Callable[[str], bytes]) -> None:
    document = json.loads(file(".json"))
    assert [figure["key"] for figure in document["figures"]][:-1] == list(FIGURES)
    assert document["figures"][0]["rows"][0] == ["Norland", 1, 2, 1]
    texts = {item: factories.text_of(item) for item in factories.ARTICLES}
    for item in document["evidence"]:
        assert texts[item["document_id"]][item["start_char"] : item["end_char"]] == item["text"]
    assert document["provenance"]["inputs"].keys() == texts.keys()


def test_graphml_has_the_networks(file: Callable[[str], bytes]) -> None:
    graph = nx.parse_graphml(file(".graphml").decode(), force_multigraph=True)
    acts = {
        (graph.nodes[a]["label"], graph.nodes[b]["label"], data["act"]): data["weight"]
        for a, b, data in graph.edges(data=True)
        if data["kind"] == "acts"
    }
    frame = dyads(factories.sample())
    expected = zip(frame["country"], frame["target"], frame["act"], frame["n_responses"], strict=True)
    assert acts == {(a, b, act): n for a, b, act, n in expected}
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == {"acts", "named together", "rests on"}


class Page(HTMLParser):
    """The page as a browser would read it: tags, attributes and the text outside style."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "data"}]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] != "style":
            self.text += data
        if self.tags and self.tags[-1] in {"td", "th"} and self.rows:
            self.rows[-1][-1] += data


def test_the_page_needs_nothing_and_runs_nothing(file: Callable[[str], bytes], brief: Brief) -> None:
    page = Page(file(".html"))
    assert {"script", "img", "iframe", "link", "i", "b"}.isdisjoint(page.tags)
    assert page.tags.count("svg") == sum(isinstance(figure.drawing, Bars | Network) for figure in brief.figures)
    assert all(address.startswith(("#e", "https://")) for address in page.addresses)
    assert "Boats <i>lost</i>" in page.text
    assert ["Norland", "1", "2", "1", "1-4"] in page.rows


@pytest.mark.skipif(not find_converter(), reason="no LibreOffice is installed, so no PDF can be made")
def test_pdf_reads_as_the_document_does() -> None:
    brief = make_brief(factories.sample(), made_on=DAY, choices=[Choice("responses"), Choice("discrepancies")])
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written(brief, ".pdf"))).pages)
    words = " ".join(words.split())
    assert "How each country responded, outlet by outlet" in words
    assert "Norland says 5 fishing boats were lost on Thursday." in words
    assert "All outlets, actors, countries, acts and dates." in words


# -- the proof -----------------------------------------------------------------------------------------------------


def told(content: bytes, suffix: str) -> str:
    """All text of an export, whatever its format."""
    if suffix == ".html":
        return Page(content).text
    if suffix in PACKAGES:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return "\n".join(_words(name, part) for name, part in parts.items())
    return _words(suffix, content)


def _words(name: str, content: bytes) -> str:
    if name.endswith((".xml", ".graphml")):
        return "".join(etree.fromstring(content).itertext())
    if name.endswith(".csv"):
        return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
    return str(json.loads(content)) if name.endswith(".json") else ""


@pytest.mark.parametrize("suffix", HERE)
def test_every_export_carries_its_proof(brief: Brief, file: Callable[[str], bytes], suffix: str) -> None:
    words = told(file(suffix), suffix)
    assert "All outlets, actors, countries, acts and dates" in words
    for source in brief.sources:
        assert source.outlet in words.replace("'=", "=")
    assert "https://north.example/story" in words or suffix == ".html"  # a link's target there
    assert "2024-03-01" in words
    assert brief.results.fingerprint in words or suffix == ".json"
    assert "batch_size" in words
    if suffix != ".graphml":
        assert "Sudmark denied the charge." in words
        assert brief.sources[0].sha256 in words


@pytest.mark.parametrize("suffix", HERE)
def test_filters_are_told_and_applied(suffix: str) -> None:
    filters = Filters(outlets=("Northern Herald",))
    choices = [Choice("responses"), Choice("actors")]
    filtered = make_brief(factories.sample(), made_on=DAY, filters=filters, choices=choices)
    words = told(written(filtered, suffix), suffix)
    assert "Only outlet Northern Herald." in words
    assert "South Times" not in words


def test_agreement_is_never_a_bare_share_nor_called_true(brief: Brief) -> None:
    for figure in brief.figures:
        header, rows, _ = figure_table(brief, figure)
        words = " ".join([figure.title, figure.question, figure.note, *header, *(cell for row in rows for cell in row)])
        assert not re.search(r"\btrue\b|\bfalse\b|\btruth\b", words)
        assert not re.search(r"\d ?%(?! interval)", words), figure.key


def test_evidence_is_numbered_in_the_order_of_the_figures(brief: Brief) -> None:
    numbers = [number for figure in brief.figures for number in brief.numbers(figure)]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == sorted(firsts) == [number for number, _ in brief.evidence]


@functools.cache
def of_nothing() -> Brief:
    return whole(factories.empty())


@functools.cache
def of_one_outlet() -> Brief:
    return whole(factories.single_source())


# -- the states ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", HERE)
@pytest.mark.parametrize("brief_of", [of_nothing, of_one_outlet])
def test_each_state_of_results_gives_a_file(brief_of: Callable[[], Brief], suffix: str) -> None:
    assert "article" in told(written(brief_of(), suffix), suffix)


def test_an_empty_figure_says_so() -> None:
    deck = pptx.Presentation(io.BytesIO(written(of_nothing(), ".pptx")))
    words = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    for entry in FIGURES.values():
        assert entry.nothing in words


@pytest.mark.parametrize("suffix", HERE)
def test_the_same_brief_gives_the_same_bytes(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    choices = [Choice("actors"), Choice("responses"), Choice("discrepancies")]
    first, again = (make_brief(factories.sample(), made_on=DAY, choices=choices) for _ in range(2))
    content = written(first, suffix)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert written(again, suffix) == content


@pytest.mark.parametrize("suffix", PACKAGES)
def test_no_clock_in_an_archive(file: Callable[[str], bytes], suffix: str) -> None:
    with zipfile.ZipFile(io.BytesIO(file(suffix))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        if suffix != ".zip":
            assert b"2024-03-05T00:00:00Z" in archive.read("docProps/core.xml")
