"""How many of the claims that outlets share are joined, and how many of the joined ones are right: `make accuracy`.

Measured on six invented events (tests/events), each written and annotated by a reader who knew nothing of the rules.
The weights of `analysis.claims.likelihood` were fitted on four of them; two were held out. Prints figures and fails
nothing.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from analysis import Results, analyse
from analysis.columns import Col
from analysis.readers import read_corpus
from analysis.results import records
from analysis.tables import CLAIMS
from tests.conftest import ROOT

EVENTS = ROOT / "tests" / "events"
HELD_OUT = ("airliner_struck", "driver_arrested")
"""Events that nothing was fitted on."""
_MOSTLY = 0.5
"""Share that a passage and an annotated quotation have in common at least, of the shorter one, to tell the same."""

Place = tuple[str, int, int]
"""An article and offsets in it [start, end)."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The claims of an event: the place in each outlet that tells one. Loose ones are told in part; none is missed."""

    claims: tuple[tuple[Place, ...], ...]
    loose: frozenset[int]

    @classmethod
    def read(cls, folder: Path) -> "Annotation":
        """The annotation beside the articles of a folder.

        Raises:
            ValueError: a quotation does not stand in its article as it is written.
        """
        told = json.loads((folder / "annotation.json").read_text(encoding="utf-8"))["claims"]
        claims = tuple(tuple(_place(folder, *item) for item in claim["passages"].items()) for claim in told)
        return cls(claims, frozenset(row for row, claim in enumerate(told) if claim["is_loose"]))

    def told_by(self, place: Place) -> frozenset[int]:
        """The claims that a passage tells."""
        return frozenset(
            row for row, places in enumerate(self.claims) if any(_is_one(place, other) for other in places)
        )


def _place(folder: Path, document_id: str, quotation: str) -> Place:
    start = (folder / f"{document_id}.txt").read_text(encoding="utf-8").find(quotation)
    if start < 0:
        raise ValueError(f"{folder.name}: {quotation!r} does not stand in {document_id}.txt")
    return document_id, start, start + len(quotation)


def _is_one(a: Place, b: Place) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared > _MOSTLY * min(a[2] - a[1], b[2] - b[1])


def measured(folder: Path) -> dict[str, Any]:
    """The figures of one event.

    Returns:
        `joined`: pairs of passages of two articles in one claim; `right`: the share of them that the annotation has as
        one claim, too; `pairs`: pairs of outlets that tell an annotated claim; `found`: the share of these that are
        joined; `f1` of right and found.
    """
    annotation = Annotation.read(folder)
    groups = list(_groups(analyse(read_corpus(folder))))
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
        print(json.dumps({"event": folder.name, "held_out": folder.name in HELD_OUT} | measured(folder)), flush=True)


if __name__ == "__main__":
    main()
