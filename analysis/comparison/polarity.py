"""What a passage says is not so: negation as grammar shows it, double negation undone.

Negation reaches a word through its own `not`, `never`, `no`, through a verb that says that something did not come about
(`failed to`, `refused to`, `denied that`), and through `without`. What `rather than` and `instead of` hold against
something is not so either.

Source: Karttunen 1971, Implicative verbs; MacCartney and Manning 2009, on monotonicity and implicatives.
"""

from spacy.tokens import Span, Token

from analysis.comparison.lemmas import lemma_of
from analysis.comparison.vocabulary import vocabulary
from analysis.grammar.words import words

_NEGATIVE_WORDS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly",
                             "barely", "scarcely", "without", "cannot", "nowhere"})  # fmt: skip
IMPLICATIVE = frozenset(
    ["fail", "refuse", "decline", "deny", "refute", "avoid", "prevent", "stop", "cease", "abstain", "refrain",
     "neglect", "forget", "lack", "forbid", "prohibit", "ban", "reject", "halt", "dismiss", "disprove",
     "dispute", "cancel", "abandon", "omit", "miss", "renounce"]
)  # fmt: skip
"""Verbs whose complement is said not to be so, or not to have come about."""

DENIALS = frozenset(["deny", "refute", "reject", "dismiss", "dispute", "disprove", "rebut", "repudiate"])
"""Verbs of speech that deny: what they deny is not so for the speaker, while another may claim it."""

_INCAPABLE = frozenset({"unable", "incapable", "unwilling", "reluctant", "impossible", "unlikely", "far", "free"})
"""Adjectives whose complement is said not to come about."""

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "pcomp", "prep"})
_CONTRASTS = frozenset({"rather than", "instead of", "opposed to"})
_SIGNS = frozenset(["sign", "hint", "indication", "evidence", "trace", "proof", "intention", "plan", "threat", "risk",
                    "chance", "prospect", "possibility", "question", "talk", "mention"])  # fmt: skip
"""Nouns without which there is not what they are of either: `no sign of a retreat`."""
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
_ASKING = frozenset({"whether", "if", "when", "where", "why", "how", "who", "whom", "whose", "what", "which"})
_EXCEPTIONS = frozenset({"only", "just", "merely", "least", "longer"})
"""`not only`, `not least`: emphasis."""
_ENDED = frozenset({"longer", "more"})
"""`no longer`: what was so is not so any more; the verb is denied and not the `longer`."""


def negations(span: Span) -> frozenset[int]:
    """Tokens (index in the Doc) that the passage says are not so."""
    return frozenset(token.i for token in span if _depth(token, span) % 2)


def _depth(token: Token, span: Span) -> int:
    """How many negations stand over a token within its clause."""
    depth = int(_is_negated_itself(token, span) or _has_no_party(token, span) or _is_undone(token, span))
    for child, head in _upward(token):
        if head.i < span.start or head.i >= span.end:
            break
        if child.dep_ in _COMPLEMENTS and (_denies_complement(head) or _is_kept_from(child, head)):
            depth += 1
        if child.dep_ in {"relcl", "advcl", "conj", "appos", "parataxis", "nsubj", "nsubjpass"}:
            break
        is_governed = child.dep_ in {"pobj", "pcomp"} or (child.dep_ == "prep" and head.lemma_.lower() in _SIGNS)
        is_denied = _is_negated_itself(head, span) or (child.dep_ == "ccomp" and _is_left_unsaid(head, span))
        is_asked = child.dep_ == "ccomp" and _is_asked(child)
        if is_denied and not is_asked and (head.pos_ in {"VERB", "AUX"} or is_governed):
            depth += 1
        if child.dep_ in {"ccomp"} and head.lemma_.lower() not in IMPLICATIVE:
            break
    return depth


def _is_asked(clause: Token) -> bool:
    """`did not say when it fell`, `whether it fell`: a question that is left open denies nothing."""
    return clause.left_edge.lower_ in _ASKING


def _is_kept_from(clause: Token, preposition: Token) -> bool:
    """`held back from attacking`, `stopped short of attacking`: what somebody was kept from was not done."""
    governor = preposition.head.head if preposition.head.lower_ == "back" else preposition.head  # held back from
    if clause.dep_ != "pcomp" or governor.lemma_.lower() in IMPLICATIVE:  # which deny it themselves
        return False
    is_kept = preposition.lower_ == "from" and governor.lemma_.lower() in words("keeping_from")
    return is_kept or (preposition.lower_ == "of" and governor.lower_ == "short")


