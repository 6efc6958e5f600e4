"""Sentence and word vectors without PyTorch: all-MiniLM-L6-v2 as an int8 ONNX file, run by onnxruntime.

A vector says what a passage is about, never whether two passages agree: `condemned` and `supported` come out closer to
each other than many a true paraphrase. So vectors find candidates and align words; comparisons decide.

Source: Reimers and Gurevych 2019, Sentence-BERT; Wang et al. 2020, MiniLM.
"""

import functools
import hashlib
import importlib.util
import tomllib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from analysis.errors import ModelError

Vectors = npt.NDArray[np.float32]

_RECORDED = Path(__file__).with_name("models.toml")
_MAX_PIECES = 256
"""Word pieces of one passage that are read; the model was trained on as many."""

_REMEMBERED = 2000
"""Passages whose vectors are kept [passages]; an article is asked about many claims in a row."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """A passage's vector and those of its word pieces, all of length 1, with each piece's place in the passage.

    A passage is compared with many others, so that the vectors of its stretches are remembered once computed.
    """

    sentence: Vectors
    pieces: Vectors
    offsets: tuple[tuple[int, int], ...]
    _spans: dict[tuple[int, int], Vectors] = field(default_factory=dict, repr=False, compare=False)

    def span(self, start_char: int, end_char: int) -> Vectors:
        """The vector of a stretch of the passage: the mean of its pieces; the passage's own where it has none."""
        place = start_char, end_char
        if place not in self._spans:
            self._spans[place] = self._mean(start_char, end_char)
        return self._spans[place]

    def _mean(self, start_char: int, end_char: int) -> Vectors:
        inside = [i for i, (a, b) in enumerate(self.offsets) if a < end_char and b > start_char and b > a]
        return unit(self.pieces[inside].mean(axis=0)) if inside else self.sentence


class Encoder:
    """Turns passages into vectors, one passage per run of the model.

    The int8 model scales its activations by the largest in a batch, so that a passage's vector would depend on its
    neighbours. One at a time costs about a tenth of the speed and gives every passage one vector for ever.
    """

    def __init__(self, model: Path | bytes, tokenizer: Path) -> None:
        self._recent: OrderedDict[str, Embedding] = OrderedDict()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model if isinstance(model, bytes) else str(model), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MAX_PIECES)

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """An embedding per text, in order; a text that was run lately is not run again."""
        return [self._recall(text) for text in texts]

    def _recall(self, text: str) -> Embedding:
        if text not in self._recent:
            self._recent[text] = self._run(text)
            if len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)
        self._recent.move_to_end(text)
        return self._recent[text]

    def _run(self, text: str) -> Embedding:
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        output: Any = self._session.run(None, feed)[0]
        states: Vectors = output[0]
        return Embedding(unit(states.mean(axis=0)), unit(states), tuple(encoding.offsets))


def unit(vectors: Vectors) -> Vectors:
    """The vectors at length 1, so that a dot product is a cosine."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return scaled


@functools.lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """The encoder, its two files checked.

    Raises:
        ModelError: a package is missing or a file is not the one that was recorded.
    """
    return Encoder(*encoder_files())


def encoder_files() -> tuple[Path, Path]:
    """Where the model and the tokenizer are installed, both checked against the recorded sums.

    Raises:
        ModelError: a package is missing or a file is not the one that was recorded.
    """
    recorded = tomllib.loads(_RECORDED.read_text(encoding="utf-8"))["all_minilm_l6_v2_int8"]
    return _checked(recorded["model"]), _checked(recorded["tokenizer"])


def _checked(entry: dict[str, str]) -> Path:
    """The file of an installed package, found without importing the package, which would run its code."""
    spec = importlib.util.find_spec(entry["package"])
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"The package {entry['package']!r} is not installed; run `pip install -r requirements.txt`.")
    path = Path(next(iter(spec.submodule_search_locations))) / entry["file"]
    if not path.is_file():
        raise ModelError(f"The model file {entry['file']!r} is missing; reinstall it from requirements.txt.")
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != entry["sha256"]:
            raise ModelError(f"The model file {entry['file']!r} differs from the recorded one; reinstall it.")
    return path
