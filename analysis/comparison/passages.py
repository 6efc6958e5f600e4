"""What a passage states, taken apart once: its words, names, quantities and dates, ready to be compared.

A Passage no longer needs the parse it came from and travels as JSON in a table, so that passages of a thousand articles
are compared without parsing any of them again.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from analysis.comparison.dates import When, find_dates
from analysis.comparison.lemmas import lemma_of
from analysis.comparison.moods import FACT, mood
from analysis.comparison.polarity import negations
from analysis.comparison.quantities import Quantity, find_quantities
from analysis.comparison.vocabulary import vocabulary
from analysis.gazetteer import load_index
from analysis.recognised import entities_within

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
"""Parts of speech that carry content; numbers are read as quantities."""
_SUBJECT = frozenset({"nsubj", "csubj", "agent"})
_PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
_OBJECT = frozenset({"dobj", "obj", "dative", "oprd"})
_FAVOUR = frozenset({"favour", "favor", "support"})
_RAISING = frozenset(["seem", "appear", "say", "believe", "report", "think", "know", "expect", "begin", "continue"])
_NAME_KINDS = {
    "PERSON": "person", "ORG": "organisation", "NORP": "people", "GPE": "place", "LOC": "place", "FAC": "place",
    "EVENT": "event", "WORK_OF_ART": "work", "PRODUCT": "product", "LAW": "law", "LANGUAGE": "language",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A content word.

    Attributes:
        role: who, act, whom or other.
        negated: The passage says that it is not so.
        relation: How it hangs on `head`: is (what the subject is said to be), who, whom, mod, in, with ...
        head: Lemma of the word that it hangs on; empty for `is`.
        mood: How the passage puts it: empty as a fact, future, possible, aim or question.
    """

    text: str
    lemma: str
    pos: str
    role: str
    negated: bool
    relation: str
    head: str
    start: int
    end: int
    mood: str = FACT


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name.

    Attributes:
        kind: person, organisation, people, place, event, work, product, law, language or name.
        role: That of its head word.
        code: ISO 3166-1 alpha-3 where it names a country, its people or its capital; empty: none.
    """

    text: str
    kind: str
    role: str
    start: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and what it states."""

    text: str
    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[When, ...] = ()
    speaker: str = ""
    published_on: str = ""

    def to_json(self, shown: str = "") -> str:
        """The passage as one line of JSON; its text only where the table shows another, a wider one."""
        parts = asdict(self)
        if shown in ("", self.text):
            del parts["text"]
        return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str, text: str) -> "Passage":
        """The passage back from the text that the table shows and `to_json`."""
        parts: dict[str, Any] = {"text": text} | json.loads(line)
        kinds: dict[str, Any] = {"words": Word, "names": Name, "quantities": Quantity, "dates": When}
        for name, kind in kinds.items():
            parts[name] = tuple(kind(**item) for item in parts[name])
        return cls(**parts)

    def by(self, speaker: str) -> "Passage":
        """The same passage as somebody's word."""
        return replace(self, speaker=speaker)


def read_passage(span: Span, published_on: str = "") -> Passage:
    """What a stretch of a parsed text states. Dates are resolved by `published_on` [ISO 8601], where it is known."""
    dates, taken = find_dates(span, published_on)
    return Passage(
        text=span.text,
        words=tuple(_words(span, taken)),
        names=tuple(_names(span)),
        quantities=find_quantities(span, taken),
        dates=dates,
        published_on=published_on,
    )


def join_passages(first: Passage, second: Passage) -> Passage:
    """Two passages of one article as one, so that a claim told over two sentences is compared with both."""
    shift = len(first.text) + 1

    def moved(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(item, start=item.start + shift, **({"end": item.end + shift} if hasattr(item, "end") else {}))
            for item in items
        )

    return Passage(
        text=f"{first.text} {second.text}",
        words=first.words + moved(second.words),
        names=first.names + moved(second.names),
        quantities=first.quantities + moved(second.quantities),
        dates=first.dates + moved(second.dates),
        published_on=first.published_on,
    )


def _words(span: Span, taken: frozenset[int]) -> Iterator[Word]:
    denied = negations(span)
    for token in span:
        if token.pos_ not in _CONTENT or token.i in taken or (token.is_stop and token.pos_ in {"ADV", "AUX"}):
            continue
        if token.lower_ == "old" and token.i > span.start and token.nbor(-1).lower_ in {"-", "year", "years"}:
            continue  # a ten-year-old is not old
        lemma = lemma_of(token)
        if lemma in vocabulary("empty") or not any(character.isalnum() for character in lemma):
            continue
        start = token.idx - span.start_char
        yield Word(
            token.text, lemma, token.pos_, _role(token), token.i in denied, *_slot(token),
            start, start + len(token.text), mood(token, span),
        )  # fmt: skip


