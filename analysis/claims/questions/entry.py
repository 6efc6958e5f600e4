"""Whether somebody was inside a building or stayed out of it."""

from collections.abc import Iterator

from analysis.claims.questions.answers import Answer, codes_of, phrase_of
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import stand_in_keys
from analysis.comparison.vocabulary import vocabulary

_WITHIN = frozenset({"inside", "into", "within"})
_WITHOUT = frozenset({"outside"})
_ANY = "any building"


def where_it_happened(passage: Passage) -> Iterator[Answer]:
    """Who or what was inside a building, who was not, and what took place outside.

    `They stayed` for a quarter of an hour inside says more plainly that they were in than `they forced their way into`.
    """
    for word in passage.words:
        if word.mood or word.lemma not in vocabulary("buildings"):
            continue
        where = _where(word)
        if where:
            act = _act_of(word, where)
            rank = int(word.relation == "inside" or word.negated)
            yield Answer(where, _in_words(word, passage, where), word.start, _matters(word, passage, act),
                         codes_of(word, passage), rank)  # fmt: skip


def is_in_and_out(a: Answer, b: Answer) -> bool:
    """Inside against not inside; inside against outside, where it is said of one act."""
    values = {a.value, b.value}
    if values == {"inside", "not inside"}:
        return True
    acts = [{key for key in answer.matters if key.startswith("act ")} for answer in (a, b)]
    return values == {"inside", "outside"} and bool(acts[0] & acts[1])


def is_one_building(a: Answer, b: Answer) -> bool:
    """Whether the buildings are the same in kind; `the building` is whichever the sentence names."""
    places = [{key for key in answer.matters if not key.startswith("act ")} for answer in (a, b)]
    return bool(places[0] & places[1])


def _where(word: Word) -> str:
    if word.relation in _WITHOUT and not word.negated:
        return "outside"
    if word.relation in _WITHIN and (word.head in vocabulary("being_there") or not word.negated):
        return "not inside" if word.negated else "inside"
    if word.relation == "whom" and word.head in vocabulary("entering"):
        return "not inside" if word.negated else "inside"
    return ""


def _act_of(word: Word, where: str) -> frozenset[str]:
    if word.relation == "whom" or word.head in vocabulary("being_there"):
        return frozenset()
    if word.head in vocabulary("landing"):
        return frozenset({"act landing"})
    return frozenset(f"act {key}" for key in stand_in_keys(word.head))


def _matters(word: Word, passage: Passage, act: frozenset[str]) -> frozenset[str]:
    """The building; for a word that may mean any, those that its sentence names."""
    if word.lemma not in vocabulary("any_building"):
        return stand_in_keys(word.lemma) | act
    named = {w.lemma for w in passage.words if w.lemma in vocabulary("buildings") - vocabulary("any_building")}
    return frozenset().union({word.lemma}, *(stand_in_keys(lemma) for lemma in sorted(named))) | act


def _in_words(word: Word, passage: Passage, where: str) -> str:
    return f"{where} the {phrase_of(word, passage)}"
