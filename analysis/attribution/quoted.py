"""The quotation that a reporting clause belongs to: before it, after it, or both (`"...", she said. "..."`)."""

from collections.abc import Sequence

from analysis.attribution.passages import Passage, Reporting
from analysis.attribution.quotes import Quote, is_direct

_MAX_LEAD = 160
"""Characters between a reporting verb and the quotation it introduces (`said in a statement on Monday: "..."`)."""
_INTRODUCES = (",", ":", "—", "–", "-", ";")


def quoted_passage(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Passage | None:
    before = next(
        (q for q in reversed(quotes) if q.end_char <= reporting.start_char and _touches(q, reporting, text)), None
    )
    after = _introduced(reporting, quotes, text)
    if before is None:
        return None if after is None else Passage(after.start_char, after.end_char, "quote")
    last = after or _continued(before, reporting, quotes, text) or before
    return Passage(before.start_char, last.end_char, "quote")


def _touches(quote: Quote, reporting: Reporting, text: str) -> bool:
    between = text[quote.end_char : reporting.start_char]
    return is_direct(quote, text) and not between.strip(" \t\u00a0,;—–-") and len(between) < 6


def _introduced(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    end = reporting.end_char
    quote = next((quote for quote in quotes if quote.start_char >= end), None)
    if quote is None or quote.start_char - end > _MAX_LEAD or not is_direct(quote, text):
        return None
    between = text[end : quote.start_char]
    if "\n" in between.strip(" ") and not between.rstrip().endswith(":"):
        return None
    lead = between.strip()
    return quote if not lead or (lead.endswith(_INTRODUCES) and ". " not in lead) else None


def _continued(quote: Quote, reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    """The quotation that goes on after `..., she said.` in the same paragraph."""
    following = next((other for other in quotes if other.start_char >= max(quote.end_char, reporting.end_char)), None)
    if following is None or not is_direct(following, text):
        return None
    between = text[reporting.end_char : following.start_char]
    if "\n" in between or len(between) > _MAX_LEAD:
        return None
    return following if between.rstrip().endswith((".", ",", "—", ":")) and ". " not in between.rstrip(". ") else None
