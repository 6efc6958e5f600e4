"""Runs of words that two outlets share within sentences that otherwise differ: a quotation, or a line of agency text.

Length alone would not do: `with South Korean President Moon Jae-in` is seven words, and nobody's text. So a run counts
by how rare its words are, names left out. Over four events in five outlets each, every shared run above the bar was a
quotation or a copied line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from analysis.comparison.rarity import rarity
from analysis.origins.publication import SHARED, name_of, order_of
from analysis.origins.rows import origin_row, slug
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import Row

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = 30
"""A run in more sentences than this is a notice that an outlet prints under everything [sentences]."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence as words with their places in it."""

    row: Mapping[str, object]
    outlet: str
    written: tuple[str, ...]
    lower: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


Shared = tuple[int, int, int]
"""A sentence's place and the first and last word, not included, of what it shares."""


def find_shared_runs(documents: pd.DataFrame, sentences: pd.DataFrame, settings: Settings) -> Iterator[Row]:
    """The longest runs of rare words that sentences of two outlets share, in each of them."""
    articles = {str(row["document_id"]): row for row in records(documents)}
    found = [_words(row, str(articles[str(row["document_id"])]["publisher"])) for row in records(sentences)]
    for run, places in _shared(found, settings).items():
        sharing = sorted({str(found[place].row["document_id"]) for place, _, _ in places})
        for place, first, last in sorted(places):
            row = found[place].row
            start, end = (
                int(str(row["start_char"])) + found[place].spans[at][side] for at, side in ((first, 0), (last - 1, 1))
            )
            text = str(row["text"])[found[place].spans[first][0] : found[place].spans[last - 1][1]]
            yield origin_row(
                name_of(sharing, articles), SHARED, {**row, "start_char": start, "end_char": end, "text": text},
                rule="origins.run", key=slug(" ".join(sharing)),
                reason=f"the same {len(run)} words in a row stand in "
                + order_of(str(row["document_id"]), sharing, articles),
            )  # fmt: skip


def _words(row: Mapping[str, object], outlet: str) -> _Words:
    matches = list(_WORD.finditer(str(row["text"])))
    written = tuple(match[0] for match in matches)
    lower = tuple(word.lower().replace("’", "'") for word in written)
    return _Words(row, outlet, written, lower, tuple(match.span() for match in matches))


def _shared(sentences: Sequence[_Words], settings: Settings) -> dict[tuple[str, ...], set[Shared]]:
    """Each run that is shared, rare enough and not within a longer one, with where it stands."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        lower = sentence.lower
        for at in range(len(lower) - settings.shared_run_words + 1):
            index[lower[at : at + settings.shared_run_words]].append((place, at))
    found: dict[tuple[str, ...], set[Shared]] = defaultdict(set)
    for starts in index.values():
        if 1 < len(starts) <= _COMMON:
            for (one, at), (other, there) in combinations(starts, 2):
                length = _length(sentences[one], at, sentences[other], there)
                if length and _rarity(sentences[one].written[at : at + length]) >= settings.shared_run_rarity:
                    run = sentences[one].lower[at : at + length]
                    found[run] |= {(one, at, at + length), (other, there, there + length)}
    return found


def _length(one: _Words, at: int, other: _Words, there: int) -> int:
    """How many words in a row both share from here on; 0 where the run began earlier, or within one outlet."""
    left, right = one.lower, other.lower
    if one.outlet == other.outlet or (at and there and left[at - 1] == right[there - 1]):
        return 0
    length = 0
    while at + length < len(left) and there + length < len(right) and left[at + length] == right[there + length]:
        length += 1
    return length


def _rarity(run: Sequence[str]) -> float:
    """The rarities of the words that are no names, summed."""
    return sum(rarity(word.lower()) for word in run if word[0].islower())
