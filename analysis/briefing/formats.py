"""The formats that a brief can be written in; to add one is to add its line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.brief import Brief
from analysis.briefing.converter import write_pdf
from analysis.briefing.deck import write_deck
from analysis.briefing.document import write_document
from analysis.briefing.network import write_graph
from analysis.briefing.page import write_page
from analysis.briefing.plain_files import write_csv, write_csv_archive, write_json
from analysis.briefing.workbook import write_workbook
from analysis.errors import ExportError

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its suffix, its name for people, its media type, and what writes it."""

    suffix: str
    label: str
    media_type: str
    write: Callable[[Brief], bytes]


FORMATS: Mapping[str, Format] = {
    item.suffix: item
    for item in (
        Format(".pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", write_deck),
        Format(".docx", "Word", f"{_OFFICE}.wordprocessingml.document", write_document),
        Format(".xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", write_workbook),
        Format(".pdf", "PDF", "application/pdf", write_pdf),
        Format(".html", "Web page", "text/html", write_page),
        Format(".csv", "CSV, one table", "text/csv", write_csv),
        Format(".zip", "CSV and SVG, by figure", "application/zip", write_csv_archive),
        Format(".json", "JSON", "application/json", write_json),
        Format(".graphml", "Networks (GraphML)", "application/graphml+xml", write_graph),
    )
}
"""By suffix, in the order in which they are offered."""


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        ExportError: none has this suffix.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ExportError(f"{path.name!r} has no suffix that is known; accepted are {', '.join(FORMATS)}.")
    return FORMATS[suffix]
