"""What a document says of itself - date, language, country of its publisher - in this project's terms.

A value that cannot be understood is left empty and noted, never guessed: an analyst can fill a blank, but does not look
for a wrong one.
"""

import dataclasses
import datetime
import functools
from collections.abc import Mapping
from urllib.parse import urlsplit

from babel import Locale
from babel.core import get_global

from analysis.articles import Article
from analysis.errors import ArticleError
from analysis.masthead import find_date, read_opening
from analysis.readers.corpus import article_from, iso_date

_WRITTEN_DATES = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d. %B %Y", "%Y/%m/%d", "%Y%m%d")
"""Dates that can be read one way only; 03/04/2026 is March to some and April to others."""
_COUNTRY_DOMAINS_SOLD_ABROAD = (
    "ac ag ai as bz cc cf cx co dj eu fm ga gg gl gq gs io im la ly me ml ms nu pm pn pw re sc sh so st su tc tf tk"
    " to tv vc vg vu ws"
)
"""Country domains that anybody buys for their sound, and those of no one state: they say nothing about a publisher."""
_WITHDRAWN = "ANT BUR DDR FXX NTZ SCG SUN TMP XKK YMD YUG ZAR"
"""Codes that CLDR still translates to the successor state."""
FIELDS = ("publisher", "publisher_country_code", "url", "published_on", "title", "author", "language_code")
"""What is known of an article besides its text."""
_ACCEPTED_DATE = "2022-10-24 or 24 October 2022"


def article_and_notes(fields: Mapping[str, str], document_id: str, text: str) -> tuple[Article, list[ArticleError]]:
    """The article, and a note for each thing it says of itself that could not be understood.

    Args:
        fields: title, publisher, publisher_country, url, published, author, language; each may be lacking.
        document_id: Key of the article.
        text: The article.

    Raises:
        ArticleError: there is no text, or too much.
    """
    notes: list[ArticleError] = []
    values = {key: " ".join(value.split()) for key, value in fields.items()}
    for key, understand in (("published", date), ("publisher_country", country_code), ("language", language_code)):
        try:
            values[key] = understand(values.get(key, ""))
        except ArticleError as note:
            values[key] = ""
            notes.append(ArticleError(f"{document_id!r}: {note} It is left empty."))
    values["publisher_country"] = values["publisher_country"] or country_of_address(values.get("url", ""))
    return article_from(values, document_id=document_id, text=text), notes


def with_opening(article: Article) -> Article:
    """The article, and in those of its fields that are empty what the lines above its first sentence say."""
    said, _ = article_and_notes(read_opening(article.text).fields, article.document_id, article.text)
    blanks = [name for name in FIELDS if not getattr(article, name)]
    return dataclasses.replace(article, **{name: getattr(said, name) for name in blanks})


def date(value: str) -> str:
    """ISO 8601 date of a date as documents write it; empty stays empty.

    Raises:
        ArticleError: it is no date, can be read in two ways, or is of a year in which no newspaper appears.
    """
    try:
        return iso_date(_as_iso(value), "")
    except ArticleError as error:
        raise ArticleError(f"The date {value[:40]!r} is not understood; accepted is {_ACCEPTED_DATE}.") from error


def _as_iso(written: str) -> str:
    """A date that is written out as ISO 8601, without its time; anything else as it is."""
    if (found := find_date(written)) and found[1:] == (0, len(written)):
        return found[0]
    for pattern in _WRITTEN_DATES:
        try:
            return datetime.datetime.strptime(written, pattern).date().isoformat()
        except ValueError:
            continue
    return written


def country_code(value: str) -> str:
    """ISO 3166-1 alpha-3 of a code or an English name; empty stays empty.

    Raises:
        ArticleError: it is neither.
    """
    if not value:
        return ""
    code = _codes().get(value.casefold(), "")
    if not code:
        raise ArticleError(
            f"The country {value[:40]!r} is not known; accepted is an ISO 3166 code such as FRA or FR, or the English "
            "name."
        )
    return code


def country_of_address(url: str) -> str:
    """Country whose domain the publisher's address stands in; empty for domains that are sold to everybody."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    domain = host.rpartition(".")[2]
    if len(domain) != 2 or domain in _COUNTRY_DOMAINS_SOLD_ABROAD.split():
        return ""
    return _codes().get({"uk": "gb"}.get(domain, domain), "")


def language_code(value: str) -> str:
    """ISO 639-1 code out of a language tag such as en-GB; empty stays empty.

    Raises:
        ArticleError: it is no language tag or language name.
    """
    if not value:
        return ""
    names = {str(name).casefold(): str(code) for code, name in Locale("en").languages.items() if len(code) == 2}
    tag = value.replace("_", "-").partition("-")[0].casefold()
    if len(tag) in (2, 3) and tag in Locale("en").languages:
        return tag
    if value.casefold() in names:
        return names[value.casefold()]
    raise ArticleError(f"The language {value[:40]!r} is not known; accepted is a code such as en.")


@functools.cache
def _codes() -> Mapping[str, str]:
    """Alpha-2, alpha-3 and English names, in small letters, to alpha-3 (CLDR)."""
    aliases = {three: two[0] for three, two in get_global("territory_aliases").items() if len(three) == 3}
    three_of = {two: three for three, two in aliases.items() if three.isalpha() and three not in _WITHDRAWN.split()}
    three_of["XK"] = "XKX"
    names = Locale("en").territories
    found = {str(names[two]).casefold(): three for two, three in three_of.items() if two in names}
    found |= {two.casefold(): three for two, three in three_of.items()}
    return found | {three.casefold(): three for three in three_of.values()}
