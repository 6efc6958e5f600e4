"""The parts of a clause: who acts, what is acted on, what is said, and the stretch of text that each covers.

The labels are those of spaCy's English pipelines (ClearNLP dependencies). Every function takes tokens and answers
tokens or character offsets; nothing here knows about countries, quotations or acts.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.grammar.words import words

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECT = frozenset({"dobj", "obj", "dative", "iobj"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "parataxis"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OPEN = frozenset({"xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "aux", "advmod"})
_TENSED = frozenset({"VBZ", "VBD", "VBP", "VBG"})
"""A verb is joined to another of its form (said it would leave, and [warned]), even where the parser joins it to one
between the two."""
_MAX_CLIMB = 6
"""How many verbs a missing subject is looked for upwards; longer chains are parser errors."""


_ACTIVE = frozenset({"aux", "dobj", "obj", "ccomp"})
"""Children that a participle after a noun has only where the parser took a past tense for a participle."""


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is acted on: `was summoned`, `accused of`, `got arrested`."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    is_participle = verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}
    return is_participle and not any(c.dep_ in _ACTIVE for c in verb.children) and not _is_lost_main_verb(verb)


def _is_lost_main_verb(verb: Token) -> bool:
    """Whether a sentence has no other verb: the parser took `offered` in `Peru, which has ships, offered to` for a
    participle and made Peru its root."""
    is_alone = verb.head.dep_ == "ROOT" and verb.head.pos_ in {"NOUN", "PROPN"}
    return is_alone and verb.i > 0 and verb.nbor(-1).text == "," and not any(c.dep_ == "agent" for c in verb.children)


def is_relative_pronoun(token: Token) -> bool:
    """Whether the token stands for the noun that its clause is attached to."""
    return token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$", "IN", "DT"}


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other token stands for itself."""
    if not is_relative_pronoun(token):
        return token
    for ancestor in token.ancestors:
        if ancestor.dep_ in {"relcl", "acl"}:
            return ancestor.head
    return token


def agents(verb: Token) -> list[Token]:
    """Heads of the noun phrases that act: the subject, or in a passive the `by` phrase; [] when nobody is named."""
    if is_passive(verb):
        named = [noun for by in verb.children if by.dep_ == "agent" for noun in objects_of(by)]
        return named or (subjects(verb) if verb.lemma_ in words("stands") else [])
    return subjects(verb)


def subjects(verb: Token) -> list[Token]:
    """Heads of the grammatical subject, looked for upwards where the clause leaves it out (`saying`, `to deny`)."""
    current = verb
    for _ in range(_MAX_CLIMB):
        hosts = [current, *(child for child in current.children if child.dep_ in {"aux", "auxpass"})]
        own = [child for host in hosts for child in host.children if child.dep_ in _SUBJECT and child.lower_ != "there"]
        if own:
            return with_conjuncts(min(own, key=lambda child: abs(child.i - current.i)))
        found = _inherited(current)
        if isinstance(found, list):
            return found
        current = found
    return []


def _inherited(verb: Token) -> "list[Token] | Token":
    head = verb.head
    is_imperative = verb.dep_ == "ccomp" and verb.tag_ == "VB" and not has_to(verb)
    if verb.dep_ == "ROOT" or head == verb or is_imperative:
        return []
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ in {"VBG", "VBN"}):
        if verb.tag_ == "VBG" and head.lemma_.lower() in words("issued") and head.dep_ == "dobj":
            return head.head  # issued a statement condemning: who issues it condemns
        if verb.tag_ != "VB":
            return with_conjuncts(head)
        return _noun_agents(head)
    if verb.dep_ == "xcomp" and not is_passive(head):
        controlled = [child for child in head.children if child.dep_ in {"dobj", "obj"}]
        if controlled and head.lemma_ not in _SUBJECT_CONTROL:
            return with_conjuncts(controlled[0])
    if verb.dep_ == "pcomp" and (judged := _judged(head)):
        return with_conjuncts(judged)
    if verb.dep_ == "conj" and verb.tag_ in _TENSED and head.tag_ != verb.tag_:
        return next((other for other in head.ancestors if other.tag_ == verb.tag_ and other.i < verb.i), head)
    if verb.dep_ == "conj" or verb.dep_ in _OPEN:
        return head
    return []


_SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "use", "take", "make", "issue", "hold", "pledge", "summon", "recall", "call", "meet"}
)
"""Verbs whose infinitive the subject does, not the object: summoned the envoy to protest."""
_OF_ANOTHER = frozenset({"of", "from", "into", "against", "as"})
"""Prepositions whose -ing form the object does: kept them from leaving, quoted her as saying."""


def _judged(preposition: Token) -> Token | None:
    """Who does what an -ing form after a preposition says, where the verb's object does: accused [Peru] of lying."""
    verb = preposition.head
    is_judging = preposition.lower_ in {"for", "with"} and verb.lemma_ in words("judging")
    if is_passive(verb) or not (is_judging or preposition.lower_ in _OF_ANOTHER):
        return None
    return next((child for child in verb.children if child.dep_ in {"dobj", "obj"} and child.i < preposition.i), None)


_PERSONS = frozenset({"ambassador", "envoy", "diplomat", "charge", "affaire", "affaires", "representative", "consul"})


