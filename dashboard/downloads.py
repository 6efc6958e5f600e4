"""Tables as CSV files that say what they show and cannot run a formula."""

import csv
import io
import re

import pandas as pd

from analysis.briefing.text import disarmed, one_line
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DOCUMENTS
from dashboard.view import View


def csv_file(frame: pd.DataFrame, title: str, view: View) -> bytes:
    """The frame as CSV (UTF-8 with a mark, so that spreadsheets read it), headed by lines that start with '#'.

    The head names what is shown, the articles it rests on and the run's fingerprint. It has no commas, and all text
    after it is quoted, so that a reader who skips what follows a '#' loses nothing. Text cells that a spreadsheet would
    run as a formula start with an apostrophe.
    """
    buffer = io.StringIO(newline="")
    buffer.writelines(f"{line}\r\n" for line in _head(title, view))
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([str(column) for column in frame.columns])
    for row in frame.astype(object).where(frame.notna(), "").itertuples(index=False, name=None):
        writer.writerow([_harmless(value) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def file_name(title: str, suffix: str) -> str:
    """A file name of plain letters for a title."""
    return f"readout-{re.sub(r'[^a-z0-9]+', '-', title.lower()).strip('-')}{suffix}"


def _head(title: str, view: View) -> list[str]:
    lines = [f"# Readout: {title}", f"# Shown: {view.shown}"]
    for source in records(view.results[DOCUMENTS]):
        parts = [source[str(column)] for column in (Col.PUBLISHER, Col.PUBLISHED_ON, Col.TITLE, Col.URL)]
        lines.append("# Source: " + "; ".join(part for part in parts if part))
    lines.append(f"# Run: {view.run.fingerprint}")
    return [one_line(line).replace(",", ";").replace('"', "'") for line in lines]


def _harmless(value: object) -> object:
    return disarmed(value) if isinstance(value, str) else value
