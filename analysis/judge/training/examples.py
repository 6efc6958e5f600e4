"""Example sentences of WordNet, with one word exchanged in the very sense that it has there.

A synonym or the next wider word keeps what is said; an opposite or another word of the same kind does not.

Source: Miller 1995, WordNet; the file wordnet_examples.tsv names its licence.
"""

import random
from dataclasses import dataclass
from pathlib import Path

from analysis.judge.training.inflection import inflect
from analysis.judge.training.shortening import BINDING
from analysis.judge.training.topics import Pair
from analysis.judge.training.wording import articles

_KEPT = (("synonyms", 3), ("wider", 2))
_SPOILED = (("opposites", 3), ("siblings", 2))


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with one of its words and the words that may stand in its place."""

    text: str
    word: str
    tag: str
    synonyms: tuple[str, ...]
    wider: tuple[str, ...]
    opposites: tuple[str, ...]
    siblings: tuple[str, ...]

    def saying(self, other: str) -> str:
        """The sentence with another word, in the same form, in the place of its own."""
        form = inflect(other, self.tag)
        start = self.text.index(self.word)
        form = form.capitalize() if start == 0 else form
        return articles(self.text[:start] + form + self.text[start + len(self.word) :])


def load_examples() -> list[Example]:
    """The sentences of the file beside this one."""
    lines = Path(__file__).with_name("wordnet_examples.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if not line.startswith("#"):
            text, word, tag, *others = line.split("\t")
            found.append(Example(text, word, tag, *(tuple(w for w in o.split() if w != "-") for o in others)))
    return found


def example_pairs(examples: list[Example], count: int, seed: int) -> list[Pair]:
    """Pairs: an example or what spoils it as the passage, alone or beside others; claims that keep or spoil."""
    rng = random.Random(seed)
    usable = [e for e in examples if (e.synonyms or e.wider) and (e.opposites or e.siblings)]
    rest = [e for e in examples if e.synonyms or e.wider or e.opposites]
    pairs: list[Pair] = []
    while len(pairs) < count:
        example = rng.choice(usable if rng.random() < 0.6 else rest)
        kept, spoiled = _choose(example, _KEPT, rng), _choose(example, _SPOILED, rng)
        true = [example.text, *([example.saying(kept)] if kept else [])]
        passage = rng.choice(true)
        around = [rng.choice(examples).text for _ in range(rng.choice([0, 0, 1, 2]))]
        beside = " ".join(rng.sample([passage, *around], 1 + len(around)))
        if (kept and kept in example.synonyms) or passage == example.text:
            pairs.append((rng.choice([t for t in true if t != passage] or true), beside, "same"))
        if not spoiled:
            continue
        false = example.saying(spoiled)
        pairs.append((false, beside, "contradicts"))
        if rng.random() < 0.5:
            pairs.append((example.text, " ".join(rng.sample([false, *around], 1 + len(around))), "contradicts"))
            pairs.append((false, " ".join(rng.sample([false, *around], 1 + len(around))), "same"))
    return pairs[:count]


def _choose(example: Example, kinds: tuple[tuple[str, int], ...], rng: random.Random) -> str:
    """One of the example's words of these kinds, the first kinds more often; empty for none."""
    options = [word for kind, weight in kinds for word in getattr(example, kind) for _ in range(weight)]
    if BINDING & set(example.text.lower().rstrip(".").split()):
        options = [word for word in options if word not in example.wider]
    return rng.choice(options) if options else ""
