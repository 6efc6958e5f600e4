"""Who, whom and where by name: names of one passage in whose place the other has another."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from analysis.comparison.alignment import Alignment
from analysis.comparison.containment import is_capital, lies_in
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.related import are_related

_PLACES = frozenset({"place", "people", "name", "organisation"})
"""Kinds under which places are found: a small model takes many a town for a body."""


def compare_names(alignment: Alignment) -> Iterator[Difference]:
    """Names of a that b lacks while it has another of the same kind in the same place."""
    for name in alignment.a.names:
        if is_named(name, alignment.b):
            continue
        rivals = [
            other
            for other in alignment.b.names
            if _kinds_meet(name.kind, other.kind) and not is_named(other, alignment.a) and not _is_around(other, name)
        ]
        kind = _kind_of_name(name)
        alike = [other for other in rivals if _stand_alike(name, other, alignment)]
        if not alike:
            values = name.text, rivals[0].text if rivals else ""
            yield Difference(kind, *values, False, f"{name.text} is not named by the other", 0.3)
            continue
        values = name.text, alike[0].text
        is_denied, is_denied_there = _is_negated(name, alignment.a), _is_negated(alike[0], alignment.b)
        if is_denied and is_denied_there:  # who did not warn Chile may not have warned Peru either
            yield Difference(kind, *values, False, f"not {values[0]} here, not {values[1]} there", falls_short=True)
        elif not is_denied and not is_denied_there:
            yield Difference(kind, *values, True, f"{values[0]} against {values[1]}")


def _stand_alike(name: Name, other: Name, alignment: Alignment) -> bool:
    """Whether two names fill one place: both countries as such, or both hang the same way on words that match."""
    if name.code and other.code and (name.role == other.role or {name.kind, other.kind} == {"people"}):
        return name.code != other.code
    left, right = _head_word(name, alignment.a), _head_word(other, alignment.b)
    if left is None or right is None or left.relation != right.relation or not left.relation:
        return False
    return left.head == right.head or are_related(left.head, right.head) or name.kind == other.kind == "place"


def _head_word(name: Name, passage: Passage) -> Word | None:
    """The last word of a name, on which its place in the sentence hangs."""
    inside = [word for word in passage.words if name.start <= word.start < name.start + len(name.text)]
    return inside[-1] if inside else None


def _is_negated(name: Name, passage: Passage) -> bool:
    word = _head_word(name, passage)
    return word is not None and word.negated


def are_all_named(claim: Passage, passages: Sequence[Passage]) -> bool:
    """Whether every name that the claim affirms stands somewhere in the passages; what it denies need not."""
    affirmed = [name for name in claim.names if not _is_negated(name, claim)]
    return all(any(is_named(name, passage) for passage in passages) for name in affirmed)


def is_named(name: Name, passage: Passage) -> bool:
    """Whether a passage has the name, in full, by one of its words, or in another spelling."""
    if any(_is_one_country(name, other) or _is_around(name, other) for other in passage.names):
        return True
    parts = [part for part in name.text.lower().replace("-", " ").split() if len(part) > 2]
    others = [other.text.lower() for other in passage.names if not _are_two_countries(name, other)]
    words = _without_other_countries(name, passage).lower()
    if not parts or any(part in words for part in parts):
        return True
    initials = "".join(part[0] for part in name.text.split()).lower()
    if any(initials == other.replace(".", "") for other in others if len(initials) > 1):
        return True
    return any(fuzz.ratio(name.text.lower(), other) >= 80 for other in others) or any(
        other[:5] == part[:5] for part in parts for other in words.replace("'", " ").split() if len(part) > 4
    )


def _is_one_country(name: Name, other: Name) -> bool:
    """Beijing, China and Chinese stand for one actor; what is in the country need not be in its capital."""
    is_told_where = name.kind == "place" and name.role == "other" and name.text != other.text
    return bool(name.code) and name.code == other.code and not (is_told_where and is_capital(name.text))


def _are_two_countries(name: Name, other: Name) -> bool:
    return bool(name.code and other.code) and name.code != other.code


def _without_other_countries(name: Name, passage: Passage) -> str:
    """A passage's text without the names of other countries than a name's: no Niger is named by Nigeria."""
    text = passage.text
    for other in passage.names if name.code else ():
        if _are_two_countries(name, other):
            end = other.start + len(other.text)
            text = f"{text[: other.start]}{' ' * len(other.text)}{text[end:]}"
    return text


def _is_around(name: Name, other: Name) -> bool:
    """Whether the one is the country or continent that the other lies in."""
    return {name.kind, other.kind} <= _PLACES and lies_in(other.text, name.text)


def _kinds_meet(a: str, b: str) -> bool:
    return a == b or "name" in {a, b} or {a, b} == {"place", "people"}


def _kind_of_name(name: Name) -> str:
    if name.kind == "place" and name.role == "other":
        return "location"
    return {"who": "actor", "whom": "target"}.get(name.role, "location" if name.kind == "place" else "actor")
