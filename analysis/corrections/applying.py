"""Corrections laid over results: in the order they were made, everywhere at once, and said in REVIEWS."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from analysis.columns import Col
from analysis.corrections import actors, rows
from analysis.corrections.actors import Touched
from analysis.corrections.records import Correction
from analysis.corrections.targets import Tables
from analysis.pipeline import recount
from analysis.results import Results
from analysis.tables import ACTORS, MENTIONS, RESPONSES, REVIEWS, STATEMENTS, Row, Table

RULES: Mapping[str, Callable[[Tables, Correction], Touched]] = {
    "rename_actor": actors.rename_actor,
    "merge_actors": actors.merge_actors,
    "split_actor": actors.split_actor,
    "retype_actor": actors.retype_actor,
    "delete_actor": actors.delete_actor,
    "move_actor": actors.move_actor,
    "change_response": rows.change_response,
    "dismiss_response": rows.dismiss_response,
    "join_claims": rows.join_claims,
    "part_claim": rows.part_claim,
    "dismiss_claim": rows.dismiss_claim,
    "dismiss_discrepancy": rows.dismiss_discrepancy,
    "check": rows.check,
}
"""What each kind of correction does to the tables."""
MACHINE, CHECKED, CORRECTED, NOT_FOUND = "machine", "checked", "corrected", "not found"


def correct(results: Results, corrections: Sequence[Correction]) -> Results:
    """The results with the corrections applied.

    Args:
        results: As the analysis made them; they are not changed.
        corrections: In the order they were made. One that finds nothing any more, because its article was taken out or
            the analysis now sees it otherwise, changes nothing and is listed in REVIEWS as not found.

    Returns:
        Results whose counts, coverage and agreement follow from the corrected rows; the same results when there are no
        corrections.
    """
    if not corrections:
        return results
    tables: Tables = dict(results.tables)
    reviews: list[Row] = []
    for made in corrections:
        tables, touched = _applied(tables, made)
        reviews += _reviews(made, touched)
    tables[REVIEWS.name] = REVIEWS.frame(reviews)
    recount(tables, results.settings)
    return Results(tables, results.settings, {**results.provenance, "corrections": _digest(corrections)})


def _applied(tables: Tables, made: Correction) -> tuple[Tables, Touched]:
    """The tables after one correction; unchanged where it lacks what its kind needs, as one from a damaged file may."""
    changed = dict(tables)
    try:
        return changed, RULES[made.kind](changed, made)
    except (KeyError, TypeError, ValueError, AttributeError):
        return tables, []


def review_of(results: Results, table: Table) -> "pd.Series[str]":
    """For each row of a table whether the machine made it, an analyst checked it or corrected it.

    A mention, statement or response also counts as corrected when its actor was.
    """
    frame, reviews = results[table], results[REVIEWS]
    found = pd.Series(MACHINE, index=frame.index, dtype="string")
    for key_table, column in ((table, table.key[0]), *_ACTOR_OF.get(table.name, ())):
        of_table = reviews.loc[reviews[Col.IN_TABLE] == key_table.name]
        for state in (CHECKED, CORRECTED):
            ids = of_table.loc[of_table[Col.REVIEW] == state, Col.ROW_ID]
            if key_table is table or state == CORRECTED:
                found = found.mask(frame[column].isin(ids), state)
    return found


_ACTOR_OF: Mapping[str, tuple[tuple[Table, Col], ...]] = {
    MENTIONS.name: ((ACTORS, Col.ENTITY_ID),),
    STATEMENTS.name: ((ACTORS, Col.SPEAKER_ENTITY_ID),),
    RESPONSES.name: ((ACTORS, Col.ACTOR_ENTITY_ID),),
}


def _reviews(made: Correction, touched: Touched) -> Iterator[Row]:
    state = NOT_FOUND if not touched else CHECKED if made.kind == "check" else CORRECTED
    for table, row_id in dict.fromkeys((table.name, row_id) for table, row_id in touched) or [("", "")]:
        yield {
            Col.CORRECTION_ID: made.correction_id,
            Col.IN_TABLE: table,
            Col.ROW_ID: row_id,
            Col.REVIEW: state,
            Col.KIND: made.kind,
            Col.BEFORE: _in_words(made.before),
            Col.AFTER: _in_words(made.after),
            Col.REASON: made.why,
            Col.MADE_AT: made.made_at,
        }


def _in_words(values: Mapping[str, object]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in sorted(values.items()) if name != "passages")


def _digest(corrections: Sequence[Correction]) -> str:
    text = json.dumps([made.to_dict() for made in corrections], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
