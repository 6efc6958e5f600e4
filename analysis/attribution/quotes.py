"""Quotations: where they begin and end, also over several paragraphs and with marks missing.

Newspapers repeat the opening mark at the start of each paragraph of a long quotation and close only the last one;
copied web text loses marks. An unclosed quotation ends with its paragraph, unless the next paragraph opens with a mark.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_MARK = re.compile(r"[“”„«»\"]|''|``|(?<![\w’])‘(?=\w)|(?<=[\w.,!?…])’(?!\w)")
_MIN_DIRECT_WORDS = 3
_VERBLESS_END = re.compile(r"[.,!?…—-]\W*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; [start_char, end_char) code points."""

    start_char: int
    end_char: int
    is_closed: bool = True


def find_quotes(text: str) -> list[Quote]:
    """All quotations in reading order, none inside another; a quotation over paragraphs is one."""
    quotes: list[Quote] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found = _in_paragraph(paragraph.group(), paragraph.start())
        if found and quotes and not quotes[-1].is_closed and found[0].start_char == _first_char(paragraph):
            previous = quotes.pop()
            found[0] = Quote(previous.start_char, found[0].end_char, found[0].is_closed)
        quotes += found
    return quotes


def first_from(quotes: Sequence[Quote], start: int) -> int:
    """The position of the first quotation that begins at an offset or after it; their number where none does."""
    return bisect.bisect_left(quotes, start, key=lambda quote: quote.start_char)


def next_quote(quotes: Sequence[Quote], start: int) -> Quote | None:
    """The first quotation that begins at an offset or after it; None where none does."""
    place = first_from(quotes, start)
    return quotes[place] if place < len(quotes) else None


def _first_char(paragraph: "re.Match[str]") -> int:
    text = paragraph.group()
    return paragraph.start() + len(text) - len(text.lstrip())


def _in_paragraph(text: str, offset: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if opened is None:
            if _opens(mark, text, at, match.end()):
                opened = (at, mark)
        elif _closes(mark, opened[1], text, match.end()):
            quotes.append(Quote(offset + opened[0], offset + match.end()))
            opened = None
    if opened is not None:
        quotes.append(Quote(offset + opened[0], offset + len(text.rstrip()), is_closed=False))
    return quotes


def _opens(mark: str, text: str, start: int, end: int) -> bool:
    if mark in _OPENING or mark in {"``", "‘"}:
        return True
    if mark in _CLOSING or mark == "’":
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()


def _closes(mark: str, opening: str, text: str, end: int) -> bool:
    if opening == "‘":
        return mark == "’"
    if mark in {"‘", "’", "``"} or mark in _OPENING:
        return False
    if mark in _CLOSING:
        return True
    after = text[end : end + 1]
    return not after or not after.isalnum()


def is_direct(quote: Quote, text: str) -> bool:
    """Whether a quotation is somebody's sentence and not a word in inverted commas."""
    inner = text[quote.start_char + 1 : quote.end_char - 1]
    words = inner.split()
    return len(words) > _MIN_DIRECT_WORDS or (len(words) > 1 and bool(_VERBLESS_END.search(inner)))
