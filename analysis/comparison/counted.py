"""What a number counts: the unit, and whether it is somebody's age."""

import re

from spacy.tokens import Span, Token

from analysis.comparison.fates import OBJECTS, harm_of, told_of
from analysis.comparison.measures import measure_of
from analysis.comparison.vocabulary import vocabulary

GENERIC_PEOPLE = frozenset(
    ["activist", "adult", "baby", "body", "boy", "casualty", "child", "citizen", "civilian", "crew", "dead",
     "demonstrator", "doctor", "driver", "employee", "farmer", "fighter", "firefighter", "fisherman", "girl",
     "guard", "guest", "hostage", "individual", "insurgent", "journalist", "life", "man", "member", "migrant",
     "militant", "miner", "mourner", "nurse", "officer", "passenger", "people", "person", "pilgrim", "pilot",
     "policeman", "prisoner", "protester", "pupil", "rebel", "refugee", "rescuer", "resident", "sailor",
     "serviceman", "soldier", "staff", "student", "teacher", "teenager", "terrorist", "tourist", "troop",
     "victim", "villager", "woman", "worker", "worshipper"]
)  # fmt: skip
"""Nouns that count people, whoever they are: three sailors against five people is a clash."""
_HARMS = frozenset({"death", "fatality", "killing", "slaying", "murder", "drowning", "injury", "arrest", "detention"})
"""Nouns of which there are as many as people: nine deaths are nine dead."""
AGE = "year of age"
CURRENCY = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}

_PERCENT = {"%", "percent", "per", "pct", "percentage"}
_OLDEST = 120
_NOT_PERSONS = frozenset({"GPE", "LOC", "ORG", "FAC", "DATE", "PRODUCT", "EVENT"})
_AFTER_AGE = re.compile(r"""^(?:[,.;:)’'"”]|$)""")
_DETERMINERS_OF_ONE = frozenset({"any", "each", "every", "no", "that", "this", "which"})
_PAIRED = re.compile(r"\bone (?:after|by|for|on) (?:one|another)\b", re.I)
_PART = frozenset({"them", "whom", "these", "those", "us", "which"})
_MODEL = frozenset({"compound", "nmod", "amod"})


def is_age(span: Span, start: int, end: int) -> bool:
    """Whether a number is somebody's age: `aged 52`, `a 52-year-old`, `John Berg, 52, was arrested`."""
    doc = span.doc
    after = doc[end : min(end + 4, span.end)].text.lower()
    if re.match(r"(?:- ?)?years?(?: ?- ?|\s)olds?\b", after):
        return True
    before = doc[start - 1] if start > span.start else None
    if end - start != 1 or before is None or not doc[start].text.isdigit() or int(doc[start].text) > _OLDEST:
        return False
    if before.lower_ in {"aged", "age", "ages"}:
        return True
    named = doc[start - 2] if start - 2 >= span.start else None
    is_person = named is not None and named.pos_ == "PROPN" and named.ent_type_ not in _NOT_PERSONS
    ends = "" if end >= span.end else doc[end].text
    return is_person and before.text in {",", "("} and bool(_AFTER_AGE.match(ends))


def whose_age(token: Token, span: Span) -> str:
    """Lemma of the name or noun whose age a number is; empty: it is not plain.

    `John Berg, 52`: berg; `a 52-year-old driver`: driver; `the suspect, aged 52`: suspect.
    """
    if token.i > span.start and token.nbor(-1).text in {",", "("}:
        return token.doc[token.i - 2].lemma_.lower()
    for above in token.ancestors:
        if not span.start <= above.i < span.end or above.pos_ in {"AUX"}:
            return next((child.lemma_.lower() for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}), "")
        if above.pos_ in {"NOUN", "PROPN"} and above.lemma_.lower() not in {"year", "age", "old"}:
            return above.lemma_.lower()
    return ""


