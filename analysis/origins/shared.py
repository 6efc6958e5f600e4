"""Sentences that two articles carry almost word for word: one took them from the other, or both from a third.

Two reporters who write of one event share names and common words. They do not share many runs of three words, nor one
long run of words, unless they quote.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.origins.publication import SHARED, name_of, order_of
from analysis.origins.rows import origin_row, slug
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import Row

if TYPE_CHECKING:
    from datasketch import MinHash  # type: ignore[import-untyped]

_SHINGLE_WORDS = 3
_PERMUTATIONS = 128
_MISS_LITTLE = (0.1, 0.9)
"""Weights of false candidates and missed ones: candidates are compared anyway, so that only a miss is a loss."""


def find_shared_text(documents: pd.DataFrame, sentences: pd.DataFrame, settings: Settings) -> Iterator[Row]:
    """Sentences with a twin in another outlet's article, each with the articles that share it and which came first."""
    articles = {str(row["document_id"]): row for row in records(documents)}
    rows = [row for row in records(sentences) if len(str(row["text"]).split()) >= settings.shared_passage_words]
    twins = _twins(rows, articles, settings)
    for place, row in enumerate(rows):
        if twins[place]:
            sharing = sorted({str(rows[other]["document_id"]) for other in (place, *twins[place])})
            yield origin_row(
                name_of(sharing, articles), SHARED, row, rule="origins.shared", key=slug(" ".join(sharing)),
                reason="almost the same words stand in " + order_of(str(row["document_id"]), sharing, articles),
            )  # fmt: skip


def _twins(
    rows: Sequence[Mapping[str, object]], articles: Mapping[str, Mapping[str, object]], settings: Settings
) -> dict[int, set[int]]:
    """For the place of each sentence those of its twins, and of theirs."""
    from datasketch import MinHashLSH  # loads half of scipy, which only an analysis needs

    index = MinHashLSH(threshold=settings.shared_passage_share, num_perm=_PERMUTATIONS, weights=_MISS_LITTLE)
    hashes = [_minhash(str(row["text"])) for row in rows]
    outlets = [articles[str(row["document_id"])]["publisher"] for row in rows]
    cluster: dict[int, set[int]] = {}
    for place, item in enumerate(hashes):
        index.insert(place, item)
        cluster[place] = {place}
    for place, item in enumerate(hashes):
        for other in sorted(int(found) for found in index.query(item)):
            is_twin = item.jaccard(hashes[other]) >= settings.shared_passage_share
            if outlets[other] != outlets[place] and is_twin and cluster[other] is not cluster[place]:
                joined = cluster[place] | cluster[other]
                cluster.update(dict.fromkeys(joined, joined))
    return {place: cluster[place] - {place} for place in cluster}


def _minhash(text: str) -> "MinHash":
    from datasketch import MinHash

    words = re.findall(r"\w+", text.lower())
    found = MinHash(num_perm=_PERMUTATIONS, seed=1)
    found.update_batch(
        [" ".join(words[i : i + _SHINGLE_WORDS]).encode() for i in range(max(1, len(words) - _SHINGLE_WORDS + 1))]
    )
    return found
