"""Acts that an article tells: a cue of the codebook, who acts, and whether it happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from analysis.codebook import AGREE, COMMENT, CONDEMN, CONSULT, PROTEST, THREATEN, Codebook, Cue
from analysis.grammar.modality import Modality, has_none_as_object, modality
from analysis.grammar.parties import Parties
from analysis.grammar.patterns import best_cue
from analysis.grammar.roles import agents, clause_verb, infinitive_of, is_passive, objects_of, patients, with_conjuncts
from analysis.grammar.words import words
from analysis.responses.alleged import is_only_named
from analysis.responses.doers import doers_of, givers

_PEOPLE_ACTS = frozenset({"PROTEST", "USE_FORCE", "COERCE"})
_COMES_TRUE: Mapping[str, str] = {
    **dict.fromkeys(("AID", "CONSULT", "COOPERATE", "YIELD", "INVESTIGATE"), AGREE),
    **dict.fromkeys(("SANCTION", "COERCE", "USE_FORCE", "PROTEST", "MOBILIZE"), THREATEN),
}
"""What an act announced for the future is today: aid to come is agreed to, force to come is threatened."""
_DONE_WHEN_SAID = frozenset({"resign", "step prt:down", "abdicate"})
_DECIDING = frozenset({"announce", "decide", "declare", "order"})


@dataclass(frozen=True, slots=True)
class Frame:
    """An act at a word of the text.

    Attributes:
        trigger: The word that the cue stands at.
        agents: Heads of the phrases that act.
        modality: How the clause puts it.
    """

    trigger: Token
    cue: Cue
    act: str
    agents: tuple[Token, ...]
    modality: Modality

    @property
    def verb(self) -> Token:
        """The verb of the clause that the act stands in."""
        return clause_verb(self.trigger)


_ASIDES = frozenset({"relcl", "csubj", "pcomp", "acl"})
_BACKGROUND_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def find_frames(doc: Doc, codebook: Codebook, parties: Parties) -> Iterator[Frame]:
    """Every act that the text tells as done or announced, in reading order; what only may happen is left out."""
    triggers: dict[int, Cue] = {}
    for token in doc:
        cue = best_cue(token, codebook, parties.names_state)
        if cue is not None:
            triggers[token.i] = cue
    for i, cue in triggers.items():
        frame = _frame(doc[i], cue, codebook)
        if frame is not None and frame.act == PROTEST and any(map(parties.is_state, frame.agents)):
            frame = replace(frame, act=CONDEMN) if "protest" in cue.lemmas else None  # no state marches
        if frame is None or is_only_named(frame.trigger, triggers, codebook):
            continue
        is_deed = not codebook.acts[frame.act].is_verbal
        if frame.act == COMMENT and frame.verb.dep_ in _ASIDES:
            continue
        if is_deed and _is_aside_attempt(frame.verb):
            continue
        if not is_of_other_time(frame.verb) and not (is_deed and _is_standing(frame.verb)):
            yield frame


def is_of_other_time(verb: Token) -> bool:
    """Whether the clause is dated to another time than the story's: last year, two decades ago, for a long time.

    What stands before the first of joined clauses dates them all: two years ago it burnt and Peru shut the border.
    """
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _dates_itself(verb.head, before=True):
        return True
    return _dates_itself(verb)


def _dates_itself(verb: Token, *, before: bool = False) -> bool:
    for token in verb.subtree:
        if token.lower_ == "time" and token.i and token.nbor(-1).lower_ == "long" and _dates(token, verb):
            return True
        if token.lemma_.lower() not in words("long_spans"):
            continue
        beside = {child.lower_ for child in token.children}
        is_ago = token.i + 1 < len(token.doc) and token.nbor().lower_ in {"ago", "earlier", "before"}
        if before and token.i > verb.i:
            continue
        if _dates(token, verb) and (beside & words("other_times") or is_ago):
            return True
    return False


def _dates(token: Token, verb: Token) -> bool:
    """Whether a word of time belongs to the verb, also where the parser hangs it on a noun's infinitive at its end."""
    clause = clause_verb(token)
    while clause != verb and clause.tag_ == "VB" and clause.dep_ == "acl":
        clause = clause_verb(clause.head)
    return clause == verb


