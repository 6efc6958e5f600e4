"""Words of an article that attribute: verbs, nouns, adjectives and phrases, with where their content stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.attribution.lexicon import ACT_COMPLEMENTS, Lexicon
from analysis.codebook import Codebook
from analysis.grammar.patterns import best_cue

_NOT_VERBAL = frozenset({"ROOT"})


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue at a token; `act` is the response act of the word itself, '' for plain reporting."""

    token: Token
    complements: tuple[str, ...]
    rule_id: str
    act: str = ""


def find_cues(doc: Doc, lexicon: Lexicon, codebook: Codebook) -> Iterator[FoundCue]:
    """Every word that may attribute something, in reading order."""
    for token in doc:
        found = _cue_at(token, lexicon, codebook)
        if found is not None:
            yield found


def _cue_at(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    if token.pos_ in {"VERB", "AUX"} or (token.tag_ in {"VBG", "VBD", "VBZ"} and token.pos_ != "PUNCT"):
        return _verb(token, lexicon, codebook)
    if token.pos_ == "NOUN":
        return _noun(token, lexicon, codebook)
    if token.pos_ == "ADJ":
        return _adjective(token, lexicon, codebook)
    return None


def _verb(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    lemma = token.lemma_.lower()
    if token.dep_ in {"aux", "auxpass"} or (token.dep_ == "amod" and token.tag_ != "VBG"):
        return None
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "acomp", "ccomp"} and (lemma, child.lower_) in lexicon.particles:
            return FoundCue(token, lexicon.particles[lemma, child.lower_], "verb-particle", _act(token, codebook))
    act = _act(token, codebook)
    kinds = lexicon.verbs.get(lemma)
    if act:
        merged = tuple(dict.fromkeys((*(kinds or ()), *ACT_COMPLEMENTS)))
        return FoundCue(token, merged, "verb-act", act)
    return FoundCue(token, kinds, "verb") if kinds else None


def _act(token: Token, codebook: Codebook) -> str:
    cue = best_cue(token, codebook, lambda noun: True)
    return cue.act if cue is not None and codebook.acts[cue.act].is_verbal else ""


def _noun(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    kinds = lexicon.nouns.get(token.lemma_.lower())
    if kinds is None:
        return None
    return FoundCue(token, tuple(sorted(kinds)), "noun", _act(token, codebook))


def _adjective(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    if token.lemma_.lower() not in lexicon.adjectives or token.dep_ not in {"acomp", "conj", "oprd"}:
        return None
    return FoundCue(token, ("clause", "infinitive", "words"), "adjective", _act(token, codebook))
