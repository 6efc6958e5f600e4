"""Corrections: each does what it says everywhere at once, finds its row again, and can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from analysis import corrections
from analysis.columns import Col
from analysis.corrections import CHECKED, CORRECTED, MACHINE, NOT_FOUND, Correction, correct, review_of
from analysis.corrections.applying import RULES
from analysis.corrections.records import KINDS
from analysis.errors import CorrectionError
from analysis.results import Results
from analysis.settings import Settings
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    CLAIMS,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    RESPONSES,
    REVIEWS,
    STATEMENTS,
    TABLES,
    Row,
    Table,
)

TEXT = "x" * 200
SHOIGU, SURNAME, KREMLIN = "person:sergei-shoigu", "person:shoigu", "country:RUS"


def mention(document_id: str, start: int, text: str, entity_id: str, entity: str, code: str = "RUS") -> Row:
    return {
        Col.DOCUMENT_ID: document_id, Col.START_CHAR: start, Col.END_CHAR: start + len(text), Col.TEXT: text,
        Col.ENTITY_ID: entity_id, Col.ENTITY: entity, Col.ENTITY_TYPE: entity_id.split(":")[0], Col.COUNTRY_CODE: code,
        Col.KIND: "person", Col.IS_ACTING: False, Col.SENTENCE_INDEX: 0,
    }  # fmt: skip


def actor(entity_id: str, entity: str, variants: str, n: int, code: str = "RUS") -> Row:
    return {Col.ENTITY_ID: entity_id, Col.ENTITY: entity, Col.ENTITY_TYPE: entity_id.split(":")[0],
            Col.COUNTRY_CODE: code, Col.VARIANTS: variants, Col.N_MENTIONS: n, Col.N_DOCUMENTS: 1}  # fmt: skip


def claim(document_id: str, start: int, group: str) -> Row:
    return {Col.CLAIM_ID: f"{document_id}:{start}", Col.GROUP_ID: group, Col.DOCUMENT_ID: document_id,
            Col.START_CHAR: start, Col.END_CHAR: start + 10, Col.TEXT: "passage", Col.SCORE: 1.0}  # fmt: skip


ROWS: dict[Table, list[Row]] = {
    DOCUMENTS: [{Col.DOCUMENT_ID: i, Col.PUBLISHER: i.upper(), Col.SHA256: f"sha-{i}", Col.TEXT: TEXT,
                 Col.IS_ANALYSED: True} for i in ("a", "b", "c")],
    MENTIONS: [mention("a", 0, "Sergei Shoigu", SHOIGU, "Sergei Shoigu"),
               mention("a", 30, "Shoigu", SHOIGU, "Sergei Shoigu"),
               mention("b", 5, "Shoigu", SURNAME, "Shoigu", ""), mention("b", 40, "Moscow", KREMLIN, "Russia")],
    ACTORS: [actor(SHOIGU, "Sergei Shoigu", "Sergei Shoigu | Shoigu", 2), actor(KREMLIN, "Russia", "Moscow", 1),
             actor(SURNAME, "Shoigu", "Shoigu", 1, "")],
    STATEMENTS: [{Col.STATEMENT_ID: "s1", Col.DOCUMENT_ID: "a", Col.SPEAKER_ENTITY_ID: SHOIGU, Col.COUNTRY_CODE: "RUS",
                  Col.SPEAKER_START_CHAR: 30, Col.SPEAKER_END_CHAR: 36},
                 {Col.STATEMENT_ID: "s2", Col.DOCUMENT_ID: "b", Col.SPEAKER_ENTITY_ID: SURNAME,
                  Col.SPEAKER_START_CHAR: 5, Col.SPEAKER_END_CHAR: 11}],
    RESPONSES: [{Col.RESPONSE_ID: "r1", Col.DOCUMENT_ID: "a", Col.COUNTRY_CODE: "RUS", Col.ACT: "DENY",
                 Col.START_CHAR: 20, Col.END_CHAR: 60, Col.ACTOR_ENTITY_ID: SHOIGU, Col.STATEMENT_ID: "s1"},
                {Col.RESPONSE_ID: "r2", Col.DOCUMENT_ID: "a", Col.COUNTRY_CODE: "FRA", Col.ACT: "DENY",
                 Col.START_CHAR: 20, Col.END_CHAR: 60}],
    CLAIMS: [claim("a", 10, "g1"), claim("b", 20, "g1"), claim("c", 30, "g3"), claim("b", 50, "g4")],
    DISCREPANCIES: [{Col.DISCREPANCY_ID: "d1", Col.GROUP_ID: "g1", Col.KIND: "number", Col.DOCUMENT_ID_A: "a",
                     Col.START_CHAR_A: 10, Col.END_CHAR_A: 20, Col.DOCUMENT_ID_B: "b", Col.START_CHAR_B: 20,
                     Col.END_CHAR_B: 30, Col.REASON: "12, 14"}],
}  # fmt: skip


@pytest.fixture
def results() -> Results:
    bare = Results({table.name: table.frame(ROWS.get(table, [])) for table in TABLES}, Settings())
    return correct(bare, [Correction(kind="delete_actor", target={"entity_id": "nobody"})])  # counts what is counted


def column(results: Results, table: Table, name: Col) -> list[object]:
    return list(results[table][name])


def status(results: Results) -> dict[object, object]:
    return dict(zip(column(results, AGREEMENT, Col.GROUP_ID), column(results, AGREEMENT, Col.STATUS), strict=True))


def test_rename_shows_everywhere(results: Results) -> None:
    after = correct(results, [corrections.rename_actor(results, SHOIGU, " Sergey Shoigu ", "his ministry's spelling")])
    assert "Sergey Shoigu" in column(after, ACTORS, Col.ENTITY)
    assert column(after, MENTIONS, Col.ENTITY)[:2] == ["Sergey Shoigu"] * 2
    assert column(after, MENTIONS, Col.TEXT) == column(results, MENTIONS, Col.TEXT)  # what is written stays written
    review = after[REVIEWS].iloc[0]
    assert (review[Col.BEFORE], review[Col.AFTER]) == ("entity: Sergei Shoigu", "entity: Sergey Shoigu")


def test_merge_counts_one_actor_for_the_other(results: Results) -> None:
    after = correct(results, [corrections.merge_actors(results, SURNAME, SHOIGU)])
    assert column(after, ACTORS, Col.ENTITY_ID) == [SHOIGU, KREMLIN]
    merged = after[ACTORS].iloc[0]
    assert (merged[Col.N_MENTIONS], merged[Col.N_DOCUMENTS]) == (3, 2)
    assert merged[Col.VARIANTS] == "Shoigu | Sergei Shoigu"
    assert column(after, STATEMENTS, Col.SPEAKER_ENTITY_ID) == [SHOIGU, SHOIGU]
    assert column(after, STATEMENTS, Col.COUNTRY_CODE) == ["RUS", "RUS"]
    assert list(review_of(after, STATEMENTS)) == [CORRECTED, CORRECTED]


def test_split_takes_a_spelling_and_what_it_said(results: Results) -> None:
    made = corrections.split_actor(results, SHOIGU, ["Shoigu"], "Larisa Shoigu")
    after = correct(results, [made])
    new = "person:larisa-shoigu"
    assert column(after, MENTIONS, Col.ENTITY_ID)[:2] == [SHOIGU, new]
    assert set(column(after, ACTORS, Col.ENTITY_ID)) == {SHOIGU, SURNAME, KREMLIN, new}
    assert column(after, STATEMENTS, Col.SPEAKER_ENTITY_ID) == [new, SURNAME]
    assert column(after, RESPONSES, Col.ACTOR_ENTITY_ID)[0] == new
    for variants in ([], ["Sergei Shoigu", "Shoigu"], ["Lavrov"]):
        with pytest.raises(CorrectionError, match="some but not all"):
            corrections.split_actor(results, SHOIGU, variants, "Larisa Shoigu")


def test_retype_and_another_country(results: Results) -> None:
    made = [corrections.retype_actor(results, SHOIGU, "organisation"), corrections.move_actor(results, SHOIGU, "blr")]
    after = correct(results, made)
    assert column(after, MENTIONS, Col.ENTITY_TYPE)[0] == "organisation"
    assert column(after, MENTIONS, Col.COUNTRY_CODE)[:3] == ["BLR", "BLR", ""]
    assert column(after, STATEMENTS, Col.COUNTRY_CODE)[0] == "BLR"
    assert column(after, RESPONSES, Col.COUNTRY_CODE) == ["BLR", "FRA"]
    with pytest.raises(CorrectionError, match="accepted are person"):
        corrections.retype_actor(results, SHOIGU, "thing")
    with pytest.raises(CorrectionError, match="alpha-3"):
        corrections.move_actor(results, SHOIGU, "Belarus")


def test_delete_takes_the_actor_out_and_leaves_what_was_said(results: Results) -> None:
    after = correct(results, [corrections.delete_actor(results, SHOIGU)])
    assert SHOIGU not in column(after, ACTORS, Col.ENTITY_ID) + column(after, MENTIONS, Col.ENTITY_ID)
    assert column(after, STATEMENTS, Col.SPEAKER_ENTITY_ID) == ["", SURNAME]
    assert len(after[RESPONSES]) == 2


def test_a_response_is_changed_or_dismissed_and_not_its_neighbour(results: Results) -> None:
    changed = corrections.change_response(results, "r2", "a quotation", act="COMMENT", country_code="DEU")
    after = correct(results, [changed])
    assert column(after, RESPONSES, Col.ACT) == ["DENY", "COMMENT"]
    assert column(after, RESPONSES, Col.CAMEO_CODE)[1] == "01"
    assert list(review_of(after, RESPONSES)) == [MACHINE, CORRECTED]
    gone = correct(after, [corrections.dismiss(after, RESPONSES, "r2")])
    assert column(gone, RESPONSES, Col.RESPONSE_ID) == ["r1"]
    with pytest.raises(CorrectionError, match="accepted are country_code"):
        corrections.change_response(results, "r2", start_char="0")
    with pytest.raises(CorrectionError, match="not in the codebook"):
        corrections.change_response(results, "r2", act="SHRUG")


def test_a_dismissed_discrepancy_no_longer_disputes_its_claim(results: Results) -> None:
    assert status(results)["g1"] == "contradicted"
    after = correct(results, [corrections.dismiss(results, DISCREPANCIES, "d1")])
    assert after[DISCREPANCIES].empty
    assert status(after)["g1"] == "corroborated"


def test_claims_are_joined_parted_and_dismissed(results: Results) -> None:
    joined = correct(results, [corrections.join_claims(results, "g3", "g1")])
    assert column(joined, CLAIMS, Col.GROUP_ID) == ["g1", "g1", "g1", "g4"]
    assert dict(zip(joined[AGREEMENT][Col.GROUP_ID], joined[AGREEMENT][Col.N_OUTLETS], strict=True)) == {
        "g1": 3,
        "g4": 1,
    }
    parted = correct(joined, [corrections.part_claim(joined, "b:20")])
    assert column(parted, CLAIMS, Col.GROUP_ID) == ["g1", "claim:parted:b:20", "g1", "g4"]
    assert column(parted, DISCREPANCIES, Col.GROUP_ID) == [""]
    dismissed = correct(results, [corrections.dismiss(results, CLAIMS, "a:10")])
    assert column(dismissed, CLAIMS, Col.CLAIM_ID) == ["b:20", "c:30", "b:50"]
    assert dismissed[DISCREPANCIES].empty


@pytest.mark.parametrize(
    ("table", "row_id"), [(ACTORS, SHOIGU), (RESPONSES, "r1"), (DISCREPANCIES, "d1"), (CLAIMS, "a:10")]
)
def test_a_checked_row_is_told_from_the_machines(results: Results, table: Table, row_id: str) -> None:
    after = correct(results, [corrections.check(results, table, row_id)])
    reviews = dict(zip(after[table][table.key[0]], review_of(after, table), strict=True))
    assert reviews.pop(row_id) == CHECKED
    assert set(reviews.values()) <= {MACHINE}
    for other in TABLES:
        if other is not REVIEWS:
            pd.testing.assert_frame_equal(after[other], results[other])


def test_corrections_survive_a_new_analysis_and_new_articles(results: Results) -> None:
    made = [corrections.change_response(results, "r1", act="REJECT"), corrections.part_claim(results, "b:20")]
    again = {name: frame.copy() for name, frame in results.tables.items()}
    again["responses"][Col.RESPONSE_ID] = "new-" + again["responses"][Col.RESPONSE_ID]
    again["responses"] = again["responses"].iloc[::-1].reset_index(drop=True)
    again["claims"][Col.GROUP_ID] = "other-" + again["claims"][Col.GROUP_ID]
    after = correct(replace(results, tables=again), made)
    acts = dict(zip(after[RESPONSES][Col.RESPONSE_ID], after[RESPONSES][Col.ACT], strict=True))
    assert acts == {"new-r1": "REJECT", "new-r2": "DENY"}
    assert column(after, CLAIMS, Col.GROUP_ID)[1] == "claim:parted:b:20"


def test_an_actor_whose_key_changed_is_found_by_its_spellings(results: Results) -> None:
    made = corrections.rename_actor(results, SURNAME, "Minister Shoigu")
    again = {name: frame.copy() for name, frame in results.tables.items()}
    for table in ("actors", "mentions"):
        again[table][Col.ENTITY_ID] = again[table][Col.ENTITY_ID].replace(SURNAME, "person:s-k-shoigu")
    assert column(correct(replace(results, tables=again), [made]), REVIEWS, Col.REVIEW) == [NOT_FOUND]  # two have it
    kept = again["actors"][Col.ENTITY_ID] != SHOIGU
    again["actors"] = again["actors"][kept].reset_index(drop=True)
    after = correct(replace(results, tables=again), [made])
    assert "Minister Shoigu" in column(after, ACTORS, Col.ENTITY)


def test_a_correction_that_finds_nothing_says_so(results: Results) -> None:
    made = corrections.change_response(results, "r1", act="REJECT")
    other_text = {**results.tables, "documents": results[DOCUMENTS].assign(**{Col.SHA256: "other"})}
    after = correct(replace(results, tables=other_text), [made])
    assert column(after, RESPONSES, Col.ACT) == ["DENY", "DENY"]
    assert column(after, REVIEWS, Col.REVIEW) == [NOT_FOUND]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_correction_from_a_damaged_file_changes_nothing(results: Results, kind: str) -> None:
    for target in ({}, {"entity_id": 3, "passages": "x"}, {"table": "responses", "passages": [[1]]}):
        after = correct(results, [Correction(kind=kind, target=target)])
        assert column(after, REVIEWS, Col.REVIEW) == [NOT_FOUND]
        for table in (ACTORS, MENTIONS, RESPONSES, CLAIMS, DISCREPANCIES):
            pd.testing.assert_frame_equal(after[table], results[table])
    with pytest.raises(CorrectionError, match="is damaged"):
        Correction.from_dict({"kind": kind, "target": []})


def test_undoing_all_gives_the_machines_results_back(results: Results) -> None:
    before = {name: frame.copy() for name, frame in results.tables.items()}
    correct(
        results, [corrections.merge_actors(results, SURNAME, SHOIGU), corrections.dismiss(results, RESPONSES, "r1")]
    )
    for name, frame in results.tables.items():  # nothing was changed in place
        pd.testing.assert_frame_equal(frame, before[name])
    assert correct(results, []) is results


def test_the_fingerprint_tells_corrected_results(results: Results) -> None:
    made = corrections.check(results, ACTORS, SHOIGU)
    assert correct(results, [made]).fingerprint != results.fingerprint
    assert correct(results, [made]).fingerprint == correct(results, [made]).fingerprint


def test_every_kind_has_a_rule_and_goes_through_the_log() -> None:
    assert set(RULES) == set(KINDS)
    made = Correction(kind="check", target={"table": "actors", "entity_id": "x"}, why="because")
    assert Correction.from_dict(made.to_dict()) == made
    with pytest.raises(CorrectionError, match="accepted are rename_actor"):
        Correction(kind="guess", target={})
    with pytest.raises(CorrectionError, match="not a correction"):
        Correction.from_dict({"kind": "check"})


MAKERS: list[Callable[[Results], Correction]] = [
    lambda found: corrections.rename_actor(found, "nobody", "x"),
    lambda found: corrections.merge_actors(found, SHOIGU, "nobody"),
    lambda found: corrections.dismiss(found, RESPONSES, "nobody"),
    lambda found: corrections.part_claim(found, "nobody"),
    lambda found: corrections.join_claims(found, "g1", "nobody"),
]


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_not_there_cannot_be_corrected(results: Results, make: Callable[[Results], Correction]) -> None:
    with pytest.raises(CorrectionError, match="no row 'nobody'"):
        make(results)
