"""Names that share a word and are not one: Anna Lund and Erik Lund, the University of Oslo and that of Bergen.

A name that is told by one of its words alone is the same name still, and so is one in another spelling, by its
initials, or with the country's name for its people's. Only where each of the two has a word of its own, which the
other passage does not have, are they names of two.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import fuzz

from analysis.comparison.alignment import Alignment
from analysis.comparison.containment import are_of_one_country
from analysis.comparison.differences import Difference
from analysis.comparison.passages import Name, Passage

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SPELLING = 75
"""Likeness of two words from which they are taken for spellings of one: Sergei and Sergey [0 to 100]."""
_SHORTEST_CUT = 3
"""Letters of a first name cut short: Tim, Ben."""
_CALLED = {
    "abe": "abraham", "andy": "andrew", "becky": "rebecca", "betty": "elizabeth", "bill": "william", "billy": "william",
    "bob": "robert", "bobby": "robert", "chuck": "charles", "dick": "richard", "drew": "andrew", "frank": "francis",
    "gerry": "gerald gerard", "hank": "henry", "harry": "henry harold", "jack": "john", "jerry": "gerald jerome",
    "jim": "james", "jimmy": "james", "joe": "joseph", "johnny": "john", "kate": "katherine catherine",
    "larry": "lawrence",
    "liz": "elizabeth", "maggie": "margaret", "mike": "michael", "nancy": "ann", "ned": "edward", "nick": "nicholas",
    "peggy": "margaret", "rick": "richard", "sandy": "alexander", "sasha": "alexander aleksandr", "steve": "stephen",
    "ted": "edward theodore", "tony": "anthony antony", "volodya": "vladimir", "vova": "vladimir", "walt": "walter",
    "will": "william",
}  # fmt: skip
"""First names by the short forms that are no beginning of theirs."""
_STEM = 5
"""Letters by which a word is known in another form: Ukrainian, Ukraine's."""
_REMEMBERED = 20_000
"""Names whose words are kept."""
_KINDS = frozenset({"person", "organisation", "place", "name"})


def compare_namesakes(alignment: Alignment) -> Iterator[Difference]:
    """Names of a whose namesake b has in their stead."""
    for name in alignment.a.names:
        shared = set(_words(name.text)) if name.kind in _KINDS else set()
        others = [n for n in alignment.b.names if n.kind in _KINDS and not shared.isdisjoint(_words(n.text))]
        own = _own_words(name, alignment.b) if others else []
        theirs = [(other, words) for other in others if own and (words := _own_words(other, alignment.a))]
        if theirs and not any(_are_forms(own, words) for _, words in theirs):
            yield _namesake(name, theirs[0][0])


def _namesake(name: Name, other: Name) -> Difference:
    kind = {"whom": "target"}.get(name.role, "location" if name.kind == "place" and name.role == "other" else "actor")
    return Difference(kind, name.text, other.text, True, f"{name.text} against {other.text}", 0.6)


@functools.lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    """The capitalised words of a name, in order; one letter says too little to tell two apart."""
    found = _WORD.findall(unicodedata.normalize("NFC", text))
    words = (word.removesuffix("'s").removesuffix("’s") for word in found if word[0].isupper())
    return tuple(word.lower() for word in words if len(word) > 1)


def _own_words(name: Name, passage: Passage) -> list[str]:
    """The words of a name that a passage has in no form."""
    there = {word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", passage.text))}
    is_form = is_first_name if name.kind in {"person", "name"} else _is_form
    return [word for word in _words(name.text) if not any(is_form(word, other) for other in there)]


def _are_forms(own: list[str], theirs: list[str]) -> bool:
    """Whether the one name only says otherwise what the other says: its initials, its country, another spelling."""
    initials = {"".join(word[0] for word in own), "".join(word[0] for word in theirs)}
    return bool(initials & {*own, *theirs}) or any(are_of_one_country(x, y) for x in own for y in theirs)


def _is_form(word: str, other: str) -> bool:
    is_stem = len(word) >= _STEM and word[:_STEM] == other[:_STEM]
    return is_stem or word == other or (len(other) > 2 and fuzz.ratio(word, other) >= _SPELLING)


def is_first_name(word: str, other: str) -> bool:
    """Whether two words are forms of one word or of one first name: Tim and Timothy, Bill and William."""
    short, long = sorted((word, other), key=len)
    is_cut = len(short) >= _SHORTEST_CUT and long.startswith(short)
    return is_cut or long in _CALLED.get(short, "").split() or _is_form(word, other)
