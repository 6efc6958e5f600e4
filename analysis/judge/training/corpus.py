"""The judge's training pairs from all sources, and those held out."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from analysis.judge.training.edits import edit_pairs, invented_texts
from analysis.judge.training.passages import Filler, Written, load_passages, passage_pairs, restated_pairs
from analysis.judge.training.topics import Pair, topic_pairs
from analysis.language import load_pipeline
from analysis.settings import Settings

SHARES = {"topics": 0.36, "passages": 0.28, "restated": 0.06, "edits": 0.30}
"""What part of the pairs comes from each source."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with its relation and where it comes from."""

    claim: str
    passage: str
    relation: str
    source: str


def training_pairs(count: int, seed: int) -> tuple[list[Labelled], list[Labelled]]:
    """As many shuffled pairs to train on, and 2,000 of other records and other written passages to measure with."""
    written = load_passages()
    kept = [item for i, item in enumerate(written) if i % 10]
    return _pairs(kept, count, seed), _pairs(written[::10], 2_000, seed + 1)


def _pairs(written: list[Written], count: int, seed: int) -> list[Labelled]:
    sources: dict[str, Callable[[int], list[Pair]]] = {
        "topics": lambda n: topic_pairs(n, seed),
        "passages": lambda n: passage_pairs(written, n, seed),
        "restated": lambda n: restated_pairs(written, n, seed),
        "edits": lambda n: edit_pairs(
            _texts(written, min(600, n // 8), seed), load_pipeline(Settings().model), n, seed
        ),
    }
    pairs = [Labelled(*pair, name) for name, make in sources.items() for pair in make(round(count * SHARES[name]))]
    random.Random(seed).shuffle(pairs)
    return pairs


def _texts(written: list[Written], count: int, seed: int) -> list[list[str]]:
    """Texts to edit: the written passages filled in, two or three after another, and invented records."""
    rng = random.Random(seed)
    filled = [[Filler(rng).fill(item.text) for item in rng.sample(written, 3)] for _ in range(count // 2)]
    return filled + invented_texts(count // 2, seed)
