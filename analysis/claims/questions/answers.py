"""What a question about an event finds in a sentence: answers, each with what it is about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.related import stand_in_keys

_CONTENT = frozenset({"NOUN", "VERB", "PROPN"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What one sentence answers.

    Attributes:
        value: What is compared: two answers with one value agree.
        words: The same as the passage words it.
        start: Where it stands in the sentence [code points].
        matters: What it is about; two answers without a common matter are about different things.
        codes: Countries it is tied to, ISO 3166-1 alpha-3; empty: none named.
        rank: The more explicit of several answers of one article has the higher rank and is shown.
        published_on: Date of the article [ISO 8601]; empty: not known.
        key: Of the side it is on, where several values are one side or comparators find the same; empty: the value.
    """

    value: str
    words: str
    start: int
    matters: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    rank: int = 0
    published_on: str = ""
    key: str = ""


def _differ(a: Answer, b: Answer) -> bool:
    return a.value != b.value


def _share_a_matter(a: Answer, b: Answer) -> bool:
    return bool(a.matters & b.matters)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that an article answers in one way and another otherwise.

    Attributes:
        name: Stands in the rule_id of its discrepancies.
        asks: The question in words.
        kind: Kind of the discrepancies.
        find: The answers that a sentence gives.
        clash: Whether two answers exclude each other.
        meet: Whether two answers are about one thing.
        both_hold: An article that gives both answers itself contradicts neither. False for what is a matter of
            accounts: then one that gives a single side still clashes with the other side in an article that gives both.
        sift: Takes out of one article's answers those that cannot be told apart.
        stated_from: Rank from which on a passage states its answer; below, it is only what it calls something.
    """

    name: str
    asks: str
    kind: str
    find: Callable[[Passage], Iterator[Answer]]
    clash: Callable[[Answer, Answer], bool] = _differ
    meet: Callable[[Answer, Answer], bool] = _share_a_matter
    both_hold: bool = True
    sift: Callable[[Sequence[Answer]], list[Answer]] = list
    stated_from: int = 0

    def are_unlike(self, a: Answer, b: Answer) -> bool:
        """Whether two answers are about one thing, exclude each other and are tied to no different countries."""
        apart = bool(a.codes and b.codes) and not a.codes & b.codes
        return not apart and self.clash(a, b) and self.meet(a, b)


def told_as_fact(passage: Passage) -> Iterator[Word]:
    """The words that the passage tells as so."""
    return (word for word in passage.words if not word.mood and not word.negated)


def matters_of(passage: Passage, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Keys of the things and acts that a sentence tells of, the same for words that stand for one another."""
    lemmas = sorted({word.lemma for word in passage.words if word.pos in _CONTENT} - without)
    return frozenset().union(*(stand_in_keys(lemma) for lemma in lemmas))


def objects_of(verb: str, passage: Passage) -> list[Word]:
    """What a verb of the passage acts on."""
    return [word for word in passage.words if word.relation == "whom" and word.head == verb]


def subjects_of(verb: str, passage: Passage) -> list[Word]:
    """Who does what a verb of the passage tells; not those of whom it says that it was not they."""
    return [word for word in passage.words if word.relation == "who" and word.head == verb and not word.negated]


def is_told(verb: str, passage: Passage) -> bool:
    """Whether the passage tells the act of a verb as a fact: not denied, planned or supposed."""
    return any(word.lemma == verb for word in told_as_fact(passage))


def phrase_of(word: Word, passage: Passage) -> str:
    """A noun with the words before it that say more of it: `Swedish police`."""
    start = word.start
    for other in sorted(passage.words, key=lambda item: -item.start):
        is_before = other.end < start <= other.end + 2
        if is_before and other.relation == "mod" and other.head == word.lemma:
            start = other.start
    return passage.text[start : word.end]


def codes_of(word: Word, passage: Passage) -> frozenset[str]:
    """The countries that a noun is tied to: its own name, an adjective, a possessor, `from` or `of` a country."""
    tied = [word] + [
        other
        for other in passage.words
        if other.head == word.lemma
        and other.relation in {"mod", "from", "of", "in"}
        and abs(other.start - word.start) < 60
    ]
    names = [name for name in passage.names if name.code and any(_stands_in(item, name) for item in tied)]
    return frozenset(name.code for name in names)


def _stands_in(word: Word, name: Name) -> bool:
    return name.start <= word.start < name.start + len(name.text)
