"""A corpus folder: one file per article and, optionally, sources.csv that says where each is from.

A .txt file is read exactly as it is, since offsets of other people's annotations may point into it. Documents of other
kinds are read when sources.csv names them, or when there is no sources.csv that says which files are articles.
"""

from dataclasses import replace
from pathlib import Path

from analysis.articles import Article
from analysis.errors import ArticleError, InputError
from analysis.readers.corpus import Corpus, article_from, free_id, problem
from analysis.readers.formats import FORMATS
from analysis.readers.imprint import with_opening
from analysis.readers.incoming import SOURCES_TABLE, read_source, with_stated_fields
from analysis.readers.source import Source
from analysis.readers.sources_table import read_stated
from analysis.tables import Row

ACCEPTS = "a folder of .txt files or other documents, with or without a sources.csv"


def accepts(path: Path) -> bool:
    """A folder is read as a corpus."""
    return path.is_dir()


def read(path: Path) -> Corpus:
    """Every article file, .txt first, each in the order of names; other files are left alone."""
    sources = _sources(path / SOURCES_TABLE)
    found = (file for file in path.iterdir() if file.is_file() and _is_article(file, sources))
    files = sorted(found, key=lambda file: (file.suffix.lower() != ".txt", file))
    if not files:
        raise InputError(f"The folder {str(path)!r} holds no .txt file or other document. Accepted: {ACCEPTS}.")
    articles: list[Article] = []
    problems: list[Row] = [
        problem(SOURCES_TABLE, Path(name).stem, ArticleError(f"There is no file {name!r}."), "a file of this folder")
        for name in sources or {}
        if name not in {file.name for file in files}
    ]
    for file in files:
        corpus = _read_file(file, (sources or {}).get(file.name, {}), {article.document_id for article in articles})
        articles += corpus.articles
        problems += corpus.problems
    return Corpus(tuple(articles), tuple(problems))


def _is_article(file: Path, sources: dict[str, dict[str, str]] | None) -> bool:
    if file.suffix.lower() == ".txt" or file.name in (sources or {}):
        return True
    is_known = any(file.suffix.lower() in item.suffixes for item in FORMATS) and file.stem.lower() != "readme"
    return is_known and sources is None


def _read_file(file: Path, fields: dict[str, str], taken: set[str]) -> Corpus:
    if file.suffix.lower() != ".txt":
        return _read_document(file, fields, taken)
    try:
        text = file.read_bytes().decode("utf-8")
        return Corpus((with_opening(article_from(fields, document_id=file.stem, text=text)),))
    except UnicodeDecodeError as error:
        reason = ArticleError(f"The file {file.name!r} is not UTF-8: {error.reason} at byte {error.start}.")
        return Corpus((), (problem(file.name, file.stem, reason, "UTF-8 text"),))
    except (ArticleError, OSError) as error:
        return Corpus((), (problem(file.name, file.stem, error, "a readable UTF-8 text of an article"),))


def _read_document(file: Path, fields: dict[str, str], taken: set[str]) -> Corpus:
    """A document of another kind."""
    try:
        reading = read_source(Source(file.name, file.read_bytes()))
    except OSError as error:
        return Corpus((), (problem(file.name, file.stem, error, "a readable file"),))
    reading = with_stated_fields(reading, fields) if fields else reading
    articles = []
    for article in reading.articles:
        articles.append(replace(article, document_id=free_id(article.document_id, taken)))
        taken.add(articles[-1].document_id)
    return Corpus(tuple(articles), reading.problems)


def _sources(path: Path) -> dict[str, dict[str, str]] | None:
    if not path.exists():
        return None
    try:
        return read_stated(path.read_bytes().decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise InputError(f"{str(path)!r} is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    except ArticleError as error:
        raise InputError(str(error)) from error
