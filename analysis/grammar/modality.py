"""Whether a clause says that something happened, did not happen, may happen or is only asked.

A reader who counts `would respond` or `refused to condemn` as an act counts what nobody did.
"""

from enum import StrEnum

from spacy.tokens import Token

from analysis.grammar.roles import clause_verb, patients
from analysis.grammar.words import words

_FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must", "ought", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})


_TWICE_NEGATED = frozenset({"be", "have", "hesitate", "fail", "refuse", "cease", "stop", "decline"})
"""Verbs whose negation does not deny their infinitive: `did not hesitate to condemn` condemns."""


class Modality(StrEnum):
    """How a clause puts what it tells; `aim` is a purpose that nobody says was reached."""

    FACT = "fact"
    NEGATED = "negated"
    FUTURE = "future"
    POSSIBLE = "possible"
    AIM = "aim"
    QUESTION = "question"


def is_negated(verb: Token) -> bool:
    """Whether the clause denies its own verb: `did not`, `has yet to`, `no country condemned`."""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.lower_ in words("negations") and child.dep_ in {"advmod", "preconj", "cc", "det"}
        ):
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and _is_none(child):
            return True
    head = verb.head
    if verb.dep_ == "xcomp" and (head.lemma_ in words("negating") or _is_yet_to(verb)):
        return True
    if verb.dep_ == "xcomp" and head.lemma_ not in _TWICE_NEGATED and is_negated(head):
        return True
    if verb.dep_ == "pcomp":
        return _is_kept_from(head)
    if verb.dep_ == "conj" and _is_joined_in_negation(verb):
        return True
    return _is_yet_to(verb)


def _is_joined_in_negation(verb: Token) -> bool:
    """Whether a negation before another verb reaches this one: did not condemn or defend, rather than condemn."""
    joint = next(
        (child for child in reversed(list(verb.head.children)) if child.dep_ == "cc" and child.i < verb.i), None
    )
    if joint is not None and joint.lower_ in {"nor", "than"}:
        return True
    is_bare = verb.tag_ == "VB" and not any(child.dep_ in {"aux", "nsubj", "cc"} for child in verb.lefts)
    return is_bare and is_negated(verb.head)


def _is_kept_from(preposition: Token) -> bool:
    """Whether what a preposition introduces did not happen: without, instead of, far from condemning."""
    governor = preposition.head
    if preposition.lower_ == "of":
        return governor.lower_ == "short" or any(word.lower_ == "instead" for word in (governor, *preposition.lefts))
    if preposition.lower_ == "than":
        return any(child.lower_ == "rather" for child in preposition.lefts)
    if preposition.lower_ == "from" and governor.lower_ == "far":
        return True
    if preposition.lower_ == "from":
        verb = governor if governor.pos_ == "VERB" else governor.head
        return verb.lemma_ in words("keeping_from")
    return preposition.lower_ == "without"


def _is_none(subject: Token) -> bool:
    return subject.lower_ in {"no", "none", "nobody", "neither"} or any(
        child.lower_ in {"no", "neither"} and child.dep_ in {"det", "neg", "preconj"} for child in subject.children
    )


def _is_yet_to(verb: Token) -> bool:
    before = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    return any(token.lower_ == "yet" for token in before) and before[-1:].text == "to"


def modality(verb: Token) -> Modality:
    """How the clause of this verb puts what it tells; the first that fits of question, negated, future, possible."""
    if verb.sent.text.rstrip(" \n\"'”’").endswith("?"):
        return Modality.QUESTION
    if is_negated(verb):
        return Modality.NEGATED
    if _is_before_its_time(verb):
        return Modality.POSSIBLE
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return modality(clause_verb(verb.head))
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return Modality.FUTURE if verb.head.lemma_ in words("weighing") else modality(verb.head)
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "conj" and not auxiliaries and verb.tag_ == "VB":
        auxiliaries = {child.lower_ for child in verb.head.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _FUTURE:
        return Modality.FUTURE
    if auxiliaries & _POSSIBLE:
        return Modality.FUTURE if "would" in auxiliaries and _is_reported(verb) else Modality.POSSIBLE
    if any(child.dep_ == "aux" and child.lemma_.removesuffix("s") in words("wishing") for child in verb.children):
        return Modality.POSSIBLE  # wants them extradited, by a parser that takes it for an auxiliary, `wants` its lemma
    if _is_inverted(verb) or any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children):
        return Modality.POSSIBLE
    if "to" in auxiliaries or (
        verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in words("wishing") | words("moving") | words("permitting")
    ):
        return _infinitive(verb)
    return Modality.FACT


def _is_inverted(verb: Token) -> bool:
    """Whether a clause is a condition by its order of words: had Peru agreed, were Peru to agree."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.left_edge.i == 0:
        return False
    before = subject.left_edge.nbor(-1)
    is_open = before.lower_ == "had" or (before.lower_ == "were" and any(c.lower_ == "to" for c in verb.lefts))
    return is_open and (before.i == 0 or bool(before.is_sent_start) or before.nbor(-1).text in {",", "“", '"'})


def has_none_as_object(verb: Token) -> bool:
    """Whether what is acted on is none: fired no shells, expelled no diplomats."""
    found = patients(verb)
    is_nothing = any(noun.lower_ in {"nothing", "nobody", "none"} for noun in found)
    return is_nothing or any(c.dep_ == "det" and c.lower_ == "no" for noun in found for c in noun.children)


def _is_before_its_time(verb: Token) -> bool:
    """Whether what comes `before` it is still to come itself: would wait for the findings before blaming anybody.

    Source: Anscombe, "Before and after", Philosophical Review 73 (1964): unlike `after`, `before` leaves open whether
    what it introduces came about.
    """
    is_pcomp = verb.dep_ == "pcomp" and verb.head.lower_ == "before"
    if not is_pcomp and not any(child.dep_ == "mark" and child.lower_ == "before" for child in verb.lefts):
        return False
    governor = clause_verb(verb.head)
    if governor == verb:
        return False
    return governor.lemma_ in words("waiting") or modality(governor) in {Modality.FUTURE, Modality.POSSIBLE}


def _infinitive(verb: Token) -> Modality:
    if verb.dep_ == "conj" and verb.head.tag_ == "VB":
        return modality(verb.head)
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in words("permitting"):
        return Modality.FACT if modality(verb.head) is Modality.FACT else Modality.POSSIBLE
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in words("moving"):
        return Modality.AIM
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in words("wishing"):
        return Modality.POSSIBLE
    if verb.dep_ == "xcomp" and verb.head.lemma_ in words("planning"):
        return Modality.FUTURE
    if verb.dep_ == "xcomp":
        is_twice = verb.head.lemma_ in _TWICE_NEGATED - {"be", "have"} and is_negated(verb.head)
        return Modality.FACT if is_twice else modality(verb.head)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in words("expecting"):
        return Modality.POSSIBLE
    if verb.dep_ not in {"acl", "advcl", "relcl"}:
        return Modality.FACT
    if verb.head.lower_ == "far":  # has gone so far as to recall
        return Modality.FACT
    if verb.head.lower_ in {"latest", "first", "last", "only"}:
        return Modality.FACT
    if verb.head.lemma_ in words("plans"):
        is_none = any(child.lower_ == "no" for child in verb.head.lefts) or is_negated(clause_verb(verb.head))
        return Modality.NEGATED if is_none else Modality.FUTURE
    return Modality.AIM


def _is_reported(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}
