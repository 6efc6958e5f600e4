"""The sentences behind a mark of a chart.

Every function returns one shape, EVIDENCE_COLUMNS: the sentence as published with the stretch in it that counts, and a
note that says what it counts for.
"""

import pandas as pd

from analysis.columns import Col
from analysis.countries import country_name
from analysis.filters import act_name
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import ACTORS, CLAIMS, DISCREPANCIES, MENTIONS, ORIGINS, RESPONSES, SENTENCES, Table
from analysis.touched_claims import touched_claims

MARK_START, MARK_END, NOTE = "mark_start_char", "mark_end_char", "note"
EVIDENCE_COLUMNS = (
    Col.PUBLISHER, Col.PUBLISHED_ON, Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.START_CHAR, Col.END_CHAR, Col.TEXT,
    MARK_START, MARK_END, NOTE, Col.IN_TABLE, Col.ROW_ID,
)  # fmt: skip
"""start_char and end_char are the sentence's, the mark's are those of the stretch that counts; in_table and row_id name
the row that stands on it, which an analyst may correct."""


def evidence_of_mentions(results: Results, *, entity_id: str, publisher: str = "") -> pd.DataFrame:
    """Sentences that name an actor, in one outlet or in all."""
    rows = results[MENTIONS]
    rows = rows[rows[Col.ENTITY_ID].eq(entity_id)]
    return _with_sentence(results, _of(rows.assign(note=rows[Col.TEXT]), ACTORS), publisher)


def evidence_of_country(results: Results, *, country_code: str, publisher: str = "") -> pd.DataFrame:
    """Sentences that name a country or one of its people and bodies, in one outlet or in all."""
    rows = results[MENTIONS]
    rows = rows[rows[Col.COUNTRY_CODE].eq(country_code)]
    return _with_sentence(results, _of(rows.assign(note=rows[Col.TEXT]), ACTORS), publisher)


def evidence_of_responses(
    results: Results, *, country_code: str = "", publisher: str = "", act: str = "", target_code: str = ""
) -> pd.DataFrame:
    """Passages that report a country's responses; an empty argument lets any value through."""
    rows = results[RESPONSES]
    for column, value in ((Col.COUNTRY_CODE, country_code), (Col.ACT, act), (Col.TARGET_CODE, target_code)):
        rows = rows[rows[column].eq(value)] if value else rows
    notes = rows[Col.ACT].map(act_name) + rows[Col.REASON].map(lambda reason: f": {reason}" if reason else "")
    return _with_sentence(results, _of(rows.assign(note=notes), RESPONSES), publisher)


def evidence_of_claim(results: Results, *, group_id: str, publisher: str = "") -> pd.DataFrame:
    """Passages of a claim, in one outlet or in all."""
    rows = results[CLAIMS]
    rows = rows[rows[Col.GROUP_ID].eq(group_id)]
    return _with_sentence(results, _of(rows.assign(note=rows[Col.REASON]), CLAIMS), publisher)


def evidence_of_claim_in_outlet(results: Results, *, group_id: str, publisher: str) -> pd.DataFrame:
    """An outlet's passages of a claim, and those with which it contradicts the claim, each with the reason."""
    claims = results[CLAIMS]
    own = claims[claims[Col.GROUP_ID].eq(group_id)].assign(note=lambda frame: frame[Col.REASON])
    reasons = dict(zip(results[DISCREPANCIES][Col.DISCREPANCY_ID], results[DISCREPANCIES][Col.REASON], strict=True))
    found = [own]
    for dispute in touched_claims(claims, results[DISCREPANCIES]):
        for side in (0, 1):
            if group_id in dispute.groups[1 - side]:
                at = claims[Col.DOCUMENT_ID].eq(dispute.documents[side]) & claims[Col.START_CHAR].eq(
                    dispute.spans[side][0]
                )
                found.insert(0, claims[at].assign(note=f"contradicts: {reasons[dispute.discrepancy_id]}"))
    rows = pd.concat(found).drop_duplicates(str(Col.CLAIM_ID))
    return _with_sentence(results, _of(rows, CLAIMS), publisher)


