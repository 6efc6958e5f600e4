"""Who takes part in what: talks, clashes, crowds before embassies, clauses side by side, and whose a spokesman is."""

import pytest
from spacy.language import Language

from analysis.articles import Article
from analysis.entities import find_mentions
from tests.responding import responses_in


def rows_in(nlp: Language, text: str) -> set[tuple[str, str, str]]:
    return {(row.country_code, row.act, row.target_code) for row in responses_in(nlp, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is talked with talks, who is called or visited need not
        ("Peru's president called his Chilean counterpart.", {("PER", "CONSULT", "CHL")}),
        (
            "Peru's president spoke by telephone with his Chilean counterpart.",
            {("PER", "CONSULT", "CHL"), ("CHL", "CONSULT", "PER")},
        ),
        (
            "Omani officials held talks with a Yemeni delegation.",
            {("OMN", "CONSULT", "YEM"), ("YEM", "CONSULT", "OMN")},
        ),
        ("Nepal's foreign minister arrived in Lima for talks.", {("NPL", "CONSULT", "PER")}),
        # what several do to each other
        (
            "Guards from Chad and Niger exchanged fire near a well.",
            {("TCD", "USE_FORCE", "NER"), ("NER", "USE_FORCE", "TCD")},
        ),
        ("Chad and Niger bombed the camp.", {("TCD", "USE_FORCE", ""), ("NER", "USE_FORCE", "")}),
        # a crowd is aimed at those before whose embassy it stands, and not at every place
        ("In Tunis, hundreds demonstrated outside the Danish embassy.", {("TUN", "PROTEST", "DNK")}),
        ("In Tunis, hundreds demonstrated outside parliament.", {("TUN", "PROTEST", "TUN")}),
        # clauses side by side have nothing of each other
        (
            "Poland and Latvia backed the idea; Slovakia opposed it.",
            {("POL", "SUPPORT", ""), ("LVA", "SUPPORT", ""), ("SVK", "REJECT", "")},
        ),
        # joined verbs before the reporting one have the subject of the first
        (
            "Portugal summoned the envoy of Oman and recalled its own ambassador, he added.",
            {("PRT", "CONDEMN", "OMN"), ("PRT", "SANCTION", "OMN")},
        ),
        # a time before joined clauses is the time of each
        ("Two years ago the bridge burned, and Peru then suspended flights to Lima.", set()),
        # after talks somebody has talked, after a raid he need not have raided
        (
            "Peru signed the treaty after talks with Chile.",
            {("PER", "SUPPORT", "CHL"), ("PER", "CONSULT", "CHL"), ("CHL", "CONSULT", "PER")},
        ),
        ("Peru signed the treaty after an attack on a camp.", {("PER", "SUPPORT", "")}),
        # what is taken back is no longer done
        ("Peru withdrew its demand for a vote.", {("PER", "YIELD", "")}),
        # the main verb is one though the parser takes it for a participle
        ("Sweden, which has a yard of its own, offered to lend a vessel.", {("SWE", "AGREE", "")}),
        # a dateline is no subject
        (
            "OSLO, Nov 14 (AP) - Peru and Chile on Thursday condemned the raid.",
            {("PER", "CONDEMN", ""), ("CHL", "CONDEMN", "")},
        ),
        # a ministry is a state's, and its state may stand in the sentence before
        ("Oman was quick. Its foreign ministry condemned the raid.", {("OMN", "CONDEMN", "")}),
        ("Repsol left Oman. Its president condemned the raid.", set()),
        # the two are the two named nearest before, if no third stands among them
        (
            "Peru's president called his Chilean counterpart. The two leaders agreed to a truce.",
            {("PER", "CONSULT", "CHL"), ("PER", "AGREE", "CHL"), ("CHL", "AGREE", "PER")},
        ),
        ("Peru, Chile and Bolivia border on the lake. The two sides agreed to a truce.", set()),
        (
            "Peru borders on Chile. Neither side has commented.",
            {("PER", "NO_STATEMENT", ""), ("CHL", "NO_STATEMENT", "")},
        ),
        # some of a group, one among those, whose forces are moved, and who gives what another draws
        ("The raid was condemned by countries including Fiji.", {("FJI", "CONDEMN", "")}),
        ("Fiji was among those who condemned the raid.", {("FJI", "CONDEMN", "")}),
        ("Fijian jets were scrambled on Monday.", {("FJI", "MOBILIZE", "")}),
        ("The raid drew condemnation from Fiji.", {("FJI", "CONDEMN", "")}),
        ("The raid on Fiji drew condemnation.", set()),
        ("Egypt called Oman's raid a violation of the law.", {("EGY", "CONDEMN", "OMN")}),
        # nothing is done to nothing
        ("Hungary has vetoed nothing.", set()),
        # what is warned against is to be left undone
        ("Kuwait warned against attacking the convoy.", {("KWT", "APPEAL", "")}),
        ("Kuwait warned Oman against an attack.", {("KWT", "THREATEN", "OMN")}),
        ("Kuwait warned that it would expel the envoy of Oman.", {("KWT", "THREATEN", "OMN")}),
        # where somebody is posted does not make him speak for the place
        ("Diplomats in Brussels said the text was blocked.", set()),
        # a deed is no word: who comments and acts does both
        (
            "Peru said the text was long. Peru sent food to Chad.",
            {("PER", "COMMENT", ""), ("PER", "AID", "TCD")},
        ),
    ],
)
def test_who_does_what_to_whom(nlp: Language, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows_in(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Cuba rejected it. “No,” foreign ministry spokeswoman Ana Ruiz said.", "Ana Ruiz", "CUB"),
        ("Peru's navy spoke first. Its spokesman, Capt. Juan Vela, said no.", "Juan Vela", "PER"),
        ("India's trade ministry denied it. A spokesman, Rajat Menon, said so.", "Rajat Menon", "IND"),
        # two bodies of two states, another's spokesman, and what is no body of a state
        ("Chile's navy met Peru's army. A spokesman, Juan Vela, said no.", "Juan Vela", ""),
        ("Peru's navy left. Company spokesman Juan Vela said so.", "Juan Vela", ""),
        # an office without a state is of the state in which the report was written, where it is an office of states
        ("LIMA (AP) — It rained. Prime Minister Ana Ruiz said so.", "Ana Ruiz", "PER"),
        ("LIMA (AP) — It rained. Prime Minister Ana Ruiz of Chile said so.", "Ana Ruiz", "CHL"),
        ("LIMA (AP) — It rained. University President Ana Ruiz said so.", "Ana Ruiz", ""),
        ("BRUSSELS (AP) — It rained. Prime Minister Ana Ruiz said so.", "Ana Ruiz", ""),
        # an office of no single state comes before the list of office holders
        ("NATO Secretary General Mark Rutte condemned it.", "Mark Rutte", ""),
        ("Dutch Prime Minister Mark Rutte condemned it.", "Mark Rutte", "NLD"),
    ],
)
def test_whose_a_spokesman_is(nlp: Language, text: str, name: str, code: str) -> None:
    found = find_mentions(Article("a", text), nlp(text))
    assert {mention.country_code for mention in found if mention.text == name} == {code}
