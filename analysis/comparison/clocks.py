"""Times of day written in words or without a colon: half past six, ten to nine, at 7.15, 1830 hrs, 16.40 as a stamp.

They are numbers that count nothing. What a colon or `a.m.` marks is read with the dates.
"""

import re

from spacy.tokens import Span

from analysis.comparison.measures import measure_of
from analysis.comparison.number_words import SCALES

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|1[0-2]|[1-9])"
_MINUTES = r"(?:five|ten|twenty(?:[- ]five)?|[1-5]?\d)(?:\s+minutes?)?"
_TO_THE_HOUR = r"(?:five|ten|twenty(?:[- ]five)?|5|10|20|25)"
_FIGURES = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_ENDS = (
    r"(?=\W*$|[,;:)!?\"”]|\.\s|\s+(?:on|in\sthe|and|but|when|as|that|this|last|yesterday|today|tonight|tomorrow|local"
    r"|GMT|UTC|[A-Z]{2,3}T|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)"
)
"""What may follow a time: the day or its part, another clause; no noun that it would count."""
_AT = re.compile(r"\b(?:at|by|until|till|since|before|after)\s+(?:about\s+|around\s+|exactly\s+)?$", re.I)
_PRICED = frozenset({"close", "open", "price", "quote", "rate", "score", "stand", "trade", "value"})
"""Verbs of what is put at a figure: traded at 7.15."""
_SHUT = frozenset({"close", "open"})
"""What doors do as well, at ten to nine."""
_ANYWHERE = re.compile(
    rf"(?:half|quarter|{_MINUTES})\s+past\s+{_HOUR}\b(?!\s*%)|quarter\s+to\s+{_HOUR}\b|{_HOUR}\s+o['’]clock\b"
    r"|0\d[0-5]\d\s+(?:hrs|hours)\b(?!\s+of\b)",
    re.I,
)
_AFTER_AT = re.compile(
    rf"(?:{_TO_THE_HOUR}\s+to\s+{_HOUR}|{_FIGURES}){_ENDS}|(?:[01]\d|2[0-3])[0-5]\d\s+(?:hrs|hours)\b(?!\s+of\b)", re.I
)
_STAMP = re.compile(rf"{_FIGURES}\s*(?:(?:[-–—|:•]|h\b)(?!\s*\d)|(?=\s[A-Z][a-z]))")
"""A time before what is told under it, as at the head of an entry of a live page."""


def end_of_clock_time(span: Span, index: int) -> int:
    """One past the last token of the time of day that starts at a token; the same token where none does."""
    start = span.doc[index].idx - span.start_char
    text, before = span.text, span.text[:start]
    found = _ANYWHERE.match(text, start)
    if found is None and _AT.search(before) and not _is_priced(span, index):
        found = _AFTER_AT.match(text, start)
    if found is None and not before.strip() and not _is_measured(span, index):
        found = _STAMP.match(text, start)
    if found is None:
        return index
    end = span.start_char + found.end()
    return next((token.i for token in span.doc[index : span.end] if token.idx >= end), span.end)


def _is_measured(span: Span, index: int) -> bool:
    """Whether a unit or an order of magnitude follows, as in a headline: 12.50 Euros."""
    following = span.doc[index + 1] if index + 1 < span.end else None
    word = "" if following is None else following.lower_
    return measure_of(word) is not None or measure_of(word.removesuffix("s")) is not None or word in SCALES


def _is_priced(span: Span, index: int) -> bool:
    verbs = [above.lemma_.lower() for above in span.doc[index].ancestors if above.pos_ == "VERB"]
    return bool(verbs) and verbs[0] in (_PRICED if "." in span.doc[index].text else _PRICED - _SHUT)
