"""What python-docx lacks: a native chart in the text, the page's number, shaded cells, alternative text."""

from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from analysis.briefing.figure import Bars
from analysis.briefing.native import chart_parts
from analysis.briefing.text import web_address
from analysis.palette import INK, PAPER, ink_on

ACCENT, MUTED, BAND = "#17365D", "#595959", "#F4F6F9"
CELL_MARGIN = 2.5
"""Left and right of the text in a table's cell [points]."""
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Size(NamedTuple):
    """Of a drawing [EMU]."""

    width: Emu
    height: Emu


def add_chart(document: Document, bars: Bars, size: Size, number: int, *, name: str) -> None:
    """A native chart as a paragraph of its own.

    Args:
        document: Word document.
        bars: What to draw.
        size: Of the chart.
        number: Of the chart within the document, from 1.
        name: What a screen reader says of it.
    """
    chart_xml, workbook, workbook_id = chart_parts(bars)
    package = document.part.package
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, chart_xml, package)
    sheet = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _WORKBOOK_TYPE, workbook, package)
    chart.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, sheet, workbook_id)
    chart_id = document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    inline = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{int(size.width)}" cy="{int(size.height)}"/>'
        f'<wp:docPr id="{1000 + number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{chart_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    inline.find(".//" + qn("wp:docPr")).set("descr", name)
    document.add_paragraph().add_run()._r.append(inline)


def add_table(
    document: Document,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    colours: Sequence[Sequence[str]] = (),
    size: float = 9,
) -> Table:
    """A table whose header row is repeated on every page.

    Args:
        document: Word document.
        header: Labels of the columns.
        rows: Text of the cells.
        widths: Of the columns [points].
        colours: Of the cells; an empty one leaves the cell as it is.
        size: Of the type [points].
    """
    table = document.add_table(len(rows) + 1, len(header))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    sides = "".join(f'<w:{side} w:w="{round(20 * CELL_MARGIN)}" w:type="dxa"/>' for side in ("left", "right"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for line, (row, cells) in enumerate(zip(table.rows, [list(header), *rows], strict=True)):
        for at, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            colour = ACCENT if line == 0 else (colours[line - 1][at] if colours else "")
            colour = colour or (PAPER if line % 2 else BAND)
            cell.width = Pt(widths[at])
            _fill(cell, text, colour, size=size, is_bold=line == 0)
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    return table


def _fill(cell: _Cell, text: str, colour: str, *, size: float, is_bold: bool) -> None:
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour.removeprefix("#")}"/>')
    cell._tc.get_or_add_tcPr().append(shade)
    ink = PAPER if is_bold else ink_on(colour)
    for position, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        write(paragraph, line, size=size, colour=ink, is_bold=is_bold, url=line)


def write(
    paragraph: Paragraph, text: str, *, size: float, colour: str = INK, is_bold: bool = False, url: str = ""
) -> None:
    """One run of text; a link only to an http or https address."""
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, rgb(colour)
    if web_address(url):
        target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = etree.SubElement(paragraph._p, qn("w:hyperlink"))
        link.set(qn("r:id"), target)
        run.font.underline = True
        link.append(run._r)


def add_page_number(paragraph: Paragraph, *, size: float) -> None:
    """The number of the page, as a field that Word fills in."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(size), rgb(MUTED)
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{text}</w:instrText>'))


def rgb(colour: str) -> RGBColor:
    """`#RRGGBB` as python-docx wants it."""
    return RGBColor.from_string(colour.removeprefix("#"))
