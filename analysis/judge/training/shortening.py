"""Sentences told in fewer words, as a summary tells them, and the phrases left out of some to be put into others."""

import random

from spacy.tokens import Doc, Token

_CLAUSES = {"advcl", "relcl", "appos", "npadvmod"}
_ADJUNCTS = {"in", "on", "at", "after", "before", "during", "since", "near", "despite", "over", "with", "amid", "for"}
_BINDING = "only few no none never not n't neither without hardly rarely seldom all every most if unless until"
BINDING = frozenset(_BINDING.split())
"""Words by which a phrase left out would change what is said."""


def detachable(sentence: Doc) -> list[Token]:
    """The heads of phrases that can be left out of the sentence; none where a denial or a share binds them."""
    if any(token.lower_ in BINDING for token in sentence):
        return []
    return [
        token
        for token in sentence
        if (
            token.dep_ in _CLAUSES or (token.dep_ == "prep" and token.lower_ in _ADJUNCTS and token.head.pos_ == "VERB")
        )
        and token.left_edge.i > 0
        and not any(t.dep_ in {"nsubj", "nsubjpass", "ROOT"} and t.head.dep_ == "ROOT" for t in token.subtree)
    ]


def shortened(sentence: Doc, rng: random.Random, *, phrases: int) -> dict[int, str]:
    """Up to so many phrases left out, with the commas around them: what stands in the place of each token."""
    heads = detachable(sentence)
    dropped: dict[int, str] = {}
    for head in rng.sample(heads, min(phrases, len(heads))):
        left, right = head.left_edge.i, head.right_edge.i
        if sentence[left - 1].text == "," and (right + 1 >= len(sentence) or sentence[right + 1].is_punct):
            left -= 1
            right += right + 1 < len(sentence) and sentence[right + 1].text == ","
        dropped.update(dict.fromkeys(range(left, right + 1), ""))
    return dropped if len(sentence) - len(dropped) >= 5 else {}


def phrases_of(sentence: Doc) -> list[str]:
    """Phrases at the sentence's end that another sentence could carry as well, with the comma before them."""
    end = len(sentence) - 1 if sentence[-1].is_punct else len(sentence)
    found = []
    for head in detachable(sentence):
        left, right = head.left_edge.i, head.right_edge.i
        if right == end - 1 and 2 <= right - left < 14 and head.dep_ in {"advcl", "prep"}:
            comma = ", " if sentence[left - 1].text == "," else " "
            found.append(comma + sentence[left : right + 1].text)
    return found
