"""Briefs of the event by hand, written in every format and read back as text."""

import csv
import io
import json
import zipfile
from datetime import date
from html.parser import HTMLParser

from lxml import etree

from analysis.briefing.brief import Brief
from analysis.briefing.formats import FORMATS

DAY = date(2024, 3, 5)
HERE = [suffix for suffix in FORMATS if suffix != ".pdf"]
"""Formats that need no other program."""

PACKAGES = [".pptx", ".docx", ".xlsx", ".zip"]


def written(brief: Brief, suffix: str) -> bytes:
    """A brief in the format of a suffix."""
    return FORMATS[suffix].write(brief)


class Page(HTMLParser):
    """The page as a browser would read it: tags, attributes and the text outside style."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "data"}]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] != "style":
            self.text += data
        if self.tags and self.tags[-1] in {"td", "th"} and self.rows:
            self.rows[-1][-1] += data


def told(content: bytes, suffix: str) -> str:
    """All text of an export, whatever its format."""
    if suffix == ".html":
        return Page(content).text
    if suffix in PACKAGES:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return "\n".join(_words(name, part) for name, part in parts.items())
    return _words(suffix, content)


def _words(name: str, content: bytes) -> str:
    if name.endswith((".xml", ".graphml")):
        return "".join(etree.fromstring(content).itertext())
    if name.endswith(".csv"):
        return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
    return str(json.loads(content)) if name.endswith(".json") else ""
