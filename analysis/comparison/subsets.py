"""Which of those whom something befell a number counts: the Poles among the dead, two of five, who died in hospital.

A count of some is no rival of the count of all, nor of a count of others. Two counts of the same some are rivals.
"""

import re

from spacy.tokens import Span, Token

from analysis.comparison.fates import harm_of
from analysis.comparison.lemmas import lemma_of
from analysis.gazetteer import load_index

SOME = "some"
_SOME_OF = re.compile(
    r"\s+of\s+(?:the|these|those|its|his|her|their|our|all|at least|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d+)\b",
    re.I,
)
_MODEL = frozenset({"amod", "compound", "nmod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEATHBEDS = frozenset({"ambulance", "clinic", "hospital", "infirmary", "spot", "way"})
"""Where only some of the dead of a happening die."""
_LATE = frozenset({"burn", "injury", "wound"})
_TELLING = frozenset({"be", "confirm", "count", "find", "leave", "number", "recover", "register", "report", "say"})
"""Verbs that tell how many there are: nine wounded people were counted."""
_NATIONAL = frozenset({"country", "demonym"})


def subset_of(span: Span, start: int, end: int) -> str:
    """Which some a number of people counts: a country's [ISO 3166-1 alpha-3], some of the others, those who died late.

    Args:
        span: The passage.
        start: First token of the number [index in the Doc].
        end: One past its last token.

    Returns:
        A key, equal for the same some; empty where nothing sets the counted apart from the others.
    """
    doc = span.doc
    if _SOME_OF.match(span.text, doc[end - 1].idx + len(doc[end - 1]) - span.start_char):
        return SOME
    first = doc[start]
    counted = first.head if first.dep_ in {"nummod", "quantmod", "amod", "compound"} and first.head.i >= end else first
    return _nationality(counted) or _lateness(counted, span) or _treatment(counted, span)


def _nationality(counted: Token) -> str:
    """Of which country they are: Kenyan nurses, nurses from Kenya, members of a Kenyan mission."""
    near = [counted, *(child for child in counted.children if child.dep_ in _MODEL and child.i < counted.i)]
    beside = counted.doc[counted.i + 1 : counted.i + 2]  # a small parser hangs it on the verb
    for child in {child.i: child for child in (*counted.children, *beside)}.values():
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            ends = [end for end in child.children if end.dep_ == "pobj"]
            near += [word for end in ends for word in (end, *(w for w in end.children if w.dep_ in _MODEL))]
    return next((code for word in near if (code := _country_of(word))), "")


def _country_of(word: Token) -> str:
    if not word.text[:1].isupper():
        return ""
    for start, end, readings in load_index().find(word.text):
        codes = {name.country_code for name in readings if name.kind in _NATIONAL and name.country_code}
        if (start, end) == (0, len(word.text)) and len(codes) == 1:
            return codes.pop()
    return ""


def _lateness(counted: Token, span: Span) -> str:
    """Died in hospital, on the way there, overnight, of their wounds: some of the dead."""
    verb = counted.head if counted.dep_ in _SUBJECTS else None
    if verb is None or not span.start <= verb.i < span.end or harm_of(verb) != "death":
        return ""
    ends = {
        inner.lemma_.lower()
        for word in verb.children
        if word.dep_ in {"prep", "dobj"}
        for inner in (word, *word.children)
    }
    is_late = bool(ends & (_DEATHBEDS | _LATE)) or any(word.lower_ == "overnight" for word in verb.children)
    return "late" if is_late else ""


def _treatment(counted: Token, span: Span) -> str:
    """What the hurt did or underwent besides: nine wounded sailors were treated aboard, of how many is not said."""
    verb = counted.head if counted.dep_ in _SUBJECTS else None
    is_called = any(child.dep_ == "amod" and harm_of(child) for child in counted.children)
    if verb is None or not is_called or verb.pos_ != "VERB" or not span.start <= verb.i < span.end:
        return ""
    return "" if harm_of(verb) or lemma_of(verb) in _TELLING else lemma_of(verb)
