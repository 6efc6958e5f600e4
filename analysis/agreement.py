"""Where the outlets agree: per claim who reports it and on how many origins; per pair of outlets beyond chance.

No figure here says that a claim holds. `corroborated` means: told by two or more outlets that rest on different origins
or on none that shows.

Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability (nominal data).
"""

import functools
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.columns import Col
from analysis.disputes import find_disputes
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import AGREEMENT, OUTLET_PAIRS, Row

Figures = npt.NDArray[np.float64]

_SEED = 20221008
Unit = Sequence[Hashable]
"""The values that observers gave one unit; an observer that gave none is left out."""


def nominal_alpha(units: Sequence[Unit]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 full agreement, 0 what chance gives; None when nothing varies.

    Args:
        units: The values given to each unit; units with fewer than two values count for nothing.
    """
    counts = _value_counts(units)
    alpha = _alphas(counts, np.ones((1, len(counts))))[0]
    return None if np.isnan(alpha) else float(alpha)


def bootstrap_interval(units: Sequence[Unit], *, resamples: int) -> tuple[float, float] | None:
    """The 95 % interval of alpha over resampled units, with a fixed seed; None when it cannot be computed."""
    if not units:
        return None
    alphas = _alphas(_value_counts(units), _resampling(len(units), resamples))
    found = alphas[~np.isnan(alphas)]
    if len(found) < resamples / 2:
        return None
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def _value_counts(units: Sequence[Unit]) -> Figures:
    """How often each unit (row) was given each value (column)."""
    values = {value: column for column, value in enumerate(dict.fromkeys(value for unit in units for value in unit))}
    counts = np.zeros((len(units), len(values)))
    for row, unit in enumerate(units):
        for value in unit:
            counts[row, values[value]] += 1
    return counts


@functools.lru_cache(maxsize=1)
def _resampling(n_units: int, resamples: int) -> Figures:
    """How often each unit (column) is drawn in each resample (row); the same for every pair of one run."""
    drawn = np.random.default_rng(_SEED).integers(0, n_units, (resamples, n_units))
    return np.stack([np.bincount(row, minlength=n_units) for row in drawn]).astype(float)


def _alphas(counts: Figures, weights: Figures) -> Figures:
    """Alpha of the units taken as often as each row of `weights` says; NaN where nothing varies."""
    given = counts.sum(axis=1)
    pairable = given > 1
    counts, given, weights = counts[pairable], given[pairable], weights[:, pairable]
    totals = weights @ counts
    n = totals.sum(axis=1)
    observed = weights @ ((given**2 - (counts**2).sum(axis=1)) / (given - 1))
    expected = n**2 - (totals**2).sum(axis=1)
    varies = expected > 0
    return np.where(varies, 1 - (n - 1) * observed / np.where(varies, expected, 1), np.nan)


def agree_on_claims(
    claims: pd.DataFrame, discrepancies: pd.DataFrame, origins: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """AGREEMENT: every claim, the most widely told first."""
    outlet_of = {str(row["document_id"]): str(row["publisher"]) for row in records(documents)}
    disputed = _disputed(claims, discrepancies)
    reliance = _reliance(origins)
    groups: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in records(claims):
        groups[str(row["group_id"])].append(row)
    rows = [_claim(group, passages, outlet_of, disputed.get(group, ()), reliance) for group, passages in groups.items()]
    return AGREEMENT.frame(sorted(rows, key=lambda row: (-int(str(row[Col.N_OUTLETS])), str(row[Col.GROUP_ID]))))


def _disputed(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """The reasons for which each claim is contradicted."""
    reasons = {str(item["discrepancy_id"]): str(item["reason"]) for item in records(discrepancies)}
    found: dict[str, list[str]] = defaultdict(list)
    for dispute in find_disputes(claims, discrepancies):
        for group in sorted(frozenset().union(*dispute.groups)):
            found[group].append(reasons[dispute.discrepancy_id])
    return {group: tuple(dict.fromkeys(found[group])) for group in sorted(found)}


def _reliance(origins: pd.DataFrame) -> Mapping[str, list[tuple[int, int, str, str]]]:
    found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for row in records(origins):
        found[str(row["document_id"])].append((row["start_char"], row["end_char"], row["origin_id"], row["origin"]))
    return found


def _claim(
    group: str,
    passages: Sequence[Mapping[str, object]],
    outlet_of: Mapping[str, str],
    disputed: Sequence[str],
    reliance: Mapping[str, list[tuple[int, int, str, str]]],
) -> Row:
    outlets = sorted({outlet_of[str(p["document_id"])] for p in passages})
    everyone = sorted(set(outlet_of.values()))
    n_origins, names = count_origins(passages, outlet_of, reliance)
    status = "contradicted" if disputed else "corroborated" if len(outlets) > 1 else "single source"
    reason = "; ".join(disputed) if disputed else f"told by {len(outlets)} of {len(everyone)} outlets"
    if n_origins < len(outlets):
        reason += f"; {len(outlets)} outlets, {n_origins} origins"
    return {
        Col.GROUP_ID: group,
        Col.CLAIM: _label(passages),
        Col.STATUS: status,
        Col.OUTLETS: " | ".join(outlets),
        Col.OMITTED_BY: " | ".join(outlet for outlet in everyone if outlet not in outlets),
        Col.N_OUTLETS: len(outlets),
        Col.N_DOCUMENTS: len({p["document_id"] for p in passages}),
        Col.N_ORIGINS: n_origins,
        Col.ORIGIN: " | ".join(names),
        Col.REASON: reason,
    }


def _label(passages: Sequence[Mapping[str, object]]) -> str:
    """The passage that names a claim: one that opens a sentence, of those the closest to the others, then the shortest.

    An analyst reads it by itself, so that a piece out of a sentence comes last.
    """

    def rank(passage: Mapping[str, object]) -> tuple[bool, bool, float, int, str]:
        text = str(passage["text"]).strip()
        is_sentence = text[:1].isupper() or text[:1].isdigit()
        closeness = float(str(passage["score"] or 0))
        return is_sentence, text.endswith((".", "!", "?", "”", '"')), closeness, -len(text), str(passage["claim_id"])

    return str(max(passages, key=rank)["text"])


def count_origins(
    passages: Sequence[Mapping[str, object]],
    outlet_of: Mapping[str, str],
    reliance: Mapping[str, list[tuple[int, int, str, str]]],
) -> tuple[int, list[str]]:
    """Independent origins behind a claim's passages, and the names of those that show.

    Outlets whose passages rest on a common origin are one; an outlet that shows none is its own origin.
    """
    used: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for passage in passages:
        outlet = outlet_of[str(passage["document_id"])]
        start, end = int(str(passage["start_char"])), int(str(passage["end_char"]))
        used[outlet].update(())
        for first, last, origin_id, name in reliance.get(str(passage["document_id"]), ()):
            if first < end and last > start:
                used[outlet].add(origin_id)
                names[origin_id] = name
    clusters: list[tuple[set[str], set[str]]] = []
    for outlet in sorted(used):
        joined = ({outlet}, set(used[outlet]))
        apart = []
        for cluster in clusters:
            if cluster[1] & joined[1]:
                joined = (joined[0] | cluster[0], joined[1] | cluster[1])
            else:
                apart.append(cluster)
        clusters = [*apart, joined]
    return len(clusters), sorted(set(names.values()))


def agree_between_outlets(
    claims: pd.DataFrame, responses: pd.DataFrame, documents: pd.DataFrame, settings: Settings
) -> pd.DataFrame:
    """OUTLET_PAIRS: for every two outlets, whether they report the same, beyond chance.

    Measured over the claims that two or more outlets report, over all acts of countries ("responses"), and act by act.
    The units of an act are the countries of which any outlet reports an act; an outlet reports this one or does not.
    """
    outlet_of = {str(row["document_id"]): str(row["publisher"]) for row in records(documents)}
    outlets = sorted(set(outlet_of.values()))
    measures = {"claims": _telling_claims(claims, outlet_of), **_telling_acts(responses, outlet_of)}
    return OUTLET_PAIRS.frame(row for name, told in measures.items() for row in _pairs(name, told, outlets, settings))


def _telling_claims(claims: pd.DataFrame, outlet_of: Mapping[str, str]) -> list[set[str]]:
    told: dict[str, set[str]] = defaultdict(set)
    for row in records(claims):
        told[str(row["group_id"])].add(outlet_of[str(row["document_id"])])
    return [outlets for _, outlets in sorted(told.items()) if len(outlets) > 1]


def _telling_acts(responses: pd.DataFrame, outlet_of: Mapping[str, str]) -> dict[str, list[set[str]]]:
    """For "responses" and for each act that is reported: who reports it, country by country."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in records(responses):
        if row["country_code"] and str(row["document_id"]) in outlet_of:
            told[str(row["act"]), str(row["country_code"])].add(outlet_of[str(row["document_id"])])
    acts = sorted({act for act, _ in told})
    countries = sorted({country for _, country in told})
    by_act = {act: [told.get((act, country), set()) for country in countries] for act in acts}
    return {"responses": [who for units in by_act.values() for who in units], **by_act} if by_act else {}


def _pairs(measure: str, told: Sequence[set[str]], outlets: Sequence[str], settings: Settings) -> Iterator[Row]:
    for a, b in combinations(outlets, 2):
        units = [(a in who, b in who) for who in told]
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
