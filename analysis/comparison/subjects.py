"""Whom a passage speaks of where it names nobody: cut out of its text, it says `he`, `its mission` or `the film`.

Held against a claim about somebody it is read as speaking of the claim's subject, as a reader would who is shown the
two side by side. What it then contradicts is contradicted; what it then bears out is not, since he may be another.

Source: Gundel, Hedberg and Zacharski 1993, on what `it`, `he` and `the film` take for known.
"""

import re

from analysis.comparison.participants import is_named
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.vocabulary import vocabulary

_PRONOUN = re.compile(r"\b(?:(he|she|it|they)|(his|her|its|their))\b(?! (?:is|was) (?:\w+ )?(?:that|to)\b)", re.I)
_FIRST = 30
"""Characters within which a claim names its subject."""


def about_the_same(claim: Passage, passage: Passage) -> str:
    """The passage's text with the claim's subject in the place of what stands for somebody named before.

    Returns:
        The text, or an empty one where the passage names the claim's subject, or names somebody else first.
    """
    subject = _subject(claim)
    if subject is None or is_named(subject, passage):
        return ""
    text, name = passage.text, subject.text
    opening = _opening_noun(passage)
    if opening is not None:
        return f"{name}{text[opening.end :]}"
    found = _PRONOUN.search(text)
    if found is None or any(other.start < found.start() for other in passage.names if other.kind in _PARTIES):
        return ""
    return f"{text[: found.start()]}{name if found[1] else _of(name)}{text[found.end() :]}"


_PARTIES = frozenset({"person", "organisation", "name"})
"""Names that a pronoun could stand for."""


def _subject(claim: Passage) -> Name | None:
    named = [name for name in claim.names if name.start < _FIRST]
    return min(named, key=lambda name: (name.role != "who", name.start), default=None)


def _opening_noun(passage: Passage) -> Word | None:
    """The film in `The film tells`, which is no film of any other name."""
    start = len("the ") if passage.text.lower().startswith("the ") else -1
    opening = next((word for word in passage.words if word.start == start), None)
    is_told_before = opening is not None and opening.lemma in vocabulary("told_before")
    return opening if opening is not None and is_told_before and opening.relation in {"who", "whom"} else None


def _of(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
