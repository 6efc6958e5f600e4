"""Tables on the screen say names and not codes, and lose no row."""

import pandas as pd
import pytest

from analysis import summaries
from analysis.tables import ACTORS, DOCUMENTS
from dashboard.readable import readable
from tests import factories

SAMPLE = factories.sample()


def test_acts_and_countries_are_named() -> None:
    frame = pd.DataFrame({"country_code": ["FRA", ""], "act": ["NO_STATEMENT", "DENY"], "acts": ["DENY | AID", ""]})
    shown = readable(frame)
    assert shown["country_code"].tolist() == ["France", ""]
    assert shown["act"].tolist() == ["no statement", "deny"]
    assert shown["acts"].tolist() == ["deny, aid", ""]


def test_dates_are_written_as_people_say_them() -> None:
    frame = pd.DataFrame({"when": ["??-01", "??-10-08 | Saturday", "2023-02-04", ""]})
    assert readable(frame)["when"].tolist() == ["January", "October 8, Saturday", "2023-02-04", ""]


def test_a_code_that_its_name_tells_is_left_out() -> None:
    assert list(readable(summaries.dyads(SAMPLE)).columns)[:2] == ["country", "target"]


def test_keys_come_last_and_empty_columns_go() -> None:
    actors = readable(SAMPLE[ACTORS])
    assert next(iter(actors.columns)) == "entity"
    assert list(actors.columns)[-1] == "entity_id"
    documents = readable(SAMPLE[DOCUMENTS].assign(title=""))
    assert "title" not in documents
    assert len(documents) == len(SAMPLE[DOCUMENTS])


@pytest.mark.parametrize("name", [name for name in summaries.__all__ if not name.startswith(("evidence", "pair"))])
@pytest.mark.parametrize("results", [SAMPLE, factories.empty()], ids=["sample", "empty"])
def test_no_row_is_lost(name: str, results: object) -> None:
    frame = getattr(summaries, name)(results)
    assert len(readable(frame)) == len(frame)
