"""Kept results: bounded by size and age, and nothing else in the data folder is ever dropped."""

import os
import time
from pathlib import Path

import pytest

from analysis.cases import CaseStore
from analysis.results import PROVENANCE
from dashboard import data
from dashboard.results_cache import DAYS, IN_USE, MEGABYTES, max_bytes, prune

NOW = 2_000_000_000.0
DAY = 86_400.0
KEYS = tuple(letter * 64 for letter in "abcdef")


def keep(cache: Path, name: str, *, age: float, size: int = 100) -> Path:
    """A folder of results that somebody looked at `age` seconds ago."""
    folder = cache / name
    folder.mkdir(parents=True)
    (folder / PROVENANCE).write_bytes(b"x" * size)
    os.utime(folder, (NOW - age, NOW - age))
    return folder


@pytest.mark.parametrize(
    ("ages", "limit", "left"),
    [
        ([2 * DAY, 3 * DAY, 4 * DAY], 300, 3),  # all fit
        ([2 * DAY, 3 * DAY, 4 * DAY], 250, 2),  # the one that was not looked at for longest goes
        ([4 * DAY, 3 * DAY, 2 * DAY], 150, 1),
        ([2 * DAY, 3 * DAY, (DAYS + 1) * DAY], 300, 2),  # too old, though it fits
        ([IN_USE / 2, IN_USE / 2, 2 * DAY], 0, 2),  # in use, though none fits
        ([], 0, 0),
    ],
)
def test_the_oldest_results_are_dropped_until_the_rest_fits(
    tmp_path: Path, ages: list[float], limit: int, left: int
) -> None:
    for name, age in zip(KEYS, ages, strict=False):
        keep(tmp_path, name, age=age)
    dropped = prune(tmp_path, limit, NOW)
    kept = sorted(tmp_path.iterdir(), key=lambda folder: -folder.stat().st_mtime)
    assert (len(kept), len(dropped)) == (left, len(ages) - left)
    assert [NOW - folder.stat().st_mtime for folder in kept] == sorted(ages)[:left]


def test_what_a_large_run_leaves_free_is_used(tmp_path: Path) -> None:
    sizes = (100, 300, 100)
    folders = [
        keep(tmp_path, name, age=(day + 2) * DAY, size=size)
        for day, (name, size) in enumerate(zip(KEYS, sizes, strict=False))
    ]
    assert prune(tmp_path, 250, NOW) == [folders[1]]


def test_nothing_but_results_is_dropped(tmp_path: Path) -> None:
    cache = tmp_path / "results"
    CaseStore.open(tmp_path / "cases.duckdb").create("Bridge")
    mine = keep(cache, "my notes", age=400 * DAY)
    nested = keep(cache, KEYS[0], age=400 * DAY)
    (nested / "articles").mkdir()
    os.utime(nested, (NOW - 400 * DAY, NOW - 400 * DAY))
    (cache / KEYS[1]).symlink_to(tmp_path, target_is_directory=True)
    (cache / KEYS[2]).write_text("a file")
    half = keep(cache, KEYS[3], age=2 * DAY)
    (half / PROVENANCE).rename(half / "actors.parquet")  # a run that was killed while it wrote
    os.utime(half, (NOW - 2 * DAY, NOW - 2 * DAY))
    assert prune(cache, 0, NOW) == [half]
    assert all(path.exists() for path in (mine, nested, cache / KEYS[1], cache / KEYS[2]))
    assert [case.name for case in CaseStore.open(tmp_path / "cases.duckdb").cases()] == ["Bridge"]
    assert prune(tmp_path / "missing", 0, NOW) == []


@pytest.mark.parametrize(("value", "megabytes"), [("", MEGABYTES), ("20", 20), ("0", 0), ("many", MEGABYTES)])
def test_the_limit_can_be_set(value: str, megabytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CACHE_MB", value)
    assert max_bytes() == megabytes << 20


def test_a_new_analysis_drops_old_results_and_a_look_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    cache, article = tmp_path / "data" / "results", tmp_path / "day" / "a.txt"
    article.parent.mkdir()

    def left_after(text: str, *, limit: str, age: float = 2 * DAY) -> set[str]:
        """Results that are kept once this text was looked at; then all grow old."""
        article.write_text(text)
        monkeypatch.setenv("READOUT_CACHE_MB", limit)
        data.load(article.parent, lambda done, total: None)
        found = {folder.name for folder in cache.iterdir()}
        for folder in cache.iterdir():
            if time.time() - folder.stat().st_mtime < IN_USE:
                os.utime(folder, (time.time() - age, time.time() - age))
        return found

    monday, tuesday = "Paris denied the report on Monday.", "Paris denied the report on Tuesday."
    first = left_after(monday, limit="500")
    both = left_after(tuesday, limit="500", age=3 * DAY)
    assert (len(first), len(both)) == (1, 2)
    assert left_after(monday, limit="0", age=60) == both  # nothing new was made, so nothing is dropped
    third = left_after("Paris denied another report.", limit="0")
    assert first < third  # somebody has just looked at it
    assert third & both == first
