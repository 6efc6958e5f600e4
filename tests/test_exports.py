"""Every export is opened again by a reader that is not its writer, and its numbers are those of the summaries."""

import csv
import io
import json
import zipfile
from collections.abc import Callable

import docx
import networkx as nx
import openpyxl
import pptx
import pypdf
import pytest
from lxml import etree

from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.choices import Choice
from analysis.briefing.converter import find_converter
from analysis.briefing.figure import Bars, Grid, Network
from analysis.briefing.making import make_brief
from analysis.results import Results
from analysis.summaries import dyads, mentions_by_actor_and_outlet
from tests import factories
from tests.briefs import DAY, Page, written


def counts(results: Results) -> dict[tuple[str, str], int]:
    frame = mentions_by_actor_and_outlet(results)
    return {
        (entity, outlet): int(n)
        for entity, outlet, n in zip(frame["entity"], frame["publisher"], frame["n_mentions"], strict=True)
    }


def test_powerpoint_has_native_charts_with_the_summaries_numbers(exported: Callable[[str], bytes]) -> None:
    deck = pptx.Presentation(io.BytesIO(exported(".pptx")))
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


def test_word_has_native_charts_with_the_summaries_numbers(exported: Callable[[str], bytes], brief: Brief) -> None:
    document = docx.Document(io.BytesIO(exported(".docx")))
    parts = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/charts/")]
    assert len(parts) == sum(isinstance(figure.drawing, Bars) for figure in brief.figures)
    assert len(document.element.body.findall(".//{*}chart")) == len(parts)
    names = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    first = etree.fromstring(next(part.blob for part in parts if part.partname.endswith("chart1.xml")))
    values = first.xpath("//c:ser/c:val//c:v/text()", namespaces=names)
    assert sum(map(int, values)) == sum(counts(factories.sample()).values())
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells][:4] == ["Norland", "1", "2", "1"]


def test_excel_has_numbers_and_charts(exported: Callable[[str], bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(".xlsx")))
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


def test_csv_has_every_cell_and_disarms_formulas(exported: Callable[[str], bytes]) -> None:
    content = exported(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert any(row[0].startswith("# Shown: All outlets") for row in rows)
    assert any(row[0].startswith("# Source: Northern Herald") for row in rows)
    shown = {(row[2], row[3].lstrip("'")): int(row[4]) for row in rows if row[0] == "1" and row[4] != "0"}
    assert shown == counts(factories.sample())
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


SHAPES = {"svg", "title", "desc", "rect", "text", "line", "circle", "polygon", "defs", "pattern", "path"}
"""All that a picture is made of: nothing that runs, nothing that is fetched."""


def test_the_archive_has_a_table_per_figure(exported: Callable[[str], bytes], brief: Brief) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(".zip"))) as archive:
        names = archive.namelist()
        table = list(csv.reader(io.StringIO(archive.read("01-actors.csv").decode("utf-8-sig"))))
        method = archive.read("method.csv").decode("utf-8-sig")
        pictures = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith(".svg")}
    assert sum(name.endswith(".csv") for name in names) == len(brief.figures) + 3
    assert "SVG alone: PNG needs Chrome" in method
    assert len(pictures) == sum(isinstance(figure.drawing, Bars | Grid | Network) for figure in brief.figures)
    assert "Norland, Northern Herald: 2" in pictures["01-actors.svg"].xpath("//*[local-name()='title']/text()")
    assert {node.tag.split("}")[1] for tree in pictures.values() for node in tree.iter()} <= SHAPES
    assert table[1][:4] == ["Norland", "1", "2", "1"]


def test_json_has_figures_evidence_and_provenance(exported: Callable[[str], bytes]) -> None:
    document = json.loads(exported(".json"))
    assert [figure["key"] for figure in document["figures"]][:-1] == list(FIGURES)
    assert document["figures"][0]["rows"][0] == ["Norland", 1, 2, 1]
    texts = {item: factories.text_of(item) for item in factories.ARTICLES}
    for item in document["evidence"]:
        assert texts[item["document_id"]][item["start_char"] : item["end_char"]] == item["text"]
    assert document["provenance"]["inputs"].keys() == texts.keys()


def test_graphml_has_the_networks(exported: Callable[[str], bytes]) -> None:
    graph = nx.parse_graphml(exported(".graphml").decode(), force_multigraph=True)
    acts = {
        (graph.nodes[a]["label"], graph.nodes[b]["label"], data["act"]): data["weight"]
        for a, b, data in graph.edges(data=True)
        if data["kind"] == "acts"
    }
    frame = dyads(factories.sample())
    expected = zip(frame["country"], frame["target"], frame["act"], frame["n_responses"], strict=True)
    assert acts == {(a, b, act): n for a, b, act, n in expected}
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == {"acts", "named together", "rests on"}


def test_the_page_needs_nothing_and_runs_nothing(exported: Callable[[str], bytes], brief: Brief) -> None:
    page = Page(exported(".html"))
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
