"""Passages that are attributed and the clauses that report them, as stretches of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.attribution.quotes import Quote, first_from

_TRAILING = " \t\n\u00a0,;:.—–-"
_LEADING = " \t\n\u00a0,;:—–-"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch [start_char, end_char) and where in the clause it was found."""

    start_char: int
    end_char: int
    place: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting word with its subject: where the reporting clause lies."""

    cue: Token
    speaker: tuple[int, int] | None

    @property
    def start_char(self) -> int:
        """Where `the minister said` begins."""
        start = min((child.idx for child in self.cue.children if child.dep_ in {"aux", "neg"}), default=self.cue.idx)
        start = min(start, self.cue.idx)
        return min(start, self.speaker[0]) if self.speaker and self._is_beside(self.speaker) else start

    def _is_beside(self, speaker: tuple[int, int]) -> bool:
        """Whether the speaker stands before the cue with no other verb between: in `he said, adding` he does not."""
        if speaker[0] >= self.cue.idx:
            return False
        between = (t for t in self.cue.doc[self.cue.sent.start : self.cue.i] if t.idx >= speaker[1])
        return not any(token.pos_ == "VERB" and token.head != self.cue for token in between)

    @property
    def end_char(self) -> int:
        """Where `said the minister` ends."""
        end = self.cue.idx + len(self.cue)
        return max(end, self.speaker[1]) if self.speaker and self.speaker[0] > self.cue.idx else end


def trim(passage: Passage, quotes: Sequence[Quote], text: str) -> Passage:
    """The passage without marks at its edges, and with both marks of a quotation that it ends or begins in."""
    start, end = passage.start_char, passage.end_char
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    for quote in _overlapping(quotes, start, end):
        if start <= quote.start_char < end < quote.end_char:
            end = quote.end_char
        if quote.start_char == start - 1:
            start = quote.start_char
    return Passage(start, end, passage.place)


def _overlapping(quotes: Sequence[Quote], start: int, end: int) -> Iterator[Quote]:
    first = max(first_from(quotes, start) - 1, 0)  # the one before may reach into it
    yield from (quote for quote in quotes[first : first_from(quotes, end + 1)] if quote.end_char > start)


def form_of(start: int, end: int, quotes: Sequence[Quote]) -> str:
    """direct (all of it in quotation marks), mixed (part of it) or indirect."""
    near = list(_overlapping(quotes, start, end))
    covered = sum(min(end, quote.end_char) - max(start, quote.start_char) for quote in near)
    if covered == 0:
        return "indirect"
    is_direct = covered >= (end - start) * 0.8 and any(quote.start_char <= start + 1 for quote in near)
    return "direct" if is_direct else "mixed"
