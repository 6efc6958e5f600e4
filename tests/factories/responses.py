"""RESPONSES, STATEMENTS, QUOTATIONS and COVERAGE of the event."""

from typing import NamedTuple

from analysis.columns import Col
from analysis.tables import COVERAGE, QUOTATIONS, RESPONSES, STATEMENTS, Row, Table
from tests.factories.event import ARTICLES, COUNTRIES, passage


class _Act(NamedTuple):
    """What a sentence reports of a country."""

    document: str
    index: int
    country_code: str
    act: str
    target_code: str
    polarity: str


_ACTS = (
    _Act("north", 0, "NOR", "ACCUSE", "SDN", "for"),
    _Act("north", 1, "SDN", "DENY", "NOR", "against"),
    _Act("north", 2, "NOR", "APPEAL", "SDN", "for"),
    _Act("north", 3, "FRA", "APPEAL", "", "neutral"),
    _Act("south", 0, "SDN", "DENY", "", "against"),
    _Act("south", 2, "FRA", "NO_STATEMENT", "", "silent"),
    _Act("wire", 0, "NOR", "ACCUSE", "SDN", "for"),
)
_QUOTED = (("north", 1, "direct", 1.0), ("south", 0, "indirect", 0.5))
"""One quotation in two articles: article, sentence, form, likeness to the first."""


def rows(documents: tuple[str, ...]) -> dict[Table, list[Row]]:
    """What countries do and say in some articles; a quotation is shared by two, or is none."""
    acts = [act for act in _ACTS if act.document in documents]
    return {
        RESPONSES: [_response(act) for act in acts],
        STATEMENTS: [_statement(act) for act in acts],
        QUOTATIONS: [_quotation(*quoted) for quoted in _QUOTED if len(documents) > 1],
        COVERAGE: [_coverage(code, item) for code in COUNTRIES for item in documents],
    }


def _response(act: _Act) -> Row:
    name = COUNTRIES[act.country_code]
    return {
        Col.RESPONSE_ID: f"{act.document}:r{act.index}",
        **passage(act.document, act.index),
        Col.COUNTRY_CODE: act.country_code,
        Col.ACT: act.act,
        Col.ACTOR: name,
        Col.ACTOR_ENTITY_ID: f"country:{act.country_code}",
        Col.TARGET_CODE: act.target_code,
        Col.POLARITY: act.polarity,
        Col.EVIDENCE: ARTICLES[act.document].sentences[act.index],
        Col.STATEMENT_ID: f"{act.document}:s{act.index}",
        Col.RULE_ID: "by-hand",
        Col.CONFIDENCE: 0.9,
        Col.REASON: f"{name} is the subject of the cue",
    }


def _statement(act: _Act) -> Row:
    words, place = ARTICLES[act.document].sentences[act.index], passage(act.document, act.index)
    return {
        Col.STATEMENT_ID: f"{act.document}:s{act.index}",
        Col.DOCUMENT_ID: act.document,
        Col.SENTENCE_INDEX: act.index,
        Col.SPEAKER: COUNTRIES[act.country_code],
        Col.SPEAKER_ENTITY_ID: f"country:{act.country_code}",
        Col.SOURCE_TYPE: "named",
        Col.COUNTRY_CODE: act.country_code,
        Col.CUE: words.split()[1],
        Col.CONTENT: words,
        Col.CONTENT_START_CHAR: place[Col.START_CHAR],
        Col.CONTENT_END_CHAR: place[Col.END_CHAR],
        Col.FORM: "indirect",
        Col.ACT: act.act,
        Col.RULE_ID: "by-hand",
    }


def _quotation(document: str, index: int, form: str, score: float) -> Row:
    return {
        Col.QUOTATION_ID: "q1",
        Col.STATEMENT_ID: f"{document}:s{index}",
        **passage(document, index),
        Col.TEXT: ARTICLES[document].sentences[index],
        Col.SPEAKER: "Sudmark",
        Col.CUE: "denied",
        Col.FORM: form,
        Col.SCORE: score,
        Col.REASON: "by hand",
    }


def _coverage(code: str, document: str) -> Row:
    acts = sorted({act.act for act in _ACTS if act.document == document and act.country_code == code})
    n_mentions = sum(sentence.count(COUNTRIES[code]) for sentence in ARTICLES[document].sentences)
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
