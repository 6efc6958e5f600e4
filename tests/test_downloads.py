"""CSV files: they say what they show, open in a spreadsheet and run nothing."""

import csv
import io

import pandas as pd
import pytest

from analysis.filters import Filters
from dashboard.downloads import csv_file, file_name
from dashboard.view import View
from tests import factories

VIEW = View.of(factories.sample(), Filters(countries=("NOR",)))


def rows(frame: pd.DataFrame) -> list[list[str]]:
    data = csv_file(frame, "Who said what?", VIEW)
    assert data.startswith(b"\xef\xbb\xbf")  # or a spreadsheet reads Türkiye as TÃ¼rkiye
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start: str) -> None:
    table = rows(pd.DataFrame({"outlet": [f"{start}cmd|'/C calc'!A0"], "n": [-3]}))
    assert table[-1][0].startswith("'")
    assert table[-1][1] == "-3"  # a number is no formula


def test_head_names_filters_and_sources() -> None:
    head = [row[0] for row in rows(pd.DataFrame({"n": [1]})) if row[0].startswith("#")]
    assert head[0] == "# Readout: Who said what?"
    assert head[1] == "# Shown: Only country Norway."
    assert [line for line in head if "Source" in line and "=Wire & Co" in line]
    assert head[-1] == f"# Run: {VIEW.run.fingerprint}"


def test_file_is_read_back_by_pandas() -> None:
    frame = pd.DataFrame({"name": ["Türkiye, the", 'a "quoted" one\nover two lines'], "n": [1, 2]})
    data = io.BytesIO(csv_file(frame, "Names", VIEW))
    assert pd.read_csv(data, comment="#").values.tolist() == frame.values.tolist()


def test_unknown_values_are_empty() -> None:
    assert rows(pd.DataFrame({"a": ["x"], "n": pd.array([None], dtype="Int64")}))[-1] == ["x", ""]


def test_file_name_is_plain() -> None:
    assert file_name("Outlet pairs: claims/../x", ".csv") == "readout-outlet-pairs-claims-x.csv"
