"""Who speaks: the phrase that names the speaker, and the actor behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from analysis.attribution.lexicon import Lexicon, load_lexicon
from analysis.grammar.roles import (
    agents,
    antecedent,
    is_passive,
    is_relative_pronoun,
    objects_of,
    patients,
    phrase_span,
)
from analysis.grammar.words import words

_NOT_SPEAKERS = frozenset({"it", "there", "what", "this", "that", "which", "one"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in the text.

    Attributes:
        heads: Heads of the noun phrases, a joint statement having several.
        start_char: Offset of the phrase as written; a relative pronoun counts as written.
    """

    heads: tuple[Token, ...]
    start_char: int
    end_char: int

    @property
    def span(self) -> tuple[int, int]:
        """Offsets [start, end)."""
        return self.start_char, self.end_char

    @property
    def head(self) -> Token:
        """The first of the heads, a relative pronoun replaced by its noun."""
        return antecedent(self.heads[0])


def speaker_of(cue: Token) -> Speaker | None:
    """Who says what the cue reports; None when the clause names nobody."""
    heads = _adjective_subject(cue) if cue.pos_ == "ADJ" else _issuer(cue) or _quoted(cue) or agents(cue)
    if is_passive(cue) and not heads:
        return None
    heads = heads or _name_before(cue)
    if not heads or heads[0].dep_ == "expl":
        return None
    return _speaker(heads)


def _quoted(cue: Token) -> list[Token]:
    """Who is quoted as saying it, and not who quotes: the agency quoted [the minister] as saying."""
    is_as = any(
        child.lower_ == "as" and any(grand.dep_ == "pcomp" and grand.tag_ == "VBG" for grand in child.children)
        for child in cue.children
        if child.dep_ == "prep"
    )
    return patients(cue) if is_as else []


def _name_before(cue: Token) -> list[Token]:
    """The name before a main verb whose subject the parser lost: `Speaking in Oslo, [Lie], unmoved, accused ...`."""
    if cue.dep_ != "ROOT" or cue.tag_ not in {"VBD", "VBZ", "VBP"}:
        return []
    before = cue.doc[cue.sent.start : cue.i]
    return [token for token in before if token.pos_ == "PROPN" and token.dep_ in {"appos", "npadvmod"}][-1:]


def _issuer(cue: Token) -> list[Token]:
    """Who issued the statement or letter that says it: `[Oslo] issued a statement calling for talks`."""
    noun = cue.head
    if cue.dep_ != "acl" or noun.lemma_.lower() not in load_lexicon().documents:
        return []
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_governed = noun.dep_ in {"dobj", "pobj"} and verb.pos_ in {"VERB", "AUX"}
    return agents(verb) if is_governed else []


def _adjective_subject(adjective: Token) -> list[Token]:
    verb = adjective.head if adjective.dep_ != "conj" else adjective.head.head
    return agents(verb)


def noun_speaker(noun: Token) -> Speaker | None:
    """Who owns a claim, plan or view: `its claim`, `the view of the ministry`, `condemnation by Oslo`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return _speaker([child, *child.conjuncts])
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            owners = [grand for grand in child.children if grand.dep_ == "pobj"]
            if owners:
                return _speaker(owners)
    if noun.head.lemma_ in words("receiving") and noun.dep_ == "dobj":
        givers = [prep for prep in noun.children if prep.lower_ in {"of", "from", "among"}]
        return _speaker(objects_of(givers[0])) if givers and objects_of(givers[0]) else None
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"} and verb.pos_ in {"VERB", "AUX"} and not is_passive(verb):
        heads = agents(verb)
        return _speaker(heads) if heads else None
    return None


def _speaker(heads: Sequence[Token]) -> Speaker:
    spans = [phrase_span(head) for head in heads]
    first = heads[0]
    if is_relative_pronoun(first):
        return Speaker(tuple(heads[:1]), first.idx, first.idx + len(first))
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return Speaker(tuple(heads), start, end)


def source_type(speaker: Speaker | None, lexicon: Lexicon) -> str:
    """named, vague (officials, sources), document or unstated; a vague noun with a name beside it is named."""
    if speaker is None:
        return "unstated"
    head = speaker.head
    lemma = head.lemma_.lower()
    if head.pos_ == "PROPN" or any(part.ent_type_ == "PERSON" for part in head.subtree):
        return "named"
    if lemma in lexicon.documents:
        return "document"
    return "vague" if lemma in lexicon.vague else "named"
