"""The brief as a PowerPoint file: one slide per figure with a native chart, the evidence, then sources and method."""

import io
from collections.abc import Iterator

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches

from analysis.briefing.brief import Brief, citation
from analysis.briefing.figure import Bars, Figure, Network, Quotes
from analysis.briefing.layout import breakable, height, pages, typeset
from analysis.briefing.native import Box, add_chart
from analysis.briefing.network_drawing import add_network
from analysis.briefing.proof import described, evidence_words, figure_table, footnote, method_rows, source_rows
from analysis.briefing.settled import settled
from analysis.briefing.slides import (
    ACCENT,
    BODY,
    MARGIN,
    MUTED,
    Look,
    Sheet,
    add_footer,
    add_notes,
    add_slide,
    add_table,
    add_text,
    describe,
    new_deck,
)
from analysis.briefing.text import excerpt, one_line, plain
from analysis.corrections import MACHINE

_ROOM = 350.0
"""Height that a table may take on a slide, its header included: the note under it begins there [points]."""

_WIDE = BODY.width.pt
_SIZES = (15, 13, 11, 10, 9, 8)
"""Of a table's type, largest first [points]."""
_LEAST_FOR_ONE = 11
"""A table that needs smaller type to stay on one slide goes on on another; only long words make it smaller [points]."""
_PADDING = 12
"""Left and right of a cell's text together [points]."""

_CELL = 420
"""Longest text of a table's cell on a slide [characters]; the notes have it whole."""


def write_deck(brief: Brief) -> bytes:
    """The brief as .pptx."""
    deck = new_deck()
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = plain(brief.title), "Readout", "Readout"
    properties.revision = 1
    _title_slide(deck, brief)
    for figure in brief.figures:
        _figure_slides(deck, brief, figure)
    _evidence_slides(deck, brief)
    _source_slides(deck, brief)
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue(), brief.made_on)


def _title_slide(deck: Deck, brief: Brief) -> None:
    slide = add_slide(deck, one_line(brief.title))
    heading = slide.shapes.title
    if heading is not None:
        heading.left, heading.top, heading.width, heading.height = MARGIN, Inches(1.7), BODY.width, Inches(1.6)
    lines = (
        (brief.lead, Look(20), 3.4),
        (f"Shown: {brief.shown}", Look(16, MUTED), 4.0),
        (", ".join(brief.outlets), Look(14, MUTED), 4.6),
        (brief.made_on.isoformat(), Look(14, ACCENT, bold=True), 5.9),
    )
    for text, look, top in lines:
        add_text(slide, one_line(text), Box(MARGIN, Inches(top), BODY.width, Inches(0.5)), look)
    add_footer(slide, footnote(brief))
    add_notes(slide, plain("\n".join(f"{label}: {value}" for label, value in method_rows(brief))))


def _figure_slides(deck: Deck, brief: Brief, figure: Figure) -> None:
    line = one_line(figure.caption or figure.question)
    slide = add_slide(deck, one_line(figure.title), line)
    if figure.is_empty and not isinstance(figure.drawing, Quotes):
        add_text(slide, figure.nothing, BODY, Look(18, MUTED))
    elif isinstance(figure.drawing, Quotes):
        add_text(slide, _quotes(figure), BODY, Look(18))
    elif isinstance(figure.drawing, Bars):
        frame = add_chart(slide.shapes, figure.drawing, _chart_box(figure.drawing))
        describe(frame._element.nvGraphicFramePr.cNvPr, plain(described(figure)))
    else:
        if isinstance(figure.drawing, Network):
            add_network(slide.shapes, figure.drawing, BODY, name=plain(described(figure)))
            _close(slide, brief, figure)
            slide = add_slide(deck, one_line(figure.title), line)
        sheets = list(_sheets(brief, figure))
        for number, sheet in enumerate(sheets, 1):
            if number > 1:
                slide = add_slide(deck, f"{one_line(figure.title)} ({number} of {len(sheets)})", line)
            add_table(slide, sheet, plain(described(figure)))
            if number < len(sheets):
                _close(slide, brief, figure)
    _close(slide, brief, figure)


def _close(slide: Slide, brief: Brief, figure: Figure) -> None:
    """Note, footer and speaker's notes of a figure's slide."""
    note = " ".join(filter(None, (figure.note, evidence_words(brief, figure))))
    add_text(slide, one_line(note), Box(MARGIN, Inches(6.5), BODY.width, Inches(0.45)), Look(11, MUTED))
    add_footer(slide, footnote(brief))
    add_notes(slide, plain(_notes(brief, figure)))


