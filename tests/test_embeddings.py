"""Vectors: the recorded files, the same vector whatever stands beside, places of words."""

from pathlib import Path

import numpy as np
import pytest

from analysis import embeddings
from analysis.embeddings import load_encoder
from analysis.errors import ModelError


def test_a_passage_has_one_vector_whatever_it_is_encoded_with() -> None:
    encoder = load_encoder()
    alone = encoder.encode(["The envoy left."])[0]
    among = encoder.encode(["A much longer sentence about the harvest of 1,000 apples.", "The envoy left."])[1]
    assert np.array_equal(alone.sentence, among.sentence)
    assert float(alone.sentence @ alone.sentence) == pytest.approx(1.0, abs=1e-5)


def test_a_words_vector_is_that_of_its_place() -> None:
    found = load_encoder().encode(["The bank of the river, not the bank."])[0]
    assert not np.array_equal(found.span(4, 8), found.span(31, 35))
    assert np.array_equal(found.span(900, 905), found.sentence)


def test_a_file_that_differs_from_the_recorded_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path(embeddings.__file__).with_name("models.toml").read_text(encoding="utf-8")
    changed = tmp_path / "models.toml"
    changed.write_text(text.replace("be50c3628f2b", "0" * 12), encoding="utf-8")
    monkeypatch.setattr(embeddings, "_RECORDED", changed)
    load_encoder.cache_clear()
    with pytest.raises(ModelError, match="differs"):
        load_encoder()
    monkeypatch.undo()
    load_encoder.cache_clear()
