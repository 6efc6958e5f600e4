"""What is known of an article before anybody is named in it: its imprint, its sentences, the furniture taken out."""

from collections.abc import Iterator

import pandas as pd
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.cleaning import furniture_of, without
from analysis.columns import Col
from analysis.tables import Row


def document_row(article: Article, doc: Doc) -> Row:
    """The DOCUMENTS row of an article that was parsed."""
    n_words = sum(token.is_alpha or token.like_num for token in doc)
    return {**_imprint(article), Col.LANGUAGE_CODE: "en", Col.IS_ANALYSED: True, Col.N_WORDS: n_words}


def unread_document_row(article: Article, language: str) -> Row:
    """The row of an article in a language that is not read; N_WORDS stays empty, since nobody counted."""
    return {**_imprint(article), Col.LANGUAGE_CODE: language, Col.IS_ANALYSED: False}


def _imprint(article: Article) -> Row:
    return {
        Col.DOCUMENT_ID: article.document_id,
        Col.PUBLISHER: article.outlet,
        Col.PUBLISHER_COUNTRY_CODE: article.publisher_country_code,
        Col.URL: article.url,
        Col.PUBLISHED_ON: article.published_on,
        Col.TITLE: article.title,
        Col.AUTHOR: article.author,
        Col.SHA256: article.sha256,
        Col.TEXT: article.text,
    }


def removal_rows(article: Article) -> Iterator[Row]:
    """A REMOVALS row for each stretch of furniture, but for those that the analyst put back."""
    for item in furniture_of(article):
        yield {
            Col.DOCUMENT_ID: article.document_id,
            Col.START_CHAR: item.start_char,
            Col.END_CHAR: item.end_char,
            Col.TEXT: article.text[item.start_char : item.end_char],
            Col.RULE_ID: item.rule_id,
            Col.REASON: item.reason,
        }


def documents_read(documents: pd.DataFrame, removals: pd.DataFrame) -> pd.DataFrame:
    """DOCUMENTS with the text alone that is read, for what compares whole texts: pages of a site share furniture."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for key, start, end in zip(*(removals[c] for c in (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR)), strict=True):
        stretches.setdefault(key, []).append((start, end))
    pairs = zip(documents[Col.DOCUMENT_ID], documents[Col.TEXT], strict=True)
    return documents.assign(**{Col.TEXT: [without(text, stretches.get(key, ())) for key, text in pairs]})


def sentence_rows(article: Article, doc: Doc) -> Iterator[Row]:
    """The SENTENCES rows of an article. A paragraph ends where a line does."""
    paragraph, previous_end = 0, 0
    for index, sent in enumerate(doc.sents):
        text = sent.text.strip()
        start = sent.start_char + len(sent.text) - len(sent.text.lstrip())
        paragraph += index > 0 and "\n" in article.text[previous_end:start]
        previous_end = start + len(text)
        yield {
            Col.DOCUMENT_ID: article.document_id,
            Col.SENTENCE_INDEX: index,
            Col.PARAGRAPH_INDEX: paragraph,
            Col.START_CHAR: start,
            Col.END_CHAR: previous_end,
            Col.TEXT: article.text[start:previous_end],
        }
