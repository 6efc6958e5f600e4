"""The sentences behind a mark of a chart.

Every function returns one shape, EVIDENCE_COLUMNS: the sentence as published with the stretch in it that counts, and a
note that says what it counts for.
"""

import pandas as pd

from analysis.columns import Col
from analysis.filters import act_name
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import CLAIMS, MENTIONS, RESPONSES, SENTENCES

MARK_START, MARK_END, NOTE = "mark_start_char", "mark_end_char", "note"
EVIDENCE_COLUMNS = (
    Col.PUBLISHER, Col.PUBLISHED_ON, Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.START_CHAR, Col.END_CHAR, Col.TEXT,
    MARK_START, MARK_END, NOTE,
)  # fmt: skip
"""start_char and end_char are the sentence's, the mark's are those of the stretch that counts."""


def evidence_of_mentions(results: Results, *, entity_id: str, publisher: str = "") -> pd.DataFrame:
    """Sentences that name an actor, in one outlet or in all."""
    rows = results[MENTIONS]
    rows = rows[rows[Col.ENTITY_ID].eq(entity_id)]
    return _with_sentence(results, rows.assign(note=rows[Col.TEXT]), publisher)


def evidence_of_country(results: Results, *, country_code: str, publisher: str = "") -> pd.DataFrame:
    """Sentences that name a country or one of its people and bodies, in one outlet or in all."""
    rows = results[MENTIONS]
    rows = rows[rows[Col.COUNTRY_CODE].eq(country_code)]
    return _with_sentence(results, rows.assign(note=rows[Col.TEXT]), publisher)


def evidence_of_responses(
    results: Results, *, country_code: str = "", publisher: str = "", act: str = "", target_code: str = ""
) -> pd.DataFrame:
    """Passages that report a country's responses; an empty argument lets any value through."""
    rows = results[RESPONSES]
    for column, value in ((Col.COUNTRY_CODE, country_code), (Col.ACT, act), (Col.TARGET_CODE, target_code)):
        rows = rows[rows[column].eq(value)] if value else rows
    notes = rows[Col.ACT].map(act_name) + rows[Col.REASON].map(lambda reason: f": {reason}" if reason else "")
    return _with_sentence(results, rows.assign(note=notes), publisher)


def evidence_of_claim(results: Results, *, group_id: str, publisher: str = "") -> pd.DataFrame:
    """Passages of a claim, in one outlet or in all."""
    rows = results[CLAIMS]
    rows = rows[rows[Col.GROUP_ID].eq(group_id)]
    return _with_sentence(results, rows.assign(note=rows[Col.REASON]), publisher)


def evidence_of_sentences(results: Results, *, entity_ids: tuple[str, str]) -> pd.DataFrame:
    """Sentences that name both of two actors."""
    mentions = results[MENTIONS]
    first, second = (mentions[mentions[Col.ENTITY_ID].eq(entity_id)] for entity_id in entity_ids)
    keys = [Col.DOCUMENT_ID, Col.SENTENCE_INDEX]
    both = first.merge(second[keys].drop_duplicates(), on=keys)
    return _with_sentence(results, both.assign(note=both[Col.TEXT]), "").drop_duplicates(keys, ignore_index=True)


def _with_sentence(results: Results, rows: pd.DataFrame, publisher: str) -> pd.DataFrame:
    """Rows that carry a passage and a note, as evidence in the order of outlet and text."""
    marks = {str(Col.START_CHAR): MARK_START, str(Col.END_CHAR): MARK_END}
    keys = [Col.DOCUMENT_ID, Col.SENTENCE_INDEX]
    passages = rows[[*keys, Col.START_CHAR, Col.END_CHAR, NOTE]].rename(columns=marks)
    sentences = results[SENTENCES][[*keys, Col.START_CHAR, Col.END_CHAR, Col.TEXT]]
    joined = with_outlet(passages.merge(sentences, on=keys, how="inner"), results)
    if publisher:
        joined = joined[joined[Col.PUBLISHER].eq(publisher)]
    order = [Col.PUBLISHED_ON, Col.PUBLISHER, Col.DOCUMENT_ID, MARK_START]
    return joined.sort_values(order, ignore_index=True)[list(EVIDENCE_COLUMNS)]
