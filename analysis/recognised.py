"""What the pipeline's entity recogniser found, asked by place.

`Doc.ents` gathers the entities of the whole article at every call; asked for each name of a long article it takes time
by the square of the length. These read the tokens at the place alone.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_FIRST, _FURTHER = "B", "I"


def entities_within(span: Span) -> Iterator[Span]:
    """Entities that lie whole within a stretch of text, in reading order."""
    index = span.start
    while index < span.end:
        if span.doc[index].ent_iob_ != _FIRST:
            index += 1
            continue
        entity = _entity(span.doc, index)
        if entity.end <= span.end:
            yield entity
        index = entity.end


def entity_at(token: Token) -> Span | None:
    """The entity that a token is part of; None where it is part of none."""
    start = token.i
    while start > 0 and token.doc[start].ent_iob_ == _FURTHER:
        start -= 1
    return _entity(token.doc, start) if token.doc[start].ent_iob_ == _FIRST else None


def _entity(doc: Doc, start: int) -> Span:
    end = start + 1
    while end < len(doc) and doc[end].ent_iob_ == _FURTHER:
        end += 1
    return Span(doc, start, end, label=doc[start].ent_type)
