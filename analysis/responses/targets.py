"""Whom an act is aimed at: the countries named by the parts of the clause, by what the codebook says the act aims at.

Source: CAMEO codebook 1.1b3 (Schrodt 2012), which codes as target the one who is denied, condemned, asked or helped,
and not the place where it happens nor the victim of what is condemned.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from analysis.codebook import APPEAL, DENY, PROTEST, load_codebook
from analysis.grammar.parties import Parties
from analysis.grammar.roles import (
    agents,
    antecedent,
    clause_of,
    is_side_by_side,
    objects_of,
    own_subtree,
    patients,
    prepositions,
)
from analysis.grammar.words import words
from analysis.responses.culprits import culprit_of
from analysis.responses.frames import Frame

Codes = tuple[str, ...]

_AIMED = (
    "against", "at", "on", "upon", "with", "to", "of", "toward", "towards", "between", "over", "for", "from", "in",
    "into", "by",
)  # fmt: skip
"""Prepositions that lead to the target, the likeliest first."""
_WITHOUT_PLACES = frozenset({"culprit", "addressee"})
_DEPENDENT = frozenset({"ccomp", "xcomp", "advcl", "acl", "prep", "pcomp"})
_BESIDE = frozenset({"near", "outside", "throughout", "across"})
_TOLD_CLAUSES = frozenset({"ccomp", "acl", "pcomp", "xcomp"})
_TOLD_TO = frozenset({"to", "with"})
_CONTRAST = frozenset({"while", "whereas", "although", "though", "as", "when", "after", "before", "since", "until"})


def find_targets(frame: Frame, parties: Parties, actors: frozenset[str]) -> Codes:
    """Countries that the act is aimed at; () when none is named.

    The actors' own country counts only where a noun names it as what is acted on and no other country is named: rebels
    who reject the offer of their government. Of those who act together none is a target, unless the act is mutual.

    Args:
        frame: The act.
        parties: The article's parties.
        actors: Countries of those who act.
    """
    aim = load_codebook().acts[frame.act].aim
    if aim == "nobody":
        return ()
    own: Codes = ()
    search = _Search(frame, parties, actors)
    asked = _asked_to_act(frame) if aim == "addressee" else []
    if asked:
        codes = search.named(asked)
        return tuple(code for code in codes if code not in actors) or (codes if len(actors) == 1 else ())
    for part, may_be_own in _PARTS:
        for codes in part(search):
            others = tuple(code for code in codes if code not in actors)
            if others:
                return others
            own = own or (codes if may_be_own else ())
    home = tuple(sorted(actors - {""}))
    if len(home) > 1:
        return home if aim == "partner" or frame.trigger.lemma_ in words("reciprocal") else ()
    return own or (home if aim == "home" else ())


def _asked_to_act(frame: Frame) -> list[Token]:
    """Who is to do what a clause asks for: demanded that [Peru] withdraw; nobody else is asked then."""
    clause = clause_of(frame.trigger)
    return [head for head in agents(clause) if head.pos_ != "PRON"] if clause is not None else []


class _Search:
    """The clause of an act, looked through for its targets."""

    def __init__(self, frame: Frame, parties: Parties, actors: frozenset[str]) -> None:
        self.frame, self.parties, self.actors = frame, parties, actors
        act = load_codebook().acts[frame.act]
        self.is_culprit = act.aim == "culprit"
        self.is_denial = act.code == DENY
        self.is_deed = not act.is_verbal
        self._skips_places = act.aim in _WITHOUT_PLACES
        self.asked = frozenset(w for c in frame.cue.conditions if c.kind in {"prep", "prt"} for w in c.words)
        self.own_objects = [noun for noun in patients(frame.trigger) if _is_asked_for(noun, frame)]
        if self.is_culprit and len(self.own_objects) == len(patients(frame.trigger)):
            self.asked |= {"at"}  # lashed out at, voiced anger at: no place
        self.agents = {token.i for head in frame.agents for token in [head, *head.conjuncts]}

    def named(self, nouns: Iterable[Token]) -> Codes:
        """Countries that the nouns are about, as the act's aim has it."""
        find = self._culprit if self.is_culprit else self._target
        found = (code for noun in nouns if noun.i not in self.agents for code in find(noun))
        return tuple(dict.fromkeys(found))

    def _culprit(self, noun: Token) -> Codes:
        return culprit_of(noun, self.parties)

    def _target(self, noun: Token) -> Codes:
        parties = self.parties
        return parties.named(noun) or parties.named_alike(noun) or self.within(antecedent(noun).subtree)

    def within(self, tokens: Iterable[Token]) -> Codes:
        """Countries that the tokens name; of an act in words, without the places where something happens."""
        tokens = list(tokens)
        aside = {part.i for token in tokens if self.is_place(token) or self._is_aside(token) for part in token.subtree}
        return self.parties.within(token for token in tokens if token.i not in aside)

    def _is_aside(self, token: Token) -> bool:
        """Whether a part tells which one is meant, what it is for or what was left out: a meeting [to discuss Peru]."""
        if token.dep_ == "prep" and token.lower_ == "without":
            return True
        if self.is_denial and token.dep_ in _TOLD_CLAUSES:
            return True  # denied that it had armed Peru: who says so is named elsewhere
        is_purpose = token.dep_ in ({"acl"} if self.is_culprit else {"acl", "advcl"}) and token.tag_ == "VB"
        return self._skips_places and (is_purpose or token.dep_ == "relcl")

    def is_place(self, token: Token) -> bool:
        """Whether the word begins a phrase that only says where it happened, and the act is not aimed at places."""
        if token.lower_ in self.asked or not is_place(token):
            return False
        if self.frame.act == PROTEST and any(noun.lemma_ in words("missions") for noun in objects_of(token)):
            return False  # before the embassy of those whom it is aimed at
        return self._skips_places or token.lower_ in _BESIDE


