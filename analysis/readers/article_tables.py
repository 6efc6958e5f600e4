"""Tables of articles (.csv, .tsv, .xlsx): one article per row, the first row names the columns."""

import io
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.articles import Article
from analysis.errors import ArticleError
from analysis.readers import isolation, plain
from analysis.readers.corpus import Corpus, free_id, problem
from analysis.readers.imprint import article_and_notes, with_opening
from analysis.readers.source import Source
from analysis.tables import Row

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full text", "fulltext"),
    "id": ("id", "document_id", "file"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "newspaper", "media"),
    "publisher_country": ("publisher_country", "publisher_country_code", "country"),
    "url": ("url", "link", "address"),
    "published": ("published", "published_on", "date", "pubdate", "publication date"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "language_code", "lang"),
}
"""Our names and those that archives and media databases give the same column; capitals aside."""
ACCEPTED = f"a table with a column {COLUMNS['text'][0]!r} and, where known, {', '.join(list(COLUMNS)[1:])}"
MAX_ROWS = 10_000
_MAX_ID = 100
"""A longer id is cut: it is shown beside every sentence [code points]."""


def read_csv(source: Source) -> Corpus:
    """A table of values separated by commas, semicolons or tabs. A formula is text and is never calculated."""
    text, notes = plain.decode(source)
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    try:
        frame = pd.read_csv(
            io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, na_filter=False, nrows=MAX_ROWS
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        raise ArticleError(f"{source.name!r} is not a table ({error}). Accepted: {ACCEPTED}.") from error
    rows = [{str(key): str(value) for key, value in row.items()} for row in frame.to_dict("records")]
    return _articles(source, rows, notes)


def read_workbook(source: Source) -> Corpus:
    """The first sheet of an Excel workbook."""
    return _articles(source, isolation.parse("workbook", source.data, source.name), [])


def _articles(source: Source, rows: Sequence[Mapping[str, str]], notes: Iterable[ArticleError]) -> Corpus:
    _check_columns(source, rows)
    articles: list[Article] = []
    problems: list[Row] = [problem(source.name, "", note, ACCEPTED) for note in notes]
    taken: set[str] = set()
    for number, row in enumerate(rows, 1):
        document_id = f"{source.stem}-{number:03d}"
        try:
            fields = _fields(row)
            given = " ".join(fields.pop("id", "").split())[:_MAX_ID]
            document_id = free_id(given or document_id, taken)
            taken.add(document_id)
            article, found = article_and_notes(fields, document_id, fields.pop("text", ""))
            articles.append(with_opening(article))
        except ArticleError as error:
            found = [error]
        problems += [problem(f"{source.name} row {number}", document_id, note, ACCEPTED) for note in found]
    return Corpus(tuple(articles), tuple(problems))


def _check_columns(source: Source, rows: Sequence[Mapping[str, str]]) -> None:
    """Refuse a table without articles, or with no column of texts: one sentence, not one for each row."""
    if not rows:
        raise ArticleError(f"{source.name!r} has no row under its columns. Accepted: {ACCEPTED}.")
    names = [name.strip() for name in rows[0]]
    if not {name.casefold() for name in names} & set(COLUMNS["text"]):
        told = ", ".join(map(repr, names[:12]))
        raise ArticleError(f"{source.name!r} has the columns {told} and none with the text. Accepted: {ACCEPTED}.")


def _fields(row: Mapping[str, str]) -> dict[str, str]:
    given = {name.strip().casefold(): value for name, value in row.items()}
    return {
        name: next((given[alias] for alias in aliases if given.get(alias, "").strip()), "")
        for name, aliases in COLUMNS.items()
    }
