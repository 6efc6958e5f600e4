"""Disputes: pairs of passages joined to questions with sides, and never further than a side they share."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import Col
from analysis.comparison.passages import Passage, Word
from analysis.disputes import Dispute, find_disputes
from analysis.filters import Filters
from analysis.results import Results
from analysis.summaries import dispute_table
from analysis.summaries.disputes import letter_of
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, ORIGINS
from tests import factories

OUTLETS = "ABCDEF"


def pair(a: str, b: str, *, kind: str = "number", country: str = "", score: float = 0.7) -> dict[Any, Any]:
    """A row from `A:0 3 deaths` and `B:50 5 deaths`: article, where its passage starts, what it says."""
    row: dict[Any, Any] = {
        Col.DISCREPANCY_ID: f"{a}|{b}|{kind}", Col.KIND: kind, Col.COUNTRY_CODE: country, Col.SCORE: score,
        Col.QUESTION: "How many?", Col.RULE_ID: "by-hand", Col.GROUP_ID: "",
    }  # fmt: skip
    for side, told in (("A", a), ("B", b)):
        place, value = told.split(" ", 1)
        document, start = place.split(":")
        row |= {
            Col[f"DOCUMENT_ID_{side}"]: document, Col[f"START_CHAR_{side}"]: int(start),
            Col[f"END_CHAR_{side}"]: int(start) + 40, Col[f"TEXT_{side}"]: f"It says {value}.",
            Col[f"VALUE_{side}"]: value, Col[f"ANSWER_{side}"]: value.split(" (")[0],
        }  # fmt: skip
    return row


def claim(place: str, group: str) -> dict[Any, Any]:
    document, start = place.split(":")
    return {
        Col.CLAIM_ID: place, Col.GROUP_ID: group, Col.DOCUMENT_ID: document, Col.START_CHAR: int(start),
        Col.END_CHAR: int(start) + 40, Col.TEXT: "text", Col.ACCORDING_TO: f"the mayor of {document}",
    }  # fmt: skip


def disputes(
    rows: list[dict[Any, Any]],
    claims: Sequence[dict[Any, Any]] = (),
    dates: dict[str, str] | None = None,
) -> list[Dispute]:
    documents = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: name, Col.PUBLISHER: f"The {name}", Col.PUBLISHED_ON: (dates or {}).get(name, "")}
        for name in OUTLETS
    )
    origins = ORIGINS.frame(
        {Col.ORIGIN_ID: "agency:x", Col.ORIGIN: "X Press", Col.DOCUMENT_ID: name, Col.START_CHAR: 0, Col.END_CHAR: 40}
        for name in "BC"
    )
    return find_disputes(CLAIMS.frame(claims), DISCREPANCIES.frame(rows), origins, documents)


def sides(dispute: Dispute) -> dict[str, str]:
    return {side.value: "".join(telling.document_id for telling in side.tellings) for side in dispute.sides}


JOINED = [
    # one passage against two: one question with three outlets
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("A:0 3 dead", "C:0 5 dead")], [], [{"5 dead": "BC", "3 dead": "A"}]),
    # a passage cut otherwise is the same passage
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("A:9 3 dead", "C:0 5 dead")], [], [{"5 dead": "BC", "3 dead": "A"}]),
    # three answers are three sides, and nobody's is laid to another
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("A:0 3 dead", "C:0 2 dead")], [],
     [{"3 dead": "A", "5 dead": "B", "2 dead": "C"}]),
    # passages that are one claim, although no pair shares a passage
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("C:0 3 dead", "D:0 4 dead")], [claim("A:0", "g"), claim("C:0", "g")],
     [{"3 dead": "AC", "5 dead": "B", "4 dead": "D"}]),
    # an outlet that tells of both stands on both sides
    ([pair("A:0 spy", "B:0 civil", kind="other"), pair("A:90 civil", "C:0 spy", kind="other"),
      pair("B:0 civil", "C:0 spy", kind="other")], [], [{"spy": "AC", "civil": "BA"}]),
]  # fmt: skip

APART = [
    # one passage says how many died and how many were hurt
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("A:0 20 hurt", "B:0 30 hurt")], []),
    # one claim disputed in two things
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("C:0 20 hurt", "B:0 30 hurt")], [claim("A:0", "g"), claim("C:0", "g")]),
    # the same number in another claim, and elsewhere in the article
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("A:90 3 dead", "C:0 4 dead")], []),
    ([pair("A:0 3 dead", "B:0 5 dead"), pair("D:0 3 dead", "C:0 4 dead")], [claim("A:0", "g"), claim("D:0", "h")]),
    # another kind, another country
    ([pair("A:0 Oslo", "B:0 Bergen", kind="location"), pair("A:0 Oslo", "C:0 Lund", kind="actor")], []),
    ([pair("A:0 silent", "B:0 heard", kind="stance", country="NOR"),
      pair("A:0 silent", "B:0 heard", kind="stance", country="SWE") | {Col.DISCREPANCY_ID: "other"}], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "claims", "expected"), JOINED)
def test_pairs_of_one_side_are_one_question(rows: list[Any], claims: list[Any], expected: list[dict[str, str]]) -> None:
    assert [sides(dispute) for dispute in disputes(rows, claims)] == expected


@pytest.mark.parametrize(("rows", "claims"), APART)
def test_pairs_that_share_less_are_questions_of_their_own(rows: list[Any], claims: list[Any]) -> None:
    assert [len(dispute.discrepancy_ids) for dispute in disputes(rows, claims)] == [1, 1]


def test_an_answer_that_differs_in_words_alone_is_one_side() -> None:
    """The key decides; the words of each outlet stay, those of most outlets first."""
    rows = [
        pair("A:0 court", f"{name}:0 police{words}") for name, words in zip("BCD", ("", " (Lund)", ""), strict=True)
    ]
    (dispute,) = disputes(rows)
    assert sides(dispute) == {"police / police (Lund)": "BCD", "court": "A"}


TITLES = [
    # of the dead it is asked what they died in, not what both passages speak of beside it
    ("3 deaths", "5 deaths", {"drone", "attack"}, "attack"),
    ("3 deaths", "5 deaths", {"drone"}, ""),
    ("20 injured", "30 injured", {"minister", "flood"}, "flood"),
    # no dispute is about who tells of it, or when
    ("Oslo", "Bergen", {"minister", "morning"}, ""),
    # near miss: of other things it may be
    ("Oslo", "Bergen", {"drone"}, "drone"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "things", "about"), TITLES)
def test_a_title_says_what_is_disputed(one: str, other: str, things: set[str], about: str) -> None:
    words = tuple(Word(thing, thing, "NOUN", "other", False, "", "", 0, 1) for thing in sorted(things))
    signature = Passage("text", words).to_json("text")
    told = [claim(place, "") | {Col.SIGNATURE: signature} for place in ("A:0", "B:0")]
    (dispute,) = disputes([pair(f"A:0 {one}", f"B:0 {other}")], told)
    assert dispute.about == about


def test_outlets_of_one_agency_are_one_origin_of_a_side() -> None:
    (dispute,) = disputes([pair("A:0 3 dead", "B:0 5 dead"), pair("A:0 3 dead", "C:0 5 dead")])
    assert [(side.outlets, side.n_origins) for side in dispute.sides] == [(("The B", "The C"), 1), (("The A",), 1)]


@pytest.mark.parametrize(
    ("dates", "later"),
    [
        ({"A": "2024-05-01", "B": "2024-05-02", "C": "2024-05-03"}, {"B", "C"}),
        # as late as one of the others, and an other whose day is not known
        ({"A": "2024-05-02", "B": "2024-05-02", "C": "2024-05-03"}, {"C"}),
        ({"B": "2024-05-02", "C": "2024-05-03"}, set()),
    ],
)
def test_who_wrote_later_may_know_more(dates: dict[str, str], later: set[str]) -> None:
    (dispute,) = disputes([pair("A:0 3 dead", "B:0 5 dead"), pair("A:0 3 dead", "C:0 5 dead")], dates=dates)
    tellings = [telling for side in dispute.sides for telling in side.tellings]
    assert {telling.document_id for telling in tellings if telling.is_later} == later
    assert all(("written later" in telling.says) == telling.is_later for telling in tellings)


def test_a_telling_names_whose_word_it_is_and_its_rival() -> None:
    (dispute,) = disputes([pair("A:0 3 dead", "B:0 5 dead")], [claim("A:0", "g")])
    telling = next(side.tellings[0] for side in dispute.sides if side.answer == "3 dead")
    assert telling.says == "The A, according to the mayor of A"
    assert (telling.rival_id, telling.discrepancy_id) == ("B", dispute.dispute_id)


TOLD = st.builds(
    "{}:{} {}".format,
    st.sampled_from(OUTLETS),
    st.sampled_from([0, 30, 90]),
    st.sampled_from(["3 dead", "5 dead", "2 dead"]),
)


@given(st.lists(st.tuples(TOLD, TOLD).filter(lambda pair: pair[0][0] != pair[1][0]), max_size=8, unique=True))
def test_every_pair_is_in_one_dispute_and_the_order_does_not_matter(told: list[tuple[str, str]]) -> None:
    rows = [pair(*sides) for sides in told]
    found = disputes(rows)
    assert sorted(key for item in found for key in item.discrepancy_ids) == sorted(
        row[Col.DISCREPANCY_ID] for row in rows
    )
    assert found == disputes(rows[::-1])


def test_the_table_has_a_row_for_each_passage() -> None:
    frame = dispute_table(factories.sample())
    assert list(zip(frame["side"], frame["answer"], frame[Col.PUBLISHER], strict=True)) == [
        ("1a", "3 boats", "Northern Herald"),
        ("1b", "5 boats", "South Times <b>"),
    ]
    alone: Results = Filters(outlets=("Northern Herald",)).apply(factories.sample())
    assert dispute_table(alone).empty


@pytest.mark.parametrize(("place", "letter"), [(0, "a"), (25, "z"), (26, "za")])
def test_sides_have_letters(place: int, letter: str) -> None:
    assert letter_of(place) == letter
