"""Articles that are copies of each other: the same text twice, an edited version, or one agency's text in two outlets.

Runs of eight words are looked up in an index, so the work grows with the articles and not with their square: two
reporters hardly ever write the same eight words in a row, except in a quotation. One overlap would not tell wire
copies, which share about a third of their text, from articles that quote one speech at length; the longest run does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

import pandas as pd

from analysis.columns import Col
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import COPIES, Row

_RUN = 8
"""Words in a row that two texts must share [words]."""
_COMMON = 30
"""A run in more articles than this is a notice that an outlet prints under everything [articles]."""


def find_copies(documents: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """COPIES: pairs of articles of which one is a copy of the other or both of a third; empty when there is none."""
    texts = {str(row["document_id"]): re.findall(r"\w+", str(row["text"]).lower()) for row in records(documents)}
    dates = {str(row["document_id"]): str(row["published_on"]) for row in records(documents)}
    shared = _shared_runs(texts)
    found = (row for pair in sorted(shared) for row in _copy(pair, texts, shared[pair], settings))
    return COPIES.frame({**row, Col.REASON: f"{row[Col.REASON]}{_order(row, dates)}"} for row in found)


def _shared_runs(texts: Mapping[str, list[str]]) -> dict[tuple[str, str], set[tuple[str, ...]]]:
    """Runs of words that each two articles share; short articles are one run."""
    index: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for document_id, words in texts.items():
        for start in range(max(1, len(words) - _RUN + 1)):
            index[tuple(words[start : start + _RUN])].add(document_id)
    shared: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for run, found in index.items():
        if run and 1 < len(found) <= _COMMON:
            for pair in combinations(sorted(found), 2):
                shared[pair].add(run)
    return shared


def _copy(
    pair: tuple[str, str], texts: Mapping[str, list[str]], runs: set[tuple[str, ...]], settings: Settings
) -> Iterator[Row]:
    first, second = (texts[document_id] for document_id in pair)
    shorter = min(first, second, key=len)
    covered = _covered(shorter, runs)
    share, longest = sum(covered) / len(shorter), _longest(covered)
    if first == second:
        kind, reason = "exact", "the same words"
    elif share >= settings.near_copy_share and len(shorter) >= 0.6 * max(len(first), len(second)):
        kind, reason = "near", f"{share:.0%} of the shorter article's words stand in the other in the same order"
    elif share >= settings.wire_copy_share and longest >= settings.wire_copy_words:
        kind = "wire"
        reason = f"{share:.0%} of the shorter article and up to {longest} words in a row are shared"
    else:
        return
    ids = {Col.DOCUMENT_ID_A: pair[0], Col.DOCUMENT_ID_B: pair[1]}
    yield {**ids, Col.KIND: kind, Col.SCORE: share, Col.REASON: reason}


def _order(copy: Row, dates: Mapping[str, str]) -> str:
    """Which of the two was published first; nothing where a date is lacking or both have one date."""
    first, second = sorted(
        (dates[str(copy[column])], str(copy[column])) for column in (Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B)
    )
    return f"; {first[1]} was published first ({first[0]})" if first[0] and first[0] < second[0] else ""


def _covered(words: list[str], runs: set[tuple[str, ...]]) -> list[bool]:
    """For each word whether it stands in a shared run."""
    covered = [False] * len(words)
    for start in range(max(1, len(words) - _RUN + 1)):
        if tuple(words[start : start + _RUN]) in runs:
            covered[start : start + _RUN] = [True] * len(words[start : start + _RUN])
    return covered


def _longest(covered: list[bool]) -> int:
    longest = current = 0
    for is_shared in covered:
        current = current + 1 if is_shared else 0
        longest = max(longest, current)
    return longest