def _is_aside_attempt(verb: Token) -> bool:
    """Whether a clause only adds what somebody is trying to do (`..., attempting to halt the talks`)."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head.lemma_ in {"try", "attempt"} and verb.head.dep_ in _BACKGROUND_CLAUSES


def _is_standing(verb: Token) -> bool:
    """Whether a subordinate clause tells of a state of things and not of a deed (`the land that it occupies`)."""
    is_since = any(child.lower_ == "since" for child in verb.children) and any(
        c.lemma_ == "have" for c in verb.children
    )
    is_what = verb.dep_ in {"csubj", "ccomp", "pcomp"} and verb.left_edge.lower_ == "what"
    return (is_what or verb.dep_ in _BACKGROUND_CLAUSES) and (verb.tag_ in {"VBZ", "VBP"} or is_since)


def _frame(token: Token, cue: Cue, codebook: Codebook) -> Frame | None:
    if cue.word_class == "noun":
        frame = _noun_frame(token, cue)
    elif cue.word_class == "adjective":
        if token.dep_ not in {"acomp", "oprd", "conj", "attr"}:
            return None
        verb = token.head if token.dep_ != "conj" else token.head.head
        frame = Frame(token, cue, cue.act, tuple(agents(verb)), modality(verb))
    else:
        frame = _verb_frame(token, cue, is_deed=not codebook.acts[cue.act].is_verbal)
    if frame is None:
        return None
    if frame.modality is Modality.AIM:
        if not codebook.acts[frame.act].is_verbal:
            return None
        frame = replace(frame, modality=Modality.FACT)
    objects = frozenset(part.lemma_.lower() for noun in patients(token) for part in [noun, *noun.children])
    act = codebook.refine(frame.act, objects)
    if act == AGREE and (is_impression(frame.verb) or is_standing_firm(token)):
        return None
    if act == AGREE and leads_to_hostile(token, codebook):
        act = THREATEN
    return _in_time(replace(frame, act=act))


def leads_to_hostile(token: Token, codebook: Codebook) -> bool:
    """Whether what is promised is hostile: prepared to impose martial law, vowed to expel the envoys."""
    verb = _promised(token)
    found = best_cue(verb, codebook, lambda noun: True) if verb is not None else None
    return found is not None and _COMES_TRUE.get(found.act) == THREATEN


def is_standing_firm(token: Token) -> bool:
    """Whether what somebody is willing to do is to go on as before: willing to stick to it agrees to nothing."""
    verb = _promised(token)
    return verb is not None and verb.lemma_ in words("standing_firm")


def _promised(token: Token) -> Token | None:
    """The infinitive of a promise or readiness, that of `be ready` hanging on the adjective."""
    host = token.children if token.pos_ != "AUX" else (grand for child in token.children for grand in child.children)
    return infinitive_of(token) or next((child for child in host if child.dep_ == "xcomp"), None)


def is_impression(verb: Token) -> bool:
    """Whether the outlet only says how it looks: `it seems that Oslo is ready`, `Oslo appears willing`."""
    return any(token.lemma_ in words("impressions") for token in (verb, *verb.ancestors))


def _verb_frame(token: Token, cue: Cue, *, is_deed: bool) -> Frame | None:
    if token.dep_ in {"aux", "auxpass", "amod", "compound"}:
        return None
    if has_none_as_object(token) and not _asks_for_none(cue) and (is_deed or not cue.conditions):
        return None
    return Frame(token, cue, cue.act, tuple(doers_of(token, cue, is_deed=is_deed)), modality(token))


def _asks_for_none(cue: Cue) -> bool:
    """Whether a cue is about saying nothing, and not about doing something to nobody."""
    return any(condition.words & {"no", "nothing"} for condition in cue.conditions)


def _is_on_occasion(noun: Token, cue: Cue) -> bool:
    """Whether the subject does, beside the act, what the noun names: agreed in a statement, left after talks."""
    preposition = noun.head.lower_
    return preposition in {"in", "with", "of"} or (
        cue.act == CONSULT and preposition in {"after", "following", "during"}
    )


def _noun_frame(token: Token, cue: Cue) -> Frame | None:
    found, how = _owners(token), Modality.FACT
    verb = token.head
    if token.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in words("retracting"):
        return None
    if token.dep_ == "dobj" and verb.lemma_ in words("receiving") and not found and givers(token):
        found, how = givers(token), modality(verb)
    elif token.dep_ == "dobj" and verb.lemma_ in words("light_verbs") and not is_passive(verb):
        found, how = found or agents(verb), modality(verb)
    elif token.dep_ == "pobj" and _is_on_occasion(token, cue) and token.head.head.pos_ == "VERB":
        found, how = found or (agents(token.head.head) if token.head.lower_ != "of" else []), modality(token.head.head)
    elif token.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in {"come", "issue", "follow", "pour"}:
        found = found or [
            noun
            for prep in verb.children
            if prep.dep_ in {"prep", "agent"} and prep.lower_ in {"from", "by"}
            for noun in objects_of(prep)
        ]
        how = modality(verb)
    is_denied = any(child.dep_ == "det" and child.lower_ == "no" for child in token.children)
    if not found or is_denied != cue.is_negated:
        return None
    return Frame(token, cue, cue.act, tuple(found), how)


def _owners(noun: Token) -> list[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            return with_conjuncts(child)
    return [
        owner
        for child in noun.children
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}
        for owner in objects_of(child)
    ]


def _in_time(frame: Frame) -> Frame | None:
    """The frame as what it is today; None for what did not or only may happen."""
    if frame.cue.is_negated:
        return frame if frame.modality in {Modality.NEGATED, Modality.FACT} else None
    if frame.modality is Modality.FACT:
        return frame
    if frame.modality is Modality.FUTURE:
        if frame.verb.dep_ == "ccomp" and frame.verb.head.lemma_ in _DECIDING:
            return frame
        if frame.cue.text in _DONE_WHEN_SAID:
            return frame
        today = _COMES_TRUE.get(frame.act)
        return replace(frame, act=today) if today else None
    return None


def is_hostile_deed(act: str) -> bool:
    """Whether an act is a hostile deed, which a source may only allege."""
    return _COMES_TRUE.get(act) == THREATEN


def is_peoples_act(act: str) -> bool:
    """Whether private groups do it for their country: demonstrations, riots, guerrilla fighting."""
    return act in _PEOPLE_ACTS
