"""What a passage takes for granted while it tells something else.

`Leaders condemned the burning of a Quran in Stockholm` tells of a reaction, and takes for granted that a Quran was
burned there; who rejects the claim that a plot was near takes it that the claim was made. The outlet reports both, so
the inner happening is compared as a passage of its own: a noun of happening with what goes with it, a noun of alleging
with what is alleged, or a noun with the finished act that a relative clause tells of it.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Span, Token

from analysis.grammar.words import words

_ARGUMENTS = frozenset({"prep", "relcl", "acl", "agent"})
_CLAUSES = frozenset({"acl", "ccomp"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MIN_CONTENT_WORDS = 3
"""A phrase of fewer tells too little to be compared [words]."""
_AT_MOST = 0.75
"""Share of the passage that a phrase within it may take; a longer one is the passage itself [tokens]."""


@functools.lru_cache(maxsize=1)
def happenings() -> frozenset[str]:
    """Nouns that name an act or event and have a verb of their own, such as explosion, arrest and withdrawal.

    Source: WordNet 3.1, nouns whose first sense stands in the files noun.act or noun.event and is derived from a verb;
    ../comparison/WORDNET-LICENSE.txt is its licence.
    """
    lines = Path(__file__).with_name("happenings.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def embedded(span: Span) -> Iterator[Span]:
    """The phrases of a passage that tell a happening of their own, in the order of the text; each once."""
    seen = set()
    for token in span:
        phrase = _phrase(token, span)
        if phrase is not None and (phrase.start, phrase.end) not in seen:
            seen.add((phrase.start, phrase.end))
            yield phrase


def _phrase(token: Token, span: Span) -> Span | None:
    if token.pos_ == "NOUN" and token.dep_ != "compound" and token.lemma_.lower() in happenings():
        first, last = token.left_edge.i, token.right_edge.i
        is_told = any(child.dep_ in _ARGUMENTS for child in token.children)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in words("allegations"):
        first, last = token.left_edge.i, token.right_edge.i
        is_told = any(child.dep_ in _CLAUSES for child in token.children)
    elif token.dep_ == "relcl" and token.head.i >= span.start:
        first, last = token.head.left_edge.i, token.right_edge.i
        is_told = _is_done(token)
    else:
        return None
    found = span.doc[max(first, span.start) : min(last + 1, span.end)]
    content = sum(item.pos_ in _CONTENT and not item.is_stop for item in found)
    return found if is_told and content >= _MIN_CONTENT_WORDS and len(found) <= _AT_MOST * len(span) else None


def _is_done(verb: Token) -> bool:
    """Whether a clause tells of something past; one in the present mostly describes: `who heads the ministry`."""
    return verb.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in verb.children if child.dep_ != "ccomp")
