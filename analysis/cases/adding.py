"""What a transaction does to the store: cases, articles and problems put in, what nobody uses any more taken out."""

from dataclasses import replace

import duckdb

from analysis.articles import Article
from analysis.cases.records import Case
from analysis.cases.rows import imprint_json, now, settings_json, text_bytes, to_json
from analysis.readers.corpus import free_id
from analysis.readers.source import Source


def add_case(connection: duckdb.DuckDBPyConnection, case: Case) -> None:
    """Keep a case."""
    values = [case.case_id, case.name, case.made_at]
    stated = [to_json(case.filters), settings_json(case.settings), to_json(case.brief)]
    connection.execute("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?)", [*values, *stated])


def add_article(
    connection: duckdb.DuckDBPyConnection, case_id: str, source: Source, article: Article, *, is_alone: bool
) -> Article | None:
    """Keep an article with the bytes it was read from.

    Args:
        connection: In a transaction.
        case_id: Key of the case.
        source: Where the article is from.
        article: The article.
        is_alone: Whether the source gave no other article. Then its bytes tell that the case has it, though a later
            version of Readout reads another text out of them; of several articles of one source the text alone tells.

    Returns:
        The article under the id that it has in the case; None where the case has it from a source of this name.
    """
    of_name = connection.execute(
        "SELECT text_sha256, source_sha256 FROM articles WHERE case_id = ? AND source_name = ?", [case_id, source.name]
    ).fetchall()
    if any(text == article.sha256 or (is_alone and data == source.sha256) for text, data in of_name):
        return None
    rows = connection.execute("SELECT document_id, position FROM articles WHERE case_id = ?", [case_id]).fetchall()
    named = replace(article, document_id=free_id(article.document_id, {row[0] for row in rows}))
    position = max((row[1] for row in rows), default=0) + 1
    if not connection.execute("SELECT 1 FROM raws WHERE sha256 = ?", [source.sha256]).fetchall():
        connection.execute("INSERT INTO raws VALUES (?, ?)", [source.sha256, source.data])
    stored = (imprint_json(named), text_bytes(named), named.sha256)
    values = [case_id, named.document_id, position, source.name, source.sha256, *stored, now()]
    connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    return named


def add_problem(connection: duckdb.DuckDBPyConnection, case_id: str, problem: str) -> None:
    """Keep a problem, once."""
    if connection.execute("SELECT 1 FROM problems WHERE case_id = ? AND problem = ?", [case_id, problem]).fetchall():
        return
    connection.execute(
        "INSERT INTO problems SELECT ?, coalesce(max(position), 0) + 1, ? FROM problems WHERE case_id = ?",
        [case_id, problem, case_id],
    )


def drop_unused(connection: duckdb.DuckDBPyConnection) -> None:
    """What a removed article leaves behind is removed too: an analyst who deletes a text expects it to be gone."""
    connection.execute("DELETE FROM raws WHERE sha256 NOT IN (SELECT source_sha256 FROM articles)")
    connection.execute("DELETE FROM article_tables WHERE text_sha256 NOT IN (SELECT text_sha256 FROM articles)")
