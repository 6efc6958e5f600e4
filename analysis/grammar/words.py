"""Closed lists of words that the grammar asks about, from words.toml."""

import functools
import tomllib
from pathlib import Path


@functools.cache
def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_lists()[name].split())


@functools.cache
def phrases(name: str) -> str:
    """A list of names of several words, as one line to look names up in."""
    return " ".join(_lists()[name].split())


@functools.cache
def _lists() -> dict[str, str]:
    with Path(__file__).with_name("words.toml").open("rb") as stream:
        return tomllib.load(stream)
