"""MENTIONS and ACTORS of the event."""

from analysis.columns import Col
from analysis.tables import ACTORS, MENTIONS, Row, Table
from tests.factories.event import ARTICLES, NAMED, indices, text_of


def rows(documents: tuple[str, ...]) -> dict[Table, list[Row]]:
    """Who is named in some articles."""
    mentions = [row for item in documents for index in indices(item) for row in _mentions(item, index)]
    actors = (_actor(name, mentions) for name in sorted(NAMED))
    return {MENTIONS: mentions, ACTORS: [row for row in actors if row[Col.N_MENTIONS]]}


def _mentions(document: str, index: int) -> list[Row]:
    sentence = ARTICLES[document].sentences[index]
    begin = text_of(document).index(sentence)
    found: dict[int, Row] = {}
    for name, (entity_id, entity, entity_type, code) in NAMED.items():
        if name not in sentence:
            continue
        start = begin + sentence.index(name)
        found[start] = {
            Col.DOCUMENT_ID: document,
            Col.START_CHAR: start,
            Col.END_CHAR: start + len(name),
            Col.TEXT: name,
            Col.ENTITY_ID: entity_id,
            Col.ENTITY: entity,
            Col.ENTITY_TYPE: entity_type,
            Col.KIND: entity_type,
            Col.COUNTRY_CODE: code,
            Col.IS_ACTING: entity_type == "country",
            Col.SENTENCE_INDEX: index,
            Col.RULE_ID: "by-hand",
            Col.REASON: "named",
        }
    return [found[start] for start in sorted(found)]


def _actor(name: str, mentions: list[Row]) -> Row:
    entity_id, entity, entity_type, code = NAMED[name]
    own = [row for row in mentions if row[Col.ENTITY_ID] == entity_id]
    return {
        Col.ENTITY_ID: entity_id,
        Col.ENTITY: entity,
        Col.ENTITY_TYPE: entity_type,
        Col.COUNTRY_CODE: code,
        Col.VARIANTS: name,
        Col.N_MENTIONS: len(own),
        Col.N_DOCUMENTS: len({row[Col.DOCUMENT_ID] for row in own}),
        Col.REASON: "by hand",
    }
