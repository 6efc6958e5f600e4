"""Results built by hand for tests: conforming tables of a small event, told by three outlets, one outlet or none.

Every row is cut out of the texts below by its words, so offsets and evidence agree by construction.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.comparison.passages import Passage, Word
from analysis.results import Results
from analysis.settings import Settings
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    CLAIMS,
    COVERAGE,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    ORIGINS,
    OUTLET_PAIRS,
    PROBLEMS,
    QUOTATIONS,
    REMOVALS,
    RESPONSES,
    SENTENCES,
    STATEMENTS,
    TABLES,
)

ARTICLES: dict[str, tuple[str, str, str, list[str]]] = {
    "north": (
        "Northern Herald",
        "GBR",
        "2024-03-01",
        [
            "Norland accused Sudmark of sinking 3 fishing boats on Thursday.",
            "Sudmark denied the charge.",
            "Foreign Minister Ada Berg of Norland demanded an apology.",
            "France urged both sides to show restraint.",
        ],
    ),
    "south": (
        "South Times <b>",
        "FRA",
        "2024-03-02",
        [
            "Sudmark denied sinking any boat.",
            "Norland says 5 fishing boats were lost on Thursday.",
            "France has not commented.",
            "The report cited the Coast Watch agency.",
        ],
    ),
    "wire": (
        "=Wire & Co",
        "",
        "",
        ["Norland accused Sudmark of sinking 3 fishing boats, the Coast Watch agency said.", "*Ada Berg* spoke at $5."],
    ),
}
"""document_id: outlet, its country, date of publication, sentences. One outlet's name is HTML, one's a formula."""

_COUNTRY = {"Norland": "NOR", "Sudmark": "SDN", "France": "FRA"}
_ACTORS = {name: (f"country:{code}", name, "country", code) for name, code in _COUNTRY.items()} | {
    "Ada Berg": ("person:ada berg", "Ada Berg", "person", "NOR"),
    "Coast Watch": ("organisation:coast watch", "Coast Watch", "organisation", ""),
}
_RESPONSES: list[tuple[str, int, str, str, str, str]] = [
    ("north", 0, "NOR", "ACCUSE", "SDN", "for"),
    ("north", 1, "SDN", "DENY", "NOR", "against"),
    ("north", 2, "NOR", "APPEAL", "SDN", "for"),
    ("north", 3, "FRA", "APPEAL", "", "neutral"),
    ("south", 0, "SDN", "DENY", "", "against"),
    ("south", 2, "FRA", "NO_STATEMENT", "", "silent"),
    ("wire", 0, "NOR", "ACCUSE", "SDN", "for"),
]


_QUOTED = [("north", 1, "direct", 1.0), ("south", 0, "indirect", 0.5)]
"""One quotation in two articles: article, sentence, form, likeness to the first."""


def sample() -> Results:
    """Three outlets, of which two agree, two disagree and one is undated."""
    return build(tuple(ARTICLES))


def single_source() -> Results:
    """One outlet alone: nothing to compare it with."""
    return build(("north",))


def empty() -> Results:
    """A run in which no article could be read."""
    tables = {table.name: table.empty() for table in TABLES}
    tables[PROBLEMS.name] = PROBLEMS.frame([_problem()])
    return Results(tables, Settings(), _provenance(()))


def build(documents: tuple[str, ...]) -> Results:
    """Results of some of ARTICLES."""
    tables = {table.name: table.empty() for table in TABLES}
    tables[DOCUMENTS.name] = DOCUMENTS.frame(_document(item) for item in documents)
    tables[SENTENCES.name] = SENTENCES.frame(_sentence(item, n) for item in documents for n in _indices(item))
    tables[MENTIONS.name] = MENTIONS.frame(row for item in documents for n in _indices(item) for row in _named(item, n))
    tables[ACTORS.name] = _actors(tables[MENTIONS.name])
    rows = [row for row in _RESPONSES if row[0] in documents]
    tables[RESPONSES.name] = RESPONSES.frame(_response(*row) for row in rows)
    tables[STATEMENTS.name] = STATEMENTS.frame(_statement(*row) for row in rows)
    tables[QUOTATIONS.name] = QUOTATIONS.frame(_quoted(*row) for row in _QUOTED if len(documents) > 1)
    tables[COVERAGE.name] = COVERAGE.frame(_coverage(code, item) for code in _COUNTRY.values() for item in documents)
    tables[REMOVALS.name] = REMOVALS.frame(_removal(item) for item in documents[:1])
    tables[PROBLEMS.name] = PROBLEMS.frame([_problem()])
    if len(documents) > 1:
        tables |= _comparison()
    return Results(tables, Settings(), _provenance(documents))


def text_of(document: str) -> str:
    """The article, one sentence a line, after a line of page furniture."""
    return "Advertisement\n" + "\n".join(ARTICLES[document][3])


def _indices(document: str) -> range:
    return range(len(ARTICLES[document][3]))


def _span(document: str, words: str) -> dict[Col, Any]:
    start = text_of(document).index(words)
    return {Col.DOCUMENT_ID: document, Col.START_CHAR: start, Col.END_CHAR: start + len(words)}


def _document(document: str) -> dict[Col, Any]:
    publisher, country, published, sentences = ARTICLES[document]
    return {
        Col.DOCUMENT_ID: document,
        Col.PUBLISHER: publisher,
        Col.PUBLISHER_COUNTRY_CODE: country,
        Col.URL: f"https://{document}.example/story" if published else "javascript:alert(1)",
        Col.PUBLISHED_ON: published,
        Col.TITLE: sentences[0],
        Col.LANGUAGE_CODE: "en",
        Col.IS_ANALYSED: True,
        Col.N_WORDS: len(" ".join(sentences).split()),
        Col.SHA256: hashlib.sha256(text_of(document).encode()).hexdigest(),
        Col.TEXT: text_of(document),
    }


def _sentence(document: str, index: int) -> dict[Col, Any]:
    words = ARTICLES[document][3][index]
    return {**_span(document, words), Col.SENTENCE_INDEX: index, Col.PARAGRAPH_INDEX: index, Col.TEXT: words}


def _named(document: str, index: int) -> list[dict[Col, Any]]:
    sentence = ARTICLES[document][3][index]
    begin = text_of(document).index(sentence)
    rows = []
    for name, (entity_id, entity, entity_type, code) in _ACTORS.items():
        if name not in sentence:
            continue
        start = begin + sentence.index(name)
        rows.append(
            {
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
        )
    return sorted(rows, key=lambda row: int(row[Col.START_CHAR]))


def _actors(mentions: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for name, (entity_id, entity, entity_type, code) in sorted(_ACTORS.items()):
        own = mentions[mentions["entity_id"] == entity_id]
        if own.empty:
            continue
        rows.append(
            {
                Col.ENTITY_ID: entity_id,
                Col.ENTITY: entity,
                Col.ENTITY_TYPE: entity_type,
                Col.COUNTRY_CODE: code,
                Col.VARIANTS: name,
                Col.N_MENTIONS: len(own),
                Col.N_DOCUMENTS: own["document_id"].nunique(),
                Col.REASON: "by hand",
            }
        )
    return ACTORS.frame(rows)


def _response(document: str, index: int, code: str, act: str, target: str, polarity: str) -> dict[Col, Any]:
    words = ARTICLES[document][3][index]
    name = next(name for name, value in _COUNTRY.items() if value == code)
    return {
        Col.RESPONSE_ID: f"{document}:r{index}",
        **_span(document, words),
        Col.SENTENCE_INDEX: index,
        Col.COUNTRY_CODE: code,
        Col.ACT: act,
        Col.ACTOR: name,
        Col.ACTOR_ENTITY_ID: f"country:{code}",
        Col.TARGET_CODE: target,
        Col.POLARITY: polarity,
        Col.EVIDENCE: words,
        Col.STATEMENT_ID: f"{document}:s{index}",
        Col.RULE_ID: "by-hand",
        Col.CONFIDENCE: 0.9,
        Col.REASON: f"{name} is the subject of the cue",
    }


def _statement(document: str, index: int, code: str, act: str, target: str, polarity: str) -> dict[Col, Any]:
    row = _response(document, index, code, act, target, polarity)
    return {
        Col.STATEMENT_ID: row[Col.STATEMENT_ID],
        Col.DOCUMENT_ID: document,
        Col.SENTENCE_INDEX: index,
        Col.SPEAKER: row[Col.ACTOR],
        Col.SPEAKER_ENTITY_ID: row[Col.ACTOR_ENTITY_ID],
        Col.SOURCE_TYPE: "named",
        Col.COUNTRY_CODE: code,
        Col.CUE: row[Col.EVIDENCE].split()[1],
        Col.CONTENT: row[Col.EVIDENCE],
        Col.CONTENT_START_CHAR: row[Col.START_CHAR],
        Col.CONTENT_END_CHAR: row[Col.END_CHAR],
        Col.FORM: "indirect",
        Col.ACT: act,
        Col.RULE_ID: "by-hand",
    }


def _quoted(document: str, index: int, form: str, score: float) -> dict[Col, Any]:
    words = ARTICLES[document][3][index]
    return {
        Col.QUOTATION_ID: "q1",
        Col.STATEMENT_ID: f"{document}:s{index}",
        **_span(document, words),
        Col.TEXT: words,
        Col.SENTENCE_INDEX: index,
        Col.SPEAKER: "Sudmark",
        Col.CUE: "denied",
        Col.FORM: form,
        Col.SCORE: score,
        Col.REASON: "by hand",
    }


def _coverage(code: str, document: str) -> dict[Col, Any]:
    acts = sorted({row[3] for row in _RESPONSES if row[0] == document and row[2] == code})
    name = next(name for name, value in _COUNTRY.items() if value == code)
    n_mentions = sum(sentence.count(name) for sentence in ARTICLES[document][3])
    state = "mentioned but not quoted" if n_mentions else "not mentioned"
    if acts:
        state = "no statement" if acts == ["NO_STATEMENT"] else "responded"
    return {
        Col.COUNTRY_CODE: code,
        Col.DOCUMENT_ID: document,
        Col.STATE: state,
        Col.ACTS: " | ".join(acts),
        Col.N_MENTIONS: n_mentions,
    }


def _removal(document: str) -> dict[Col, Any]:
    words = "Advertisement"
    return {**_span(document, words), Col.TEXT: words, Col.RULE_ID: "furniture-mark", Col.REASON: "a mark of the page"}


def _problem() -> dict[Col, Any]:
    return {
        Col.INPUT: "broken.txt",
        Col.DOCUMENT_ID: "broken",
        Col.STAGE: "reading",
        Col.REASON: "The file 'broken.txt' is not UTF-8.",
        Col.ACCEPTED: "UTF-8 text",
    }


def _claim(group: str, document: str, index: int, quantity: str = "") -> dict[Col, Any]:
    words = ARTICLES[document][3][index]
    return {
        Col.CLAIM_ID: f"{document}:c{index}",
        Col.GROUP_ID: group,
        **_span(document, words),
        Col.SENTENCE_INDEX: index,
        Col.TEXT: words,
        Col.QUANTITY: quantity,
        Col.SCORE: 0.8,
        Col.REASON: "by hand",
        Col.SIGNATURE: Passage(words, words=tuple(_words(words))).to_json(),
    }


def _words(text: str) -> Iterator[Word]:
    """Every longer word as a noun: enough for a passage to be compared."""
    for found in re.finditer(r"[A-Za-z]{4,}", text):
        lemma = found[0].lower()
        yield Word(found[0], lemma, "NOUN", "other", False, "", "", found.start(), found.end())


def _comparison() -> dict[str, pd.DataFrame]:
    claims = [
        _claim("g1", "north", 0, "3 boats"),
        _claim("g1", "south", 1, "5 boats"),
        _claim("g1", "wire", 0, "3 boats"),
        _claim("g2", "north", 1),
        _claim("g2", "south", 0),
        _claim("g3", "north", 2),
    ]
    north, south = ARTICLES["north"][3][0], ARTICLES["south"][3][1]
    discrepancy = {
        Col.DISCREPANCY_ID: "d1",
        Col.GROUP_ID: "g1",
        Col.KIND: "number",
        Col.COUNTRY_CODE: "NOR",
        **{Col[f"{name.name}_A"]: value for name, value in _span("north", north).items()},
        **{Col[f"{name.name}_B"]: value for name, value in _span("south", south).items()},
        Col.TEXT_A: north,
        Col.TEXT_B: south,
        Col.VALUE_A: "3 boats",
        Col.VALUE_B: "5 boats",
        Col.SCORE: 0.7,
        Col.RULE_ID: "by-hand",
        Col.REASON: "3 boats against 5 boats",
    }
    names = {document: ARTICLES[document][0] for document in ARTICLES}
    agreement = [
        _agreed("g1", north, "contradicted", ("north", "south", "wire"), names),
        _agreed("g2", ARTICLES["north"][3][1], "corroborated", ("north", "south"), names),
        _agreed("g3", ARTICLES["north"][3][2], "single source", ("north",), names),
    ]
    origins = [
        {Col.ORIGIN_ID: "o1", Col.ORIGIN: "Coast Watch", Col.KIND: "institute", **_span(document, "Coast Watch"),
         Col.EVIDENCE: "Coast Watch", Col.RULE_ID: "by-hand", Col.REASON: "cited"}
        for document in ("south", "wire")
    ]  # fmt: skip
    return {
        CLAIMS.name: CLAIMS.frame(claims),
        DISCREPANCIES.name: DISCREPANCIES.frame([discrepancy]),
        AGREEMENT.name: AGREEMENT.frame(agreement),
        ORIGINS.name: ORIGINS.frame(origins),
        OUTLET_PAIRS.name: OUTLET_PAIRS.frame(_pairs(sorted(names.values()))),
    }


def _agreed(group: str, claim: str, status: str, documents: tuple[str, ...], names: dict[str, str]) -> dict[Col, Any]:
    return {
        Col.GROUP_ID: group,
        Col.CLAIM: claim,
        Col.STATUS: status,
        Col.OUTLETS: " | ".join(sorted(names[item] for item in documents)),
        Col.OMITTED_BY: " | ".join(sorted(name for item, name in names.items() if item not in documents)),
        Col.N_OUTLETS: len(documents),
        Col.N_DOCUMENTS: len(documents),
        Col.N_ORIGINS: max(1, len(documents) - ("wire" in documents and "south" in documents)),
        Col.ORIGIN: "Coast Watch" if "wire" in documents else "",
        Col.REASON: "by hand",
    }


def _pairs(outlets: list[str]) -> list[dict[Col, Any]]:
    return [
        {
            Col.PUBLISHER_A: first,
            Col.PUBLISHER_B: second,
            Col.MEASURE: "claims",
            Col.N_UNITS: 3,
            Col.N_AGREED: 1,
            Col.ALPHA: 0.2,
            Col.ALPHA_LOW: -0.4,
            Col.ALPHA_HIGH: 0.9,
            Col.WARNING: "3 units are too few to lean on",
        }
        for number, first in enumerate(outlets)
        for second in outlets[number + 1 :]
    ]


def _provenance(documents: tuple[str, ...]) -> dict[str, Any]:
    return {
        "readout": "0.0",
        "versions": {"spacy": "3"},
        "model": {"name": "by hand", "version": "0", "sha256": "0" * 64},
        "inputs": {item: hashlib.sha256(text_of(item).encode()).hexdigest() for item in documents},
    }
