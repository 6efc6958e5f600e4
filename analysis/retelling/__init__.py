"""Vectors in which passages lie near when they tell one claim, and not when they only speak of one thing.

A vector of the installed encoder says what a passage is about, and all passages of an event are about one event. With
low-rank additions, trained by `analysis.retelling.train` on invented events that were written and annotated for it,
the encoder turns to what sets one claim of an event apart from the next: who does what to whom, how many, and when.
It is a finding among others, never a reason of its own: see analysis/claims/likelihood.py.
"""

import functools
import tomllib
from pathlib import Path

import onnx

from analysis.adapters import adapted, read_weights
from analysis.embeddings import Encoder, encoder_files

_FOLDER = Path(__file__).parent


@functools.lru_cache(maxsize=1)
def load_reteller() -> Encoder:
    """The encoder with its additions, both checked against what was recorded.

    Raises:
        ModelError: a file is missing or not the one that was recorded.
    """
    recorded = tomllib.loads((_FOLDER / "reteller.toml").read_text(encoding="utf-8"))
    model, tokenizer = encoder_files()
    weights = read_weights(_FOLDER / recorded["file"], recorded["sha256"])
    return Encoder(adapted(onnx.load(str(model)), weights).SerializeToString(), tokenizer)
