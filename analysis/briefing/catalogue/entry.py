"""What every figure of the catalogue is made with: an entry, its view of the results, and passages from evidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from analysis.briefing.figure import Drawing, Figure, Mark, Passage, Series, first_of_each_mark, with_reviews
from analysis.columns import Col
from analysis.corrections import CHECKED, CORRECTED, MACHINE, review_of
from analysis.palette import N_PATTERNS
from analysis.results import Results
from analysis.summaries.reviews import SIGNS, joined
from analysis.tables import (
    ACTORS,
    CLAIMS,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    RESPONSES,
    REVIEWS,
    SENTENCES,
    STATEMENTS,
    Table,
)

TOP = 15
"""Bars and grid rows of a figure; what is left out is counted in its note."""

LONGEST = 40
"""Rows of a listing."""

EVIDENCE_LIMIT = 30
"""Passages of one figure; more do not help a reader and make a brief of twelve articles unreadably long."""

EVIDENCE_PER_MARK = 2
"""Passages of one mark."""


Place = tuple[str, int, str, str, str]
"""A sentence behind a mark: document_id, sentence_index, row's label, column's label ('' is the outlet), review."""

_IDENTITY: Mapping[Table, tuple[Col, ...]] = {
    MENTIONS: (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR),
    STATEMENTS: (Col.DOCUMENT_ID, Col.CONTENT_START_CHAR, Col.CONTENT_END_CHAR),
    RESPONSES: (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.COUNTRY_CODE, Col.ACT),
    CLAIMS: (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR),
    DISCREPANCIES: (Col.DISCREPANCY_ID,),
    ACTORS: (Col.ENTITY_ID,),
}
"""What tells a row from another in the frames that figures are drawn from, which leave the keys of tables out."""


@dataclass(frozen=True)
class View:
    """What is drawn: the filtered results, and each outlet's colour, which the filter does not change."""

    results: Results
    colours: Mapping[str, str]

    def by_outlet(self, counts: pd.DataFrame, categories: Sequence[str]) -> tuple[Series, ...]:
        """A series for each outlet, in its colour and fill pattern as on the screen.

        Args:
            counts: Three columns: category, outlet, and how many; a pair that has no row counts nothing.
            categories: Of the bars, in order.
        """
        found = {(category, outlet): int(n) for category, outlet, n in counts.itertuples(index=False, name=None)}
        places = sorted(self.colours)
        return tuple(
            Series(
                outlet,
                self.colours[outlet],
                tuple(found.get((category, outlet), 0) for category in categories),
                pattern=places.index(outlet) % N_PATTERNS,
            )
            for outlet in sorted({outlet for _, outlet in found})
        )

    def passages(self, places: Iterable[Place]) -> list[Passage]:
        """The sentences as published: by row in the order first met, then by date, outlet and place in the text."""
        rows: dict[str, int] = {}
        found = []
        for document_id, index, row, column, review in places:
            rows.setdefault(row, len(rows))
            start, end, text = self._sentences[document_id, int(index)]
            outlet, published_on = self._articles[document_id]
            found.append(
                Passage(
                    document_id=document_id, outlet=outlet, published_on=published_on, start_char=start, end_char=end,
                    text=text, mark=(row, column or outlet), review=review,
                )
            )  # fmt: skip
        return sorted(
            found,
            key=lambda item: (rows[item.mark[0]], item.published_on, item.outlet, item.document_id, item.start_char),
        )

    def review(self, table: Table, *identity: object) -> str:
        """Whether a row is the machine's, or was checked or corrected by the analyst.

        Args:
            table: The row's.
            identity: Its values of the columns that _IDENTITY names.
        """
        return self._reviews.get((table.name, *map(str, identity)), MACHINE)

    def reviews(self, table: Table) -> list[str]:
        """The reviews of a table's rows, in their order."""
        return [
            self.review(table, *key) for key in zip(*(self.results[table][c] for c in _IDENTITY[table]), strict=True)
        ]

    @cached_property
    def _reviews(self) -> Mapping[tuple[str, ...], str]:
        """Of the rows that are not the machine's."""
        if self.results[REVIEWS].empty:
            return {}
        found: dict[tuple[str, ...], str] = {}
        for table, columns in _IDENTITY.items():
            keys = zip(*(self.results[table][column].astype(str) for column in columns), strict=True)
            for key, review in zip(keys, review_of(self.results, table), strict=True):
                if review != MACHINE:
                    found[table.name, *key] = review
        return found

    @cached_property
    def _sentences(self) -> Mapping[tuple[str, int], tuple[int, int, str]]:
        columns = (Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.START_CHAR, Col.END_CHAR, Col.TEXT)
        table = self.results[SENTENCES]
        rows = zip(*(table[column] for column in columns), strict=True)
        return {
            (document_id, int(index)): (int(start), int(end), text) for document_id, index, start, end, text in rows
        }

    @cached_property
    def _articles(self) -> Mapping[str, tuple[str, str]]:
        table = self.results[DOCUMENTS]
        rows = zip(table[Col.DOCUMENT_ID], table[Col.PUBLISHER], table[Col.PUBLISHED_ON], strict=True)
        return {document_id: (outlet, published_on) for document_id, outlet, published_on in rows}