def is_part_of_a_name(span: Span, start: int, end: int) -> bool:
    """Whether a number belongs to a name: the Curve 8900 phone, a Boeing 737."""
    doc, before = span.doc, span.doc[start - 1] if start > span.start else None
    if before is None or before.pos_ != "PROPN" or end - start != 1 or not doc[start].text[:1].isdigit():
        return False
    head = doc[start].head
    return head == before or (before.dep_ in _MODEL and before.head == head and head.i >= end)


def is_part_of_a_count(span: Span, start: int, end: int) -> bool:
    """Whether a number picks some out of those counted already: one of them, two of whom."""
    return end + 1 < span.end and span.doc[end].lower_ == "of" and span.doc[end + 1].lower_ in _PART


def is_pronoun(span: Span, start: int, end: int) -> bool:
    """Whether `one` counts nothing: no one, each one, one another, one by one."""
    doc = span.doc
    if end - start != 1 or doc[start].lower_ != "one":
        return False
    before = doc[start - 1].lower_ if start > span.start else ""
    after = doc[end].lower_ if end < span.end else ""
    is_last = after != "of" and (not after or doc[end].pos_ not in {"NOUN", "PROPN", "ADJ"})
    if after == "another" or (before in _DETERMINERS_OF_ONE and is_last):
        return True
    return bool(_PAIRED.search(doc[max(start - 2, span.start) : min(end + 2, span.end)].text))


def is_some_of(span: Span, start: int, end: int) -> bool:
    """Whether there are more than the number says: two of the bombs, the other two."""
    after = span.doc[end : min(end + 2, span.end)].text.lower()
    before = span.doc[start - 1].lower_ if start > span.start else ""
    return after.startswith("of the") or before in {"other", "remaining", "another"}


def unit_of(span: Span, start: int, end: int) -> str:
    """Lemma of what is counted; `person` for people of any sort; empty: not said."""
    doc = span.doc
    if start > span.start and doc[start - 1].lower_ in CURRENCY:
        return CURRENCY[doc[start - 1].lower_]
    if end < span.end and doc[end].lower_ in _PERCENT:
        return "percent"
    head = doc[start].head
    if doc[start].dep_ in {"nummod", "amod", "compound", "quantmod"} and head.pos_ == "NOUN" and head.i >= end:
        return _kind_of_thing(head, span)
    is_bare = end >= span.end or doc[end].pos_ not in {"NOUN", "ADJ", "PROPN"}
    if is_bare and start > span.start and harm_of(doc[start - 1]):  # kills 1 at the office
        return "person"
    return _following(span, end) or _counted_subject(doc[start], span)


def _following(span: Span, end: int) -> str:
    for token in span.doc[end : min(end + 4, span.end)]:
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            return "" if harm_of(token) and token.lemma_.lower() not in _HARMS else _kind_of_thing(token, span)
        is_other = token.pos_ == "ADP" and token.lower_ != "of"  # put at nine | by the army, nine | in the market
        if is_other or harm_of(token) or token.pos_ in {"VERB", "AUX", "PUNCT", "PROPN", "SCONJ"}:
            break
    return ""


def _counted_subject(token: Token, span: Span) -> str:
    """What a bare number counts, from the verb's subject: the toll rose to five, the dead number five."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            is_one = token.dep_ in {"nsubj", "nsubjpass", "dobj"} and above.lemma_.lower() in vocabulary("befalling")
            return "person" if told_of(above, span) or is_one else ""
    return ""


def _kind_of_thing(token: Token, span: Span) -> str:
    """`person` for people, unless they are named as some among others: three children among them."""
    lemma, head = token.lemma_.lower(), token.head
    measure = measure_of(lemma)
    if measure:
        return measure.name
    is_some = head.lower_ in {"among", "including"} or (head.lemma_ == "include" and token.dep_ in OBJECTS)
    return "person" if lemma in GENERIC_PEOPLE | _HARMS and not (is_some and span.start <= head.i) else lemma
