"""The command line, as scripts call it: a fresh process, files out, one clear sentence when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main, read_pairs
from analysis.errors import InputError
from analysis.tables import TABLES
from tests.conftest import ROOT, SEEDS


def test_a_fresh_process_writes_every_table(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "run", str(SEEDS), "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "2 of 2 articles" in done.stderr
    for table in TABLES:
        lines = (tmp_path / f"{table.name}.jsonl").read_text(encoding="utf-8").splitlines()
        for line in lines:
            assert set(json.loads(line)) == {str(column) for column in table.columns}


def test_what_was_not_analysed_is_said(tmp_path: Path, capsys) -> None:
    (tmp_path / "north.txt").write_text("France denied the claim.", encoding="utf-8")
    (tmp_path / "south.txt").write_text(
        "وزير الخارجية نفى يوم الاثنين أن تكون بلاده قد أطلقت الصواريخ.", encoding="utf-8"
    )
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert main(["run", str(tmp_path), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "'south' was not analysed: its language is not read." in said
    assert "1 of 2 articles analysed" in said
    assert "empty" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "no/such", "--out", "out"], ["'no/such'", "Accepted"]),
        (["run", str(SEEDS), "--out", "out", "--model", "no_such"], ["'no_such'", "requirements.txt"]),
        (["run", str(ROOT / "Makefile"), "--out", "out"], ["Makefile", "not a kind of input", "sources.csv"]),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(arguments, words, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert "Traceback" not in error
    for word in words:
        assert word in error


def test_help_names_each_kind_of_input(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    shown = capsys.readouterr().out
    assert "sources.csv" in shown
    assert ".jsonl" in shown


def test_pairs_are_compared_in_their_order_under_their_ids(tmp_path: Path, capsys) -> None:
    texts = [("x", "Paris denied it.", "Paris confirmed it."), (7, "Two ships left.", "Two ships left."), ("", "", "A")]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("\n\n".join(json.dumps({"id": i, "a": a, "b": b}) for i, a, b in texts), encoding="utf-8")
    assert main(["compare", str(pairs), "--out", str(tmp_path / "out.jsonl")]) == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [(row["id"], row["relation"], row["kind"]) for row in rows]
    assert found == [("x", "contradicts", "stance"), (7, "same", ""), ("", "different", "")]
    assert all(set(row) == {"id", "relation", "score", "kind", "reasons"} and row["reasons"] for row in rows)
    assert "3 of 3 pairs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"id": 1, "a": "x", "b": "y"}\n{"id": 2, "a"', "line 2: not JSON"),
        (b'{"id": 1, "a": "x"}', "line 1: an object"),
        (b'{"a": "x", "b": "y"}', "line 1: an object"),
        (b'["x", "y"]', "line 1: an object"),
        (b'{"id": 1, "a": "x", "b": 5}', "line 1: an object"),
        (b'{"id": 1, "a": "x", "b": "' + b"y " * 500_001 + b'"}', "at most 1,000,000 characters"),
        (b"\xff\xfe\x00", "cannot be read as UTF-8"),
        (b"", r"pairs.jsonl' holds no pair. Accepted: a JSON object"),
        (b"\n \n", "holds no pair"),
    ],
)
def test_pairs_that_are_none_are_said_with_their_line(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        read_pairs(path)
