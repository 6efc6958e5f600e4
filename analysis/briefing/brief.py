"""A brief: figures in the analyst's order, each with its proof, and what the whole rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from analysis.briefing.figure import Figure, Mark, Passage
from analysis.briefing.text import counted
from analysis.corrections import MACHINE
from analysis.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article that the brief rests on."""

    document_id: str
    outlet: str
    country: str
    title: str
    published_on: str
    url: str
    n_words: int | None
    sha256: str
    is_read: bool = True
    """Whether its language is one that is read; nothing in the brief rests on it otherwise."""


@dataclass(frozen=True, kw_only=True)
class Brief:
    """Everything a writer needs.

    Attributes:
        title: The analyst's.
        made_on: Day the brief carries; the same day and inputs give the same file.
        shown: The filters in words.
        figures: In the order in which they are read.
        sources: The articles that the filters let through, in the order of their outlets.
        method: Labels and values: version, settings, hashes, what was left out.
        results: The filtered results, for the formats that carry tables of their own.
    """

    title: str
    made_on: date
    shown: str
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    method: tuple[tuple[str, str], ...]
    results: Results = field(repr=False)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Outlets of the sources that were read, each once."""
        return tuple(dict.fromkeys(source.outlet for source in self.read))

    @property
    def read(self) -> tuple[Source, ...]:
        """The sources on which figures can rest."""
        return tuple(source for source in self.sources if source.is_read)

    @property
    def lead(self) -> str:
        """How much the brief rests on, in one line."""
        dates = sorted(source.published_on for source in self.read if source.published_on)
        undated = sum(not source.published_on for source in self.read)
        words = f"{counted(len(self.read), 'article')} from {counted(len(self.outlets), 'outlet')}"
        if dates:
            words += f", published {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "")
        words += f", {undated} undated" if undated and dates else ", undated" if undated else ""
        unread = len(self.sources) - len(self.read)
        return f"{words}; {unread} more not analysed" if unread else words

    @cached_property
    def evidence(self) -> tuple[tuple[int, Passage], ...]:
        """Each passage once with its number, in the order in which the figures use them."""
        places: dict[tuple[str, int, int], Passage] = {}
        for figure in self.figures:
            for passage in figure.evidence:
                known = places.setdefault(passage.place, passage)
                if known.review == MACHINE:
                    places[passage.place] = passage
        return tuple(enumerate(places.values(), 1))

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, int, int], int]:
        return {passage.place: number for number, passage in self.evidence}

    def numbers(self, figure: Figure, mark: Mark | None = None) -> tuple[int, ...]:
        """Numbers of the figure's evidence, or of one mark's: a row's where the column is empty."""
        return tuple(
            dict.fromkeys(
                self._numbers[passage.place]
                for passage in figure.evidence
                if mark is None or (passage.mark[0] == mark[0] and mark[1] in ("", passage.mark[1]))
            )
        )


def in_ranges(numbers: Iterable[int]) -> str:
    """Numbers in short: '1-4, 7'; empty for none."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}-{part[-1]}" if len(part) > 2 else ", ".join(map(str, part)) for part in parts)


def bracketed(numbers: Iterable[int]) -> str:
    """Numbers as they stand behind what they prove: ' [1-4, 7]'; empty for none."""
    words = in_ranges(numbers)
    return f" [{words}]" if words else ""


def citation(passage: Passage) -> str:
    """Where a passage stands: outlet, date, characters; and whether the analyst had a hand in what it shows."""
    published = passage.published_on or "undated"
    place = f"{passage.outlet}, {published}, characters {passage.start_char} to {passage.end_char}"
    return place if passage.review == MACHINE else f"{place}, {passage.review} by the analyst"
