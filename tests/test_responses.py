"""What countries did: each sentence holds one trap of the grammar; the seeds hold what a careful reader finds."""

import pytest
from spacy.language import Language

from analysis import Results
from analysis.codebook import load_codebook
from analysis.columns import Col
from analysis.tables import COVERAGE, RESPONSES
from tests.responding import responses_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # compound subjects count for each
        ("Spain and Portugal condemned the raid.", {("ESP", "CONDEMN"), ("PRT", "CONDEMN")}),
        ("Officials from Spain and Italy rejected the plan.", {("ESP", "REJECT"), ("ITA", "REJECT")}),
        # passives
        ("The plan was rejected by Spain.", {("ESP", "REJECT")}),
        ("The Danish ambassador was summoned in Madrid.", {("ESP", "CONDEMN")}),
        # nominalisations
        ("Spain repeated its condemnation of the raid.", {("ESP", "CONDEMN")}),
        ("Spain issued a denial on Monday.", {("ESP", "DENY")}),
        # to reject a claim is to deny it
        ("Spain rejected the accusation.", {("ESP", "DENY")}),
        # negation
        ("Spain did not condemn the raid.", set()),
        ("No country condemned the raid, and neither did Spain.", set()),
        ("Spain has not yet commented on the raid.", {("ESP", "NO_STATEMENT")}),
        ("Spain did not hesitate to condemn the raid.", {("ESP", "CONDEMN")}),
        ("Spain refused to expel the envoys.", {("ESP", "REJECT")}),
        # what somebody is moved to do is done, what others want of him is not
        ("The raid prompted Spain to condemn the island.", {("ESP", "CONDEMN")}),
        ("The islanders want Spain to condemn the raid.", set()),
        # what is permitted is done if it was permitted
        ("The islanders would allow Spain to send food.", set()),
        ("The islanders allowed Spain to send food.", {("ESP", "AID")}),
        ("Oman named men whom Spain knows well and wants extradited.", set()),
        # plans and threats are what they are today
        ("Spain threatened to expel the envoys.", {("ESP", "THREATEN")}),
        ("Spain is prepared to impose sanctions on the islands.", {("ESP", "THREATEN")}),
        ("Spain may condemn the raid.", set()),
        ("If Spain condemned the raid, talks would end.", set()),
        ("Has Spain condemned the raid?", set()),
        ("Spain is willing to expel the envoys.", {("ESP", "THREATEN")}),
        ("Spain said it was prepared to expel the envoys.", {("ESP", "THREATEN")}),
        # willing to go on as before, or willing as it seems to the outlet, is no agreement
        ("Spain is willing to stick to its plan.", set()),
        ("It seems that Spain is ready to help the islands.", set()),
        ("Spain is ready to help the islands.", {("ESP", "AGREE")}),
        # the doer of a passive does what an -ing clause adds
        ("A Chadian camp was attacked by Spanish soldiers, killing two men.", {("ESP", "USE_FORCE")}),
        # verbs whose last letter the lemmatiser drops, infinitives that the parser takes for a purpose
        ("Spanish farmers staged protests in Madrid.", {("ESP", "PROTEST")}),
        ("Spanish generals have sworn to retaliate.", {("ESP", "THREATEN")}),
        # other times
        ("Spain, which expelled two envoys ten years ago, was calm.", set()),
        ("Ana Ruiz, the Spanish minister, has opposed Chad's wish to join the pact for a long time.", set()),
        ("Spain vowed to fight the raiders for a long time.", {("ESP", "THREATEN")}),
        # who does not speak for a country
        ("A Spanish analyst condemned the raid.", set()),
        ("The former Spanish minister Ana Ruiz condemned the raid.", set()),
        ("The Spanish newspaper condemned the raid.", set()),
        # a crowd counts for the country that it is in
        ("A crowd stormed the Danish embassy in Madrid.", {("ESP", "PROTEST")}),
        # an accusation needs a culprit
        ("Spain said the fire was sabotage.", {("ESP", "COMMENT")}),
        # a pronoun in the next sentence
        ("The Spanish minister Ana Ruiz came late. She condemned the raid.", {("ESP", "CONDEMN")}),
    ],
)  # fmt: skip
def test_what_counts_as_an_act(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(row.country_code, row.act) for row in responses_in(nlp, text)}
    assert found >= expected
    assert found <= expected | {("ESP", "COMMENT")}


def test_evidence_is_the_text_at_its_offsets_and_rules_are_named(nlp: Language) -> None:
    text = "Spain, France and Italy condemned the raid. “We deny it,” Morocco said. Rabat urged calm."
    rows = responses_in(nlp, text)
    assert rows
    for row in rows:
        assert row.evidence == text[row.start_char : row.end_char]
        assert row.rule_id
        assert 0 < row.confidence <= 1


def test_a_body_of_no_single_country_is_kept_where_it_acts_on_one(nlp: Language) -> None:
    rows = responses_in(nlp, "The United Nations sent food to Liberia.")
    assert [(row.country_code, row.act, row.target_code) for row in rows] == [("", "AID", "LBR")]


def seed_acts(results: Results) -> set[tuple[str, str, str]]:
    rows = results[RESPONSES]
    return set(zip(rows[Col.DOCUMENT_ID].str[:3], rows[Col.COUNTRY_CODE], rows[Col.ACT], strict=True))


@pytest.mark.parametrize(
    ("article", "act", "codes"),
    [
        ("000", "DENY", {"USA", "GBR", "UKR"}),
        ("000", "CONDEMN", {"USA", "GBR", "UKR"}),
        ("000", "NO_STATEMENT", {"FRA", "TUR"}),
        ("000", "CONSULT", {"RUS", "USA"}),
        ("001", "DENY", {"USA", "GBR", "FRA", "UKR"}),
        ("001", "SUPPORT", {"USA", "GBR", "FRA"}),
        ("001", "INVESTIGATE", {"UKR"}),
        ("001", "COMMENT", {"TUR"}),
        ("001", "NO_STATEMENT", set()),
    ],
)
def test_the_seeds_say_who_did_what(seeds_results: Results, article: str, act: str, codes: set[str]) -> None:
    assert {code for document, code, found in seed_acts(seeds_results) if (document, found) == (article, act)} == codes


@pytest.mark.parametrize("article", ["000", "001"])
def test_each_of_the_four_calls_has_its_target(seeds_results: Results, article: str) -> None:
    rows = seeds_results[RESPONSES]
    rows = rows[rows[Col.DOCUMENT_ID].str.startswith(article) & (rows[Col.ACT] == "CONSULT")]
    targets = set(rows.loc[rows[Col.COUNTRY_CODE] == "RUS", Col.TARGET_CODE])
    assert targets >= {"FRA", "GBR", "TUR", "USA"}


def test_silence_is_told_apart_from_absence(seeds_results: Results) -> None:
    rows = seeds_results[COVERAGE]
    states = {(row[Col.DOCUMENT_ID][:3], row[Col.COUNTRY_CODE]): row[Col.STATE] for _, row in rows.iterrows()}
    assert states["000", "FRA"] == "no statement"
    assert states["001", "FRA"] == "responded"
    assert states["001", "BLR"] == "mentioned but not quoted"
    assert states["000", "BLR"] == "not mentioned"


def test_every_response_carries_the_codes_of_its_act(seeds_results: Results) -> None:
    acts = load_codebook().acts
    for _, row in seeds_results[RESPONSES].iterrows():
        act = acts[row[Col.ACT]]
        assert (row[Col.CAMEO_CODE], row[Col.PLOVER_TYPE]) == (" ".join(act.cameo), act.plover)
