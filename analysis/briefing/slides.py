"""The parts that every slide is made of: title, line under it, table, footer, notes."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Inches, Pt

from analysis.briefing.native import Box
from analysis.briefing.text import web_address
from analysis.palette import INK, PAPER, ink_on

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.6)
BODY = Box(MARGIN, Inches(1.62), Emu(WIDTH - 2 * MARGIN), Inches(4.78))
"""Where charts and tables stand."""

ACCENT, MUTED, RULE, BAND = "#17365D", "#595959", "#D9D9D9", "#F4F6F9"
"""Colours of the slides themselves; marks take theirs from analysis.palette."""

_TITLE_ONLY = 5


class Look(NamedTuple):
    """How a line of text is set."""

    size: float
    colour: str = INK
    bold: bool = False


class Sheet(NamedTuple):
    """A table as it is set: text, widths of the columns [points], and a colour for cells that have one."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    size: float = 12
    colours: Sequence[Sequence[str]] = ()


def new_deck() -> Deck:
    """An empty widescreen presentation whose layout has the title where these slides want it."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    layout = deck.slide_layouts[_TITLE_ONLY]
    for placeholder in list(layout.placeholders):
        if placeholder.placeholder_format.idx:
            placeholder._element.getparent().remove(placeholder._element)
    edge = deck.slides.add_slide(layout).shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(0), Inches(0.16), HEIGHT)
    edge.fill.solid()
    edge.fill.fore_color.rgb = rgb(ACCENT)
    edge.line.fill.background()
    edge._element.nvSpPr.cNvPr.set("id", "9001")  # no other shape of the layout has it
    layout.shapes._spTree.append(edge._element)
    _drop_first_slide(deck)
    title = layout.placeholders[0]
    title.left, title.top, title.width, title.height = MARGIN, Inches(0.35), BODY.width, Inches(0.75)
    return deck


def _drop_first_slide(deck: Deck) -> None:
    """python-pptx draws on slides only: what belongs on the layout is drawn on a slide, moved and the slide removed."""
    entry = deck.slides._sldIdLst[0]
    deck.part.drop_rel(entry.rId)
    deck.slides._sldIdLst.remove(entry)


def add_slide(deck: Deck, title: str, line: str = "") -> Slide:
    """A slide with its title and the line under it."""
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    heading = slide.shapes.title
    if heading is not None:
        frame = heading.text_frame
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.BOTTOM, True
        frame.margin_left = frame.margin_right = Emu(0)
        write(frame.paragraphs[0], title, Look(28, ACCENT, bold=True))
    if line:
        add_text(slide, line, Box(MARGIN, Inches(1.08), BODY.width, Inches(0.45)), Look(15, MUTED))
    return slide


def add_text(slide: Slide, text: str, box: Box, look: Look) -> None:
    """A box of text, one paragraph a line."""
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Emu(0)
    for position, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        write(paragraph, line, look)


def write(paragraph: object, text: str, look: Look, *, url: str = "") -> None:
    """One run of text into a paragraph; a link only to an http or https address."""
    paragraph.alignment = PP_ALIGN.LEFT  # type: ignore[attr-defined]
    if text:
        run = paragraph.add_run()  # type: ignore[attr-defined]
        run.text = text
        run.font.size, run.font.bold, run.font.color.rgb = Pt(look.size), look.bold, rgb(look.colour)
        if web_address(url):
            run.hyperlink.address = url
    end = paragraph._p.get_or_add_endParaRPr()  # type: ignore[attr-defined]
    end.set("sz", str(round(look.size * 100)))  # otherwise 18 points, which makes every row of a table higher


def add_table(slide: Slide, sheet: Sheet, name: str, *, top: Emu = BODY.top) -> None:
    """A table with a header row; `name` is what a screen reader says of it."""
    n_rows, n_columns = len(sheet.rows) + 1, len(sheet.header)
    height = Emu(Pt(sheet.size * 1.22 + 8) * n_rows)
    frame = slide.shapes.add_table(n_rows, n_columns, BODY.left, top, BODY.width, height)
    describe(frame._element.nvGraphicFramePr.cNvPr, name)
    table = frame.table
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width)
    for position, label in enumerate(sheet.header):
        _fill(table.cell(0, position), label, ACCENT, Look(sheet.size, PAPER, bold=True))
    for row, cells in enumerate(sheet.rows):
        for position, text in enumerate(cells):
            band = BAND if row % 2 else PAPER
            colour = (sheet.colours[row][position] if sheet.colours else "") or band
            _fill(table.cell(row + 1, position), text, colour, Look(sheet.size, ink_on(colour), bold=False))


def _fill(cell: _Cell, text: str, colour: str, look: Look) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(colour)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.margin_left = cell.margin_right = Pt(6)
    lines = text.split("\n")
    for position, line in enumerate(lines):
        paragraph = cell.text_frame.paragraphs[0] if position == 0 else cell.text_frame.add_paragraph()
        write(paragraph, line, look, url=line)


def add_footer(slide: Slide, text: str) -> None:
    """The line at the foot, and the slide's number as a field."""
    top = Inches(6.98)
    add_text(slide, text, Box(MARGIN, top, Emu(BODY.width - Inches(1)), Inches(0.35)), Look(10, MUTED))
    frame = slide.shapes.add_textbox(Emu(WIDTH - MARGIN - Inches(1)), top, Inches(1), Inches(0.35)).text_frame
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"), type="slidenum")
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    properties = etree.SubElement(field, qn("a:rPr"), sz="1000")
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=MUTED.removeprefix("#"))
    etree.SubElement(field, qn("a:t")).text = "‹#›"


def add_notes(slide: Slide, text: str) -> None:
    """The speaker's notes."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = text


def describe(properties: etree._Element, text: str) -> None:
    """What a screen reader says of a chart or table."""
    properties.set("descr", text)


def rgb(colour: str) -> RGBColor:
    """`#RRGGBB` as python-pptx wants it."""
    return RGBColor.from_string(colour.removeprefix("#"))
