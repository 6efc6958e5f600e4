"""Whether a cue of the codebook stands at a word: its conditions checked against the parse."""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Token

from analysis.codebook import Codebook, Condition, Cue
from analysis.grammar.modality import Modality, has_none_as_object, is_negated, modality
from analysis.grammar.roles import agents, clause_of, has_to, infinitive_of, objects_of, patients, prepositions
from analysis.grammar.words import words

_WORD_CLASS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_CARRIED_OUT = frozenset({Modality.FACT, Modality.FUTURE, Modality.AIM})
IsCountry = Callable[[Token], bool]
"""Whether a noun phrase's head names a country, its people or one of its officials."""


def best_cue(token: Token, codebook: Codebook, is_country: IsCountry) -> Cue | None:
    """The cue at this word that asks for most; None when no cue stands here."""
    for word_class in _word_classes(token):
        for cue in codebook.cues_of(word_class, _lemma(token)):
            if fits(cue, token, is_country):
                return cue
    return None


def _lemma(token: Token) -> str:
    """The word's lemma, mended where the lemmatiser takes `raped` for a form of `rap`, and `readied` of `readie`.

    English doubles the last letter of a short verb before -ed and -ing (rapped), so a form that does not has lost an e.
    """
    lemma, form = token.lemma_.lower(), token.lower_
    if form in {f"{lemma}ed", f"{lemma}ing"} and _SHORT_VERB.fullmatch(lemma):
        return lemma + "e"
    return f"{lemma[:-2]}y" if lemma.endswith("ie") and form == f"{lemma}d" and len(lemma) > _SHORTEST_IN_IE else lemma


_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_SHORTEST_IN_IE = 3
"""Letters; `die`, `lie` and `tie` end in -ie themselves."""


def performative_at(token: Token, codebook: Codebook) -> Cue | None:
    """The verb's cue by which saying is doing (`denied`, `vowed`); None when the clause does not carry it out."""
    found = (cue for cue in codebook.cues_of("performative", _lemma(token)) if fits(cue, token, lambda noun: True))
    cue = next(found, None)
    if cue is None or _is_inside(token, codebook):
        return None
    return cue if cue.is_negated or modality(token) in _CARRIED_OUT else None


def _is_inside(token: Token, codebook: Codebook) -> bool:
    """Whether the verb is the complement of another such verb (declined to threaten, vowed to defend)."""
    head = token.head
    if token.dep_ == "pcomp":
        return head.lower_ == "for"
    return token.dep_ == "xcomp" and bool(codebook.cues_of("performative", head.lemma_.lower()))


def _word_classes(token: Token) -> tuple[str, ...]:
    if token.tag_ in {"VBN", "VBG"} and token.pos_ == "ADJ":
        return ("verb", "adjective")
    found = _WORD_CLASS.get(token.pos_)
    return (found,) if found else ()


def fits(cue: Cue, token: Token, is_country: IsCountry) -> bool:
    """Whether everything that the cue asks for is there."""
    if cue.is_negated and not (is_negated(token) or has_none_as_object(token)):
        return False
    return all(_holds(condition, token, is_country) for condition in cue.conditions)


def _holds(condition: Condition, token: Token, is_country: IsCountry) -> bool:
    if condition.kind == "country":
        return any(is_country(noun) for noun in [*patients(token), *_recipients(token)])
    if condition.kind == "that":
        clause = clause_of(token)
        return clause is not None and not any(child.lower_ in {"whether", "if"} for child in clause.lefts)
    return _WITNESSES[condition.kind](token, condition.words)


def _recipients(verb: Token) -> list[Token]:
    """Whom something is asked or given: asked [Peru] that, wants [Peru] to, gave a welcome to [the envoy]."""
    bare = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    bare += [subject for child in verb.children if child.dep_ == "ccomp" and has_to(child) for subject in agents(child)]
    given_to = [child for child in prepositions(verb) if child.lower_ == "to" and verb.lemma_ in words("giving")]
    return bare + [noun for child in given_to for noun in objects_of(child)]


def _has_object(token: Token, words: frozenset[str]) -> bool:
    found = [*patients(token), *_what_clauses(token)]
    return bool(found) and (not words or any(_names(part, words) for noun in found for part in _near(noun)))


