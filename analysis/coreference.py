"""Whom a pronoun or a title alone means: he, she, it, the minister, the ministry.

Only what the text makes plain is resolved; the rest is left open. The rules are the recency and subject preferences of
Hobbs (1978) and Lappin and Leass (1994), cut down to the cases that news prose uses for its speakers: the subject of
the clause or sentence before, or the one actor that bears the title.

Source: Hobbs, "Resolving pronoun references", Lingua 44 (1978); Lappin and Leass, "An algorithm for pronominal anaphora
resolution", Computational Linguistics 20 (1994).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from analysis.records import Mention

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_MALE = frozenset("mr sir lord king prince emir sultan sheikh baron chairman spokesman congressman policeman".split())  # noqa: SIM905
_FEMALE = frozenset("mrs ms miss lady dame queen princess baroness spokeswoman chairwoman congresswoman".split())  # noqa: SIM905
_SAME_ROLE = (
    frozenset({"president", "leader", "ruler"}),
    frozenset({"premier", "leader", "pm"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
    frozenset({"minister", "secretary"}),
    frozenset({"ambassador", "envoy", "diplomat"}),
)
_MAX_SENTENCES_BACK = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a word means: the naming that it refers back to, and why."""

    antecedent: Mention
    reason: str

    @property
    def entity_id(self) -> str:
        """The actor's key."""
        return self.antecedent.entity_id

    @property
    def country_code(self) -> str:
        """The actor's country, ISO 3166-1 alpha-3; empty: none known."""
        return self.antecedent.country_code


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: Mention
    span: Span
    sentence: int
    titles: frozenset[str]

    @property
    def is_subject(self) -> bool:
        return self.span.root.dep_ in _SUBJECTS


class References:
    """The references of one article; built once per article, asked once per word."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention]) -> None:
        self._doc = doc
        self._sentence = {token.i: index for index, sent in enumerate(doc.sents) for token in sent}
        mentions = list(mentions)
        codes = {m.entity_id: m.country_code for m in mentions if m.country_code}
        self._codes = codes
        self._candidates = [self._candidate(mention) for mention in mentions]
        self._candidates.sort(key=lambda item: (item.mention.start_char, item.mention.end_char))

    def resolve(self, token: Token) -> Reference | None:
        """Whom a pronoun or a title noun means; None when the text leaves it open.

        Args:
            token: A pronoun, or the head of a noun phrase such as `the minister`.
        """
        word = token.lower_
        if word in _PERSONAL:
            return self._person(token, _PERSONAL[word])
        if word in _NEUTER:
            return self._thing(token)
        if token.pos_ in {"NOUN", "PROPN"} and any(child.lower_ in {"the", "his", "her"} for child in token.children):
            return self._titled(token)
        return None

    def titles_of(self, mention: Mention) -> frozenset[str]:
        """The common nouns that stand with a naming as its title, lower case."""
        return next((item.titles for item in self._candidates if item.mention == mention), frozenset())

    def _candidate(self, mention: Mention) -> _Candidate:
        span = self._doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        if span is None:
            span = self._doc[0:1]
        return _Candidate(mention, span, self._sentence[span.start], frozenset(_titles(span)))

    def _before(self, token: Token, types: Sequence[str]) -> list[_Candidate]:
        """Namings before a word, nearest first, not further back than a reader keeps in mind."""
        here = self._sentence[token.i]
        found = [
            item
            for item in self._candidates
            if item.span.end <= token.i
            and here - item.sentence <= _MAX_SENTENCES_BACK
            and item.mention.entity_type in types
        ]
        return found[::-1]

    def _person(self, token: Token, gender: str) -> Reference | None:
        found = [item for item in self._before(token, ["person"]) if self._gender(item) in {"", gender}]
        return self._subject_or_only(token, found)

    def _gender(self, item: _Candidate) -> str:
        same = [other.titles for other in self._candidates if other.mention.entity_id == item.mention.entity_id]
        titles = frozenset().union(*same)
        if titles & _MALE:
            return "" if titles & _FEMALE else "m"
        return "f" if titles & _FEMALE else ""

    def _thing(self, token: Token) -> Reference | None:
        if token.dep_ == "expl" or (token.dep_ in _SUBJECTS and token.head.lemma_ in {"be", "seem", "appear", "rain"}):
            return None
        found = self._before(token, ["organisation", "country", "bloc"])
        found = [item for item in found if item.mention.kind != "demonym"]
        return self._subject_or_only(token, found)

    def _subject_or_only(self, token: Token, found: list[_Candidate]) -> Reference | None:
        here = self._sentence[token.i]
        for back in range(_MAX_SENTENCES_BACK):
            near = [item for item in found if item.sentence == here - back]
            subjects = [item for item in near if item.is_subject]
            actors = {item.mention.entity_id for item in near}
            if subjects:
                return Reference(
                    self._named(subjects[0]), f"{token.text}: {subjects[0].mention.text}, the subject before"
                )
            if len(actors) == 1:
                return Reference(
                    self._named(near[0]), f"{token.text}: {near[0].mention.text}, the only one named before"
                )
            if actors:
                return None
        return None

    def _titled(self, token: Token) -> Reference | None:
        role = token.lemma_.lower()
        wanted = {role}.union(*(roles for roles in _SAME_ROLE if role in roles))
        codes = {
            item.mention.country_code
            for item in self._candidates
            if item.mention.kind in {"demonym", "country", "capital", "metonym"}
            and item.mention.country_code
            and token.left_edge.i <= item.span.start < token.i
        }
        before = [item for item in self._candidates if item.span.end <= token.left_edge.i]
        for item in reversed(before):
            code = self._codes.get(item.mention.entity_id, "")
            fits = item.titles & wanted or role in item.mention.entity.lower().split()
            if fits and item.mention.entity_type in {"person", "organisation"} and (not codes or code in codes):
                return Reference(self._named(item), f"the {role}: {item.mention.text} bears the title")
        return None

    def _named(self, item: _Candidate) -> Mention:
        """The naming itself, or another of the same actor that knows its country."""
        if item.mention.country_code:
            return item.mention
        same = (other.mention for other in self._candidates if other.mention.entity_id == item.mention.entity_id)
        return next((mention for mention in same if mention.country_code), item.mention)


def _titles(span: Span) -> Iterable[str]:
    """Nouns before a name up to the last word that cannot belong to a title, and nouns of an apposition after it."""
    for token in reversed(span.doc[span.sent.start : span.start]):
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "DET"} or token.text in {",", "“", '"', "”"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            yield token.lower_.rstrip(".")
    for child in span.root.children:
        if child.dep_ == "appos" and child.i >= span.end:
            yield child.lower_
