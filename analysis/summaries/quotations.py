"""Quotations that several outlets carry, form by form."""

import pandas as pd

from analysis.columns import Col
from analysis.results import Results
from analysis.summaries.sources import with_outlet
from analysis.tables import QUOTATIONS


def quotation_forms(results: Results) -> pd.DataFrame:
    """Each quotation in all its published forms; a quotation with one article left has no row.

    Returns:
        quotation_id, publisher, published_on, cue, form, speaker, text, score, document_id, start_char, end_char;
        quotations that most articles carry first, and of each the form that the others are compared with.
    """
    rows = with_outlet(results[QUOTATIONS], results)
    rows["_n"] = rows.groupby(str(Col.QUOTATION_ID))[str(Col.DOCUMENT_ID)].transform("nunique")
    rows = rows[rows["_n"].gt(1)]
    order = ["_n", Col.QUOTATION_ID, Col.SCORE, Col.PUBLISHER]
    rows = rows.sort_values(order, ascending=[False, True, False, True], ignore_index=True)
    columns = [
        Col.QUOTATION_ID, Col.PUBLISHER, Col.PUBLISHED_ON, Col.CUE, Col.FORM, Col.SPEAKER, Col.TEXT, Col.SCORE,
        Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR,
    ]  # fmt: skip
    return rows[columns]
