"""Where each country stands towards the event's central claim, read from all articles together.

The central claim is the accusation that most articles report: one country, the accuser, says that another, the accused,
has done or plans something. An act has a usual stand (the codebook's polarity); whom it is aimed at can turn it round:
the accused that accuses the accuser stands against the claim, though to accuse usually is to be for it.
"""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from analysis.columns import Col
from analysis.tables import RESPONSES

_AGAINST_SOMEBODY = frozenset({"ACCUSE", "CONDEMN", "REJECT"})
_FOR_SOMEBODY = frozenset({"SUPPORT", "AGREE"})


@dataclass(frozen=True, slots=True)
class Accusation:
    """The event's central claim: `accuser` says that `accused` did or plans something (ISO 3166-1 alpha-3)."""

    accuser: str
    accused: str


def central_accusation(responses: pd.DataFrame) -> Accusation | None:
    """The accusation between two countries that most articles report; None where none stands out.

    With several articles at least two must report it: one outlet's charge is not what the others respond to.
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in responses.loc[responses[Col.ACT].eq("ACCUSE")].itertuples():
        accuser, accused = str(row.country_code), str(row.target_code)
        if accuser and accused and accuser != accused:
            told[accuser, accused].add(str(row.document_id))
    if not told:
        return None
    pair = min(told, key=lambda key: (-len(told[key]), key))
    needed = min(2, responses[Col.DOCUMENT_ID].nunique())
    return Accusation(*pair) if len(told[pair]) >= needed else None


def take_stands(responses: pd.DataFrame) -> pd.DataFrame:
    """RESPONSES with the polarity that follows from whom each act is aimed at; unchanged without a central claim."""
    claim = central_accusation(responses)
    if claim is None:
        return responses
    frame = responses.copy()
    frame[Col.POLARITY] = [
        _stand(str(row.act), str(row.country_code), str(row.target_code), str(row.polarity), claim)
        for row in frame.itertuples()
    ]
    return RESPONSES.conform(frame)


def _stand(act: str, actor: str, target: str, usual: str, claim: Accusation) -> str:
    if act in _AGAINST_SOMEBODY and target in (claim.accuser, claim.accused):
        return "for" if target == claim.accused else "against"
    if act in _FOR_SOMEBODY and target in (claim.accuser, claim.accused):
        return "for" if target == claim.accuser else "against"
    if act == "DENY" and actor == claim.accuser:
        return "for"
    if act == "ACCUSE" and actor == claim.accused:
        return "against"
    return usual
