"""Names of authors, as in `By Jane Roe and John Doe for the Harbour Post`, and what programs put in their place."""

import re

from analysis.masthead.outlets import is_name, is_outlet, outlet_named
from analysis.masthead.words import word_list

_BY = re.compile(
    r"(?:(?:text|story|report|words|written|reported|posted|published|analysis|opinion) )?by:? +", re.IGNORECASE
)
_FOR = re.compile(r" +(?:for|of|at|with|via|from) +(?:the +)?(?=[A-Z0-9])")
_PLACE = re.compile(r" +in +(?=[A-Z])")
_AND = re.compile(r", *(?:and +|& *)?| +and +| *& *")
_ROLE = re.compile(
    r"(?:\S+ ){0,5}(?:correspondents?|editors?|reporters?|writers?|columnists?|journalists?|chief|staff|producer)"
    r"(?: in [A-Z]\w+)?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:our |the )?(?:\S+ ){0,3}(?:staff|correspondents?|reporters?|newsroom|editors|desk|bureau|team)"
    r"(?: writers?| reporters?)?",
    re.IGNORECASE,
)
_VERSION = re.compile(r"https?:|\d+\.\d+")


def is_program(author: str) -> bool:
    """Whether a document's author field names a program or an unnamed account instead of a person."""
    words = re.findall(r"[^\W\d_]+(?:[-/][^\W\d_]+)*", author.casefold())
    parts = {part for word in words for part in re.split("[-/]", word)}
    is_account = bool(words) and (word_list("accounts") | {"windows", "local"}).issuperset(words)
    return is_account or bool(parts & word_list("programs")) or bool(_VERSION.search(author))


def author_of(line: str) -> tuple[str, str] | None:
    """The names of a stretch that begins with `By`, and the outlet that it says they write for.

    Returns:
        None where it is no byline: `By Monday the port was closed` is a sentence.
    """
    by = _BY.match(line)
    if not by:
        return None
    names, *houses = _FOR.split(line[by.end() :].strip(" .,"), maxsplit=1)
    outlet = outlet_named(houses[0]) or (houses[0] if is_name(houses[0]) else "") if houses else ""
    if houses and not outlet:
        return None
    names = _PLACE.split(names, maxsplit=1)[0]
    signed = [part for part in _AND.split(names) if not _ROLE.fullmatch(part)]
    if not all(_is_signature(part) for part in signed):
        return None
    return (names.strip(" ,") if signed else "", outlet)


def is_role(text: str) -> bool:
    """Whether a stretch says what somebody does at an outlet: `Political Editor`."""
    return bool(_ROLE.fullmatch(text.strip()))


def is_full_name(text: str) -> bool:
    """Whether a stretch is written as a person's name in full."""
    words = text.split()
    return 2 <= len(words) <= 5 and is_name(text) and not any(char.isdigit() for char in text)


def _is_signature(text: str) -> bool:
    return is_full_name(text) or is_outlet(text) or bool(_STAFF.fullmatch(text))
