"""The event by hand: what three outlets print of it, and who is in it."""

from typing import NamedTuple

from analysis.columns import Col
from analysis.tables import Row


class Report(NamedTuple):
    """One outlet's article."""

    publisher: str
    publisher_country_code: str
    published_on: str
    sentences: tuple[str, ...]


ARTICLES = {
    "north": Report(
        "Northern Herald",
        "GBR",
        "2024-03-01",
        (
            "Norland accused Sudmark of sinking 3 fishing boats on Thursday.",
            "Sudmark denied the charge.",
            "Foreign Minister Ada Berg of Norland demanded an apology.",
            "France urged both sides to show restraint.",
        ),
    ),
    "south": Report(
        "South Times <b>",
        "FRA",
        "2024-03-02",
        (
            "Sudmark denied sinking any boat.",
            "Norland says 5 fishing boats were lost on Thursday.",
            "France has not commented.",
            "The report cited the Coast Watch agency.",
        ),
    ),
    "wire": Report(
        "=Wire & Co",
        "",
        "",
        ("Norland accused Sudmark of sinking 3 fishing boats, the Coast Watch agency said.", "*Ada Berg* spoke at $5."),
    ),
}
"""By document_id. One outlet's name is HTML, one's a formula; one article is undated and of no country."""

COUNTRIES = {"NOR": "Norland", "SDN": "Sudmark", "FRA": "France"}
"""Names by code."""

NAMED = {name: (f"country:{code}", name, "country", code) for code, name in COUNTRIES.items()} | {
    "Ada Berg": ("person:ada berg", "Ada Berg", "person", "NOR"),
    "Coast Watch": ("organisation:coast watch", "Coast Watch", "organisation", ""),
}
"""Who is named, by the name as printed: entity_id, entity, entity_type, country_code."""


def text_of(document: str) -> str:
    """The article, one sentence a line, after a line of page furniture."""
    return "Advertisement\n" + "\n".join(ARTICLES[document].sentences)


def indices(document: str) -> range:
    """The numbers of an article's sentences."""
    return range(len(ARTICLES[document].sentences))


def span(document: str, words: str) -> Row:
    """Where words first stand in an article."""
    start = text_of(document).index(words)
    return {Col.DOCUMENT_ID: document, Col.START_CHAR: start, Col.END_CHAR: start + len(words)}


def passage(document: str, index: int) -> Row:
    """Where a sentence stands in an article."""
    return {**span(document, ARTICLES[document].sentences[index]), Col.SENTENCE_INDEX: index}
