"""Who met or spoke to whom, since two calls of one minister to different colleagues are two happenings."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

Party = tuple[str, str]
"""An actor's name and its country [ISO 3166-1 alpha-3; empty: none known]."""
Meeting = frozenset[Party]

_TAKING_PART = frozenset({"who", "whom", "with", "between", "to", "of", "among"})
_OF_NOUNS = frozenset({"with", "between", "of", "among"})
_TIES = frozenset({"mod", "in", "from", "of", "is"})
_DEPTH = 2
"""How far from a party its names stand: the minister | of Norway, the colleague | in | Oslo."""


def find_meetings(passage: Passage, parties: Mapping[str, Party]) -> frozenset[Meeting]:
    """The meetings and calls of which a passage names two sides or more.

    Args:
        passage: What is read.
        parties: Actors by the names that the passage gives them.
    """
    found = (_parties(sides, passage, parties) for sides in _sides(passage.words).values())
    return frozenset(meeting for meeting in found if len({country or name for name, country in meeting}) > 1)


def are_apart(left: Collection[Meeting], right: Collection[Meeting]) -> bool:
    """Whether both tell of meetings and none of the one may be one of the other."""
    return bool(left and right) and not any(_may_be_one(a, b) for a in left for b in right)


def _may_be_one(a: Meeting, b: Meeting) -> bool:
    """Whether one names no side that the other lacks."""
    return all(_is_in(party, b) for party in a) or all(_is_in(party, a) for party in b)


def _is_in(party: Party, meeting: Meeting) -> bool:
    return any(party[0] == name or (party[1] and party[1] == country) for name, country in meeting)


def _sides(words: Sequence[Word]) -> Mapping[tuple[str, bool], set[str]]:
    """Lemmas of who takes part, for each word of meeting, as a verb and as a noun [True]."""
    meeting = vocabulary("meeting")
    nouns = {word.lemma for word in words if word.pos == "NOUN"}
    ordinal = any(word.lemma in meeting for word in words)
    found: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for word in words:
        is_told = word.head in meeting or (word.head == "one" and ordinal)  # a call, the first one between them
        if is_told and word.relation in _TAKING_PART:
            is_noun = word.relation in _OF_NOUNS and (word.head in nouns or word.head == "one")
            found[word.head, is_noun].add(word.lemma)
    return found


def _parties(sides: Collection[str], passage: Passage, parties: Mapping[str, Party]) -> Meeting:
    near = set(sides)
    for _ in range(_DEPTH):
        near |= {word.lemma for word in passage.words if word.head in near and word.relation in _TIES}
    starts = {word.start for word in passage.words if word.lemma in near}
    return frozenset(_named(starts, passage, parties))


def _named(starts: Collection[int], passage: Passage, parties: Mapping[str, Party]) -> Iterator[Party]:
    for name in passage.names:
        if name.text in parties and any(name.start <= start < name.start + len(name.text) for start in starts):
            yield parties[name.text]
