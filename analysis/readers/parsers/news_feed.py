"""The entries of an RSS or Atom feed, from its bytes alone: feedparser would open a str as a path or an address."""

import io
import re
from html import unescape
from typing import Any

import feedparser

_BREAK = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,5000}>")


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document per entry; its text is the full text where the feed carries it, else the teaser."""
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=True)
    if not feed.entries:
        raise ValueError("the feed has no entries" if feed.version else "it is no RSS or Atom feed")
    return [
        {
            "text": _plain(_longest(entry)),
            "title": _plain(entry.get("title", "")),
            "author": entry.get("author", ""),
            "published": _date(entry.get("published_parsed") or entry.get("updated_parsed")),
            "publisher": _plain(feed.feed.get("title", "")),
            "url": entry.get("link", ""),
            "language": str(feed.feed.get("language", ""))[:2],
        }
        for entry in feed.entries
    ]


def _longest(entry: Any) -> str:
    texts = [str(part.get("value", "")) for part in entry.get("content", [])]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _plain(markup: str) -> str:
    lines = (line.strip() for line in unescape(_TAG.sub("", _BREAK.sub("\n", markup))).split("\n"))
    return "\n".join(line for line in lines if line)


def _date(moment: "tuple[int, ...] | None") -> str:
    return "-".join(f"{part:02d}" for part in moment[:3]) if moment else ""
