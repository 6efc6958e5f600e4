"""Words within words: what a speaker reports of another (`the agency says that the ministry says`), kept as a chain.

A statement within another is one of its own only where it is another's word. What a speaker says of his own thoughts
and plans (`he said he wanted`), or claims that others want, is part of what he says and no second source for it.

Source: PARC 3.0 and PolNeAR (Pareti 2012; Newell, Margolin and Ruths 2018) for attributions as the outlet's own;
nested ones are kept beside them because a reader must see on whose word a ministry's word stands.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.records import Statement
from analysis.stretches import Stretches

_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "who", "whom", "which", "that"}
    | {"this", "these", "those", "what", "some", "many", "others", "one"}
)
"""Speakers that name nobody, so that they may be the one who reports them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement without id; `is_speech`: somebody says it, and does not only think, want or show it."""

    statement: Statement
    is_speech: bool


def in_chains(told: Sequence[Told]) -> list[Statement]:
    """The statements with ids, each under the narrowest one that it is reported in.

    Args:
        told: Statements in reading order.

    Returns:
        In the same order the outlet's own attributions and, within them, the words of others.
    """
    contents = Stretches(range(len(told)), lambda at: _content(told[at].statement))
    parents: dict[int, int | None] = {}
    for at in sorted(range(len(told)), key=lambda at: -_length(told[at].statement)):
        statement = told[at].statement
        place = _place(statement)
        around = [other for other in contents.touching(place, place + 1) if other in parents]
        parent = min(around, key=lambda other: _length(told[other].statement), default=None)
        if parent is None or (told[at].is_speech and _is_of_another(statement, told[parent].statement)):
            parents[at] = parent
    names = {at: f"{told[at].statement.document_id}-s{number}" for number, at in enumerate(sorted(parents), 1)}
    return [
        dataclasses.replace(
            told[at].statement, statement_id=name, parent_id="" if (parent := parents[at]) is None else names[parent]
        )
        for at, name in names.items()
    ]


def _is_of_another(statement: Statement, parent: Statement) -> bool:
    if statement.speaker_entity_id:
        return statement.speaker_entity_id != parent.speaker_entity_id
    return bool(statement.speaker) and statement.speaker.lower() not in _PRONOUNS


def _place(statement: Statement) -> int:
    return statement.cue_start_char if statement.cue_start_char is not None else statement.content_start_char or 0


def _content(statement: Statement) -> tuple[int, int]:
    return statement.content_start_char or 0, statement.content_end_char or 0


def _length(statement: Statement) -> int:
    start, end = _content(statement)
    return end - start
