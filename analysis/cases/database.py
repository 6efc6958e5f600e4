"""The DuckDB file behind the cases: one file, opened for each operation, every change a transaction.

A process that is killed leaves what was committed and nothing else; DuckDB replays its log at the next opening. The
file is held open only for the moment of an operation, because it can belong to one process at a time and the
dashboard and the command line may be at work on the same cases.
"""

import contextlib
import functools
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from analysis.errors import CaseError

SCHEMA_VERSION = 2
_UPGRADES = {2: "ALTER TABLE cases ADD COLUMN brief VARCHAR DEFAULT '{}'"}
"""What turns a store of the version before into one of this version."""
_WAIT = 10.0
"""How long to wait for another process that has the file open [s]."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE IF NOT EXISTS cases (
    case_id VARCHAR, name VARCHAR, made_at VARCHAR, filters VARCHAR, settings VARCHAR, brief VARCHAR DEFAULT '{}'
);
CREATE TABLE IF NOT EXISTS raws (sha256 VARCHAR, data BLOB);
CREATE TABLE IF NOT EXISTS articles (
    case_id VARCHAR, document_id VARCHAR, position INTEGER, source_name VARCHAR, source_sha256 VARCHAR,
    imprint VARCHAR, text BLOB, text_sha256 VARCHAR, added_at VARCHAR
);
CREATE TABLE IF NOT EXISTS problems (case_id VARCHAR, position INTEGER, problem VARCHAR);
CREATE TABLE IF NOT EXISTS corrections (case_id VARCHAR, position INTEGER, correction VARCHAR, is_undone BOOLEAN);
CREATE TABLE IF NOT EXISTS article_tables (part_key VARCHAR, text_sha256 VARCHAR, table_name VARCHAR, data BLOB);
CREATE TABLE IF NOT EXISTS case_tables (case_id VARCHAR, case_key VARCHAR, table_name VARCHAR, data BLOB);
"""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Database:
    """The file. `read` asks, `transaction` changes all or nothing."""

    path: Path

    def prepare(self) -> None:
        """Make the file and its tables where they are missing.

        Raises:
            CaseError: the place cannot be written, the file is no case store, or of a later version of Readout.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CaseError(
                f"The folder {str(self.path.parent)!r} cannot be made: {error.strerror or error}."
            ) from error
        with self.transaction() as connection:
            connection.execute(_SCHEMA)
            found = connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
            if found is None:
                connection.execute("INSERT INTO about VALUES ('schema', ?)", [str(SCHEMA_VERSION)])
            else:
                self._upgrade(connection, int(found[0]))

    def _upgrade(self, connection: duckdb.DuckDBPyConnection, found: int) -> None:
        if found > SCHEMA_VERSION:
            raise CaseError(
                f"{str(self.path)!r} was written by a later version of Readout (store version {found}; this one reads "
                f"up to {SCHEMA_VERSION}); update Readout, or name another folder in READOUT_DATA."
            )
        for version in range(found + 1, SCHEMA_VERSION + 1):
            connection.execute(_UPGRADES[version])
        if found < SCHEMA_VERSION:
            connection.execute("UPDATE about SET value = ? WHERE name = 'schema'", [str(SCHEMA_VERSION)])

    def read(self, query: str, values: tuple[object, ...] = ()) -> list[Row]:
        """All rows that a query yields."""
        with self.transaction() as connection:
            return connection.execute(query, list(values)).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection whose changes are committed together at the end, or not at all when anything goes wrong."""
        with _lock_of(self.path), contextlib.closing(self._connect()) as connection:
            connection.begin()
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def _connect(self) -> duckdb.DuckDBPyConnection:
        deadline = time.monotonic() + _WAIT
        while True:
            try:
                return duckdb.connect(str(self.path), config={"enable_external_access": False})
            except duckdb.IOException as error:
                if "lock" not in str(error) or time.monotonic() > deadline:
                    raise CaseError(
                        f"The cases in {str(self.path)!r} cannot be opened ({str(error).splitlines()[0][:200]}). "
                        "Another program may have the file open; close it, or name another folder in READOUT_DATA."
                    ) from error
            except duckdb.Error as error:
                raise CaseError(f"{str(self.path)!r} is not a store of cases ({str(error)[:200]}).") from error
            time.sleep(0.05)


@functools.cache
def _lock_of(path: Path) -> threading.RLock:
    """One lock per file for all threads of this process: DuckDB lets a process open a file once."""
    return threading.RLock()
