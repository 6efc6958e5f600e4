"""The same question answered in two ways by two articles, over the table of claims.

Passages are compared with their neighbours alone when they are grouped, and two answers to one question need not be
worded alike. So each sentence is asked every question, and answers meet by what they are about.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.claims.clashes import Clash, Side
from analysis.claims.questions.answers import Answer, Question
from analysis.claims.questions.registry import QUESTIONS
from analysis.comparison.passages import Passage, join_passages
from analysis.results import records
from analysis.tables import DISCREPANCIES

_SURE = 0.7
"""How sure the rules are of a clash of answers [0 to 1]."""

Claim = Mapping[str, Any]
Given = tuple[Answer, Claim]
"""An answer with the claim that gives it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article, its passages read as one, so that what one part leaves open another part says.

    Attributes:
        claims: Its rows of CLAIMS.
        starts: Where each of them begins in the passage [code points].
    """

    claims: tuple[Claim, ...]
    starts: tuple[int, ...]
    passage: Passage

    @property
    def document_id(self) -> str:
        """The article."""
        return str(self.claims[0]["document_id"])

    def claim_at(self, start: int) -> Claim:
        """The claim in which a place of the passage lies."""
        return max(zip(self.starts, self.claims, strict=True), key=lambda item: (item[0] <= start, item[0]))[1]


def find_unlike_answers(claims: pd.DataFrame) -> pd.DataFrame:
    """DISCREPANCIES of articles that answer a question of QUESTIONS in different ways, one for each two articles."""
    told = list(told_sentences(claims))
    rows = [clash.row() for question in QUESTIONS for clash in _clashes(question, told)]
    return DISCREPANCIES.frame(rows)


def told_sentences(claims: pd.DataFrame) -> Iterator[Told]:
    """The sentences of all articles as their claims tell them."""
    by_place: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for row in records(claims):
        if row["signature"] and not row["is_embedded"]:
            by_place[row["document_id"], row["sentence_index"]].append(row)
    for rows in by_place.values():
        parts = [Passage.from_json(row["signature"], row["text"]) for row in rows]
        starts, end = [], 0
        for part in parts:
            starts.append(end)
            end += len(part.text) + 1
        yield Told(tuple(rows), tuple(starts), reduce(join_passages, parts))


def _clashes(question: Question, told: Sequence[Told]) -> Iterator[Clash]:
    by_article: dict[str, list[Told]] = defaultdict(list)
    for sentence in told:
        by_article[sentence.document_id].append(sentence)
    given = {document_id: given_answers(question, sentences) for document_id, sentences in by_article.items()}
    for first, second in combinations(sorted(given), 2):
        clash = _clash(question, given[first], given[second])
        if clash is not None:
            yield clash


def given_answers(question: Question, sentences: Sequence[Told]) -> list[Given]:
    """The answers that the sentences of one article give to a question, each with the claim that gives it."""
    given = [
        (replace(answer, published_on=sentence.passage.published_on), sentence.claim_at(answer.start))
        for sentence in sentences
        for answer in question.find(sentence.passage)
    ]
    kept = question.sift([answer for answer, _ in given])
    return [(answer, claim) for answer, claim in given if answer in kept]


def _clash(question: Question, first: Sequence[Given], second: Sequence[Given]) -> Clash | None:
    """The most explicit of two articles' answers that exclude each other; None where they agree or there are none."""
    unlike = [
        (a, b)
        for a in first
        for b in second
        if question.are_unlike(a[0], b[0]) and not _is_told_both_ways(question, (first, a[0]), (second, b[0]))
    ]
    if not unlike:
        return None
    (a, here), (b, there) = min(unlike, key=lambda pair: (-pair[0][0].rank - pair[1][0].rank, _order(pair)))
    return Clash(
        Side.of_claim(here, a.words, _key(question, a)),
        Side.of_claim(there, b.words, _key(question, b)),
        kind=question.kind,
        question=question.asks,
        rule_id=f"questions.{question.name}",
        reason=f"{question.asks} {a.words} here, {b.words} there",
        score=_SURE,
    )


def _key(question: Question, answer: Answer) -> str:
    """The answer's key among those of all finders; a number is the same number whoever found it."""
    return answer.key or f"{question.name}: {answer.value}"


def _order(pair: tuple[Given, Given]) -> tuple[int, int]:
    return pair[0][1]["start_char"], pair[1][1]["start_char"]


def _is_told_both_ways(
    question: Question,
    here: tuple[Sequence[Given], Answer],
    there: tuple[Sequence[Given], Answer],
) -> bool:
    """Whether the articles know of each other's answers: one of them where both answers hold, else both of them."""
    known = _gives(here[0], there[1], question), _gives(there[0], here[1], question)
    return any(known) if question.both_hold else all(known)


def _gives(answers: Sequence[Given], other: Answer, question: Question) -> bool:
    """Whether an article itself gives an answer of the same value about the same thing."""
    return any(own.value == other.value and question.meet(own, other) for own, _ in answers)
