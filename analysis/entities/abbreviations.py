"""Abbreviations that an article explains: the Institute for War Studies (IWS), later IWS.

Source: the bracket rule of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing (2003), with the initials of capitalised words only.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.records import Mention

_BRACKET = re.compile(r"[’']?s?\s?\((?P<short>[^\W\d_][\w.&-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_][\w’']*")


def explained_abbreviations(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Abbreviations in brackets after an organisation's name whose capitals they are, with that mention."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        match = _BRACKET.match(text, mention.end_char)
        if mention.kind == "organisation" and match and _is_short_for(match["short"], mention.text):
            found.setdefault(match["short"], mention)
    return found


def _is_short_for(short: str, name: str) -> bool:
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    initials = iter(word[0].casefold() for part in _WORD.findall(name) for word in part.split("-") if word[0].isupper())
    return short.isupper() and len(letters) >= 2 and all(letter in initials for letter in letters)


def expand(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those by an explained abbreviation turned into mentions of what it is short for."""
    explained = explained_abbreviations(text, mentions)
    expanded: list[Mention] = []
    for mention in mentions:
        long = explained.get(mention.text.removeprefix("the "))
        if long is None or mention.kind not in {"organisation", "person"} or mention.rule_id.startswith("gazetteer"):
            expanded.append(mention)
            continue
        expanded.append(
            replace(
                mention,
                entity_id=long.entity_id,
                entity=long.entity,
                entity_type=long.entity_type,
                kind=long.kind,
                country_code=long.country_code,
                rule_id="abbreviation",
                reason=f"short for {long.text}, as the article explains",
            )
        )
    return expanded
