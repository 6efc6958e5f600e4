"""The mentions of one article, from the gazetteer and from the parsed text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from analysis.articles import Article
from analysis.coreference import References
from analysis.entities.abbreviations import expand
from analysis.entities.acting import acts
from analysis.entities.bodies import Body, canonical_name, find_bodies, identify, setting_of
from analysis.entities.context import tokens_of
from analysis.entities.merging import TITLE_ALONE
from analysis.entities.people import PersonName, find_personal_names
from analysis.entities.readings import Reader, Reading
from analysis.entities.serving import with_bodies
from analysis.entities.ties import Tie, find_ties, in_international_office
from analysis.entities.vocabulary import words
from analysis.gazetteer import entity_id, load_index
from analysis.gazetteer.leaders import find_leader
from analysis.records import Mention
from analysis.stretches import Stretches

_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_DATE = re.compile(r"(?:[^\W\d_]{3,9})\.? ?\d{1,4}(?:\D.*)?")
_PARTY = re.compile(r"[DR]-[A-Z]")
_ACTING_KINDS = frozenset({"capital", "metonym", "country", "organisation"})


def find_mentions(article: Article, doc: Doc) -> list[Mention]:
    """Every naming of a country, place, body or person in an article, in reading order.

    Args:
        article: The article as read.
        doc: The same article parsed; its offsets are the text's.

    Returns:
        Mentions with stable keys; empty when the article names nobody.
    """
    sentences = {token.i: index for index, sent in enumerate(doc.sents) for token in sent}
    writer = _Writer(article, doc, doc.text, sentences)
    names = list(_names(writer))
    people = find_personal_names(doc, names)
    ties = find_ties(doc, people, names)
    international = in_international_office(doc, people, names)
    found = names + [
        _person(writer, person, ties.get(person.canonical), is_listed=person.canonical not in international)
        for person in people
    ]
    found += list(_bodies(writer, found))
    found = with_bodies(doc, found)
    found += list(_organisations(writer, found))
    found = expand(article.text, found)
    found += list(_bare_titles(writer, found))
    return sorted(found, key=lambda mention: (mention.start_char, mention.end_char, mention.entity_id))


@dataclass(frozen=True, slots=True)
class _Writer:
    """An article on its way into the table: what each mention says of its place.

    `text` is the parsed one, furniture blanked.
    """

    article: Article
    doc: Doc
    text: str
    sentences: dict[int, int]

    def mention(self, span: Span, start: int, end: int, **fields: object) -> Mention:
        base = Mention(
            document_id=self.article.document_id,
            start_char=start,
            end_char=end,
            text=self.article.text[start:end],
            entity_id="",
            entity="",
            entity_type="",
            kind="",
            sentence_index=self.sentences[span.start],
        )
        return replace(base, **fields)  # type: ignore[arg-type]


def _names(writer: _Writer) -> Iterator[Mention]:
    for reading in Reader(writer.doc, list(load_index().find(writer.text))).read():
        yield _name(writer, reading)


def _name(writer: _Writer, reading: Reading) -> Mention:
    name = reading.name
    is_acting, why = acts(reading.span) if name.kind in _ACTING_KINDS else (False, "")
    stands_for_state = name.kind == "capital" and is_acting
    key, label = name.entity_id, name.entity
    if name.is_shared:
        key, label = identify(canonical_name(name.entity), name.country_code)
    return writer.mention(
        reading.span,
        reading.start,
        reading.end,
        entity_id=entity_id("country", name.country_code) if stands_for_state else key,
        entity=label,
        entity_type="country" if stands_for_state else name.entity_type,
        kind=name.kind,
        country_code=name.country_code,
        is_acting=is_acting,
        rule_id=reading.rule_id,
        reason=f"{reading.reason}; {why}" if why else reading.reason,
    )


def _person(writer: _Writer, person: PersonName, tie: Tie | None, *, is_listed: bool) -> Mention:
    if tie is None and is_listed:
        leader = find_leader(person.canonical, writer.article.published_on)
        if leader is not None:
            tie = Tie(leader.country_code, "person-leader", f"reference list: {leader.name}, in office {leader.years}")
    return writer.mention(
        person.span,
        person.span.start_char,
        person.span.end_char,
        entity_id=entity_id("person", person.canonical),
        entity=person.canonical,
        entity_type="person",
        kind="person",
        country_code=tie.country_code if tie else "",
        rule_id=tie.rule_id if tie else "person",
        reason=tie.reason if tie else "a personal name; the text ties it to no country",
    )


def _bodies(writer: _Writer, found: Sequence[Mention]) -> Iterator[Mention]:
    bodies = find_bodies(writer.doc, found)
    known = {body.name: body.state for body in reversed(bodies) if body.state is not None}
    for body in bodies:
        state, rule_id, why = body.state, "body-state", "its own words"
        if state is None and body.name in known:
            state, rule_id, why = known[body.name], "body-known", "the same body elsewhere in the article"
        elif state is None:
            state = setting_of(writer.doc, writer.text, body.span.start, found)
            rule_id, why = "body-setting", "the state spoken of"
        yield _body(writer, body, state, rule_id, why)


def _body(writer: _Writer, body: Body, state: Mention | None, rule_id: str, why: str) -> Mention:
    is_acting, how = acts(body.span)
    key, label = identify(body.name, state.country_code if state else "")
    return writer.mention(
        body.span,
        body.span.start_char,
        body.span.end_char,
        entity_id=key,
        entity=label,
        entity_type="organisation",
        kind="organisation",
        country_code=state.country_code if state else "",
        is_acting=is_acting,
        rule_id=rule_id if state else "body",
        reason=f"a state's body by {why}: {state.text}; {how}" if state else "a body whose state the text leaves open",
    )


def _organisations(writer: _Writer, found: Sequence[Mention]) -> Iterator[Mention]:
    whole = [mention for mention in found if mention.kind in {"organisation", "metonym", "person"}]
    taken = Stretches(whole, lambda mention: (mention.start_char, mention.end_char))
    places = {(mention.start_char, mention.end_char) for mention in found}
    for ent in writer.doc.ents:
        if ent.label_ != "ORG" or not _is_organisation(ent):
            continue
        if taken.touching(ent.start_char, ent.end_char) or (ent.start_char, ent.end_char) in places:
            continue
        name = " ".join(ent.text.split()).removeprefix("the ").removeprefix("The ")
        yield writer.mention(
            ent,
            ent.start_char,
            ent.end_char,
            entity_id=entity_id("organisation", name),
            entity=name,
            entity_type="organisation",
            kind="organisation",
            rule_id="organisation",
            reason="named as an organisation; the text ties it to no country",
        )


def _bare_titles(writer: _Writer, found: Sequence[Mention]) -> Iterator[Mention]:
    """`The minister` and `the president` where they mean somebody named before; a title alone names no country."""
    references = References(writer.doc, found)
    taken = tokens_of(writer.doc, found)
    for token in writer.doc:
        if token.i in taken or token.pos_ != "NOUN":
            continue
        reference = references.resolve(token)
        if reference is None or reference.antecedent.entity_type != "person":
            continue
        span = writer.doc[token.i if token.left_edge.i in taken else token.left_edge.i : token.i + 1]
        yield writer.mention(
            span,
            span.start_char,
            span.end_char,
            entity_id=reference.entity_id,
            entity=reference.antecedent.entity,
            entity_type="person",
            kind="person",
            rule_id=TITLE_ALONE,
            reason=reference.reason,
        )


def _is_organisation(ent: Span) -> bool:
    """No date (Oct.23), no bare part of a title (Defence), nothing without a word."""
    text = ent.text.strip()
    first = ent[0].lower_.rstrip(".")
    if not _HAS_WORD.search(text) or (_DATE.fullmatch(text) and re.sub(r"[\W\d].*", "", first) in words("months")):
        return False
    if (len(ent) == 1 and first in words("body_heads") | words("not_organisations")) or _PARTY.match(text):
        return False
    is_modifier = len(ent) == 1 and first in words("title_modifiers") | words("offices") | words("body_modifiers")
    return not is_modifier
