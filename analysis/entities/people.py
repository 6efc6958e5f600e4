"""Personal names in a text, corrected where the model errs, and which of them are one person's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from analysis.entities.context import after, before, is_capitalised, tokens_of
from analysis.entities.titles import States, is_office, title_before
from analysis.entities.vocabulary import words
from analysis.gazetteer.leaders import find_leader
from analysis.gazetteer.spelling import is_same_person, parts_of
from analysis.records import Mention

_NOT_A_NAME = re.compile(r"[\d@#/:|]")
_MAX_NAME_TOKENS = 5
_MISLABELS = frozenset({"ORG", "GPE", "FAC", "NORP", "WORK_OF_ART", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name at one place of a text; `canonical` is the fullest form that the article has of it."""

    span: Span
    text: str
    canonical: str


def find_personal_names(doc: Doc, names: Sequence[Mention]) -> list[PersonName]:
    """Personal names of an article in reading order.

    The model's people are taken, cut to the name; a name that it took for an organisation or overlooked is added where
    an office or honorific stands before it, or where it is the surname of somebody named in full.

    Args:
        doc: The parsed article.
        names: Mentions from the gazetteer; what they cover is no person.
    """
    taken = tokens_of(doc, names)
    spans: dict[int, Span] = {}
    states = States(doc, names)
    for span in [*_labelled(doc), *_titled(doc), *_mislabelled(doc, states)]:
        free = _free_part(span, taken)
        if free is not None and _looks_like_a_name(free):
            known = spans.get(free.start)
            if known is None or len(known) < len(free):
                spans[free.start] = free
    _drop_inner(spans)
    full = [span for span in spans.values() if len(_clean(span).split()) > 1]
    for span in _bare_surnames(doc, full, taken, spans):
        spans.setdefault(span.start, span)
    ordered = [spans[start] for start in sorted(spans)]
    return _linked(ordered)


def _labelled(doc: Doc) -> Iterator[Span]:
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        labels[ent.text][ent.label_] += 1
    for ent in doc.ents:
        others = labels[ent.text].total() - labels[ent.text]["PERSON"]
        if ent.label_ == "PERSON" and (len(ent) > 1 or others <= labels[ent.text]["PERSON"]):
            yield _cut(doc, ent.start, ent.end)


def _titled(doc: Doc) -> Iterator[Span]:
    """Names that an office or honorific announces: Minister Karim Medrek, Mr Wallace."""
    for token in doc[:-1]:
        word = token.lower_.rstrip(".")
        if not is_capitalised(token) and word not in words("offices"):
            continue
        if word not in words("honorifics") and (word not in words("offices") or token.tag_ == "NNS"):
            continue
        end = token.i + 1
        if end < len(doc) and doc[end].text == "." and word in words("honorifics"):
            end += 1
        start = end
        while end < len(doc) and end - start < _MAX_NAME_TOKENS and _can_be_in_a_name(doc[end]):
            end += 1
        if end > start:
            yield _cut(doc, start, end)


def _mislabelled(doc: Doc, states: States) -> Iterator[Span]:
    """People whom the model took for organisations or places, though an apposition gives them an office.

    `Oleksiy Danilov, secretary of the council,` and `the minister, Urmas Reinsalu, said`.
    """
    for ent in doc.ents:
        if ent.label_ not in _MISLABELS or len(ent) > _MAX_NAME_TOKENS:
            continue
        name = _without_modifiers(ent)
        if len(name) == 1 and ent.label_ == "ORG" and find_leader(name.text):
            yield _cut(doc, name.start, name.end)
        if len(name) < 2 or not all(_is_name_part(token) for token in name) or _has_body_word(name):
            continue
        is_titled = len(name) < len(ent) and _has_office_before(name, states)
        if is_titled or _is_followed_by_office(name) or _follows_office(name, states) or find_leader(name.text):
            yield _cut(doc, name.start, name.end)


def _is_name_part(token: Token) -> bool:
    return token.text == "-" or (is_capitalised(token) and token.is_alpha)


def _without_modifiers(ent: Span) -> Span:
    """`Defense Lloyd Austin`, of `Secretary of Defense Lloyd Austin`, without the ministry."""
    start = ent.start
    while start < ent.end and ent.doc[start].lower_ in words("title_modifiers") | words("body_modifiers"):
        start += 1
    return ent.doc[start : ent.end]


def _has_office_before(name: Span, states: States) -> bool:
    title = title_before(name.doc, name.start, states)
    return title is not None and title.head is not None and is_office(title.head)


def _has_body_word(ent: Span) -> bool:
    heads = words("body_heads") | words("outside_bodies") | words("body_modifiers")
    return any(token.lower_ in heads for token in ent)


