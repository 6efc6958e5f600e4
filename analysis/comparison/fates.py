"""What befell the people that a number counts: they died, were hurt, were arrested, are missing.

The word for it may stand beside the number (`nine dead`), in the verb (`nine died`), in what the verb calls them (`nine
are feared dead`, `nine are known to have died`), or in a turn of phrase (`nine lost their lives`, `it claimed nine
lives`, `nine froze to death`).
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from analysis.comparison.vocabulary import vocabulary

FATES: dict[str, frozenset[str]] = {
    "death": frozenset(["die", "kill", "killing", "death", "dead", "fatality", "perish", "murder", "slay", "slaying",
                        "deadly", "toll", "body", "execute", "drown", "succumb", "suffocate", "starve"]),
    "injury": frozenset(["injure", "wound", "hurt", "injury", "wounded", "injured", "hospitalise", "hospitalize"]),
    "arrest": frozenset(["arrest", "detain", "custody", "jail", "imprison", "detention"]),
    "missing": frozenset(["missing", "disappear", "unaccounted"]),
}  # fmt: skip
"""What befalls the people counted: three killed and three wounded count different people."""
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative"})
TOLD_OF = OBJECTS | {"nsubj", "nsubjpass", "acomp"}

_DONE_BY_SUBJECT = frozenset(["kill", "murder", "slay", "execute", "injure", "wound", "hurt", "arrest", "detain",
                              "jail", "imprison", "hospitalise", "hospitalize"])  # fmt: skip
"""Verbs whose subject does it to others: two officers killed a man."""
_CALLED = frozenset({"oprd", "acomp", "advmod", "attr", "ccomp"})
"""What the counted are said to be: feared | dead, listed as missing."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HARMS = frozenset({"injury", "wound", "burn", "fracture", "bruise"})


def fate_of(span: Span, start: int, end: int) -> str:
    """What befell the counted [key of FATES], from what stands nearest to the number; empty: nothing is said.

    First the words beside it (1 dead, kills 1), then those that hang on what is counted (five wounded soldiers, five
    people dead), then what it hangs on (the deaths of five), up to its own verb and no further. Of the wounded who died
    it is the death that is counted.
    """
    doc = span.doc
    beside = [*doc[end : min(end + 1, span.end)], *_before(span, start)]
    counted = doc[start].head if doc[start].dep_ in {"nummod", "quantmod"} and doc[start].head.i >= end else doc[start]
    after = [token for token in doc[counted.i + 1 : min(counted.i + 2, span.end)] if token.tag_ != "VBD"]
    around = [counted, *counted.children, *after]
    fates = (fate for token in (*beside, *around) if _is_in(token, span) and (fate := harm_of(token)))
    near, told = next(fates, ""), _told_fate(counted, span)
    return near if near and (told != "death" or harm_of(counted)) else told


def harm_of(token: Token) -> str:
    """The fate that a word names [key of FATES]; empty: none."""
    return next((fate for fate, cues in FATES.items() if {token.lemma_.lower(), token.lower_} & cues), "")


def told_of(verb: Token, span: Span) -> list[Token]:
    """The parties of a verb that tell of harm: the toll | rose, the number of people killed | reached nine."""
    told = [child for child in verb.children if child.dep_ in TOLD_OF and _is_in(child, span)]
    return [party for party in told if _tells_of_harm(party)]


def _tells_of_harm(party: Token) -> str:
    """The fate of a toll, of the deaths, or of the number of dead; empty: none."""
    if party.lemma_.lower() not in vocabulary("totals"):
        return harm_of(party)
    return next((fate for token in party.subtree if token.i > party.i and (fate := harm_of(token))), "")