def _is_left_unsaid(verb: Token, span: Span) -> bool:
    """`has yet to say that it fell`, `refused to say that it fell`: no more said than what was not said."""
    head = verb.head
    is_saying = verb.dep_ == "xcomp" and verb.lemma_.lower() in vocabulary("speaking")
    is_within = span.start <= head.i < span.end
    return is_saying and is_within and _denies_complement(head) and not _is_negated_itself(head, span)


def _denies_complement(head: Token) -> bool:
    """`failed to`, `was unable to`, `has yet to`, `is yet to`: what follows did not come about."""
    if head.lemma_.lower() in {"have", "be"} and any(child.lower_ == "yet" for child in head.children):
        return True
    lemma = head.lemma_.lower()
    if lemma in {"give", "turn", "call"}:  # gave up, turned down, called off
        return any(child.dep_ == "prt" and child.lower_ in {"up", "down", "off"} for child in head.children)
    return (lemma in IMPLICATIVE and head.pos_ == "VERB") or (lemma in _INCAPABLE and head.pos_ in {"ADJ", "ADV"})


def _upward(token: Token) -> list[tuple[Token, Token]]:
    steps: list[tuple[Token, Token]] = []
    current = token
    while current.head.i != current.i and len(steps) < 6:
        steps.append((current, current.head))
        current = current.head
    return steps


def _is_negated_itself(token: Token, span: Span) -> bool:
    if token.lower_ == "without" or _stands_after_not(token, span) or _is_set_against(token, span):
        return True
    for child in token.children:
        if child.lower_ in _ENDED and _is_no_longer(child, span):
            return True
        if not span.start <= child.i < span.end or child.lower_ not in _NEGATIVE_WORDS:
            continue
        if token.pos_ == "ADP" and child.i > token.i:  # to Chad and not to Mali
            continue
        following = token.doc[child.i + 1].lower_ if child.i + 1 < len(token.doc) else ""
        if following in _EXCEPTIONS - {"longer"} or child.lower_ == "without":
            continue
        if child.dep_ in {"neg", "det", "preconj", "advmod", "cc", "nsubj", "dobj", "nsubjpass", "attr"}:
            return True
    return False


def _is_no_longer(adverb: Token, span: Span) -> bool:
    """`no longer supports`, and not `no longer than a mile`."""
    around = [adverb.doc[i].lower_ if span.start <= i < span.end else "" for i in (adverb.i - 1, adverb.i + 1)]
    return around[0] == "no" and around[1] != "than"


def _is_set_against(token: Token, span: Span) -> bool:
    """`an offer rather than a threat`, `instead of leaving`: what the contrast rules out."""
    start = token.left_edge.i
    return start - 2 >= span.start and token.doc[start - 2 : start].text.lower() in _CONTRASTS


def _has_no_party(token: Token, span: Span) -> bool:
    """`No deal was reached`, `nobody came`: what has nobody who does it, or nothing that it is done to, is not done."""
    if token.pos_ != "VERB":
        return False
    parties = [child for child in token.children if child.dep_ in _PARTIES and span.start <= child.i < span.end]
    return any(child.lower_ == "no" for party in parties for child in party.children if child.dep_ == "det")


def _is_undone(token: Token, span: Span) -> bool:
    """`The talks were called off`, `the talks fell through`, `the talks did not take place`: there were none."""
    verb = token.head
    is_planned = token.pos_ == "NOUN" and token.lemma_.lower() in vocabulary("planned")
    if not is_planned or not span.start <= verb.i < span.end or verb.pos_ != "VERB":
        return False
    lemma, is_denied = lemma_of(verb), _is_negated_itself(verb, span)
    if token.dep_ == "nsubjpass":
        return (lemma in vocabulary("undoing") and not is_denied) or (lemma in {"hold", "stage"} and is_denied)
    if token.dep_ != "nsubj":
        return False
    return (lemma == "fall_through" and not is_denied) or (lemma in vocabulary("taking_place") and is_denied)


def _stands_after_not(token: Token, span: Span) -> bool:
    """`to Chad and not to Mali`: the parser hangs the `not` elsewhere, where no verb follows."""
    before = token.head.i - 1
    if token.dep_ != "pobj" or token.head.dep_ not in {"prep", "conj"} or before < span.start:
        return False
    not_here = token.doc[before]
    return not_here.lower_ == "not" and not_here.head != token.head
