"""The judge at work: the installed sentence encoder with trained low-rank additions, reading two passages together.

Only the additions and a small head are shipped: see `analysis.adapters`.
"""

import functools
from collections.abc import Sequence
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
"""Word pieces of a pair that are read, the longer passage cut first; the judge was trained on as many."""


class CrossEncoder:
    """Reads pairs of passages and says how likely they are the same, contradict each other or are different.

    Pairs are run one at a time: in a padded batch the last digits of an answer would depend on its neighbours.
    """

    def __init__(self, weights: Weights, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        graph = adapted(onnx.load(str(model)), weights).SerializeToString()
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._head = {name: value for name, value in weights.items() if name.startswith("head.")}
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MAX_PIECES, strategy="longest_first")

    def judge(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
        """A row per pair, in order: the probabilities of same, contradicts and different; equal pairs are run once."""
        known = {pair: self._run(self._tokenizer.encode(*pair)) for pair in dict.fromkeys(pairs)}
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


@functools.lru_cache(maxsize=1)
def load_judge() -> CrossEncoder:
    """The judge, its weights and its encoder checked.

    Raises:
        ModelError: a file is missing or not the one that was recorded.
    """
    return CrossEncoder(recorded_weights(Path(__file__).with_name("judge.toml")), *encoder_files())
