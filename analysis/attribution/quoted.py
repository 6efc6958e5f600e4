"""The quotation that a reporting clause belongs to: before it, after it, or both (`"...", she said. "..."`)."""

import re
from collections.abc import Sequence

from analysis.attribution.lexicon import load_lexicon
from analysis.attribution.passages import Passage, Reporting
from analysis.attribution.quotes import Quote, first_from, is_direct, next_quote

_MAX_GAP = 6
"""Characters, fewer than which stand between a quotation and the reporting clause after it."""
_MAX_LEAD = 160
"""Characters between a reporting verb and the quotation it introduces (`said in a statement on Monday: "..."`)."""
_INTRODUCES = (",", ":", "—", "–", "-", ";")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GOES_ON = re.compile(r"[.,—:]$|[,;—] (?:and|but|so|because|or)$")
"""What stands before a quotation that goes on: `..., she said. "..."`, `..., she said, but "..."`."""


def quoted_passage(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Passage | None:
    """The quotation beside a reporting clause, with the paragraphs that only go on with it; None where none is."""
    before = _ended(reporting.start_char, quotes, text)
    if before is None:
        first = last = _introduced(reporting, quotes, text)
    else:
        first, last = before, _continued(before, reporting, quotes, text) or before
    if first is None or last is None:
        return None
    end = max(last.end_char, reporting.end_char)
    return Passage(first.start_char, _last_paragraph(last, end, quotes, text).end_char, "quote")


def _ended(start: int, quotes: Sequence[Quote], text: str) -> Quote | None:
    """The quotation that ends just before a reporting clause; None where none does."""
    for place in reversed(range(first_from(quotes, start))):
        quote = quotes[place]
        between = text[quote.end_char : start]
        if len(between) >= _MAX_GAP:
            return None
        if quote.end_char <= start and is_direct(quote, text) and not between.strip(" \t\u00a0,;—–-"):
            return quote
    return None


def _introduced(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    end = reporting.end_char
    quote = next_quote(quotes, end)
    if quote is None or quote.start_char - end > _MAX_LEAD or not is_direct(quote, text):
        return None
    lead = text[end : quote.start_char].strip()
    if "\n" in lead or ("\n" in text[end : quote.start_char] and not lead.endswith(":")):
        return None
    if lead.endswith(",") and _has_clause(reporting, quote):
        return None
    return quote if not lead or (lead.endswith(_INTRODUCES) and ". " not in lead) else None


def _has_clause(reporting: Reporting, quote: Quote) -> bool:
    """Whether a clause begins before the quotation and runs into it: `said that it had sunk, "..."`."""
    between = (t for t in reporting.cue.doc[reporting.cue.i + 1 :] if t.idx >= reporting.end_char)
    for token in between:
        if token.idx >= quote.start_char:
            return False
        if token.tag_ in _FINITE and token.dep_ != "relcl":
            return True
    return False


def _continued(quote: Quote, reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    """The quotation that goes on after `..., she said.` in the same paragraph, unless it has a cue of its own."""
    start = max(quote.end_char, reporting.end_char)
    following = next_quote(quotes, start)
    if following is None or not is_direct(following, text):
        return None
    between = text[reporting.end_char : following.start_char]
    if "\n" in between or len(between) > _MAX_LEAD or _has_cue(reporting, following):
        return None
    lead = between.strip()
    return following if _GOES_ON.search(lead) and ". " not in lead else None


def _has_cue(reporting: Reporting, quote: Quote) -> bool:
    """Whether a verb of saying stands between: `..., she said, adding: "..."`."""
    verbs = load_lexicon().verbs
    rest = (t for t in reporting.cue.doc[reporting.cue.i + 1 :])
    for token in rest:
        if token.idx >= quote.start_char:
            return False
        if token.idx >= reporting.end_char and token.tag_ in {"VBG", "VBD"} and token.lemma_ in verbs:
            return True
    return False


def _last_paragraph(quote: Quote, end: int, quotes: Sequence[Quote], text: str) -> Quote:
    """The last of the paragraphs that hold nothing but a quotation and follow on one: they have the same speaker."""
    for place in range(first_from(quotes, end), len(quotes)):
        following = quotes[place]
        gap = text[end : following.start_char]
        closing = text.find("\n", following.end_char)
        rest = text[following.end_char : closing if closing >= 0 else len(text)]
        if not _ENDS_PARAGRAPH.fullmatch(gap) or rest.strip() or not is_direct(following, text):
            break
        quote, end = following, following.end_char
    return quote


_ENDS_PARAGRAPH = re.compile(r"[^\n\"“”]{0,80}\n\s*")
"""From a quotation to the next where only the end of a reporting clause stands between."""
