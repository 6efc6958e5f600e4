"""Actors across articles: mentions of one actor under one key, and the table of actors."""

from collections import Counter

import pandas as pd

from analysis.columns import Col
from analysis.tables import ACTORS, Row


def merge_actors(mentions: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who is in the story: the mentions with one key per actor across articles, and one row per actor.

    Args:
        mentions: MENTIONS of all articles, keys as each article gave them.

    Returns:
        MENTIONS and ACTORS, actors by falling number of mentions.
    """
    rows = [_actor(str(key), group) for key, group in mentions.groupby(Col.ENTITY_ID, sort=True)]
    rows.sort(key=lambda row: (-int(str(row[Col.N_MENTIONS])), str(row[Col.ENTITY_ID])))
    return mentions, ACTORS.frame(rows)


def _actor(key: str, group: pd.DataFrame) -> Row:
    spellings = Counter(group[Col.TEXT])
    ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
    codes = Counter(code for code in group[Col.COUNTRY_CODE] if code)
    code = min(codes, key=lambda item: (-codes[item], item)) if codes else ""
    reasons = group.loc[group[Col.COUNTRY_CODE] == code, Col.REASON]
    return {
        Col.ENTITY_ID: key,
        Col.ENTITY: group[Col.ENTITY].iloc[0],
        Col.ENTITY_TYPE: group[Col.ENTITY_TYPE].iloc[0],
        Col.COUNTRY_CODE: code,
        Col.VARIANTS: " | ".join(ordered),
        Col.N_MENTIONS: len(group),
        Col.N_DOCUMENTS: group[Col.DOCUMENT_ID].nunique(),
        Col.REASON: reasons.iloc[0] if code else "",
    }
