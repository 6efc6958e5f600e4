"""Cases: the articles of an event with the analyst's edits, filters and corrections, kept safe in one file."""

import hashlib
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.articles import Article
from analysis.cases.adding import add_article, add_case, add_problem, drop_unused
from analysis.cases.database import Database
from analysis.cases.editing import edited
from analysis.cases.location import cases_file
from analysis.cases.records import Brought, Case
from analysis.cases.rows import (
    article_of,
    correction_of,
    imprint_json,
    now,
    problem_json,
    problem_of,
    settings_of,
    to_json,
)
from analysis.columns import Col
from analysis.corrections.records import Correction
from analysis.errors import CaseError
from analysis.readers.corpus import Corpus
from analysis.readers.incoming import Reading
from analysis.readers.source import Source
from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class CaseStore:
    """All cases of one file. Every method that changes something has it on disk when it returns."""

    database: Database

    @classmethod
    def open(cls, path: Path | None = None) -> "CaseStore":
        """The store in a file, made where it is missing; the user's own when no path is given.

        Raises:
            CaseError: the file cannot be opened or is no store of cases.
        """
        database = Database(path or cases_file())
        database.prepare()
        return cls(database)

    # -- cases -----------------------------------------------------------------------------------------------------
    def cases(self) -> list[Case]:
        """All cases, the oldest first."""
        rows = self.database.read(
            "SELECT case_id, name, made_at, filters, settings, brief FROM cases ORDER BY made_at, case_id"
        )
        return [
            Case(key, name, at, json.loads(filters), settings_of(settings), json.loads(brief))
            for key, name, at, filters, settings, brief in rows
        ]

    def case(self, case_id: str) -> Case:
        """One case.

        Raises:
            CaseError: there is none of that key.
        """
        found = next((case for case in self.cases() if case.case_id == case_id), None)
        if found is None:
            raise CaseError(f"There is no case {case_id!r}; there are {[case.case_id for case in self.cases()]}.")
        return found

    def create(self, name: str, settings: Settings | None = None) -> Case:
        """A new, empty case.

        Raises:
            CaseError: the name is empty, too long or taken.
        """
        case = Case(secrets.token_hex(6), self._free_name(name), now(), {}, settings or Settings(), {})
        with self.database.transaction() as connection:
            add_case(connection, case)
        return case

    def rename(self, case_id: str, name: str) -> None:
        """Give a case another name."""
        values = [self._free_name(name, self.case(case_id).case_id), case_id]
        with self.database.transaction() as connection:
            connection.execute("UPDATE cases SET name = ? WHERE case_id = ?", values)

    def delete(self, case_id: str) -> None:
        """Remove a case with its articles, corrections and results, and whatever no other case uses."""
        self.case(case_id)
        with self.database.transaction() as connection:
            for table in ("cases", "articles", "problems", "corrections", "case_tables"):
                connection.execute(f"DELETE FROM {table} WHERE case_id = ?", [case_id])
            drop_unused(connection)

    def keep_filters(self, case_id: str, filters: Mapping[str, Any]) -> None:
        """Remember the filters that the analyst last had on."""
        with self.database.transaction() as connection:
            connection.execute("UPDATE cases SET filters = ? WHERE case_id = ?", [to_json(filters), case_id])

    def keep_brief(self, case_id: str, brief: Mapping[str, Any]) -> None:
        """Remember what the analyst put in the brief."""
        with self.database.transaction() as connection:
            connection.execute("UPDATE cases SET brief = ? WHERE case_id = ?", [to_json(brief), case_id])

    def _free_name(self, name: str, case_id: str = "") -> str:
        name = " ".join(name.split())
        others = {case.name for case in self.cases() if case.case_id != case_id}
        if not name or len(name) > 100 or name in others:
            state = "taken" if name in others else "empty or longer than 100 characters"
            raise CaseError(f"The name {name[:120]!r} is {state}; accepted is a name that no other case has.")
        return name

    # -- articles --------------------------------------------------------------------------------------------------
    def brought(self, case_id: str) -> list[Brought]:
        """The case's articles, in the order in which they came."""
        rows = self.database.read(
            "SELECT imprint, text, source_name, source_sha256, added_at FROM articles WHERE case_id = ? "
            "ORDER BY position",
            (case_id,),
        )
        return [Brought(article_of(imprint, text), name, sha, at) for imprint, text, name, sha, at in rows]

    def corpus(self, case_id: str) -> Corpus:
        """The case's articles, and its problems."""
        rows = self.database.read("SELECT problem FROM problems WHERE case_id = ? ORDER BY position", (case_id,))
        problems = tuple(problem_of(text) for (text,) in rows)
        return Corpus(tuple(item.article for item in self.brought(case_id)), problems)

    def add(self, case_id: str, reading: Reading) -> list[Article]:
        """Keep what one source gave, each article in a transaction of its own, with the bytes it was read from.

        An article that the case has already from a source of the same name is not added twice.

        Returns:
            The articles that were added, under the ids they have in the case; empty where all were there already.
        """
        self.case(case_id)
        is_alone = len(reading.articles) == 1
        kept = []
        for article in reading.articles:
            with self.database.transaction() as connection:
                kept.append(add_article(connection, case_id, reading.source, article, is_alone=is_alone))
        pairs = zip(reading.articles, kept, strict=True)
        ids = {old.document_id: new.document_id for old, new in pairs if new}
        for row in reading.problems:
            text = problem_json({**row, Col.DOCUMENT_ID: ids.get(str(row[Col.DOCUMENT_ID]), "")})
            with self.database.transaction() as connection:
                add_problem(connection, case_id, text)
        return [article for article in kept if article]

    def revision(self, case_id: str) -> str:
        """Hash of everything in the case that its results follow from, without reading the texts."""
        queries = (
            "SELECT document_id, imprint, text_sha256 FROM articles WHERE case_id = ? ORDER BY position",
            "SELECT problem FROM problems WHERE case_id = ? ORDER BY position",
            "SELECT correction, is_undone FROM corrections WHERE case_id = ? ORDER BY position",
            "SELECT settings FROM cases WHERE case_id = ?",
        )
        with self.database.transaction() as connection:
            found = [connection.execute(query, [case_id]).fetchall() for query in queries]
        return hashlib.sha256(json.dumps(found).encode()).hexdigest()

    def branch(self, case_id: str, name: str, document_ids: Collection[str]) -> Case:
        """A new case with some articles of another, such as those of one event out of a heap."""
        made = self.create(name, self.case(case_id).settings)
        for item in self.brought(case_id):
            if item.article.document_id in document_ids:
                source = Source(item.source_name, self.raw(case_id, item.article.document_id))
                with self.database.transaction() as connection:
                    add_article(connection, made.case_id, source, item.article, is_alone=False)
        return made

    def raw(self, case_id: str, document_id: str) -> bytes:
        """The bytes that an article was read from."""
        rows = self.database.read(
            "SELECT data FROM raws JOIN articles ON sha256 = source_sha256 WHERE case_id = ? AND document_id = ?",
            (case_id, document_id),
        )
        if not rows:
            raise CaseError(f"The case {case_id!r} has no article {document_id!r}.")
        return bytes(rows[0][0])

    def edit(self, case_id: str, document_id: str, **changes: object) -> Article:
        """Change what is known of an article: the fields that `editing.EDITABLE` names.

        Raises:
            CaseError: there is no such article, or a field cannot be edited.
            InputError: a date, country or language is not understood.
        """
        article = next((b.article for b in self.brought(case_id) if b.article.document_id == document_id), None)
        if article is None:
            raise CaseError(f"The case {case_id!r} has no article {document_id!r}.")
        changed = edited(article, changes)
        with self.database.transaction() as connection:
            connection.execute(
                "UPDATE articles SET imprint = ? WHERE case_id = ? AND document_id = ?",
                [imprint_json(changed), case_id, document_id],
            )
        return changed

    def remove(self, case_id: str, document_id: str) -> None:
        """Take an article out of the case; its corrections stay in the log and find nothing to correct."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM articles WHERE case_id = ? AND document_id = ?", [case_id, document_id])
            drop_unused(connection)

    def forget_problems(self, case_id: str) -> None:
        """Clear the list of what could not be read."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM problems WHERE case_id = ?", [case_id])

    # -- corrections -----------------------------------------------------------------------------------------------
    def correct(self, case_id: str, correction: Correction) -> None:
        """Log a correction; it counts from the next results on."""
        self.case(case_id)
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO corrections SELECT ?, coalesce(max(position), 0) + 1, ?, false FROM corrections "
                "WHERE case_id = ?",
                [case_id, to_json(correction.to_dict()), case_id],
            )

    def set_undone(self, case_id: str, correction_id: str, is_undone: bool = True) -> None:
        """Undo a correction, or redo one that was undone; it stays in the log either way."""
        position = next((at for at, made, _ in self._log(case_id) if made.correction_id == correction_id), None)
        if position is None:
            raise CaseError(f"The case {case_id!r} has no correction {correction_id!r}.")
        with self.database.transaction() as connection:
            connection.execute(
                "UPDATE corrections SET is_undone = ? WHERE case_id = ? AND position = ?",
                [is_undone, case_id, position],
            )

    def log(self, case_id: str) -> list[tuple[Correction, bool]]:
        """Every correction in the order they were made, and whether it was undone."""
        return [(correction, is_undone) for _, correction, is_undone in self._log(case_id)]

    def corrections(self, case_id: str) -> list[Correction]:
        """The corrections that count."""
        return [correction for correction, is_undone in self.log(case_id) if not is_undone]

    def _log(self, case_id: str) -> list[tuple[int, Correction, bool]]:
        rows = self.database.read(
            "SELECT position, correction, is_undone FROM corrections WHERE case_id = ? ORDER BY position", (case_id,)
        )
        return [(at, correction_of(text), bool(undone)) for at, text, undone in rows]
