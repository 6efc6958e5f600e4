"""Every figure that can be put in a brief, by key; the one registry that the command line and the screen read."""

from collections.abc import Mapping

from analysis.briefing.catalogue import actors, agreement, pairs, responses
from analysis.briefing.catalogue.entry import Entry, View

FIGURES: Mapping[str, Entry] = {
    entry.key: entry for entry in (*actors.ENTRIES, *responses.ENTRIES, *agreement.ENTRIES, *pairs.ENTRIES)
}
"""In the order in which a reader meets them: who, how they responded, where sources agree."""

DEFAULT_FIGURES: tuple[str, ...] = (
    "actors", "responses", "acts", "timeline", "dyads", "claims", "origins-per-claim", "discrepancies", "outlet-pairs",
    "origins",
)  # fmt: skip
"""A brief for which nothing was chosen."""

__all__ = ["DEFAULT_FIGURES", "FIGURES", "Entry", "View"]
