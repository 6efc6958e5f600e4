"""Whom words are aimed at: the target of an act that is done by what is said."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from analysis.codebook import load_codebook
from analysis.grammar.parties import Parties
from analysis.grammar.roles import agents, objects_of, patients
from analysis.records import Statement
from analysis.responses.contents import SaidAct, content_span
from analysis.responses.culprits import culprit_above, culprit_of
from analysis.responses.targets import is_place


def targets_of_words(
    said: SaidAct, parties: Parties, speakers: frozenset[str], elsewhere: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """Whom the words are aimed at: who does what they tell, or who answers for what they judge; others than speak.

    Where their own clause names nobody, it is whom they are said to (`told Peru that`), or whom all that is said names.
    """
    aim, verb = load_codebook().acts[said.act].aim, content_verb(said.at)
    for found in (*_AIMED_AT[aim](said.at, verb, parties), *elsewhere):
        codes = tuple(dict.fromkeys(code for code in found if code not in speakers))
        if codes:
            return codes[:1]
    return ()


def _of_culprit(at: Token, verb: Token, parties: Parties) -> Iterator[tuple[str, ...]]:
    """`Peru lied`, `the raid was a crime by Peru`, `Peru's claims are false`."""
    heads = [*agents(verb), *patients(verb), at]
    yield from (parties.actor(head, is_people=True).countries for head in agents(verb))
    yield from (culprit_of(head, parties) for head in heads if head.pos_ in {"NOUN", "PROPN"})
    yield from (parties.target(noun) for by in verb.subtree if by.lower_ == "by" for noun in objects_of(by))
    yield culprit_above(at, parties)


def _of_addressee(at: Token, verb: Token, parties: Parties) -> Iterator[tuple[str, ...]]:
    """`Peru must withdraw`, `we call on Peru`, `we stand with Peru`."""
    yield from (parties.target(head) for head in [*agents(verb), *patients(verb)] if head.pos_ != "VERB")
    yield parties.within(token for token in at.subtree)
    yield parties.within(token for token in verb.subtree)


def addressees(cue: Token | None, parties: Parties) -> tuple[str, ...]:
    """Whom a statement is made to: `told Peru that`, `said to the Peruvian envoy`."""
    if cue is None:
        return ()
    heads = [child for child in cue.children if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP"]
    heads += [noun for child in cue.children if child.lower_ == "to" for noun in objects_of(child)]
    return tuple(code for head in heads for code in parties.target(head))


def named_beside(statement: Statement, doc: Doc, parties: Parties) -> tuple[str, ...]:
    """Countries that a statement names in passing, but not as places, nor where it only says which one is meant."""
    content = doc.char_span(*content_span(statement), alignment_mode="expand")
    tokens = list(content) if content is not None else []
    left_out = {part.i for token in tokens if token.dep_ == "relcl" or is_place(token) for part in token.subtree}
    return parties.within(token for token in tokens if token.i not in left_out)


def _anybody(at: Token, verb: Token, parties: Parties) -> Iterator[tuple[str, ...]]:
    yield parties.within(at.sent)


_AIMED_AT: dict[str, Callable[[Token, Token, Parties], Iterator[tuple[str, ...]]]] = {
    "culprit": _of_culprit, "addressee": _of_addressee, "partner": _anybody, "home": _anybody, "other": _anybody,
}  # fmt: skip
"""Where the target of words in a content is looked for, by the aim of their act."""


def content_verb(token: Token) -> Token:
    """The full verb of the clause that a word stands in."""
    while (token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}) and token.head != token:
        token = token.head
    return token
