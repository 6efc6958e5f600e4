"""A name is never read in another direction than it is written; passages stay as published."""

import pytest

from analysis.briefing.text import plain
from analysis.directions import NAMES, with_steady_names, without_turns
from analysis.tables import DOCUMENTS, TABLES
from dashboard.charts.marks import label
from tests import factories
from tests.hostile_event import ENDLESS, TURNED, hostile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TURNED, "�evitaN� Post"),
        ("\u2067עברית\u2069", "�עברית�"),
        ("עברית\u200f!", "עברית\u200f!"),  # a mark without a scope turns nothing else round
        ("Plain", "Plain"),
    ],
)
def test_turns_are_seen_and_keep_the_length(text: str, expected: str) -> None:
    assert without_turns(text) == expected == plain(text)


def test_names_of_every_table_are_steady_and_texts_as_published() -> None:
    results = hostile()
    steady = with_steady_names(results)
    for table in TABLES:
        for column in NAMES:
            if column in table.columns:
                assert not steady[table][column].str.contains("[\u202a-\u202e]", regex=True, na=False).any()
    assert list(steady[DOCUMENTS]["text"]) == list(results[DOCUMENTS]["text"])
    assert with_steady_names(factories.sample())[DOCUMENTS] is not None


def test_an_endless_word_is_cut_into_lines() -> None:
    lines = label(ENDLESS, width=12, lines=3).split("<br>")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 20
    assert label("Telecommunications", width=11) == "Telecommunications"[:16] + "<br>" + "Telecommunications"[16:]
    assert label("Bloomberg via Yahoo", width=11) == "Bloomberg<br>via Yahoo"
