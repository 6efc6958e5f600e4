"""The text layer of a PDF, page by page.

The file's creation date is left out: it is when somebody printed the page, and relative dates would be resolved by it.
"""

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

MAX_PAGES = 500
_DAMAGES = (
    PyPdfError, DependencyError, KeyError, IndexError, TypeError, AttributeError, ValueError, OSError, RecursionError
)  # fmt: skip
"""What pypdf, and the library that it opens locks with, raise over bytes that are not as they should be."""


class RefusedError(ValueError):
    """What is known to stand in the way, in words for the analyst."""


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document; words hyphenated at the end of a line are joined again.

    Raises:
        ValueError: it is locked, too long, without text, or damaged.
    """
    try:
        return [_document(PdfReader(io.BytesIO(data)))]
    except RefusedError:
        raise
    except NotImplementedError as error:  # such as a lock that a certificate opens
        raise ValueError("it is locked or packed in a way that is not read; save it as a plain PDF") from error
    except _DAMAGES as error:
        raise ValueError(f"it is damaged or no PDF ({type(error).__name__})") from error


def _document(reader: PdfReader) -> dict[str, str]:
    """Text, title and author; a lock that needs no password to read, as publishers put on, is opened."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError("it is locked with a password; save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise RefusedError(f"it has {len(reader.pages)} pages; at most {MAX_PAGES} are read")
    text = "\n\n".join((page.extract_text() or "").strip() for page in reader.pages)
    if not text.strip():
        raise RefusedError("it holds no text, perhaps pictures of pages only; a PDF with a text layer is needed")
    facts = reader.metadata
    title, author = (str(facts.title or ""), str(facts.author or "")) if facts else ("", "")
    return {"text": re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text), "title": title, "author": author}
