"""Two passages that clash, as a row of DISCREPANCIES: what every finder of clashes says of its two sides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.results import records
from analysis.tables import Row


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a clash.

    Attributes:
        key: claim_id or response_id of the passage.
        value: What it says, in words.
        answer: The same as a key, equal for passages on one side; empty: the value.
    """

    key: str
    document_id: str
    start_char: int
    end_char: int
    text: str
    value: str
    answer: str = ""

    @classmethod
    def of_claim(cls, claim: "Mapping[str, Any] | pd.Series[Any]", value: str, answer: str = "") -> "Side":
        """The passage of a row of CLAIMS."""
        key, text = claim[Col.CLAIM_ID], claim[Col.TEXT]
        return cls(key, claim[Col.DOCUMENT_ID], claim[Col.START_CHAR], claim[Col.END_CHAR], text, value, answer)

    @classmethod
    def of_response(cls, response: Mapping[str, Any], answer: str = "") -> "Side":
        """The passage of a row of RESPONSES; its value is the act."""
        key, text = response[Col.RESPONSE_ID], response[Col.EVIDENCE]
        place = response[Col.DOCUMENT_ID], response[Col.START_CHAR], response[Col.END_CHAR]
        return cls(key, *place, text, act_in_words(response[Col.ACT]), answer)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two passages that cannot both hold, and why.

    Attributes:
        kind: number, date, actor, stance, attribution, location or other.
        question: What the two answer differently, in words.
        score: How sure the rule is [0 to 1].
        group_id: The claim that both passages belong to; empty: none.
    """

    a: Side
    b: Side
    kind: str
    question: str
    rule_id: str
    reason: str
    score: float
    country_code: str = ""
    group_id: str = ""

    def row(self) -> Row:
        """The clash as a row of DISCREPANCIES."""
        return {
            Col.DISCREPANCY_ID: f"{self.a.key}|{self.b.key}|{self.rule_id.rpartition('.')[2]}",
            Col.GROUP_ID: self.group_id,
            Col.KIND: self.kind,
            Col.QUESTION: self.question,
            Col.COUNTRY_CODE: self.country_code,
            Col.DOCUMENT_ID_A: self.a.document_id,
            Col.START_CHAR_A: self.a.start_char,
            Col.END_CHAR_A: self.a.end_char,
            Col.TEXT_A: self.a.text,
            Col.VALUE_A: self.a.value,
            Col.ANSWER_A: self.a.answer or self.a.value,
            Col.DOCUMENT_ID_B: self.b.document_id,
            Col.START_CHAR_B: self.b.start_char,
            Col.END_CHAR_B: self.b.end_char,
            Col.TEXT_B: self.b.text,
            Col.VALUE_B: self.b.value,
            Col.ANSWER_B: self.b.answer or self.b.value,
            Col.SCORE: self.score,
            Col.RULE_ID: self.rule_id,
            Col.REASON: self.reason,
        }


def between_outlets(clashes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """DISCREPANCIES of articles of two outlets: an outlet's second article brings its first up to date."""
    outlets = dict(zip(documents[Col.DOCUMENT_ID], documents[Col.PUBLISHER], strict=True))
    first, second = (clashes[column].map(outlets) for column in (Col.DOCUMENT_ID_A, Col.DOCUMENT_ID_B))
    return clashes[first.ne(second)]


def without_repeats(clashes: pd.DataFrame) -> pd.DataFrame:
    """DISCREPANCIES with each clash of two passages once: of one kind, the first that any finder names."""
    seen: dict[tuple[str, ...], list[tuple[int, ...]]] = {}
    kept = []
    for row in records(clashes):
        sides = sorted((row[f"document_id_{s}"], row[f"start_char_{s}"], row[f"end_char_{s}"]) for s in "ab")
        spans = tuple(number for side in sides for number in side[1:])
        before = seen.setdefault((row[Col.KIND], row[Col.COUNTRY_CODE], *(side[0] for side in sides)), [])
        kept.append(not any(_overlap(spans, other) for other in before))
        before.append(spans)
    return clashes.loc[kept]


def _overlap(spans: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both passages share text with those of another clash."""
    return all(min(spans[i + 1], other[i + 1]) > max(spans[i], other[i]) for i in (0, 2))


def act_in_words(act: str) -> str:
    """An act of the codebook as the reasons write it."""
    return act.replace("_", " ").lower()
