"""Where a country stands towards the central claim: what an act usually means, turned round by whom it is aimed at."""

import pandas as pd
import pytest

from analysis import Results
from analysis.columns import Col
from analysis.stands import Accusation, central_accusation, take_stands
from analysis.tables import RESPONSES

USUAL = {"ACCUSE": "for", "CONDEMN": "against", "DENY": "against", "SUPPORT": "for", "COMMENT": "neutral"}


def responses(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """RESPONSES of (article, country, act, target)."""
    return RESPONSES.frame(
        {
            Col.RESPONSE_ID: str(number),
            Col.DOCUMENT_ID: document,
            Col.COUNTRY_CODE: country,
            Col.ACT: act,
            Col.TARGET_CODE: target,
            Col.POLARITY: USUAL.get(act, "silent"),
        }
        for number, (document, country, act, target) in enumerate(rows)
    )


CLAIM = (("a", "PER", "ACCUSE", "CHL"), ("b", "PER", "ACCUSE", "CHL"))


@pytest.mark.parametrize(
    ("country", "act", "target", "stand"),
    [
        ("BOL", "ACCUSE", "CHL", "for"),
        ("CHL", "ACCUSE", "PER", "against"),  # to accuse the accuser is no consent
        ("CHL", "ACCUSE", "", "against"),
        ("BOL", "CONDEMN", "PER", "against"),
        ("BOL", "CONDEMN", "CHL", "for"),  # to condemn the accused takes the charge for granted
        ("BOL", "SUPPORT", "CHL", "against"),
        ("BOL", "SUPPORT", "PER", "for"),
        ("CHL", "DENY", "PER", "against"),
        ("PER", "DENY", "CHL", "for"),  # the accuser denies the answer, not its own charge
        ("BOL", "COMMENT", "CHL", "neutral"),
        ("BOL", "NO_STATEMENT", "", "silent"),
        ("BOL", "CONDEMN", "ECU", "against"),  # neither of the two: the usual stand stays
    ],
)
def test_whom_an_act_is_aimed_at_decides(country: str, act: str, target: str, stand: str) -> None:
    frame = take_stands(responses(*CLAIM, ("a", country, act, target)))
    assert frame[Col.POLARITY].iloc[-1] == stand


def test_one_outlets_charge_is_not_the_central_claim_of_several() -> None:
    alone = responses(("a", "PER", "ACCUSE", "CHL"), ("b", "CHL", "DENY", "PER"))
    assert central_accusation(alone) is None
    assert take_stands(alone)[Col.POLARITY].tolist() == alone[Col.POLARITY].tolist()
    assert central_accusation(responses(("a", "PER", "ACCUSE", "CHL"))) == Accusation("PER", "CHL")


def test_the_order_of_articles_does_not_matter() -> None:
    rows = [*CLAIM, ("a", "CHL", "ACCUSE", "PER"), ("b", "CHL", "ACCUSE", "PER"), ("c", "CHL", "ACCUSE", "PER")]
    assert central_accusation(responses(*rows)) == central_accusation(responses(*reversed(rows)))


def test_the_seeds_turn_on_russias_charge(seeds_results: Results) -> None:
    frame = seeds_results[RESPONSES]
    assert central_accusation(frame) == Accusation("RUS", "UKR")
    assert set(frame.loc[frame["country_code"].eq("UKR") & frame["act"].eq("ACCUSE"), "polarity"]) == {"against"}
    assert set(frame.loc[frame["act"].eq("NO_STATEMENT"), "polarity"]) == {"silent"}
