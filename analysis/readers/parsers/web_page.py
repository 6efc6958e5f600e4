"""The article of a web page, without menus, scripts and teasers, and what the page says of itself.

trafilatura does both: of the libraries tried its own date is the best (a copyright year is not taken for a date).
"""

import re

from trafilatura import bare_extraction

_LANGUAGE = re.compile(rb"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document. `name` is the address of the page where it is known; links on the page are never followed."""
    url = name if name.startswith(("http://", "https://")) else None
    page = bare_extraction(data, url=url, with_metadata=True, include_comments=False, include_tables=True)
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise ValueError("no article text was found on the page")
    language = _LANGUAGE.search(data[:20_000])
    return [
        {
            "text": page.text or "",
            "title": page.title or "",
            "author": page.author or "",
            "published": page.date or "",
            "publisher": page.sitename or "",
            "url": page.url or "",
            "language": language[1].decode("ascii") if language else "",
        }
    ]
