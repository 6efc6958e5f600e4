"""Names that have changed places: Peru's president on Chile's bridge, Chile's president on Peru's bridge.

Both names stand in both passages, and so does all that is said of them; only the places that they hold tell the two
apart. A place is the word on which a name hangs and how it hangs on it, so that a passive, a possessive for an `of` or
another order of words moves nobody, and those who are joined by `and` share one place. Where the parser sees no place
or a wrong one, the wording tells as much of passages that read word for word alike but for two names.

Source: Dowty 1991, Thematic Proto-Roles and Argument Selection, on what only the arguments' places tell.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.vocabulary import vocabulary

Place = tuple[str, str]
"""How a name hangs on a word, and that word."""
_Held = list[tuple[Name, Place]]
_OWNING = "of"
"""What the president of Peru, Peru's president and the Peruvian president have in common."""
_POSSESSIVE = re.compile(r"['’]s\b")
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|'s\b|\w(?:[\w.'’-]*\w)?|[^\w\s]")
_ARTICLES = frozenset({"the", "a", "an"})
_REMEMBERED = 5_000
"""Passages whose tokens are kept: each is held against many."""
_JOINING = frozenset({",", ";", "/", "&", "and", "or", "as", "well", "also", "then"})
"""What stands between the names of one enumeration, in which their order says nothing."""


def compare_exchanges(alignment: Alignment) -> Iterator[Difference]:
    """Two names of which each stands where the other passage has the other.

    Anchored only where the passages read alike otherwise: the Swedish embassy in Baghdad and the Iraqi embassy in
    Stockholm are two things, of which two articles may tell.
    """
    if min(len(alignment.a.names), len(alignment.b.names)) < 2:
        return
    here, there = _places(alignment.a), _places(alignment.b)
    in_wording = _exchanged_in_wording(alignment, here, there)
    if in_wording is not None:
        yield _exchange(*in_wording, is_anchored=True)
        return
    for (one, place), (other, other_place) in combinations(here, 2):
        if are_one(one, other) or _is_shared(place, other_place):
            continue
        if _has_moved(one, (place, other_place), here, there) and _has_moved(other, (other_place, place), here, there):
            yield _exchange(_told(one, place), _told(one, other_place), is_anchored=False)
            return


def _has_moved(name: Name, way: tuple[Place, Place], here: _Held, there: _Held) -> bool:
    """Whether a name holds the first place in one passage alone, and the second one in the other alone."""
    before, after = _held_by(name, here), _held_by(name, there)
    has_left = not _is_among(way[0], after)
    return has_left and _is_among(way[1], after) and not _is_among(way[1], before)


def _exchanged_in_wording(alignment: Alignment, here: _Held, there: _Held) -> tuple[str, str] | None:
    """Two names that have changed places in passages that read alike otherwise; None: none, or in an enumeration."""
    words, others = _tokens(alignment.a.text), _tokens(alignment.b.text)
    if not set(others).issuperset(words) or Counter(words) - Counter(others):
        return None
    steps = SequenceMatcher(_is_capital, words, others, autojunk=False).get_opcodes()
    changed = [(words[i:j], others[k:m], i, j) for step, i, j, k, m in steps if step == "replace"]
    if len(changed) != 2:
        return None
    (first, first_there, _, start), (second, second_there, end, _) = changed
    if (first, second) != (second_there, first_there) or not all(map(_is_capital, first + second)):
        return None
    is_enumerated = all(word.lower() in _JOINING or _is_capital(word) for word in words[start:end])
    return None if is_enumerated or _may_change(first, second, here, there) else (" ".join(first), " ".join(second))


def _may_change(first: tuple[str, ...], second: tuple[str, ...], here: _Held, there: _Held) -> bool:
    """Whether both hold the places that they held before, or the two ends of a tie of both."""
    places, other_places = _held_as(first, here), _held_as(second, here)
    stay = places & _held_as(first, there) and other_places & _held_as(second, there)
    return bool(stay or {head for _, head in places} & {head for _, head in other_places} & vocabulary("mutual"))


def _exchange(value_a: str, value_b: str, *, is_anchored: bool) -> Difference:
    return Difference("actor", value_a, value_b, True, f"{value_a} against {value_b}", 1.0, is_anchored)


def _told(name: Name, place: Place) -> str:
    return f"{name.text} ({place[0]} {place[1]})"


@functools.lru_cache(maxsize=_REMEMBERED)
def _tokens(text: str) -> tuple[str, ...]:
    tokens: list[str] = _TOKEN.findall(_POSSESSIVE.sub(" 's", text))
    return tuple(token for token in tokens if token.lower() not in _ARTICLES)


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _places(passage: Passage) -> _Held:
    words = ((name, _root(name, passage)) for name in passage.names)
    placed = [(n, (_OWNING if w.relation == "mod" else w.relation, w.head)) for n, w in words if w is not None]
    return [(name, place) for name, place in placed if all(place)]


def _root(name: Name, passage: Passage) -> Word | None:
    """That word of a name on which the others hang: the ministry of a Ministry of Defence."""
    inside = [word for word in passage.words if name.start <= word.start < name.start + len(name.text)]
    lemmas = {word.lemma for word in inside}
    return next((word for word in reversed(inside) if word.head not in lemmas), None)


def _held_by(name: Name, held: _Held) -> list[Place]:
    return [place for other, place in held if are_one(other, name)]


def _held_as(words: tuple[str, ...], held: _Held) -> set[Place]:
    return {place for name, place in held if name.text.endswith(words[-1])}


def _is_shared(place: Place, other: Place) -> bool:
    """Whether two hold one place, or both ends of what holds of both alike: the talks of Peru with Chile."""
    return _are_alike(place, other) or (place[1] == other[1] and place[1] in vocabulary("mutual"))


def _is_among(place: Place, places: list[Place]) -> bool:
    return any(_are_alike(place, other) for other in places)


def _are_alike(place: Place, other: Place) -> bool:
    return place[0] == other[0] and alike(place[1], other[1])


def are_one(name: Name, other: Name) -> bool:
    """Whether two names are one party's: one country's, or one name in full or in part."""
    if name.code and other.code:
        return name.code == other.code
    one, two = set(name.text.lower().split()), set(other.text.lower().split())
    return one <= two or two <= one
