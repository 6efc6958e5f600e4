"""Who is named, of which state, and whether a place name acts for its government."""

import pytest

from analysis.articles import Article
from analysis.entities import find_mentions
from analysis.language import load_pipeline
from analysis.records import Mention
from analysis.settings import Settings


def mentions_of(text: str) -> list[Mention]:
    """The mentions of a text."""
    return find_mentions(Article("a", text), load_pipeline(Settings().model)(text))


@pytest.mark.parametrize(
    ("text", "name", "code", "is_acting"),
    [
        ("Kyiv said the drill was routine.", "Kyiv", "UKR", True),
        ("The envoys met in Kyiv on Monday.", "Kyiv", "UKR", False),  # the place, not the government
        ("The Kremlin denied the report.", "Kremlin", "RUS", True),
    ],
)
def test_a_seat_of_government_acts_or_is_a_place(text: str, name: str, code: str, is_acting: bool) -> None:
    found = [mention for mention in mentions_of(text) if mention.text == name]
    assert [(mention.country_code, mention.is_acting) for mention in found] == [(code, is_acting)]
