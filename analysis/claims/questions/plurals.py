"""One or several: a copy of it here, copies of it there."""

import re
from collections.abc import Iterator

from analysis.claims.questions.answers import Answer, told_as_fact
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import stand_in_keys

_ONE = re.compile(r"\b(?:a|an|one|a single|the only)\s+(?:[a-z-]+\s+)?$", re.I)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+)\s+(?:[a-z-]+\s+)?$", re.I
)


def one_or_several(passage: Passage) -> Iterator[Answer]:
    """How many copies, parts or pieces of something somebody did something to; of what it is must be said in both."""
    for word in told_as_fact(passage):
        if word.pos != "NOUN" or word.relation != "whom":
            continue
        wholes = [w for w in passage.words if w.relation == "of" and w.head == word.lemma and w.start > word.end]
        number = _number_of(word, passage)
        if wholes and number:
            of = {f"{word.lemma} of {key}" for whole in wholes[:1] for key in stand_in_keys(whole.lemma)}
            acts = sorted(stand_in_keys(word.head))
            about = frozenset(f"{act} {part}" for act in acts for part in of)
            yield Answer(number, _in_words(word, wholes[0], passage), word.start, about)


def _number_of(word: Word, passage: Passage) -> str:
    before = passage.text[: word.start]
    is_plural = word.text.lower() != word.lemma
    if _ONE.search(before) and not is_plural:
        return "one"
    return "several" if is_plural and (_SEVERAL.search(before) or not before.rstrip().lower().endswith("the")) else ""


def _in_words(word: Word, whole: Word, passage: Passage) -> str:
    start = _ONE.search(passage.text[: word.start]) or _SEVERAL.search(passage.text[: word.start])
    return passage.text[start.start() if start else word.start : whole.end]
