"""Who answers for what a noun names: the doer of an attack, the owner of a claim; never its victim or its place.

Source: CAMEO codebook 1.1b3 (Schrodt 2012): the target of a condemnation or a denial is who did or alleged it.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from analysis.codebook import load_codebook
from analysis.grammar.parties import Parties
from analysis.grammar.roles import is_passive, objects_of
from analysis.grammar.words import words

_FROM_CULPRIT = frozenset({"by", "from"})
_OF_KIND = frozenset({"amod", "compound", "nmod"})
_HANGING = _OF_KIND | {"prep", "pobj", "pcomp", "dobj", "acl"}
"""Words below a noun that say what it is of, without a finite clause of their own."""


def culprit_of(noun: Token, parties: Parties) -> tuple[str, ...]:
    """Who answers for what a noun names; () when the text does not say, though it may name victims and places."""
    doers = [doer for by in _by_phrases(noun) for doer in objects_of(by)]
    for found in (
        (code for doer in doers for code in parties.target(doer)),
        parties.named(noun),
        parties.owner(noun),
        (code for of in noun.children if of.lower_ == "of" and not _has_victim(noun) for code in _of(of, parties)),
        parties.named_alike(noun),
    ):
        codes = tuple(dict.fromkeys(found))
        if codes:
            return codes
    return ()


def culprit_above(word: Token, parties: Parties) -> tuple[str, ...]:
    """Whose a wrong is by its own noun or one that it hangs on: Peru's plan for a [raid]; () when none says so.

    A word that only tells what kind a thing is of (a Peruvian [spy] ship) makes no wrong of the thing itself.
    """
    hangs_by = ""
    while True:
        found = culprit_of(word, parties) if word.pos_ == "NOUN" and hangs_by not in _OF_KIND else ()
        if found or word.dep_ not in _HANGING:
            return found
        hangs_by, word = word.dep_, word.head


def _by_phrases(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _FROM_CULPRIT:
            yield child
        elif child.dep_ == "acl" and child.lemma_ in words("doing") and is_passive(child):  # remarks made by Peru
            yield from (by for by in child.children if by.dep_ == "agent")


def _has_victim(noun: Token) -> bool:
    """Whether the noun's `of` names who suffers: the killing of, the invasion of."""
    lemma = noun.lemma_.lower()
    codebook = load_codebook()
    return lemma.endswith("ing") or any(not codebook.acts[cue.act].is_verbal for cue in codebook.cues_of("noun", lemma))


def _of(preposition: Token, parties: Parties) -> tuple[str, ...]:
    return tuple(code for noun in objects_of(preposition) for code in culprit_of(noun, parties))
