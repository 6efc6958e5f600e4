"""Every country in every article: it responded, it was silent, it was only mentioned, or it is not there at all.

Silence is told apart from absence: a country that an article says has not commented is not the same as one that the
article never names, and neither is the same as an article that was not read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pandas as pd

from analysis.codebook import NO_STATEMENT
from analysis.columns import Col
from analysis.tables import COVERAGE, Row

RESPONDED, SILENT, MENTIONED, ABSENT = "responded", "no statement", "mentioned but not quoted", "not mentioned"
STATES = (RESPONDED, SILENT, MENTIONED, ABSENT)


def cover(documents: pd.DataFrame, mentions: pd.DataFrame, responses: pd.DataFrame) -> pd.DataFrame:
    """The state of each country in each analysed article.

    Args:
        documents: Table DOCUMENTS; articles that were not analysed have no row in the result.
        mentions: Table MENTIONS.
        responses: Table RESPONSES.

    Returns:
        Table COVERAGE, one row per country named anywhere and article; empty when no country is named.
    """
    return COVERAGE.frame(_rows(documents, mentions, responses))


def _rows(documents: pd.DataFrame, mentions: pd.DataFrame, responses: pd.DataFrame) -> Iterator[Row]:
    acts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, document, act in responses[[Col.COUNTRY_CODE, Col.DOCUMENT_ID, Col.ACT]].itertuples(index=False):
        if code:
            acts[code, document].add(act)
    named = mentions[mentions[Col.COUNTRY_CODE] != ""]
    counts = Counter(named[[Col.COUNTRY_CODE, Col.DOCUMENT_ID]].itertuples(index=False, name=None))
    analysed = [str(document) for document in documents.loc[documents[Col.IS_ANALYSED], Col.DOCUMENT_ID]]
    for code in sorted({code for code, _ in [*acts, *counts]}):
        for document in analysed:
            done = sorted(acts.get((code, document), ()))
            n_mentions = counts[code, document]
            yield {
                Col.COUNTRY_CODE: code,
                Col.DOCUMENT_ID: document,
                Col.STATE: _state(done, n_mentions),
                Col.ACTS: " | ".join(done),
                Col.N_MENTIONS: n_mentions,
            }


def _state(acts: list[str], n_mentions: int) -> str:
    if set(acts) - {NO_STATEMENT}:
        return RESPONDED
    if acts:
        return SILENT
    return MENTIONED if n_mentions else ABSENT
