"""What sort of thing something is: what is a city is no county, and what was a missile was no drone.

Only where both say what the same thing is: a city may lie in a county, and a film be made after a novel.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import on_one_thing
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Word


@functools.lru_cache(maxsize=1)
def _sorts() -> Mapping[str, tuple[str, str]]:
    """The group and the sort that each word names."""
    groups = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))["groups"]
    return {word: (group["name"], line) for group in groups for line in group["sorts"] for word in line.split()}


def compare_kinds(alignment: Alignment) -> Iterator[Difference]:
    """A thing that a says to be of one sort and b of another."""
    for word, other in _of_other_sort(alignment):
        if not word.negated and not other.negated:
            reason = f"{word.lemma} here, {other.lemma} there, of one thing"
            yield Difference("other", word.lemma, other.lemma, True, reason, 1.0, True)
            return


def is_denied_by_sort(alignment: Alignment) -> bool:
    """Whether a denies that a thing is of one sort, and b says that it is of another."""
    return any(word.negated and not other.negated for word, other in _of_other_sort(alignment))


def _of_other_sort(alignment: Alignment) -> Iterator[tuple[Word, Word]]:
    """What a says that something is, with what b says that it is instead."""
    told = [word for word in alignment.b.words if word.relation == "is" and word.lemma in _sorts()]
    for word in alignment.a.words:
        if word.relation != "is" or word.lemma not in _sorts():
            continue
        group, sort = _sorts()[word.lemma]
        there = [w for w in told if _sorts()[w.lemma][0] == group and on_one_thing(word, w, alignment.a, alignment.b)]
        if there and all(_sorts()[other.lemma][1] != sort for other in there):
            yield word, there[0]
