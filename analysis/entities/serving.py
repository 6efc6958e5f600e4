"""The state of people who serve a body that is named: foreign ministry spokeswoman Ana Ruiz, its spokesman.

A spokesman is somebody's. Where his title does not say whose, he is that of the body spoken of: the last one named in
his sentence or the one before. What a title says of a state itself is read before (`ties`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from analysis.entities.context import span_at
from analysis.entities.titles import is_office
from analysis.entities.vocabulary import words
from analysis.records import Mention

_MAX_BETWEEN = 4
"""Words of rank between a calling and the name (its spokesman, Col. Ana Ruiz) [tokens]."""
_UNTIED = "person"
"""The rule of a person whom neither the text nor a list ties to a country."""


def with_bodies(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, people without a country given that of the body that they speak for, wherever they are named."""
    bodies = [mention for mention in found if mention.kind == "organisation" and mention.country_code]
    served: dict[str, Mention] = {}
    for person in found:
        if person.kind == "person" and person.rule_id == _UNTIED and person.entity_id not in served:
            body = _body_of(doc, person, bodies)
            if body is not None:
                served[person.entity_id] = body
    return [_tied(mention, served.get(mention.entity_id)) for mention in found]


def _tied(mention: Mention, body: Mention | None) -> Mention:
    if body is None or mention.rule_id != _UNTIED:
        return mention
    reason = f"speaks for a body that is named: {body.text}"
    return replace(mention, country_code=body.country_code, rule_id="person-body", reason=reason)


def _body_of(doc: Doc, person: Mention, bodies: Sequence[Mention]) -> Mention | None:
    name = span_at(doc, person.start_char, person.end_char)
    title = [token for token in _title(doc, name) if is_office(token)]
    if not title:
        return None
    speaking = title[-1]
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
