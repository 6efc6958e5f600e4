"""Names of countries and blocs for their ISO 3166-1 alpha-3 codes, from the Unicode CLDR (package Babel)."""

import functools
import re

from babel import Locale
from babel.core import get_global

_OTHERS = {
    "EUE": "European Union",
    "XKX": "Kosovo",
    "PSE": "Palestine",
    "COD": "DR Congo",
    "COG": "Republic of the Congo",
}
"""Codes in use that CLDR lacks, and names that newspapers do not write or that a table's header has no room for."""
_ASIDE = re.compile(r" \(.*\)| SAR China")
"""What CLDR adds to a name: Myanmar (Burma), Hong Kong SAR China."""


@functools.cache
def country_name(code: str) -> str:
    """The country's English name, the same everywhere; the code itself when none is known, empty for an empty code."""
    if code in _OTHERS or not code:
        return _OTHERS.get(code, "")
    territories = Locale("en").territories
    alpha_2 = next((new for new in get_global("territory_aliases").get(code, ()) if new in territories), "")
    return _ASIDE.sub("", str(territories.get(alpha_2, code)))
