"""Tables: what a stage hands on has exactly the declared columns, types and keys."""

import pandas as pd
import pytest

from analysis import records
from analysis.columns import Col
from analysis.errors import TableError
from analysis.tables import MENTIONS, PROBLEMS, RESPONSES, STATEMENTS, TABLES, Table


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_empty_table_has_every_column_with_its_type(table: Table) -> None:
    empty = table.empty()
    assert list(empty.columns) == [str(column) for column in table.columns]
    for column in table.columns:
        assert str(empty[column].dtype).lower().startswith({"string": "str"}.get(column.dtype, column.dtype.lower()))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_key_is_made_of_the_tables_own_columns(table: Table) -> None:
    assert table.key
    assert set(table.key) <= set(table.columns)
    assert len(set(table.columns)) == len(table.columns)


def test_missing_text_is_empty_and_missing_number_is_unknown() -> None:
    row = MENTIONS.frame([{Col.DOCUMENT_ID: "a", Col.START_CHAR: 1, Col.END_CHAR: 4}]).iloc[0]
    assert row[Col.COUNTRY_CODE] == ""
    assert pd.isna(row[Col.SENTENCE_INDEX])
    assert pd.isna(row[Col.IS_ACTING])  # not looked at is not the same as no


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda frame: frame.drop(columns="reason"), "reason"),
        (lambda frame: frame.assign(extra=1), "extra"),
        (lambda frame: pd.concat([frame, frame]), "two rows have the key"),
    ],
)
def test_a_frame_that_does_not_fit_is_refused_by_name(change, words: str) -> None:
    frame = PROBLEMS.frame([{Col.INPUT: "a.txt", Col.STAGE: "reading", Col.REASON: "empty"}])
    with pytest.raises(TableError, match=words):
        PROBLEMS.conform(change(frame))


def test_a_value_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(TableError, match="start_char"):
        MENTIONS.frame([{Col.DOCUMENT_ID: "a", Col.START_CHAR: "first", Col.END_CHAR: 4}])


@pytest.mark.parametrize(
    ("record", "table"),
    [(records.Mention, MENTIONS), (records.Statement, STATEMENTS), (records.Response, RESPONSES)],
)
def test_a_record_has_the_columns_of_its_table(record, table: Table) -> None:
    assert set(record.__dataclass_fields__) == {str(column) for column in table.columns}


@pytest.mark.parametrize("column", Col, ids=str)
def test_every_column_says_what_it_means(column: Col) -> None:
    assert column.label
    assert column.meaning
    if column.endswith("_char"):
        assert column.unit == "code points"
