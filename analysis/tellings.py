"""An article's passage on one side of a dispute: whose word it is, what it rests on, what things it speaks of."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.comparison.passages import Passage
from analysis.reliance import Reliance, count_independent
from analysis.results import records

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's passage on a side.

    Attributes:
        value: What it says, in its words.
        according_to: Whose word it is; empty: the outlet's own.
        origins: What it rests on outside the article: names by key.
        things: Nouns of the passage, as lemmas.
        is_later: Published after every passage of the other sides, so that it may know more.
        discrepancy_id: The surest pair that it is part of.
        rival_id: The other article of that pair.
    """

    document_id: str
    publisher: str
    published_on: str
    start_char: int
    end_char: int
    text: str
    value: str
    according_to: str
    origins: Mapping[str, str]
    things: frozenset[str]
    discrepancy_id: str
    rival_id: str
    is_later: bool = False

    @property
    def says(self) -> str:
        """Whose passage it is, of which day, by whose word, and whether it may know more than the others."""
        word = f"according to {self.according_to}" if self.according_to else ""
        later = "written later than the other side" if self.is_later else ""
        return ", ".join(filter(None, (self.publisher, self.published_on, word, later)))


@dataclass(frozen=True, slots=True)
class Side:
    """One answer, with a passage of every article that gives it, the surest first."""

    answer: str
    tellings: tuple[Telling, ...]

    @property
    def value(self) -> str:
        """The answer in the words of most articles, then in those of others."""
        counts = Counter(telling.value for telling in self.tellings)
        return " / ".join(sorted(counts, key=lambda value: -counts[value]))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that give it, in alphabetical order."""
        return tuple(sorted({telling.publisher for telling in self.tellings}))

    @property
    def n_origins(self) -> int:
        """Independent origins behind them, as far as the text shows."""
        used: dict[str, dict[str, str]] = {outlet: {} for outlet in self.outlets}
        for telling in self.tellings:
            used[telling.publisher].update(telling.origins)
        return count_independent(used)


class Teller:
    """Reads the passages of DISCREPANCIES, with what CLAIMS, ORIGINS and DOCUMENTS know of them."""

    def __init__(self, claims: pd.DataFrame, origins: pd.DataFrame, documents: pd.DataFrame) -> None:
        self._articles = {row[Col.DOCUMENT_ID]: row for row in records(documents)}
        self._reliance = Reliance.of(origins)
        self._claims: dict[str, list[Row]] = defaultdict(list)
        for row in records(claims):
            self._claims[row[Col.DOCUMENT_ID]].append(row)

    def tell(self, row: Row, side: str) -> Telling:
        """The telling of one side, a or b, of a row of DISCREPANCIES."""
        document_id, start, end, text, value = (
            row[f"{name}_{side}"] for name in ("document_id", "start_char", "end_char", "text", "value")
        )
        article = self._articles[document_id]
        claims = [c for c in self._claims[document_id] if c[Col.START_CHAR] < end and start < c[Col.END_CHAR]]
        passages = [Passage.from_json(c[Col.SIGNATURE], c[Col.TEXT]) for c in claims if c[Col.SIGNATURE]]
        return Telling(
            document_id=document_id,
            publisher=article[Col.PUBLISHER],
            published_on=article[Col.PUBLISHED_ON],
            start_char=start,
            end_char=end,
            text=text,
            value=value,
            according_to=next((c[Col.ACCORDING_TO] for c in claims if c[Col.START_CHAR] == start), ""),
            origins=self._reliance.of_passage({"document_id": document_id, "start_char": start, "end_char": end}),
            things=frozenset(word.lemma for passage in passages for word in passage.words if word.pos == "NOUN"),
            discrepancy_id=row[Col.DISCREPANCY_ID],
            rival_id=row[f"document_id_{'b' if side == 'a' else 'a'}"],
        )
