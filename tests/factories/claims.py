"""CLAIMS, DISCREPANCIES, AGREEMENT, ORIGINS and OUTLET_PAIRS of the event."""

import itertools
import re
from collections.abc import Iterator

from analysis.columns import Col
from analysis.comparison.passages import Passage, Word
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, ORIGINS, OUTLET_PAIRS, Row, Table
from tests.factories.event import ARTICLES, passage, span


def rows(documents: tuple[str, ...]) -> dict[Table, list[Row]]:
    """What comes of comparing the articles; nothing where there is nothing to compare."""
    if len(documents) < 2:
        return {}
    outlets = sorted(report.publisher for report in ARTICLES.values())
    return {
        CLAIMS: [
            _claim("g1", "north", 0, "3 boats"),
            _claim("g1", "south", 1, "5 boats"),
            _claim("g1", "wire", 0, "3 boats"),
            _claim("g2", "north", 1),
            _claim("g2", "south", 0),
            _claim("g3", "north", 2),
        ],
        DISCREPANCIES: [_discrepancy()],
        AGREEMENT: [
            _agreement("g1", 0, "contradicted", ("north", "south", "wire")),
            _agreement("g2", 1, "corroborated", ("north", "south")),
            _agreement("g3", 2, "single source", ("north",)),
        ],
        ORIGINS: [_origin("south"), _origin("wire")],
        OUTLET_PAIRS: [_outlet_pair(a, b) for a, b in itertools.combinations(outlets, 2)],
    }


def _claim(group: str, document: str, index: int, quantity: str = "") -> Row:
    words = ARTICLES[document].sentences[index]
    return {
        Col.CLAIM_ID: f"{document}:c{index}",
        Col.GROUP_ID: group,
        **passage(document, index),
        Col.TEXT: words,
        Col.QUANTITY: quantity,
        Col.SCORE: 0.8,
        Col.REASON: "by hand",
        Col.SIGNATURE: Passage(words, words=tuple(_nouns(words))).to_json(),
    }


def _nouns(text: str) -> Iterator[Word]:
    """Every longer word as a noun: enough for a passage to be compared."""
    for found in re.finditer(r"[A-Za-z]{4,}", text):
        lemma = found[0].lower()
        yield Word(found[0], lemma, "NOUN", "other", False, "", "", found.start(), found.end())


def _discrepancy() -> Row:
    north, south = ARTICLES["north"].sentences[0], ARTICLES["south"].sentences[1]
    return {
        Col.DISCREPANCY_ID: "d1",
        Col.GROUP_ID: "g1",
        Col.KIND: "number",
        Col.QUESTION: "How many boats?",
        Col.COUNTRY_CODE: "NOR",
        **{Col[f"{column.name}_A"]: value for column, value in span("north", north).items()},
        **{Col[f"{column.name}_B"]: value for column, value in span("south", south).items()},
        Col.TEXT_A: north,
        Col.TEXT_B: south,
        Col.VALUE_A: "3 boats",
        Col.VALUE_B: "5 boats",
        Col.SCORE: 0.7,
        Col.RULE_ID: "by-hand",
        Col.REASON: "3 boats against 5 boats",
    }


def _agreement(group: str, index: int, status: str, documents: tuple[str, ...]) -> Row:
    """A claim by its wording in the northern article, whose sentence `index` is."""
    tell = {item: report.publisher for item, report in ARTICLES.items() if item in documents}
    omit = {item: report.publisher for item, report in ARTICLES.items() if item not in documents}
    return {
        Col.GROUP_ID: group,
        Col.CLAIM: ARTICLES["north"].sentences[index],
        Col.STATUS: status,
        Col.OUTLETS: " | ".join(sorted(tell.values())),
        Col.OMITTED_BY: " | ".join(sorted(omit.values())),
        Col.N_OUTLETS: len(tell),
        Col.N_DOCUMENTS: len(tell),
        Col.N_ORIGINS: len(tell) - (tell.keys() >= {"south", "wire"}),
        Col.ORIGIN: "Coast Watch" if "wire" in tell else "",
        Col.REASON: "by hand",
    }


def _origin(document: str) -> Row:
    words = "Coast Watch"
    return {
        Col.ORIGIN_ID: "o1",
        Col.ORIGIN: words,
        Col.KIND: "institute",
        **span(document, words),
        Col.EVIDENCE: words,
        Col.RULE_ID: "by-hand",
        Col.REASON: "cited",
    }


def _outlet_pair(first: str, second: str) -> Row:
    return {
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
