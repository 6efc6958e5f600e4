"""A clash as a row: both sides, in the table's columns."""

from analysis.claims.clashes import Clash, Side, act_in_words, between_outlets, without_repeats
from analysis.columns import Col
from analysis.comparison import compare_passages
from analysis.tables import DISCREPANCIES, DOCUMENTS

CLAIM = {
    Col.CLAIM_ID: "a:0",
    Col.DOCUMENT_ID: "a",
    Col.START_CHAR: 0,
    Col.END_CHAR: 12,
    Col.TEXT: "Two men died",
}
RESPONSE = {
    Col.RESPONSE_ID: "b:5:1",
    Col.DOCUMENT_ID: "b",
    Col.START_CHAR: 5,
    Col.END_CHAR: 21,
    Col.EVIDENCE: "Oslo said nothing",
    Col.ACT: "NO_STATEMENT",
}


def test_a_clash_fills_every_column_of_the_table() -> None:
    row = Clash(
        Side.of_claim(CLAIM, "2 deaths"),
        Side.of_response(RESPONSE),
        "stance",
        "Did Oslo?",
        "responses.withheld",
        "why",
        0.5,
        "NOR",
    ).row()
    assert set(row) == set(DISCREPANCIES.frame([row]).columns)
    assert row[Col.DISCREPANCY_ID] == "a:0|b:5:1|withheld"
    assert (row[Col.VALUE_A], row[Col.VALUE_B]) == ("2 deaths", "no statement")
    assert (row[Col.TEXT_A], row[Col.TEXT_B]) == ("Two men died", "Oslo said nothing")
    assert (row[Col.START_CHAR_B], row[Col.END_CHAR_B], row[Col.COUNTRY_CODE]) == (5, 21, "NOR")


def test_an_act_reads_as_words() -> None:
    assert act_in_words("NO_STATEMENT") == "no statement"


def test_an_outlet_does_not_contradict_itself() -> None:
    """Three articles, two of them of one outlet."""
    outlets = {"a": "Herald", "b": "Herald", "c": "Times"}
    documents = DOCUMENTS.frame({Col.DOCUMENT_ID: key, Col.PUBLISHER: outlet} for key, outlet in outlets.items())
    sides = {key: Side(f"{key}:0", key, 0, 40, "text", key) for key in outlets}
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    rows = [Clash(sides[a], sides[b], "number", "How many?", "by-hand", "", 0.5).row() for a, b in pairs]
    kept = between_outlets(DISCREPANCIES.frame(rows), documents)
    assert list(zip(kept[Col.DOCUMENT_ID_A], kept[Col.DOCUMENT_ID_B], strict=True)) == pairs[1:]


def test_a_clash_that_two_finders_name_is_told_once() -> None:
    """The same two passages, the other way round and cut otherwise; another kind is another clash."""
    here, there = Side("a:0", "a", 0, 40, "text", "3"), Side("b:9", "b", 9, 60, "other text", "5")
    wider, apart = Side("b:0", "b", 0, 60, "wider text", "five"), Side("b:70", "b", 70, 99, "text", "five")
    rows = [
        Clash(here, there, "number", "How many?", "comparison.number", "", 0.5),
        Clash(wider, here, "number", "How many?", "questions.tolls", "", 0.7),
        Clash(here, apart, "number", "How many?", "questions.tolls", "", 0.7),
        Clash(here, there, "date", "When?", "comparison.date", "", 0.5),
    ]
    kept = without_repeats(DISCREPANCIES.frame([row.row() for row in rows]))
    assert kept[Col.RULE_ID].tolist().count("questions.tolls") == 1
    assert len(kept) == 3


def test_an_opposite_in_a_name_is_none() -> None:
    """South Sudan has people in its north."""
    found = compare_passages("South Sudanese villagers fled.", "Northern Sudanese villagers fled.").differences
    assert {item.is_anchored for item in found if item.kind == "antonym"} <= {False}
    found = compare_passages("The southern village was shelled.", "The northern village was shelled.").differences
    assert {item.is_anchored for item in found if item.kind == "antonym"} == {True}
