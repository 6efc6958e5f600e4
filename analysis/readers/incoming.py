"""What an analyst brings in - files, archives, pasted text, fetched pages - to articles, one source at a time.

Whatever is wrong with one source becomes a problem of that source; the others are read.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from analysis.articles import Article
from analysis.errors import ArticleError
from analysis.readers import archive, plain
from analysis.readers.corpus import problem
from analysis.readers.formats import ARCHIVE_SUFFIXES, accepted_words, format_of, kind_of
from analysis.readers.imprint import article_and_notes
from analysis.readers.source import Source
from analysis.tables import Row

SOURCES_TABLE = "sources.csv"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave: its articles, and a PROBLEMS row for each thing that could not be read."""

    source: Source
    articles: tuple[Article, ...] = ()
    problems: tuple[Row, ...] = ()


def read_sources(sources: Iterable[Source]) -> Iterator[Reading]:
    """Each source's reading, in order; an archive gives one for each of its members."""
    for source in sources:
        try:
            is_archive = kind_of(source) in ARCHIVE_SUFFIXES
            yield from _read_archive(source) if is_archive else [read_source(source)]
        except ArticleError as error:
            yield _unread(source, error)


def read_source(source: Source) -> Reading:
    """The reading of one document that is not an archive."""
    try:
        corpus = format_of(source).read(source)
    except ArticleError as error:
        return _unread(source, error)
    return Reading(source, corpus.articles, corpus.problems)


def pasted(text: str, number: int = 1) -> Source:
    """Text that the analyst pasted, as a source."""
    return Source(f"pasted-{number:03d}.txt", text.encode("utf-8", "replace"))


def _read_archive(source: Source) -> Iterator[Reading]:
    found = list(archive.members(source))
    table = next((m for m in found if isinstance(m, Source) and m.base_name == SOURCES_TABLE), None)
    stated: dict[str, dict[str, str]] = {}
    if table is not None:
        try:
            stated = _stated(table)
        except (ArticleError, csv.Error) as error:
            yield _unread(table, ArticleError(f"{SOURCES_TABLE!r} in {source.name!r} is not a table ({error})."))
    for member in found:
        if isinstance(member, ArticleError):
            yield _unread(source, member)
        elif member is not table:
            reading = read_source(member)
            fields = stated.get(member.base_name)
            yield with_stated_fields(reading, fields) if fields else reading


def _stated(table: Source) -> dict[str, dict[str, str]]:
    """Rows of an archive's sources.csv by file; empty where it is no such table."""
    rows = csv.DictReader(io.StringIO(plain.decode(table)[0]))
    return {str(row["file"]): {str(k): v or "" for k, v in row.items()} for row in rows if row.get("file")}


def with_stated_fields(reading: Reading, fields: dict[str, str]) -> Reading:
    """The reading with what sources.csv says about its one article, which outranks what the document says of itself."""
    if len(reading.articles) != 1:
        return reading
    read = reading.articles[0]
    said, notes = article_and_notes(fields, read.document_id, read.text)
    names = ("publisher", "publisher_country_code", "url", "published_on", "title", "author", "language_code")
    given = {name: getattr(said, name) for name in names if getattr(said, name)}
    rows = tuple(problem(SOURCES_TABLE, read.document_id, note, "see the columns of sources.csv") for note in notes)
    return replace(reading, articles=(replace(read, **given),), problems=(*reading.problems, *rows))


def _unread(source: Source, error: ArticleError) -> Reading:
    return Reading(source, problems=(problem(source.name, source.stem, error, accepted_words()),))
