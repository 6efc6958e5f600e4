"""Sentences cut where a new statement begins, so that a passage carries one claim and not three."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from analysis.language import is_dateline

_CUT_BEFORE = frozenset({"conj", "advcl", "relcl", "parataxis"})
_MIN_WORDS = 6
"""A segment of fewer words states nothing that could be compared [words]."""
_MIN_CONTENT_WORDS = 3
"""A clause of fewer stays with the one before it: `but has yet to assign blame` [words]."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "oprd"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_JOINING = frozenset(["and", "but", "while", "after", "as", "because", "since", "though", "although", "whereas", "when",
                      "once", "yet", "so", "even"])  # fmt: skip
"""Words that join a clause which stands by itself without them; what follows `if` or `unless` does not."""


_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


class Segment(NamedTuple):
    """A stretch of a sentence that is compared as one claim.

    Attributes:
        sentence_index: Position of its sentence.
        span: What is compared.
        shown: What a reader needs to understand it: a clause without a subject of its own begins with the one before.
    """

    sentence_index: int
    span: Span
    shown: Span


def segments(doc: Doc) -> Iterator[Segment]:
    """Each segment; together they cover every sentence that is no dateline, in order."""
    for index, sent in enumerate(doc.sents):
        if is_dateline(sent):
            continue
        spans = [span for span in _cut(_trimmed(sent)) if any(token.is_alpha for token in span)]
        for place, span in enumerate(spans):
            yield Segment(index, span, _shown(spans, place))


def _shown(spans: Sequence[Span], place: int) -> Span:
    """The segment from the nearest clause on that stands by itself, with what its last word still needs."""
    first, last = place, place
    while first and not _stands_alone(spans[first]):
        first -= 1
    doc, end = spans[place].doc, spans[place].end
    if last + 1 < len(spans) and spans[last + 1].start == end and spans[last + 1][0].tag_ in _RELATIVE:
        end = spans[last + 1].end  # `is a matter | that nobody can ignore`
    return doc[_after_joining(spans[first]) : end]


def _after_joining(span: Span) -> int:
    """Where the clause begins once the words are left out that join it to another."""
    start: int = span.start
    while span.start > span.sent.start and start < span.end - 1 and span.doc[start].lower_ in _JOINING:
        start += 1
    return start


def _stands_alone(span: Span) -> bool:
    """Whether a reader needs nothing before it: its verb is finite and has a subject, and it is not relative."""
    verb = span.doc[_after_joining(span) : span.end].root
    opening = span.doc[_after_joining(span)]
    if opening.tag_ in _RELATIVE or opening.lower_ == "that" or verb.dep_ == "relcl":
        return False
    return _is_finite(verb) and any(child.dep_ in _SUBJECTS and child.i >= span.start for child in verb.children)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        child.tag_ in _FINITE and child.dep_ in {"aux", "auxpass"} for child in verb.children
    )


def _cut(sent: Span) -> list[Span]:
    starts = sorted({sent.start} | {_left_edge(token) for token in sent if _begins_statement(token)})
    spans, start = [], sent.start
    for cut in [*starts[1:], sent.end]:
        if cut == sent.end or (_words(sent.doc[start:cut]) >= _MIN_WORDS and _is_enough(sent.doc[cut : sent.end])):
            spans.append(_trimmed(sent.doc[start:cut]))
            start = cut
    return [span for span in spans if len(span)]


def _begins_statement(token: Token) -> bool:
    """A clause of its own after its head: coordinated, adverbial or relative. What is said stays with who says it."""
    if token.dep_ not in _CUT_BEFORE or token.pos_ not in {"VERB", "AUX"} or token.head.i > token.i:
        return False
    if token.dep_ == "conj":
        return not _shares_object(token)
    if token.dep_ == "advcl" and not _is_finite(token):
        return token.tag_ == "VBG" and _left_edge(token) > 0 and token.doc[_left_edge(token) - 1].text == ","
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children)
    return (has_subject or token.dep_ == "advcl") and not _is_embedded(token)


def _shares_object(verb: Token) -> bool:
    """Whether the verb before it has its object only here: `tore | and burned the book` is one statement."""
    first = verb.head
    between = verb.doc[first.i + 1 : verb.i]
    has_object = any(child.dep_ in _OBJECTS for child in verb.children)
    return has_object and all(token.dep_ in {"cc", "advmod", "neg", "punct", "aux", "auxpass"} for token in between)


def _is_embedded(clause: Token) -> bool:
    """Whether the verb of the sentence is still to come: `the act, which a court had allowed, was provocative`."""
    noun = clause.head
    while noun.dep_ != "ROOT" and noun.pos_ not in {"VERB", "AUX"}:
        noun = noun.head
    return bool(noun.i > clause.right_edge.i)


def _left_edge(token: Token) -> int:
    """Where the clause begins, its conjunction included."""
    edge: int = token.left_edge.i
    doc = token.doc
    while edge > token.sent.start and (doc[edge - 1].dep_ in {"cc", "mark"} or doc[edge - 1].lower_ in {"and", "but"}):
        edge -= 1
    return edge


def _words(span: Span) -> int:
    return sum(token.is_alpha or token.like_num for token in span)


def _is_enough(span: Span) -> bool:
    """Whether a segment states something; one that does not stays with its neighbour."""
    content = sum(token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not token.is_stop for token in span)
    return content >= _MIN_CONTENT_WORDS and _words(span) >= _MIN_WORDS


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (span.doc[start].is_space or span.doc[start].text in {",", ";", "-", "—", "–"}):
        start += 1
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].text in {",", ";", "—", "–"}):
        end -= 1
    return span.doc[start:end]


def inherited(span: Span) -> Iterator[Span]:
    """What a segment's verb takes over from the clause before: its subject, and the object that a pronoun stands for.

    `A man tore up a flag | and set it alight`: it was the man who set it alight, and it was the flag.
    """
    verb = span.doc[_after_joining(span) : span.end].root
    if verb.dep_ not in {"conj", "advcl"} or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    before = verb.head
    while before.dep_ == "conj" and not any(child.dep_ in _SUBJECTS for child in before.children):
        before = before.head
    for child in before.children:
        if child.dep_ in _SUBJECTS and child.i < span.start:
            yield _phrase(child)
    if any(child.dep_ in _OBJECTS and child.lower_ in {"it", "them"} for child in verb.children):
        for child in verb.head.children:
            if child.dep_ in _OBJECTS and child.pos_ in {"NOUN", "PROPN"} and child.i < span.start:
                yield _phrase(child)


def _phrase(noun: Token) -> Span:
    """The noun with what belongs to it, a clause about it left out."""
    clauses = [child.left_edge.i for child in noun.children if child.dep_ in {"relcl", "acl", "appos"}]
    return _trimmed(noun.doc[noun.left_edge.i : max(noun.i + 1, min([noun.right_edge.i + 1, *clauses]))])