def _noun_agents(noun: Token) -> list[Token]:
    """Who does what a noun's infinitive says: the owner of a decision, but who summoned an ambassador."""
    if noun.lemma_.lower() in _PERSONS or noun.ent_type_ in {"PERSON", "GPE"}:
        return subjects(clause_verb(noun))
    if noun.lemma_.lower() in {"latest", "first", "last", "next", "one", "only"}:
        return subjects(noun.head)
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return with_conjuncts(owners[0])
    return subjects(noun.head) if noun.dep_ in {"dobj", "attr", "pobj"} and noun.head.pos_ in {"VERB", "AUX"} else []


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a word stands in, itself if it is one; the highest word where no verb governs it."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def patients(verb: Token) -> list[Token]:
    """Heads of what is acted on: the direct object, in a passive the subject; [] when there is none."""
    if is_passive(verb):
        return subjects(verb)
    found = [noun for child in verb.children if child.dep_ in _OBJECT for noun in with_conjuncts(child)]
    return found or [child for child in verb.children if child.dep_ in {"attr", "oprd"}]


def objects_of(preposition: Token) -> list[Token]:
    """Heads of the nouns that a preposition governs, conjuncts included."""
    return [noun for child in preposition.children if child.dep_ == "pobj" for noun in with_conjuncts(child)]


def prepositions(token: Token) -> Iterator[Token]:
    """The prepositions hanging on a verb or noun, and those hanging on its particle (`put off`, `out of`)."""
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.pos_ in {"ADP", "SCONJ", "ADV"}:
            yield child
        elif child.dep_ in {"prt", "advmod"}:
            yield from (grand for grand in child.children if grand.dep_ == "prep")


def with_conjuncts(token: Token) -> list[Token]:
    """The token and everything joined to it by `and` or a comma."""
    return [token, *token.conjuncts]


def clause_of(verb: Token) -> Token | None:
    """The finite clause that is the verb's complement (`said that ...`); None when it has none."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not is_side_by_side(child, verb):
            return child
    for child in verb.children:
        is_that = child.dep_ == "advcl" and _has_that(child)
        is_beside = child.dep_ == "parataxis" and child.i > verb.i
        if is_that or (is_beside and any(part.dep_ in _SUBJECT for part in child.children)):
            return child  # an aside without subject (also called the heights) tells nothing
    return next((clause for noun in _circumstances(verb) for clause in noun.subtree if _is_complement(clause)), None)


def is_side_by_side(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts two clauses that the parser makes one of the other: Peru agreed; Chile did not."""
    between = clause.doc[min(clause.i, verb.i) : max(clause.i, verb.i)]
    return clause.dep_ == "ccomp" and any(token.text == ";" for token in between)


def own_subtree(verb: Token) -> list[Token]:
    """The words of a clause, without a clause that stands side by side with it."""
    apart = {token.i for child in verb.children if is_side_by_side(child, verb) for token in child.subtree}
    return [token for token in verb.subtree if token.i not in apart]


_CIRCUMSTANCE = frozenset({"to", "in", "on", "at", "during", "with", "after", "before"})


def _circumstances(verb: Token) -> Iterator[Token]:
    """Nouns of phrases between a verb and its clause: said [to the envoy] that, announced [on Monday] that."""
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.i > verb.i and child.lower_ in _CIRCUMSTANCE:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_complement(clause: Token) -> bool:
    """Whether a clause that the parser hung on a noun, or under it, is what is said: its `that` stands for nothing.

    Where the parser makes `that` an object though the clause has its object, there is nothing left to stand for.
    """
    is_full = _has_that(clause) or (
        any(child.lower_ == "that" and child.dep_ == "dobj" for child in clause.lefts)
        and any(child.dep_ == "dobj" for child in clause.rights)
    )
    return clause.dep_ in {"acl", "relcl", "advcl"} and is_full and any(c.dep_ in _SUBJECT for c in clause.lefts)


def _has_that(clause: Token) -> bool:
    return any(
        mark.lower_ == "that" and mark.dep_ == "mark" and (mark.i == 0 or mark.nbor(-1).lower_ not in {"so", "now"})
        for mark in clause.lefts
    )


def infinitive_of(verb: Token) -> Token | None:
    """The open complement (`refused to comment`, `began withdrawing`); None when it has none."""
    for child in verb.children:
        if child.dep_ == "xcomp":
            return child
    return None


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with its `to`, of the passive too (`to be taken`)."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def phrase_span(head: Token) -> tuple[int, int]:
    """Offsets [start, end) of a noun phrase without the clauses hanging on it and without its own conjuncts."""
    tokens = [token for token in _phrase(head) if not token.is_space]
    tokens.sort(key=lambda token: token.i)
    while len(tokens) > 1 and tokens[-1].text in {",", ";", "(", ":", "—", "-", "–"}:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    return offsets_of(tokens)


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in _CLAUSAL or child.dep_ in {"cc", "conj", "punct"} or child.dep_ in _SUBJECT:
            continue
        if child.dep_ == "appos" and any(token.pos_ == "VERB" for token in child.subtree):
            yield child
            continue
        yield from child.subtree


def subtree_span(token: Token) -> tuple[int, int]:
    """Offsets [start, end) of everything under a token, blanks at either end left out."""
    return offsets_of([part for part in token.subtree if not part.is_space])


def offsets_of(tokens: Sequence[Token]) -> tuple[int, int]:
    """Offsets [start, end) from the first of some tokens to the last."""
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])
