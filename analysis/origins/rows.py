"""One row of ORIGINS, made alike by every rule."""

import re
from collections.abc import Iterable, Mapping

from analysis.columns import Col
from analysis.tables import Row

_NOT_WORD = re.compile(r"\W+")


def slug(name: str) -> str:
    """A name as part of a key: lower case, words joined by hyphens."""
    return _NOT_WORD.sub("-", name.lower()).strip("-")


def origin_row(
    origin: str, kind: str, place: Mapping[str, object], *, rule: str, reason: str, key: str = "", evidence: str = ""
) -> Row:
    """One article's reliance on an origin.

    Args:
        origin: The origin's name.
        kind: What kind of origin it is, see `analysis.origins.finding`.
        place: Where it shows: document_id, start_char, end_char and the text there.
        rule: The rule that found it.
        reason: Why, in words.
        key: The origin's key within its kind, where its name alone does not make one.
        evidence: What shows it, where that is not the passage itself.
    """
    return {
        Col.ORIGIN_ID: f"{slug(kind)}:{key or slug(origin)}",
        Col.ORIGIN: origin,
        Col.KIND: kind,
        Col.DOCUMENT_ID: place["document_id"],
        Col.START_CHAR: place["start_char"],
        Col.END_CHAR: place["end_char"],
        Col.EVIDENCE: evidence or place["text"],
        Col.RULE_ID: rule,
        Col.REASON: reason,
    }


def distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of their keys, the first found of those with one key."""
    found: dict[tuple[str, str, int, int], Row] = {}
    for row in rows:
        start, end = int(str(row[Col.START_CHAR])), int(str(row[Col.END_CHAR]))
        found.setdefault((str(row[Col.ORIGIN_ID]), str(row[Col.DOCUMENT_ID]), start, end), row)
    return [found[key] for key in sorted(found)]
