"""Names found in a text by its words: one pass, whatever the spelling of accents, apostrophes, dots and hyphens."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]\b|[^\W_]+|[,&]")
_GAP = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*|[ ]?[-\u2010-\u2014][ ]?|['\u2018\u2019\u02bb`][ ]?|\.[ ]?")
_MAX_WORDS_OF_A_NAME = 8

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place, and the key under which it is looked up."""

    start: int
    end: int
    key: str


def split_words(text: str) -> list[Word]:
    """The words of a text; an abbreviation with dots (U.S., D.C.) is one word, a comma or ampersand is one as well."""
    return [Word(match.start(), match.end(), normalise(match.group())) for match in _WORD.finditer(text)]


def normalise(word: str) -> str:
    """The spelling that variants share: no accents, no case, no closing dot."""
    if word.isascii():
        return word.rstrip(".").casefold()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).rstrip(".").casefold()


@dataclass(slots=True)
class _Node(Generic[T]):
    children: "dict[str, _Node[T]]" = field(default_factory=dict)
    values: list[tuple[str, T]] = field(default_factory=list)


class NameIndex(Generic[T]):
    """Names and what each stands for, as trees of words, so that a text is read once however many names there are.

    There is a tree for each first word, grown when a text has that word: of tens of thousands of names an article has
    a few dozen first words, and to grow all of them takes longer than to read the article.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._by_first_word: dict[str, list[tuple[str, T]]] = {}
        self._trees: dict[str, _Node[T]] = {}
        for name, value in names:
            if first := _WORD.search(name):
                self._by_first_word.setdefault(normalise(first.group()), []).append((name, value))

    def _tree(self, first_word: str) -> _Node[T] | None:
        """The names that begin with a word; None: there are none."""
        if first_word not in self._by_first_word:
            return None
        if first_word not in self._trees:
            root: _Node[T] = _Node()
            for name, value in self._by_first_word[first_word]:
                node = root
                for word in split_words(name)[1:]:
                    node = node.children.setdefault(word.key, _Node())
                node.values.append((name, value))
            self._trees[first_word] = root
        return self._trees[first_word]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """The longest name at each place, left to right, with everything that it may stand for.

        Yields:
            start, end [code points] and the values of the names whose capitals the text has.
        """
        words = split_words(text)
        at = 0
        while at < len(words):
            last, values = self._longest(text, words, at)
            if values:
                yield words[at].start, words[last].end, values
                at = last + 1
            else:
                at += 1

    def _longest(self, text: str, words: list[Word], at: int) -> tuple[int, tuple[T, ...]]:
        best: tuple[int, tuple[T, ...]] = (at, ())
        node = self._tree(words[at].key)
        for position in range(at, min(at + _MAX_WORDS_OF_A_NAME, len(words))):
            if position > at:
                is_near = _GAP.fullmatch(text, words[position - 1].end, words[position].start)
                node = node.children.get(words[position].key) if node and is_near else None
            if node is None:
                break
            surface = text[words[at].start : words[position].end]
            fitting = tuple(value for name, value in node.values if has_capitals_of(surface, name))
            if fitting:
                best = position, fitting
        return best


def has_capitals_of(surface: str, name: str) -> bool:
    """Whether the text writes the name with at least the name's capitals; all capitals, as in headlines, are well.

    An abbreviation (two to five capitals) is found in capitals only: `us` and `it` are no countries.
    """
    if surface == name or surface.isupper():
        return True
    letters = "".join(letter for letter in name if letter.isalpha())
    if letters.isupper() and len(letters) <= 6:
        return False
    found, wanted = surface.split(), name.split()
    if len(found) != len(wanted):
        return surface[:1].isupper()
    return all(have[:1].isupper() for have, want in zip(found, wanted, strict=True) if want[:1].isupper())
