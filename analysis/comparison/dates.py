"""When: the dates and times of a passage, partial as they are written, relative ones resolved by the article's date.

A date is kept as the parts that are known: `October`, `23 October`, `2022`, `Saturday`, `6:07`. Two dates agree when
every part that both have is equal; the more precise one is then only a detail.
"""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span

from analysis.comparison.lemmas import lemma_of

MONTHS = {name.lower(): index for index, name in enumerate(calendar.month_name) if name} | {
    name.lower(): index for index, name in enumerate(calendar.month_abbr) if name
}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): index for index, name in enumerate(calendar.day_name)}

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<year>\d{4})-(?P<month_number>\d{2})-(?P<day>\d{2})\b"),
    ("day month year", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b"),
    ("month day year", rf"\b{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}\b"),
    ("month year", rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b"),
    ("month day", rf"\b{_MONTH}\s*{_DAY}\b(?![,.:]?\d)"),
    ("day month", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)"),
    ("clock", r"\b(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b)?)"),
    ("clock", r"\b(?P<hour>1[0-2]|0?[1-9])\.(?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b)"),
    ("hour", r"\b(?P<hour>1[0-2]|[1-9])\s*(?P<half>[ap]\.?m)\b"),
    ("decade", r"\b(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s\b"),
    ("year", rf"(?<![\d$€£.,])\b{_YEAR}\b(?![.,]?\d|\s*(?:people|percent|%|km|miles|troops|soldiers|hrs|hours))"),
    ("weekday", r"\b(?P<weekday>" + "|".join(WEEKDAYS) + r")s?\b"),
    ("relative", r"\b(?P<relative>yesterday|today|tonight|tomorrow)\b"),
    ("month", r"\b(?P<month>" + "|".join(name for name in MONTHS if len(name) > 3 and name not in {"march"}) + r")\b"),
    ("month", r"\b(?:in|of|since|until|last|next|early|late|mid)[ -](?P<month>may|march|jan|feb|aug|oct|nov|dec)\b"),
)
_COMPILED = tuple((rule, re.compile(pattern, re.I)) for rule, pattern in _PATTERNS)
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WITH_CAPITAL = {"month", "weekday"}


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a date or time that are known. `event` is what it dates: born, died, or a verb's lemma."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None
    bound: str = ""
    event: str = ""
    text: str = ""
    start: int = 0

    def __str__(self) -> str:
        date = "-".join("??" if part is None else f"{part:02d}" for part in (self.year, self.month, self.day)).rstrip(
            "-?"
        )
        clock = "" if self.hour is None else f"{self.hour:02d}:{self.minute or 0:02d}"
        name = "" if self.weekday is None or self.day is not None else calendar.day_name[self.weekday]
        tens = "" if self.decade is None else f"{self.decade}s"
        return " ".join(part for part in (date, tens, name, clock) if part)


_NEAR_DAYS = 10
"""Dates further apart are those of different happenings [days]."""
_PARTS = ("year", "month", "day", "weekday", "hour", "minute")


def find_dates(span: Span, published_on: str = "") -> tuple[tuple[When, ...], frozenset[int]]:
    """Dates of a passage in order, and the tokens (index in the Doc) that they took."""
    text, used, found = span.text, [False] * len(span.text), []
    for rule, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if any(used[match.start() : match.end()]):
                continue
            if rule in _WITH_CAPITAL and not (match["month" if rule == "month" else "weekday"][0].isupper()):
                continue
            used[match.start() : match.end()] = [True] * (match.end() - match.start())
            found.append(_when(match, span, published_on))
    taken = frozenset(token.i for token in span if any(used[token.idx - span.start_char :][: len(token.text)]))
    dated = list(_with_weekday(sorted(found, key=lambda when: when.start), text))
    return tuple(_with_day_name(when) for when in _with_life_span(dated, text)), taken


def _when(match: "re.Match[str]", span: Span, published_on: str) -> When:
    parts = match.groupdict()
    number = {name: int(parts[name]) for name in ("year", "day", "decade", "hour", "minute") if parts.get(name)}
    if parts.get("month"):
        number["month"] = MONTHS[parts["month"].lower()]
    if parts.get("month_number"):
        number["month"] = int(parts["month_number"])
    half = (parts.get("half") or "").lower()[:1]
    if half:  # 12 p.m. is noon, 12 a.m. is midnight
        number["hour"] = number["hour"] % 12 + (12 if half == "p" else 0)
    if parts.get("half") and "minute" not in number:
        number["minute"] = 0
    resolved = _resolve(parts, published_on)
    return When(
        **(number | resolved), bound=_bound(span.text[: match.start()]), event=_event(match, span),
        text=match[0], start=match.start(),
    )  # fmt: skip


def _resolve(parts: dict[str, str | None], published_on: str) -> dict[str, int]:
    """A weekday or `yesterday` as a date: the last such day up to the day of publication, as newspapers mean it."""
    weekday, relative = (parts.get("weekday") or "").lower(), (parts.get("relative") or "").lower()
    base = datetime.date.fromisoformat(published_on) if published_on else None
    if weekday:
        number = WEEKDAYS[weekday]
        if base is None:
            return {"weekday": number}
        day = base - datetime.timedelta(days=(base.weekday() - number) % 7)
        return {"year": day.year, "month": day.month, "day": day.day, "weekday": number}
    if relative and base is not None:
        day = base + datetime.timedelta(days=_RELATIVE[relative])
        return {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}
    return {}


def _bound(before: str) -> str:
    found = re.search(r"\b(before|until|after|since|by|prior to|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", before, re.I)
    return found[1].lower() if found else ""


def _event(match: "re.Match[str]", span: Span) -> str:
    """Lemma of the verb that the date belongs to; empty where the parse shows none."""
    token = next((t for t in span if t.idx - span.start_char >= match.start()), None)
    if token is None:
        return ""
    for above in token.ancestors:
        if above.pos_ == "VERB":
            return "bear" if above.lower_ == "born" else lemma_of(above)
    return ""


def _with_weekday(found: list[When], text: str) -> Iterator[When]:
    """`Monday, 14 August` is one date; the day that is written out outranks what its weekday would resolve to."""
    for index, when in enumerate(found):
        nxt = found[index + 1] if index + 1 < len(found) else None
        last = found[index - 1] if index else None
        if nxt and _names_weekday(when) and nxt.day is not None and _gap(when, nxt, text) in {"", ","}:
            continue
        if last and _names_weekday(last) and when.day is not None and _gap(last, when, text) in {"", ","}:
            when = replace(when, weekday=WEEKDAYS[last.text.lower()], bound=when.bound or last.bound)
        yield when


def _names_weekday(when: When) -> bool:
    return when.text.lower() in WEEKDAYS


def _gap(first: When, second: When, text: str) -> str:
    return text[first.start + len(first.text) : second.start].strip()


def _with_life_span(found: list[When], text: str) -> Iterator[When]:
    """`(8 April 1974 - 2 February 2013)` after a name: the first is the birth, the second the death."""
    for index, when in enumerate(found):
        before = text[: when.start].rstrip()
        nxt = found[index + 1] if index + 1 < len(found) else None
        gap = _gap(when, nxt, text) if nxt else ""
        prev_gap = _gap(found[index - 1], when, text) if index else ""
        dash = {"-", "–", "--", "−", "—"}
        if gap in dash and before.endswith("("):
            yield replace(when, event="bear")
        elif prev_gap in dash and text[: found[index - 1].start].rstrip().endswith("("):
            yield replace(when, event="die")
        else:
            yield when


def _with_day_name(when: When) -> When:
    """A full date with its weekday, so that it can be held against another that is a weekday alone."""
    day = _day_of(when)
    return when if day is None or when.weekday is not None else replace(when, weekday=day.weekday())


def _day_of(when: When) -> datetime.date | None:
    """The day of a full date; None where a part is lacking or the calendar has no such day (31 June is printed)."""
    if not (when.year and when.month and when.day):
        return None
    try:
        return datetime.date(when.year, when.month, when.day)
    except ValueError:
        return None


def in_common_form(a: When, b: When) -> tuple[str, str]:
    """Two dates with the same parts, those that both have: a weekday beside a weekday, a day beside a day."""
    shared = shared_parts(a, b)
    if {"month", "day"} <= set(shared) or "weekday" not in shared:
        kept = set(shared) if {"month", "day"} & set(shared) else set(_PARTS)
    else:
        kept = {"weekday"}
    clock = {"hour", "minute"} if "hour" in shared else set()
    first, second = (_with_parts_alone(when, kept | clock) for when in (a, b))
    return str(first) or a.text, str(second) or b.text


def _with_parts_alone(when: When, kept: set[str]) -> When:
    parts = {part: getattr(when, part) for part in kept}
    return When(**parts, decade=when.decade, bound=when.bound, event=when.event, text=when.text, start=when.start)


def shared_parts(a: When, b: When) -> tuple[str, ...]:
    """Parts that both dates have."""
    return tuple(part for part in _PARTS if getattr(a, part) is not None and getattr(b, part) is not None)


def unequal_parts(a: When, b: When) -> tuple[str, ...]:
    """Parts that both have and in which they differ; the weekday is left out where the day itself is known to both."""
    parts = [part for part in shared_parts(a, b) if getattr(a, part) != getattr(b, part)]
    for one, other in ((a, b), (b, a)):
        if one.decade is not None and other.year is not None and other.year // 10 * 10 != one.decade:
            parts.append("decade")
    if {"year", "month", "day"} <= set(shared_parts(a, b)):
        parts = [part for part in parts if part != "weekday"]
    return tuple(parts)


def are_near(a: When, b: When) -> bool:
    """Whether two dates could be told of one happening: outlets err by days, and another month is another happening."""
    first, second = _day_of(a), _day_of(b)
    if first and second:
        return abs((first - second).days) <= _NEAR_DAYS
    return not {"year", "month", "decade"} & set(unequal_parts(a, b))
