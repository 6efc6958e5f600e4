"""What a reader returns, and the checks that every kind of input shares."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.articles import Article
from analysis.columns import Col
from analysis.errors import ArticleError
from analysis.tables import Row

MAX_CHARS = 1_000_000
"""spaCy's own bound on one text [code points]; the longest newspaper article is a tenth of it."""
FIRST_YEAR, LAST_YEAR = 1605, 2999
"""From the first printed newspaper on; databases write 0001-01-01 and 9999-12-31 where they know no date [years]."""
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can carry and no language pipeline takes; its replacement is as long, so that no
offset moves."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles that could be read and a PROBLEMS row for each that could not."""

    articles: tuple[Article, ...]
    problems: tuple[Row, ...] = ()


def article_from(fields: Mapping[str, object], *, document_id: str, text: object) -> Article:
    """An article from one line of metadata, which may use either this project's names or those of sources.csv.

    Raises:
        ArticleError: the text is missing, empty, not text or too long, or the date is not a date.
    """
    if not isinstance(text, str) or not text.strip():
        raise ArticleError(f"The article {document_id!r} has no text; a non-empty text is needed.")
    if len(text) > MAX_CHARS:
        raise ArticleError(f"The article {document_id!r} has {len(text):,} characters; at most {MAX_CHARS:,} are read.")

    def value(*names: str) -> str:
        found = next((fields[name] for name in names if fields.get(name) is not None), "")
        return _HALF_CHARACTER.sub("\ufffd", str(found)).strip()

    return Article(
        document_id=document_id,
        text=_HALF_CHARACTER.sub("\ufffd", text),
        publisher=value("publisher"),
        publisher_country_code=value("publisher_country", "publisher_country_code").upper(),
        url=value("url"),
        published_on=iso_date(value("published", "published_on", "date"), document_id),
        title=value("title"),
        author=value("author"),
        language_code=value("language", "language_code").lower(),
    )


def iso_date(value: str, document_id: str) -> str:
    """The date part of an ISO 8601 date or time; empty stays empty.

    Raises:
        ArticleError: it is neither, or of a year in which no newspaper appears.
    """
    if not value:
        return ""
    try:
        day = datetime.datetime.fromisoformat(value).date()
    except ValueError as error:
        raise ArticleError(
            f"The article {document_id!r} is dated {value!r}; accepted is an ISO 8601 date such as 2022-10-24."
        ) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ArticleError(
            f"The article {document_id!r} is dated {value!r}; accepted are the years {FIRST_YEAR} to {LAST_YEAR}."
        )
    return day.isoformat()


def free_id(document_id: str, taken: set[str]) -> str:
    """The id, with a number behind it if another article has it already."""
    candidates = (document_id, *(f"{document_id}-{number}" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)


def in_words(row: Mapping[Any, object]) -> str:
    """A PROBLEMS row as a reader is told of it: what, why, and what would be accepted, each once."""
    reason = str(row[Col.REASON])
    named = reason if str(row[Col.INPUT]) in reason else f"{row[Col.INPUT]}: {reason}"
    return named if "Accepted:" in reason or not row[Col.ACCEPTED] else f"{named} Accepted: {row[Col.ACCEPTED]}."


def problem(name: str, document_id: str, error: Exception, accepted: str) -> Row:
    """A PROBLEMS row of the reading stage."""
    return {
        Col.INPUT: name,
        Col.DOCUMENT_ID: document_id,
        Col.STAGE: "reading",
        Col.REASON: str(error),
        Col.ACCEPTED: accepted,
    }
