"""What is attributed: the stretch of text that a cue word reports, and whether it is quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.attribution.quotes import Quote, is_direct
from analysis.grammar.roles import (
    antecedent,
    clause_of,
    infinitive_of,
    is_passive,
    is_relative_pronoun,
    phrase_span,
    prepositions,
    subtree_span,
)
from analysis.grammar.words import words

_TRAILING = " \t\n\u00a0,;:.—–-"
_LEADING = " \t\n\u00a0,;:—–-"
_MAX_LEAD = 160
"""Characters between a reporting verb and the quotation it introduces (`said in a statement on Monday: "..."`)."""
_INTRODUCES = (",", ":", "—", "–", "-", ";")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch [start_char, end_char) and where in the clause it was found."""

    start_char: int
    end_char: int
    place: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting word with its subject: where the reporting clause lies."""

    cue: Token
    speaker: tuple[int, int] | None

    @property
    def start_char(self) -> int:
        """Where `the minister said` begins."""
        start = min((child.idx for child in self.cue.children if child.dep_ in {"aux", "neg"}), default=self.cue.idx)
        beside = self.speaker and self.speaker[0] < self.cue.idx
        return min(start, self.cue.idx, self.speaker[0] if beside and self.speaker else self.cue.idx)

    @property
    def end_char(self) -> int:
        """Where `said the minister` ends."""
        end = self.cue.idx + len(self.cue)
        return max(end, self.speaker[1]) if self.speaker and self.speaker[0] > self.cue.idx else end


def find_content(
    reporting: Reporting, complements: Sequence[str], quotes: Sequence[Quote], text: str
) -> Passage | None:
    """The passage that a reporting word attributes, by the first of its complements that is there.

    Args:
        reporting: The cue and its speaker.
        complements: Kinds of complement in the order to look for them.
        quotes: All quotations of the article.
        text: The article.
    """
    for kind in complements:
        if kind == "quote":
            passage = _quoted(reporting, quotes, text)
        else:
            found = _FINDERS[kind](reporting.cue)
            passage = Passage(*found, kind) if found else None
        if passage is not None:
            passage = trim(passage, quotes, text)
        if passage is not None and passage.end_char > passage.start_char:
            return passage
    return None


def _quoted(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Passage | None:
    before = next(
        (q for q in reversed(quotes) if q.end_char <= reporting.start_char and _touches(q, reporting, text)), None
    )
    after = _introduced(reporting, quotes, text)
    if before is None:
        return None if after is None else Passage(after.start_char, after.end_char, "quote")
    last = after or _continued(before, reporting, quotes, text) or before
    return Passage(before.start_char, last.end_char, "quote")


def _touches(quote: Quote, reporting: Reporting, text: str) -> bool:
    between = text[quote.end_char : reporting.start_char]
    return is_direct(quote, text) and not between.strip(" \t\u00a0,;—–-") and len(between) < 6


def _introduced(reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    end = reporting.end_char
    quote = next((quote for quote in quotes if quote.start_char >= end), None)
    if quote is None or quote.start_char - end > _MAX_LEAD or not is_direct(quote, text):
        return None
    between = text[end : quote.start_char]
    if "\n" in between.strip(" ") and not between.rstrip().endswith(":"):
        return None
    lead = between.strip()
    return quote if not lead or (lead.endswith(_INTRODUCES) and ". " not in lead) else None


def _continued(quote: Quote, reporting: Reporting, quotes: Sequence[Quote], text: str) -> Quote | None:
    """The quotation that goes on after `..., she said.` in the same paragraph."""
    following = next((other for other in quotes if other.start_char >= max(quote.end_char, reporting.end_char)), None)
    if following is None or not is_direct(following, text):
        return None
    between = text[reporting.end_char : following.start_char]
    if "\n" in between or len(between) > _MAX_LEAD:
        return None
    return following if between.rstrip().endswith((".", ",", "—", ":")) and ". " not in between.rstrip(". ") else None


def _clause(cue: Token) -> tuple[int, int] | None:
    clause = clause_of(cue)
    if clause is not None:
        start, end = _outside(clause, cue)
        return start, _to_end_of_sentence(cue, end) if start > cue.idx else end
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
    parts = [
        token for token in aside.head.subtree if token.i not in {t.i for t in aside.subtree} and not token.is_space
    ]
    return (parts[0].idx, parts[-1].idx + len(parts[-1])) if parts else None


def _infinitive(cue: Token) -> tuple[int, int] | None:
    found = infinitive_of(cue)
    if found is None:
        found = next((child for child in cue.children if child.dep_ in {"acl", "advcl"} and _has_to(child)), None)
    return subtree_span(found) if found is not None else None


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


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


_CIRCUMSTANCE = frozenset({"in", "at", "during", "after", "before", "since", "from", "by"})
"""Prepositions of when and where something was said, not of what."""


def _words(cue: Token) -> tuple[int, int] | None:
    for preposition in prepositions(cue):
        if preposition.i < cue.i or preposition.lower_ in _CIRCUMSTANCE or _is_date(preposition):
            continue
        parts = [subtree_span(child) for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]
        if parts:
            following = [c for c in cue.children if c.i > preposition.i and c.dep_ in {"xcomp", "advcl"} and _has_to(c)]
            ends = [end for _, end in parts] + [subtree_span(child)[1] for child in following[:1]]
            return min(start for start, _ in parts), max(ends)
    return None


def _is_date(preposition: Token) -> bool:
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


_FINDERS = {"clause": _clause, "infinitive": _infinitive, "object": _object, "words": _words}


def according_content(phrase: Token) -> tuple[int, int] | None:
    """What stands on somebody's word in `according to the ministry, ...` and `..., according to the ministry`."""
    doc, sent = phrase.doc, phrase.sent
    inside = {token.i for token in phrase.subtree}
    first, last = min(inside), max(inside)
    if first <= _first_word(doc, sent.start):
        rest = [token for token in doc[last + 1 : sent.end] if not token.is_space]
        return (rest[0].idx, rest[-1].idx + len(rest[-1])) if rest else None
    host = phrase.head
    while host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    parts = [token for token in host.subtree if token.i not in inside and not token.is_space]
    parts = [token for token in parts if token.i < first] or parts
    return (parts[0].idx, parts[-1].idx + len(parts[-1])) if parts else None


def _first_word(doc: Doc, start: int) -> int:
    return next((token.i for token in doc[start:] if not token.is_space and not token.is_punct), start)


def trim(passage: Passage, quotes: Sequence[Quote], text: str) -> Passage:
    """The passage without marks at its edges, and with both marks of a quotation that it ends or begins in."""
    start, end = passage.start_char, passage.end_char
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    for quote in _overlapping(quotes, start, end):
        if start <= quote.start_char < end < quote.end_char:
            end = quote.end_char
        if quote.start_char == start - 1:
            start = quote.start_char
    return Passage(start, end, passage.place)


def _overlapping(quotes: Sequence[Quote], start: int, end: int) -> Iterator[Quote]:
    yield from (quote for quote in quotes if quote.start_char < end + 1 and quote.end_char > start)


def form_of(start: int, end: int, quotes: Sequence[Quote]) -> str:
    """direct (all of it in quotation marks), mixed (part of it) or indirect."""
    covered = sum(max(0, min(end, q.end_char) - max(start, q.start_char)) for q in quotes)
    if covered == 0:
        return "indirect"
    return (
        "direct"
        if covered >= (end - start) * 0.8 and any(q.start_char <= start + 1 for q in quotes if q.end_char > start)
        else "mixed"
    )
