"""Claims as many outlets would tell them, written for training: near misses that share most words are part of it.

Each file of `told/` is an invented event: claims under headings, and below each the sentences in which outlets tell it,
the part that tells it in double brackets. A heading may name another claim that it contradicts.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import InputError

TOLD = Path(__file__).with_name("told")
_HEADING = re.compile(r"## (?P<number>\d+) (?:\(contradicts (?P<other>\d+)\) )?\S.*")
_LINE = re.compile(r"(?P<before>[^\[\]]*)\[\[(?P<part>[^\[\]]{8,})\]\](?P<after>[^\[\]]*)")
_WHOLE = 0.45
"""How often a sentence that tells one claim is read whole, as articles are cut now finely and now not."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the part of it that tells a claim, and the claim's number in its event."""

    sentence: str
    part: str
    claim: int


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event's lines, and which two claims cannot both be so."""

    lines: tuple[Line, ...]
    contradicting: frozenset[frozenset[int]]

    @classmethod
    def read(cls, path: Path) -> "ToldEvent":
        """The event of a file.

        Raises:
            InputError: a line is neither a heading nor a sentence with one marked part.
        """
        lines: list[Line] = []
        contradicting: set[frozenset[int]] = set()
        claim = 0
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
            if heading := _HEADING.fullmatch(text):
                claim = int(heading["number"])
                contradicting |= {frozenset({claim, int(heading["other"])})} if heading["other"] else set()
            elif found := _LINE.fullmatch(text.strip()):
                lines.append(Line(found["before"] + found["part"] + found["after"], found["part"], claim))
            elif text.strip():
                raise InputError(f"{path.name} line {number}: {text!r} is no heading and has not one [[marked part]].")
        return cls(tuple(lines), frozenset(contradicting))

    def texts(self, rng: random.Random) -> list[str]:
        """What is read of each line: the part that tells the claim, or at random the whole sentence if it tells one."""
        count = Counter(line.sentence for line in self.lines)
        return [
            line.sentence if count[line.sentence] == 1 and rng.random() < _WHOLE else line.part for line in self.lines
        ]


def read_told() -> list[ToldEvent]:
    """All of them, by name."""
    return [ToldEvent.read(path) for path in sorted(TOLD.glob("*.txt"))]
