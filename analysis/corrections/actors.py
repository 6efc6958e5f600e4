"""Corrections of actors: rename, merge, split, retype, delete, another country."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.corrections.records import Correction
from analysis.corrections.targets import Tables, find_actor
from analysis.tables import ACTORS, MENTIONS, RESPONSES, STATEMENTS, Table

Touched = list[tuple[Table, str]]
"""The rows that a correction changed; none where it found nothing to change."""

_LINKS = (
    (STATEMENTS, Col.SPEAKER_ENTITY_ID),
    (RESPONSES, Col.ACTOR_ENTITY_ID),
)
"""Where else an actor's key stands."""


def rename_actor(tables: Tables, correction: Correction) -> Touched:
    """Show the actor under another name; its key stays, so that later corrections find it."""
    return _change(tables, correction, {Col.ENTITY: correction.after["entity"]})


def retype_actor(tables: Tables, correction: Correction) -> Touched:
    """Person, organisation, country, bloc or place."""
    return _change(tables, correction, {Col.ENTITY_TYPE: correction.after["entity_type"]})


def move_actor(tables: Tables, correction: Correction) -> Touched:
    """Give the actor another country, and with it everything that the actor said and did."""
    code = correction.after["country_code"]
    touched = _change(tables, correction, {Col.COUNTRY_CODE: code})
    return touched + (_follow(tables, touched[0][1], code) if touched else [])


def merge_actors(tables: Tables, correction: Correction) -> Touched:
    """Count one actor's mentions, statements and responses for another."""
    gone, kept = find_actor(tables, correction.target), find_actor(tables, correction.after)
    if not gone or not kept or gone == kept:
        return []
    into = tables[ACTORS.name].loc[tables[ACTORS.name][Col.ENTITY_ID] == kept]
    identity = {name: into.iloc[0][name] for name in (Col.ENTITY, Col.ENTITY_TYPE, Col.COUNTRY_CODE)}
    _set(tables, MENTIONS, Col.ENTITY_ID, gone, {**identity, Col.ENTITY_ID: kept})
    touched: Touched = [(ACTORS, kept)]
    if identity[Col.COUNTRY_CODE]:
        touched += _follow(tables, gone, str(identity[Col.COUNTRY_CODE]))
    for table, column in _LINKS:
        _set(tables, table, column, gone, {column: kept})
    _recount(tables, gone, kept)
    return touched


def split_actor(tables: Tables, correction: Correction) -> Touched:
    """Make the mentions written in certain ways an actor of their own, in new articles too."""
    key, new = find_actor(tables, correction.target), correction.after["entity_id"]
    mentions = tables[MENTIONS.name].copy()
    moved = (mentions[Col.ENTITY_ID] == key) & mentions[Col.TEXT].isin(correction.after["variants"])
    if not moved.any():
        return []
    for column in (Col.ENTITY_ID, Col.ENTITY, Col.ENTITY_TYPE, Col.COUNTRY_CODE):
        if str(column) in correction.after:
            mentions.loc[moved, column] = correction.after[str(column)]
    tables[MENTIONS.name] = mentions
    spans = mentions.loc[moved, [Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR]]
    _recount(tables, key, new)
    return [(ACTORS, str(key)), (ACTORS, str(new)), *_speak_for(tables, spans, str(key), str(new))]


def delete_actor(tables: Tables, correction: Correction) -> Touched:
    """Take the actor out: it was no actor. What it was thought to have said stays, without a speaker's key."""
    key = find_actor(tables, correction.target)
    mentions = tables[MENTIONS.name]
    if not (mentions[Col.ENTITY_ID] == key).any():
        return []
    tables[MENTIONS.name] = mentions.loc[mentions[Col.ENTITY_ID] != key].reset_index(drop=True)
    for table, column in _LINKS:
        _set(tables, table, column, key, {column: ""})
    _recount(tables, key)
    return [(ACTORS, key)]


