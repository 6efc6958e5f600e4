"""Whom a pronoun or a title alone means."""

import pytest

from analysis.articles import Article
from analysis.coreference import References, institute_words, is_institute
from analysis.entities import find_mentions
from analysis.language import load_pipeline
from analysis.settings import Settings


@pytest.mark.parametrize(
    ("text", "word", "antecedent"),
    [
        ("French Foreign Minister Anne Petit flew to Oslo. She said talks would go on.", "She", "Anne Petit"),
        ("The Kremlin published a note. It rejected the report.", "It", "Kremlin"),
        ("It is raining in Paris.", "It", None),  # nobody: the weather
        ("Anna Berg met Maria Holm. Later she left.", "she", "Anna Berg"),
        (
            "The Nordic Institute for Peace wrote a study. The analysts fear a war.",
            "analysts",
            "The Nordic Institute for Peace",
        ),
        # two institutes, or another country's people
        (
            "The Nordic Institute for Peace met the Centre for Conflict Studies. The analysts fear a war.",
            "analysts",
            None,
        ),
        ("The Nordic Institute for Peace wrote a study. The Russian analysts fear a war.", "analysts", None),
        # of two ministers the nearer, unless another bears the title with its modifier, or its state, or comes after
        ("Foreign Minister Anna Berg met Defence Minister Ida Holm. Later the minister left.", "minister", "Ida Holm"),
        ("Foreign Minister Anna Berg met Energy Minister Ida Holm. Later the foreign minister left.", "minister",
         "Anna Berg"),
        ("French Minister Anna Berg met Danish Minister Ida Holm. Later the French minister left.", "minister",
         "Anna Berg"),
        ("Foreign Minister Anna Berg flew home. Later the minister rang Energy Minister Ida Holm.", "minister",
         "Anna Berg"),
        # a like title, where nobody bears the same
        ("President Anna Berg met Energy Minister Ida Holm. Later the leader left.", "leader", "Anna Berg"),
    ],
)  # fmt: skip
def test_a_word_means_who_was_named_before_or_stays_open(text: str, word: str, antecedent: str | None) -> None:
    doc = load_pipeline(Settings().model)(text)
    references = References(doc, find_mentions(Article("a", text), doc))
    found = references.resolve(next(token for token in doc if token.text == word))
    assert (found.antecedent.text if found else None) == antecedent


@pytest.mark.parametrize(
    ("entity_id", "expected"),
    [
        ("organisation:nordic-institute-for-peace", True),
        ("organisation:council-on-foreign-relations", True),
        ("organisation:oslo-city-council", False),  # only `Council on` studies
        ("organisation:watchmakers-union", False),  # part of a word
        ("person:ann-college", False),
    ],
)
def test_which_bodies_study(entity_id: str, expected: bool) -> None:
    assert is_institute(entity_id) == expected


def test_the_words_of_institutes_stand_as_names_write_them() -> None:
    assert {"Institute", "Council on", "Think Tank"} <= set(institute_words())