Drawn = tuple[Drawing, Iterable[Passage], str]
"""The drawing, all passages behind it, and what it leaves out in words (empty: nothing)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A figure that can be put in a brief; `note` says how to read it."""

    key: str
    title: str
    question: str
    draw: Callable[[View], Drawn]
    note: str = ""
    nothing: str = "Nothing of this kind was found in the articles shown."

    def figure(self, view: View, *, caption: str = "") -> Figure:
        """The figure, drawn from the view."""
        drawing, passages, left_out = self.draw(view)
        every = list(passages)
        reviews = _reviews(every)
        return Figure(
            key=self.key,
            title=self.title,
            question=self.question,
            drawing=with_reviews(drawing, reviews) if reviews else drawing,
            evidence=first_of_each_mark(every, limit=EVIDENCE_LIMIT, per_mark=EVIDENCE_PER_MARK),
            n_evidence=len({passage.place for passage in every}),
            note=" ".join(filter(None, (self.note, left_out, _reviewed(every)))),
            caption=caption,
            nothing=self.nothing,
            reviews=reviews,
        )


def _reviews(passages: Iterable[Passage]) -> dict[Mark, str]:
    """The marks that an analyst checked or corrected."""
    found: dict[Mark, list[str]] = {}
    for passage in passages:
        found.setdefault(passage.mark, []).append(passage.review)
    marks = {mark: joined(reviews) for mark, reviews in found.items()}
    return {mark: review for mark, review in marks.items() if review != MACHINE}


def _reviewed(passages: Iterable[Passage]) -> str:
    """'The analyst checked 2 and corrected 1 of the passages behind it.'; empty when all are the machine's."""
    counts = Counter({passage.place: passage.review for passage in passages if passage.review != MACHINE}.values())
    words = [f"{review} {counts[review]}" for review in (CHECKED, CORRECTED) if counts[review]]
    signs = f"{SIGNS[CHECKED]} stands at what was checked, {SIGNS[CORRECTED]} at what was corrected."
    return f"The analyst {' and '.join(words)} of the passages behind it. {signs}" if words else ""


def left_out(shown: int, total: int, nouns: str) -> str:
    """'15 of 40 actors are shown.'; empty when all are."""
    return f"{shown} of {total} {nouns} are shown." if shown < total else ""


def own_passage(row: Mapping[Any, Any], mark: Mark, *, text: Col, review: str) -> Passage:
    """The passage that a table's row holds itself, in the column `text`."""
    return Passage(
        document_id=row[Col.DOCUMENT_ID],
        outlet=row[Col.PUBLISHER],
        published_on=row[Col.PUBLISHED_ON],
        start_char=int(row[Col.START_CHAR]),
        end_char=int(row[Col.END_CHAR]),
        text=row[text],
        mark=mark,
        review=review,
    )


def distinct(names: Iterable[tuple[str, str]]) -> list[str]:
    """Names, each with its qualifier where another row has the same name: two rows of a drawing never share one."""
    pairs = list(names)
    plain_names = [name for name, _ in pairs]
    return [f"{name} ({qualifier})" if plain_names.count(name) > 1 else name for name, qualifier in pairs]
