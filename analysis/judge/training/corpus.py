"""The judge's training pairs from all sources, and those held out."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from analysis.judge.training.edited import edit_pairs, invented_texts
from analysis.judge.training.examples import Example, example_pairs, load_examples
from analysis.judge.training.passages import Filler, Written, load_passages, passage_pairs
from analysis.judge.training.topics import Pair, topic_pairs
from analysis.judge.training.twins import Twin, load_twins, twin_pairs
from analysis.language import load_pipeline
from analysis.settings import Settings

SHARES = {"topics": 0.22, "passages": 0.20, "twins": 0.25, "edits": 0.22, "examples": 0.11}
"""What part of the pairs comes from each source."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with its relation and where it comes from."""

    claim: str
    passage: str
    relation: str
    source: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What was written or collected for training."""

    passages: list[Written]
    twins: list[Twin]
    examples: list[Example]


def training_pairs(count: int, seed: int) -> tuple[list[Labelled], list[Labelled]]:
    """As many shuffled pairs to train on, and 2,000 to measure with, of every tenth passage, twin and example."""
    passages, twins, examples = load_passages(), load_twins(), load_examples()
    kept = Sources(_but_tenths(passages), _but_tenths(twins), _but_tenths(examples))
    held_out = Sources(passages[::10], twins[::10], examples[::10])
    return _pairs(kept, count, seed), _pairs(held_out, 2_000, seed + 1)


def _but_tenths(items: Sequence[_Item]) -> list[_Item]:
    return [item for i, item in enumerate(items) if i % 10]


def _pairs(sources: Sources, count: int, seed: int) -> list[Labelled]:
    makers: dict[str, Callable[[int], list[Pair]]] = {
        "topics": lambda n: topic_pairs(n, seed),
        "passages": lambda n: passage_pairs(sources.passages, n, seed),
        "twins": lambda n: twin_pairs(sources.twins, n, seed),
        "edits": lambda n: edit_pairs(
            _texts(sources, min(1200, n // 8), seed), load_pipeline(Settings().model), n, seed
        ),
        "examples": lambda n: example_pairs(sources.examples, n, seed),
    }
    pairs = [Labelled(*pair, name) for name, make in makers.items() for pair in make(round(count * SHARES[name]))]
    random.Random(seed).shuffle(pairs)
    return pairs


def _texts(sources: Sources, count: int, seed: int) -> list[list[str]]:
    """Texts to edit: written passages, twins and examples, two or three after another, and invented records."""
    rng = random.Random(seed)
    quarter = count // 4
    written = [item.text for item in sources.passages]
    written_twins = [text for item in sources.twins for text in (item.first, item.second)]
    filled = [
        [sentence for text in rng.sample(templates, 3) for sentence in _sentences(Filler(rng).fill(text))]
        for templates in (written, written_twins)
        for _ in range(quarter)
    ]
    shown = [[item.text for item in rng.sample(sources.examples, 3)] for _ in range(quarter)]
    return filled + shown + invented_texts(quarter, seed)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text)
