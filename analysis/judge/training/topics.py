"""Invented records, told in one way as a passage and in another as a claim, so that what holds between them is known.

A passage mentions some slots of a record. A claim that says the same slots with the same values, or more coarsely, is
borne out; with one value changed, or denied, it contradicts; with a slot that the passage leaves out, it is different.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.judge.training.values import Choice, Date, Value
from analysis.judge.training.vocabulary import Country, make_value, short_name
from analysis.judge.training.wording import affirm, articles, capital, choose, deny

Pair = tuple[str, str, str]
"""A claim, a passage, and same, contradicts or different."""

_SLOT = re.compile(r"\{(\w+)(?:[:.](\w+))?\}")


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be said of one kind of subject."""

    name: str
    slots: dict[str, str]
    intros: tuple[tuple[str, frozenset[int]], ...]
    facts: tuple[tuple[str, ...], ...]
    opposites: dict[int, tuple[str, ...]]
    apart: frozenset[int]
    """Facts that are told by their own sentences only: their slots alone do not settle them."""


def load_topics() -> list[Topic]:
    """The topics of the two files beside this one."""
    folder = Path(__file__).parent
    return [
        _topic(entry)
        for name in ("topics_encyclopedia.toml", "topics_news.toml")
        for entry in tomllib.loads((folder / name).read_text(encoding="utf-8"))["topic"]
    ]


def _topic(entry: dict[str, Any]) -> Topic:
    says = entry["says"]
    intros = []
    for line in says["intros"]:
        text, _, told = line.partition(" #")
        intros.append((text, frozenset(int(n) for n in told.split(",") if n)))
    facts = tuple(tuple(fact) for fact in says["facts"])
    bare = {i for i, fact in enumerate(facts) if not any(set(_slots(line)) - {"S", "other"} for line in fact)}
    return Topic(
        entry["name"],
        entry["slots"],
        tuple(intros),
        facts,
        {fact: tuple(lines) for fact, lines in zip(says.get("denies", []), says.get("no", []), strict=True)},
        frozenset(says.get("apart", [])) | frozenset(bare),
    )


def _slots(template: str) -> list[str]:
    return [name for name, _ in _SLOT.findall(template)]


class Record:
    """One invented subject of a topic with a value in every slot."""

    def __init__(self, topic: Topic, rng: random.Random) -> None:
        self.topic, self.rng = topic, rng
        self.values: dict[str, Value] = {}
        for slot, kind in topic.slots.items():
            self.values[slot] = make_value(kind, rng, self.values)

    def render(self, template: str, *, levels: dict[str, int], changed: dict[str, Value], false: bool = False) -> str:
        """The template with an option chosen, the verb affirmed, and every slot said at its level."""
        template = affirm(choose(template, self.rng), self.rng)

        def fill(match: re.Match[str]) -> str:
            slot, manner = match.groups()
            value: Value = changed.get(slot, self.values[slot])
            if manner == "short":
                return short_name(value)
            if manner == "adj" and isinstance(value, Country):
                return value.adjective
            if manner in {"year", "month"} and isinstance(value, Date):
                return value.say(2 if manner == "year" else 1, self.rng, preposition=manner == "month")
            level = 1 if manner == "town" else levels.get(slot, 0)
            true = not (false and slot in changed)
            return str(value.say(level, self.rng, preposition=manner in {"in", "on"}, true=true))

        return articles(_SLOT.sub(fill, template))


@dataclass(slots=True)
class Passage:
    """A passage being told, with what it says."""

    text: str
    levels: dict[str, int]
    told: set[int]
    denied: set[int]
    intros: list[str]


