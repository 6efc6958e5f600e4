"""The article of a web page, what the page says of itself, and the text of the page that is not the article.

trafilatura finds the first two: of the libraries tried its own date is the best (a copyright year is not taken for a
date). What it leaves out is now and then a lead, a caption or a correction, so those lines are kept where they stand on
the page and named in "dropped", for the analyst to put back. Menus and forms, and the long tails of other articles
around the article, are not kept.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.utils import load_html

_LANGUAGE = re.compile(rb"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_UNSEEN = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "head"}
_MENUS = {"nav", "form", "button", "select", "textarea", "menu", "dialog"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
}  # fmt: skip
"""Elements that do not end a line; all others do."""
_TELLING = 5
"""Words from which on a line has its like nowhere else on the page [words]."""
_PROSE = 8
"""Words from which on a line outside the article may belong to it: a menu's entry is shorter [words]."""
_AROUND = 40
"""Lines kept before and after the article; further away stand other articles [lines]."""
_WORK = 100_000_000
"""Most comparisons of characters: a page of endless lines is read without what was left out [characters]."""


class Line(NamedTuple):
    """A line of the page as it is seen: its text, its words in small letters, and the share of it that is links."""

    text: str
    words: str
    linked: float


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One document. `name` is the address of the page where it is known; links on the page are never followed."""
    url = name if name.startswith(("http://", "https://")) else None
    page = bare_extraction(data, url=url, with_metadata=True, include_comments=False, include_tables=True)
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise ValueError("no article text was found on the page")
    language = _LANGUAGE.search(data[:20_000])
    text, dropped = with_dropped((page.text or "").split("\n"), list(lines_of(data)))
    return [
        {
            "text": text,
            "dropped": json.dumps(dropped),
            "title": page.title or "",
            "author": page.author or "",
            "published": page.date or "",
            "publisher": page.sitename or "",
            "url": page.url or "",
            "language": language[1].decode("ascii") if language else "",
        }
    ]


def lines_of(data: bytes) -> Iterator[Line]:
    """What a reader of the page sees, line by line, without menus and forms."""
    tree = load_html(data)
    parts: list[tuple[str, bool]] = []
    hidden = links = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")) if tree is not None else ():
        step, found = (1, node.text) if event == "start" else (-1, node.tail)
        if node.tag not in _INLINE:
            yield from _line(parts)
        hidden += step * _is_hidden(node)
        links += step * (node.tag == "a")
        if found and not hidden:
            parts.append((found, links > 0))
    yield from _line(parts)


def _is_hidden(node: etree._Element) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    is_menu = node.tag in _MENUS or node.get("role") in ("navigation", "search", "dialog")
    return node.tag in _UNSEEN or is_menu or "hidden" in node.attrib or "display:none" in style


def _line(parts: list[tuple[str, bool]]) -> Iterator[Line]:
    """The line gathered so far, if it has a word; `parts` is emptied for the next."""
    text = " ".join("".join(part for part, _ in parts).split())
    linked = sum(len(part) for part, is_linked in parts if is_linked)
    total = sum(len(part) for part, _ in parts)
    parts.clear()
    if words := _words(text):
        yield Line(text, words, linked / total)


def _words(text: str) -> str:
    found = re.findall(r"\w+", text.casefold())
    return f" {' '.join(found)} " if found else ""


def with_dropped(article: list[str], page: list[Line]) -> tuple[str, list[tuple[int, int]]]:
    """The article's lines with the page's other lines between them, and where those stand, as [start, end).

    The article's own lines stay as they are and in their order; a line of the page that they hold is not said twice.
    """
    keys = [_words(line) for line in article]
    whole = " ".join(keys).replace("  ", " ")
    places: list[int | None] = [None] * len(page)  # of the dropped: the line of the article that they come after
    at, met = -1, []
    if len(page) * (len(whole) + 1) < _WORK:
        for number, line in enumerate(page):
            left = range(max(at, 0), len(keys))
            found = next((place for place in left if _is_same(line.words, keys[place], place - at)), None)
            if found is not None:
                at = found
                met.append(number)
            elif line.words not in whole:
                places[number] = at
    if not met:
        return "\n".join(article), []
    around = [n for n, line in enumerate(page) if _is_prose(line) and places[n] is not None]
    near = {*[n for n in around if n < met[0]][-_AROUND:], *[n for n in around if n > met[-1]][:_AROUND]}
    after: dict[int, list[str]] = {}
    for number, place in enumerate(places):
        if place is not None and (met[0] < number < met[-1] or number in near):
            after.setdefault(place, []).append(page[number].text)
    return _joined(article, after)


def _is_same(line: str, other: str, distance: int) -> bool:
    """Whether one of the two holds the other; few words tell only where the line is expected, at most two on."""
    shorter, longer = sorted((line, other), key=len)
    return shorter in longer if shorter.count(" ") > _TELLING else shorter == longer and distance <= 2


def _is_prose(line: Line) -> bool:
    return line.words.count(" ") > _PROSE and line.linked < 0.5


def _joined(article: list[str], after: dict[int, list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """One text, and the stretches of it that are in `after`: lines by the number of the line that they come after."""
    lines: list[str] = []
    stretches: list[tuple[int, int]] = []
    end = 0
    for number in range(-1, len(article)):
        own = article[number : number + 1] if number >= 0 else []
        for position, line in enumerate([*own, *after.get(number, [])]):
            if position >= len(own):
                stretches.append((end, end + len(line)))
            lines.append(line)
            end += len(line) + 1
    return "\n".join(lines), stretches
