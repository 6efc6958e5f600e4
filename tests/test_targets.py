"""Whom acts are aimed at: one trap a sentence, by the kind of aim that the codebook gives each act."""

from pathlib import Path

import pytest
from spacy.language import Language

from analysis.codebook import PATH, load_codebook
from analysis.errors import CodebookError
from analysis.responses.carrying import carry_targets
from analysis.responses.rows import Finding
from tests.test_responses import responses_in


def dyads_in(nlp: Language, text: str, act: str) -> set[tuple[str, str]]:
    """(country, target) of the responses of one act."""
    return {(row.country_code, row.target_code) for row in responses_in(nlp, text) if row.act == act}


@pytest.mark.parametrize(
    ("act", "text", "expected"),
    [
        ("ACCUSE", "Spain accused Morocco of fraud.", {"MAR"}),
        ("CONSULT", "Spain phoned its colleagues in Rabat and Rome.", {"MAR", "ITA"}),
        ("APPEAL", "Spain demanded that Morocco return the boats.", {"MAR"}),
        # a clause beside the act, with a subject of its own, is not what the act is aimed at
        ("DENY", "Spain denied the report, while Oman and Chad have not yet commented.", {""}),
        # two verbs share one object
        ("CONDEMN", "Spain denied and condemned Oman's allegations.", {"OMN"}),
        # who did it is condemned, not who suffered it nor the place
        ("CONDEMN", "Spain condemned the Moroccan raid.", {"MAR"}),
        ("CONDEMN", "Spain condemned the raid.", {""}),
        ("CONDEMN", "Spain condemned an attack by Chad on a hospital in Libya.", {"TCD"}),
        ("CONDEMN", "Spain condemned the killing of three sailors in Oman.", {""}),
        ("CONDEMN", "Spain condemned the remarks made by Oman.", {"OMN"}),
        ("CONDEMN", "Spain criticised the policy of Oman.", {"OMN"}),
        ("CONDEMN", "Spain denounced what it called an attack by Oman on a ship from Chad.", {"OMN"}),
        # who is told of it is not blamed for it, but a complaint is made to somebody
        ("ACCUSE", "Spain alleged to the Danish envoy that Oman had bought the boats.", {"OMN"}),
        ("CONDEMN", "Spain complained to Oman about the noise.", {"OMN"}),
        # who is lashed out at, blamed with a pointed finger, or found outrageous is no place
        ("CONDEMN", "Spain lashed out at the Omani tariffs.", {"OMN"}),
        ("CONDEMN", "Spain voiced anger at the Omani raid.", {"OMN"}),
        ("ACCUSE", "Spain pointed the finger at Oman.", {"OMN"}),
        ("CONDEMN", "Spain condemned the raid at an Omani port.", {""}),
        # whose claim it is, not what it is about
        ("DENY", "Spain rejected Oman's claim that Chad had sold the boats.", {"OMN"}),
        # an appeal names a place beside the one it is addressed to
        ("APPEAL", "Spain urged Chad to leave the camps in Libya.", {"TCD"}),
        ("APPEAL", "Spain called for calm in Libya.", {""}),
        # who is to do it is asked, and nobody else named in what is asked for
        ("APPEAL", "Spain demanded that its partners recognise Chad.", {""}),
        ("APPEAL", "Spain demanded a meeting to discuss the Libyan raid.", {""}),
        # near a country is not in it
        ("USE_FORCE", "Spain shelled a village near the Chadian border.", {""}),
        # a threatened deed is aimed at its place
        ("THREATEN", "Spain threatened to resume attacks in Libya.", {"LBY"}),
        # to comment and to keep silent is aimed at nobody
        ("COMMENT", "Spain confirmed that the boat had left Oman.", {""}),
        ("NO_STATEMENT", "Spain declined to comment on the boats in Oman.", {""}),
        # the country's own property and people do not make it its own target
        ("MOBILIZE", "Spain moved troops to its border.", {""}),
        # what is said: who does it, whose words they are, whom they are said to
        ("ACCUSE", "Spain said Oman had violated the law of the sea.", {"OMN"}),
        ("ACCUSE", "Spain claimed to have proof of a plot by Oman.", {"OMN"}),
        ("ACCUSE", "Spain said it knew of Oman's plans to stage a false-flag attack.", {"OMN"}),
        ("ACCUSE", "Spain said there was evidence of Oman's part in the plot.", {"OMN"}),
        ("ACCUSE", "Spain said its navy had towed away an Omani spy ship.", set()),
        ("DENY", "Spain said Oman's report was baseless.", {"OMN"}),
        ("DENY", "Spain told Oman that the boat was civilian.", {"OMN"}),
        ("CONDEMN", "Spain said the act, which a Danish court had allowed, was shameful.", {""}),
    ],
)  # fmt: skip
def test_whom_spain_aims_at(nlp: Language, act: str, text: str, expected: set[str]) -> None:
    assert dyads_in(nlp, text, act) == {("ESP", code) for code in expected}


