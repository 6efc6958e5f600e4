"""What a name in the gazetteer stands for."""

import re
from dataclasses import dataclass

from analysis.gazetteer.words import normalise

NONE = "none"
"""The kind of a phrase that contains a name and means something else (Brazil nut)."""
COMMA, HYPHEN = "comma", "hyphen"
KINDS = ("country", "demonym", "capital", "place", "metonym", "organisation")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name.

    Attributes:
        kind: One of KINDS.
        country_code: ISO 3166-1 alpha-3; empty: none (a sea, an international body).
        entity: The canonical name of what is meant.
        entity_type: person, organisation, country, bloc or place.
        population: Of a city, for choosing between cities of one name [people]; 0: not a city or not known.
        is_shared: Other states have a body of this name; the state is a default.
        needs: What must stand beside it: COMMA (Macon, Ga.), HYPHEN (Sino-American); empty: nothing.
        is_region: A province or state of a country, which says where a town lies (Paris, Texas).
    """

    kind: str
    country_code: str
    entity: str
    entity_type: str
    population: int = 0
    is_shared: bool = False
    needs: str = ""
    is_region: bool = False

    @property
    def entity_id(self) -> str:
        """The stable key of what is meant."""
        return entity_id(self.entity_type, self.country_code if self.entity_type == "country" else self.entity)


def entity_id(entity_type: str, name: str) -> str:
    """The stable key of an actor: its type and its normalised name; a country's is its code."""
    if entity_type == "country":
        return f"country:{name}"
    return f"{entity_type}:{_NOT_WORD.sub('-', normalise(name)).strip('-')}"
