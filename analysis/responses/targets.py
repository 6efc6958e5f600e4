"""Whom an act is aimed at: the countries named by the parts of the clause, nearest part first."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from analysis.grammar.parties import Parties
from analysis.grammar.roles import objects_of, patients, prepositions
from analysis.responses.frames import Frame

_AIMED = (
    "against",
    "at",
    "on",
    "upon",
    "with",
    "to",
    "of",
    "toward",
    "towards",
    "between",
    "over",
    "for",
    "from",
    "in",
    "into",
    "by",
)
"""Prepositions that lead to the target, the likeliest first."""


_CONTRAST = frozenset({"while", "whereas", "although", "though", "as", "when", "after", "before", "since", "until"})

_DOMESTIC = frozenset({"PROTEST", "COERCE"})
"""Acts that are aimed at home where nobody abroad is named."""


def find_targets(frame: Frame, parties: Parties, actors: frozenset[str]) -> tuple[str, ...]:
    """Countries that the act is addressed to; () when none is named.

    The actors' own country counts only where the clause names no other: a government that imposes a curfew at home.

    Args:
        frame: The act.
        parties: The article's parties.
        actors: Countries of those who act.
    """
    own: tuple[str, ...] = ()
    agents = {token.i for head in frame.agents for token in [head, *head.conjuncts]}
    for part in _PARTS:
        for codes in part(frame, parties, agents):
            others = tuple(code for code in codes if code not in actors)
            if others:
                return others
            own = own or codes
    return own or (tuple(sorted(actors - {""})) if frame.act in _DOMESTIC else ())


def _objects(frame: Frame, parties: Parties, agents: set[int]) -> Iterator[tuple[str, ...]]:
    trigger = frame.trigger
    nouns = [child for child in trigger.children if child.dep_ == "dative" and child.pos_ != "ADP"] + patients(trigger)
    if not nouns:  # two verbs, one object: denied and condemned the allegations
        joined = (verb for verb in trigger.conjuncts if verb.i > trigger.i and not _has_subject(verb))
        nouns = next((found for found in map(patients, joined) if found), [])
    yield _all(parties, [noun for noun in nouns if noun.i not in agents])


def _prepositional(frame: Frame, parties: Parties, agents: set[int]) -> Iterator[tuple[str, ...]]:
    hosts = [frame.trigger, *(noun for noun in patients(frame.trigger) if noun.i not in agents)]
    if frame.trigger.pos_ != "VERB" and frame.verb != frame.trigger:
        hosts.append(frame.verb)
    found = [preposition for host in hosts for preposition in prepositions(host)]
    found = [preposition for preposition in found if preposition.lower_ in _AIMED and preposition.dep_ != "agent"]
    for preposition in sorted(found, key=lambda item: (_AIMED.index(item.lower_), item.i)):
        yield _all(parties, [noun for noun in objects_of(preposition) if noun.i not in agents])


def _complements(frame: Frame, parties: Parties, agents: set[int]) -> Iterator[tuple[str, ...]]:
    for child in frame.trigger.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl", "acl", "prep", "pcomp"} and not _stands_apart(child):
            subjects = [token for token in child.children if token.dep_ in {"nsubj", "nsubjpass"}]
            yield _all(parties, subjects)
            yield parties.within(child.subtree)


def _anywhere(frame: Frame, parties: Parties, agents: set[int]) -> Iterator[tuple[str, ...]]:
    inside = {token.i for i in agents for token in frame.trigger.doc[i].subtree}
    for child in frame.verb.children:
        if _stands_apart(child):
            inside |= {token.i for token in child.subtree}
    yield parties.within(token for token in frame.verb.subtree if token.i not in inside)


def _stands_apart(clause: Token) -> bool:
    """A clause set against or beside the act, with a subject of its own: rejected it, while Oman kept silent."""
    return clause.dep_ == "advcl" and _has_subject(clause) and any(c.lower_ in _CONTRAST for c in clause.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _all(parties: Parties, nouns: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for noun in nouns for code in parties.target(noun)))


_PARTS: tuple[Callable[[Frame, Parties, set[int]], Iterator[tuple[str, ...]]], ...] = (
    _objects, _prepositional, _complements, _anywhere,
)  # fmt: skip
