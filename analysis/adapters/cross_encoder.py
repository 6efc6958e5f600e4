"""Two passages read together by the installed sentence encoder with trained low-rank additions and a small head.

Only the additions and the head are shipped: see `analysis.adapters`.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Encoding, Tokenizer

from analysis.adapters import Weights, adapted, recorded_weights
from analysis.embeddings import encoder_files

_MAX_PIECES = 160
"""Word pieces of a pair that are read, the longer passage cut first; in training as in use."""


def pair_tokenizer(vocabulary: Path) -> Tokenizer:
    """Cuts a pair into word pieces, in training as in use."""
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MAX_PIECES, strategy="longest_first")
    return tokenizer


class CrossEncoder:
    """Reads pairs of passages and says how likely they are the same, contradict each other or are different.

    Pairs are run one at a time, as many at once as there are processors: in a padded batch the last digits of an answer
    would depend on its neighbours.
    """

    def __init__(self, weights: Weights, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        graph = adapted(onnx.load(str(model)), weights).SerializeToString()
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._head = {name: value for name, value in weights.items() if name.startswith("head.")}
        self._tokenizer = pair_tokenizer(tokenizer)

    @classmethod
    def recorded(cls, record: Path) -> "CrossEncoder":
        """One whose weights a record names, a file beside it; they and the encoder are checked.

        Raises:
            ModelError: a file is missing or not the one that was recorded.
        """
        return cls(recorded_weights(record), *encoder_files())

    def judge(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
        """A row per pair, in order: the probabilities of same, contradicts and different; equal pairs are run once."""
        distinct = list(dict.fromkeys(pairs))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            known = dict(
                zip(distinct, pool.map(self._run, (self._tokenizer.encode(*x) for x in distinct)), strict=True)
            )
        return np.array([known[pair] for pair in pairs]).reshape(-1, 3)

    def _run(self, pair: Encoding) -> npt.NDArray[np.float64]:
        ids, sides = np.array([pair.ids], dtype=np.int64), np.array([pair.type_ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": sides}
        output: Any = self._session.run(None, feed)[0]
        states = output[0]
        pooled = np.concatenate([states[0], states.mean(axis=0)])
        hidden = np.tanh(self._head["head.0.weight"] @ pooled + self._head["head.0.bias"])
        logits = (self._head["head.2.weight"] @ hidden + self._head["head.2.bias"]).astype(np.float64)
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum(), dtype=np.float64)
