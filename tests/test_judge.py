"""The trained judge: its interface, what it must never let pass, and input that nobody meant."""

from pathlib import Path

import numpy as np
import pytest

from analysis.adapters import read_weights, recorded_weights, write_record
from analysis.errors import ModelError
from analysis.judge import RELATIONS, judge_pairs

STORM = "A storm killed 14 people in northern Peru on Tuesday, the governor, Ana Rojas, told reporters."

CLAIMS = [
    ("same", "Fourteen people died in a storm in Peru."),  # words for digits, a detail dropped
    ("same", "The governor of the region is Ana Rojas."),
    ("contradicts", "A storm killed 41 people in northern Peru on Tuesday."),  # one number changed
    ("contradicts", "A storm killed 14 people in northern Chile on Tuesday."),  # one country
    ("contradicts", "The storm did not kill anybody in Peru."),  # denied
    ("contradicts", "A storm killed 14 people in northern Peru on Friday."),  # one weekday
]


@pytest.mark.parametrize(("relation", "claim"), CLAIMS)
def test_a_claim_about_a_passage(relation: str, claim: str) -> None:
    assert RELATIONS[int(judge_pairs([(claim, STORM)])[0].argmax())] == relation


def test_rows_are_probabilities_and_in_order() -> None:
    pairs = [(claim, STORM) for _, claim in CLAIMS]
    found = judge_pairs(pairs)
    assert found.shape == (len(pairs), 3)
    assert np.allclose(found.sum(axis=1), 1)
    assert np.array_equal(judge_pairs(pairs[::-1])[::-1], found)  # what stands beside a pair changes nothing
    assert np.array_equal(judge_pairs(pairs[:1])[0], found[0])


def test_equal_texts_are_the_same_and_empty_ones_different() -> None:
    found = judge_pairs([(STORM, STORM), (STORM, f"  {STORM}\n"), ("", STORM), (STORM, " \n"), ("", "")])
    assert found.argmax(axis=1).tolist() == [0, 0, 2, 2, 2]


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "word " * 50_000, "\x00\ufffd\u202e", "[SEP] [CLS] [MASK]", "🇵🇪" * 300, "<script>"]
)
def test_input_that_nobody_meant_gets_probabilities(text: str) -> None:
    found = judge_pairs([(text, STORM), (STORM, text)])
    assert np.isfinite(found).all()
    assert np.allclose(found.sum(axis=1), 1)


def test_nothing_asked_gives_no_rows() -> None:
    assert judge_pairs([]).shape == (0, 3)


def test_weights_other_than_those_recorded_are_refused(tmp_path: Path) -> None:
    changed = tmp_path / "judge.npz"
    changed.write_bytes(b"PK other weights")
    with pytest.raises(ModelError, match="recorded"):
        read_weights(changed, "0" * 64)
    with pytest.raises(ModelError, match="missing"):
        read_weights(tmp_path / "none.npz", "0" * 64)


def test_weights_are_loaded_by_the_record_that_was_written_with_them(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "small.npz", down=np.ones((2, 1), np.float16))
    write_record(tmp_path / "small.npz", "python -m train --seed 1", {"before": 0.2, "after": 0.3}, "Shares.")
    assert {name: value.tolist() for name, value in recorded_weights(tmp_path / "small.toml").items()} == {
        "down": [[1.0], [1.0]]
    }
    np.savez_compressed(tmp_path / "small.npz", down=np.zeros((2, 1), np.float16))
    with pytest.raises(ModelError, match=r"small\.npz"):
        recorded_weights(tmp_path / "small.toml")
