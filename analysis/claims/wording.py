"""Normalised values as a reader would write them, and the question to which two of them are answers."""

import calendar
import re
from collections.abc import Mapping

from analysis.comparison.differences import Difference

_COUNTED = re.compile(r"(?P<number>.*\d) (?:\w+ )?(?P<fate>death|injury|arrest|missing)")
_FATE_WORDS = {"injury": "injured"}
_PLAIN_COUNT = re.compile(
    r"(?P<number>(?:(?:at (?:least|most)|about) )?[\d.,]+(?: to [\d.,]+)?) (?P<unit>[a-z][a-z ]+[a-rt-z])"
)
_PLURALS = {"person": "people", "foot": "feet", "man": "men", "woman": "women", "child": "children", "inch": "inches"}
_BARE_MONTH = re.compile(r"\?\?-(?P<month>\d\d)(?:-(?P<day>\d\d))?")

_UNIT = re.compile(r".*\d(?P<unit> .*)?")
"""What follows the last figure of a number's words."""
_TIMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r".*\d:\d\d"), "At what time?"),
    (re.compile("|".join(calendar.day_name)), "On which day of the week?"),
    (re.compile("|".join(calendar.month_name[1:])), "In which month?"),
    (re.compile(r"\d{4}"), "In which year?"),
)
_ASKED: Mapping[str, str] = {
    "actor": "Who?",
    "target": "To whom?",
    "location": "Where?",
    "attribution": "Who said it?",
    "stance": "For or against?",
}
"""The question of a comparator's kind, where the values do not matter to it."""


def in_words(value: str) -> str:
    """A normalised value as a reader would write it: `3 person death` is 3 deaths, `????-02` is February."""
    counted = _COUNTED.fullmatch(value)
    if counted:
        plural = "s" if counted["fate"] in {"death", "arrest"} and counted["number"] != "1" else ""
        number, fate = counted["number"], _FATE_WORDS.get(counted["fate"], counted["fate"])
        return f"{number} {fate}{plural}"
    plain = _PLAIN_COUNT.fullmatch(value)
    if plain and plain["number"] != "1" and plain["unit"] not in {"people", "percent"}:
        noun, _, rest = plain["unit"].partition(" ")
        return f"{plain['number']} {_PLURALS.get(noun, noun + 's')} {rest}".strip()
    month = _BARE_MONTH.fullmatch(value)
    if month:
        return " ".join(filter(None, (calendar.month_name[int(month["month"])], (month["day"] or "").lstrip("0"))))
    return value


def reason_in_words(difference: Difference) -> str:
    """The reason of a difference with its values in words."""
    reason = difference.reason
    for value in sorted({difference.value_a, difference.value_b}, key=len, reverse=True):
        reason = reason.replace(value, in_words(value)) if value else reason
    return reason


def question_of(difference: Difference) -> str:
    """What two passages answer differently: how many deaths, on which day of the week, damage or not."""
    values = in_words(difference.value_a), in_words(difference.value_b)
    if difference.kind == "number":
        return _how_many(*values)
    if difference.kind == "date":
        return next(
            (asked for form, asked in _TIMES if all(form.fullmatch(value) for value in values)), "On which date?"
        )
    if difference.kind == "negation":
        told = min(values, key=len)
        return f"{told[:1].upper()}{told[1:]}: yes or no?"
    if difference.kind in _ASKED:
        return _ASKED[difference.kind]
    first, second = values
    return f"{first[:1].upper()}{first[1:]} or {second}?" if all(values) else "Which of the two?"


def _how_many(first: str, second: str) -> str:
    found = [_UNIT.fullmatch(value) for value in (first, second)]
    units = dict.fromkeys(match["unit"].strip() for match in found if match and match["unit"])
    named = [unit for unit in units if f"{unit}s" not in units]
    return f"How many {' or '.join(named)}?" if named else "How many?"
