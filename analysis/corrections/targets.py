"""Finding again what a correction is about, after a new analysis and among new articles."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.errors import CorrectionError
from analysis.tables import ACTORS, AGREEMENT, CLAIMS, DISCREPANCIES, DOCUMENTS, RESPONSES, Table

SEPARATOR = " | "
"""Between the spellings in ACTORS."""
Tables = dict[str, pd.DataFrame]
"""A working copy of a run's tables by name; rules put new frames in and never change a frame in place."""

_PLACES: Mapping[Table, tuple[tuple[Col, Col, Col], ...]] = {
    RESPONSES: ((Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR),),
    CLAIMS: ((Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR),),
    DISCREPANCIES: (
        (Col.DOCUMENT_ID_A, Col.START_CHAR_A, Col.END_CHAR_A),
        (Col.DOCUMENT_ID_B, Col.START_CHAR_B, Col.END_CHAR_B),
    ),
}
"""The passages that a row of each table stands on."""
_TRAITS: Mapping[Table, tuple[Col, ...]] = {
    RESPONSES: (Col.RESPONSE_ID, Col.COUNTRY_CODE, Col.ACT),
    CLAIMS: (Col.CLAIM_ID,),
    DISCREPANCIES: (Col.DISCREPANCY_ID, Col.KIND),
}
"""What tells rows of one passage apart; the more of it a row still has, the more surely it is the row meant."""


def find_actor(tables: Mapping[str, pd.DataFrame], target: Mapping[str, Any]) -> str:
    """Key of the actor that a target names; empty where there is none any more.

    An actor's key follows from its fullest name, which a new article may give. Then the one actor is meant that has
    most of the spellings that it had when it was corrected; of two that share them equally, none.
    """
    actors = tables[ACTORS.name]
    if (actors[Col.ENTITY_ID] == target["entity_id"]).any():
        return str(target["entity_id"])
    spellings = set(target.get("variants", ()))
    shared = [len(spellings & set(str(variants).split(SEPARATOR))) for variants in actors[Col.VARIANTS]]
    most = max(shared, default=0)
    return str(actors[Col.ENTITY_ID].iloc[shared.index(most)]) if most and shared.count(most) == 1 else ""


def row_target(tables: Mapping[str, pd.DataFrame], table: Table, row_id: str) -> dict[str, Any]:
    """The lasting description of a row: the passages it stands on and what told it from others there.

    A claim (AGREEMENT) is described by the passage that opens its group.

    Raises:
        CorrectionError: there is no such row.
    """
    if table is AGREEMENT:
        claims = tables[CLAIMS.name]
        members = claims.loc[claims[Col.GROUP_ID] == row_id, Col.CLAIM_ID]
        return row_target(tables, CLAIMS, members.iloc[0] if len(members) else row_id)
    row = row_of_key(tables, table, row_id)
    shas = dict(zip(tables[DOCUMENTS.name][Col.DOCUMENT_ID], tables[DOCUMENTS.name][Col.SHA256], strict=True))
    passages = [[row[doc], shas[row[doc]], int(row[start]), int(row[end])] for doc, start, end in _PLACES[table]]
    return {"passages": passages, **{str(trait): row[trait] for trait in _TRAITS[table]}}


def row_of_key(tables: Mapping[str, pd.DataFrame], table: Table, row_id: str) -> "pd.Series[Any]":
    """The row of a table whose key is one column.

    Raises:
        CorrectionError: there is none.
    """
    frame = tables[table.name]
    found = frame.loc[frame[table.key[0]] == row_id]
    if found.empty:
        raise CorrectionError(f"There is no row {row_id!r} in the table {table.name}.")
    return found.iloc[0]


def find_row(tables: Mapping[str, pd.DataFrame], table: Table, target: Mapping[str, Any]) -> str:
    """Key of the row that a target describes; empty where nothing stands on its passages any more.

    Of several rows on the passages the one that kept most of what told it apart is meant, the first of equals.
    """
    frame, documents = tables[table.name], tables[DOCUMENTS.name]
    shas = dict(zip(documents[Col.DOCUMENT_ID], documents[Col.SHA256], strict=True))
    matches = pd.Series(True, index=frame.index)
    for (doc, start, end), (document_id, sha256, first, last) in zip(_PLACES[table], target["passages"], strict=True):
        if shas.get(document_id) != sha256:
            return ""
        matches &= (frame[doc] == document_id) & (frame[start] == first) & (frame[end] == last)
    candidates = frame.loc[matches]
    best, most = "", -1
    for key, *traits in candidates[[table.key[0], *_TRAITS[table]]].itertuples(index=False, name=None):
        kept = sum(value == target.get(str(name)) for name, value in zip(_TRAITS[table], traits, strict=True))
        if kept > most:
            best, most = str(key), kept
    return best
