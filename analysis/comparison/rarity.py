"""How telling it is that two passages share a word: a rare word shared names the happening, a common one nothing.

Rarity comes from the encoder's vocabulary, which lists the word pieces of a large corpus from the most to the least
frequent, so that a word weighs the same whatever texts are compared. Zipf's law makes the logarithm of the rank a
measure of rarity.

Source: Zipf 1949; Spärck Jones 1972, on weighing terms by how few texts have them.
"""

import functools
import math
import re
from collections.abc import Mapping

from tokenizers import Tokenizer

from analysis.embeddings import encoder_files

_COMMONEST = 1037
"""Rank in the vocabulary of the first whole words; signs, letters and pieces stand before."""
_NUMBER = 15_000
"""Rank from which a figure counts. Round and small ones are frequent as pieces, though two reports that share
a figure seldom do so by chance."""
_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "ly", "er", "s", "e")
_SHORTEST_STEM = 3


def shared_rarity(a: str, b: str) -> float:
    """Sum of the rarities of the stems that two texts share: 0 where they share none, about 1 for each rare word."""
    left, right = _rarities(a), _rarities(b)
    return sum(min(left[stem], right[stem]) for stem in sorted(left.keys() & right.keys()))


def rarity(word: str) -> float:
    """How rare a word is in English, from 0 for the commonest to 1 for one that the vocabulary lacks."""
    ranks = _ranks()
    rank = ranks.get(word, len(ranks))
    if word[0].isdigit():
        rank = max(rank, _NUMBER)
    return math.log(max(rank, _COMMONEST) / _COMMONEST) / math.log(len(ranks) / _COMMONEST)


@functools.lru_cache(maxsize=2000)
def _rarities(text: str) -> Mapping[str, float]:
    """Each stem of a text with its rarity, that of its commonest form where it has several."""
    found: dict[str, float] = {}
    for word in _TOKEN.findall(text.lower()):
        key = _stem(word)
        found[key] = min(found.get(key, 1.0), rarity(word))
    return found


@functools.lru_cache(maxsize=1)
def _ranks() -> Mapping[str, int]:
    ranks: dict[str, int] = Tokenizer.from_file(str(encoder_files()[1])).get_vocab()
    return ranks


def _stem(word: str) -> str:
    """The word less one ending, so that `strike`, `strikes` and `striking` are one."""
    if word[0].isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
