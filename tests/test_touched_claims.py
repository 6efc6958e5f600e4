"""A discrepancy touches a shared claim through a point that its articles have in common, not through what one adds."""

from typing import Any

import pytest

from analysis.columns import Col
from analysis.tables import CLAIMS, DISCREPANCIES
from analysis.touched_claims import touched_claims

LENGTH = 60
"""Code points that every passage of these tests is long."""


def passage(place: str, group: str, text: str, **point: str) -> dict[Any, Any]:
    """A row of CLAIMS from `A:0`, article and where its passage starts."""
    document_id, start = place.split(":")
    return {
        Col.CLAIM_ID: place, Col.GROUP_ID: group, Col.DOCUMENT_ID: document_id, Col.START_CHAR: int(start),
        Col.END_CHAR: int(start) + LENGTH, Col.TEXT: text, **{Col[name]: value for name, value in point.items()},
    }  # fmt: skip


def clash(a: str, b: str, rule_id: str, **cells: str) -> dict[Any, Any]:
    """A row of DISCREPANCIES from `A:0 value` and `B:0 value`."""
    row: dict[Any, Any] = {Col.DISCREPANCY_ID: f"{a}|{b}", Col.RULE_ID: rule_id, Col.KIND: "other", Col.GROUP_ID: ""}
    for side, told in (("A", a), ("B", b)):
        place, value = told.split(" ", 1)
        document_id, start = place.split(":")
        row |= {
            Col[f"DOCUMENT_ID_{side}"]: document_id, Col[f"START_CHAR_{side}"]: int(start),
            Col[f"END_CHAR_{side}"]: int(start) + LENGTH, Col[f"VALUE_{side}"]: value,
        }  # fmt: skip
    return row | {Col[name]: value for name, value in cells.items()}


ALLEGED = (
    passage("A:0", "alleged", "The envoy claimed to have proof that the port was mined."),
    passage("B:0", "alleged", "The envoy said that the port was mined."),
    passage("C:0", "alleged", "According to the envoy there are mines in the port."),
    passage("D:0", "unproven", "The envoy showed no proof."),
)
FELL = (
    passage("A:0", "fell", "The bridge fell at six and blocked the river.", WHEN="06:00"),
    passage("B:0", "fell", "The bridge fell into the river."),
    passage("C:0", "fell", "The river is blocked by the bridge that fell."),
    passage("D:0", "heard", "Residents heard the bridge fall at nine.", WHEN="09:00"),
)
REFUSED = (
    passage("A:0", "refused", "Norway and Chile refused the offer."),
    passage("B:0", "refused", "Chile, with others, refused the offer."),
    passage("C:0", "refused", "Chile turned the offer down."),
    passage("D:0", "silent", "Norway has not answered yet."),
)


@pytest.mark.parametrize(
    ("claims", "row"),
    [
        (ALLEGED, clash("A:0 proof", "D:0 not proof", "comparison.negation")),
        (FELL, clash("A:0 06:00", "D:0 09:00", "comparison.date")),
        (REFUSED, clash("A:0 refuse", "D:0 no statement", "responses.stance", COUNTRY_CODE="NOR")),
        (ALLEGED, clash("A:0 proof", "D:0 without proof", "questions.proceedings")),
    ],
)
def test_what_one_article_adds_is_not_the_claim_of_all(claims: tuple[Any, ...], row: dict[Any, Any]) -> None:
    (found,) = touched_claims(CLAIMS.frame(claims), DISCREPANCIES.frame([row]))
    assert found.groups == (frozenset(), frozenset({claims[-1][Col.GROUP_ID]}))


@pytest.mark.parametrize(
    ("claims", "row"),
    [
        (ALLEGED, clash("A:0 mined", "D:0 not mined", "comparison.negation")),  # `mined`, `mines`: what all tell
        (ALLEGED, clash("A:0 2", "D:0 3", "comparison.age")),  # no word to look for: better touched than hidden
        (ALLEGED, clash("A:0 proof", "D:0 not proof", "quotations.speaker")),  # a rule that compares whole passages
    ],
)
def test_what_most_articles_tell_is(claims: tuple[Any, ...], row: dict[Any, Any]) -> None:
    (found,) = touched_claims(CLAIMS.frame(claims), DISCREPANCIES.frame([row]))
    assert found.groups == (frozenset({"alleged"}), frozenset({"unproven"}))


def test_a_response_that_most_articles_of_a_claim_report_is_its_point() -> None:
    rows = [
        clash(f"{name}:0 refuse", "D:0 no statement", "responses.stance", COUNTRY_CODE="NOR") for name in ("A", "B")
    ]
    for found in touched_claims(CLAIMS.frame(REFUSED), DISCREPANCIES.frame(rows)):
        assert found.groups == (frozenset({"refused"}), frozenset({"silent"}))


def test_a_day_that_most_articles_name_is_their_point() -> None:
    dated = (*(row | {Col.WHEN: "06:00"} for row in FELL[:2]), *FELL[2:])
    (found,) = touched_claims(
        CLAIMS.frame(dated), DISCREPANCIES.frame([clash("A:0 06:00", "D:0 09:00", "comparison.date")])
    )
    assert found.groups == (frozenset({"fell"}), frozenset({"heard"}))


def test_both_sides_within_one_claim_dispute_it_whoever_else_tells_it() -> None:
    (found,) = touched_claims(
        CLAIMS.frame(ALLEGED), DISCREPANCIES.frame([clash("A:0 proof", "B:0 no proof", "comparison.negation")])
    )
    assert found.groups == (frozenset({"alleged"}), frozenset({"alleged"}))


def test_a_clash_of_two_passages_is_none_of_a_claim_within_one_of_them() -> None:
    quoted = passage("A:20", "quoted", "the offer") | {Col.END_CHAR: 40}
    row = clash("A:0 refuse", "D:0 no statement", "responses.stance", COUNTRY_CODE="NOR")
    (found,) = touched_claims(CLAIMS.frame([*REFUSED, quoted]), DISCREPANCIES.frame([row]))
    assert found.groups == (frozenset(), frozenset({"silent"}))
