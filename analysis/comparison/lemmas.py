"""The lemma under which a word is compared: a verb's with its particle, since to shoot down is not to shoot."""

from spacy.tokens import Token

_PARTICLES = frozenset(["down", "up", "off", "out", "away", "back", "through", "ahead"])


def lemma_of(token: Token) -> str:
    """The lemma in lower case, a verb joined with its particle by an underscore."""
    particle = ""
    if token.pos_ == "VERB":
        particle = next((child.lower_ for child in token.children if _is_particle(child)), "")
        if token.lemma_ == "take" and any(c.dep_ in {"dobj", "prt"} and c.lower_ == "place" for c in token.children):
            return "take_place"  # and not to take
    return f"{token.lemma_.lower()}_{particle}" if particle else token.lemma_.lower()


def _is_particle(token: Token) -> bool:
    """Down in `brought the balloon down`, which the parser often takes for an adverb."""
    return token.dep_ == "prt" or token.tag_ == "RP" or (token.dep_ == "advmod" and token.lower_ in _PARTICLES)
