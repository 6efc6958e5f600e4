"""Counts that are no total of what a passage tells: those that come on top of others, and what a count was before.

`The toll rose to 12 after three workers died` counts twelve; the three are among them. `A further 20 were hurt` counts
on from a number told elsewhere. A count of all that happened this year is a total of something else.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Span, Token

from analysis.comparison.fates import told_of
from analysis.comparison.measures import measure_of
from analysis.comparison.vocabulary import vocabulary

ADDED, FORMER, WIDER, RUNNING, AWAY = "added", "former", "wider", "running", "away"
NO_TOTALS: Mapping[str, str] = {
    ADDED: "on top of a count told elsewhere",
    FORMER: "as the count before",
    WIDER: "over a longer time",
    RUNNING: "as the count so far",
    AWAY: "as how far off something is",
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
_SO_FAR = re.compile(r"\b(?:(?<!as )so far|already|to date|until now|up to now|by now|as yet)\b(?!,? as\b)", re.I)
_OFF = re.compile(
    r"\s+[\w-]+\s+(?:(?:away|apart|farther|further|ahead of|short of|(?:up|down)(?:stream| from))\b"
    r"|(?P<place>(?:behind|beyond|before|above|below|(?:north|south|east|west)\w* of)\s+(?:the|an?|this|that|him|her"
    r"|them|his|their|its|[A-Z])))",
    re.I,
)
_PLACED = frozenset(["be", "happen", "fall", "land", "lie", "live", "occur", "park", "ride", "sit", "stand", "start",
                     "stay", "stop", "travel", "wait", "walk", "work"])  # fmt: skip
"""Verbs of where somebody or something is: they sat | two rows behind the door."""
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
    if _is_distance(span, start, after):
        return AWAY
    total = told_total(span, start)
    first = None if total is None else min(total.left_edge.idx, number.start_char) - span.start_char
    is_wider = first is not None and _LONGER.search(span.text[first : len(before) + len(number.text) + _BESIDE])
    return WIDER if is_wider else ""


def is_running(span: Span, start: int) -> bool:
    """Whether a count goes on: two barges cleared so far, in the clause of its own verb."""
    verb = next((above for above in span.doc[start].ancestors if above.pos_ == "VERB"), None)
    if verb is None or not span.start <= verb.i < span.end:
        return False
    own = [child for child in verb.children if child.dep_ in {"advmod", "prep"} and span.start <= child.i < span.end]
    adverbs = (span.doc[child.left_edge.i : child.right_edge.i + 1].text for child in own)
    return any(_SO_FAR.search(adverb) for adverb in adverbs)


def _is_distance(span: Span, start: int, after: str) -> bool:
    """Whether a number says how far off something is: two rows behind the door. Metres off are metres anyhow."""
    found, noun = _OFF.match(after), span.doc[start].head
    is_measured = measure_of(noun.lemma_.lower()) is not None or noun.lower_ in {"%", "percent", "points"}
    if not found or is_measured or noun.dep_ in {"nsubj", "nsubjpass"}:
        return False
    return not found["place"] or noun.dep_ in {"npadvmod", "nmod", "appos"} or noun.head.lemma_.lower() in _PLACED


def told_total(span: Span, start: int) -> Token | None:
    """The toll of which a number says how high it is: the toll | rose to 12; None: it says it of none."""
    verb = next((above for above in span.doc[start].ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not span.start <= verb.i < span.end:
        return None
    own = {start, *(above.i for above in span.doc[start].ancestors)}
    return next((party for party in told_of(verb, span) if party.i not in own and party.pos_ != "PRON"), None)
