"""A case's results: every article analysed once, what crosses articles redone when the articles change.

An article's own tables are kept under its text, what is known about it, the settings and the version of every rule, so
adding an article analyses that article alone. Corrections are laid over at the end; they never cost an analysis.
"""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.articles import Article
from analysis.cases.database import Database
from analysis.cases.store import CaseStore
from analysis.columns import Col
from analysis.corrections import correct
from analysis.pipeline import ArticleTables, Progress, combine, read_articles
from analysis.provenance import engine, provenance
from analysis.readers import Corpus
from analysis.results import PROVENANCE, Results
from analysis.settings import Settings
from analysis.tables import TABLES

KEPT_VERSIONS = 4
"""Analyses of one text that are kept, the last ones: each new version of a rule or imprint makes another."""
_DROP_OLD = (
    "DELETE FROM article_tables WHERE text_sha256 = ? AND part_key NOT IN (SELECT part_key FROM article_tables "
    "WHERE text_sha256 = ? GROUP BY part_key ORDER BY max(rowid) DESC LIMIT ?)"
)


def case_results(
    store: CaseStore,
    case_id: str,
    progress: Progress = lambda done, total: None,
    *,
    is_partial: bool = False,
    settings: Settings | None = None,
) -> Results:
    """The case's tables with its corrections applied.

    Args:
        store: Where the case is kept.
        case_id: Key of the case.
        progress: Told after each article that had to be analysed; what it raises stops the work, and the articles done
            so far need not be done again.
        is_partial: Analyse nothing: only what was analysed before counts, and PROBLEMS names the articles left out.
        settings: To use this once instead of the case's own.
    """
    corrections = store.corrections(case_id)
    if is_partial:
        return correct(_partial_results(store, case_id), corrections)
    return correct(machine_results(store, case_id, progress, settings=settings), corrections)


def machine_results(
    store: CaseStore,
    case_id: str,
    progress: Progress = lambda done, total: None,
    *,
    settings: Settings | None = None,
) -> Results:
    """The case's tables as the analysis made them, with its own settings or with others for this once."""
    case, corpus = store.case(case_id), store.corpus(case_id)
    if settings is not None and settings != case.settings:
        return combine(_article_tables(store.database, corpus, settings, progress), corpus, settings)
    key = _digest(provenance(corpus.articles, case.settings), case.settings.to_dict(), list(map(dict, corpus.problems)))
    found = _load(store.database, "case_tables", {"case_id": case_id, "case_key": key})
    if PROVENANCE in found:
        tables = {table.name: table.conform(_frame(found[table.name])) for table in TABLES}
        return Results(tables, case.settings, json.loads(found[PROVENANCE]))
    results = combine(_article_tables(store.database, corpus, case.settings, progress), corpus, case.settings)
    _keep_case(store.database, case_id, key, results)
    return results


def _partial_results(store: CaseStore, case_id: str) -> Results:
    """The tables over the articles that have been analysed already; nothing of it is kept."""
    case, corpus = store.case(case_id), store.corpus(case_id)
    known, keyed = _known(store.database), _keys(corpus, case.settings)
    done = tuple(article for article, key in keyed if key in known)
    left = (
        {
            Col.INPUT: article.document_id,
            Col.DOCUMENT_ID: article.document_id,
            Col.STAGE: "analysis",
            Col.REASON: f"The article {article.document_id!r} is not analysed yet: the analysis was stopped.",
            Col.ACCEPTED: "going on with the analysis",
        }
        for article, key in keyed
        if key not in known
    )
    rest = Corpus(done, (*corpus.problems, *left))
    return combine(_article_tables(store.database, rest, case.settings, lambda done, total: None), rest, case.settings)


def _keys(corpus: Corpus, settings: Settings) -> list[tuple[Article, str]]:
    """Each article with the key that its tables are kept under."""
    version = _digest(engine(settings), settings.to_dict())
    return [(article, _digest(version, article.sha256, article.imprint_sha256)) for article in corpus.articles]


def _known(database: Database) -> set[str]:
    return {key for (key,) in database.read("SELECT DISTINCT part_key FROM article_tables")}


def _article_tables(
    database: Database, corpus: Corpus, settings: Settings, progress: Progress
) -> Iterator[ArticleTables]:
    """Each article's tables in order, from the store where they are there."""
    known, keyed = _known(database), _keys(corpus, settings)
    missing = [article for article, key in keyed if key not in known]
    fresh = enumerate(read_articles(missing, settings, lambda done, total: None), 1)
    for article, key in keyed:
        if key in known:
            found = _load(database, "article_tables", {"part_key": key})
            yield {table.name: table.conform(_frame(found[table.name])) for table in TABLES if table.name in found}
        else:
            done, tables = next(fresh)
            _keep_article(database, key, article, tables)
            progress(done, len(missing))
            yield tables


def _keep_article(database: Database, key: str, article: Article, tables: ArticleTables) -> None:
    rows = [[key, article.sha256, name, _parquet(frame)] for name, frame in tables.items()]
    with database.transaction() as connection:
        connection.execute("DELETE FROM article_tables WHERE part_key = ?", [key])
        connection.executemany("INSERT INTO article_tables VALUES (?, ?, ?, ?)", rows)
        connection.execute(_DROP_OLD, [article.sha256, article.sha256, KEPT_VERSIONS])


def _keep_case(database: Database, case_id: str, key: str, results: Results) -> None:
    """Replace the case's tables; only the last results of a case are kept."""
    rows: list[list[object]] = [[case_id, key, name, _parquet(frame)] for name, frame in results.tables.items()]
    rows.append([case_id, key, PROVENANCE, json.dumps(results.provenance, sort_keys=True).encode()])
    with database.transaction() as connection:
        connection.execute("DELETE FROM case_tables WHERE case_id = ?", [case_id])
        connection.executemany("INSERT INTO case_tables VALUES (?, ?, ?, ?)", rows)


def _load(database: Database, table: str, key: Mapping[str, str]) -> dict[str, bytes]:
    where = " AND ".join(f"{name} = ?" for name in key)
    rows = database.read(f"SELECT table_name, data FROM {table} WHERE {where}", tuple(key.values()))
    return {name: bytes(data) for name, data in rows}


def _parquet(frame: pd.DataFrame) -> bytes:
    stream = io.BytesIO()
    frame.to_parquet(stream, index=False, compression="zstd")
    return stream.getvalue()


def _frame(data: bytes) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(data))


def _digest(*values: Any) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
