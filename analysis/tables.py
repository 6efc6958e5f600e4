"""The tables that stages exchange and that a run writes, each declared once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from analysis.columns import STRING, Col
from analysis.errors import TableError

Row = Mapping[Col, object]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row is (`grain`), its columns in published order, and the columns that identify a row."""

    name: str
    grain: str
    columns: tuple[Col, ...]
    key: tuple[Col, ...]

    def frame(self, rows: Iterable[Row]) -> pd.DataFrame:
        """Rows as a conforming frame, in the order given; a column a row does not name is empty there."""
        return self.conform(
            pd.DataFrame.from_records([dict(row) for row in rows], columns=[str(c) for c in self.columns])
        )

    def empty(self) -> pd.DataFrame:
        """The table with no row: nothing was found, which is not the same as not looked at."""
        return self.frame([])

    def conform(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with exactly this table's columns and types, missing strings as ''.

        Raises:
            TableError: a column is unknown or lacking, a value does not fit its type, or two rows share a key.
        """
        names = [str(column) for column in self.columns]
        if set(frame.columns) != set(names):
            odd = sorted(set(frame.columns) ^ set(names))
            raise TableError(f"Table {self.name}: columns {odd} are unknown or lacking; expected are {names}.")
        typed = {str(column): _typed(frame[str(column)], column, self.name) for column in self.columns}
        result = pd.DataFrame(typed, columns=names).reset_index(drop=True)
        repeated = result.duplicated(subset=[str(column) for column in self.key])
        if repeated.any():
            first = result.loc[repeated, list(map(str, self.key))].iloc[0].to_dict()
            raise TableError(f"Table {self.name}: two rows have the key {first}; each key may stand once.")
        return result


def _typed(values: "pd.Series[Any]", column: Col, table: str) -> "pd.Series[Any]":
    try:
        typed: pd.Series[Any] = values.astype(cast(Any, column.dtype))
    except (TypeError, ValueError) as error:
        raise TableError(f"Table {table}: column {column} takes {column.dtype} values ({error}).") from error
    return typed.fillna("") if column.dtype == STRING else typed


_PASSAGE = (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR)

DOCUMENTS = Table(
    "documents",
    "an article",
    (
        Col.DOCUMENT_ID, Col.PUBLISHER, Col.PUBLISHER_COUNTRY_CODE, Col.URL, Col.PUBLISHED_ON, Col.TITLE,
        Col.AUTHOR, Col.LANGUAGE_CODE, Col.IS_ANALYSED, Col.N_WORDS, Col.SHA256, Col.TEXT,
    ),
    (Col.DOCUMENT_ID,),
)  # fmt: skip
REMOVALS = Table(
    "removals",
    "a stretch of page furniture that the analysis does not read",
    (*_PASSAGE, Col.TEXT, Col.RULE_ID, Col.REASON),
    _PASSAGE,
)
SENTENCES = Table(
    "sentences",
    "a sentence",
    (Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.PARAGRAPH_INDEX, Col.START_CHAR, Col.END_CHAR, Col.TEXT),
    (Col.DOCUMENT_ID, Col.SENTENCE_INDEX),
)
MENTIONS = Table(
    "mentions",
    "one naming of an actor or country in a text",
    (
        *_PASSAGE, Col.TEXT, Col.ENTITY_ID, Col.ENTITY, Col.ENTITY_TYPE, Col.KIND, Col.COUNTRY_CODE, Col.IS_ACTING,
        Col.SENTENCE_INDEX, Col.RULE_ID, Col.REASON,
    ),
    (*_PASSAGE, Col.ENTITY_ID),
)  # fmt: skip
ACTORS = Table(
    "actors",
    "an actor across all articles",
    (
        Col.ENTITY_ID, Col.ENTITY, Col.ENTITY_TYPE, Col.COUNTRY_CODE, Col.VARIANTS, Col.N_MENTIONS, Col.N_DOCUMENTS,
        Col.REASON,
    ),
    (Col.ENTITY_ID,),
)  # fmt: skip
STATEMENTS = Table(
    "statements",
    "one attribution: somebody is said to say, think or demand something",
    (
        Col.STATEMENT_ID, Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.PARENT_ID, Col.SPEAKER, Col.SPEAKER_ENTITY_ID,
        Col.SPEAKER_START_CHAR, Col.SPEAKER_END_CHAR, Col.SOURCE_TYPE, Col.COUNTRY_CODE, Col.CUE, Col.CUE_START_CHAR,
        Col.CUE_END_CHAR, Col.CONTENT, Col.CONTENT_START_CHAR, Col.CONTENT_END_CHAR, Col.FORM, Col.ACT, Col.RULE_ID,
        Col.REASON,
    ),
    (Col.STATEMENT_ID,),
)  # fmt: skip
QUOTATIONS = Table(
    "quotations",
    "one article's form of a quotation that several articles carry",
    (
        Col.QUOTATION_ID, Col.STATEMENT_ID, *_PASSAGE, Col.TEXT, Col.SENTENCE_INDEX, Col.SPEAKER, Col.CUE, Col.FORM,
        Col.SCORE, Col.REASON,
    ),
    (Col.QUOTATION_ID, Col.STATEMENT_ID),
)  # fmt: skip
RESPONSES = Table(
    "responses",
    "a country's act, as one passage of one article reports it",
    (
        Col.RESPONSE_ID, Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.COUNTRY_CODE, Col.ACT, Col.CAMEO_CODE,
        Col.PLOVER_TYPE, Col.ACTOR, Col.ACTOR_ENTITY_ID, Col.TARGET_CODE, Col.POLARITY, Col.START_CHAR, Col.END_CHAR,
        Col.EVIDENCE, Col.STATEMENT_ID, Col.RULE_ID, Col.CONFIDENCE, Col.REASON,
    ),
    (Col.RESPONSE_ID,),
)  # fmt: skip
COVERAGE = Table(
    "coverage",
    "a country in an article: whether it responded, was silent, was only mentioned or not at all",
    (Col.COUNTRY_CODE, Col.DOCUMENT_ID, Col.STATE, Col.ACTS, Col.N_MENTIONS),
    (Col.COUNTRY_CODE, Col.DOCUMENT_ID),
)
CLAIMS = Table(
    "claims",
    "one article's passage of a claim",
    (
        Col.CLAIM_ID, Col.GROUP_ID, *_PASSAGE, Col.SENTENCE_INDEX, Col.TEXT, Col.WHO, Col.ACT, Col.WHOM, Col.WHEN,
        Col.WHERE, Col.QUANTITY, Col.ACCORDING_TO, Col.SCORE, Col.REASON, Col.SIGNATURE, Col.IS_EMBEDDED,
    ),
    (Col.CLAIM_ID,),
)  # fmt: skip
DISCREPANCIES = Table(
    "discrepancies",
    "two passages of two articles that cannot both hold",
    (
        Col.DISCREPANCY_ID, Col.GROUP_ID, Col.KIND, Col.QUESTION, Col.COUNTRY_CODE, Col.DOCUMENT_ID_A,
        Col.START_CHAR_A, Col.END_CHAR_A, Col.TEXT_A, Col.VALUE_A, Col.ANSWER_A, Col.DOCUMENT_ID_B, Col.START_CHAR_B,
        Col.END_CHAR_B, Col.TEXT_B, Col.VALUE_B, Col.ANSWER_B, Col.SCORE, Col.RULE_ID, Col.REASON,
    ),
    (Col.DISCREPANCY_ID,),
)  # fmt: skip
ORIGINS = Table(
    "origins",
    "one article's reliance on an origin outside it, with the passage that shows it",
    (Col.ORIGIN_ID, Col.ORIGIN, Col.KIND, *_PASSAGE, Col.EVIDENCE, Col.RULE_ID, Col.REASON),
    (Col.ORIGIN_ID, *_PASSAGE),
)
AGREEMENT = Table(
    "agreement",
    "a claim: who reports it, who leaves it out, on how many independent origins it rests",
    (
        Col.GROUP_ID, Col.CLAIM, Col.STATUS, Col.OUTLETS, Col.OMITTED_BY, Col.N_OUTLETS, Col.N_DOCUMENTS,
        Col.N_ORIGINS, Col.ORIGIN, Col.REASON,
    ),
    (Col.GROUP_ID,),
)  # fmt: skip
OUTLET_PAIRS = Table(
    "outlet_pairs",
    "two outlets' agreement beyond chance",
    (
        Col.PUBLISHER_A, Col.PUBLISHER_B, Col.MEASURE, Col.N_UNITS, Col.N_AGREED, Col.ALPHA, Col.ALPHA_LOW,
        Col.ALPHA_HIGH, Col.WARNING,
    ),
    (Col.PUBLISHER_A, Col.PUBLISHER_B, Col.MEASURE),
)  # fmt: skip
PROBLEMS = Table(
    "problems",
    "something that was not read or not done, and why",
    (Col.INPUT, Col.DOCUMENT_ID, Col.STAGE, Col.REASON, Col.ACCEPTED),
    (Col.INPUT, Col.STAGE, Col.REASON),
)

REVIEWS = Table(
    "reviews",
    "a row that an analyst checked or corrected; rows that are not listed are the machine's",
    (
        Col.CORRECTION_ID, Col.IN_TABLE, Col.ROW_ID, Col.REVIEW, Col.KIND, Col.BEFORE, Col.AFTER, Col.REASON,
        Col.MADE_AT,
    ),
    (Col.CORRECTION_ID, Col.IN_TABLE, Col.ROW_ID),
)  # fmt: skip
EVENTS = Table(
    "events",
    "an article of a heap and the event it is about",
    (Col.EVENT_ID, Col.DOCUMENT_ID, Col.EVENT, Col.SCORE, Col.REASON),
    (Col.DOCUMENT_ID,),
)
COPIES = Table(
    "copies",
    "two articles of which one is a copy of the other: exact, near, or wire (one agency's text in both)",
    (Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B, Col.KIND, Col.SCORE, Col.REASON),
    (Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B),
)

TABLES: tuple[Table, ...] = (
    DOCUMENTS, REMOVALS, SENTENCES, MENTIONS, ACTORS, STATEMENTS, QUOTATIONS, RESPONSES, COVERAGE, CLAIMS,
    DISCREPANCIES, ORIGINS, AGREEMENT, OUTLET_PAIRS, PROBLEMS, REVIEWS,
)  # fmt: skip
"""All tables of a run, in the order of the pipeline; EVENTS and COPIES are made where articles are brought in."""
