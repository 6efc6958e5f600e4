"""The seeds, table by table, as they were last read and found right.

A change of a golden file is a change of what people see: `python -m tests.test_golden` writes them anew, and the commit
says why.
"""

from pathlib import Path

import pandas as pd
import pytest

from analysis import Results, analyse, read_corpus
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    COVERAGE,
    DISCREPANCIES,
    MENTIONS,
    ORIGINS,
    REMOVALS,
    RESPONSES,
    STATEMENTS,
    Table,
)
from tests.conftest import ROOT, SEEDS

FOLDER = ROOT / "tests" / "golden"
GOLDEN: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (REMOVALS, ("document_id", "start_char", "rule_id", "text")),
    (MENTIONS, ("document_id", "start_char", "text", "entity", "kind", "country_code", "is_acting", "rule_id")),
    (ACTORS, ("entity", "entity_type", "country_code", "variants", "n_mentions", "n_documents")),
    (STATEMENTS, ("document_id", "speaker", "source_type", "country_code", "cue", "form", "act", "content")),
    (RESPONSES, ("document_id", "country_code", "act", "actor", "target_code", "polarity", "rule_id", "evidence")),
    (COVERAGE, ("country_code", "document_id", "state", "acts")),
    (DISCREPANCIES, ("kind", "question", "country_code", "text_a", "value_a", "text_b", "value_b", "reason")),
    (ORIGINS, ("origin", "kind", "document_id", "start_char")),
    (AGREEMENT, ("status", "n_outlets", "n_origins", "outlets", "claim")),
)
"""Tables and the columns that people read; keys and scores are left to other tests."""


def path_of(table: Table) -> Path:
    return FOLDER / f"{table.name}.csv"


def shown(results: Results, table: Table, columns: tuple[str, ...]) -> str:
    frame: pd.DataFrame = results[table][list(columns)]
    return frame.to_csv(index=False, lineterminator="\n")


@pytest.mark.parametrize(("table", "columns"), GOLDEN, ids=[table.name for table, _ in GOLDEN])
def test_the_seeds_read_as_before(seeds_results: Results, table: Table, columns: tuple[str, ...]) -> None:
    expected = path_of(table).read_text(encoding="utf-8")
    assert shown(seeds_results, table, columns).splitlines() == expected.splitlines()


def main() -> None:
    """Write every golden file from the seeds."""
    results = analyse(read_corpus(SEEDS))
    FOLDER.mkdir(exist_ok=True)
    for table, columns in GOLDEN:
        path_of(table).write_text(shown(results, table, columns), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