@pytest.mark.parametrize(
    ("act", "text", "expected"),
    [
        # together they meet each other ...
        ("CONSULT", "Nepal and India held talks.", {("NPL", "IND"), ("IND", "NPL")}),
        # ... but condemn nobody by standing together
        ("CONDEMN", "Nepal and India condemned what they called a crime.", {("NPL", ""), ("IND", "")}),
        # at home, where nobody abroad is named
        ("COERCE", "Nepal imposed a curfew.", {("NPL", "NPL")}),
        # rebels of a country and its government
        ("REJECT", "Rebels in Chad rejected the offer of the Chadian president.", {("TCD", "TCD")}),
    ],
)
def test_joint_and_domestic_acts(nlp: Language, act: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert dyads_in(nlp, text, act) == expected


@pytest.mark.parametrize(
    ("act", "text", "expected"),
    [
        # the same noun, definite the second time
        ("USE_FORCE", "A Danish drone crossed the bay. Peru shot down the drone on Friday.", {("PER", "DNK")}),
        # ... of two the nearer, and none that comes after
        ("USE_FORCE", "A Danish drone and a Chadian drone crossed. Peru shot down the drone.", {("PER", "TCD")}),
        ("USE_FORCE", "Peru shot down the drone. A Danish drone had crossed the bay.", {("PER", "")}),
        # the act is told again
        ("YIELD", "Peru apologised to Oman. The minister said that Peru apologised on Monday.", {("PER", "OMN")}),
        # a denial answers who accuses
        ("DENY", "Oman accused Peru of theft. Peru denied it.", {("PER", "OMN")}),
        # one sentence, one quarrel
        ("CONDEMN", "Peru rejected the Omani claims and slammed the decision.", {("PER", "OMN")}),
        # a judgement names the deed and leaves open whose it is
        ("CONDEMN", "Peru called in Oman's envoy. Later Peru said it was disgraceful.", {("PER", "OMN"), ("PER", "")}),
        # a bloc is named, so no country is meant
        ("CONDEMN", "Peru condemned Oman. It also condemned the European Union.", {("PER", "OMN"), ("PER", "")}),
    ],
)  # fmt: skip
def test_targets_named_before(nlp: Language, act: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert dyads_in(nlp, text, act) == expected


def test_carrying_leaves_what_is_named_and_what_addresses_nobody() -> None:
    def finding(act: str, *targets: str, at: int) -> Finding:
        return Finding(act, (), targets, at, at + 10, "verb:x", 0.8)

    found = [finding("ACCUSE", "OMN", at=0), finding("COMMENT", at=20), finding("ACCUSE", "TCD", at=40)]
    assert carry_targets(found, load_codebook()) == found


def test_an_aim_outside_the_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codebook.toml"
    path.write_text(PATH.read_text(encoding="utf-8").replace('aim = "home"', 'aim = "house"'), encoding="utf-8")
    with pytest.raises(CodebookError, match="house"):
        load_codebook(path)
