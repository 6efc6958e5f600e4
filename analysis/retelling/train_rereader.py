"""Train the rereader: `python -m analysis.retelling.train_rereader`. Needs torch, which Readout itself does not.

It goes on from the judge's weights, which know a changed number or name, with near pairs of the annotated events that
the vectors are trained on (analysis/retelling/events/training): all that tell one claim, all that seem to, and a few of
the rest. Single sentences (analysis/retelling/told) are left out: with them it took two phrases that name one happening
for one claim. Everything that is random has a fixed seed; other processors and other versions of torch or of spaCy's
model give like weights, not the same. One core trains on about 100 pairs a second.

Writes the weights and, beside them, a record with their sum, the command and what was measured on the events left out.
"""

import argparse
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional

from analysis.adapters import recorded_weights, write_record
from analysis.adapters.cross_encoder import pair_tokenizer
from analysis.adapters.pair_network import BATCH, PairNetwork, Pieces, encode, fit_pairs, logits
from analysis.claims.linking import link_claims
from analysis.claims.rereading import REREAD_FROM
from analysis.embeddings import encoder_files
from analysis.pipeline import gather, read_articles
from analysis.results import records
from analysis.retelling.annotated import TRAINING, WEIGHING, AnnotatedEvent, average_precision, read_events
from analysis.settings import Settings
from analysis.tables import CLAIMS

_JUDGE = Path(__file__).parents[1] / "judge" / "judge.toml"
_RANK = 16
_HIDDEN = 128
_FIRST = 2
"""The first of the encoder's layers that the judge adapts."""
_SEEMING_FROM = -3.0
"""Pairs that the rules find likelier than this are all read, whatever they tell [log odds]."""
_TOLD_FROM = -5.0
"""Of pairs that tell one claim those below this say it in passing [log odds]."""
_OTHERS = 0.04
"""Share of all other pairs that are read."""
_CERTAIN = 0.98
"""What a pair is trained to be at most, since those who annotate err [likelihood]."""


class Pair(NamedTuple):
    """Words of two passages, speakers named, the log odds by all other findings, and whether they tell one claim."""

    first: str
    second: str
    before: float
    is_one: bool


def main() -> None:
    """Read the events, train, write the weights and their record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("rereader.npz"))
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    trained, left_out = ([pairs_of(event) for event in read_events(use)] for use in (TRAINING, WEIGHING))
    rng = random.Random(options.seed)
    lessons = [pair for pairs in trained for pair in pairs if _is_taught(pair, rng)]
    model, vocabulary = encoder_files()
    tokenizer = pair_tokenizer(vocabulary)
    network = PairNetwork(str(model), rank=_RANK, hidden=_HIDDEN, first=_FIRST)
    network.restore(recorded_weights(_JUDGE))
    # the order of a pair means nothing here, so that each is read in one of both
    turned = [(x.first, x.second) if rng.random() < 0.5 else (x.second, x.first) for x in lessons]
    fit(network, lessons, encode(tokenizer, turned), rate=options.rate, seed=options.seed)
    np.savez_compressed(options.out, **network.adapters())  # type: ignore[arg-type]
    near = [[pair for pair in pairs if pair.before >= REREAD_FROM] for pairs in left_out]
    before = mean_precision(near, ([pair.before for pair in pairs] for pairs in near))
    after = mean_precision(near, (read(network, encode(tokenizer, (x[:2] for x in pairs))) for pairs in near))
    command = f"python -m analysis.retelling.train_rereader --rate {options.rate:g} --seed {options.seed}"
    meaning = "Average precision of near pairs that tell one claim, by all other findings and by the rereader alone."
    write_record(options.out, command, {"before": before, "rereader": after}, meaning)


def pairs_of(event: AnnotatedEvent) -> list[Pair]:
    """The pairs of an event that are compared at all; equal ones teach nothing."""
    tables = gather(read_articles(event.corpus.articles, Settings(), lambda done, total: None))
    linked = link_claims(tables, Settings())
    told = event.told_by_rows(records(tables[CLAIMS.name]))
    pairs = [
        Pair(linked.words[x.first], linked.words[x.second], x.likeness.log_odds, bool(told[x.first] & told[x.second]))
        for x in linked.across
    ]
    return [pair for pair in pairs if pair.first != pair.second]


def _is_taught(pair: Pair, rng: random.Random) -> bool:
    return pair.before > (_TOLD_FROM if pair.is_one else _SEEMING_FROM) or rng.random() < _OTHERS


def fit(network: PairNetwork, pairs: Sequence[Pair], pieces: Sequence[Pieces], *, rate: float, seed: int) -> None:
    """One pass over the pairs, towards whether they tell one claim."""
    wanted = torch.tensor([_CERTAIN if pair.is_one else 1 - _CERTAIN for pair in pairs])

    def loss(places: list[int]) -> torch.Tensor:
        return functional.binary_cross_entropy_with_logits(
            one_claim(logits(network, [pieces[x] for x in places])), wanted[places]
        )

    fit_pairs(network, pieces, loss, rate=rate, seed=seed)


def one_claim(found: torch.Tensor) -> torch.Tensor:
    """Log odds of the first relation, that both are the same, against all others."""
    logs = torch.log_softmax(found, 1)
    odds: torch.Tensor = logs[:, 0] - torch.logsumexp(logs[:, 1:], 1)
    return odds


def read(network: PairNetwork, pieces: Sequence[Pieces]) -> list[float]:
    """Log odds of each pair, in order."""
    network.eval()
    found: list[float] = []
    with torch.inference_mode():
        for start in range(0, len(pieces), BATCH):
            found += one_claim(logits(network, pieces[start : start + BATCH])).tolist()
    return found


def mean_precision(events: Sequence[Sequence[Pair]], scores: Iterable[Sequence[float]]) -> float:
    """Average precision of an event's pairs by their scores; the mean over events."""
    found = [average_precision([x.is_one for x in pairs], odds) for pairs, odds in zip(events, scores, strict=True)]
    return round(float(np.mean(found)), 3)


if __name__ == "__main__":
    main()
