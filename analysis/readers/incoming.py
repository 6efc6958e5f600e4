"""One document that an analyst brings in - a file, pasted text, a fetched page - to its articles.

Whatever is wrong with a document becomes a problem of that document.
"""

from dataclasses import dataclass, replace

from analysis.articles import Article
from analysis.errors import ArticleError
from analysis.readers.corpus import problem
from analysis.readers.formats import accepted_in_place_of, format_of
from analysis.readers.imprint import FIELDS, article_and_notes
from analysis.readers.source import Source
from analysis.tables import Row

SOURCES_TABLE = "sources.csv"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave: its articles, and a PROBLEMS row for each thing that could not be read."""

    source: Source
    articles: tuple[Article, ...] = ()
    problems: tuple[Row, ...] = ()


def read_source(source: Source) -> Reading:
    """The reading of one document that is not an archive."""
    try:
        corpus = format_of(source).read(source)
    except ArticleError as error:
        return unread(source, error)
    return Reading(source, corpus.articles, corpus.problems)


def pasted(text: str, number: int = 1) -> Source:
    """Text that the analyst pasted, as a source."""
    return Source(f"pasted-{number:03d}.txt", text.encode("utf-8", "replace"))


def with_stated_fields(reading: Reading, fields: dict[str, str]) -> Reading:
    """The reading with what sources.csv says about its one article, which outranks what the document says of itself."""
    if len(reading.articles) != 1:
        return reading
    read = reading.articles[0]
    said, notes = article_and_notes(fields, read.document_id, read.text)
    given = {name: getattr(said, name) for name in FIELDS if getattr(said, name)}
    rows = tuple(problem(SOURCES_TABLE, read.document_id, note, "see the columns of sources.csv") for note in notes)
    return replace(reading, articles=(replace(read, **given),), problems=(*reading.problems, *rows))


def unread(source: Source, error: ArticleError) -> Reading:
    """The reading of a source that could not be read: what was wrong, and what would be accepted."""
    return Reading(source, problems=(problem(source.name, source.stem, error, accepted_in_place_of(source)),))
