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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, its passages read as one, so that what one part leaves open another part says.

    Attributes:
        claims: Its rows of CLAIMS.
        starts: Where each of them begins in the passage [code points].
    """

    claims: tuple[Claim, ...]
    starts: tuple[int, ...]
    passage: Passage

    def claim_at(self, start: int) -> Claim:
        """The claim in which a place of the passage lies."""
        return max(zip(self.starts, self.claims, strict=True), key=lambda item: (item[0] <= start, item[0]))[1]


def find_unlike_answers(claims: pd.DataFrame) -> pd.DataFrame:
    """DISCREPANCIES of articles that answer a question of QUESTIONS in different ways, one for each two articles."""
    told = list(_sentences(claims))
    rows = [clash.row() for question in QUESTIONS for clash in _clashes(question, told)]
    return DISCREPANCIES.frame(rows)


def _sentences(claims: pd.DataFrame) -> Iterator[Sentence]:
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
        yield Sentence(tuple(rows), tuple(starts), reduce(join_passages, parts))


def _clashes(question: Question, told: Sequence[Sentence]) -> Iterator[Clash]:
    given: dict[str, list[tuple[Answer, Claim]]] = defaultdict(list)
    for sentence in told:
        for answer in question.find(sentence.passage):
            dated = replace(answer, published_on=sentence.passage.published_on)
            claim = sentence.claim_at(answer.start)
            given[claim["document_id"]].append((dated, claim))
    for document_id, answers in given.items():
        kept = question.sift([answer for answer, _ in answers])
        given[document_id] = [(answer, claim) for answer, claim in answers if answer in kept]
    for first, second in combinations(sorted(given), 2):
        clash = _clash(question, given[first], given[second])
        if clash is not None:
            yield clash


def _clash(
    question: Question, first: Sequence[tuple[Answer, Claim]], second: Sequence[tuple[Answer, Claim]]
) -> Clash | None:
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


def _order(pair: tuple[tuple[Answer, Claim], tuple[Answer, Claim]]) -> tuple[int, int]:
    return pair[0][1]["start_char"], pair[1][1]["start_char"]


def _is_told_both_ways(
    question: Question,
    here: tuple[Sequence[tuple[Answer, Claim]], Answer],
    there: tuple[Sequence[tuple[Answer, Claim]], Answer],
) -> bool:
    """Whether the articles know of each other's answers: one of them where both answers hold, else both of them."""
    known = _gives(here[0], there[1], question), _gives(there[0], here[1], question)
    return any(known) if question.both_hold else all(known)


def _gives(answers: Sequence[tuple[Answer, Claim]], other: Answer, question: Question) -> bool:
    """Whether an article itself gives an answer of the same value about the same thing."""
    return any(own.value == other.value and question.meet(own, other) for own, _ in answers)
