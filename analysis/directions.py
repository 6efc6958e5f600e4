"""Signs that turn the direction of writing and are never seen: a name with one can be shown as another name."""

import re

import pandas as pd

from analysis.columns import Col
from analysis.results import Results

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates. The two marks without a scope (U+200E, U+200F) show no name as another.

Source: Unicode Technical Report 36, Unicode Security Considerations, section 2.6, bidirectional text spoofing.
"""
NAMES = (
    Col.PUBLISHER, Col.PUBLISHER_A, Col.PUBLISHER_B, Col.OUTLETS, Col.OMITTED_BY, Col.TITLE, Col.ENTITY, Col.VARIANTS,
    Col.SPEAKER, Col.ACTOR, Col.ORIGIN, Col.URL,
)  # fmt: skip
"""What is shown as a name or label, among other words. Passages stay as published, each in a box of its own."""


def without_turns(text: str) -> str:
    """The text with U+FFFD in place of each sign that turns its direction; it keeps its length."""
    return _TURNS.sub("\N{REPLACEMENT CHARACTER}", text)


def with_steady_names(results: Results) -> Results:
    """The results with no name in them that is read in another direction than it is written."""
    tables = {name: _steady(frame) for name, frame in results.tables.items()}
    return Results(tables, results.settings, results.provenance)


def _steady(frame: pd.DataFrame) -> pd.DataFrame:
    changed = {}
    for column in (str(name) for name in NAMES if name in frame.columns):
        if frame[column].str.contains(_TURNS.pattern, regex=True, na=False).any():
            changed[column] = frame[column].str.replace(_TURNS, "\N{REPLACEMENT CHARACTER}", regex=True)
    return frame.assign(**changed) if changed else frame
