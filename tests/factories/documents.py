"""DOCUMENTS, SENTENCES, REMOVALS and PROBLEMS of the event, and its provenance."""

import hashlib
from typing import Any

from analysis.columns import Col
from analysis.tables import DOCUMENTS, PROBLEMS, REMOVALS, SENTENCES, Row, Table
from tests.factories.event import ARTICLES, indices, passage, span, text_of

_UNREADABLE: Row = {
    Col.INPUT: "broken.txt",
    Col.DOCUMENT_ID: "broken",
    Col.STAGE: "reading",
    Col.REASON: "The file 'broken.txt' is not UTF-8.",
    Col.ACCEPTED: "UTF-8 text",
}


def rows(documents: tuple[str, ...]) -> dict[Table, list[Row]]:
    """The rows of some articles; the unreadable one beside them is there always."""
    return {
        DOCUMENTS: [_document(item) for item in documents],
        SENTENCES: [_sentence(item, index) for item in documents for index in indices(item)],
        REMOVALS: [_removal(item) for item in documents[:1]],
        PROBLEMS: [_UNREADABLE],
    }


def provenance(documents: tuple[str, ...]) -> dict[str, Any]:
    """What results say of how they were made."""
    return {
        "readout": "0.0",
        "versions": {"spacy": "3"},
        "model": {"name": "by hand", "version": "0", "sha256": "0" * 64},
        "inputs": {item: _sha256(item) for item in documents},
    }


def _document(document: str) -> Row:
    report = ARTICLES[document]
    return {
        Col.DOCUMENT_ID: document,
        Col.PUBLISHER: report.publisher,
        Col.PUBLISHER_COUNTRY_CODE: report.publisher_country_code,
        Col.URL: f"https://{document}.example/story" if report.published_on else "javascript:alert(1)",
        Col.PUBLISHED_ON: report.published_on,
        Col.TITLE: report.sentences[0],
        Col.LANGUAGE_CODE: "en",
        Col.IS_ANALYSED: True,
        Col.N_WORDS: len(" ".join(report.sentences).split()),
        Col.SHA256: _sha256(document),
        Col.TEXT: text_of(document),
    }


def _sha256(document: str) -> str:
    return hashlib.sha256(text_of(document).encode()).hexdigest()


def _sentence(document: str, index: int) -> Row:
    return {**passage(document, index), Col.PARAGRAPH_INDEX: index, Col.TEXT: ARTICLES[document].sentences[index]}


def _removal(document: str) -> Row:
    words = "Advertisement"
    return {**span(document, words), Col.TEXT: words, Col.RULE_ID: "furniture-mark", Col.REASON: "a mark of the page"}
