"""How far proceedings against somebody went: investigated, charged, convicted, acquitted."""

from collections.abc import Iterator, Mapping

from analysis.claims.questions.answers import Answer, codes_of, objects_of, told_as_fact
from analysis.comparison.counted import GENERIC_PEOPLE
from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

STAGES = ("investigation", "charge", "conviction", "acquittal")
"""In the order of a trial; each is the name of two lists, of its verbs and of its nouns."""
_WORDS: Mapping[str, str] = {
    "investigation": "under investigation", "charge": "charged", "conviction": "convicted", "acquittal": "acquitted",
}  # fmt: skip
_VERDICTS = frozenset({"conviction", "acquittal"})
"""Before a verdict lies a trial: where dates are not known, a charge is an earlier stage, and no other account."""
_PERSON = "person"


def stage_of_proceedings(passage: Passage) -> Iterator[Answer]:
    """What was done against a person; an explosion or a claim that is investigated is no proceeding against anybody."""
    for word in told_as_fact(passage):
        stage = _stage(word, passage)
        if stage and not any(item.lemma in vocabulary("earlier") for item in passage.words):
            role = "whom" if word.pos == "VERB" else "who"
            named = frozenset(name.text for name in passage.names if name.kind == "person" and name.role == role)
            about = named or frozenset({_PERSON})
            codes = frozenset().union(*(codes_of(w, passage) for w in passage.words if w.head == word.lemma))
            yield Answer(stage, _WORDS[stage], word.start, about, codes, STAGES.index(stage))


def is_same_defendant(a: Answer, b: Answer) -> bool:
    """Whether both tell of one person as far as named: `the man` may be whoever the other names."""
    return _PERSON in a.matters | b.matters or bool(a.matters & b.matters)


def is_no_progress(a: Answer, b: Answer) -> bool:
    """Whether the two stages differ, and not because the later article tells of the later stage."""
    if a.value == b.value:
        return False
    earlier, later = sorted((a, b), key=lambda answer: STAGES.index(answer.value))
    dates = earlier.published_on, later.published_on
    if not all(dates):
        return (earlier.value in _VERDICTS) == (later.value in _VERDICTS)
    return dates[1] <= dates[0]


def _stage(word: Word, passage: Passage) -> str:
    for stage in STAGES:
        if word.pos == "VERB" and word.lemma in vocabulary(f"{stage}_verbs") and _acts_on_a_person(word, passage):
            return stage
        if word.pos == "NOUN" and word.lemma in vocabulary(f"{stage}_nouns") and _falls_on_a_person(word):
            return stage
    return ""


def _acts_on_a_person(verb: Word, passage: Passage) -> bool:
    """Whether the object is somebody: a person, or a pronoun, which is no word of the passage.

    Whoever is convicted is a person; fees are charged as well, and explosions investigated.
    """
    objects = objects_of(verb.lemma, passage)
    if objects and verb.lemma in vocabulary("of_persons"):
        return True
    people = [w for w in objects if w.pos == "PROPN" or w.lemma in GENERIC_PEOPLE or w.lemma in vocabulary("accused")]
    is_for = any(
        word.relation in {"with", "for", "of", "over"} and _hangs_on(word, verb, objects) for word in passage.words
    )
    return bool(people) or (is_for and (not objects or verb.lemma == "charge"))


def _hangs_on(word: Word, verb: Word, objects: list[Word]) -> bool:
    return word.head in {verb.lemma, *(item.lemma for item in objects)}


def _falls_on_a_person(noun: Word) -> bool:
    return noun.relation == "under" or (noun.relation == "whom" and noun.head in vocabulary("facing"))
