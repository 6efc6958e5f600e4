"""Passages told with their speakers called by name."""

import pytest

from analysis import Settings
from analysis.articles import Article
from analysis.claims.attributed import attributed
from analysis.columns import Col
from analysis.comparison.passages import Passage
from analysis.pipeline import gather, read_articles
from analysis.tables import CLAIMS


def words_of(text: str) -> list[str]:
    tables = gather(read_articles([Article("a", text)], Settings(), lambda done, total: None))
    claims = tables[CLAIMS.name]
    lines = zip(claims[Col.SIGNATURE], claims[Col.TEXT], strict=True)
    return attributed(claims, [Passage.from_json(str(line), str(shown)) for line, shown in lines], tables)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Foreign Minister Anna Berg met reporters in Oslo. She said that Norway would close the strait on Friday.",
            "Anna Berg said that Norway would close the strait on Friday.",
        ),
        (
            'Foreign Minister Anna Berg met reporters in Oslo. "Norway is going to close the strait on Friday," '
            'the minister said. "The pilots have been told to stay in their harbours."',
            'Anna Berg: "The pilots have been told to stay in their harbours."',
        ),
        # who is named in the passage is not named twice
        ("Anna Berg said that Norway would close the strait on Friday.",) * 2,
        # and where nobody speaks all stays as it is
        ("The freighter left the harbour of Bergen on Friday morning.",) * 2,
    ],
)
def test_speakers_are_called_by_name(text: str, told: str) -> None:
    assert told in words_of(text)


def test_a_passage_that_takes_its_subject_over_names_its_speaker_too() -> None:
    text = (
        "Foreign Minister Anna Berg met reporters in Oslo. He who knows the strait knows its currents, she said, "
        "and she added that Norway would send two pilots to every ship."
    )
    assert any("Anna Berg" in words and "two pilots" in words for words in words_of(text))