def tell(record: Record) -> Passage:
    """A passage about the record: one or two sentences that say several slots, and sometimes one fact denied."""
    topic, rng = record.topic, record.rng
    told: set[int] = set()
    denied: set[int] = set()
    levels: dict[str, int] = {}
    sentences: list[str] = []
    said: list[str] = []
    lines = list(topic.intros)
    rng.shuffle(lines)
    for text, facts in lines[: rng.choice([0, 1, 1, 1, 2, 2])]:
        sentences.append(record.render(text, levels=_evidence_levels(record, text, levels), changed={}))
        told |= facts
        said.append(text)
    for fact in rng.sample(range(len(topic.facts)), rng.choice([0, 1, 2]) if sentences else rng.choice([1, 2])):
        settled = fact not in topic.apart and all(set(_slots(line)) <= {"S", *levels} for line in topic.facts[fact])
        if fact in told:
            continue
        if rng.random() < 0.35 and not settled:
            denied.add(fact)
            if fact in topic.opposites and rng.random() < 0.6:
                template = rng.choice(topic.opposites[fact])
            else:
                template = deny(rng.choice(topic.facts[fact]), rng)
            sentences.append(record.render(template, levels={}, changed={}))
        else:
            template = rng.choice(topic.facts[fact])
            told.add(fact)
            sentences.append(record.render(template, levels=_evidence_levels(record, template, levels), changed={}))
    return Passage(_joined(sentences, record), levels, told, denied, said)


def _evidence_levels(record: Record, template: str, known: dict[str, int]) -> dict[str, int]:
    """How precisely each slot of a sentence is said: mostly to the last detail."""
    said = {}
    for slot, manner in _SLOT.findall(template):
        if slot == "S" or manner == "adj":
            known.setdefault(slot, 0)
            continue
        level = {"year": 2, "month": 1, "town": 1}.get(manner, 0)
        value = record.values[slot]
        if level == 0 and isinstance(value, Date) and record.rng.random() < 0.5:
            level = record.rng.choice([1, 2])
        said[slot] = level
        known[slot] = min(level, known.get(slot, level))
    return said


def _joined(sentences: list[str], record: Record) -> str:
    name, short = record.values["S"].say(0, record.rng, preposition=False), short_name(record.values["S"])
    told: list[str] = []
    for i, sentence in enumerate(sentences):
        if told and sentence.startswith(f"{name} ") and name in told[-1] and record.rng.random() < 0.3:
            told[-1] += record.rng.choice([" and ", " but ", ", and "]) + sentence[len(name) + 1 :]
            continue
        if sentence.startswith(name) and record.rng.random() < (0.8 if i else 0.3):
            sentence = short + sentence[len(name) :]
        told.append(capital(sentence))
    return ". ".join(told) + "."


def claims(record: Record, passage: Passage) -> Iterator[Pair]:
    """Claims about the passage's record, each with what holds between it and the passage."""
    topic, rng = record.topic, record.rng
    for intro in passage.intros:
        yield from _summaries(record, passage, intro)
    for fact, lines in enumerate(topic.facts):
        template = rng.choice(lines)
        slots = [slot for slot in _slots(template) if slot != "S"]
        known = set(slots) <= set(passage.levels)
        if fact in passage.denied:
            yield from _claims_on_denied(record, passage, fact, template)
        elif known and (fact in passage.told or fact not in topic.apart):
            yield from _claims_on_told(record, passage, fact, template)
        elif not (fact in topic.apart and known):
            yield _claim(record, passage, template, "different", levels=_coarser(record, slots, {}))


def _summaries(record: Record, passage: Passage, intro: str) -> Iterator[Pair]:
    """A sentence of the passage said again in other words or more coarsely, and the same with one slot changed."""
    slots = [slot for slot in dict.fromkeys(_slots(intro)) if slot != "S"]
    levels = _coarser(record, slots, passage.levels)
    yield _claim(record, passage, intro, "same", levels=levels)
    slot = record.rng.choice(slots)
    changed = {slot: record.values[slot].change(levels[slot], record.rng)}
    yield _claim(record, passage, intro, "contradicts", levels=levels, changed=changed)


def _claims_on_denied(record: Record, passage: Passage, fact: int, template: str) -> Iterator[Pair]:
    yield _claim(record, passage, template, "contradicts")
    lines = record.topic.opposites.get(fact)
    said = record.rng.choice(lines) if lines and record.rng.random() < 0.5 else deny(template, record.rng)
    yield _claim(record, passage, said, "same")


