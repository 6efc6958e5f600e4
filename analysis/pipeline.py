"""The order of the stages.

Two steps, kept apart. What one article gives depends on that article alone (`read_article`); what crosses articles is a
second step over tables (`combine`). That split lets articles be added one by one, with the same answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pandas as pd
from spacy.tokens import Doc

from analysis.agreement import agree_between_outlets, agree_on_claims
from analysis.articles import Article
from analysis.attribution import find_statements
from analysis.claims import (
    between_outlets,
    find_discrepancies,
    find_misattributed_quotations,
    find_propositions,
    find_stance_clashes,
    find_unlike_answers,
    find_withheld_acts,
    group_claims,
    link_claims,
    reread,
    without_repeats,
)
from analysis.columns import Col
from analysis.coverage import cover
from analysis.documents import document_row, removal_rows, sentence_rows, unread_document_row
from analysis.entities import actor_keys, find_mentions, merge_actors, rekey
from analysis.language import parse
from analysis.language_id import is_read, language_of
from analysis.origins import add_words, find_origins
from analysis.provenance import provenance
from analysis.quotes import find_quotations
from analysis.readers import Corpus
from analysis.records import row_of
from analysis.responses import find_responses
from analysis.results import Results
from analysis.settings import Settings
from analysis.stands import take_stands
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    CLAIMS,
    COVERAGE,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    ORIGINS,
    OUTLET_PAIRS,
    PROBLEMS,
    QUOTATIONS,
    REMOVALS,
    RESPONSES,
    SENTENCES,
    STATEMENTS,
    TABLES,
)

Progress = Callable[[int, int], None]
"""Called with the number of articles done and the number of all."""

ArticleTables = Mapping[str, pd.DataFrame]
"""The tables of one article, by name."""


def analyse(corpus: Corpus, settings: Settings | None = None, progress: Progress = lambda done, total: None) -> Results:
    """All tables of a corpus.

    Args:
        corpus: Articles and reading problems, from `read_corpus`.
        settings: Thresholds and choices; the defaults when None.
        progress: Told after each article.

    Returns:
        Every table of TABLES; those for which nothing was found are empty. The same corpus and settings give the same
        rows in the same order, whichever machine it is.

    Raises:
        ModelError: the language pipeline is missing, or its files are not those that were recorded.
    """
    settings = settings or Settings()
    return combine(read_articles(corpus.articles, settings, progress), corpus, settings)


def read_articles(articles: Iterable[Article], settings: Settings, progress: Progress) -> Iterator[ArticleTables]:
    """The tables of each article in turn; of one in a language that is not read, what its reading tells."""
    articles = tuple(articles)
    languages = [language_of(article, settings) for article in articles]
    parsed = parse((a for a, language in zip(articles, languages, strict=True) if is_read(language)), settings)
    for done, (article, language) in enumerate(zip(articles, languages, strict=True), 1):
        if is_read(language):
            yield read_article(*next(parsed))
        else:
            yield {
                DOCUMENTS.name: DOCUMENTS.frame([unread_document_row(article, language)]),
                REMOVALS.name: REMOVALS.frame(removal_rows(article)),
            }
        progress(done, len(articles))


def read_article(article: Article, doc: Doc) -> ArticleTables:
    """Everything that one article says by itself. `doc` is the parsed article, its offsets those of the text."""
    mentions = find_mentions(article, doc)
    statements = find_statements(article, doc, mentions)
    responses = find_responses(article, doc, mentions, statements)
    claims = find_propositions(article, doc, mentions, statements, responses)
    return {
        DOCUMENTS.name: DOCUMENTS.frame([document_row(article, doc)]),
        REMOVALS.name: REMOVALS.frame(removal_rows(article)),
        SENTENCES.name: SENTENCES.frame(sentence_rows(article, doc)),
        MENTIONS.name: MENTIONS.frame(row_of(mention) for mention in mentions),
        STATEMENTS.name: STATEMENTS.frame(row_of(statement) for statement in statements),
        RESPONSES.name: RESPONSES.frame(row_of(response) for response in responses),
        CLAIMS.name: CLAIMS.frame(row_of(claim) for claim in claims),
    }


def combine(parts: Iterable[ArticleTables], corpus: Corpus, settings: Settings) -> Results:
    """Results from the articles' own tables: stacked, then everything that crosses articles."""
    tables = gather(parts)
    _compare_claims(tables, settings)
    recount(tables, settings)
    tables[PROBLEMS.name] = PROBLEMS.frame(corpus.problems)
    return Results(tables, settings, provenance(corpus.articles, settings))


