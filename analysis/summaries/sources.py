"""Rows with the outlet and date of the article that they come from."""

import pandas as pd

from analysis.columns import Col
from analysis.results import Results
from analysis.tables import DOCUMENTS


def with_outlet(frame: pd.DataFrame, results: Results) -> pd.DataFrame:
    """The rows with publisher and published_on of their article added."""
    source = results[DOCUMENTS][[Col.DOCUMENT_ID, Col.PUBLISHER, Col.PUBLISHED_ON]]
    return frame.merge(source, on=Col.DOCUMENT_ID, how="left", validate="many_to_one")


def outlets(results: Results) -> list[str]:
    """The outlets shown of which an article was read, in alphabetical order: the others leave nothing out."""
    documents = results[DOCUMENTS]
    is_read = documents[Col.IS_ANALYSED].fillna(False).astype(bool)
    return sorted(documents.loc[is_read, Col.PUBLISHER].unique())
