"""What is denied, alleged, rumoured or left undone is no deed, and whoever is judged for a deed is its doer."""

import pytest
from spacy.language import Language

from tests.responding import acts_in, responses_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the deed of an accusation is alleged, and of the accused
        ("Norway accused Russia of jamming its satellites.", {("NOR", "ACCUSE")}),
        ("Kenya blamed Somalia for shelling the market.", {("KEN", "ACCUSE")}),
        ("France suspects China of hacking the ministry.", {("FRA", "ACCUSE")}),
        ("Russia's envoy charged Ukraine with bombing the bridge.", {("RUS", "ACCUSE")}),
        ("Russia was accused by Ukraine of bombing the dam.", {("UKR", "ACCUSE")}),
        ("Ukraine holds Russia responsible for bombing the dam.", {("UKR", "ACCUSE")}),
        # who is condemned or thanked for a deed has done it
        ("Oman criticised Yemen for arresting the sailors.", {("OMN", "CONDEMN"), ("YEM", "COERCE")}),
        ("Denmark thanked Germany for sending firefighters.", {("DNK", "SUPPORT"), ("DEU", "AID")}),
        # by leaves the deed to the subject
        ("Finland answered Russia by expelling two diplomats.", {("FIN", "SANCTION")}),
    ],
)
def test_what_somebody_is_judged_for(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India denied reports that it had halted wheat exports.", {("IND", "DENY")}),
        ("Egypt denied it had closed the crossing.", {("EGY", "DENY")}),
        ("Iran denies ever sending missiles to Yemen.", {("IRN", "DENY")}),
        ("Latvia denied Estonia's allegation that it had hacked the ministry.", {("LVA", "DENY")}),
        ("Serbia called reports that it had shipped weapons to Ukraine false.", {("SRB", "DENY")}),
        ("Poland said reports that it had closed the border were untrue.", {("POL", "DENY")}),
        ("Mexico would not confirm that it had arrested the general.", {("MEX", "NO_STATEMENT")}),
        ("Mexico neither confirmed nor denied that it had arrested the general.", {("MEX", "NO_STATEMENT")}),
        ("Reports that India had halted wheat exports proved false.", set()),
        # what somebody vouches for is told as done; so is what stands beside a denial
        ("Mali confirmed reports that its troops had shelled the camp.", {("MLI", "COMMENT"), ("MLI", "USE_FORCE")}),
        ("India halted wheat exports and denied any pressure.", {("IND", "SANCTION"), ("IND", "DENY")}),
        # what is rejected was said
        ("Chile rejected Peru's condemnation of the raid.", {("CHL", "REJECT"), ("PER", "CONDEMN")}),
    ],
)
def test_what_is_denied_or_rumoured(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Netherlands would wait for the findings before assigning blame.", set()),
        ("Norway declined to blame Russia for the sabotage.", {("NOR", "NO_STATEMENT")}),
        ("Instead of blaming Russia, Finland waited.", set()),
        ("Rather than condemning the coup, Japan waited.", set()),
        ("Japan waited rather than condemn the coup.", set()),
        ("Far from condemning the coup, Japan waited.", set()),
        ("Spain did not condemn or defend the strike.", set()),
        # after leaves no doubt, and neither does before where what follows it is done
        ("Finland waited a week after condemning the raid.", {("FIN", "CONDEMN")}),
        ("Finland condemned the raid before expelling two envoys.", {("FIN", "CONDEMN"), ("FIN", "SANCTION")}),
    ],
)
def test_what_is_left_undone(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        # a denial is aimed at who alleges, not at whom the denied deed is said to have touched
        ("Iran denied that it had sent missiles to Yemen.", ""),
        ("Iran denied Oman's claim that it had sent missiles to Yemen.", "OMN"),
        # what is done without somebody is not aimed at him
        ("Canada condemned the strike without naming Russia.", ""),
    ],
)
def test_whom_it_is_aimed_at(nlp: Language, text: str, target: str) -> None:
    assert {row.target_code for row in responses_in(nlp, text)} == {target}
