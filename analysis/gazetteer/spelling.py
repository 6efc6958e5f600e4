"""One spelling for the variants of a name: Sergey and Sergei, Zelensky and Zelenskyy, Mohammed and Muhammad.

Newspapers romanise the same Russian, Ukrainian, Arabic or Persian name in different ways. `fold` undoes what the usual
romanisation tables (ISO 9, BGN/PCGN, the newspapers' own) do differently; what remains is left to rapidfuzz, a
maintained and fast edit distance (MIT licence).
"""

import functools
import re

from rapidfuzz import fuzz

from analysis.gazetteer.words import normalise

_ROMANISATIONS = (
    (re.compile(r"ks|x"), "x"),
    (re.compile(r"iy|yi|ij|yy|ii|ei|ey|ay|ai|aj|ej|y|j"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"ye|ie|io|yo"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile(r"[aeiou]")
_ARTICLE = re.compile(r"^(?:al|el|ul)$")
_PARTICLE = re.compile(r"^(?:bin|ibn|ben|abu|van|von|de|da|di|le|la|der|den)$")
_PART = re.compile(r"[^\W_]+")
_SURNAME_RATIO = 88
_GIVEN_NAME_RATIO = 75


@functools.lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The spelling that the romanisations of a name share."""
    spelling = normalise(word).replace("'", "").replace("’", "")
    for pattern, replacement in _ROMANISATIONS:
        spelling = pattern.sub(replacement, spelling)
    return spelling


@functools.lru_cache(maxsize=20_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The folded parts of a personal name, particles (al, bin, van) within it left out."""
    parts = [fold(part) for part in _PART.findall(name.replace("'", "").replace("’", ""))]
    kept = [
        part
        for position, part in enumerate(parts)
        if not _ARTICLE.match(part) and (position == 0 or not _PARTICLE.match(part))
    ]
    return tuple(kept) or tuple(parts)


def is_same_word(one: str, other: str, ratio: int = _SURNAME_RATIO) -> bool:
    """Whether two folded words are variants of one name: equal, nearly equal, or equal but for their vowels."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if _VOWELS.sub("", one) == _VOWELS.sub("", other) and len(_VOWELS.sub("", one)) > 3:
        return True
    return fuzz.ratio(one, other) >= ratio


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as `parts_of` gives them, can be one person's: James B. Comey, J. Comey, James Comey.

    Surnames must be variants of each other, and given names must not speak against it: an initial stands for any name
    that begins with it. A surname alone is compatible with everybody who bears it.
    """
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    if not is_same_word(one[-1], other[-1]):
        return False
    first, second = one[:-1], other[:-1]
    if not first or not second:
        return True
    return _is_same_given_name(first[0], second[0])


def _is_same_given_name(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return is_same_word(one, other, _GIVEN_NAME_RATIO)
