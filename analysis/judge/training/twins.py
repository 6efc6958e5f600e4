"""Twin passages written by hand: alike in wording, apart in one point, so that no claim is false by its own words.

A judge trained on passages and false claims about them learns that a claim with `never` or `only` is false. Of a twin,
each claim is borne out by one passage and contradicted by the other, so that only reading both tells.

Source: Gardner et al. 2020, Evaluating Models' Local Decision Boundaries via Contrast Sets.
"""

import random
from dataclasses import dataclass
from pathlib import Path

from analysis.judge.training.passages import Filler, surrounded
from analysis.judge.training.topics import Pair


@dataclass(frozen=True, slots=True)
class Twin:
    """Two passages, and claims that hold by the first alone, the second alone, both or neither, or stay unsettled."""

    first: str
    second: str
    by_first: tuple[str, ...]
    by_second: tuple[str, ...]
    by_both: tuple[str, ...]
    by_neither: tuple[str, ...]
    unsettled: tuple[str, ...]


def load_twins() -> list[Twin]:
    """The twins of the files beside this one."""
    found = []
    for path in sorted(Path(__file__).parent.glob("twins_*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.strip().split("\n") if line and not line.startswith("#")]
            said = {mark: tuple(line[2:] for line in lines if line[0] == mark) for mark in "ABab+-~"}
            if lines:
                found.append(Twin(said["A"][0], said["B"][0], *(said[mark] for mark in "ab+-~")))
    return found


def twin_pairs(twins: list[Twin], count: int, seed: int) -> list[Pair]:
    """As many pairs from the twins, each passage with as many claims that hold as claims that fail."""
    rng = random.Random(seed)
    pairs: list[Pair] = []
    while len(pairs) < count:
        twin, filler = rng.choice(twins), Filler(rng)
        sides = ((twin.first, twin.by_first, twin.by_second), (twin.second, twin.by_second, twin.by_first))
        for text, own, others in sides:
            passage = surrounded(filler, filler.fill(text), [rng.choice(twins).first, rng.choice(twins).second])
            true = [rng.choice(own), rng.choice([*own, *twin.by_both])]
            wrong = twin.by_neither if twin.by_neither and rng.random() < 0.15 else others
            false = [rng.choice(others), rng.choice(wrong)]  # seldom of neither: those are false by their own words
            pairs.extend((filler.fill(claim), passage, "same") for claim in dict.fromkeys(true))
            pairs.extend((filler.fill(claim), passage, "contradicts") for claim in dict.fromkeys(false))
            if rng.random() < 0.25:
                other = rng.choice(twins)
                foreign = Filler(rng).fill(rng.choice([*other.by_first, *other.by_second]))
                pairs.append((filler.fill(rng.choice(twin.unsettled)) if twin.unsettled else foreign, passage,
                              "different"))  # fmt: skip
    return pairs[:count]
