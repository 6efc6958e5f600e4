"""What countries do in a short text, read as an article of its own."""

from spacy.language import Language

from analysis.articles import Article
from analysis.attribution import find_statements
from analysis.entities import find_mentions
from analysis.records import Response
from analysis.responses import find_responses


def responses_in(nlp: Language, text: str) -> list[Response]:
    """The responses that the text reports."""
    article, doc = Article("a", text), nlp(text)
    mentions = find_mentions(article, doc)
    return find_responses(article, doc, mentions, find_statements(article, doc, mentions))


def acts_in(nlp: Language, text: str) -> set[tuple[str, str]]:
    """Countries [ISO 3166-1 alpha-3] and what they do."""
    return {(row.country_code, row.act) for row in responses_in(nlp, text)}
