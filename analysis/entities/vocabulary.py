"""The word lists of this package, by name."""

import functools
import tomllib
from pathlib import Path


@functools.lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def words(name: str) -> frozenset[str]:
    """The words of one list of vocabulary.toml."""
    return _lists()[name]
