"""Typed rows that the stages of one article hand to each other; each has the columns of its table, by name.

Stages never import each other: they share these records. A record becomes a row of its table with `row_of`.
"""

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import Col
from analysis.tables import Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of an actor or country (table MENTIONS)."""

    document_id: str
    start_char: int
    end_char: int
    text: str
    entity_id: str
    entity: str
    entity_type: str
    kind: str
    country_code: str = ""
    is_acting: bool = False
    sentence_index: int = 0
    rule_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution (table STATEMENTS)."""

    statement_id: str
    document_id: str
    sentence_index: int
    parent_id: str = ""
    speaker: str = ""
    speaker_entity_id: str = ""
    speaker_start_char: int | None = None
    speaker_end_char: int | None = None
    source_type: str = ""
    country_code: str = ""
    cue: str = ""
    cue_start_char: int | None = None
    cue_end_char: int | None = None
    content: str = ""
    content_start_char: int | None = None
    content_end_char: int | None = None
    form: str = ""
    act: str = ""
    rule_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One country's act in one passage (table RESPONSES)."""

    response_id: str
    document_id: str
    sentence_index: int
    country_code: str
    act: str
    cameo_code: str = ""
    plover_type: str = ""
    actor: str = ""
    actor_entity_id: str = ""
    target_code: str = ""
    polarity: str = ""
    start_char: int = 0
    end_char: int = 0
    evidence: str = ""
    statement_id: str = ""
    rule_id: str = ""
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What one passage of one article states (table CLAIMS); `group_id` is empty until articles are combined."""

    claim_id: str
    document_id: str
    start_char: int
    end_char: int
    sentence_index: int
    text: str
    group_id: str = ""
    who: str = ""
    act: str = ""
    whom: str = ""
    when: str = ""
    where: str = ""
    quantity: str = ""
    according_to: str = ""
    score: float | None = None
    reason: str = ""
    signature: str = ""
    is_embedded: bool = False


def row_of(record: "DataclassInstance") -> Row:
    """The record as a row of its table."""
    return {Col[item.name.upper()]: getattr(record, item.name) for item in dataclasses.fields(record)}
