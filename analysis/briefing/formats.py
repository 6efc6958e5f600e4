"""The formats that a brief can be written in; to add one is to add its line."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.briefing.brief import Brief
from analysis.briefing.converter import lack_of_converter
from analysis.briefing.painting import lack_of_chrome
from analysis.errors import ExportError

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        suffix: Of its files.
        label: Its name for people.
        media_type: As it is told to a browser.
        write: Makes a file of a brief.
        lack: What this machine lacks for it and what comes of that, in a sentence; empty: nothing.
    """

    suffix: str
    label: str
    media_type: str
    write: Callable[[Brief], bytes]
    lack: Callable[[], str] = str


def _writer(module: str, function: str) -> Callable[[Brief], bytes]:
    """The writing of one format. Its libraries are loaded with the first such file: all of them together take longer
    than most commands that write none."""

    def write(brief: Brief) -> bytes:
        written: bytes = getattr(importlib.import_module(f"analysis.briefing.{module}"), function)(brief)
        return written

    return write


FORMATS: Mapping[str, Format] = {
    item.suffix: item
    for item in (
        Format(".pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", _writer("deck", "write_deck")),
        Format(".docx", "Word", f"{_OFFICE}.wordprocessingml.document", _writer("document", "write_document")),
        Format(".xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", _writer("workbook", "write_workbook")),
        Format(".pdf", "PDF", "application/pdf", _writer("converter", "write_pdf"), lack_of_converter),
        Format(".html", "Web page", "text/html", _writer("page", "write_page")),
        Format(".csv", "CSV, one table", "text/csv", _writer("plain_files", "write_csv")),
        Format(
            ".zip",
            "CSV and pictures, by figure",
            "application/zip",
            _writer("plain_files", "write_csv_archive"),
            lack_of_chrome,
        ),
        Format(".json", "JSON", "application/json", _writer("plain_files", "write_json")),
        Format(".graphml", "Networks (GraphML)", "application/graphml+xml", _writer("network", "write_graph")),
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
