"""Acts that a text names without saying that they were done: what is denied, alleged, demanded, promised or rumoured.

Verbs differ in what they take for granted. To accuse or suspect somebody of a deed, and to deny it, says nothing of its
having been done; to condemn or thank somebody for it takes it as done. What is answered is taken as said: who rejects
Peru's accusation grants that Peru makes it.

Source: Fillmore, "Verbs of judging: an exercise in semantic description", Papers in Linguistics 1 (1969); Kiparsky and
Kiparsky, "Fact" (1970), for nouns and verbs whose clause is or is not taken for granted.
"""

from collections.abc import Mapping

from spacy.tokens import Token

from analysis.codebook import DENY, REJECT, Codebook, Cue
from analysis.grammar.roles import is_side_by_side
from analysis.grammar.words import words

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "dobj", "conj", "appos", "oprd", "attr"})
_TOLD_BY_NOUN = _COMPLEMENTS | {"relcl"}
_CLAUSES_OF_NOUN = frozenset({"acl", "ccomp"})
_ANSWERING = frozenset({DENY, REJECT})


def is_only_named(trigger: Token, cues: Mapping[int, Cue], codebook: Codebook) -> bool:
    """Whether an act is named as what somebody threatens, refuses, demands, denies or alleges, or as a rumour.

    Args:
        trigger: The word that names the act.
        cues: The cue at each word of the text where one stands.
        codebook: The acts.
    """
    named = codebook.acts[cues[trigger.i].act]
    current = trigger
    while current.dep_ in _TOLD_BY_NOUN and current.head != current:
        head = current.head
        if is_side_by_side(current, head):
            return False
        if _is_rumour(current, head):
            return True
        if current.dep_ not in _COMPLEMENTS:
            return False
        above = cues.get(head.i)
        if above is not None and current.dep_ != "conj" and codebook.acts[above.act].is_unreal:
            is_answered = trigger.pos_ == "NOUN" and named.is_verbal and above.act in _ANSWERING
            return not is_answered
        current = head
    return False


def _is_rumour(clause: Token, noun: Token) -> bool:
    """Whether a clause or an `of` phrase is what a noun of hearsay tells: reports that, allegations of."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words("hearsay") or noun.head.lemma_ in words("confirming"):
        return False
    that = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)
    is_told = clause.dep_ in _CLAUSES_OF_NOUN and not any(child.lower_ == "to" for child in clause.lefts)
    return is_told or (clause.dep_ == "relcl" and that) or (clause.dep_ == "prep" and clause.lower_ == "of")
