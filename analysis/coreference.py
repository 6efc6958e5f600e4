"""Whom a pronoun or a title alone means: he, she, it, the minister, the ministry.

Only what the text makes plain is resolved; the rest is left open. The rules are the recency and subject preferences of
Hobbs (1978) and Lappin and Leass (1994), cut down to the cases that news prose uses for its speakers: the subject of
the clause or sentence before, or the one actor that bears the title.

Source: Hobbs, "Resolving pronoun references", Lingua 44 (1978); Lappin and Leass, "An algorithm for pronominal anaphora
resolution", Computational Linguistics 20 (1994).
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from analysis.records import Mention

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset({"it", "its", "itself"})
_LISTS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_name("coreference.toml").read_text(encoding="utf-8")).items()
}
_SAME_ROLE = (
    frozenset({"president", "leader", "ruler"}),
    frozenset({"premier", "leader", "pm"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
    frozenset({"minister", "secretary"}),
    frozenset({"ambassador", "envoy", "diplomat"}),
)
_SPELLINGS = {"defense": "defence"}
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
        self._codes = {m.entity_id: m.country_code for m in mentions if m.country_code}
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
            return self._titled(token) or self._scholars(token)
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
        if titles & _LISTS["male"]:
            return "" if titles & _LISTS["female"] else "m"
        return "f" if titles & _LISTS["female"] else ""

    def _thing(self, token: Token) -> Reference | None:
        """A state or body for `it` and `its`, where the clause has it speak or belongs to the clause that does.

        Balloons, bridges and books are `it` as well, and no list knows them: so an object is left open, and a subject
        is resolved within its sentence, or over a full stop where it speaks.
        """
        is_owner = token.dep_ == "poss"
        if not is_owner and (token.dep_ not in _SUBJECTS or token.head.lemma_ in _LISTS["impersonal_verbs"]):
            return None
        here = self._sentence[token.i]
        speaks = token.dep_ in _SUBJECTS and token.head.lemma_ in _LISTS["speaking_verbs"]
        back = 1 if speaks else 0
        found = [
            item
            for item in self._before(token, ["organisation", "country", "bloc"])
            if item.mention.kind != "demonym" and item.is_subject and here - item.sentence <= back
        ]
        if not found:
            return None
        return Reference(self._named(found[0]), f"{token.text}: {found[0].mention.text}, the subject before")

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
        """The nearest of those before who bear the title best: its noun, its modifiers, its state."""
        role = token.lemma_.lower()
        if role not in _LISTS["roles"] | _LISTS["bodies"] or token.tag_ in {"NNS", "NNPS"}:
            return None
        modifiers = {_spelling(child.lower_) for child in token.children if child.dep_ in {"compound", "amod"}}
        codes = self._states_in(token)
        best: tuple[int, _Candidate] | None = None
        for item in self._candidates:
            if item.span.end > token.left_edge.i or item.mention.entity_type not in {"person", "organisation"}:
                continue
            fit = self._fit(item, role, modifiers & _LISTS["portfolios"])
            if (
                fit
                and (not codes or self._codes.get(item.mention.entity_id, "") in codes)
                and (best is None or fit >= best[0])
            ):
                best = fit, item
        if best is None:
            return None
        return Reference(self._named(best[1]), f"the {role}: {best[1].mention.text} bears the title")

    def _scholars(self, token: Token) -> Reference | None:
        """The one institute that the article has named, for `the analysts`: its people speak for it."""
        if token.lemma_.lower() not in _LISTS["scholars"] or self._states_in(token):
            return None
        before = [item.mention for item in self._candidates if item.span.end <= token.left_edge.i]
        found = [mention for mention in before if is_institute(mention.entity_id)]
        if len({mention.entity_id for mention in found}) != 1:
            return None
        return Reference(found[-1], f"the {token.text}: {found[-1].text} is the one institute named before")

    def _fit(self, item: _Candidate, role: str, modifiers: set[str]) -> int:
        """How well a candidate's title fits: 0 not, 1 by a like title, 2 by the same, more with its modifiers."""
        words = {_spelling(word) for word in item.mention.entity.lower().split()} | item.titles
        like = set().union(*(roles for roles in _SAME_ROLE if role in roles))
        is_role = role in (words if item.mention.entity_type == "organisation" else item.titles)
        if not is_role and not (item.titles & like):
            return 0
        known = words & _LISTS["portfolios"]
        if modifiers and known and not modifiers & known:
            return 0
        return (2 if is_role else 1) + 2 * len(modifiers & words)

    def _states_in(self, token: Token) -> set[str]:
        """The states that stand in the phrase itself: the French minister."""
        kinds = {"demonym", "country", "capital", "metonym"}
        return {
            item.mention.country_code
            for item in self._candidates
            if item.mention.kind in kinds
            and item.mention.country_code
            and token.left_edge.i <= item.span.start < token.i
        }

    def _named(self, item: _Candidate) -> Mention:
        """The naming itself, or another of the same actor that knows its country."""
        if item.mention.country_code:
            return item.mention
        same = (other.mention for other in self._candidates if other.mention.entity_id == item.mention.entity_id)
        return next((mention for mention in same if mention.country_code), item.mention)


def is_institute(entity_id: str) -> bool:
    """Whether an actor is a body that studies: `organisation:institute-for-the-study-of-war`."""
    kind, _, name = entity_id.partition(":")
    return kind == "organisation" and bool(_LISTS["institutes"] & set(name.split("-")))


def _titles(span: Span) -> Iterable[str]:
    """Nouns before a name up to the last word that cannot belong to a title, and nouns of an apposition after it."""
    for token in reversed(span.doc[span.sent.start : span.start]):
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "DET"} or token.text in {",", "“", '"', "”"}:
            break
        if token.pos_ in {"NOUN", "PROPN"}:
            yield _spelling(token.lower_.rstrip("."))
    for child in span.root.children:
        if child.dep_ == "appos" and child.i >= span.end:
            yield from (_spelling(part.lower_) for part in child.subtree if part.pos_ in {"NOUN", "PROPN"})


def _spelling(word: str) -> str:
    return _SPELLINGS.get(word, word)