def _role(token: Token) -> str:
    """Who, act or whom, read from the parse; the subject of a passive is acted on."""
    for item in (token, *token.ancestors):
        if item.dep_ in _SUBJECT or (item.dep_ == "pobj" and item.head.dep_ == "agent"):
            return "who"
        if item.dep_ in _OBJECT | _PASSIVE_SUBJECT:
            return "whom"
        if item.pos_ in {"VERB", "AUX"}:
            return "act" if item is token else "other"
    return "act" if token.dep_ == "ROOT" else "other"


def _slot(token: Token) -> tuple[str, str]:
    """The word's place: its relation and the word that it hangs on. A coordinated word has its first one's place."""
    while token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        token = token.head
    head = token.head
    cleft = _cleft_act(token)
    if cleft is not None:  # it was the police who allowed it
        return "who", lemma_of(cleft)
    if token.dep_ in {"attr", "acomp", "appos"}:
        return "is", ""
    if token.dep_ == "pobj":
        if head.dep_ == "agent":
            return "who", lemma_of(head.head)
        outer = head.head.head if head.dep_ == "conj" and head.head.pos_ == "ADP" else head.head  # to Chad and to Mali
        if head.lower_ == "of" and outer.pos_ in {"ADP", "SCONJ", "ADV"}:  # outside of, ahead of
            return outer.lower_, lemma_of(outer.head)
        if head.lower_ == "of" and outer.lower_ in _FAVOUR and outer.dep_ == "pobj":  # in favour of it, for it
            return "for", lemma_of(outer.head.head)
        return head.lower_, lemma_of(outer)
    if token.dep_ in _SUBJECT | _PASSIVE_SUBJECT:
        return _subject_slot(token, head)
    if token.dep_ in _OBJECT:
        return "whom", lemma_of(head)
    return ("mod", lemma_of(head)) if token.dep_ in {"amod", "compound", "nmod", "poss"} else ("", "")


def _cleft_act(token: Token) -> Token | None:
    """The act of which `it was ... who` says whose it is; None: the sentence is no such."""
    is_it = token.dep_ == "attr" and any(c.lower_ == "it" for c in token.head.children if c.dep_ in {"nsubj", "expl"})
    clauses = (child for child in (*token.children, *token.head.children) if child.dep_ in {"relcl", "ccomp", "advcl"})
    return next((c for c in clauses if is_it and any(g.tag_ in {"WP", "WDT"} for g in c.children)), None)


def _subject_slot(token: Token, verb: Token) -> tuple[str, str]:
    """A subject's act; what seems to be done, or is said to be, is the act and not the seeming."""
    relation = "whom" if token.dep_ in _PASSIVE_SUBJECT else "who"
    state = next((child for child in verb.children if child.dep_ == "acomp" and child.tag_ == "VBN"), None)
    if verb.lemma_ == "be" and state is not None:  # was badly damaged, which the parser takes for a property
        return "whom", lemma_of(state)
    for _ in range(3):
        inner = next((child for child in verb.children if child.dep_ == "xcomp"), None)
        if inner is None or verb.lemma_.lower() not in _RAISING:
            break
        verb = inner
        relation = "whom" if any(child.dep_ == "auxpass" for child in verb.children) else "who"
    return relation, lemma_of(verb)


def _names(span: Span) -> Iterator[Name]:
    covered: set[int] = set()
    for entity in entities_within(span):
        if entity.label_ in _NAME_KINDS:
            covered.update(range(entity.start, entity.end))
            text = _without_article(entity)
            start = entity.start_char - span.start_char
            yield Name(text, _NAME_KINDS[entity.label_], _role(entity.root), start, _country_code(text))
    for run in _proper_runs(span, covered):
        yield Name(run.text, "name", _role(run.root), run.start_char - span.start_char, _country_code(run.text))


_COUNTRY_KINDS = frozenset({"country", "demonym", "capital"})


def _country_code(text: str) -> str:
    """The country that a name as a whole stands for; empty where the gazetteer knows none or several."""
    for start, end, readings in load_index().find(text):
        codes = {name.country_code for name in readings if name.kind in _COUNTRY_KINDS and name.country_code}
        if end - start >= len(text) - 1:
            return codes.pop() if len(codes) == 1 else ""
    return ""


def _without_article(entity: Span) -> str:
    text = entity.text.removesuffix("'s").removesuffix("’s")
    return text[4:] if text.lower().startswith("the ") else text


def _proper_runs(span: Span, covered: set[int]) -> Iterator[Span]:
    """Capitalised proper nouns that no entity covers: the recogniser of a small model misses many names."""
    doc, start = span.doc, None
    for index in range(span.start, span.end + 1):
        inside = index < span.end and index not in covered and _is_name_word(doc, index)
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield doc[start:index]
            start = None


def _is_name_word(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"DATE", "TIME"}
