"""Documents whose formats are parsed in a process of their own: web pages, PDF, Word, mail, feeds."""

import json
from collections.abc import Callable
from dataclasses import replace

from analysis.articles import Article
from analysis.errors import ArticleError
from analysis.masthead import headline_of, is_program, sender_of
from analysis.readers import isolation
from analysis.readers.corpus import Corpus, problem
from analysis.readers.imprint import article_and_notes, with_opening
from analysis.readers.source import Source
from analysis.tables import Row


def reader(parser: str, accepted: str) -> Callable[[Source], Corpus]:
    """The reading of one format.

    Args:
        parser: Name of a file in analysis/readers/parsers.
        accepted: What the format is, for the problem row of a part that cannot be read.
    """

    def read(source: Source) -> Corpus:
        found = isolation.parse(parser, source.data, source.url or source.name)
        articles: list[Article] = []
        problems: list[Row] = []
        for number, fields in enumerate(found, 1):
            document_id = source.stem if len(found) == 1 else f"{source.stem}-{number:03d}"
            try:
                article, notes = _article(fields, source, document_id)
                articles.append(article)
            except ArticleError as error:
                notes = [error]
            problems += [problem(source.name, document_id, note, accepted) for note in notes]
        return Corpus(tuple(articles), tuple(problems))

    return read


def _article(fields: dict[str, str], source: Source, document_id: str) -> tuple[Article, list[ArticleError]]:
    """A mail message may hold a web page instead of text; then the page's text counts and the mail's headers."""
    if "html" in fields:
        page = isolation.parse("web_page", fields.pop("html").encode("utf-8", "replace"), source.name)[0]
        fields = {**page, **fields}
    text, dropped = fields.pop("text"), json.loads(fields.pop("dropped", "[]"))
    if "sender" in fields:
        fields |= _signed(fields)
    title, outlet = headline_of(fields.get("title", ""), fields.pop("headings", "").split("\n"), text)
    fields |= {"title": title, "publisher": fields.get("publisher") or outlet, "url": fields.get("url") or source.url}
    if is_program(fields.get("author", "")):
        fields["author"] = ""
    article, notes = article_and_notes(fields, document_id, text)
    return replace(with_opening(article), dropped=tuple((int(start), int(end)) for start, end in dropped)), notes


def _signed(fields: dict[str, str]) -> dict[str, str]:
    """Author and outlet that the headers of a mail message give; what a page in it says of itself stays."""
    author, outlet = sender_of(*(fields.pop(name) for name in ("sender", "address", "mailing")))
    return {"author": fields.get("author") or author, "publisher": fields.get("publisher") or outlet}
