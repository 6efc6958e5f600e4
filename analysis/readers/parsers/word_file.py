"""The paragraphs and table cells of a Word document, in reading order."""

import io
import zipfile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table

MAX_UNPACKED = 100 << 20
"""[bytes]; a document is a zip, and a small one can unpack to more than the memory holds."""


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document, its title and author from the file's properties."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise ValueError(f"it unpacks to {unpacked >> 20} MB; at most {MAX_UNPACKED >> 20} MB are read")
        document = Document(io.BytesIO(data))
        blocks = [_text(block) for block in document.iter_inner_content()]
    except (zipfile.BadZipFile, OpcError, KeyError, SyntaxError, OSError) as error:
        raise ValueError(f"it is damaged or no Word document ({type(error).__name__})") from error
    text = "\n\n".join(block for block in blocks if block.strip())
    if not text:
        raise ValueError("it holds no text")
    facts = document.core_properties
    return [{"text": text, "title": facts.title or "", "author": facts.author or "", "language": facts.language or ""}]


def _text(block: object) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(cell.text for cell in row.cells) for row in block.rows)
    return str(getattr(block, "text", ""))
