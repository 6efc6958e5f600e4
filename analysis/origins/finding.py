"""Origins that the wording of articles shows: credits to agencies and outlets, institutes cited, text shared."""

import pandas as pd

from analysis.origins.credits import find_credits
from analysis.origins.institutes import find_institutes
from analysis.origins.rows import distinct
from analysis.origins.shared import find_shared_text
from analysis.settings import Settings
from analysis.tables import ORIGINS


def find_origins(documents: pd.DataFrame, sentences: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """ORIGINS of the kinds agency, outlet, institute and shared text, each with the passage that shows it.

    Args:
        documents: DOCUMENTS; outlets cite each other by their publishers' names.
        sentences: SENTENCES.
        settings: How much two sentences share when one was copied from the other.

    Returns:
        A row for each passage that rests on an origin; empty when none shows.
    """
    rows = (
        *find_credits(documents, sentences),
        *find_institutes(sentences),
        *find_shared_text(documents, sentences, settings),
    )
    return ORIGINS.frame(distinct(rows))
