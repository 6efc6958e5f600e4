"""The brief for other programs: CSV (one file, or a zip of one per figure with its pictures) and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from analysis.briefing.brief import Brief, citation, in_ranges
from analysis.briefing.figure import Bars, Figure, Value
from analysis.briefing.layout import words
from analysis.briefing.painting import paint
from analysis.briefing.pictures import pictures_of
from analysis.briefing.proof import method_rows
from analysis.briefing.settled import archived
from analysis.briefing.text import disarmed, one_line, plain

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it spreadsheets read UTF-8 as the local eight-bit code."""


def write_csv(brief: Brief) -> bytes:
    """Every number of every figure, one a line, under comment lines with filters, sources, evidence and method."""
    lines = [[f"# {label}: {value}"] for label, value in method_rows(brief)]
    lines += [[f"# Source: {'; '.join(filter(None, row))}"] for row in _sources(brief)[1:]]
    lines += [[f"# [{number}] {citation(passage)}: {one_line(passage.text)}"] for number, passage in brief.evidence]
    header = ["figure", "title", "row", "column", "value", "evidence"]
    cells = [
        [str(number), figure.title, row, column, value, in_ranges(evidence)]
        for number, figure in enumerate(brief.figures, 1)
        for row, column, value, evidence in _cells(brief, figure)
    ]
    return _csv([*lines, header, *cells])


def write_csv_archive(brief: Brief) -> bytes:
    """A zip: a table per figure and its pictures where it is a chart, the evidence, the sources and the method.

    A picture is SVG, and PNG too where the machine has a Chrome; the method says why where it is SVG alone.
    """
    files: dict[str, bytes] = {}
    for number, figure in enumerate(brief.figures, 1):
        header: list[Value] = [*figure.drawing.header, "Evidence"]
        rows = [[*row, in_ranges(brief.numbers(figure, (words(row[0]), "")))] for row in figure.drawing.rows]
        files[f"{number:02}-{figure.key}.csv"] = _csv([header, *rows])
    drawings = pictures_of(brief)
    painted = paint(drawings)
    files |= {name: drawing.encode("utf-8") for name, drawing in drawings.items()} | dict(painted.files)
    return archived(dict(sorted(files.items())) | proof_files(brief, lack=painted.lack))


def proof_files(brief: Brief, *, lack: str = "") -> dict[str, bytes]:
    """What an archive of figures carries beside them: the evidence, the sources and the method, as CSV by name.

    Args:
        brief: Whose proof it is.
        lack: What the archive has not, and why, in a sentence; empty: it has everything.
    """
    told = [("Pictures", lack)] if lack else []
    return {
        "evidence.csv": _csv(_evidence(brief)),
        "sources.csv": _csv(_sources(brief)),
        "method.csv": _csv([["what", "value"], *method_rows(brief), *told]),
    }


def write_json(brief: Brief) -> bytes:
    """Figures with their numbers and evidence, sources, settings and provenance, as one object."""
    results = brief.results
    document = {
        "title": brief.title,
        "made_on": brief.made_on.isoformat(),
        "shown": brief.shown,
        "figures": [_figure(brief, figure) for figure in brief.figures],
        "evidence": [dict(zip(_EVIDENCE, row, strict=True)) for row in _evidence(brief)[1:]],
        "sources": [dict(zip(_SOURCES, row, strict=True)) for row in _sources(brief)[1:]],
        "method": dict(brief.method),
        "settings": results.settings.to_dict(),
        "provenance": dict(results.provenance),
    }
    return (json.dumps(_fit(document), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


_EVIDENCE = ("number", "text", "outlet", "published_on", "document_id", "start_char", "end_char", "review")
_SOURCES = ("outlet", "country", "published_on", "title", "url", "document_id", "sha256")


def _evidence(brief: Brief) -> list[Sequence[Value]]:
    return [
        _EVIDENCE,
        *(
            (number, p.text, p.outlet, p.published_on, p.document_id, p.start_char, p.end_char, p.review)
            for number, p in brief.evidence
        ),
    ]


def _sources(brief: Brief) -> list[tuple[str, ...]]:
    return [
        _SOURCES,
        *((s.outlet, s.country, s.published_on, s.title, s.url, s.document_id, s.sha256) for s in brief.sources),
    ]


def _cells(brief: Brief, figure: Figure) -> Iterator[tuple[str, str, Value, tuple[int, ...]]]:
    drawing = figure.drawing
    is_by_cell = any(passage.mark[1] in drawing.header for passage in figure.evidence)
    for row in drawing.rows:
        label = words(row[0])
        of_row = () if is_by_cell else brief.numbers(figure, (label, ""))
        for column, value in zip(drawing.header[1:], row[1:], strict=True):
            yield label, column, value, brief.numbers(figure, (label, column)) or of_row


def _figure(brief: Brief, figure: Figure) -> dict[str, Any]:
    drawing = figure.drawing
    return {
        "key": figure.key,
        "title": figure.title,
        "question": figure.question,
        "caption": figure.caption,
        "note": figure.note,
        "kind": type(drawing).__name__.lower(),
        "unit": drawing.unit if isinstance(drawing, Bars) else "",
        "header": list(drawing.header),
        "rows": [list(row) for row in drawing.rows],
        "evidence": list(brief.numbers(figure)),
        "n_evidence": figure.n_evidence,
    }


def _csv(rows: Iterable[Sequence[Value]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([disarmed(plain(value)) if isinstance(value, str) else value for value in row])
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode("utf-8")


def _fit(value: Any) -> Any:
    """The value with every text fit for UTF-8."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {plain(str(key)): _fit(item) for key, item in value.items()}
    return [_fit(item) for item in value] if isinstance(value, list | tuple) else value
