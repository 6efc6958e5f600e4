"""One line above an article: whether it says where the article is from, and what it says."""

import re
from dataclasses import dataclass

from analysis.masthead.bylines import author_of, is_full_name, is_role
from analysis.masthead.dates import TIME, find_date
from analysis.masthead.outlets import is_agency, is_name, is_outlet, outlet_named

_MOST_NAMES = 8
"""Words of the names behind a label: what is longer is a sentence behind a colon [words]."""
_LONGEST = 200
"""A line that says where an article is from is shorter [code points]."""
_PARTS = re.compile(r"\s*[|¦·•;\t]+\s*|\s+[-–—/]+\s+|,\s+|\s{3,}|\s*[()\[\]]\s*")
_BOUND = re.compile(
    r"[|·•;,:()\[\]–—/-]\s*$|^\s*$|\b(?:published|posted|updated|modified|filed|issued|on|at)[\s:]*$", re.IGNORECASE
)
_BOUND_AFTER = re.compile(r"\s*(?:$|[|·•;,()\[\]–—/.-]|(?:by|updated|modified|published|at)\b)", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:(?:first|last|originally|date|time|day|published|posted|updated?|modified|created|issued|filed|on|at|of|in|am|pm"
    r"|local|edition|print|online|share|save|read|min(?:ute)?s?|hours?|days?|ago|comments?|words?|page|p|no|vol|issue|gmt"
    r"|utc|bst|est|edt|et|ist|cet|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a?\d+)\b[\s:.,]*)+",
    re.IGNORECASE,
)
_EDGE_NOISE = re.compile(
    r"^(?:(?:first |last )?(?:published|posted|updated|filed|issued)(?!:? by\b)(?: on| at)?|from|source|via|with|©"
    r"|copyright)"
    r"[:\s]+|\s+(?:on|at)$",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"(?:(?:breaking|exclusive|updated?|live|latest|developing|opinion|analysis|explainer|editorial|politics|world|europe"
    r"|asia|africa|americas|middle east|business|news|international|national|home|report|press release|interview|video"
    r"|watch|for immediate release|premium|subscribers?(?: only)?|share|save|menu|search)(?: news| only)?[:!|\s]*)+",
    re.IGNORECASE,
)
"""Words above a headline that sort articles."""
_EDGES = " .,:*_-–—/|¦"
_LABEL = re.compile(r"[\"“*_]*([A-Za-z][A-Za-z _-]{1,20}?)[*_]*\s*:[*_]*\s+(.+)")
_LABELS = {
    "title": "title headline subject",
    "publisher": "source outlet publisher publication newspaper website",
    "published": "date published posted published_on publication_date pubdate published_at",
    "author": "author authors byline by",
    "url": "url link address",
    "publisher_country": "country publisher_country",
    "language": "language lang",
}
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels.split()}
_DATELINE = re.compile(
    r"(?P<place>[^()/\[\]]{0,60}?)[ .,]*[(/\[](?P<credit>[^()/\[\]]{2,40})[)/\]] *(?P<end>[-–—]{1,3}|[.:]|$)?"
)
_DATED_PLACE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’/-]{2,40}),?(?: [A-Z][\w.]+,)? (?P<date>[^—–]{6,40}?) *(?:[—–]|-{1,2}) "
)
_SHORT_DATE = re.compile(r",? *(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)$")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a line says of its article; empty where it says nothing of it."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    publisher_country: str = ""
    language: str = ""
    agency: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether the line says nothing of its article."""
        return self == Stated()


def read_label(line: str) -> Stated:
    """What a line such as `Source: The Harbour Post` says, as archives print above an article."""
    if _LINK.fullmatch(line):
        return Stated(url=line)
    match = _LABEL.fullmatch(line)
    field = _FIELD_OF.get(re.sub(r"[ -]+", "_", match[1].strip().lower()), "") if match else ""
    if not match or not field:
        return Stated()
    value = match[2].strip(" \"“”'*_")
    if field in ("publisher", "author"):
        value = re.sub(r"^by ", "", value, flags=re.IGNORECASE)
        is_short = len(value.split()) <= _MOST_NAMES and not value.endswith(("?", "!"))
        return Stated(**{field: value}) if is_short and (is_name(value) or bool(outlet_named(value))) else Stated()
    if field == "published":
        found = find_date(value)
        return Stated(published=found[0]) if found else Stated()
    return Stated(**{field: value}) if len(value) <= _LONGEST else Stated()


def read_source_line(line: str) -> Stated:
    """What a line such as `Harbour Post | 3 March 2024 | By Jane Roe` says; its parts may come in any order.

    Every part has to be of a source line, so that a sentence with a date and an outlet in it says nothing.
    """
    if len(line) > _LONGEST:
        return Stated()
    published, rest = _without_dates(line.strip(" *_"))
    parts = [part for piece in _PARTS.split(rest) if (part := _EDGE_NOISE.sub("", piece.strip()).strip(_EDGES))]
    parts = [part for part in parts if not _NOISE.fullmatch(part) and not SECTION.fullmatch(part)]
    author, named, others = _signed(parts)
    outlets = [*named, *(name for part in others if (name := outlet_named(part)))]
    unknown = [part for part in others if not outlet_named(part)]
    if any(not is_name(part) or len(part.split()) > 5 or _runs_into_date(part, rest) for part in unknown):
        return Stated()
    is_bare = not published and not author
    if is_bare and (not _is_place(unknown) or not all(outlet_named(part, alone=True) for part in others[:1])):
        return Stated()
    agency = next((name for name in outlets if is_agency(name)), "")
    return Stated(
        publisher=next((name for name in outlets if name != agency), ""),
        published=published,
        author=author,
        agency=agency,
    )


def read_dateline(line: str) -> Stated:
    """The agency and the date before an article's first sentence: `LONDON, March 3, 2024 (Reuters) - `."""
    if match := _DATELINE.match(line):
        published, place = _without_dates(match["place"])
        place = _SHORT_DATE.sub("", place.strip(" |,.")).strip(" ,.|")
        credits = [part.strip() for part in re.split(r"[/,;]| via ", match["credit"])]
        is_place = not place or place.isupper() or (is_name(place) and match["end"] not in (None, "", ".", ":"))
        if is_place and credits and all(map(is_outlet, credits)) and (match["end"] is not None or place.isupper()):
            agency = next(filter(is_agency, credits), "")
            return Stated(published=published, agency=agency, publisher="" if agency else credits[0])
    if (match := _DATED_PLACE.match(line)) and (found := find_date(match["date"])):
        return Stated(published=found[0])
    return Stated()


