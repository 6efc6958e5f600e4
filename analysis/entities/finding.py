"""The mentions of one article, from the gazetteer and from the parsed text."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from analysis.articles import Article
from analysis.entities.acting import acts
from analysis.entities.context import span_at
from analysis.entities.people import Person, find_people
from analysis.entities.readings import Reading, choose
from analysis.gazetteer import entity_id, load_index
from analysis.records import Mention


def find_mentions(article: Article, doc: Doc) -> list[Mention]:
    """Every naming of a country, place, body or person in an article, in reading order.

    Args:
        article: The article as read.
        doc: The same article parsed; its offsets are the text's.

    Returns:
        Mentions with stable keys; empty when the article names nobody.
    """
    sentences = {token.i: index for index, sent in enumerate(doc.sents) for token in sent}
    found = list(_names(article, doc, sentences))
    found += [_person(article, person, sentences) for person in find_people(doc, found)]
    found += list(_organisations(article, doc, sentences, found))
    return sorted(found, key=lambda mention: (mention.start_char, mention.end_char, mention.entity_id))


def _names(article: Article, doc: Doc, sentences: dict[int, int]) -> Iterator[Mention]:
    for start, end, names in load_index().find(doc.text):
        span = span_at(doc, start, end)
        reading = choose(doc, span, doc.text[start:end], names)
        if reading is None:
            continue
        is_acting, why = _acting(reading, span)
        name = reading.name
        state = name.kind == "capital" and is_acting
        yield Mention(
            document_id=article.document_id,
            start_char=start,
            end_char=end,
            text=article.text[start:end],
            entity_id=entity_id("country", name.country_code) if state else name.entity_id,
            entity=name.entity,
            entity_type="country" if state else name.entity_type,
            kind=name.kind,
            country_code=name.country_code,
            is_acting=is_acting,
            sentence_index=sentences[span.start],
            rule_id=reading.rule_id,
            reason=f"{reading.reason}; {why}" if why else reading.reason,
        )


def _acting(reading: Reading, span: Span) -> tuple[bool, str]:
    if reading.name.kind not in {"capital", "metonym", "country", "organisation"}:
        return False, ""
    return acts(span)


def _person(article: Article, person: Person, sentences: dict[int, int]) -> Mention:
    return Mention(
        document_id=article.document_id,
        start_char=person.span.start_char,
        end_char=person.span.end_char,
        text=person.span.text,
        entity_id=entity_id("person", person.name),
        entity=person.name,
        entity_type="person",
        kind="person",
        country_code=person.tie.country_code if person.tie else "",
        sentence_index=sentences[person.span.start],
        rule_id=person.tie.rule_id if person.tie else "person",
        reason=person.tie.reason if person.tie else "a personal name; the text ties it to no country",
    )


def _organisations(article: Article, doc: Doc, sentences: dict[int, int], found: list[Mention]) -> Iterator[Mention]:
    taken = [(mention.start_char, mention.end_char) for mention in found]
    for ent in doc.ents:
        overlaps = any(a < ent.end_char and ent.start_char < b for a, b in taken)
        if ent.label_ != "ORG" or overlaps or not any(character.isalpha() for character in ent.text):
            continue
        name = " ".join(ent.text.split()).removeprefix("the ").removeprefix("The ")
        yield Mention(
            document_id=article.document_id,
            start_char=ent.start_char,
            end_char=ent.end_char,
            text=ent.text,
            entity_id=entity_id("organisation", name),
            entity=name,
            entity_type="organisation",
            kind="organisation",
            sentence_index=sentences[ent.start],
            rule_id="organisation",
            reason="named as an organisation; the text ties it to no country",
        )
