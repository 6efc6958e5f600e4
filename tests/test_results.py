"""Results: written whole, read back equal, the same bytes for the same input."""

from pathlib import Path

import pandas as pd
import pytest

from analysis import Results, Settings, analyse, read_corpus
from analysis.errors import InputError, SettingsError
from analysis.results import FORMATS, records
from analysis.tables import TABLES
from tests.conftest import SEEDS


def test_parquet_is_read_back_as_it_was(seeds_results: Results, tmp_path: Path) -> None:
    seeds_results.write(tmp_path)
    again = Results.read(tmp_path)
    assert again.fingerprint == seeds_results.fingerprint
    for table in TABLES:
        pd.testing.assert_frame_equal(again[table], seeds_results[table])


@pytest.fixture(scope="session")
def seeds_again() -> Results:
    return analyse(read_corpus(SEEDS))


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_input_gives_the_same_bytes(
    seeds_results: Results, seeds_again: Results, tmp_path: Path, file_format: str
) -> None:
    seeds_results.write(tmp_path / "a", file_format)
    seeds_again.write(tmp_path / "b", file_format)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(names) == len(TABLES) + 1
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_records_are_plain_python_and_nothing_where_nothing_is_known() -> None:
    columns = {
        "text": pd.Series(["a", None], dtype="str"),
        "count": pd.Series([3, None], dtype="Int64"),
        "share": pd.Series([0.5, None], dtype="float64"),
        "known": pd.Series([True, None], dtype="boolean"),
        "rank": pd.Series([1, 2], dtype="int64"),
    }
    first, second = records(pd.DataFrame(columns))
    assert first == {"text": "a", "count": 3, "share": 0.5, "known": True, "rank": 1}
    assert {type(value) for value in first.values()} == {str, int, float, bool}
    assert second == {"text": None, "count": None, "share": None, "known": None, "rank": 2}
    assert records(pd.DataFrame(columns).head(0)) == []


def test_an_unknown_format_names_those_accepted(seeds_results: Results, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"'xml' is not known; accepted are jsonl, csv, parquet"):
        seeds_results.write(tmp_path, "xml")


def test_half_a_run_is_not_read(seeds_results: Results, tmp_path: Path) -> None:
    seeds_results.write(tmp_path)
    (tmp_path / "claims.parquet").unlink()
    with pytest.raises(InputError, match="holds no complete run"):
        Results.read(tmp_path)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"batch_size": 0}, "accepted is 1 to 1000"),
        ({"batch_size": "many"}, "type int"),
        ({"no_such": 1}, r"Unknown settings \['no_such'\]"),
    ],
)
def test_a_bad_setting_names_the_value_and_the_range(values: dict, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.from_dict(values)


def test_every_row_points_into_its_article(seeds_results: Results) -> None:
    texts = seeds_results.tables["documents"].set_index("document_id")["text"]
    for table in TABLES:
        columns = {str(column) for column in table.columns}
        if {"document_id", "start_char", "end_char"} <= columns and columns & {"text", "evidence"}:
            written = "evidence" if "evidence" in columns else "text"
            for row in seeds_results[table].to_dict("records"):
                assert texts[row["document_id"]][row["start_char"] : row["end_char"]] == row[written], table.name
