"""One quotation in all the forms in which outlets publish it: whole, in part, or turned into indirect speech.

Two forms are of one quotation when most words of the shorter stand in the longer in the same order, three of them in a
row and several of them words of content. A few words are enough where both put them in quotation marks, the one whole
in the other, as the words of one speaker. `We shall` and `we will`, `cannot` and `can't` are one wording. Candidates
share a run of words, found through an index, so that the work does not grow with the square of the statements.
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
_MARKED = re.compile(r"[\"“„«](?P<double>[^\"“”„«»]+)|(?<!\w)['‘](?P<single>(?:[^'‘’\"“”„«»]|['’](?=\w))+)")
"""A stretch after an opening quotation mark; a single mark within a word is an apostrophe and ends nothing."""
_SHORT_WORDS, _SHORT_CONTENT = 4, 2
"""Words in a row, or words of content among them, by which one speaker is known to be quoted again."""
_WRITTEN_OUT = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "will not", "shall": "will",
    "let's": "let us", "gonna": "going to", "wanna": "want to",
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("it's", "it is"),
            ("that's", "that is"), ("there's", "there is"), ("he's", "he is"), ("who's", "who is"))  # fmt: skip
_SOUNDS = {"must": "have to", "has": "have", "needs": "need"}


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as words; `place` is its row, `marked` what it has between quotation marks."""

    place: int
    document_id: str
    words: tuple[str, ...]
    marked: tuple[tuple[str, ...], ...]
    speaker: frozenset[str]

    @property
    def is_quoted(self) -> bool:
        return bool(self.marked)


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
    forms = [form for form in map(_form, range(len(rows)), rows) if _is_long_enough(form, settings)]
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
    text, is_quoted = str(row[Col.CONTENT]), row[Col.FORM] in _QUOTED
    marked = [_words(found["double"] or found["single"]) for found in _MARKED.finditer(text)] or [_words(text)]
    speaker = frozenset(_words(str(row[Col.SPEAKER] or ""))) - STOP_WORDS
    known = frozenset([str(row[Col.SPEAKER_ENTITY_ID])] if row[Col.SPEAKER_ENTITY_ID] else [])
    return _Form(place, str(row[Col.DOCUMENT_ID]), _words(text), tuple(marked) if is_quoted else (), speaker | known)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, contractions written out, and words that say the same alike."""
    found = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return tuple(part for word in found for part in _written_out(word).split())


def _written_out(word: str) -> str:
    """A contraction as the words it stands for."""
    if word in _WRITTEN_OUT:
        return _WRITTEN_OUT[word]
    for ending, words in _ENDINGS:
        if word.endswith(ending):
            stem = "" if " " in words else word.removesuffix(ending)
            return f"{stem} {words}".strip()
    return _SOUNDS.get(word, word)


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


def _is_long_enough(form: _Form, settings: Settings) -> bool:
    return len(form.words) >= settings.quotation_words or any(map(_is_telling, form.marked))


def _is_telling(words: Sequence[str]) -> bool:
    """Whether words are so many, or of such content, that one speaker says them in that order on one occasion."""
    return len(words) >= _SHORT_WORDS or sum(word not in STOP_WORDS for word in words) >= _SHORT_CONTENT


def _candidates(forms: Sequence[_Form]) -> list[tuple[int, int]]:
    """Pairs of forms of different articles that share a run of words, or two words of content between marks."""
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        for run in {*_runs(form.words, _RUN), *(run for words in form.marked for run in _content_runs(words))}:
            having[run].append(place)
    pairs = {
        (first, second)
        for places in having.values()
        for at, first in enumerate(places)
        for second in places[at + 1 :]
        if forms[first].document_id != forms[second].document_id
    }
    return sorted(pairs)


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _content_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each two words of content that follow one another."""
    return _runs([word for word in words if word not in STOP_WORDS], _SHORT_CONTENT)


def _are_one(first: _Form, second: _Form, settings: Settings) -> bool:
    if _is_quoted_within(first, second) or _is_quoted_within(second, first):
        return True
    shared = (set(first.words) & set(second.words)) - STOP_WORDS
    if len(shared) < _CONTENT_WORDS or min(len(first.words), len(second.words)) < settings.quotation_words:
        return False
    return share_of_words(first.words, second.words) >= settings.quotation_share


def _is_quoted_within(part: _Form, whole: _Form) -> bool:
    """Whether one speaker's words between marks stand whole, in a row, between the marks of the other."""
    if not part.speaker & whole.speaker:
        return False
    return any(
        words in set(_runs(others, len(words)))
        for words in part.marked
        if _is_telling(words)
        for others in whole.marked
    )


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
            Col.REASON: "in quotation marks" if is_first else _reason(form, told[0][0]),
        }


def _reason(form: _Form, first: _Form) -> str:
    if _is_quoted_within(form, first) or _is_quoted_within(first, form):
        return "words of one speaker between quotation marks, whole in the other form"
    return "most words of the shorter in the same order"
