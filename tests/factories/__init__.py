"""Results built by hand for tests: conforming tables of a small event, told by three outlets, one outlet or none.

Every row is cut out of the texts of `event` by its words, so offsets and evidence agree by construction.
"""

from analysis.results import Results
from analysis.settings import Settings
from analysis.tables import TABLES
from tests.factories import actors, claims, documents, responses
from tests.factories.event import ARTICLES, text_of

__all__ = ["ARTICLES", "empty", "sample", "single_source", "text_of"]


def sample() -> Results:
    """Three outlets, of which two agree, two disagree and one is undated."""
    return _told_by(tuple(ARTICLES))


def single_source() -> Results:
    """One outlet alone: nothing to compare it with."""
    return _told_by(("north",))


def empty() -> Results:
    """A run in which no article could be read."""
    return _told_by(())


def _told_by(keys: tuple[str, ...]) -> Results:
    tables = {table.name: table.empty() for table in TABLES}
    for subject in (documents, actors, responses, claims):
        tables |= {table.name: table.frame(rows) for table, rows in subject.rows(keys).items()}
    return Results(tables, Settings(), documents.provenance(keys))
