"""The passage that names a claim: what its articles have in common, not what one of them adds."""

from typing import Any

from analysis.agreement.claims import agree_on_claims
from analysis.columns import Col
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, ORIGINS

PASSAGES = (
    # article, likelihood that it tells the claim, text
    ("a", 0.9, "the fall of the bridge"),
    ("b", 0.8, "The bridge fell."),
    ("c", 0.5, "Two drivers drowned when the bridge fell."),
    ("d", 0.9, "The old bridge fell at six."),
)


def named(*articles: str, clashes: tuple[dict[Any, Any], ...] = ()) -> str:
    """How the claim of these articles is named."""
    claims = CLAIMS.frame(
        {
            Col.CLAIM_ID: document_id, Col.GROUP_ID: "fell", Col.DOCUMENT_ID: document_id, Col.START_CHAR: 0,
            Col.END_CHAR: len(text), Col.TEXT: text, Col.SCORE: score, Col.WHEN: "06:00" if "six" in text else "",
        }
        for document_id, score, text in PASSAGES
        if document_id in articles
    )  # fmt: skip
    documents = DOCUMENTS.frame({Col.DOCUMENT_ID: name, Col.PUBLISHER: f"The {name}"} for name in "abcdz")
    (row,) = agree_on_claims(claims, DISCREPANCIES.frame(clashes), ORIGINS.empty(), documents)[Col.CLAIM]
    return str(row)


def hour_against(document_id: str) -> dict[Any, Any]:
    """Another article that says nine."""
    return {
        Col.DISCREPANCY_ID: document_id, Col.RULE_ID: "comparison.date", Col.KIND: "date", Col.GROUP_ID: "",
        Col.DOCUMENT_ID_A: document_id, Col.START_CHAR_A: 0, Col.END_CHAR_A: 20, Col.VALUE_A: "06:00",
        Col.DOCUMENT_ID_B: "z", Col.START_CHAR_B: 0, Col.END_CHAR_B: 20, Col.VALUE_B: "09:00",
    }  # fmt: skip


def test_a_whole_sentence_names_it_rather_than_a_piece_that_is_a_little_closer() -> None:
    assert named("a", "b") == "The bridge fell."


def test_a_sentence_that_tells_more_than_the_others_does_not() -> None:
    assert named("a", "c") == "the fall of the bridge"


def test_a_passage_with_a_disputed_detail_that_the_others_leave_out_does_not() -> None:
    assert named("b", "c", "d") == "The old bridge fell at six."
    assert named("b", "c", "d", clashes=(hour_against("d"),)) == "The bridge fell."


def test_where_the_claim_itself_is_disputed_the_closest_names_it() -> None:
    assert named("d", clashes=(hour_against("d"),)) == "The old bridge fell at six."
