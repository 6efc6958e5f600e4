"""The namings of one article that a later word may refer back to, looked up by place, by actor and by title.

A long article names thousands; held against each pronoun and title, they would take time by the square of its
length.
"""

import bisect
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from analysis.records import Mention

_SPELLINGS = {"defense": "defence"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A naming, with what stands beside it.

    Attributes:
        sentence: Position of its sentence, from 0.
        titles: The common nouns that stand with it as its title, lower case.
        words: Its titles and the words of the actor's name.
    """

    mention: Mention
    span: Span
    sentence: int
    titles: frozenset[str]
    words: frozenset[str]

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of its clause."""
        return self.span.root.dep_ in SUBJECTS

    @property
    def borne(self) -> frozenset[str]:
        """The words by which a title means it: a person's titles, a body's name and titles, nothing of others."""
        if self.mention.entity_type == "organisation":
            return self.words
        return self.titles if self.mention.entity_type == "person" else frozenset()


class Candidates:
    """All namings of one article, in reading order."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention]) -> None:
        self.sentence_of = {token.i: index for index, sent in enumerate(doc.sents) for token in sent}
        self._sentence_starts = [sent.start_char for sent in doc.sents]
        found = [_candidate(mention, doc, self.sentence_of) for mention in mentions]
        self.in_order = sorted(found, key=lambda item: (item.mention.start_char, item.mention.end_char))
        self._starts = [item.mention.start_char for item in self.in_order]
        self._of_actor: dict[str, list[Candidate]] = defaultdict(list)
        self._bearers: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(self.in_order):
            self._of_actor[item.mention.entity_id].append(item)
            for word in item.borne:
                self._bearers[word].append(place)

    def of_actor(self, entity_id: str) -> Sequence[Candidate]:
        """The namings of one actor."""
        return self._of_actor.get(entity_id, [])

    def between(self, start: int, end: int) -> Sequence[Candidate]:
        """Namings that begin at the offsets [start, end)."""
        return self.in_order[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def before(self, word: Token, *, sentences_back: int) -> Iterator[Candidate]:
        """Namings before a word in its sentence and some before it, nearest first."""
        first = max(self.sentence_of[word.i] - sentences_back, 0)
        near = self.between(self._sentence_starts[first], word.idx)
        return (item for item in reversed(near) if item.span.end <= word.i)

    def titled_before(self, titles: Set[str], word: Token) -> Iterator[Candidate]:
        """Persons and bodies before a word that bear one of the titles, nearest first."""
        end = bisect.bisect_left(self._starts, word.idx)
        bearers = [self._bearers.get(title, []) for title in sorted(titles)]
        before = [reversed(places[: bisect.bisect_left(places, end)]) for places in bearers]
        last = -1
        for place in heapq.merge(*before, reverse=True):
            if place != last and self.in_order[place].span.end <= word.i:
                yield self.in_order[place]
            last = place


def _candidate(mention: Mention, doc: Doc, sentence_of: dict[int, int]) -> Candidate:
    span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
    if span is None:
        span = doc[0:1]
    titles = frozenset(_titles(span))
    words = titles | {spelling(word) for word in mention.entity.lower().split()}
    return Candidate(mention, span, sentence_of[span.start], titles, words)


def _titles(span: Span) -> Iterable[str]:
    """Nouns before a name up to the last word that cannot belong to a title, and nouns of an apposition after it."""
    for token in reversed(span.doc[span.sent.start : span.start]):
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "DET"} or token.text in {",", "“", '"', "”"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            yield spelling(token.lower_.rstrip("."))
    for child in span.root.children:
        if child.dep_ == "appos" and child.i >= span.end:
            yield from (spelling(part.lower_) for part in child.subtree if part.pos_ in {"NOUN", "PROPN"})


def spelling(word: str) -> str:
    """A word of a title in the one spelling that titles are compared in."""
    return _SPELLINGS.get(word, word)
