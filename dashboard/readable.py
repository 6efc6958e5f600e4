"""Tables as an analyst reads them: names for codes, keys last, nothing that is empty. Downloads keep every column."""

from collections.abc import Callable, Mapping

import pandas as pd

from analysis.claims.wording import in_words
from analysis.columns import Col
from analysis.countries import country_name
from analysis.filters import SEPARATOR, act_name

_TOLD_BY = {str(Col.COUNTRY_CODE): "country", str(Col.TARGET_CODE): "target"}
"""Codes that a column of names beside them tells already."""


def _acts(cell: object) -> str:
    return ", ".join(act_name(act) for act in str(cell).split(SEPARATOR) if act)


def _country(cell: object) -> str:
    return country_name(str(cell))


def _dates(cell: object) -> str:
    return ", ".join(in_words(date) for date in str(cell).split(SEPARATOR) if date)


_NAMES: Mapping[str, Callable[[object], str]] = {
    str(Col.ACT): _acts,
    str(Col.WHEN): _dates,
    str(Col.ACTS): _acts,
    "acts_a": _acts,
    "acts_b": _acts,
    str(Col.COUNTRY_CODE): _country,
    str(Col.TARGET_CODE): _country,
    str(Col.PUBLISHER_COUNTRY_CODE): _country,
}
"""How the codes of a column are written."""


def readable(frame: pd.DataFrame) -> pd.DataFrame:
    """The table for the screen; its rows and their order stay."""
    names = [str(name) for name in frame.columns]
    told = {code for code, name in _TOLD_BY.items() if name in names}
    kept = [name for name in names if name not in told and (frame.empty or not _is_empty(frame[name]))]
    order = sorted(kept, key=_is_key)  # stable: what is no key keeps its place
    return frame[order].assign(**{name: frame[name].map(_NAMES[name]) for name in order if name in _NAMES})


def _is_key(name: str) -> bool:
    return name.endswith(("_id", "_id_a", "_id_b"))


def _is_empty(cells: "pd.Series[str]") -> bool:
    return bool((cells.isna() | cells.astype("string").eq("")).all())


def not_analysed(document: Mapping[str, object]) -> str:
    """Why an article takes no part in any count; empty where it does."""
    return "" if document[Col.IS_ANALYSED] else f"not analysed: no pipeline reads {document[Col.LANGUAGE_CODE]}"
