"""Sentences cut where a new statement begins, so that a passage carries one claim and not three."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_CUT_BEFORE = frozenset({"conj", "advcl", "relcl", "parataxis", "ccomp"})
_MIN_WORDS = 6
"""A segment of fewer words states nothing that could be compared [words]."""


def segments(doc: Doc) -> Iterator[tuple[int, Span]]:
    """Each segment with the position of its sentence; together they cover every sentence, in order."""
    for index, sent in enumerate(doc.sents):
        for span in _cut(_trimmed(sent)):
            if any(token.is_alpha for token in span):
                yield index, span


def _cut(sent: Span) -> list[Span]:
    starts = sorted({sent.start} | {_left_edge(token) for token in sent if _begins_statement(token)})
    spans, start = [], sent.start
    for cut in [*starts[1:], sent.end]:
        if cut == sent.end or (
            _words(sent.doc[start:cut]) >= _MIN_WORDS and _words(sent.doc[cut : sent.end]) >= _MIN_WORDS
        ):
            spans.append(_trimmed(sent.doc[start:cut]))
            start = cut
    return [span for span in spans if len(span)]


def _begins_statement(token: Token) -> bool:
    """A clause of its own after its head: coordinated, adverbial or relative. What is said stays with who says it."""
    if token.dep_ not in _CUT_BEFORE or token.pos_ not in {"VERB", "AUX"} or token.head.i > token.i:
        return False
    if token.dep_ == "ccomp":
        return False
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children)
    return has_subject or token.dep_ in {"conj", "advcl"}


def _left_edge(token: Token) -> int:
    """Where the clause begins, its conjunction included."""
    edge: int = token.left_edge.i
    doc = token.doc
    while edge > token.sent.start and (doc[edge - 1].dep_ in {"cc", "mark"} or doc[edge - 1].lower_ in {"and", "but"}):
        edge -= 1
    return edge


def _words(span: Span) -> int:
    return sum(token.is_alpha or token.like_num for token in span)


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (span.doc[start].is_space or span.doc[start].text in {",", ";", "-", "—", "–"}):
        start += 1
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].text in {",", ";", "—", "–"}):
        end -= 1
    return span.doc[start:end]
