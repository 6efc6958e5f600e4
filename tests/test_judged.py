"""The tables of passages judged by reading are whole."""

import csv

import pytest

from tests.conftest import ROOT

VERDICTS = {"right", "wrong", "disputed"}


def judged(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "judged" / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize(
    "name", ["claims", "claims_second_draw", "discrepancies", "held_out_claims", "held_out_discrepancies"]
)
def test_every_row_names_two_articles_and_a_verdict(name: str) -> None:
    rows = judged(name)
    assert len(rows) >= 15
    for row in rows:
        assert row["verdict"] in VERDICTS
        assert row["second_verdict"] in VERDICTS | {""}
        assert row["document_id_a"] != row["document_id_b"]
        assert row["text_a"].strip()
        assert row["text_b"].strip()
