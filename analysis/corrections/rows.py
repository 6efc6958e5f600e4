"""Corrections of responses, claims and discrepancies, and rows marked as checked."""

from typing import Any

from analysis.columns import Col
from analysis.corrections.actors import Touched
from analysis.corrections.records import Correction
from analysis.corrections.targets import Tables, find_actor, find_row
from analysis.tables import ACTORS, AGREEMENT, CLAIMS, DISCREPANCIES, RESPONSES, Table

_CHECKED: dict[str, Table] = {table.name: table for table in (ACTORS, RESPONSES, CLAIMS, DISCREPANCIES)}
PARTED = "claim:parted:"
"""Start of the key of a claim that an analyst made of one passage."""


def change_response(tables: Tables, correction: Correction) -> Touched:
    """Another country, act, target or polarity for a response."""
    row_id = find_row(tables, RESPONSES, correction.target)
    if not row_id:
        return []
    frame = tables[RESPONSES.name].copy()
    for name, value in correction.after.items():
        frame.loc[frame[Col.RESPONSE_ID] == row_id, name] = value
    tables[RESPONSES.name] = frame
    return [(RESPONSES, row_id)]


def dismiss_response(tables: Tables, correction: Correction) -> Touched:
    """Take a response out: the passage reports none."""
    return _dismiss(tables, RESPONSES, correction)


def dismiss_discrepancy(tables: Tables, correction: Correction) -> Touched:
    """Take a discrepancy out: both passages can hold."""
    return _dismiss(tables, DISCREPANCIES, correction)


def dismiss_claim(tables: Tables, correction: Correction) -> Touched:
    """Take a passage out of the claims, with the discrepancies that stand on it."""
    touched = _dismiss(tables, CLAIMS, correction)
    if touched:
        ((document_id, _, start, end),) = correction.target["passages"]
        frame = tables[DISCREPANCIES.name]
        on_it = [
            (frame[doc] == document_id) & (frame[first] == start) & (frame[last] == end)
            for doc, first, last in (
                (Col.DOCUMENT_ID_A, Col.START_CHAR_A, Col.END_CHAR_A),
                (Col.DOCUMENT_ID_B, Col.START_CHAR_B, Col.END_CHAR_B),
            )
        ]
        tables[DISCREPANCIES.name] = frame.loc[~(on_it[0] | on_it[1])].reset_index(drop=True)
    return touched


def join_claims(tables: Tables, correction: Correction) -> Touched:
    """Make the claims of two passages one claim, under the key of the second."""
    first, second = (find_row(tables, CLAIMS, {"passages": [place]}) for place in _pair(correction))
    if not first or not second:
        return []
    frame = tables[CLAIMS.name].copy()
    groups = dict(zip(frame[Col.CLAIM_ID], frame[Col.GROUP_ID], strict=True))
    joined = frame[Col.GROUP_ID] == groups[first]
    frame.loc[joined, Col.GROUP_ID] = groups[second]
    tables[CLAIMS.name] = frame
    _regroup_discrepancies(tables)
    return [(AGREEMENT, groups[second]), *((CLAIMS, str(row_id)) for row_id in frame.loc[joined, Col.CLAIM_ID])]


def part_claim(tables: Tables, correction: Correction) -> Touched:
    """Make a passage a claim of its own."""
    row_id = find_row(tables, CLAIMS, correction.target)
    if not row_id:
        return []
    frame = tables[CLAIMS.name].copy()
    group = PARTED + row_id
    frame.loc[frame[Col.CLAIM_ID] == row_id, Col.GROUP_ID] = group
    tables[CLAIMS.name] = frame
    _regroup_discrepancies(tables)
    return [(CLAIMS, row_id), (AGREEMENT, group)]


def check(tables: Tables, correction: Correction) -> Touched:
    """Change nothing: an analyst looked at the row and found it right."""
    table = _CHECKED.get(str(correction.target.get("table")))
    if table is None:
        return []
    if table is ACTORS:
        key = find_actor(tables, correction.target)
        return [(ACTORS, key)] if key else []
    row_id = find_row(tables, table, correction.target)
    return [(table, row_id)] if row_id else []


def _dismiss(tables: Tables, table: Table, correction: Correction) -> Touched:
    row_id = find_row(tables, table, correction.target)
    if not row_id:
        return []
    frame = tables[table.name]
    tables[table.name] = frame.loc[frame[table.key[0]] != row_id].reset_index(drop=True)
    return [(table, row_id)]


def _pair(correction: Correction) -> tuple[Any, Any]:
    (first,), (second,) = correction.target["passages"], correction.after["passages"]
    return first, second


def _regroup_discrepancies(tables: Tables) -> None:
    """A discrepancy belongs to a claim when both of its passages do."""
    claims, frame = tables[CLAIMS.name], tables[DISCREPANCIES.name].copy()
    places = claims[[Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR]].itertuples(index=False, name=None)
    groups = dict(zip(places, claims[Col.GROUP_ID], strict=True))
    sides = [
        [groups.get(place, "") for place in frame[list(columns)].itertuples(index=False, name=None)]
        for columns in (
            (Col.DOCUMENT_ID_A, Col.START_CHAR_A, Col.END_CHAR_A),
            (Col.DOCUMENT_ID_B, Col.START_CHAR_B, Col.END_CHAR_B),
        )
    ]
    frame[Col.GROUP_ID] = [a if a == b else "" for a, b in zip(*sides, strict=True)]
    tables[DISCREPANCIES.name] = DISCREPANCIES.conform(frame)
