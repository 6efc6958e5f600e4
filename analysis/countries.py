"""Names of countries and blocs for their ISO 3166-1 alpha-3 codes, from the Unicode CLDR (package Babel)."""

import functools

from babel import Locale
from babel.core import get_global

_OTHERS = {"EUE": "European Union", "XKX": "Kosovo", "PSE": "Palestine"}
"""Codes in use that CLDR lacks, or names with a longer form than a table's header has room for."""


@functools.cache
def country_name(code: str) -> str:
    """The country's English name; the code itself when no such code is known, empty for an empty code."""
    if code in _OTHERS or not code:
        return _OTHERS.get(code, "")
    territories = Locale("en").territories
    alpha_2 = next((new for new in get_global("territory_aliases").get(code, ()) if new in territories), "")
    return str(territories.get(alpha_2, code))
