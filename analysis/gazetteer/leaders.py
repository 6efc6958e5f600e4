"""Who held a state's highest offices: reference knowledge, asked only after the text itself."""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import CodebookError
from analysis.gazetteer.spelling import is_same_person, is_same_word, parts_of

_ENTRY = re.compile(r"(?P<name>.+) (?P<start>\d{4})-(?P<end>\d{4})?")


@dataclass(frozen=True, slots=True)
class Leader:
    """A holder of high office.

    Attributes:
        parts: The name as `parts_of` folds it.
        start: First year in office.
        end: Last year in office; None: still held when the list was written.
    """

    name: str
    country_code: str
    parts: tuple[str, ...]
    start: int
    end: int | None

    @property
    def years(self) -> str:
        """The years in office, in words."""
        return f"{self.start} to {self.end}" if self.end else f"since {self.start}"


@functools.lru_cache(maxsize=1)
def _leaders() -> tuple[dict[str, list[Leader]], frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_name("leaders.toml").read_text(encoding="utf-8"))
    surnames = frozenset(parts_of(name)[-1] for name in data.pop("surnames"))
    by_initial: dict[str, list[Leader]] = {}
    for code, entry in data.items():
        for text in entry["leaders"]:
            match = _ENTRY.fullmatch(text)
            if match is None:
                raise CodebookError(f"leaders.toml: {text!r} under {code} is not `Name 2001-2009` or `Name 2001-`.")
            parts = parts_of(match["name"])
            end = int(match["end"]) if match["end"] else None
            leader = Leader(match["name"], code, parts, int(match["start"]), end)
            for part in parts:
                by_initial.setdefault(part[0], []).append(leader)
    return by_initial, surnames


@functools.lru_cache(maxsize=10_000)
def find_leader(name: str, published_on: str = "") -> Leader | None:
    """The holder of high office that a name means; None when nobody of the list, or people of two states, fit.

    Args:
        name: A full name, or a surname that is distinctive (Putin); a common surname alone (May) finds nobody.
        published_on: ISO 8601 date of the article; who took office later is not meant. Empty: any.
    """
    by_initial, surnames = _leaders()
    parts = parts_of(name)
    if not parts:
        return None
    year = int(published_on[:4]) if published_on[:4].isdigit() else 9999
    near = [leader for leader in by_initial.get(parts[-1][0], []) if leader.start <= year + 1]
    if len(parts) == 1:
        if not any(is_same_word(parts[0], surname) for surname in surnames):
            return None
        found = [leader for leader in near if any(is_same_word(parts[0], part) for part in leader.parts)]
    else:
        found = [leader for leader in near if _is_called(parts, leader.parts)]
    return found[0] if len({leader.country_code for leader in found}) == 1 else None


def _is_called(parts: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(name) == 1:
        return parts == name
    return is_same_person(parts, name) or "".join(parts) == "".join(name)
