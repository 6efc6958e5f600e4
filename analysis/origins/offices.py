"""The body of a state that somebody speaks for: the ministry of a minister, of its spokesman, of its readout."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from analysis.columns import Col
from analysis.origins.names import load_names

STATE = "state"
"""The body of whoever speaks for the state as a whole."""
_FORMER = re.compile(r"\b(?:former|formerly|ex|once|late)\b", re.IGNORECASE)

Row = Mapping[str, object]


def bodies_of_persons(statements: Sequence[Row], mentions: Sequence[Row]) -> dict[str, str]:
    """The body that each person speaks for, by the words beside the name wherever the person speaks; one each.

    The body may be named (the Pentagon's press secretary) or follow from the office (the foreign minister). Whoever
    held the office formerly speaks for nobody else.
    """
    bodies: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        if row[Col.ENTITY_TYPE] == "organisation" and row[Col.COUNTRY_CODE]:
            bodies[str(row[Col.DOCUMENT_ID])].append(row)
    return commonest(_spoken_for(statements, bodies))


def spelling(name: str, state: str) -> str:
    """A body's one spelling, without its state."""
    bare, bodies = name.removeprefix(f"{state.lower()}-"), load_names().bodies
    if bare in bodies:
        return bodies[bare]
    return STATE if bodies.get(bare.split("-")[-1]) == STATE else bare


def commonest(pairs: Iterable[tuple[object, object]]) -> dict[str, str]:
    """For each first value the commonest second one that is not empty, the first in the alphabet of equals."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, value in pairs:
        if value:
            counts[str(key)][str(value)] += 1
    return {key: min(values, key=lambda value: (-values[value], value)) for key, values in counts.items()}


def _spoken_for(statements: Sequence[Row], bodies: Mapping[str, Sequence[Row]]) -> Iterator[tuple[object, object]]:
    for row in statements:
        actor, words = str(row[Col.SPEAKER_ENTITY_ID]), str(row[Col.SPEAKER])
        if actor.startswith("person:") and not _FORMER.search(words):
            yield actor, _named_body(row, bodies.get(str(row[Col.DOCUMENT_ID]), ())) or _body_of_office(words)


def _named_body(row: Row, bodies: Sequence[Row]) -> str:
    """The body named among the speaker's words."""
    start, end = row[Col.SPEAKER_START_CHAR], row[Col.SPEAKER_END_CHAR]
    if start is None or end is None:
        return ""
    for body in bodies:
        if int(str(start)) <= int(str(body[Col.START_CHAR])) and int(str(body[Col.END_CHAR])) <= int(str(end)):
            return spelling(str(body[Col.ENTITY_ID]).partition(":")[2], str(body[Col.COUNTRY_CODE]))
    return ""


def _body_of_office(words: str) -> str:
    found = (body for title, body in load_names().offices.items() if re.search(rf"\b{title}\b", words, re.IGNORECASE))
    return next(found, "")
