"""Weigh what tells one claim: `python -m analysis.retelling.weigh`. Needs scikit-learn, which Readout itself does not.

Fits a logistic regression on pairs of passages of annotated events that the vectors were not trained on, and writes its
weights, rounded, to analysis/claims/likelihood.toml. Each event counts alike, however many pairs it has. The events of
the project are annotated for every claim that two outlets share. Others that are annotated for their main claims only
can be added (`--main-claims FOLDER`, a folder of articles and an annotation.json); of these, pairs are taken whose
passages both tell an annotated claim. The weights in the repository were fitted with three such events.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from analysis.claims.linking import link_claims
from analysis.pipeline import gather, read_articles
from analysis.results import records
from analysis.retelling.annotated import AnnotatedEvent, read_events
from analysis.settings import Settings
from analysis.tables import CLAIMS

OUT = Path(__file__).parents[1] / "claims" / "likelihood.toml"
_PAIRS = 4000.0
"""What the pairs of an event count together."""
_UNWEIGHED = ("one_institute", "other_meeting", "other_actor", "both_deny")
"""Findings that the fitted events say too little of.

No event names an institute: its word counts twice that of one who seldom speaks, since it judges an event once; settled
on one pair of the seeds. Who met others tells other things, as surely as where other countries act and actors differ:
of seven such pairs that lie near each other one tells one claim. Two ministries in the same words are two claims; the
fitted events have few such, and on the eight that nothing is fitted on as much is found with the weight, and a little
less wrongly. Denials in common come to nothing in these fits, to 0.8 in one on seven other events, which is kept: with
it more is found on the eight and as much is right.
"""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of passages of one event: what was found of each, in columns of these names, and whether they are one."""

    names: tuple[str, ...]
    found: npt.NDArray[np.float64]
    is_one: npt.NDArray[np.bool_]


def main() -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--main-claims", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    sparse = [AnnotatedEvent.read(path, path / "annotation.json") for path in options.main_claims]
    events = [pairs_of(event) for event in read_events()[1]] + [pairs_of(event, only_told=True) for event in sparse]
    weights = fit(events)
    weights["one_institute"] = round(weights["seldom_heard"] * 2, 2)
    weights["both_deny"] = 0.8
    weights["other_actor"] = -4.0
    weights["other_meeting"] = round(weights["other_country"] + weights["missing_actor"], 2)
    lines = [
        f"# Written by `python -m analysis.retelling.weigh` on {len(events)} events, {len(sparse)} of them annotated",
        "# for their main claims only [natural logarithm of odds].",
        *(f"{name} = {value}" for name, value in weights.items()),
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pairs_of(event: AnnotatedEvent, *, only_told: bool = False) -> Pairs:
    """The pairs of an event that are compared at all; `only_told`: those of which both tell an annotated claim."""
    tables = gather(read_articles(event.corpus.articles, Settings(), lambda done, total: None))
    rows = records(tables[CLAIMS.name])
    told = event.told_by_rows(rows)
    links = [
        link
        for link in link_claims(tables, Settings()).across
        if not only_told or (told[link.first] and told[link.second])
    ]
    findings = [link.likeness.findings for link in links]
    names = tuple(name for name in findings[0] if name not in _UNWEIGHED)
    found = np.array([[float(each[name]) for name in names] for each in findings])
    return Pairs(names, found, np.array([bool(told[link.first] & told[link.second]) for link in links]))


def fit(events: list[Pairs]) -> dict[str, float]:
    """The weight of each finding, and `start`, rounded to hundredths."""
    found, is_one = np.concatenate([e.found for e in events]), np.concatenate([e.is_one for e in events])
    counts = np.concatenate([np.full(len(e.is_one), _PAIRS / len(e.is_one)) for e in events])
    spread = found.std(axis=0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(found / spread, is_one, sample_weight=counts)
    weights = zip(events[0].names, model.coef_[0] / spread, strict=True)
    return {"start": round(float(model.intercept_[0]), 2)} | {name: round(float(value), 2) for name, value in weights}


if __name__ == "__main__":
    main()
