"""Which of its readings a name has at one place in a text, or that it is no mention at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from analysis.entities.context import after, before, is_capitalised
from analysis.entities.vocabulary import words
from analysis.gazetteer import Name

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A name's reading, with the rule that chose it."""

    name: Name
    rule_id: str
    reason: str


def choose(doc: Doc, span: Span, text: str, names: Sequence[Name]) -> Reading | None:
    """The reading of a name found at `span`; None when it names no place, people or body there."""
    bodies = [name for name in names if name.kind in {"metonym", "organisation"}]
    if bodies:
        return Reading(bodies[0], "gazetteer-body", f"{text} is a body of {bodies[0].country_code or 'no one state'}")
    if _is_person(doc, span) or _is_part_of_company(doc, span):
        return None
    states = [name for name in names if name.kind in {"country", "demonym", "capital"}]
    if states:
        first = states[0]
        if first.kind == "demonym" and _is_language(doc, span):
            return None
        return Reading(first, f"gazetteer-{first.kind}", f"{text} is a {first.kind} of {first.country_code}")
    if span.root.ent_type_ not in _PLACE_LABELS:
        return None
    largest = max(names, key=lambda name: (name.population, name.country_code))
    if largest.population and largest.population < 50_000:
        return None
    return Reading(largest, "gazetteer-place", f"{text} is a place in {largest.country_code or 'no one state'}")


def _is_person(doc: Doc, span: Span) -> bool:
    """Part of a longer personal name: Paris Hilton, Israel Adesanya. One word alone is never a person by label."""
    entity = next((ent for ent in doc.ents if ent.start <= span.start < ent.end and ent.label_ == "PERSON"), None)
    if entity is None:
        return False
    others = [
        t
        for t in entity
        if not span.start <= t.i < span.end and t.lower_ not in words("personal_titles") and t.is_alpha
    ]
    return bool(others) and all(is_capitalised(token) for token in others) and span.end - span.start == 1


def _is_part_of_company(doc: Doc, span: Span) -> bool:
    following = after(doc, span.end)
    return bool(following) and following[0].lower_ in words("company_heads") and is_capitalised(following[0])


def _is_language(doc: Doc, span: Span) -> bool:
    following, previous = after(doc, span.end, 2), before(doc, span.start)
    if any(token.lower_ in words("language_after") for token in following):
        return True
    return (
        bool(previous)
        and previous[0].lower_ in words("language_before")
        and not (following and following[0].pos_ in {"NOUN", "PROPN"})
    )
