"""One key per actor across articles, whatever the spelling; two people of one surname stay two."""

import pandas as pd
import pytest

from analysis.columns import Col
from analysis.entities import actor_keys, merge_actors, rekey
from analysis.gazetteer import entity_id
from analysis.tables import MENTIONS

Named = tuple[str, str, str]
"""document_id, a person's name as its article has it, country code."""


def mentions_of(named: list[Named]) -> pd.DataFrame:
    """MENTIONS with one row per naming."""
    return MENTIONS.frame(
        {
            Col.DOCUMENT_ID: document,
            Col.START_CHAR: 100 * position,
            Col.END_CHAR: 100 * position + len(name),
            Col.TEXT: name,
            Col.ENTITY_ID: entity_id("person", name),
            Col.ENTITY: name,
            Col.ENTITY_TYPE: "person",
            Col.KIND: "person",
            Col.COUNTRY_CODE: code,
        }
        for position, (document, name, code) in enumerate(named)
    )


@pytest.mark.parametrize(
    ("named", "actors"),
    [
        ([("a", "Sergei Shoigu", "RUS"), ("b", "Sergey Shoygu", "RUS")], 1),  # two romanisations
        ([("a", "Volodymyr Zelensky", "UKR"), ("b", "Volodymyr Zelenskyy", ""), ("c", "Zelenskiy", "")], 1),
        ([("a", "James B. Comey", "USA"), ("b", "James Comey", ""), ("c", "J. Comey", "")], 1),  # initials
        ([("a", "Kim Jong Un", "PRK"), ("b", "Kim Jong-un", "PRK")], 1),  # a hyphen
        ([("a", "Ben Wallace", "GBR"), ("b", "Wallace", "")], 1),  # a surname alone has one owner
        ([("a", "Ben Wallace", "GBR"), ("b", "Marcia Wallace", "USA"), ("c", "Wallace", "")], 3),  # or two: kept apart
        ([("a", "Jan Novak", "CZE"), ("b", "Petr Novak", "CZE")], 2),  # given names speak against it
        ([("a", "Ivan Petrov", "RUS"), ("b", "I. Petrov", "BGR")], 2),  # states speak against it
    ],
)
def test_people_are_joined_across_spellings(named: list[Named], actors: int) -> None:
    _, table = merge_actors(mentions_of(named))
    assert len(table) == actors


def test_the_order_of_articles_does_not_matter() -> None:
    named = [("a", "Sergei Shoigu", "RUS"), ("b", "Sergey Shoigu", ""), ("c", "Shoigu", ""), ("d", "Anna Shoigu", "")]
    forward, backward = (merge_actors(mentions_of(order))[1] for order in (named, named[::-1]))
    assert forward[[Col.ENTITY_ID, Col.VARIANTS]].equals(backward[[Col.ENTITY_ID, Col.VARIANTS]])


def test_a_state_that_one_article_gives_holds_in_all() -> None:
    merged, _ = merge_actors(mentions_of([("a", "Ben Wallace", "GBR"), ("b", "Ben Wallace", "")]))
    assert list(merged[Col.COUNTRY_CODE]) == ["GBR", "GBR"]


def test_other_tables_follow_the_merged_keys() -> None:
    before = mentions_of([("a", "Sergei Shoigu", "RUS"), ("b", "Sergey Shoigu", "RUS")])
    keys = actor_keys(before, merge_actors(before)[0])
    frame = pd.DataFrame(
        {Col.DOCUMENT_ID: ["a", "b", "b"], Col.SPEAKER_ENTITY_ID: ["person:sergei-shoigu", "person:sergey-shoigu", "x"]}
    )
    speakers = list(rekey(frame, Col.SPEAKER_ENTITY_ID, keys)[Col.SPEAKER_ENTITY_ID])
    assert speakers[0] == speakers[1]
    assert speakers[2] == "x"


def test_nobody_named_gives_empty_tables() -> None:
    mentions, actors = merge_actors(MENTIONS.empty())
    assert mentions.empty
    assert actors.empty