def is_noise(line: str) -> bool:
    """Whether a line is what pages write around an article's imprint: `3 hours ago`, `5 min read`."""
    parts = [part for piece in _PARTS.split(line) if (part := piece.strip(_EDGES))]
    return all(_NOISE.fullmatch(part) or SECTION.fullmatch(part) for part in parts)


def _is_place(unknown: list[str]) -> bool:
    """Whether no more is left of a line than may be the town of an outlet's desk: `BBC News, Oslo`."""
    return len(unknown) <= 1 and all(len(part.split()) == 1 for part in unknown)


def _without_dates(line: str) -> tuple[str, str]:
    """The day of publication, or else of the update, and the line with bars in the place of each date and time."""
    days: list[tuple[bool, str]] = []
    while found := find_date(line):
        day, start, end = found
        days.append((bool(re.search(r"(?:updated?|modified)\W*(?:on|at)?\W*$", line[:start], re.IGNORECASE)), day))
        before = "|" if _BOUND.search(line[:start]) else "¦"
        after = "|" if _BOUND_AFTER.match(line[end:]) else "¦"
        line = f"{line[:start]} {before}{after} {line[end:]}"
    return (min(days)[1] if days else ""), TIME.sub(" | ", line)


def _runs_into_date(part: str, line: str) -> bool:
    """Whether nothing parts a stretch from a date beside it, as in a headline: `Deadline Looms for May 5, 2024`."""
    return bool(re.search(rf"{re.escape(part)}\s*¦|¦\s*{re.escape(part)}", line))


def _signed(parts: list[str]) -> tuple[str, list[str], list[str]]:
    """The author of the parts, the outlets that the byline names, and the parts that are left."""
    author, outlets, left = "", list[str](), list[str]()
    for number, part in enumerate(parts):
        byline = author_of(part)
        if byline and outlet_named(byline[0]) and part.lower().startswith("published"):
            outlets.append(byline[0])
        elif byline:
            author = author or byline[0]
            outlets += [byline[1]] if byline[1] else []
        elif is_role(part):
            continue
        elif author and number and author in parts[number - 1] and author_of(f"by {part}") and " and " in part:
            author = f"{author}, {part}"
        elif (
            not author
            and is_full_name(part)
            and not outlet_named(part)
            and any(map(is_role, parts[number + 1 : number + 2]))
        ):
            author = part
        else:
            left.append(part)
    return author, outlets, left