def evidence_of_origin(results: Results, *, origin_id: str, publisher: str = "") -> pd.DataFrame:
    """Sentences that show an outlet resting on an origin; a credit for a whole article is shown by its first one."""
    rows = results[ORIGINS]
    rows = rows[rows[Col.ORIGIN_ID].eq(origin_id)].assign(note=lambda frame: frame[Col.REASON])
    keys = [Col.DOCUMENT_ID, Col.SENTENCE_INDEX]
    sentences = results[SENTENCES][[*keys, Col.START_CHAR, Col.END_CHAR]]
    spans = sentences.rename(columns={str(Col.START_CHAR): "_first", str(Col.END_CHAR): "_last"})
    joined = rows.merge(spans, on=str(Col.DOCUMENT_ID))
    joined = joined[joined["_first"].lt(joined[Col.END_CHAR]) & joined["_last"].gt(joined[Col.START_CHAR])]
    joined = joined.drop_duplicates([str(Col.DOCUMENT_ID), str(Col.START_CHAR), str(Col.END_CHAR)])
    return _with_sentence(results, joined.assign(in_table="", row_id=""), publisher)


def evidence_of_sentences(results: Results, *, entity_ids: tuple[str, str]) -> pd.DataFrame:
    """Sentences that name both of two actors."""
    mentions = results[MENTIONS]
    first, second = (mentions[mentions[Col.ENTITY_ID].eq(entity_id)] for entity_id in entity_ids)
    keys = [Col.DOCUMENT_ID, Col.SENTENCE_INDEX]
    both = first.merge(second[keys].drop_duplicates(), on=keys)
    return _with_sentence(results, _of(both.assign(note=both[Col.TEXT]), ACTORS), "").drop_duplicates(
        keys, ignore_index=True
    )


def evidence_of_pair(results: Results, *, publishers: tuple[str, str], measure: str = "claims") -> pd.DataFrame:
    """Passages in which two outlets report the same, as a measure of OUTLET_PAIRS compares them.

    Args:
        publishers: The two outlets.
        measure: `claims`; `responses`, all acts of countries; or one act.
    """
    if measure == "claims":
        table, keys, notes = CLAIMS, [Col.GROUP_ID], results[CLAIMS][Col.REASON]
    else:
        table, keys = RESPONSES, [Col.COUNTRY_CODE, Col.ACT]
        notes = (
            results[RESPONSES][Col.COUNTRY_CODE].map(country_name) + ": " + results[RESPONSES][Col.ACT].map(act_name)
        )
    rows = with_outlet(results[table].assign(note=notes), results)
    rows = rows[rows[Col.PUBLISHER].isin(publishers) & rows[keys[0]].ne("")]
    rows = rows if measure in ("claims", "responses") else rows[rows[Col.ACT].eq(measure)]
    both = rows.groupby([str(key) for key in keys])[Col.PUBLISHER].transform("nunique").eq(2)
    shared = rows[both].drop(columns=[Col.PUBLISHER, Col.PUBLISHED_ON])
    return _with_sentence(results, _of(shared, table), "")


def _of(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The rows with the key, in a table, of what they are evidence of."""
    return rows.assign(in_table=table.name, row_id=rows[table.key[0]])


def _with_sentence(results: Results, rows: pd.DataFrame, publisher: str) -> pd.DataFrame:
    """Rows that carry a passage and a note, as evidence in the order of outlet and text."""
    marks = {str(Col.START_CHAR): MARK_START, str(Col.END_CHAR): MARK_END}
    keys = [Col.DOCUMENT_ID, Col.SENTENCE_INDEX]
    passages = rows[[*keys, Col.START_CHAR, Col.END_CHAR, NOTE, Col.IN_TABLE, Col.ROW_ID]].rename(columns=marks)
    sentences = results[SENTENCES][[*keys, Col.START_CHAR, Col.END_CHAR, Col.TEXT]]
    joined = with_outlet(passages.merge(sentences, on=keys, how="inner"), results)
    if publisher:
        joined = joined[joined[Col.PUBLISHER].eq(publisher)]
    order = [Col.PUBLISHED_ON, Col.PUBLISHER, Col.DOCUMENT_ID, MARK_START]
    return joined.sort_values(order, ignore_index=True)[list(EVIDENCE_COLUMNS)]
