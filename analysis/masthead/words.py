"""The lists of words.toml."""

import functools
import tomllib
from pathlib import Path

PATH = Path(__file__).with_name("words.toml")


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """One list, in small letters."""
    lists: dict[str, str] = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return frozenset(lists[name].split())
