"""How a passage puts what a word tells: as a fact, as coming, as possible, as somebody's aim, or as a question.

`The aim is not to use the bomb` says nothing of whether it was used, and `it was preparing to use the bomb` says that
it was not yet: neither clashes with the other. Only what is put the same way can be told otherwise.

Source: Karttunen 1971, Implicative verbs; Saurí and Pustejovsky 2009, FactBank, on what a text commits itself to.
"""

from spacy.tokens import Span, Token

from analysis.comparison.vocabulary import vocabulary
from analysis.grammar.modality import Modality, modality

FACT = ""
"""Told as so, or as not so: negation is kept apart."""
_COMING = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must", "ought", "'d", "’d"})
_ABILITY = frozenset({"can", "ca", "could"})
_MOODS = {Modality.POSSIBLE: "possible", Modality.AIM: "aim", Modality.QUESTION: "question", Modality.FUTURE: "future"}
_CLAUSES = frozenset({"relcl", "parataxis", "ROOT"})
"""A clause that stands for itself whatever the one above it is put as."""


def mood(token: Token, span: Span) -> str:
    """How the passage puts what a word tells; FACT (empty) where it tells it as so or not so.

    Args:
        token: A word of the passage.
        span: The passage; what stands outside it is not looked at.
    """
    for verb in _verbs_above(token, span):
        found = _mood_of(verb)
        if found or verb.dep_ in _CLAUSES:
            return found
    return FACT


def _verbs_above(token: Token, span: Span) -> list[Token]:
    return [item for item in (token, *token.ancestors) if item.pos_ in {"VERB", "AUX"} and _is_in(item, span)]


def _is_in(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end


def _mood_of(verb: Token) -> str:
    """One verb's own mood; a negation changes nothing about it, but for what could not be done and so was not."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _ABILITY and any(child.dep_ == "neg" for child in verb.children):
        return FACT
    if auxiliaries & _COMING or ("would" in auxiliaries and verb.dep_ == "ccomp"):
        return "future"
    if auxiliaries & _POSSIBLE or any(
        child.lower_ in vocabulary("perhaps") for child in verb.children if child.dep_ == "advmod"
    ):
        return "possible"
    if "to" in auxiliaries and verb.dep_ in {"xcomp", "ccomp"}:
        if verb.head.lemma_ == "be":
            subjects = {child.lemma_.lower() for child in verb.head.children if child.dep_ == "nsubj"}
            return "aim" if subjects & vocabulary("aims") else "future"
        if verb.head.lemma_ in vocabulary("causing"):
            return FACT
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in vocabulary("guessing"):
        return "possible"
    return _MOODS.get(modality(verb), FACT)