def gather(parts: Iterable[ArticleTables]) -> dict[str, pd.DataFrame]:
    """The articles' own tables stacked, actors merged and countries' stands taken; all other tables empty."""
    stacked = _stack(list(parts))
    tables = {table.name: stacked.get(table.name, table.empty()) for table in TABLES}
    _merge_actors(tables)
    tables[RESPONSES.name] = take_stands(tables[RESPONSES.name])
    return tables


def _merge_actors(tables: dict[str, pd.DataFrame]) -> None:
    """Give an actor one key in all articles and tables."""
    before = tables[MENTIONS.name]
    tables[MENTIONS.name], tables[ACTORS.name] = merge_actors(before)
    keys = actor_keys(before, tables[MENTIONS.name])
    for table, column in ((STATEMENTS, Col.SPEAKER_ENTITY_ID), (RESPONSES, Col.ACTOR_ENTITY_ID)):
        tables[table.name] = table.conform(rekey(tables[table.name], column, keys))


def _compare_claims(tables: dict[str, pd.DataFrame], settings: Settings) -> None:
    """Fill in what comes of comparing the articles' claims: groups, discrepancies, origins."""
    responses, statements = tables[RESPONSES.name], tables[STATEMENTS.name]
    claims, links = group_claims(tables[CLAIMS.name], reread(link_claims(tables, settings)), settings)
    tables[CLAIMS.name] = claims
    clashes = (
        find_discrepancies(claims, links, settings),
        find_unlike_answers(claims),
        find_stance_clashes(responses, settings),
        find_withheld_acts(claims, responses, settings),
        find_misattributed_quotations(find_quotations(statements, settings), statements),
    )
    documents, sentences = tables[DOCUMENTS.name], tables[SENTENCES.name]
    found = between_outlets(pd.concat(clashes, ignore_index=True), documents)
    tables[DISCREPANCIES.name] = DISCREPANCIES.conform(without_repeats(found))
    tables[ORIGINS.name] = find_origins(documents, sentences, statements, settings)


def recount(tables: dict[str, pd.DataFrame], settings: Settings) -> None:
    """Fill in what is counted over the rows of other tables, again after an analyst corrected those.

    An article that was not analysed left nothing out, since nobody looked.
    """
    documents = tables[DOCUMENTS.name]
    analysed = documents.loc[documents[Col.IS_ANALYSED]]
    tables[QUOTATIONS.name] = find_quotations(tables[STATEMENTS.name], settings)
    tables[COVERAGE.name] = cover(documents, tables[MENTIONS.name], tables[RESPONSES.name])
    claims, discrepancies = tables[CLAIMS.name], tables[DISCREPANCIES.name]
    tables[ORIGINS.name] = add_words(
        tables[ORIGINS.name], claims, tables[STATEMENTS.name], tables[QUOTATIONS.name], tables[MENTIONS.name], documents
    )
    tables[AGREEMENT.name] = agree_on_claims(claims, discrepancies, tables[ORIGINS.name], analysed)
    responses = tables[RESPONSES.name]
    tables[OUTLET_PAIRS.name] = agree_between_outlets(claims, discrepancies, responses, analysed, settings)


def _stack(parts: list[ArticleTables]) -> dict[str, pd.DataFrame]:
    found = {table: [part[table.name] for part in parts if table.name in part] for table in TABLES}
    return {table.name: table.conform(pd.concat(frames)) for table, frames in found.items() if frames}
