"""Weigh what tells one claim: `python -m analysis.retelling.weigh`. Needs scikit-learn, which Readout itself does not.

Fits a logistic regression on pairs of passages of annotated events that the vectors were not trained on, and writes its
weights, rounded, to analysis/claims/likelihood.toml. Each event counts alike, however many pairs it has. The events of
the project are annotated for every claim that two outlets share. Others that are annotated for their main claims only
can be added (`--main-claims FOLDER`, a folder of articles and an annotation.json); of these, pairs are taken whose
passages both tell an annotated claim, so that more of them tell one than of all pairs: they have a start of their own,
which is not written. The weights in the repository were fitted with three such events.
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
from analysis.retelling.annotated import WEIGHING, AnnotatedEvent, read_events
from analysis.settings import Settings
from analysis.tables import CLAIMS

OUT = Path(__file__).parents[1] / "claims" / "likelihood.toml"
_PAIRS = 4000.0
"""What the pairs of an event count together."""
_UNWEIGHED = ("one_institute", "other_actor")
_INSTITUTE = 3
"""An institute's word counts so many times that of one who seldom speaks, since it judges an event once. The fitted
events say too little of it (two pairs); settled on one pair of the seeds."""
_OTHER_ACTOR = -4.0
"""Two ministries in the same words are two claims; the fitted events have next to none of these."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of passages of one event.

    Attributes:
        names: Of what was found.
        found: What was found of each pair, in columns of these names.
        is_one: Whether they tell one claim.
        is_sparse: The event is annotated for its main claims only.
    """

    names: tuple[str, ...]
    found: npt.NDArray[np.float64]
    is_one: npt.NDArray[np.bool_]
    is_sparse: bool


def main() -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--main-claims", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    sparse = [AnnotatedEvent.read(path, path / "annotation.json") for path in options.main_claims]
    events = [pairs_of(event) for event in read_events(WEIGHING)] + [
        pairs_of(event, is_sparse=True) for event in sparse
    ]
    weights = fit(events)
    weights["one_institute"] = round(weights["seldom_heard"] * _INSTITUTE, 2)
    weights["other_actor"] = _OTHER_ACTOR
    lines = [
        f"# Written by `python -m analysis.retelling.weigh` on {len(events)} events, {len(sparse)} of them annotated",
        "# for their main claims only [natural logarithm of odds].",
        *(f"{name} = {value}" for name, value in weights.items()),
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pairs_of(event: AnnotatedEvent, *, is_sparse: bool = False) -> Pairs:
    """The pairs of an event that are compared at all; of a sparse one those of which both tell an annotated claim."""
    tables = gather(read_articles(event.corpus.articles, Settings(), lambda done, total: None))
    rows = records(tables[CLAIMS.name])
    told = event.told_by_rows(rows)
    links = [
        link
        for link in link_claims(tables, Settings()).across
        if not is_sparse or (told[link.first] and told[link.second])
    ]
    findings = [link.likeness.findings for link in links]
    names = tuple(name for name in findings[0] if name not in _UNWEIGHED)
    found = np.array([[float(each[name]) for name in names] for each in findings])
    return Pairs(names, found, np.array([bool(told[link.first] & told[link.second]) for link in links]), is_sparse)


def fit(events: list[Pairs]) -> dict[str, float]:
    """The weight of each finding, and `start`, rounded to hundredths."""
    found = np.concatenate([np.column_stack([e.found, np.full(len(e.is_one), e.is_sparse)]) for e in events])
    is_one = np.concatenate([e.is_one for e in events])
    counts = np.concatenate([np.full(len(e.is_one), _PAIRS / len(e.is_one)) for e in events])
    spread = found.std(axis=0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(found / spread, is_one, sample_weight=counts)
    weights = zip(events[0].names, (model.coef_[0] / spread)[:-1], strict=True)
    return {"start": round(float(model.intercept_[0]), 2)} | {name: round(float(value), 2) for name, value in weights}


if __name__ == "__main__":
    main()
