"""A .jsonl file: one JSON object per line with "id" and "text", and the fields of sources.csv where known."""

import json
from pathlib import Path

from analysis.articles import Article
from analysis.errors import ArticleError, InputError
from analysis.readers.corpus import Corpus, article_from, problem
from analysis.readers.source import Source
from analysis.tables import Row

ACCEPTS = 'a .jsonl file of {"id", "text"} with optional publisher, publisher_country, url, published, title'


def accepts(path: Path) -> bool:
    """Files that end in .jsonl."""
    return path.suffix.lower() == ".jsonl" and path.is_file()


def read(path: Path) -> Corpus:
    """The file's articles, in its order.

    Raises:
        InputError: a line is not a JSON object with an id, or two lines share an id; nothing could be told apart then.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read: {error.strerror or error}.") from error
    return _read(path.name, data)


def read_source(source: Source) -> Corpus:
    """The articles of such a file that was brought in; here a broken line is a fault of that file alone.

    Raises:
        ArticleError: as `read` raises InputError.
    """
    try:
        return _read(source.name, source.data)
    except InputError as error:
        raise ArticleError(str(error)) from error


def _read(name: str, data: bytes) -> Corpus:
    articles: list[Article] = []
    problems: list[Row] = []
    seen: set[str] = set()
    for number, line in _lines(name, data):
        fields = _object(name, number, line)
        document_id = str(fields["id"])
        if document_id in seen:
            raise InputError(f"{name} line {number}: the id {document_id!r} stands twice; ids must differ.")
        seen.add(document_id)
        try:
            articles.append(article_from(fields, document_id=document_id, text=fields.get("text")))
        except ArticleError as error:
            problems.append(problem(f"{name} line {number}", document_id, error, ACCEPTS))
    if not seen:
        raise InputError(f"{name!r} holds no article. Accepted: {ACCEPTS}.")
    return Corpus(tuple(articles), tuple(problems))


def _lines(name: str, data: bytes) -> list[tuple[int, str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name!r} is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _object(name: str, number: int, line: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{name} line {number} is not JSON ({error.msg}). Accepted: {ACCEPTS}.") from error
    if not isinstance(fields, dict) or fields.get("id") in (None, ""):
        raise InputError(f'{name} line {number} has no "id". Accepted: {ACCEPTS}.')
    return fields
