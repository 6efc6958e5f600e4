"""Words of an article that attribute: verbs, nouns, adjectives and phrases, with where their content stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.attribution.lexicon import ACT_COMPLEMENTS, Lexicon
from analysis.codebook import Codebook
from analysis.grammar.modality import Modality, modality
from analysis.grammar.patterns import best_cue, performative_at
from analysis.grammar.roles import has_to, is_passive
from analysis.grammar.words import words


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


_WEAK = frozenset({"object", "words", "infinitive"})
"""Complements that hold something attributed only if the verb is somebody's act and not merely possible."""
_OWN_VOICE = frozenset({"i", "we", "you", "us", "me"})


def is_attributing(found: FoundCue, place: str, speaker: Token | None, is_quoted: bool) -> bool:
    """Whether a cue with content of this kind reports anybody's word or thought.

    Args:
        found: The cue.
        place: The kind of complement that its content was found in.
        speaker: Head of the speaker's phrase; None when the clause names nobody.
        is_quoted: The cue stands inside a quotation, whose own speaker says it (`I think`, `you know`).
    """
    token = found.token
    if is_quoted and (speaker is None or speaker.lower_ in _OWN_VOICE):
        return False
    if place not in _WEAK or token.pos_ not in {"VERB", "AUX"}:
        return True
    if place == "infinitive" and token.lemma_ in words("implicative"):
        return False  # `went on to say`: the saying attributes
    if speaker is None and not (is_passive(token) and token.lemma_ in {"expect", "believe", "say", "know", "think"}):
        return False
    if token.tag_ == "VB" and has_to(token) and token.head.lemma_ not in words("implicative"):
        return False
    return modality(token) not in {Modality.POSSIBLE, Modality.QUESTION}


def _verb(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    lemma = token.lemma_.lower()
    if token.dep_ in {"aux", "auxpass"} or (token.dep_ == "amod" and token.tag_ != "VBG"):
        return None
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "acomp", "ccomp"} and (lemma, child.lower_) in lexicon.particles:
            return FoundCue(token, lexicon.particles[lemma, child.lower_], "verb-particle", _act(token, codebook))
    act = _act(token, codebook)
    kinds = lexicon.verbs.get(lemma) or lexicon.verbs.get(lemma + "e")
    if act or codebook.cues_of("performative", lemma):
        merged = tuple(dict.fromkeys((*(kinds or ()), *ACT_COMPLEMENTS)))
        return FoundCue(token, merged, "verb-act", act)
    return FoundCue(token, kinds, "verb") if kinds else None


def _act(token: Token, codebook: Codebook) -> str:
    cue = performative_at(token, codebook)
    return cue.act if cue is not None else ""


def _act_of_noun(token: Token, codebook: Codebook) -> str:
    cue = best_cue(token, codebook, lambda noun: True)
    return cue.act if cue is not None and codebook.acts[cue.act].is_verbal else ""


def _noun(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    kinds = lexicon.nouns.get(token.lemma_.lower())
    if kinds is None or (token.dep_ == "dobj" and _act(token.head, codebook)):
        return None
    return FoundCue(token, tuple(sorted(kinds)), "noun", _act_of_noun(token, codebook))


def _adjective(token: Token, lexicon: Lexicon, codebook: Codebook) -> FoundCue | None:
    if token.lemma_.lower() not in lexicon.adjectives or token.dep_ not in {"acomp", "conj", "oprd"}:
        return None
    return FoundCue(token, ("clause", "infinitive", "words"), "adjective")
