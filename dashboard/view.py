"""What a page is given to draw."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis import Results
from analysis.columns import Col
from analysis.filters import Filters
from analysis.tables import ACTORS, DOCUMENTS
from dashboard.theme import Palette


@dataclass(frozen=True, slots=True)
class View:
    """The results as filtered, those of the whole run, and how to draw them.

    Attributes:
        results: What the filters let through.
        run: The whole run.
        filters: The filters.
        palette: Fixed colours of the run's outlets.
        dark: Whether the reader's theme is dark.
        case_id: The case that is open; empty: a folder is shown, which cannot be changed.
    """

    results: Results
    run: Results
    filters: Filters
    palette: Palette
    dark: bool = False
    case_id: str = ""

    @classmethod
    def of(
        cls, run: Results, filters: Filters, *, shown: Results | None = None, dark: bool = False, case_id: str = ""
    ) -> "View":
        """The view of a run through filters; `shown` is what they let through, where that is known already."""
        palette = Palette(tuple(sorted(run[DOCUMENTS][Col.PUBLISHER].unique())))
        return cls(filters.apply(run) if shown is None else shown, run, filters, palette, dark, case_id)

    @property
    def shown(self) -> str:
        """What the filters show, in words."""
        return self.filters.in_words(self.actor_names)

    @property
    def actor_names(self) -> Mapping[str, str]:
        """Names of the run's actors by entity_id."""
        actors = self.run[ACTORS]
        return dict(zip(actors[Col.ENTITY_ID], actors[Col.ENTITY], strict=True))
