"""Documents that come together - files, an archive, a folder with its folders - to articles.

Whatever is wrong with one of them becomes a problem of that one; the others are read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from analysis.errors import ArticleError
from analysis.readers import archive, plain
from analysis.readers.corpus import problem
from analysis.readers.formats import ARCHIVE_SUFFIXES, kind_of
from analysis.readers.incoming import SOURCES_TABLE, Reading, read_source, unread, with_stated_fields
from analysis.readers.source import Source
from analysis.readers.sources_table import SOURCES_COLUMNS, read_stated

_ACCEPTED_TABLE = f"a table with a column 'file' and, where known, {', '.join(SOURCES_COLUMNS[1:])}"
Stated = Mapping[str, dict[str, str]]
"""What a sources.csv says of each file that it names."""


def read_sources(sources: Iterable[Source]) -> Iterator[Reading]:
    """Each source's reading, in order; an archive gives one for each of its members."""
    for source in sources:
        try:
            is_archive = kind_of(source) in ARCHIVE_SUFFIXES
            yield from _read_archive(source) if is_archive else [read_source(source)]
        except ArticleError as error:
            yield unread(source, error)


def read_folder(sources: Iterable[Source]) -> Iterator[Reading]:
    """The readings of a folder's documents, those of its folders with it.

    A sources.csv speaks for the files beside it and below it; the nearest one counts. What operating systems and
    people leave in folders (.DS_Store, README) is passed over.

    Args:
        sources: The files, each under its path from the folder on.
    """
    documents = [source for source in sources if archive.is_document(source.name)]
    yield from _read_together(documents, lambda source: read_sources([source]))


def _read_archive(source: Source) -> Iterator[Reading]:
    found = list(archive.members(source))
    yield from (unread(source, member) for member in found if isinstance(member, ArticleError))
    documents = [member for member in found if isinstance(member, Source)]
    yield from _read_together(documents, lambda member: [read_source(member)])  # an archive in an archive is refused


def _read_together(sources: Sequence[Source], read: Callable[[Source], Iterable[Reading]]) -> Iterator[Reading]:
    tables: dict[PurePosixPath, Stated] = {}
    is_flat = all(len(source.path.parts) == 1 for source in sources)
    for source in sources:
        if source.base_name == SOURCES_TABLE:
            try:
                tables[source.path.parent] = read_stated(plain.decode(source)[0], source.name)
            except ArticleError as error:
                yield Reading(source, problems=(problem(source.name, "", error, _ACCEPTED_TABLE),))
            else:
                yield from _not_there(source, tables[source.path.parent], sources, is_flat=is_flat)
    for source in sources:
        if source.base_name == SOURCES_TABLE:
            continue
        fields = _fields(source, tables, is_flat=is_flat)
        for reading in read(source):
            yield with_stated_fields(reading, fields) if fields else reading


def _not_there(table: Source, stated: Stated, sources: Sequence[Source], *, is_flat: bool) -> Iterator[Reading]:
    """A problem for each file that a sources.csv names and that did not come with it."""
    folder = table.path.parent
    beside = {source.path.relative_to(folder).as_posix() for source in sources if folder in source.path.parents}
    names = {source.base_name for source in sources}
    for file in stated:
        is_found_by_name = (is_flat or "/" not in file) and PurePosixPath(file).name in names
        if file not in beside and not is_found_by_name:
            error = ArticleError(f"{table.name!r} names {file!r}, and no such file came with it.")
            yield Reading(
                table, problems=(problem(table.name, "", error, "a file beside it or in a folder beside it"),)
            )


def _fields(source: Source, tables: Mapping[PurePosixPath, Stated], *, is_flat: bool) -> dict[str, str]:
    """What the nearest sources.csv says of a file, which it may name by its path or by its name alone.

    Args:
        source: The file.
        tables: What each sources.csv says, by the folder that it lies in.
        is_flat: No file came with a folder: a browser forgets the folders of what is dropped instead of chosen. Then a
            path in the table means the file of that name, if there is one such path.
    """
    folder = next((folder for folder in source.path.parents if folder in tables), None)
    if folder is None:
        return {}
    stated = tables[folder]
    found = stated.get(source.path.relative_to(folder).as_posix()) or stated.get(source.base_name)
    if found or not is_flat:
        return found or {}
    named = [fields for file, fields in stated.items() if PurePosixPath(file).name == source.base_name]
    return named[0] if len(named) == 1 else {}
