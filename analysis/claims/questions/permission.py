"""Who permitted it: police here, the government there."""

import re
from collections.abc import Iterator

from analysis.claims.questions.answers import Answer, codes_of, is_told, matters_of, objects_of, phrase_of
from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

BODIES = ("police", "government", "court", "military", "parliament", "council")
"""Names of the lists of bodies that permit; `authorities` may be any of them and is none."""

_NOT_BUT = re.compile(r"\b(?:the )?(?P<body>[a-z]+),? (?:and )?not (?:the |by )?(?P<other>[a-z]+)\b", re.I)


def who_permitted(passage: Passage) -> Iterator[Answer]:
    """The body that permitted something, by the verb or noun of permission that it goes with.

    `The police, not politicians, decide` says more than who decides and outranks the rest.
    """
    skipped = vocabulary("permitting") | vocabulary("permissions") | frozenset().union(*map(vocabulary, BODIES))
    for word in passage.words:
        body = _body_of(word.lemma)
        if not body or word.mood:
            continue
        excludes = _excludes_another(word, passage)
        if (_permits(word, passage) and not word.negated) or (excludes and _is_about_permission(passage)):
            about = matters_of(passage, without=skipped)
            yield Answer(body, phrase_of(word, passage), word.start, about, codes_of(word, passage), int(excludes))


def _body_of(lemma: str) -> str:
    return next((body for body in BODIES if lemma in vocabulary(body)), "")


def _permits(word: Word, passage: Passage) -> bool:
    if word.relation == "who" and word.head in vocabulary("permitting"):
        return is_told(word.head, passage)
    if word.relation == "who" and word.head in vocabulary("giving"):
        return any(
            item.lemma in vocabulary("permissions") and not item.negated for item in objects_of(word.head, passage)
        )
    return word.relation in {"of", "by", "mod", "from"} and word.head in vocabulary("permissions") and not word.negated


def _excludes_another(word: Word, passage: Passage) -> bool:
    """Whether the passage says that this body does it and another does not."""
    found = (match for match in _NOT_BUT.finditer(passage.text) if match.start("body") == word.start)
    return word.relation == "who" and word.head in vocabulary("deciding") and any(_body_of(_singular(m)) for m in found)


def _singular(match: "re.Match[str]") -> str:
    return match["other"].lower().removesuffix("s")


def _is_about_permission(passage: Passage) -> bool:
    return any(word.lemma in vocabulary("permitting") | vocabulary("forbidding") for word in passage.words)
