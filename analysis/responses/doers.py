"""Who does what a verb names, where the grammar of its clause names them in a roundabout way."""

from spacy.tokens import Token

from analysis.codebook import MOBILIZE, Cue
from analysis.grammar.roles import agents, antecedent, is_passive, objects_of, patients, subjects, with_conjuncts
from analysis.grammar.words import words


def doers_of(verb: Token, cue: Cue, *, is_deed: bool) -> list[Token]:
    """Heads of the phrases that act: members of a group where some are named, forces that somebody moves."""
    found = agents(verb)
    if is_deed and verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(verb.head):
        found = agents(verb.head) or found  # was attacked by rebels, killing two
    if not found and cue.act == MOBILIZE and is_passive(verb):
        found = patients(verb)  # Peruvian jets were scrambled: whose they are scrambled them
    return [member for head in found for member in _members(head)]


def _members(head: Token) -> list[Token]:
    """The head, with those named of `countries including Peru`, or who is `among those who did`."""
    group = antecedent(head)
    named = [noun for child in group.children if child.lower_ == "including" for noun in objects_of(child)]
    named = [noun for noun in named if noun.pos_ == "PROPN"]
    among = group.head
    is_group = group.lower_ == "those" or group.lemma_.lower() in words("group_nouns")
    if is_group and group.dep_ == "pobj" and among.lower_ in {"among", "amongst"} and among.head.lemma_ == "be":
        return [noun for subject in subjects(among.head)[:1] for noun in with_conjuncts(subject)]
    return [head, *named]


def givers(noun: Token) -> list[Token]:
    """Who gives what another draws: the raid drew condemnation [from Peru]."""
    return [noun for child in noun.head.children if child.lower_ == "from" for noun in objects_of(child)]
