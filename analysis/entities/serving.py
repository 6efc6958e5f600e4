"""The state of people who serve a body that is named: foreign ministry spokeswoman Ana Ruiz, its spokesman.

A spokesman is somebody's. Where his title does not say whose, he is that of the body spoken of: the last one named in
his sentence or the one before. What a title says of a state itself is read before (`ties`).
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from analysis.entities.context import is_capitalised, span_at
from analysis.entities.titles import is_office
from analysis.entities.vocabulary import words
from analysis.records import Mention

_MAX_BETWEEN = 4
"""Words of rank between a calling and the name (its spokesman, Col. Ana Ruiz) [tokens]."""
_MAX_HEADING = 8
"""Sentences and headings among which the dateline stands."""
_DASHES = frozenset({"-", "–", "—", "--"})
_UNTIED = "person"
"""The rule of a person whom neither the text nor a list ties to a country."""


def with_bodies(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, people without a country given that of the body that they speak for, wherever they are named."""
    bodies = [mention for mention in found if mention.kind == "organisation" and mention.country_code]
    home = _dateline(doc, found)
    served: dict[str, tuple[Mention, str]] = {}
    for person in found:
        if person.kind == "person" and person.rule_id == _UNTIED and person.entity_id not in served:
            name = span_at(doc, person.start_char, person.end_char)
            title = [token for token in _title(doc, name) if is_office(token)]
            body = _body_of(doc, title[-1], bodies) if title else None
            if body is not None:
                served[person.entity_id] = body, "person-body"
            elif home is not None and title and _is_of_state(doc, name):
                served[person.entity_id] = home, "person-dateline"
    return [_tied(mention, *served.get(mention.entity_id, (None, ""))) for mention in found]


def _tied(mention: Mention, to: Mention | None, rule_id: str) -> Mention:
    if to is None or mention.rule_id != _UNTIED:
        return mention
    return replace(mention, country_code=to.country_code, rule_id=rule_id, reason=f"{_REASONS[rule_id]}: {to.text}")


_REASONS = {
    "person-body": "speaks for a body that is named",
    "person-dateline": "an office without its state is of that in which the report was written",
}


def _dateline(doc: Doc, found: Sequence[Mention]) -> Mention | None:
    """The place in which a report was written, as it says before its first sentence; None where bodies of many states
    sit there, or where it says nothing.

    Source: the habit of news agencies (AP Stylebook, "datelines"): what the dateline tells is not told again.
    """
    for sent in itertools.islice(doc.sents, _MAX_HEADING):
        words_of = [token for token in sent if not token.is_space]
        if words_of and words_of[-1].text in _DASHES:
            here = [m for m in found if sent.start_char <= m.start_char < sent.end_char and m.country_code]
            places = [mention for mention in here if mention.kind in {"capital", "place"}]
            is_of_all = any(mention.text.lower() in words("international_seats") for mention in places)
            return places[0] if len({m.country_code for m in places}) == 1 and not is_of_all else None
    return None


def _is_of_state(doc: Doc, name: Span) -> bool:
    """Whether the title before a name, printed as one, is of a state and no more: Foreign Minister Ana Ruiz."""
    title = [token.lower_ for token in itertools.takewhile(is_capitalised, reversed(doc[name.sent.start : name.start]))]
    known = words("state_offices") | words("offices") | words("title_modifiers") | words("body_modifiers")
    return bool(words("state_offices").intersection(title)) and known.issuperset(title)


def _body_of(doc: Doc, speaking: Token, bodies: Sequence[Mention]) -> Mention | None:
    before = [mention for mention in bodies if mention.end_char <= speaking.idx]
    beside = [item for item in before if doc.text[item.end_char : speaking.idx].strip() in {"", "'s", "’s"}]
    if beside:
        return beside[-1]
    return _spoken_of(speaking, before) if speaking.lower_ in words("speaking_offices") else None


def _title(doc: Doc, name: Span) -> Iterator[Token]:
    """Words right before a name that may belong to its title, nearest first."""
    for token in reversed(doc[max(name.start - _MAX_BETWEEN, name.sent.start) : name.start]):
        yield token
        if token.text != "," and not is_office(token) and token.lower_.rstrip(".") not in words("ranks"):
            return


def _spoken_of(speaking: Token, before: Iterable[Mention]) -> Mention | None:
    """The last body of the sentence or of the one before; None where the spokesman has an owner of his own."""
    owners = [child for child in speaking.children if child.dep_ in {"poss", "compound", "amod", "nmod", "prep"}]
    if any(owner.pos_ != "PRON" for owner in owners):
        return None
    sentence = speaking.sent
    first = sentence.doc[sentence.start - 1].sent.start_char if sentence.start else sentence.start_char
    near = [mention for mention in before if mention.start_char >= first]
    return near[-1] if len({mention.country_code for mention in near}) == 1 else None