def _what_clauses(verb: Token) -> list[Token]:
    """Objects that are clauses: condemned [what they call an attack]."""
    return [
        child
        for child in verb.children
        if child.dep_ == "ccomp" and child.i > verb.i and child.left_edge.lower_ in {"what", "whatever"}
    ]


def _has_subject(token: Token, words: frozenset[str]) -> bool:
    found = agents(token) or patients(token)
    return any(_names(part, words) for noun in found for part in _near(noun))


def _near(noun: Token) -> Iterable[Token]:
    if noun.pos_ in {"VERB", "AUX"}:
        yield from noun.subtree
    yield noun
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod", "appos", "det"}:
            yield from child.subtree
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (part for of in objects_of(child) for part in [of, *of.lefts])


def _has_particle(token: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in {"prt", "advmod", "prep", "acomp"} and child.lower_ in words for child in token.children)


def _has_preposition(token: Token, words: frozenset[str]) -> bool:
    if any(child.lower_ in words for child in prepositions(token)) or _has_mark(token, words):
        return True
    return any(
        grand.lower_ in words
        for child in token.children
        if child.dep_ in {"dobj", "attr"}
        for grand in child.children
        if grand.dep_ == "prep"
    )


def _has_mark(token: Token, words: frozenset[str]) -> bool:
    """Whether a preposition introduces a clause: called [for the troops to leave]."""
    clauses = (child for child in token.children if child.dep_ in {"advcl", "ccomp", "xcomp", "relcl"})
    return any(child.dep_ == "mark" and child.lower_ in words for clause in clauses for child in clause.lefts)


def _has_infinitive(token: Token, words: frozenset[str]) -> bool:
    found = infinitive_of(token)
    if found is None:
        found = next((child for child in token.children if _is_infinitive(child, token)), None)
    return found is not None and (not words or _names(found, words))


def _is_infinitive(child: Token, verb: Token) -> bool:
    """Whether the parser took the verb's infinitive for something else: sworn [to fight] is no purpose."""
    is_next = child.dep_ == "advcl" and child.left_edge.i == verb.i + 1
    return (is_next or child.dep_ in {"acl", "ccomp"}) and has_to(child)


def _has_complement(token: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in {"acomp", "attr", "oprd"} and _names(child, words) for child in token.children)


def _has_word(token: Token, words: frozenset[str]) -> bool:
    return any(_names(part, words) for part in token.subtree)


def _names(token: Token, words: frozenset[str]) -> bool:
    return token.lemma_.lower() in words or token.lower_ in words


_WITNESSES: dict[str, Callable[[Token, frozenset[str]], bool]] = {
    "obj": _has_object,
    "subj": _has_subject,
    "prt": _has_particle,
    "prep": _has_preposition,
    "to": _has_infinitive,
    "comp": _has_complement,
    "with": _has_word,
}
_MAX_GAP = 2
"""Words that may stand between two words of a content phrase (`be totally false`)."""


_ADJACENT = frozenset({"to", "of", "in", "about", "civilian"})
"""Words that follow at once: `have to` is not `have yet to`."""


class Stretch:
    """Tokens in order, looked up by lemma and form: hundreds of phrases are looked for in each."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            for word in {token.lemma_.lower(), token.lower_}:
                self._places[word].append(place)

    def find(self, phrase: Sequence[str]) -> Token | None:
        """The first word of a phrase of lemmas (a|b: either) where it stands in order and close together, or None.

        A negation between its words makes it another phrase.
        """
        starts = sorted(place for word in _alternatives(phrase[0]) for place in self._places.get(word, ()))
        return next((self._tokens[at] for at in starts if _follows(phrase[1:], self._tokens, at + 1)), None)


@functools.cache
def _alternatives(word: str) -> frozenset[str]:
    """The words that a|b stands for; what somebody said he `would` do is what he `will` do."""
    words = frozenset(word.split("|"))
    return words | {"would"} if "will" in words else words


def _follows(phrase: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    for word in phrase:
        wanted = _alternatives(word)
        window = tokens[at : at + (0 if wanted & _ADJACENT else _MAX_GAP) + 1]
        found = next((i for i, token in enumerate(window) if _names(token, wanted)), None)
        if found is None or any(token.lower_ in words("negations") for token in window[:found]):
            return False
        at += found + 1
    return True
