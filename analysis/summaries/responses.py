"""How countries responded: the grid with silence, counts for the map, the ladder over time, who addressed whom."""

from collections import Counter

import pandas as pd

from analysis.columns import Col
from analysis.corrections import review_of
from analysis.countries import country_name
from analysis.filters import SEPARATOR
from analysis.palette import by_force
from analysis.results import Results
from analysis.summaries.reviews import REVIEW, with_review
from analysis.summaries.sources import outlets, with_outlet
from analysis.tables import COVERAGE, DOCUMENTS, RESPONSES, STATEMENTS

COUNTRY = "country"
STATES = ("responded", "no statement", "mentioned but not quoted", "not mentioned")
"""What an article may tell of a country, most telling first; the order in which articles of one outlet are joined."""


def _of_countries(results: Results) -> pd.DataFrame:
    """The responses with their outlets; acts of bodies that belong to no single country (UN, NATO) are left out."""
    rows = results[RESPONSES].assign(**{REVIEW: review_of(results, RESPONSES)})
    return with_outlet(rows[rows[Col.COUNTRY_CODE] != ""], results)


def response_grid(results: Results) -> pd.DataFrame:
    """Each country in each outlet: the acts reported, or which kind of silence.

    Several articles of one outlet are one cell: their acts together, and the most telling of their states.

    Returns:
        country_code, country, publisher, state, acts, n_mentions, review (of the responses); countries with most acts
        first, then by name.
        Countries that no shown outlet even mentions have no row.
    """
    rows = with_outlet(results[COVERAGE], results)
    if rows.empty:
        columns = [Col.COUNTRY_CODE, COUNTRY, Col.PUBLISHER, Col.STATE, Col.ACTS, Col.N_MENTIONS, Col.REVIEW]
        return pd.DataFrame(columns=columns)
    cells = rows.groupby([Col.COUNTRY_CODE, Col.PUBLISHER]).agg(
        state=(str(Col.STATE), lambda states: min(states, key=STATES.index)),
        acts=(str(Col.ACTS), _together),
        n_mentions=(str(Col.N_MENTIONS), "sum"),
    )
    cells = cells.reset_index()
    cells[COUNTRY] = cells[Col.COUNTRY_CODE].map(country_name)
    told = cells[Col.STATE].isin(STATES[:2]).groupby(cells[Col.COUNTRY_CODE]).sum()
    named = cells.groupby(Col.COUNTRY_CODE)[Col.N_MENTIONS].sum()
    cells["_told"], cells["_named"] = cells[Col.COUNTRY_CODE].map(told), cells[Col.COUNTRY_CODE].map(named)
    cells = cells[(cells["_told"] > 0) | (cells["_named"] > 0)]
    cells = cells.sort_values(["_told", "_named", COUNTRY, Col.PUBLISHER], ascending=[False, False, True, True])
    columns = [Col.COUNTRY_CODE, COUNTRY, Col.PUBLISHER, Col.STATE, Col.ACTS, Col.N_MENTIONS]
    return with_review(cells[columns].reset_index(drop=True), results, RESPONSES, [Col.COUNTRY_CODE, Col.PUBLISHER])


def responses_by_country(results: Results) -> pd.DataFrame:
    """Per country: how many responses are reported, by how many outlets, and which acts.

    Returns:
        country_code, country, n_responses, n_outlets, acts (most frequent first), act (the most forceful), review;
        most responses first.
    """
    rows = _of_countries(results)
    records = []
    for code, own in rows.groupby(Col.COUNTRY_CODE):
        acts = [act for act, _ in sorted(Counter(own[Col.ACT]).items(), key=lambda item: (-item[1], item[0]))]
        n_outlets = own[Col.PUBLISHER].nunique()
        records.append((code, country_name(str(code)), len(own), n_outlets, SEPARATOR.join(acts), by_force(acts)[0]))
    columns = [Col.COUNTRY_CODE, COUNTRY, "n_responses", Col.N_OUTLETS, Col.ACTS, Col.ACT]
    frame = pd.DataFrame(records, columns=[str(column) for column in columns])
    frame = frame.sort_values(["n_responses", COUNTRY], ascending=[False, True], ignore_index=True)
    return with_review(frame, results, RESPONSES, [Col.COUNTRY_CODE])