def _is_followed_by_office(ent: Span) -> bool:
    following = after(ent.doc, ent.end, 5)
    if not following or following[0].text != ",":
        return False
    if any(token.lower_ == "who" for token in following[1:2]):
        return True
    return any(is_office(token) and token.tag_ == "NN" for token in following[1:])


def _follows_office(ent: Span, states: States) -> bool:
    if ent.start == 0 or ent.doc[ent.start - 1].text != "," or ent.end >= len(ent.doc) or ent.doc[ent.end].text != ",":
        return False
    return _has_office_before(ent, states)


def _can_be_in_a_name(token: Token) -> bool:
    if token.lower_ in {"al", "el", "bin", "ibn", "ben", "van", "von", "de", "da", "di", "der", "del", "la", "-"}:
        return True
    is_name = is_capitalised(token) and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_sent_start
    return is_name and token.ent_type_ != "DATE" and token.lower_ not in words("offices") | words("title_modifiers")


def _cut(doc: Doc, start: int, end: int) -> Span:
    """The name proper: no line break, title, possessive ending or hyphen at its edges."""
    for index in range(start, end):
        if doc[index].is_space:
            end = index
            break
    while end > start and (
        doc[end - 1].tag_ == "POS" or doc[end - 1].lower_ in {"'s", "’s", "-", "’", "'", "al", "de"}
    ):
        end -= 1
    while start < end and doc[start].lower_.rstrip(".") in words("offices") | words("honorifics"):
        start += 1
    return doc[start:end]


def _free_part(span: Span, taken: set[int]) -> Span | None:
    """The part of a span that no gazetteer name covers; None when nothing or a middle part is left."""
    free = [token.i for token in span if token.i not in taken]
    if not free or free[-1] - free[0] + 1 != len(free):
        return None
    part = _cut(span.doc, free[0], free[-1] + 1)
    return part if len(part) else None


def _looks_like_a_name(span: Span) -> bool:
    text = _clean(span)
    if _NOT_A_NAME.search(text) or (not is_capitalised(span[0]) and "-" not in text):
        return False
    if text.isupper() and len(text) <= 5 and len(span) == 1:
        return False
    is_month = len(span) == 1 and span[0].lower_.rstrip(".") in words("months")
    return not is_month and any(token.pos_ == "PROPN" or token.ent_type_ for token in span)


def _drop_inner(spans: dict[int, Span]) -> None:
    for start, span in sorted(spans.items()):
        for inner in range(start + 1, span.end):
            spans.pop(inner, None)


def _bare_surnames(doc: Doc, full: list[Span], taken: set[int], spans: dict[int, Span]) -> Iterator[Span]:
    """Surnames of people named in full that the model labelled otherwise (Blinken as an organisation) or not at all."""
    covered = {token.i for span in spans.values() for token in span}
    surnames = {_surname(span) for span in full}
    for token in doc:
        if token.text in surnames and token.i not in taken | covered and token.pos_ in {"PROPN", "NOUN"}:
            neighbour = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if neighbour is None or not (
                neighbour.pos_ == "PROPN" and is_capitalised(neighbour) and neighbour.i not in taken
            ):
                yield doc[token.i : token.i + 1]


def _surname(span: Span) -> str:
    first, last = span[0], span[-1]
    return first.text if first.lower_ in words("family_first") else last.text


def _linked(spans: list[Span]) -> list[PersonName]:
    """Each name with the fullest form of the person it means; the nearest before it where two share a surname."""
    texts = [_clean(span) for span in spans]
    result = []
    for index, (span, text) in enumerate(zip(spans, texts, strict=True)):
        nearest_first = list(dict.fromkeys([*texts[index::-1], *texts[index + 1 :]]))
        result.append(PersonName(span, text, _fullest(span, text, nearest_first)))
    return result


def _fullest(span: Span, text: str, others: Sequence[str]) -> str:
    parts = parts_of(text)
    if not parts:
        return text
    if len(parts) > 1:
        same = [other for other in others if len(parts_of(other)) > 1 and is_same_person(parts, parts_of(other))]
        return max(same, key=lambda other: (len(parts_of(other)), -others.index(other))) if same else text
    full = [other for other in others if len(parts_of(other)) > 1]
    by_surname = [other for other in full if is_same_person(parts, parts_of(other))]
    by_first = [other for other in full if parts_of(other)[0] == parts[0]]
    by_family = [other for other in by_first if parts[0] in words("family_first")]
    for found in (by_surname, by_family, [] if _has_title(span) else by_first):
        if found:
            return _fullest(span, found[0], others)
    return text


def _has_title(span: Span) -> bool:
    previous = before(span.doc, span.start)
    return bool(previous) and previous[0].lower_.rstrip(".") in words("honorifics") | words("offices")


def _clean(span: Span) -> str:
    return " ".join(span.text.split()).replace(" - ", "-")
