"""Where every two outlets agree, beyond chance: over claims, over countries' acts, and act by act."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from analysis.agreement.alpha import bootstrap_interval, nominal_alpha
from analysis.columns import Col
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import OUTLET_PAIRS, Row
from analysis.touched_claims import touched_claims

_OTHERWISE = "otherwise"
"""The value of the second of two outlets that tell one claim in two ways."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What outlets can agree on: who reports it, and which two of those contradict each other in it."""

    told: frozenset[str]
    opposed: frozenset[frozenset[str]] = frozenset()

    def values(self, a: str, b: str) -> tuple[Hashable, Hashable]:
        """What each of two outlets says of it."""
        return a in self.told, _OTHERWISE if {a, b} in self.opposed else b in self.told


def agree_between_outlets(
    claims: pd.DataFrame,
    discrepancies: pd.DataFrame,
    responses: pd.DataFrame,
    documents: pd.DataFrame,
    settings: Settings,
) -> pd.DataFrame:
    """OUTLET_PAIRS: for every two outlets, whether they report the same, beyond chance.

    Measured over the claims that two or more outlets report, over all acts of countries ("responses"), and act by act.
    Two outlets that contradict each other within a claim both report it and disagree. The units of an act are the
    countries of which any outlet reports an act; an outlet reports this one or does not.
    """
    outlet_of = {str(row["document_id"]): str(row["publisher"]) for row in records(documents)}
    outlets = sorted(set(outlet_of.values()))
    opposed = _opposed(claims, discrepancies, outlet_of)
    measures = {"claims": _telling_claims(claims, outlet_of, opposed), **_telling_acts(responses, outlet_of)}
    return OUTLET_PAIRS.frame(row for name, told in measures.items() for row in _pairs(name, told, outlets, settings))


def _opposed(
    claims: pd.DataFrame, discrepancies: pd.DataFrame, outlet_of: Mapping[str, str]
) -> Mapping[str, set[frozenset[str]]]:
    """For each claim the pairs of outlets that tell it in two ways."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for dispute in touched_claims(claims, discrepancies):
        for group in dispute.groups[0] & dispute.groups[1]:
            found[group].add(frozenset(outlet_of[document_id] for document_id in dispute.documents))
    return found


def _telling_claims(
    claims: pd.DataFrame, outlet_of: Mapping[str, str], opposed: Mapping[str, set[frozenset[str]]]
) -> list[_Unit]:
    told: dict[str, set[str]] = defaultdict(set)
    for row in records(claims):
        told[str(row["group_id"])].add(outlet_of[str(row["document_id"])])
    return [
        _Unit(frozenset(outlets), frozenset(opposed.get(group, ())))
        for group, outlets in sorted(told.items())
        if len(outlets) > 1
    ]


def _telling_acts(responses: pd.DataFrame, outlet_of: Mapping[str, str]) -> dict[str, list[_Unit]]:
    """For "responses" and for each act that is reported: who reports it, country by country."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in records(responses):
        if row["country_code"] and str(row["document_id"]) in outlet_of:
            told[str(row["act"]), str(row["country_code"])].add(outlet_of[str(row["document_id"])])
    acts = sorted({act for act, _ in told})
    countries = sorted({country for _, country in told})
    by_act = {act: [_Unit(frozenset(told.get((act, country), ()))) for country in countries] for act in acts}
    return {"responses": [who for units in by_act.values() for who in units], **by_act} if by_act else {}


def _pairs(measure: str, told: Sequence[_Unit], outlets: Sequence[str], settings: Settings) -> Iterator[Row]:
    for a, b in combinations(outlets, 2):
        units = [unit.values(a, b) for unit in told]
        alpha = nominal_alpha(units)
        interval = bootstrap_interval(units, resamples=settings.bootstrap_resamples)
        yield {
            Col.PUBLISHER_A: a,
            Col.PUBLISHER_B: b,
            Col.MEASURE: measure,
            Col.N_UNITS: len(units),
            Col.N_AGREED: sum(x == y for x, y in units),
            Col.ALPHA: alpha,
            Col.ALPHA_LOW: interval[0] if interval else None,
            Col.ALPHA_HIGH: interval[1] if interval else None,
            Col.WARNING: _warning(len(units), alpha, settings),
        }


def _warning(n_units: int, alpha: float | None, settings: Settings) -> str:
    if n_units < settings.min_units:
        return f"only {n_units} units could be compared; fewer than {settings.min_units} show nothing reliable"
    return "" if alpha is not None else "nothing varies between the two, so that chance agreement has no meaning"
