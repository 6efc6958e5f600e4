"""What a shared word says of two passages: a rare one much, a common one nearly nothing."""

import pytest

from analysis import compare_passages
from analysis.comparison.rarity import rarity, shared_rarity


@pytest.mark.parametrize(
    ("common", "rare"),
    [("the", "bridge"), ("said", "trawler"), ("year", "zaporizhzhia"), ("two", "47"), ("people", "ombudsman")],
)
def test_a_rarer_word_weighs_more(common: str, rare: str) -> None:
    assert 0 <= rarity(common) < rarity(rare) <= 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # one word in two forms
        ("The trawler was boarded.", "Sailors boarded two trawlers."),
        # a figure is shared as it stands
        ("It reached 6.4 on the scale.", "A quake of 6.4"),
    ],
)
def test_shared_words_add_up(a: str, b: str) -> None:
    assert shared_rarity(a, b) == shared_rarity(b, a) > 0.5


def test_nothing_shared_adds_nothing() -> None:
    assert shared_rarity("Bread rose.", "An envoy left.") == 0.0
    assert shared_rarity("", "An envoy left.") == 0.0


def test_rare_words_raise_the_score_of_one_happening() -> None:
    """The same two sentences share the same words but for two: how rare those are is all that differs."""
    first, second = "The {0} left the {1}.", "The {0} was seen near the {1}."
    rare, common = (
        compare_passages(first.format(*words), second.format(*words)).score
        for words in (("trawler", "archipelago"), ("man", "house"))
    )
    assert rare > common
