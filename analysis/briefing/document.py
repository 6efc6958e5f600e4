"""The brief as a Word document: figures with native charts and their tables, then the evidence, sources and method."""

import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Emu, Mm, Pt

from analysis.briefing.brief import Brief, citation
from analysis.briefing.figure import Bars, Figure, Quotes
from analysis.briefing.layout import breakable, typeset
from analysis.briefing.proof import described, evidence_words, figure_table, footnote, method_rows, source_rows
from analysis.briefing.settled import settled
from analysis.briefing.text import one_line, plain
from analysis.briefing.word_parts import (
    ACCENT,
    CELL_MARGIN,
    MUTED,
    Size,
    add_chart,
    add_page_number,
    add_table,
    rgb,
    write,
)

_MARGIN = Mm(18)
_WIDTH = Emu(Mm(210) - 2 * _MARGIN)
"""Of the text on an A4 page."""
_TABLE_SIZES = (9, 8, 7.5, 7, 6.5, 6)
"""Of the type in tables, the largest first [points]."""


def write_document(brief: Brief) -> bytes:
    """The brief as .docx."""
    document = _new(brief)
    document.add_heading(one_line(brief.title), 0)
    write(document.add_paragraph(), f"{brief.made_on.isoformat()}. {brief.lead}.", size=12)
    write(document.add_paragraph(), f"Shown: {one_line(brief.shown)}", size=11, colour=MUTED)
    write(document.add_paragraph(), one_line(", ".join(brief.outlets)), size=10, colour=MUTED)
    for number, figure in enumerate(brief.figures, 1):
        _add_figure(document, brief, figure, number)
    _add_evidence(document, brief)
    document.add_heading("Sources", 1)
    header, rows = source_rows(brief, digest=64)
    _add_rows(document, header, rows)
    document.add_heading("Method", 1)
    _add_rows(document, ["What", "Value"], [[label, value] for label, value in method_rows(brief)])
    stream = io.BytesIO()
    document.save(stream)
    return settled(stream.getvalue(), brief.made_on)


def _new(brief: Brief) -> Document:
    document: Document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = plain(brief.title)[:255], "Readout", "Readout"
    properties.comments, properties.revision = "", 1
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for name, size in (("Normal", 10.5), ("Title", 24), ("Heading 1", 15)):
        font = document.styles[name].font
        font.name, font.size = "Calibri", Pt(size)
        if name != "Normal":
            font.color.rgb = rgb(ACCENT)
    foot = section.footer.paragraphs[0]
    write(foot, f"{footnote(brief)} · page ", size=8, colour=MUTED)
    add_page_number(foot, size=8)
    return document


def _add_figure(document: Document, brief: Brief, figure: Figure, number: int) -> None:
    document.add_heading(f"{number}. {one_line(figure.title)}", 1)
    line = document.add_paragraph()
    write(line, one_line(figure.caption or figure.question), size=11, colour=MUTED)
    line.paragraph_format.keep_with_next = True
    if isinstance(figure.drawing, Quotes):
        for passage in figure.evidence:
            write(document.add_paragraph(style="Intense Quote"), f"“{one_line(passage.text)}”", size=11, colour=ACCENT)
            write(document.add_paragraph(), one_line(citation(passage)), size=9, colour=MUTED)
    elif figure.is_empty:
        write(document.add_paragraph(), figure.nothing, size=11)
    else:
        if isinstance(figure.drawing, Bars):
            add_chart(document, figure.drawing, _size(figure.drawing), number, name=plain(described(figure)))
        header, rows, colours = figure_table(brief, figure)
        _add_rows(document, header, rows, colours)
    note = " ".join(filter(None, (figure.note, evidence_words(brief, figure))))
    if note:
        write(document.add_paragraph(), one_line(note), size=9, colour=MUTED)


def _size(bars: Bars) -> Size:
    n_bars = len(bars.categories) * (1 if bars.is_stacked else len(bars.series))
    height = Mm(80) if bars.is_upright else Mm(min(170, 24 + 10 * n_bars))
    return Size(_WIDTH, Emu(height))


def _add_evidence(document: Document, brief: Brief) -> None:
    document.add_heading("Evidence", 1)
    if not brief.evidence:
        write(document.add_paragraph(), "No figure above rests on a passage.", size=10)
        return
    rows = [
        [str(number), f"“{one_line(passage.text)}”", one_line(citation(passage))] for number, passage in brief.evidence
    ]
    _add_rows(document, ["No", "Passage as published", "Where"], rows)


def _add_rows(
    document: Document, header: list[str], rows: list[list[str]], colours: list[list[str]] | None = None
) -> None:
    if rows:
        header = [breakable(label) for label in header]
        size, widths = typeset(
            header, rows, _WIDTH.pt, sizes=_TABLE_SIZES, padding=2 * CELL_MARGIN, is_grid=bool(colours)
        )
        add_table(document, header, rows, widths=widths, colours=colours or (), size=size)
        document.add_paragraph().paragraph_format.space_after = Pt(0)
    else:
        write(document.add_paragraph(), "None.", size=10)