def _notes(brief: Brief, figure: Figure) -> str:
    lines = [
        figure.question,
        figure.note,
        f"Shown: {brief.shown}",
        f"Rests on {brief.lead}: {', '.join(brief.outlets)}.",
    ]
    lines += [f"{footnote(brief)}.", ""]
    wanted = set(brief.numbers(figure))
    lines.append(evidence_words(brief, figure))
    lines += [
        f"[{number}] {citation(passage)}: “{one_line(passage.text)}”"
        for number, passage in brief.evidence
        if number in wanted
    ]
    return "\n".join(line for line in lines if line is not None)


def _quotes(figure: Figure) -> str:
    return "\n".join(
        f"“{excerpt(passage.text, 700)}”\n{one_line(passage.outlet)}, {passage.published_on or 'undated'}\n"
        for passage in figure.evidence
    )


def _sheets(brief: Brief, figure: Figure) -> Iterator[Sheet]:
    """The figure's table, cut into slides."""
    header, rows, colours = figure_table(brief, figure)
    yield from paged(header, [[excerpt(cell, _CELL) for cell in row] for row in rows], colours=colours)


def paged(header: list[str], rows: list[list[str]], *, colours: list[list[str]] | None = None) -> Iterator[Sheet]:
    """The table in the largest type that parts no word and fits one slide; on several where that would be small."""
    header = [breakable(label) for label in header]
    largest, _ = typeset(header, rows, _WIDE, sizes=_SIZES, padding=_PADDING, is_grid=bool(colours))
    for size in (size for size in _SIZES if size <= largest):
        _, widths = typeset(header, rows, _WIDE, sizes=(size,), padding=_PADDING, is_grid=bool(colours))
        chunks = list(pages(rows, widths, size=size, room=_ROOM - height(header, widths, size=size)))
        if len(chunks) <= 1 or size <= _LEAST_FOR_ONE:
            break
    for page in chunks:
        chosen = [colours[at] for at in page] if colours else []
        yield Sheet(header, [rows[at] for at in page], widths, size, chosen)


def _chart_box(bars: Bars) -> Box:
    """Where a chart stands: a few bars do not fill the slide with their thickness."""
    if bars.is_upright:
        return BODY
    wanted = Inches(0.9 + 0.62 * len(bars.categories) * (1 if bars.is_stacked else len(bars.series)))
    return BODY._replace(height=min(BODY.height, wanted))


def _evidence_slides(deck: Deck, brief: Brief) -> None:
    rows = [
        [
            str(number), one_line(passage.outlet), passage.published_on or "undated", excerpt(passage.text, _CELL),
            passage.review,
        ]
        for number, passage in brief.evidence
    ]  # fmt: skip
    header = ["No", "Outlet", "Published", "Passage", "Review"]
    if all(passage.review == MACHINE for _, passage in brief.evidence):
        header, rows = header[:-1], [row[:-1] for row in rows]
    _table_slides(deck, brief, "Evidence", "Sentences as published, numbered as in the figures.", (header, rows))


def _source_slides(deck: Deck, brief: Brief) -> None:
    header, sources = source_rows(brief)
    _table_slides(deck, brief, "Sources", f"{brief.lead}.", (header, sources))
    rows = [[label, excerpt(value, _CELL)] for label, value in method_rows(brief)]
    slides = _table_slides(deck, brief, "Sources and method", "How this brief was made.", (["What", "Value"], rows))
    proof = [f"{label}: {value}" for label, value in method_rows(brief)]
    proof += [f"{source.document_id}: sha256 {source.sha256}" for source in brief.sources]
    for slide in slides:
        add_notes(slide, plain("\n".join(proof)))


def _table_slides(
    deck: Deck, brief: Brief, title: str, line: str, table: tuple[list[str], list[list[str]]]
) -> list[Slide]:
    sheets = list(paged(*table))
    slides = []
    for number, sheet in enumerate(sheets, 1):
        heading = f"{title} ({number} of {len(sheets)})" if len(sheets) > 1 else title
        slide = add_slide(deck, heading, line)
        add_table(slide, sheet, heading, top=Emu(BODY.top))
        add_footer(slide, footnote(brief))
        slides.append(slide)
    return slides
