"""How many of the claims that outlets share are joined, and how many of the joined ones are right: `make accuracy`.

Measured on eight invented events (tests/events), each written and annotated by a reader who knew nothing of the rules.
No vectors were trained and no weights fitted on any of them. Prints figures and fails nothing.
"""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from analysis import Results, analyse
from analysis.columns import Col
from analysis.results import records
from analysis.retelling.annotated import AnnotatedEvent, Place
from analysis.tables import CLAIMS
from tests.conftest import ROOT

EVENTS = ROOT / "tests" / "events"


def measured(folder: Path) -> dict[str, Any]:
    """The figures of one event.

    Returns:
        `joined`: pairs of passages of two articles in one claim; `right`: the share of them that the annotation has as
        one claim, too; `pairs`: pairs of outlets that tell an annotated claim; `found`: the share of these that are
        joined; `f1` of right and found.
    """
    annotation = AnnotatedEvent.read(folder, folder / "annotation.json")
    groups = list(_groups(analyse(annotation.corpus)))
    told = {place: annotation.told_by(place) for group in groups for place in group}
    joined = [(a, b) for group in groups for a, b in combinations(group, 2) if a[0] != b[0]]
    right = sum(bool(told[a] & told[b]) for a, b in joined) / max(1, len(joined))
    wanted = [
        (row, a[0], b[0])
        for row, places in enumerate(annotation.claims)
        if row not in annotation.loose
        for a, b in combinations(places, 2)
    ]
    got = {(row, *sorted((a[0], b[0]))) for a, b in joined for row in told[a] & told[b]}
    found = sum((row, *sorted(outlets)) in got for row, *outlets in wanted) / max(1, len(wanted))
    f1 = 2 * right * found / (right + found) if right + found else 0.0
    figures = {"right": right, "found": found, "f1": f1}
    return {"joined": len(joined), "pairs": len(wanted)} | {name: round(value, 3) for name, value in figures.items()}


def _groups(results: Results) -> Iterator[list[Place]]:
    """The passages of each claim."""
    for _, rows in results[CLAIMS].groupby(Col.GROUP_ID, sort=True):
        yield [(row["document_id"], row["start_char"], row["end_char"]) for row in records(rows)]


def main() -> None:
    """Print one JSON line per event."""
    for folder in sorted(path for path in EVENTS.iterdir() if path.is_dir()):
        print(json.dumps({"event": folder.name} | measured(folder)), flush=True)


if __name__ == "__main__":
    main()
