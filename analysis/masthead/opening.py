"""The lines above an article's first sentence: the headline among them, and what the others say of the article."""

import dataclasses
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analysis.masthead.lines import SECTION, Stated, is_noise, read_dateline, read_label, read_source_line
from analysis.masthead.outlets import outlet_of_title

_MOST_LINES = 12
"""Lines above an article; further down stands the article [lines]."""
_LONGEST_TITLE = 180
"""[code points]"""
_SHORTEST_PROSE = 8
"""Words from which on a line that ends in a full stop is a sentence of the article and not a headline [words]."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_NO_TITLE_END = re.compile(r"[.,:;][\"”’')\]]*$")
_RULE = re.compile(r"[-=_*~#.\s]+")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    is_last: bool
    """Whether a blank line or the end of the text follows."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a text says of itself above its first sentence.

    Attributes:
        fields: title, publisher, published, author and the rest, by the names of a reader's fields; only those found.
        imprint: Lines that say where the article is from and nothing else, as [start, end) code points.
    """

    fields: dict[str, str]
    imprint: tuple[tuple[int, int], ...] = ()


def read_opening(text: str, *, passed_over: Collection[int] = ()) -> Opening:
    """The headline and the imprint of a text.

    A headline is a short line without a full stop, with a blank line, a source line or a much longer paragraph under
    it. Of several outlets the first that is no agency counts; an agency is the outlet where the text names no other.

    Args:
        text: The article as read.
        passed_over: Where lines start that are neither, such as marks of the page.
    """
    lines = [line for line in _lines(text) if line.start not in passed_over and not _RULE.fullmatch(line.text)]
    stated: list[Stated] = []
    imprint: list[tuple[int, int]] = []
    titles: list[str] = []
    for number, line in enumerate(lines[:_MOST_LINES]):
        said = read_label(line.text)
        said = read_source_line(line.text) if said.is_nothing else said
        if said.is_nothing and _is_prose(line.text):
            stated.append(read_dateline(line.text))
            break
        if not said.is_nothing:
            stated.append(said)
            imprint += [] if said.agency or said.title else [(line.start, line.end)]
        elif (dateline := read_dateline(line.text)) != Stated():
            stated.append(dateline)
            break
        elif not titles and not is_noise(line.text) and (title := _title(lines, number)):
            titles.append(title)
    else:
        if len(lines) <= _MOST_LINES:  # no sentence follows: what looks like a headline is a list or a note
            titles = []
    return Opening(_fields(stated, titles), tuple(imprint))


def imprint_lines(text: str, *, passed_over: Collection[int] = ()) -> tuple[tuple[int, int], ...]:
    """Lines above an article that say where it is from and credit no agency, as [start, end) code points."""
    return read_opening(text, passed_over=passed_over).imprint


def _fields(stated: list[Stated], titles: list[str]) -> dict[str, str]:
    names = [item.name for item in dataclasses.fields(Stated)]
    found = {name: next((value for item in stated if (value := getattr(item, name))), "") for name in names}
    title, outlet = outlet_of_title(found["title"] or "".join(titles[:1]))
    agency = found.pop("agency")
    found |= {"title": title, "publisher": found["publisher"] or outlet}
    if agency and found["publisher"]:
        found["author"] = found["author"] or agency
    found["publisher"] = found["publisher"] or agency
    return {name: value for name, value in found.items() if value}


def _title(lines: list[_Line], number: int) -> str:
    """The headline that begins on a line, with the line that it runs on to; empty where none does."""
    line = lines[number]
    text, at = line.text, number
    while not lines[at].is_last and at + 1 < len(lines) and lines[at + 1].text[:1].islower():
        at += 1
        text = f"{text} {lines[at].text}"
    if len(text) > _LONGEST_TITLE or _NO_TITLE_END.search(text) or SECTION.fullmatch(text) or not _has_words(text):
        return ""
    if not lines[at].is_last and at + 1 < len(lines):
        under = lines[at + 1].text
        says_nothing = read_source_line(under).is_nothing and read_label(under).is_nothing
        is_over_imprint = not says_nothing or is_noise(under)
        is_over_text = _is_prose(under) and len(under) >= 1.5 * len(text)
        if not is_over_imprint and not is_over_text and not _is_over_deck(lines, at):
            return ""
    return text.strip("*_ ")


def _has_words(text: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in text.split()) > 1


def _is_over_deck(lines: list[_Line], at: int) -> bool:
    """Whether one or two lines without a full stop stand under a line and a blank line under them, as decks do."""
    under = lines[at + 1 : at + 3]
    last = next((number for number, line in enumerate(under) if line.is_last), None)
    return last is not None and not any(_SENTENCE_END.search(line.text) for line in under[: last + 1])


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return len(text) > _LONGEST_TITLE or (words >= _SHORTEST_PROSE and bool(re.search(r"[.…][\"”’')\]]*$", text)))


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\n]+", text[: 40 * 400]):
        if match.group().strip():
            rest = text[match.end() : match.end() + 200]
            is_last = not rest.strip(" \t") or bool(re.match(r"\n[ \t]*(?:\n|$)", rest))
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield _Line(start, start + len(match.group().strip()), match.group().strip(), is_last)
