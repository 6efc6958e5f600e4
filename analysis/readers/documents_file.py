"""A single file with documents in it: an article, a table of articles, or a zip of documents."""

from dataclasses import replace
from pathlib import Path

from analysis.columns import Col
from analysis.errors import InputError
from analysis.readers.corpus import Corpus, free_id
from analysis.readers.formats import ARCHIVE_SUFFIXES, FORMATS
from analysis.readers.source import Source
from analysis.readers.together import read_sources

ACCEPTS = "one document or a .zip of documents (" + ", ".join(item.suffixes[0] for item in FORMATS) + ")"


def accepts(path: Path) -> bool:
    """Files with an ending that is read."""
    suffixes = {*ARCHIVE_SUFFIXES, *(suffix for item in FORMATS for suffix in item.suffixes)}
    return path.is_file() and path.suffix.lower() in suffixes


def read(path: Path) -> Corpus:
    """The articles in the file, each under an id of its own.

    Raises:
        InputError: the file cannot be opened, or holds no readable article.
    """
    try:
        readings = list(read_sources([Source(path.name, path.read_bytes())]))
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read: {error.strerror or error}.") from error
    taken: set[str] = set()
    articles = []
    for article in (article for reading in readings for article in reading.articles):
        free = free_id(article.document_id, taken)
        taken.add(free)
        articles.append(replace(article, document_id=free))
    problems = tuple(row for reading in readings for row in reading.problems)
    if not articles:
        reasons = " ".join(str(row[Col.REASON]) for row in problems)
        raise InputError(reasons or f"{str(path)!r} holds no article. Accepted: {ACCEPTS}.")
    return Corpus(tuple(articles), problems)
