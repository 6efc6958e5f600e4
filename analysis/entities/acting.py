"""Whether a place name stands for the government that sits there.

`Kyiv said` acts, `in Kyiv` is a place. The sentence's grammar decides: what speaks, owns a decision, is addressed or
negotiated with is a government; what a preposition of place governs is a place.
"""

from spacy.tokens import Span, Token

from analysis.entities.vocabulary import words

_ROLES = {
    "pobj": "place or topic",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "appos": "apposition",
}


def acts(span: Span) -> tuple[bool, str]:
    """Whether the named place acts for its state here, and why.

    Args:
        span: A capital's or seat's name in a parsed text.
    """
    root = span.root
    for rule in (_as_subject, _as_owner, _as_addressee, _as_partner):
        reason = rule(root)
        if reason:
            return True, reason
    return False, f"does not act: {_ROLES.get(root.dep_, 'named')} beside {root.head.text}"


def _as_subject(root: Token) -> str:
    root = _first_of_list(root)
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.pos_ in {"VERB", "AUX"}:
        verb = root.head
        if verb.lemma_ in words("place_verbs") or (
            root.dep_ == "nsubjpass" and verb.lemma_ in words("place_object_verbs")
        ):
            return ""
        return f"subject of {verb.text}"
    if root.dep_ == "pobj" and root.head.dep_ == "agent":
        return f"agent of {root.head.head.text}"
    return ""


def _as_owner(root: Token) -> str:
    if root.dep_ == "poss" and root.head.ent_type_ not in {"FAC", "GPE", "LOC"}:
        return f"owner of {root.head.text}"
    return ""


def _as_addressee(root: Token) -> str:
    root = _first_of_list(root)
    is_object = root.dep_ in {"dobj", "dative"} and root.head.lemma_ not in words("place_object_verbs")
    if is_object or (root.dep_ == "nsubj" and root.head.lemma_ in words("dealing_verbs")):
        return f"object of {root.head.text}"
    return ""


def _as_partner(root: Token) -> str:
    root = _first_of_list(root)
    preposition = root.head
    if root.dep_ != "pobj" or preposition.lower_ in words("place_prepositions"):
        return ""
    governor = preposition.head
    if preposition.lower_ in words("partner_prepositions") and governor.lemma_ in words("dealings") | words(
        "dealing_verbs"
    ):
        return f"{governor.text} {preposition.text}"
    if preposition.lower_ in {"between", "with", "against", "toward", "towards"}:
        return f"dealt {preposition.text}"
    return ""


def _first_of_list(root: Token) -> Token:
    while root.dep_ == "conj" and root.head is not root:
        root = root.head
    return root
