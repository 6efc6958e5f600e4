"""Dates as a line above an article writes them; only those that can be read in one way."""

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_WEEKDAY = r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? +)?"
_ZONE = (
    r"(?:[ ]?(?:z|utc|gmt|bst|cet|cest|eet|eest|msk|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|ist|jst|kst|hkt|sgt|aest"
    r"|aedt)\b)"
)
_TIME = (
    rf"(?:[ ,]*(?:(?<=\d)T|\bat\b|[|·•–—-]|@)?[ ,]*\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}}(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?)?"
    rf"{_ZONE}?(?: ?(?:utc|gmt)? ?[+-]\d{{1,2}}:?\d{{0,2}})?(?: ?\([a-z]{{2,5}}\))?"
    rf"|[ ,]+\d{{4}}{_ZONE}|[ ,]+\d{{1,2}} ?[ap]\.?m\b\.?{_ZONE}?)"
)
_WRITTEN = tuple(
    re.compile(rf"{_WEEKDAY}{written}{_TIME}?", re.IGNORECASE)
    for written in (
        rf"\b{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=T\d|\b)",
        r"\b(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})\b",
    )
)
TIME = re.compile(rf"\b\d{{1,2}}[:.]\d{{2}}(?: ?[ap]\.?m\b\.?)?{_ZONE}?", re.IGNORECASE)
"""A time of day that stands apart from its date."""


def find_date(line: str) -> tuple[str, int, int] | None:
    """The first date of a line as ISO 8601 and where it stands with its weekday and time, as [start, end).

    Returns:
        None where there is no date, or none that is of one meaning: 03/04/2024 is March to some and April to others.
    """
    found = [match for pattern in _WRITTEN if (match := pattern.search(line))]
    for match in sorted(found, key=lambda match: match.start()):
        try:
            return _date(match.groupdict()).isoformat(), match.start(), match.end()
        except ValueError:
            continue
    return None


def _date(parts: dict[str, str | None]) -> datetime.date:
    """Raises ValueError where the parts are no date of the calendar, or can be read in two ways."""
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            raise ValueError("day and month cannot be told apart")
        return datetime.date(year, min(first, second), max(first, second))
    month = str(parts["month"])
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return datetime.date(year, number, int(parts["day"] or 0))
