"""What a cue word reports by its grammar: a clause, an infinitive, an object, the phrase of a preposition."""

from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from analysis.attribution.lexicon import load_lexicon
from analysis.grammar.roles import (
    antecedent,
    clause_of,
    clause_verb,
    has_to,
    infinitive_of,
    is_passive,
    is_relative_pronoun,
    offsets_of,
    phrase_span,
    prepositions,
    subtree_span,
)
from analysis.grammar.words import words


def _clause(cue: Token) -> tuple[int, int] | None:
    clause = clause_of(cue)
    if clause is not None:
        start, end = _outside(clause, cue)
        end = _to_end_of_sentence(cue, end) if start > cue.idx else end
        return start, _before_next_saying(cue, clause, end)
    return _host(cue)


def _to_end_of_sentence(cue: Token, end: int) -> int:
    """Where a reported clause ends: with its sentence, if nothing after it belongs to the reporting verb.

    A parser loses the tail of long clauses; readers do not.
    """
    if cue.dep_ not in {"ROOT", "ccomp"} or any(
        child.i > cue.i and child.dep_ in {"conj", "cc"} for child in cue.children
    ):
        return end
    if any(child.idx >= end and child.dep_ in {"advcl", "prep", "npadvmod"} for child in cue.children):
        return end
    rest = [token for token in cue.sent if token.idx >= end and not token.is_space]
    return rest[-1].idx + len(rest[-1]) if rest else end


def _before_next_saying(cue: Token, clause: Token, end: int) -> int:
    """Where what is said ends if more is said after it: said [it would leave] and warned, citing, though he."""
    for token in clause.subtree:
        start = _start_of_saying(token, cue)
        if start is not None and cue.idx < start < end:
            return start
    return end


