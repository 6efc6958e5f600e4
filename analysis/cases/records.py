"""What a store of cases hands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.articles import Article
from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class Case:
    """A case.

    Attributes:
        case_id: Its key.
        name: The analyst's name for it.
        made_at: When it was made, ISO 8601 in UTC.
        filters: Those that the analyst last had on, as the dashboard keeps them.
        settings: To analyse it with.
        brief: What the analyst put in its brief, as `briefing.choices.Outline` writes it; empty: nothing chosen yet.
    """

    case_id: str
    name: str
    made_at: str
    filters: Mapping[str, Any]
    settings: Settings
    brief: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Brought:
    """An article of a case and where it came from."""

    article: Article
    source_name: str
    source_sha256: str
    added_at: str
