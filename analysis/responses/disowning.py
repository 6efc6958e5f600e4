"""Denials that say no more than that one did not do a wrong: `our troops did not open fire`.

Source: CAMEO codebook 1.1b3 (Schrodt 2012), 016: to deny responsibility, however it is worded.
"""

from spacy.tokens import Doc, Token

from analysis.codebook import ACCUSE, DENY, PROTEST, load_codebook
from analysis.grammar.modality import has_none_as_object, is_negated
from analysis.grammar.parties import Parties
from analysis.grammar.patterns import best_cue
from analysis.grammar.roles import agents
from analysis.records import Statement
from analysis.responses.contents import SaidAct, content_span
from analysis.responses.frames import is_hostile_deed

_NOT_DONE_YET = frozenset(
    {"will", "wo", "would", "shall", "can", "ca", "could", "may", "might", "should", "must", "need"}
)
"""Auxiliaries under which a negation promises, permits or demands, and denies nothing."""


def disowned_wrong(statement: Statement, doc: Doc, parties: Parties, speakers: frozenset[str]) -> SaidAct | None:
    """The first wrong or hostile deed of which somebody says that his own country did not do it; None for none."""
    for token in doc.char_span(*content_span(statement), alignment_mode="contract") or ():
        if token.pos_ == "VERB" and _is_undone(token) and _is_wrong(token, parties):
            doers = {code for head in agents(token) for code in parties.actor(head, is_people=True).countries}
            if doers and doers <= speakers:
                return SaidAct(DENY, f"not {token.lemma_.lower()}", token)
    return None


def _is_undone(verb: Token) -> bool:
    is_open = any(child.dep_ == "aux" and child.lower_ in _NOT_DONE_YET for child in verb.children)
    return not is_open and verb.tag_ != "VBG" and (is_negated(verb) or has_none_as_object(verb))


def _is_wrong(verb: Token, parties: Parties) -> bool:
    """Whether the verb is a hostile deed, or one of the words that an accusation is made of."""
    codebook = load_codebook()
    cue = best_cue(verb, codebook, parties.names_state)
    if cue is not None and is_hostile_deed(cue.act):
        return cue.act != PROTEST
    return any(phrase == (verb.lemma_.lower(),) for phrase in codebook.acts[ACCUSE].content)