def _is_in(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end


def _before(span: Span, start: int) -> Iterator[Token]:
    """The word before a number and what bounds it: killing | at least | 5."""
    for token in reversed(span.doc[max(span.start, start - 4) : start]):
        if token.pos_ not in {"ADV", "ADJ", "ADP", "DET", "PUNCT", "SCONJ"} or token.text == ",":
            yield from [token] if token.pos_ in {"VERB", "NOUN"} else []
            return


def _told_fate(counted: Token, span: Span) -> str:
    """The fate that the words above the counted tell."""
    for token, relation in _governors(counted):
        if not _is_in(token, span):
            continue
        fate = harm_of(token) or (_fate_by_verb(token, relation, span) if token.pos_ in {"VERB", "AUX"} else "")
        if fate:
            return fate
    return ""


def _governors(counted: Token) -> Iterator[tuple[Token, str]]:
    """What the counted hang on, and how: nouns by `of`, and their verb, unless they do it to others themselves.

    A bare number may also say how many its verb's subject are: the death toll rose to five, five were missing.
    """
    token, is_direct = counted, True
    while token.head.i != token.i:
        relation, token = token.dep_, token.head
        if relation == "appos" or (relation == "conj" and token.pos_ in {"VERB", "AUX"}):
            return
        if token.pos_ in {"VERB", "AUX"}:
            if is_direct and not _does_it(token, relation):
                yield token, relation
            if counted.like_num or token.lemma_.lower() in vocabulary("counting"):
                parties = (child for child in token.children if child.dep_ in TOLD_OF and child != counted)
                yield from ((party, "") for child in parties for party in (child, *_totalled(child)))
            return
        if token.pos_ == "NUM" and relation == "prep":  # two | of the five
            return
        if token.pos_ == "NOUN" and is_direct:
            yield token, relation
            if token.lemma_.lower() == "life" and token.dep_ in OBJECTS:  # claimed the lives | of nine
                yield token.head, token.dep_
        is_direct = is_direct and (token.pos_ != "ADP" or token.lower_ in {"of", "between"})


def _totalled(party: Token) -> list[Token]:
    """What a number, total or count is of."""
    if party.lemma_.lower() not in vocabulary("totals"):
        return []
    return [token for token in party.subtree if token.i > party.i and token.pos_ not in {"ADP", "DET"}]


def _does_it(verb: Token, relation: str) -> bool:
    """Whether the subject does it to others: two officers | killed a man."""
    has_object = any(child.dep_ in OBJECTS for child in verb.children)
    return relation == "nsubj" and has_object and verb.lemma_.lower() in _DONE_BY_SUBJECT


def _fate_by_verb(verb: Token, relation: str, span: Span) -> str:
    """The fate that a verb tells of its subject, or of its object in a passive, together with other words."""
    children = [child for child in verb.children if _is_in(child, span)]
    objects = {child.lemma_.lower() for child in children if child.dep_ in OBJECTS}
    if relation in OBJECTS | {"nsubjpass"} and verb.lemma_.lower() in vocabulary("costing") and "life" in objects:
        return "death"
    if relation == "nsubj" and "life" in objects and verb.lemma_.lower() == "lose":
        return "death"
    if relation == "nsubj" and verb.lemma_.lower() in vocabulary("suffering"):
        suffered = {token.lemma_.lower() for child in children if child.dep_ in OBJECTS for token in _and_joined(child)}
        return "injury" if suffered & _HARMS else ""
    if relation not in _SUBJECTS:
        return ""
    return _fate_by_preposition(verb, children) or _fate_called(children, relation, span)


def _fate_by_preposition(verb: Token, children: list[Token]) -> str:
    """Burned to death, treated for their wounds, taken to hospital."""
    ends = {(child.lower_, end.lemma_.lower()) for child in children if child.dep_ == "prep" for end in child.children}
    if ("to", "death") in ends and verb.lemma_.lower() not in vocabulary("sentencing"):
        return "death"
    is_treated = verb.lemma_.lower() == "treat" and any(("for", harm) in ends for harm in _HARMS)
    is_taken = verb.lemma_.lower() in vocabulary("taking_to") and ("to", "hospital") in ends
    return "injury" if is_treated or is_taken else ""


def _fate_called(children: list[Token], relation: str, span: Span) -> str:
    """Feared dead, known to have died, believed to have been killed."""
    for child in children:
        if child.dep_ in _CALLED and child.pos_ != "NOUN" and not _has_own_subject(child) and harm_of(child):
            return harm_of(child)
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            is_passive = any(item.dep_ == "auxpass" for item in child.children)
            part = "nsubjpass" if is_passive else "nsubj"
            if not _does_it(child, part):
                fate = harm_of(child) or _fate_by_verb(child, part if relation else "", span)
                if fate:
                    return fate
    return ""


def _has_own_subject(token: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in token.children)


def _and_joined(token: Token) -> Iterator[Token]:
    yield token
    yield from (child for child in token.children if child.dep_ == "conj")
