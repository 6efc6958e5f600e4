"""The text layer of a PDF, page by page.

The file's creation date is left out: it is when somebody printed the page, and relative dates would be resolved by it.
"""

import io
import math
import re
from collections import Counter
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

MAX_PAGES = 500
_ADDRESS = re.compile(r"^(https?://\S+) 1/\d+$", re.MULTILINE)
"""Of the page that was printed, as browsers write it at the foot of the first sheet."""
_LARGE = 1.15
"""A headline is set larger than the text by this factor or more [ratio]."""
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
    address = _ADDRESS.search(text)
    return {
        "text": re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text),
        "title": title,
        "author": author,
        "headings": "\n".join(_headings(reader)),
        "url": address[1] if address else "",
    }


def _headings(reader: PdfReader) -> list[str]:
    """What may be the headline on the first page: stretches set larger than most of its text, the largest first."""
    stretches: list[tuple[float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        seen = round(size * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3]) * 2) / 2
        if text.strip() and stretches and stretches[-1][0] == seen:
            stretches[-1] = seen, stretches[-1][1] + text
        elif text.strip():
            stretches.append((seen, text))

    reader.pages[0].extract_text(visitor_text=visit)
    n_chars: Counter[float] = Counter()
    for size, text in stretches:
        n_chars[size] += len(text)
    usual = n_chars.most_common(1)[0][0] if n_chars else 0.0
    large = [(size, " ".join(text.split())) for size, text in stretches if size >= usual * _LARGE]
    return [text for _, text in sorted(large, key=lambda item: -item[0])]
