"""Whatever an article says stays text in every export: no formula, no script, no link, no broken file."""

import csv
import dataclasses
import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
from lxml import etree

from analysis.briefing.brief import Brief
from analysis.briefing.figure import Bars, Cell, Figure, Grid, Listing, Passage, Quotes, Series
from analysis.briefing.making import make_brief
from tests import factories
from tests.briefs import DAY, HERE, PACKAGES, Page, told, written

HOSTILE = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> \x00\x0b\x1f \ud800 \ufffe ]]> & {{7*7}} _x0041_ ![](http://x.example)"
)
KEPT = "<script>alert(1)</script>"


def hostile() -> Brief:
    passage = Passage(
        document_id=HOSTILE, outlet=HOSTILE, published_on="", start_char=0, end_char=9, text=HOSTILE, mark=(HOSTILE, "")
    )
    drawings = (
        Bars(axis=HOSTILE, unit=HOSTILE, categories=(HOSTILE, "b"), series=(Series(HOSTILE, "#0072B2", (1, None)),)),
        Bars(axis="d", unit="u", categories=("=1+1",), series=(Series("=2+2", "#0072B2", (0,)),), is_upright=True),
        Grid(axis=HOSTILE, columns=(HOSTILE,), labels=(HOSTILE,), cells=((Cell(HOSTILE, "#E69F00"),),)),
        Listing(header=(HOSTILE, "n"), rows=((HOSTILE, 1.5), (None, None))),
        Quotes(),
    )
    figures = tuple(
        Figure(
            key=f"hostile-{number}", title=HOSTILE, question=HOSTILE, drawing=drawing, evidence=(passage,),
            n_evidence=1, note=HOSTILE, caption=HOSTILE,
        )
        for number, drawing in enumerate(drawings)
    )  # fmt: skip
    made = make_brief(factories.sample(), made_on=DAY, choices=(), title=HOSTILE)
    source = dataclasses.replace(made.sources[0], outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)//https://x")
    return dataclasses.replace(made, figures=figures, sources=(source,), shown=HOSTILE)


def links(suffix: str, content: bytes) -> Iterator[str]:
    """Targets that a program would follow."""
    if suffix == ".html":
        yield from (address for address in Page(content).addresses if not address.startswith("#"))
    elif suffix in PACKAGES:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.endswith(".rels"):
                    tree = etree.fromstring(archive.read(name))
                    yield from (item.get("Target") for item in tree if item.get("TargetMode") == "External")


@pytest.mark.parametrize("suffix", HERE)
def test_hostile_text_stays_text(suffix: str) -> None:
    content = written(hostile(), suffix)
    assert KEPT in told(content, suffix)
    assert list(links(suffix, content)) == []
    if suffix == ".html":
        assert "script" not in Page(content).tags
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert {cell.data_type for sheet in book for row in sheet.rows for cell in row} <= {"s", "n"}
    if suffix == ".csv":
        cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
        assert not [cell for cell in cells if cell.lstrip().startswith("=")]
