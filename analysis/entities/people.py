"""People, tied to a country by what the text says of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from analysis.entities.context import before
from analysis.gazetteer.words import normalise
from analysis.records import Mention

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}")


@dataclass(frozen=True, slots=True)
class Tie:
    """A country and the words of the text that say so."""

    country_code: str
    rule_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """A personal name at one place of a text, and the country it is tied to there, if any."""

    span: Span
    name: str
    tie: Tie | None


def find_people(doc: Doc, names: Sequence[Mention]) -> list[Person]:
    """Personal names of an article in reading order; the tie to a country is that of the whole article."""
    taken = [(mention.start_char, mention.end_char) for mention in names]
    spans = [span for span in _spans(doc) if not any(a < span.end_char and span.start_char < b for a, b in taken)]
    canonical = _canonical_names([_plain(span) for span in spans])
    ties: dict[str, Tie] = {}
    for span in spans:
        tie = _tie(doc, span, names)
        if tie:
            ties.setdefault(canonical[_plain(span)], tie)
    return [Person(span, canonical[_plain(span)], ties.get(canonical[_plain(span)])) for span in spans]


def _spans(doc: Doc) -> Iterator[Span]:
    for ent in doc.ents:
        if ent.label_ != "PERSON" or not _NAME.fullmatch(ent.text.strip()):
            continue
        end = ent.end - 1 if ent[-1].text in {"'s", "’s"} else ent.end
        if end > ent.start:
            yield doc[ent.start : end]


def _plain(span: Span) -> str:
    return " ".join(span.text.split())


def _canonical_names(names: Sequence[str]) -> dict[str, str]:
    """The longest form of each name: a surname alone belongs to the one fuller name that ends in it."""
    full = [name for name in dict.fromkeys(names) if " " in name]
    result = {name: name for name in names}
    for name in result:
        if " " not in name:
            owners = [other for other in full if normalise(other.split()[-1]) == normalise(name)]
            result[name] = owners[0] if owners else name
    return result


def _tie(doc: Doc, span: Span, names: Sequence[Mention]) -> Tie | None:
    """The state named in the words just before: Russian Defence Minister Sergei Shoigu."""
    previous = before(doc, span.start, 8)
    for token in previous:
        if token.text in {",", ";", ":", "."} or token.pos_ in {"VERB", "AUX", "ADP", "CCONJ", "SCONJ"}:
            return None
        for mention in names:
            if mention.start_char <= token.idx < mention.end_char and mention.country_code:
                return Tie(mention.country_code, "title", f"title before the name: {mention.text}")
    return None
