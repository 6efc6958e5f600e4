"""What outlets dispute: one question, its sides, and every outlet on its side, from the pairs of passages that clash.

Two pairs are of one dispute only where a side of the one is a side of the other: the same answer to the same kind of
question, given in the same passage or in the same claim. That two pairs share an article, or a claim in which they find
fault with different things, does not join them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.columns import Col
from analysis.comparison.vocabulary import vocabulary
from analysis.results import records
from analysis.tellings import Row, Side, Teller, Telling
from analysis.touched_claims import Touched, touched_claims

Place = tuple[int, str]
"""A row of DISCREPANCIES by its number, and one of its sides, a or b."""

_WORD = re.compile(r"[^\W\d_]+")
_TOLL = re.compile(r"\d (?:deaths?|injured|missing)\b")
_NO_THINGS = vocabulary("people") | vocabulary("telling") | vocabulary("times")
"""Nouns that no dispute is about: who tells of it, and when."""
_STEM = 5
"""Letters in which forms of one word agree."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that articles answer in different ways.

    Attributes:
        dispute_id: Key: that of the surest discrepancy behind it.
        question: In words.
        about: A thing that passages of different sides speak of; empty: none.
        kind: Kind of the discrepancies.
        country_code: The country whose stance is in question; empty: none.
        sides: Two or more, the one that most outlets take first.
        discrepancy_ids: The pairs of passages behind it, the surest first.
        score: That of the surest [0 to 1].
    """

    dispute_id: str
    question: str
    about: str
    kind: str
    country_code: str
    sides: tuple[Side, ...]
    discrepancy_ids: tuple[str, ...]
    score: float

    @property
    def title(self) -> str:
        """The question with what it is about."""
        return f"{self.question} ({self.about})" if self.about else self.question

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet on any side, in alphabetical order."""
        return tuple(sorted({outlet for side in self.sides for outlet in side.outlets}))

    @property
    def on_both_sides(self) -> tuple[str, ...]:
        """The outlets that give two answers or more: they tell of the dispute, or correct themselves."""
        counts = Counter(outlet for side in self.sides for outlet in side.outlets)
        return tuple(outlet for outlet in self.outlets if counts[outlet] > 1)


def find_disputes(
    claims: pd.DataFrame, discrepancies: pd.DataFrame, origins: pd.DataFrame, documents: pd.DataFrame
) -> list[Dispute]:
    """The disputes behind DISCREPANCIES, those of most outlets first; every discrepancy is in exactly one.

    Args:
        claims: CLAIMS; they say which passages are one claim, and whose word a passage is.
        discrepancies: DISCREPANCIES.
        origins: ORIGINS.
        documents: DOCUMENTS, with the outlets and dates of the articles.
    """
    touched = {item.discrepancy_id: item for item in touched_claims(claims, discrepancies)}
    rows = sorted(records(discrepancies), key=lambda row: (-(row[Col.SCORE] or 0), row[Col.DISCREPANCY_ID]))
    teller = Teller(claims, origins, documents)
    found = [_dispute([rows[at] for at in group], teller) for group in _joined(rows, touched)]
    return sorted(found, key=lambda item: (-len(item.outlets), -item.score, item.dispute_id))


def _joined(rows: Sequence[Row], touched: Mapping[str, Touched]) -> Iterator[list[int]]:
    """The numbers of the rows that are of one dispute."""
    dispute = list(range(len(rows)))
    for first, second in _pairs_of_one_side(rows, touched):
        kept, gone = sorted((dispute[first], dispute[second]))
        dispute = [kept if number == gone else number for number in dispute]
    groups: dict[int, list[int]] = defaultdict(list)
    for at, number in enumerate(dispute):
        groups[number].append(at)
    yield from groups.values()


def _pairs_of_one_side(rows: Sequence[Row], touched: Mapping[str, Touched]) -> Iterator[tuple[int, int]]:
    """Rows of which one gives an answer that the other gives too, in the same passage or the same claim."""
    passages: dict[Hashable, list[Place]] = defaultdict(list)
    claims: dict[Hashable, list[Place]] = defaultdict(list)
    for at, row in enumerate(rows):
        for side, groups in zip("ab", touched[row[Col.DISCREPANCY_ID]].groups, strict=True):
            answer = row[Col.KIND], row[Col.COUNTRY_CODE], _answer(row, side)
            passages[*answer, row[f"document_id_{side}"]].append((at, side))
            for group_id in sorted(groups):
                claims[*answer, group_id].append((at, side))
    for places in claims.values():
        yield from ((places[0][0], at) for at, _ in places[1:])
    for places in passages.values():
        yield from (
            (first, second)
            for number, (first, a) in enumerate(places)
            for second, b in places[number + 1 :]
            if _overlap(rows[first], a, rows[second], b)
        )


def _overlap(first: Row, a: str, second: Row, b: str) -> bool:
    return bool(
        first[f"start_char_{a}"] < second[f"end_char_{b}"] and second[f"start_char_{b}"] < first[f"end_char_{a}"]
    )


def _answer(row: Row, side: str) -> str:
    """The key of a side's answer; where both sides have one key, the passages are told apart all the same."""
    here, there = (str(row[f"answer_{name}"] or row[f"value_{name}"]) for name in (side, "b" if side == "a" else "a"))
    return here if here != there else f"{here} ({side})"


def _dispute(rows: Sequence[Row], teller: Teller) -> Dispute:
    first = rows[0]
    tellings: dict[str, dict[str, Telling]] = defaultdict(dict)
    for row in rows:
        for side in "ab":
            tellings[_answer(row, side)].setdefault(row[f"document_id_{side}"], teller.tell(row, side))
    sides = [
        Side(answer, tuple(_dated(by_article.values(), answer, tellings))) for answer, by_article in tellings.items()
    ]
    ranked = tuple(sorted(sides, key=lambda side: -len(side.outlets)))
    return Dispute(
        dispute_id=first[Col.DISCREPANCY_ID],
        question=first[Col.QUESTION] or first[Col.REASON],
        about=_about(ranked),
        kind=first[Col.KIND],
        country_code=first[Col.COUNTRY_CODE],
        sides=ranked,
        discrepancy_ids=tuple(row[Col.DISCREPANCY_ID] for row in rows),
        score=float(first[Col.SCORE] or 0),
    )


def _dated(own: Iterable[Telling], answer: str, tellings: Mapping[str, Mapping[str, Telling]]) -> Iterator[Telling]:
    """The tellings of one side, with whether they were published after those of all the others."""
    others = [telling.published_on for key, there in tellings.items() if key != answer for telling in there.values()]
    for telling in own:
        yield replace(telling, is_later=all(others) and telling.published_on > max(others))


def _about(sides: Sequence[Side]) -> str:
    """The thing that passages of different sides speak of, of several the one in most passages; empty: none.

    No thing is one that an answer names already, somebody, or a time of day. How many died is asked of what they died
    in alone: a drone that both sides speak of is not what killed them, or not all of it.
    """
    answers = {word[:_STEM].lower() for side in sides for word in _WORD.findall(side.value)}
    is_toll = all(_TOLL.search(side.value) for side in sides)
    counts = Counter(thing for side in sides for telling in side.tellings for thing in telling.things)
    spoken = [frozenset[str]().union(*(telling.things for telling in side.tellings)) for side in sides]
    shared = [
        thing
        for thing in counts
        if thing[:_STEM] not in answers
        and sum(thing in things for things in spoken) > 1
        and (thing in vocabulary("deadly") if is_toll else thing not in _NO_THINGS)
    ]
    return max(sorted(shared), key=lambda thing: counts[thing], default="")
