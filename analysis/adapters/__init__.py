"""Low-rank additions to the installed sentence encoder: what is trained here is small, and all that is shipped.

The encoder's 22 million weights stay in their package. The additions, about 1 MB for each use, become nodes of the
encoder's graph, which onnxruntime folds into its weights once, when it is loaded.

Source: Hu et al. 2021, LoRA: Low-Rank Adaptation of Large Language Models.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

from analysis.errors import ModelError

Weights = dict[str, npt.NDArray[np.float32]]


def adapted(model: onnx.ModelProto, weights: Weights) -> onnx.ModelProto:
    """The encoder's model with `weight + down @ up` in the place of every weight that has a trained addition.

    Raises:
        ModelError: the model has no weight of a name in the additions.
    """
    names = sorted(name.removesuffix(".down") for name in weights if name.endswith(".down"))
    makers = {output: node for node in model.graph.node for output in node.output}
    for name in names:
        if name not in makers:
            raise ModelError(f"Additions were trained for a weight {name!r} that the installed encoder does not have.")
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
        raise ModelError(f"The trained weights {path.name!r} are missing or differ from those recorded; restore them.")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def recorded_weights(record: Path) -> Weights:
    """The trained additions that a record names, a file beside it.

    Raises:
        ModelError: the file is missing or not the one that was recorded.
    """
    stored = tomllib.loads(record.read_text(encoding="utf-8"))
    return read_weights(record.with_name(stored["file"]), stored["sha256"])


def write_record(weights: Path, command: str, measured: Mapping[str, float], meaning: str) -> None:
    """Write down beside the weights what they are and how they came about; other weights will not be loaded.

    Args:
        weights: Their file; the record gets its name, ending in .toml.
        command: What was run.
        measured: Figures on what was held out of training.
        meaning: What the figures are.
    """
    lines = [
        "# Trained weights, written by the command below; no other file is loaded.",
        f'file = "{weights.name}"',
        f'sha256 = "{hashlib.sha256(weights.read_bytes()).hexdigest()}"',
        f'command = "{command}"',
        "",
        f"# {meaning}",
        "[held_out]",
        *(f"{name} = {value}" for name, value in measured.items()),
    ]
    weights.with_suffix(".toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
