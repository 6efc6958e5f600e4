"""Train the reteller: `python -m analysis.retelling.train`. Needs torch, which Readout itself does not.

It learns from events that were written and annotated for it (analysis/retelling/events/training), and from single
sentences with near misses among them (analysis/retelling/told). The events of events/weighing are left out: on them the
weights of `analysis.claims.likelihood` are fitted. Everything that is random has a fixed seed; other processors and
other versions of torch or of spaCy's model give like weights, not the same. Two cores train in about ten minutes.

Writes the weights and, beside them, a record with their sum, the command and what was measured on the events left out.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from analysis.adapters import write_record
from analysis.claims.attributed import attributed
from analysis.claims.background import first_places
from analysis.columns import Col
from analysis.comparison.passages import Passage
from analysis.embeddings import encoder_files
from analysis.pipeline import gather, read_articles
from analysis.results import records
from analysis.retelling.annotated import TRAINING, WEIGHING, AnnotatedEvent, average_precision, read_events
from analysis.retelling.network import Reteller, centred, loss
from analysis.retelling.told import ToldEvent, read_told
from analysis.settings import Settings
from analysis.tables import CLAIMS

_MAX_PIECES = 128
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Lesson:
    """The passages of an event.

    Attributes:
        texts: What is read of each.
        same: For each two whether they tell one claim.
        ignored: For each two whether they say nothing: those of one article, and those that contradict each other.
    """

    texts: list[str]
    same: torch.Tensor
    ignored: torch.Tensor


Matter = tuple[Sequence[Lesson], Sequence[ToldEvent]]
"""Whole events and single sentences."""


def main() -> None:
    """Read the events, train, write the weights and their record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("reteller.npz"))
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    model, vocabulary = encoder_files()
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MAX_PIECES)
    lessons, left_out = ([lesson_of(event) for event in read_events(use)] for use in (TRAINING, WEIGHING))
    reteller = Reteller(str(model), rank=options.rank)
    before = precision(reteller, tokenizer, left_out)
    fit(reteller, tokenizer, (lessons, read_told()), passes=options.passes, rate=options.rate, seed=options.seed)
    np.savez_compressed(options.out, **reteller.additions())  # type: ignore[arg-type]
    after = precision(reteller, tokenizer, left_out)
    command = (
        f"python -m analysis.retelling.train --passes {options.passes} --rate {options.rate:g} --seed {options.seed}"
    )
    meaning = "Average precision of pairs of two outlets that tell one claim, by the encoder's vectors and by these."
    write_record(options.out, command, {"before": before, "after": after}, meaning)


def lesson_of(event: AnnotatedEvent) -> Lesson:
    """An event's passages as the analysis cuts them, each once."""
    tables = gather(read_articles(event.corpus.articles, Settings(), lambda done, total: None))
    claims = tables[CLAIMS.name]
    rows = records(claims)
    texts, outlets = [str(row[Col.TEXT]) for row in rows], [str(row[Col.DOCUMENT_ID]) for row in rows]
    passages = [Passage.from_json(str(row[Col.SIGNATURE]), text) for row, text in zip(rows, texts, strict=True)]
    words = attributed(claims, passages, tables)
    kept = [row for row, first in enumerate(first_places(texts, outlets)) if row == first]
    told = event.told_by_rows(rows[row] for row in kept)
    here = [outlets[row] for row in kept]
    ignored = torch.tensor([[a == b for b in here] for a in here])
    same = torch.tensor([[bool(a & b) for b in told] for a in told]) & ~ignored
    return Lesson([words[row] for row in kept], same, ignored)


def vectors_of(reteller: Reteller, tokenizer: Tokenizer, texts: Sequence[str]) -> torch.Tensor:
    """A vector per passage, in order; passages of about one length are run together."""
    pieces = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(pieces)), key=lambda row: len(pieces[row]))
    found = []
    for start in range(0, len(order), _BATCH):
        group = [torch.tensor(pieces[row]) for row in order[start : start + _BATCH]]
        mask = torch.nn.utils.rnn.pad_sequence([torch.ones_like(ids) for ids in group], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found.append(reteller(torch.nn.utils.rnn.pad_sequence(group, batch_first=True), mask))
    return torch.cat(found)[torch.argsort(torch.tensor(order))].float()


def fit(reteller: Reteller, tokenizer: Tokenizer, matter: Matter, *, passes: int, rate: float, seed: int) -> None:
    """Some passes over the events, one event a step: a short warm-up, then the rate falls to nothing."""
    order = _shuffled(matter, passes, random.Random(seed))
    trained = [p for p in reteller.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=len(order) + 1, pct_start=0.1)
    reteller.train()
    started = time.time()
    for step, lesson in enumerate(order, 1):
        missed = loss(centred(vectors_of(reteller, tokenizer, lesson.texts)), lesson.same, lesson.ignored)
        missed.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if step % 20 == 0:
            print(f"{step} loss {missed.item():.3f} {time.time() - started:.0f} s", flush=True)


def _shuffled(matter: Matter, passes: int, rng: random.Random) -> list[Lesson]:
    """Every pass takes the whole events twice and the single sentences once, read afresh."""
    lessons, told = matter
    order = []
    for _ in range(passes):
        taken = [*lessons, *lessons, *(_of_told(event, rng) for event in told)]
        order += rng.sample(taken, len(taken))
    return order


def _of_told(event: ToldEvent, rng: random.Random) -> Lesson:
    claims = [line.claim for line in event.lines]
    alone = torch.eye(len(claims), dtype=torch.bool)
    clash = torch.tensor([[frozenset({a, b}) in event.contradicting for b in claims] for a in claims])
    same = torch.tensor([[a == b for b in claims] for a in claims]) & ~alone
    return Lesson(event.texts(rng), same, alone | clash)


def precision(reteller: Reteller, tokenizer: Tokenizer, lessons: Sequence[Lesson]) -> float:
    """Average precision of the pairs of an event that tell one claim, by their cosine; the mean over events."""
    reteller.eval()
    found = []
    with torch.inference_mode():
        for lesson in lessons:
            vectors = centred(vectors_of(reteller, tokenizer, lesson.texts))
            pairs = torch.triu(~lesson.ignored, 1)
            found.append(average_precision(lesson.same[pairs].tolist(), (vectors @ vectors.T)[pairs].tolist()))
    return round(float(np.mean(found)), 3)


if __name__ == "__main__":
    main()
