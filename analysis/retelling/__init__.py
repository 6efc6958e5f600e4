"""Vectors in which passages lie near when they tell one claim, and not when they only speak of one thing.

A vector of the installed encoder says what a passage is about, and all passages of an event are about one event. With
low-rank additions, trained by `analysis.retelling.train` on invented events that were written and annotated for it,
the encoder turns to what sets one claim of an event apart from the next: who does what to whom, how many, and when.
It is a finding among others, never a reason of its own: see analysis/claims/likelihood.py.
"""

import functools
from pathlib import Path

import onnx

from analysis.adapters import adapted, recorded_weights
from analysis.embeddings import Encoder, encoder_files


@functools.lru_cache(maxsize=1)
def load_reteller() -> Encoder:
    """The encoder with its additions, both checked against what was recorded.

    Raises:
        ModelError: a file is missing or not the one that was recorded.
    """
    model, tokenizer = encoder_files()
    weights = recorded_weights(Path(__file__).with_name("reteller.toml"))
    return Encoder(adapted(onnx.load(str(model)), weights).SerializeToString(), tokenizer)
