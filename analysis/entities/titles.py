"""Titles: the words beside a personal name that say what the person is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.entities.context import is_capitalised, span_at
from analysis.entities.vocabulary import words
from analysis.records import Mention

MAX_TITLE_TOKENS = 16
_LINKS = frozenset(
    {"of", "for", "the", "'s", "’s", "’", "'", "-", "–", "&", "and", "to", "a", "an", "on", "at", "in", "/"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title: its head noun (None: none, only a state's name), and its first and last token."""

    head: Token | None
    start: int
    end: int

    def is_former(self, doc: Doc) -> bool:
        """Whether the office is no longer held."""
        return any(token.lower_ in words("former") for token in doc[self.start : self.end])


class States:
    """Which tokens of an article name a state, and which."""

    def __init__(self, doc: Doc, names: Sequence[Mention]) -> None:
        self._by_token: dict[int, Mention] = {}
        for mention in names:
            if mention.country_code:
                span = span_at(doc, mention.start_char, mention.end_char)
                self._by_token.update(dict.fromkeys(range(span.start, span.end), mention))

    def at(self, index: int) -> Mention | None:
        """The mention that covers a token, if it has a country."""
        return self._by_token.get(index)

    def within(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """Mentions within a stretch, by their first token there, each once."""
        found: dict[Mention, int] = {}
        for index in range(start, end):
            mention = self._by_token.get(index)
            if mention is not None:
                found.setdefault(mention, index)
        return [(index, mention) for mention, index in found.items()]


def title_before(doc: Doc, start: int, states: States) -> Title | None:
    """The title that ends where a name starts; None when the words before belong to no title."""
    index = start - 1
    head: Token | None = None
    if index >= 0 and doc[index].text == "," and not doc[start].is_sent_start:
        index -= 1
    end = index + 1
    while index >= 0 and end - index <= MAX_TITLE_TOKENS and not doc[index + 1].is_sent_start:
        token = doc[index]
        if head is not None and token.lower_ in {"and", "to"}:
            break
        if not belongs(token, states):
            break
        if head is None and is_role(token):
            head = token
        index -= 1
    first = index + 1
    while first < end and doc[first].lower_ in _LINKS:
        first += 1
    return Title(head, first, end) if first < end else None


def belongs(token: Token, states: States) -> bool:
    """Whether a word can be part of a title."""
    if token.is_space or token.text in {",", ".", ";", ":", "(", ")", "“", "”", '"'}:
        return token.text == "." and len(token.nbor(-1).text) <= 4 if token.i else False
    if token.lower_ in _LINKS or states.at(token.i) is not None or is_role(token):
        return True
    if token.lower_.rstrip(".") in words("title_modifiers") | words("honorifics") | words("body_modifiers"):
        return True
    return (
        token.pos_ in {"PROPN", "NOUN", "ADJ"}
        and (is_capitalised(token) or token.pos_ != "PROPN")
        and token.ent_type_ != "PERSON"
    )


def is_role(token: Token) -> bool:
    """Whether a word names an office or a calling."""
    word, lemma = token.lower_.rstrip("."), token.lemma_.lower()
    return any(form in words("offices") or form in words("callings") for form in (word, lemma, word.removesuffix("s")))


def is_office(token: Token) -> bool:
    """Whether a word names an office, whose holder speaks for somebody."""
    word = token.lower_.rstrip(".")
    return any(form in words("offices") for form in (word, token.lemma_.lower(), word.removesuffix("s")))
