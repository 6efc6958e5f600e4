"""The figures of `make accuracy`: what counts as joined, right and found."""

import json
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.retelling.annotated import AnnotatedEvent
from tests.claim_accuracy import EVENTS, measured

NORTH = (
    "Oslo expelled nine diplomats on Monday over the broken cable.\n\nFishermen mended their nets in the old harbour."
)
SOUTH = (
    "Nine diplomats were expelled by Oslo on Monday over the broken cable.\n\nPrices of bread rose again in the town."
)


def folder(path: Path, claims: list[dict[str, object]]) -> Path:
    for name, text in (("north", NORTH), ("south", SOUTH)):
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    (path / "annotation.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    return path


def claim(north: str, south: str, *, is_loose: bool = False) -> dict[str, object]:
    return {"text": "", "passages": {"north": north, "south": south}, "is_loose": is_loose}


EXPELLED = claim("Oslo expelled nine diplomats", "Nine diplomats were expelled by Oslo")
UNRELATED = claim("Fishermen mended their nets", "Prices of bread rose again")


@pytest.mark.parametrize(
    ("claims", "pairs", "right", "found"),
    [
        ([EXPELLED], 1, 1.0, 1.0),
        # one of two was found
        ([EXPELLED, UNRELATED], 2, 1.0, 0.5),
        # joined, but not by the annotation
        ([UNRELATED], 1, 0.0, 0.0),
        # told in part: right where it is joined, not missed where it is not
        ([EXPELLED, UNRELATED | {"is_loose": True}], 1, 1.0, 1.0),
    ],
)
def test_joined_right_and_found(
    tmp_path: Path, claims: list[dict[str, object]], pairs: int, right: float, found: float
) -> None:
    figures = measured(folder(tmp_path, claims))
    assert (figures["joined"], figures["pairs"], figures["right"], figures["found"]) == (1, pairs, right, found)


def test_a_quotation_that_does_not_stand_there_is_named(tmp_path: Path) -> None:
    event = folder(tmp_path, [claim("Oslo closed", "Nine diplomats")])
    with pytest.raises(InputError, match="'Oslo closed' does not stand in 'north'"):
        AnnotatedEvent.read(event, event / "annotation.json")


def test_every_annotated_quotation_stands_in_its_article() -> None:
    folders = [path for path in EVENTS.iterdir() if path.is_dir()]
    assert len(folders) == 8
    assert all(len(AnnotatedEvent.read(path, path / "annotation.json").claims) >= 30 for path in folders)
