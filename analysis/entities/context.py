"""What stands around a stretch of a parsed text: small questions that the rules of this package ask."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from analysis.records import Mention


def span_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that a stretch of text touches; a stretch within one token gives that token."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"No token at {start} to {end} of a text of {len(doc.text)} code points.")
    return span


def tokens_of(doc: Doc, mentions: Iterable[Mention]) -> set[int]:
    """Positions of the tokens that mentions cover."""
    return {token.i for mention in mentions for token in span_at(doc, mention.start_char, mention.end_char)}


def before(doc: Doc, index: int, count: int = 1) -> list[Token]:
    """Up to `count` tokens before a token of the same sentence, nearest first, blanks left out."""
    found: list[Token] = []
    for position in range(index - 1, -1, -1):
        if len(found) == count or doc[position + 1].is_sent_start:
            break
        if not doc[position].is_space:
            found.append(doc[position])
    return found


def after(doc: Doc, index: int, count: int = 1) -> list[Token]:
    """Up to `count` tokens from a token on, of the same sentence, nearest first, blanks left out."""
    found: list[Token] = []
    for position in range(index, len(doc)):
        if len(found) == count or (position > index and doc[position].is_sent_start):
            break
        if not doc[position].is_space:
            found.append(doc[position])
    return found


def is_capitalised(token: Token) -> bool:
    """Whether a token is a word that begins with a capital."""
    return token.text[:1].isupper() and token.text[:1].isalpha()
