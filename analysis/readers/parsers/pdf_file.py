"""The text layer of a PDF, page by page.

The file's creation date is left out: it is when somebody printed the page, and relative dates would be resolved by it.
"""

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

MAX_PAGES = 500


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document; words hyphenated at the end of a line are joined again."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("it is locked with a password; save it without one")
        if len(reader.pages) > MAX_PAGES:
            raise ValueError(f"it has {len(reader.pages)} pages; at most {MAX_PAGES} are read")
        text = "\n\n".join((page.extract_text() or "").strip() for page in reader.pages)
        facts = reader.metadata
        title, author = (str(facts.title or ""), str(facts.author or "")) if facts else ("", "")
    except DependencyError as error:  # of a lock that pypdf opens with another library only
        raise ValueError("it is locked with a password; save it without one") from error
    except (PyPdfError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise ValueError(f"it is damaged or no PDF ({type(error).__name__})") from error
    if not text.strip():
        raise ValueError("it holds no text, perhaps pictures of pages only; a PDF with a text layer is needed")
    return [{"text": re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text), "title": title, "author": author}]