def _start_of_saying(verb: Token, cue: Token) -> int | None:
    """Where a clause begins that says something beside what is said already; None for other words."""
    is_cue = verb.lemma_.lower() in load_lexicon().verbs
    if verb.i <= cue.i:
        return None
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    if verb.dep_ == "advcl" and has_subject:
        first = verb.left_edge
        return first.idx if first.lower_ in _AGAINST and first.i and first.nbor(-1).text == "," else None
    if not is_cue:
        return None
    if verb.dep_ == "advcl":
        return verb.idx if verb.tag_ == "VBG" and verb.nbor(-1).text == "," else None
    if verb.dep_ != "conj" or has_subject or verb.tag_ != cue.tag_ or verb.lemma_.lower() not in load_lexicon().speech:
        return None
    joints = [child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    return joints[-1].idx if joints else verb.idx


_AGAINST = frozenset({"though", "although", "while", "whereas", "even"})


def _outside(clause: Token, cue: Token) -> tuple[int, int]:
    """The clause's own words, without a subject of the cue that the parser hung into it."""
    start, end = subtree_span(clause)
    return (start, min(end, cue.idx)) if clause.i < cue.i and end > cue.idx and start < cue.idx else (start, end)


def _host(cue: Token) -> tuple[int, int] | None:
    """The sentence around a parenthesis: `The talks, he said, will go on`; `as the ministry put it`."""
    has_as = any(child.lower_ == "as" and child.dep_ in {"mark", "advmod"} for child in cue.children)
    is_as_clause = cue.dep_ == "advcl" and has_as and cue.lemma_ in words("as_reporting")
    is_aside = cue.dep_ == "parataxis" or is_as_clause
    return _around(cue) if is_aside else None


def _around(aside: Token) -> tuple[int, int] | None:
    inside = {token.i for token in aside.subtree}
    parts = [token for token in aside.head.subtree if token.i not in inside and not token.is_space]
    return offsets_of(parts) if parts else None


def _infinitive(cue: Token) -> tuple[int, int] | None:
    found = infinitive_of(cue)
    if found is None:
        found = next((child for child in cue.children if child.dep_ in {"acl", "advcl"} and has_to(child)), None)
    return subtree_span(found) if found is not None else None


_ARGUMENTS = frozenset({"dobj", "obj", "dative", "ccomp", "xcomp", "oprd", "attr"})


def _object(cue: Token) -> tuple[int, int] | None:
    """Everything that is judged or demanded: `urged [both sides to talk]`, `accused [them of lying]`."""
    if is_passive(cue):
        found = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
        return subtree_span(found) if found is not None else None
    arguments = [child for child in cue.children if child.dep_ in _ARGUMENTS and child.i > cue.i]
    if not arguments:
        return _relative_object(cue)
    ends = [_restricted_end(child) for child in arguments]
    last = arguments[-1]
    ends += [
        subtree_span(child)[1]
        for child in cue.children
        if child.dep_ == "prep"
        and child.i == last.right_edge.i + 1
        and child.lower_ in {"of", "for", "as", "to", "with", "from", "against"}
    ]
    return min(subtree_span(child)[0] for child in arguments), max(ends)


def _restricted_end(argument: Token) -> int:
    """Where an argument ends, a remark about it after a comma left out (`endorsed [the deal], which ...`)."""
    for child in argument.children:
        if child.dep_ in {"relcl", "acl", "appos"} and child.i > argument.i:
            before = argument.doc[child.left_edge.i - 1]
            if before.text == "," and argument.pos_ in {"NOUN", "PROPN", "PRON"} and child.dep_ == "relcl":
                return before.idx
    return subtree_span(argument)[1]


def _relative_object(cue: Token) -> tuple[int, int] | None:
    """The noun that a relative clause says something about: `[allegations], which he denies`."""
    pronoun = next(
        (child for child in cue.children if child.dep_ in {"dobj", "obj"} and is_relative_pronoun(child)), None
    )
    if pronoun is not None:
        return phrase_span(antecedent(pronoun))
    is_open = cue.dep_ == "relcl" and not any(is_relative_pronoun(child) for child in cue.children)
    return phrase_span(cue.head) if is_open else None


_CIRCUMSTANCE = frozenset(
    {"in", "at", "during", "after", "before", "since", "from", "by", "through", "via", "amid", "despite", "within"}
)
"""Prepositions of when, where and through whom something was said, not of what."""


def _words(cue: Token) -> tuple[int, int] | None:
    for preposition in prepositions(cue):
        if preposition.i < cue.i or preposition.lower_ in _CIRCUMSTANCE or _is_date(preposition):
            continue
        parts = [subtree_span(child) for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]
        if parts:
            following = [c for c in cue.children if c.i > preposition.i and c.dep_ in {"xcomp", "advcl"} and has_to(c)]
            ends = [end for _, end in parts] + [subtree_span(child)[1] for child in following[:1]]
            return min(start for start, _ in parts), max(ends)
    return None


def _is_date(preposition: Token) -> bool:
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


FINDERS: Mapping[str, Callable[[Token], tuple[int, int] | None]] = {
    "clause": _clause, "infinitive": _infinitive, "object": _object, "words": _words,
}  # fmt: skip
"""Where each kind of complement is looked for."""


def according_content(phrase: Token) -> tuple[int, int] | None:
    """What stands on somebody's word in `according to the ministry, ...` and `..., according to the ministry`."""
    doc, sent = phrase.doc, phrase.sent
    inside = {token.i for token in phrase.subtree}
    first, last = min(inside), max(inside)
    if first <= _first_word(doc, sent.start):
        rest = [token for token in doc[last + 1 : sent.end] if not token.is_space]
        return offsets_of(rest) if rest else None
    parts = [token for token in clause_verb(phrase.head).subtree if token.i not in inside and not token.is_space]
    parts = [token for token in parts if token.i < first] or parts
    return offsets_of(parts) if parts else None


def _first_word(doc: Doc, start: int) -> int:
    return next((token.i for token in doc[start:] if not token.is_space and not token.is_punct), start)
