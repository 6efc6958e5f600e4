"""The paragraphs and table cells of a Word document, in reading order."""

import io
import zipfile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

MAX_UNPACKED = 100 << 20
"""[bytes]; a document is a zip, and a small one can unpack to more than the memory holds."""
_HIGHEST = 5
"""Paragraphs among which a headline stands: further down stand subheadings [paragraphs]."""


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document, its title and author from the file's properties."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise ValueError(f"it unpacks to {unpacked >> 20} MB; at most {MAX_UNPACKED >> 20} MB are read")
        document = Document(io.BytesIO(data))
        blocks = [_text(block) for block in document.iter_inner_content()]
        headings = _headings(document.paragraphs)
    except (zipfile.BadZipFile, OpcError, KeyError, SyntaxError, OSError) as error:
        raise ValueError(f"it is damaged or no Word document ({type(error).__name__})") from error
    text = "\n\n".join(block for block in blocks if block.strip())
    if not text:
        raise ValueError("it holds no text")
    facts = document.core_properties
    return [
        {
            "text": text,
            "headings": "\n".join(headings),
            "title": facts.title or "",
            "author": facts.author or "",
            "language": facts.language or "",
        }
    ]


def _headings(paragraphs: list[Paragraph]) -> list[str]:
    """What may be the headline among the first paragraphs: those of a style for titles, then those in bold."""
    first = [paragraph for paragraph in paragraphs if paragraph.text.strip()][:_HIGHEST]
    styled = [paragraph.text for paragraph in first if _is_styled(paragraph)]
    bold = [paragraph.text for paragraph in first if _is_bold(paragraph)]
    return [" ".join(text.split()) for text in dict.fromkeys([*styled, *bold])]


def _is_styled(paragraph: Paragraph) -> bool:
    style = paragraph.style
    names = (style.name or "", style.style_id or "") if style is not None else ()  # the name alone may be translated
    return any(name.lower().startswith(("title", "heading")) for name in names)


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold or (run.style is not None and run.style.font.bold) for run in runs)


def _text(block: object) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(cell.text for cell in row.cells) for row in block.rows)
    return str(getattr(block, "text", ""))
