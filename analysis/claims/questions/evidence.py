"""Whether there is evidence: claimed to be held or shown here, none given there."""

from collections.abc import Iterator

from analysis.claims.questions.answers import Answer, subjects_of
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import stand_in_keys
from analysis.comparison.vocabulary import vocabulary

_SOME, _NONE = "evidence", "no evidence"
_OWNER = "of "


def whether_there_is_evidence(passage: Passage) -> Iterator[Answer]:
    """Evidence that somebody has, gives or finds, and such as nobody has, gave or found."""
    for word in passage.words:
        if word.lemma not in vocabulary("evidence") or word.mood == "question" or (word.mood and not word.negated):
            continue  # evidence that is demanded or announced is not there yet
        if word.relation not in {"whom", "without"} or (word.head not in vocabulary("having") and not word.negated):
            continue
        value = _NONE if word.negated else _SOME
        shown = f"no {word.lemma}" if word.negated else word.lemma
        yield Answer(value, shown, word.start, stand_in_keys(word.lemma) | _owners(word, passage))


def is_ones_evidence(a: Answer, b: Answer) -> bool:
    """Whether it is the evidence of one owner, as far as both passages name one."""
    left, right = ({key for key in answer.matters if key.startswith(_OWNER)} for answer in (a, b))
    return not left or not right or bool(left & right)


def _owners(word: Word, passage: Passage) -> frozenset[str]:
    """Who has or gives it: the names of the verb's subject, a country by its code."""
    subjects = [item for item in subjects_of(word.head, passage) if item.pos == "PROPN"]
    named = [n for n in passage.names for item in subjects if n.start <= item.start < n.start + len(n.text)]
    return frozenset(f"{_OWNER}{name.code or name.text.split()[-1]}" for name in named)
