"""One quotation in all the forms in which outlets publish it: whole, in part, or turned into indirect speech.

Two forms are of one quotation when most words of the shorter stand in the longer in the same order, three of them in a
row and several of them words of content. Candidates share such a run of three words, found through an index, so that
the work does not grow with the square of the statements.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from rapidfuzz.distance import LCSseq
from spacy.lang.en.stop_words import STOP_WORDS

from analysis.columns import Col
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import QUOTATIONS, Row

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = 3
"""Words in a row that two forms of one quotation share."""
_CONTENT_WORDS = 3
"""Words of content that two forms share at least; `that it was the` is shared by chance."""
_QUOTED = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as words; `place` is its row."""

    place: int
    document_id: str
    words: tuple[str, ...]
    is_quoted: bool


def find_quotations(statements: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """QUOTATIONS: every quotation that two or more articles carry, one row for each article's form.

    Args:
        statements: STATEMENTS; at least one form of a quotation stands in quotation marks.
        settings: `quotation_words` and `quotation_share` say how long and how alike forms have to be.

    Returns:
        Of each quotation the form that the others are closest to, then the rest by likeness to it; empty when no two
        articles share one.
    """
    rows = records(statements)
    forms = [form for form in map(_form, range(len(rows)), rows) if len(form.words) >= settings.quotation_words]
    found = [row for group in _groups(forms, settings) for row in _rows(group, rows)]
    return QUOTATIONS.frame(found)


def share_of_words(first: Sequence[str], second: Sequence[str]) -> float:
    """Share of the shorter's words that stand in the longer in the same order [0 to 1]."""
    shorter = min(len(first), len(second))
    return LCSseq.similarity(first, second) / shorter if shorter else 0.0


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """Share of both texts' words that they have in common in the same order [0 to 1]; 1 for one wording."""
    total = len(first) + len(second)
    return 2 * LCSseq.similarity(first, second) / total if total else 0.0


def _form(place: int, row: Mapping[str, object]) -> _Form:
    words = tuple(word.lower().replace("’", "'") for word in _WORD.findall(str(row[Col.CONTENT])))
    return _Form(place, str(row[Col.DOCUMENT_ID]), words, row[Col.FORM] in _QUOTED)


def _groups(forms: Sequence[_Form], settings: Settings) -> Iterator[list[_Form]]:
    """Forms joined pair by pair; those of one article alone, or all of them indirect speech, are no quotation."""
    group = list(range(len(forms)))
    for first, second in _candidates(forms):
        if _are_one(forms[first], forms[second], settings):
            old, new = group[second], group[first]
            group = [new if member == old else member for member in group]
    members: dict[int, list[_Form]] = defaultdict(list)
    for place, key in enumerate(group):
        members[key].append(forms[place])
    for found in members.values():
        if len({form.document_id for form in found}) > 1 and any(form.is_quoted for form in found):
            yield found


def _candidates(forms: Sequence[_Form]) -> list[tuple[int, int]]:
    """Pairs of forms of different articles that share a run of words."""
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        for run in {form.words[at : at + _RUN] for at in range(len(form.words) - _RUN + 1)}:
            having[run].append(place)
    pairs = {
        (first, second)
        for places in having.values()
        for at, first in enumerate(places)
        for second in places[at + 1 :]
        if forms[first].document_id != forms[second].document_id
    }
    return sorted(pairs)


def _are_one(first: _Form, second: _Form, settings: Settings) -> bool:
    shared = (set(first.words) & set(second.words)) - STOP_WORDS
    if len(shared) < _CONTENT_WORDS:
        return False
    return share_of_words(first.words, second.words) >= settings.quotation_share


def _told(group: Sequence[_Form]) -> list[tuple[_Form, float]]:
    """One form of each article with its likeness to the first, which is the quoted form that another comes closest to.

    Attributions nest, so that an article has a quotation in several cuts; the cut that is told alike is the quotation.
    """
    pairs = [
        (likeness(form.words, other.words), -form.place, form)
        for form in group
        for other in group
        if form.is_quoted and other.document_id != form.document_id
    ]
    first = max(pairs, key=lambda pair: pair[:2])[2]
    best: dict[str, tuple[_Form, float]] = {first.document_id: (first, 1.0)}
    for form in sorted(group, key=lambda form: (-likeness(form.words, first.words), form.place)):
        best.setdefault(form.document_id, (form, likeness(form.words, first.words)))
    return list(best.values())


def _rows(group: Sequence[_Form], rows: Sequence[Mapping[str, object]]) -> Iterator[Row]:
    told = _told(group)
    for form, alike in told:
        row, is_first = rows[form.place], form is told[0][0]
        yield {
            Col.QUOTATION_ID: f"quotation:{rows[told[0][0].place][Col.STATEMENT_ID]}",
            Col.STATEMENT_ID: row[Col.STATEMENT_ID],
            Col.DOCUMENT_ID: row[Col.DOCUMENT_ID],
            Col.START_CHAR: row[Col.CONTENT_START_CHAR],
            Col.END_CHAR: row[Col.CONTENT_END_CHAR],
            Col.TEXT: row[Col.CONTENT],
            Col.SENTENCE_INDEX: row[Col.SENTENCE_INDEX],
            Col.SPEAKER: row[Col.SPEAKER],
            Col.CUE: row[Col.CUE],
            Col.FORM: row[Col.FORM],
            Col.SCORE: round(alike, 4),
            Col.REASON: "in quotation marks" if is_first else "most words of the shorter in the same order",
        }
