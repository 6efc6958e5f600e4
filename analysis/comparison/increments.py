"""Counts that are no total of what a passage tells: those that come on top of others, and what a count was before.

`The toll rose to 12 after three workers died` counts twelve; the three are among them. `A further 20 were hurt` counts
on from a number told elsewhere. A count of all that happened this year is a total of something else.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Span, Token

from analysis.comparison.fates import told_of
from analysis.comparison.vocabulary import vocabulary

ADDED, FORMER, WIDER = "added", "former", "wider"
NO_TOTALS: Mapping[str, str] = {
    ADDED: "on top of a count told elsewhere",
    FORMER: "as the count before",
    WIDER: "over a longer time",
}
"""Why a number is no total, in words."""

_MORE_BEFORE = re.compile(
    r"\b(?:another|(?:a|an|some) (?:further|additional|extra))\s+(?:(?:at least|about|around|some|nearly)\s+)?$", re.I
)
_MORE_AFTER = re.compile(r"^\s+(?:(?:more|further|additional|extra)\b(?!\s+(?:than|or|of|in|on)\b)|others?\b)", re.I)
_BY = re.compile(r"\bby\s+(?:(?:at least|about|around|nearly)\s+)?$", re.I)
_FROM = re.compile(r"\b(?P<since>up |down )?from (?:an? (?:earlier|initial|previous|provisional|first) )?$", re.I)
_LONGER = re.compile(
    r"\b(?:(?:this|last|past|previous|each|every|per) (?:year|month|season|winter|summer|decade|century)"
    r"|since (?:the (?:start|beginning) of |early |late )?(?:(?:19|20)\d\d|(?:last|this) \w+"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|in (?:recent|the (?:past|last)) )",
    re.I,
)
"""A span of time longer than one happening."""
_BESIDE = 30
"""How far after a number its span of time stands [code points]."""


def why_no_total(span: Span, start: int, end: int, act: str) -> str:
    """Why a number is no total [key of NO_TOTALS]; empty: nothing about it says so.

    Args:
        span: The passage.
        start: First token of the number [index in the Doc].
        end: One past its last token.
        act: Lemma of the verb in whose clause it stands.
    """
    number = span.doc[start:end]
    before = span.text[: number.start_char - span.start_char]
    after = span.text[number.end_char - span.start_char :]
    if _MORE_BEFORE.search(before) or _MORE_AFTER.match(after):
        return ADDED
    changed, since = act in vocabulary("changing"), _FROM.search(before)
    if since and (changed or since["since"]):
        return FORMER
    if changed and _BY.search(before):
        return ADDED
    total = told_total(span, start)
    first = None if total is None else min(total.left_edge.idx, number.start_char) - span.start_char
    is_wider = first is not None and _LONGER.search(span.text[first : len(before) + len(number.text) + _BESIDE])
    return WIDER if is_wider else ""


def told_total(span: Span, start: int) -> Token | None:
    """The toll of which a number says how high it is: the toll | rose to 12; None: it says it of none."""
    verb = next((above for above in span.doc[start].ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not span.start <= verb.i < span.end:
        return None
    own = {start, *(above.i for above in span.doc[start].ancestors)}
    return next((party for party in told_of(verb, span) if party.i not in own and party.pos_ != "PRON"), None)