def _claims_on_told(record: Record, passage: Passage, fact: int, template: str) -> Iterator[Pair]:
    rng = record.rng
    slots = [slot for slot in dict.fromkeys(_slots(template)) if slot != "S"]
    levels = _coarser(record, slots, passage.levels)
    yield _claim(record, passage, template, "same", levels=levels)
    lines = record.topic.opposites.get(fact)
    if lines and rng.random() < 0.5:
        yield _claim(record, passage, rng.choice(lines), "contradicts", levels=levels)
    elif rng.random() < 0.35:
        yield _claim(record, passage, deny(template, rng), "contradicts", levels=levels)
    for slot in rng.sample(slots, min(1, len(slots))):
        if rng.random() < 0.12:
            continue
        changed = {slot: _other_value(record, passage, slot, levels.get(slot, 0))}
        yield _claim(record, passage, template, "contradicts", levels=levels, changed=changed)
    if slots and fact not in record.topic.opposites and rng.random() < 0.12:
        slot = rng.choice(slots)
        changed = {slot: record.values[slot].change(0, rng)}
        yield _claim(record, passage, deny(template, rng), "same", changed=changed)


def _other_value(record: Record, passage: Passage, slot: str, level: int) -> Value:
    """Another value for a slot: one that the passage says of something else, or one that it does not say."""
    value = record.values[slot]
    others = [
        record.values[name]
        for name in passage.levels
        if name != slot and type(record.values[name]) is type(value) and not isinstance(value, Choice)
    ]
    others = [v for v in others if not isinstance(v, Date) or (level < 3 and v.year != value.year)]
    if others and record.rng.random() < 0.5:
        return record.rng.choice(others)
    return value.change(level, record.rng)


def _coarser(record: Record, slots: list[str], levels: dict[str, int]) -> dict[str, int]:
    """For each slot a level that the passage's own level bears out."""
    chosen = {}
    for slot in slots:
        value, at = record.values[slot], levels.get(slot, 0)
        options = list(range(at, getattr(value, "coarsest", 0) + 1))
        if isinstance(value, Date) and at == 2:
            options.remove(3)
        if at == 1 and type(value).__name__ == "Place":
            options = [1]
        chosen[slot] = record.rng.choice([*options, options[0]])
    return chosen


def _claim(
    record: Record,
    passage: Passage,
    template: str,
    relation: str,
    *,
    levels: dict[str, int] | None = None,
    changed: dict[str, Value] | None = None,
) -> Pair:
    text = record.render(template, levels=levels or {}, changed=changed or {}, false=True)
    return f"{capital(text)}.", passage.text, relation


def _combined(same: list[Pair], wrong: list[Pair], rng: random.Random) -> tuple[list[Pair], list[Pair]]:
    """The claims with some of them joined: two that hold hold together, one that does not spoils the other."""
    if len(same) < 2 or not wrong or rng.random() < 0.7:
        return same, wrong
    (a, passage, _), (b, _, _) = rng.sample(same, 2)
    both = rng.sample([rng.choice(same)[0], rng.choice(wrong)[0]], 2)
    return [*same, (_and(a, b), passage, "same")] * 2, [*wrong, (_and(*both), passage, "contradicts")] * 2


def _and(a: str, b: str) -> str:
    """Two claims as one sentence; a subject that they share is said once."""
    shared = 0
    first, second = a.split(), b.split()
    while shared < min(len(first), len(second)) - 1 and first[shared] == second[shared]:
        shared += 1
    rest = " ".join(second[shared:]) if shared and first[0][0].isupper() and shared >= 2 else b
    return f"{a.rstrip('.')}{' and ' if rest != b else ', and '}{rest}"


def topic_pairs(count: int, seed: int) -> list[Pair]:
    """As many pairs of invented records, a few from each passage, the three relations about 4 : 4 : 1."""
    rng = random.Random(seed)
    topics = load_topics()
    pairs: list[Pair] = []
    while len(pairs) < count:
        record = Record(rng.choice(topics), rng)
        passage = tell(record)
        found: dict[str, list[Pair]] = {}
        for pair in claims(record, passage):
            found.setdefault(pair[2], []).append(pair)
        found["same"], found["contradicts"] = _combined(found.get("same", []), found.get("contradicts", []), rng)
        for relation, wanted in (("same", 2), ("contradicts", 2), ("different", rng.random() < 0.5)):
            options = found.get(relation, [])
            pairs.extend(rng.sample(options, min(int(wanted), len(options))))
    return pairs[:count]