def _is_asked_for(noun: Token, frame: Frame) -> bool:
    """Whether an object is part of the cue, and nobody's deed: voiced [anger], pointed [the finger]."""
    return any(condition.kind == "obj" and noun.lemma_.lower() in condition.words for condition in frame.cue.conditions)


def is_place(token: Token) -> bool:
    """Whether the word begins a phrase that says where: `in Lima`, `near the Chilean border`."""
    return token.dep_ == "prep" and token.lower_ in words("places")


def _objects(search: _Search) -> Iterator[Codes]:
    trigger = search.frame.trigger
    nouns = [child for child in trigger.children if child.dep_ == "dative" and child.pos_ != "ADP"] + patients(trigger)
    if not nouns:  # two verbs, one object: denied and condemned the allegations
        joined = (verb for verb in trigger.conjuncts if verb.i > trigger.i and not _has_subject(verb))
        nouns = next((found for found in map(patients, joined) if found), [])
    if search.is_culprit:
        nouns = [noun for noun in nouns if noun.dep_ != "dative"]
    yield search.named(noun for noun in nouns if noun.pos_ != "PRON")


def _prepositional(search: _Search) -> Iterator[Codes]:
    frame = search.frame
    hosts = [frame.trigger]
    if search.is_culprit:
        hosts += search.own_objects
    else:
        hosts += [noun for noun in patients(frame.trigger) if noun.i not in search.agents]
    if frame.trigger.pos_ != "VERB" and frame.verb != frame.trigger:
        hosts.append(frame.verb)
    found = [preposition for host in hosts for preposition in prepositions(host)]
    found = [item for item in found if item.lower_ in _AIMED and item.dep_ != "agent" and not search.is_place(item)]
    if frame.act == APPEAL:
        found = [item for item in found if item.lower_ != "against"]  # what is warned of hears no appeal
    if search.is_culprit:
        found = [item for item in found if item.lower_ not in _TOLD_TO or item.lower_ in search.asked]
    for preposition in sorted(found, key=lambda item: (_AIMED.index(item.lower_), item.i)):
        yield search.named(objects_of(preposition))


def _complements(search: _Search) -> Iterator[Codes]:
    clause = clause_of(search.frame.trigger)
    for child in ([clause] if clause is not None else []) + list(search.frame.trigger.children):
        if search.is_culprit and child.lower_ in _TOLD_TO:
            continue
        if (child == clause or child.dep_ in _DEPENDENT) and not _stands_apart(child, search.frame.trigger):
            tokens = list(child.subtree)
            subjects = [token for token in child.children if token.dep_ in {"nsubj", "nsubjpass"}]
            if not search.is_denial:
                yield search.named(subjects)
            if search.is_culprit and not search.is_denial:
                yield search.named(
                    doer
                    for by in tokens
                    if by.dep_ in {"agent", "prep"} and by.lower_ == "by"
                    for doer in objects_of(by)
                )
            yield search.within(tokens)


def _told_to(search: _Search) -> Iterator[Codes]:
    """Whom a complaint is made to, where nobody else answers for it: `protested to Oman`."""
    if search.is_culprit:
        for preposition in prepositions(search.frame.trigger):
            if preposition.lower_ in _TOLD_TO:
                yield search.named(objects_of(preposition))


def _anywhere(search: _Search) -> Iterator[Codes]:
    yield search.within(_rest_of_clause(search))


def _at_home(search: _Search) -> Iterator[Codes]:
    """Those at home with whom a deed has to do: called off the strike after talks with the government."""
    found = search.parties.within(_rest_of_clause(search)) if search.is_deed else ()
    yield tuple(code for code in found if code in search.actors)


def _rest_of_clause(search: _Search) -> list[Token]:
    """The clause without those who act and without the clauses that stand beside it."""
    frame = search.frame
    inside = {token.i for i in search.agents for token in frame.trigger.doc[i].subtree}
    for child in frame.verb.children:
        if _stands_apart(child, frame.verb) or child.dep_ == "conj":
            inside |= {token.i for token in child.subtree}
    return [token for token in own_subtree(frame.verb) if token.i not in inside]


def aims_at_another(frame: Frame, parties: Parties) -> bool:
    """Whether the act's object names somebody who is no country: blamed the West, thanked the United Nations."""
    return any(noun.pos_ == "PROPN" or parties.is_body(noun) for noun in patients(frame.trigger))


def _stands_apart(clause: Token, verb: Token) -> bool:
    """A clause set against or beside the act, with a subject of its own: rejected it, while Oman kept silent."""
    if is_side_by_side(clause, verb):
        return True
    return clause.dep_ == "advcl" and _has_subject(clause) and any(c.lower_ in _CONTRAST for c in clause.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


_PARTS: Sequence[tuple[Callable[[_Search], Iterator[Codes]], bool]] = (
    (_objects, True),
    (_prepositional, True),
    (_complements, False),
    (_told_to, False),
    (_anywhere, False),
    (_at_home, True),
)
"""Where targets are looked for, nearest first, and whether the actors' own country counts there."""
