"""Passages and claims written by hand, with the names, places and figures in them invented anew for every use."""

import random
import re
from dataclasses import dataclass
from pathlib import Path

from analysis.judge.training.topics import Pair
from analysis.judge.training.values import Count, Date, Value
from analysis.judge.training.vocabulary import Country, make_value
from analysis.judge.training.wording import articles, capital

_OPTION = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+)(\d)(?: (\d+) (\d+))?(?:(?::(\w+))|([+-]\d+))?\}")
_RELATIONS = {"+": "same", "-": "contradicts", "~": "different"}
_KINDS = {
    "band": "bandname",
    "weekday": "of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
    "region": "of: mountains, forests, rivers, deserts, wetlands",
    "fraction": "of: quarter, third, half, tenth, fifth",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A passage with its claims, each with what holds between them."""

    text: str
    claims: tuple[tuple[str, str], ...]


def load_passages() -> list[Written]:
    """The passages of the files beside this one."""
    folder = Path(__file__).parent
    found = []
    for path in sorted(folder.glob("passages_*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.strip().split("\n") if line and not line.startswith("#")]
            if lines:
                found.append(Written(lines[0], tuple((_RELATIONS[line[0]], line[2:]) for line in lines[1:])))
    return found


class Filler:
    """Fills the slots of one passage and its claims with the same invented values."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.values: dict[tuple[str, str], Value] = {}
        self.options: dict[str, str] = {}

    def fill(self, template: str) -> str:
        """The template with its options chosen and its slots filled."""

        def option(match: re.Match[str]) -> str:
            return self.options.setdefault(match.group(1), self.rng.choice(match.group(1).split("|")))

        text = _SLOT.sub(self._value, _OPTION.sub(option, template))
        return capital(articles(re.sub("  +", " ", text)))

    def _value(self, match: re.Match[str]) -> str:
        kind, number, least, most, manner, shift = match.groups()
        value = self.values.get((kind, number)) or self._new(kind, number, least, most)
        if isinstance(value, Count):
            return Count(max(1, value.number + int(shift or 0))).say(0, self.rng, preposition=False)
        if manner == "adj" and isinstance(value, Country):
            return value.adjective
        if isinstance(value, Date):
            level = 2 if manner == "year" else 0 if manner in {"on", None} else 1
            return value.say(level, self.rng, preposition=manner in {"in", "on"})
        level = {"last": 1, "town": 1, "country": 2}.get(manner, 0)
        return str(value.say(level, self.rng, preposition=manner == "in"))

    def _new(self, kind: str, number: str, least: str | None, most: str | None) -> Value:
        taken = {v.say(0, random.Random(0), preposition=False) for v in self.values.values()}
        for _ in range(50):
            name = f"count {least or 2} {most or 90}" if kind == "count" else _KINDS.get(kind, kind)
            value = make_value(name, self.rng, {})
            years = {v.year for v in self.values.values() if isinstance(v, Date)}
            if (
                value.say(0, random.Random(0), preposition=False) not in taken
                and getattr(value, "year", None) not in years
            ):
                break
        self.values[kind, number] = value
        return value


def passage_pairs(written: list[Written], count: int, seed: int) -> list[Pair]:
    """As many pairs from the passages, the relations as evenly as their claims allow."""
    rng = random.Random(seed)
    pairs: list[Pair] = []
    while len(pairs) < count:
        item = rng.choice(written)
        filler = Filler(rng)
        passage = surrounded(filler, filler.fill(item.text), [rng.choice(written).text])
        for wanted, take in (("same", 2), ("contradicts", 2), ("different", 1)):
            claims = [text for relation, text in item.claims if relation == wanted]
            for text in rng.sample(claims, min(take, len(claims))):
                pairs.append((filler.fill(text), passage, wanted))
    return pairs[:count]


def surrounded(filler: Filler, passage: str, others: list[str]) -> str:
    """The passage as a text may have it: its subject a pronoun, a date of birth put in, another passage beside it."""
    rng, odd = filler.rng, filler.rng.random()
    person = filler.values.get(("person", "1"))
    name = person.say(0, rng, preposition=False) if person else ""
    if person and passage.startswith(f"{name} "):
        if odd < 0.15:
            passage = rng.choice([person.last, "He", "She"]) + passage[len(name) :]
        elif odd < 0.25 and not any(kind == "date" for kind, _ in filler.values):
            born = make_value("date", rng, {}).say(0, rng, preposition=False)
            passage = f"{name} (born {born})" + passage[len(name) :]
    if rng.random() < 0.25:
        return " ".join(rng.sample([passage, Filler(rng).fill(rng.choice(others))], 2))
    return passage