def _change(tables: Tables, correction: Correction, values: Mapping[Col, Any]) -> Touched:
    key = find_actor(tables, correction.target)
    n_found = _set(tables, ACTORS, Col.ENTITY_ID, key, values)
    _set(tables, MENTIONS, Col.ENTITY_ID, key, values)
    return [(ACTORS, str(key))] if n_found else []


def _follow(tables: Tables, key: str, code: str) -> Touched:
    """Move the actor's statements and responses to its country."""
    touched: Touched = []
    for table, column in _LINKS:
        frame = tables[table.name]
        touched += [(table, str(row_id)) for row_id in frame.loc[frame[column] == key, table.key[0]]]
        _set(tables, table, column, key, {Col.COUNTRY_CODE: code})
    return touched


def _speak_for(tables: Tables, spans: pd.DataFrame, key: str, new: str) -> Touched:
    """Hand the statements whose speaker is one of the mentions to the new actor; responses follow their statement."""
    places = set(spans.itertuples(index=False, name=None))
    statements = tables[STATEMENTS.name].copy()
    columns = [Col.DOCUMENT_ID, Col.SPEAKER_START_CHAR, Col.SPEAKER_END_CHAR]
    at = [place in places for place in statements[columns].itertuples(index=False, name=None)]
    moved = pd.Series(at, index=statements.index, dtype=bool) & (statements[Col.SPEAKER_ENTITY_ID] == key)
    statements.loc[moved, Col.SPEAKER_ENTITY_ID] = new
    tables[STATEMENTS.name] = statements
    ids = [str(value) for value in statements.loc[moved, Col.STATEMENT_ID]]
    responses = tables[RESPONSES.name].copy()
    follow = responses[Col.STATEMENT_ID].isin(ids) & (responses[Col.ACTOR_ENTITY_ID] == key)
    responses.loc[follow, Col.ACTOR_ENTITY_ID] = new
    tables[RESPONSES.name] = responses
    return [(STATEMENTS, row_id) for row_id in ids]


def _set(tables: Tables, table: Table, column: Col, key: str, values: Mapping[Col, Any]) -> int:
    """Put values into the rows that have the key in a column; how many there were."""
    frame = tables[table.name].copy()
    found = frame[column] == key
    for name, value in values.items():
        frame.loc[found, name] = value
    tables[table.name] = frame
    return int(found.sum())


def _recount(tables: Tables, *keys: str) -> None:
    """Count the actors anew whose mentions changed; the others keep their rows."""
    actors, mentions = tables[ACTORS.name], tables[MENTIONS.name]
    known = {str(row[Col.ENTITY_ID]): row for _, row in actors.iterrows()}
    rows = [dict(known[key]) for key in known if key not in keys]
    for key in dict.fromkeys(keys):
        group = mentions.loc[mentions[Col.ENTITY_ID] == key]
        if not group.empty:
            rows.append(_counted(key, group, known.get(key)))
    rows.sort(key=lambda row: (-int(row[Col.N_MENTIONS]), str(row[Col.ENTITY_ID])))
    tables[ACTORS.name] = ACTORS.frame(rows)


def _counted(key: str, group: pd.DataFrame, known: "pd.Series[Any] | None") -> dict[Any, Any]:
    spellings = Counter(group[Col.TEXT])
    row = dict(known) if known is not None else {Col.REASON: "split off by a correction"}
    return {
        **row,
        Col.ENTITY_ID: key,
        Col.ENTITY: group[Col.ENTITY].iloc[0],
        Col.ENTITY_TYPE: group[Col.ENTITY_TYPE].iloc[0],
        Col.COUNTRY_CODE: row.get(Col.COUNTRY_CODE) or group[Col.COUNTRY_CODE].iloc[0],
        Col.VARIANTS: " | ".join(sorted(spellings, key=lambda text: (-spellings[text], text))),
        Col.N_MENTIONS: len(group),
        Col.N_DOCUMENTS: group[Col.DOCUMENT_ID].nunique(),
    }
