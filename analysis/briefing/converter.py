"""The Word document as a PDF, by a converter that the machine has."""

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

from analysis.briefing.brief import Brief
from analysis.errors import ExportError

_CONVERTERS = ("soffice", "libreoffice")
_LIMIT = 120
"""Longest time that a conversion may take [seconds]."""


def find_converter() -> str:
    """The path of LibreOffice; empty when the machine has none."""
    return next(filter(None, map(shutil.which, _CONVERTERS)), "")


def lack_of_converter() -> str:
    """What to do where the machine has no LibreOffice; empty where it has one."""
    if find_converter():
        return ""
    return "PDF needs LibreOffice on this computer; or export .docx or .html, and print that to PDF."


def write_pdf(brief: Brief) -> bytes:
    """The brief as .pdf.

    Raises:
        ExportError: there is no converter, or it failed.
    """
    if lack := lack_of_converter():
        raise ExportError(lack)
    from analysis.briefing.document import write_document  # its library is slow to load, find_converter is not

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "brief.docx").write_bytes(write_document(brief))
        command = [
            find_converter(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", name, str(folder / "brief.docx"),
        ]  # fmt: skip
        made = int(datetime.combine(brief.made_on, time(), UTC).timestamp())
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(made)}
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_LIMIT, env=environment)
            return (folder / "brief.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise ExportError(f"{command[0]!r} could not convert the brief ({error}); export .docx instead.") from error
