"""One quotation laid to two speakers: the words in quotation marks are the same, and who said them is not.

Outlets name a speaker by name, by office or by the body that he speaks for, so that a ministry and its minister, a
state and its president, and a body and its spokeswoman are no two speakers. Only speakers of different countries and
two different persons are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

import pandas as pd
from spacy.lang.en.stop_words import STOP_WORDS

from analysis.claims.clashes import Clash, Side
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DISCREPANCIES

_QUOTED = re.compile(r"[“\"«„‟]([^“”\"«»„]+)[”\"»]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SAME_WORDS = 5
"""Words of content that both articles have in quotation marks; fewer are a phrase that anybody may use."""
_LIKENESS = 0.8
"""Share of both forms' words that they have in common in the same order: what two cuts share may be a phrase alone."""
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|aide|advis[eo]r|deputy|press (?:secretary|officer|service)|office|representative|envoy|"
    r"ambassador)\b",
    re.I,
)
"""Words for those who say what somebody else says, and through whom he says it."""
_SURE = 0.6
"""How sure the rule is [0 to 1]: speakers are found less surely than words."""

Row = Mapping[str, Any]


def find_misattributed_quotations(quotations: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """DISCREPANCIES of kind attribution: a quotation of QUOTATIONS whose speakers in two articles cannot be one.

    An article in which any statement of the words is by a speaker who can be the other article's contradicts nothing:
    attributions nest, and an agency that reports what a minister said is one of the speakers.
    """
    told = records(statements)
    by_id = {row[Col.STATEMENT_ID]: row for row in told}
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        by_article[row[Col.DOCUMENT_ID]].append(row)
    forms: dict[str, list[Row]] = defaultdict(list)
    for row in records(quotations):
        if _words_in_marks(row) and row[Col.SCORE] >= _LIKENESS:
            forms[row[Col.QUOTATION_ID]].append(row)
    rows = [
        _clash(by_id[first[Col.STATEMENT_ID]], by_id[second[Col.STATEMENT_ID]]).row()
        for group in forms.values()
        for first, second in combinations(group, 2)
        if len(_words_in_marks(first) & _words_in_marks(second)) >= _SAME_WORDS
        and _are_two(*(_speakers(form, by_article[form[Col.DOCUMENT_ID]]) for form in (first, second)))
    ]
    return DISCREPANCIES.frame(rows)


def _words_in_marks(form: Row) -> frozenset[str]:
    """Words of content that the article has in quotation marks."""
    text = str(form[Col.TEXT])
    quoted = " ".join(_QUOTED.findall(text)) or (text if form[Col.FORM] == "direct" else "")
    return frozenset(word.lower() for word in _WORD.findall(quoted)) - STOP_WORDS


def _speakers(form: Row, statements: Sequence[Row]) -> list[Row]:
    """Every statement of the article that has the form's words, or most of them, in its content."""
    start, end = form[Col.START_CHAR], form[Col.END_CHAR]
    return [
        row
        for row in statements
        if min(row[Col.CONTENT_END_CHAR], end) - max(row[Col.CONTENT_START_CHAR], start) > (end - start) / 2
    ]


def _are_two(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """Whether no speaker here can be one there; an unknown speaker can be anybody."""
    return bool(first and second) and all(_differ(a, b) for a, b in product(first, second))


def _differ(a: Row, b: Row) -> bool:
    """Whether two speakers cannot be one, as far as they are known: an office is known by its country alone."""
    if any(row[Col.SOURCE_TYPE] != "named" for row in (a, b)):
        return False
    keys, codes = ([row[column] for row in (a, b)] for column in (Col.SPEAKER_ENTITY_ID, Col.COUNTRY_CODE))
    if all(codes) and codes[0] != codes[1]:
        return True
    are_people = all(key.startswith("person:") for key in keys) and keys[0] != keys[1]
    return are_people and not _share_a_name(a, b) and not any(_SPEAKS_FOR.search(str(r[Col.SPEAKER])) for r in (a, b))


def _share_a_name(a: Row, b: Row) -> bool:
    """Whether a part of the one's name, as written or as resolved, is one of the other's: Ada Berg and Ms Berg."""
    left, right = (set(_names(row)) for row in (a, b))
    return bool(left & right)


def _names(row: Row) -> Iterator[str]:
    yield from (word.lower() for word in _WORD.findall(str(row[Col.SPEAKER])) if word[0].isupper())
    yield from re.split(r"\W+", str(row[Col.SPEAKER_ENTITY_ID]).partition(":")[2])


def _clash(a: Row, b: Row) -> Clash:
    speakers = a[Col.SPEAKER], b[Col.SPEAKER]
    here, there = (
        Side(
            row[Col.STATEMENT_ID], row[Col.DOCUMENT_ID], row[Col.CONTENT_START_CHAR], row[Col.CONTENT_END_CHAR],
            row[Col.CONTENT], row[Col.SPEAKER], row[Col.SPEAKER_ENTITY_ID] or row[Col.COUNTRY_CODE],
        )
        for row in (a, b)
    )  # fmt: skip
    return Clash(
        here,
        there,
        kind="attribution",
        question="Who said it?",
        rule_id="quotations.speaker",
        reason=f"One quotation, said by {speakers[0]} here, by {speakers[1]} there",
        score=_SURE,
    )
