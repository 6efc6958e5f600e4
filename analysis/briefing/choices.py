"""What an analyst puts in a brief, in order, and its form in which a case keeps it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from analysis.briefing.catalogue import DEFAULT_FIGURES, FIGURES
from analysis.columns import Col
from analysis.results import Results
from analysis.tables import DOCUMENTS

TITLE = "What the sources say"
"""Of a brief to which nobody gave a title."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure by its key in FIGURES, with the analyst's caption (empty: the figure's question)."""

    key: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageChoice:
    """A passage to be quoted, [start_char, end_char) of one article, with the analyst's caption."""

    document_id: str
    start_char: int
    end_char: int
    caption: str = ""


DEFAULT_CHOICES: tuple[Choice | PassageChoice, ...] = tuple(Choice(key) for key in DEFAULT_FIGURES)


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief's title, and what stands in it in the order of reading."""

    title: str = TITLE
    choices: tuple[Choice | PassageChoice, ...] = DEFAULT_CHOICES

    def to_dict(self) -> dict[str, Any]:
        """The outline as plain values."""
        return {"title": self.title, "choices": [asdict(choice) for choice in self.choices]}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Outline":
        """The outline of such values; the default one where there are none.

        What is not understood is left out: a case may come from a version that has other figures.
        """
        if not isinstance(values.get("choices"), list):
            return cls()
        title = values.get("title")
        found = (_choice(item) for item in values["choices"])
        return cls(title if isinstance(title, str) and title else TITLE, tuple(choice for choice in found if choice))

    def present(self, results: Results) -> "Outline":
        """Without passages of articles that the case no longer has."""
        return Outline(self.title, tuple(choice for choice in self.choices if is_present(choice, results)))


def is_present(choice: Choice | PassageChoice, results: Results) -> bool:
    """Whether the case has what was chosen; a figure can always be drawn."""
    if isinstance(choice, Choice):
        return True
    documents = results[DOCUMENTS]
    texts = documents.loc[documents[Col.DOCUMENT_ID].eq(choice.document_id), Col.TEXT]
    return any(0 <= choice.start_char < choice.end_char <= len(text) for text in texts)


def _choice(item: object) -> Choice | PassageChoice | None:
    match item:
        case {"key": str(key), "caption": str(caption)} if key in FIGURES:
            return Choice(key, caption)
        case {
            "document_id": str(document_id),
            "start_char": int(start),
            "end_char": int(end),
            "caption": str(caption),
        }:
            return PassageChoice(document_id=document_id, start_char=start, end_char=end, caption=caption)
        case _:
            return None
