"""The judge at work: the installed sentence encoder with trained low-rank additions, reading two passages together.

Only the additions and a small head are shipped, about 1 MB; the encoder's 22 million weights stay in their package.
The additions become nodes of the encoder's graph, which onnxruntime folds into its weights once, when it is loaded.

Source: Hu et al. 2021, LoRA: Low-Rank Adaptation of Large Language Models.
"""

import functools
import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime  # type: ignore[import-untyped]
from onnx import helper, numpy_helper
from tokenizers import Encoding, Tokenizer

from analysis.embeddings import encoder_files
from analysis.errors import ModelError

Weights = dict[str, npt.NDArray[np.float32]]

_FOLDER = Path(__file__).parent
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


def adapted(model: onnx.ModelProto, weights: Weights) -> onnx.ModelProto:
    """The encoder's model with `weight + down @ up` in the place of every weight that has a trained addition.

    Raises:
        ModelError: the model has no weight of a name in the additions.
    """
    names = sorted(name.removesuffix(".down") for name in weights if name.endswith(".down"))
    makers = {output: node for node in model.graph.node for output in node.output}
    for name in names:
        if name not in makers:
            raise ModelError(f"The judge was trained for a weight {name!r} that the installed encoder does not have.")
        makers[name].output[0] = f"{name}.installed"
        parts = {part: weights[f"{name}.{part}"] for part in ("down", "up")}
        model.graph.initializer.extend(numpy_helper.from_array(v, f"{name}.{k}") for k, v in parts.items())
        nodes = [
            helper.make_node("MatMul", [f"{name}.down", f"{name}.up"], [f"{name}.added"]),
            helper.make_node("Add", [f"{name}.installed", f"{name}.added"], [name]),
        ]
        at = list(model.graph.node).index(makers[name]) + 1
        for node in reversed(nodes):
            model.graph.node.insert(at, node)
    return model


def read_weights(path: Path, sha256: str) -> Weights:
    """The trained additions, checked against the recorded sum, at full precision.

    Raises:
        ModelError: the file is missing or not the one that was recorded.
    """
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ModelError(f"The judge's weights {path.name!r} are missing or differ from those recorded; restore them.")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


@functools.lru_cache(maxsize=1)
def load_judge() -> CrossEncoder:
    """The judge, its weights and its encoder checked.

    Raises:
        ModelError: a file is missing or not the one that was recorded.
    """
    recorded = tomllib.loads((_FOLDER / "judge.toml").read_text(encoding="utf-8"))
    model, tokenizer = encoder_files()
    return CrossEncoder(read_weights(_FOLDER / recorded["file"], recorded["sha256"]), model, tokenizer)