def response_ladder(results: Results) -> pd.DataFrame:
    """Every response of each country in the order of publication, then of the text.

    Returns:
        country_code, country, published_on, publisher, document_id, act, target_code, target, polarity, evidence,
        start_char, end_char, sentence_index, review; responses of undated articles come last and keep an empty date.
    """
    rows = _of_countries(results)
    rows[COUNTRY] = rows[Col.COUNTRY_CODE].map(country_name)
    rows["target"] = rows[Col.TARGET_CODE].map(country_name)
    rows["_undated"] = rows[Col.PUBLISHED_ON].eq("")
    order = [COUNTRY, "_undated", Col.PUBLISHED_ON, Col.PUBLISHER, Col.START_CHAR]
    columns = [
        Col.COUNTRY_CODE, COUNTRY, Col.PUBLISHED_ON, Col.PUBLISHER, Col.DOCUMENT_ID, Col.ACT, Col.TARGET_CODE,
        "target", Col.POLARITY, Col.EVIDENCE, Col.START_CHAR, Col.END_CHAR, Col.SENTENCE_INDEX, Col.REVIEW,
    ]  # fmt: skip
    return rows.sort_values(order, ignore_index=True)[columns]


def dyads(results: Results) -> pd.DataFrame:
    """Who addressed whom, with which act.

    Returns:
        country_code, country, target_code, target, act, n_responses, n_outlets, review; responses that address nobody
        have no row.
    """
    rows = _of_countries(results)
    rows = rows[rows[Col.TARGET_CODE].ne("")]
    keys = [Col.COUNTRY_CODE, Col.TARGET_CODE, Col.ACT]
    counts = rows.groupby(keys).agg(
        n_responses=(str(Col.RESPONSE_ID), "size"), n_outlets=(str(Col.PUBLISHER), "nunique")
    )
    frame = counts.reset_index()
    frame[COUNTRY] = frame[Col.COUNTRY_CODE].map(country_name)
    frame["target"] = frame[Col.TARGET_CODE].map(country_name)
    columns = [Col.COUNTRY_CODE, COUNTRY, Col.TARGET_CODE, "target", Col.ACT, "n_responses", Col.N_OUTLETS]
    frame = frame.sort_values(["n_responses", *keys], ascending=[False, True, True, True], ignore_index=True)[columns]
    return with_review(frame, results, RESPONSES, keys)


def quotes(results: Results) -> pd.DataFrame:
    """Every statement: who said what, with which word, in which outlet; in the order of the articles' text.

    Returns:
        publisher, published_on, speaker, country_code, country, cue, content, form, act, document_id, start_char,
        end_char, sentence_index, review.
    """
    rows = with_outlet(results[STATEMENTS].assign(**{REVIEW: review_of(results, STATEMENTS)}), results)
    rows[COUNTRY] = rows[Col.COUNTRY_CODE].map(country_name)
    rows = rows.sort_values([Col.PUBLISHER, Col.DOCUMENT_ID, Col.CONTENT_START_CHAR], ignore_index=True)
    rows = rows.rename(columns={Col.CONTENT_START_CHAR: Col.START_CHAR, Col.CONTENT_END_CHAR: Col.END_CHAR})
    columns = [
        Col.PUBLISHER, Col.PUBLISHED_ON, Col.SPEAKER, Col.COUNTRY_CODE, COUNTRY, Col.CUE, Col.CONTENT, Col.FORM,
        Col.ACT, Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.SENTENCE_INDEX, Col.REVIEW,
    ]  # fmt: skip
    return rows[columns]


def timeline(results: Results) -> pd.DataFrame:
    """Per day and outlet: articles published and responses that they report.

    Returns:
        published_on, publisher, n_documents, n_responses, review; undated articles have no row.
    """
    documents = results[DOCUMENTS][results[DOCUMENTS][Col.PUBLISHER].isin(outlets(results))]
    dated = documents[documents[Col.PUBLISHED_ON].ne("")]
    keys = [Col.PUBLISHED_ON, Col.PUBLISHER]
    articles = dated.groupby(keys).size().rename(str(Col.N_DOCUMENTS))
    responses = with_outlet(results[RESPONSES], results).groupby(keys).size().rename("n_responses")
    counts = articles.to_frame().join(responses).fillna({"n_responses": 0}).astype("int64").reset_index()
    return with_review(counts, results, RESPONSES, keys)


def _together(acts: "pd.Series[str]") -> str:
    return SEPARATOR.join(sorted({act for cell in acts for act in cell.split(SEPARATOR) if act}))


__all__ = [
    "COUNTRY", "STATES", "dyads", "outlets", "quotes", "response_grid", "response_ladder", "responses_by_country",
    "timeline",
]  # fmt: skip
