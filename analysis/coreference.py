"""Whom a pronoun or a title alone means: he, she, it, the minister, the ministry.

Only what the text makes plain is resolved; the rest is left open. The rules are the recency and subject preferences of
Hobbs (1978) and Lappin and Leass (1994), cut down to the cases that news prose uses for its speakers: the subject of
the clause or sentence before, or the one actor that bears the title.

Source: Hobbs, "Resolving pronoun references", Lingua 44 (1978); Lappin and Leass, "An algorithm for pronominal anaphora
resolution", Computational Linguistics 20 (1994).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from analysis.coreference_candidates import SUBJECTS, Candidate, Candidates, spelling
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
_MAX_SENTENCES_BACK = 3
_LIKE_TITLE, _SAME_TITLE, _SAME_MODIFIER = 1, 2, 2
"""How much a title, and each of its modifiers, speaks for one who bears it."""


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


class References:
    """The references of one article; built once per article, asked once per word."""

    def __init__(self, doc: Doc, mentions: Iterable[Mention]) -> None:
        mentions = list(mentions)
        self._namings = Candidates(doc, mentions)
        self._codes = {m.entity_id: m.country_code for m in mentions if m.country_code}
        self._institutes = [item for item in self._namings.in_order if is_institute(item.mention.entity_id)]

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

    def _before(self, token: Token, *types: str) -> list[Candidate]:
        """Namings before a word, nearest first, not further back than a reader keeps in mind."""
        near = self._namings.before(token, sentences_back=_MAX_SENTENCES_BACK)
        return [item for item in near if item.mention.entity_type in types]

    def _person(self, token: Token, gender: str) -> Reference | None:
        found = [item for item in self._before(token, "person") if self._gender(item) in {"", gender}]
        return self._subject_or_only(token, found)

    def _gender(self, item: Candidate) -> str:
        titles = frozenset().union(*(other.titles for other in self._namings.of_actor(item.mention.entity_id)))
        if titles & _LISTS["male"]:
            return "" if titles & _LISTS["female"] else "m"
        return "f" if titles & _LISTS["female"] else ""

    def _thing(self, token: Token) -> Reference | None:
        """A state or body for `it` and `its`, where the clause has it speak or belongs to the clause that does.

        Balloons, bridges and books are `it` as well, and no list knows them: so an object is left open, and a subject
        is resolved within its sentence, or over a full stop where it speaks. Only states have a foreign ministry: whose
        it is may stand in the sentence before too (Its ministry).
        """
        is_owner = token.dep_ == "poss"
        if not is_owner and (token.dep_ not in SUBJECTS or token.head.lemma_ in _LISTS["impersonal_verbs"]):
            return None
        here = self._namings.sentence_of[token.i]
        speaks = token.dep_ in SUBJECTS and token.head.lemma_ in _LISTS["speaking_verbs"]
        has_body = is_owner and token.head.lemma_.lower() in _LISTS["bodies_of_states"]
        back = 1 if speaks or has_body else 0
        found = [
            item
            for item in self._before(token, "organisation", "country", "bloc")
            if item.mention.kind != "demonym" and item.is_subject and here - item.sentence <= back
        ]
        if not found:
            return None
        return Reference(self._named(found[0]), f"{token.text}: {found[0].mention.text}, the subject before")

    def _subject_or_only(self, token: Token, found: list[Candidate]) -> Reference | None:
        here = self._namings.sentence_of[token.i]
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
        modifiers = {spelling(child.lower_) for child in token.children if child.dep_ in {"compound", "amod"}}
        codes = self._states_in(token)
        modifiers &= _LISTS["portfolios"]
        best: tuple[int, Candidate] | None = None
        for item in self._namings.titled_before({role} | _like(role), token.left_edge):
            fit = self._fit(item, role, modifiers)
            is_state = not codes or self._codes.get(item.mention.entity_id, "") in codes
            if fit and is_state and (best is None or fit > best[0]):
                best = fit, item
                if fit == _SAME_TITLE + _SAME_MODIFIER * len(modifiers):
                    break
        if best is None:
            return None
        return Reference(self._named(best[1]), f"the {role}: {best[1].mention.text} bears the title")

    def _scholars(self, token: Token) -> Reference | None:
        """The one institute that the article has named, for `the analysts`: its people speak for it."""
        if token.lemma_.lower() not in _LISTS["scholars"] or self._states_in(token):
            return None
        found = [item.mention for item in self._institutes if item.span.end <= token.left_edge.i]
        if len({mention.entity_id for mention in found}) != 1:
            return None
        return Reference(found[-1], f"the {token.text}: {found[-1].text} is the one institute named before")

    def _fit(self, item: Candidate, role: str, modifiers: set[str]) -> int:
        """How well a candidate's title fits: 0 not at all, less by a like title than by the same and its modifiers."""
        is_role = role in item.borne
        if not is_role and not (item.titles & _like(role)):
            return 0
        known = item.words & _LISTS["portfolios"]
        if modifiers and known and not modifiers & known:
            return 0
        return (_SAME_TITLE if is_role else _LIKE_TITLE) + _SAME_MODIFIER * len(modifiers & item.words)

    def _states_in(self, token: Token) -> set[str]:
        """The states that stand in the phrase itself: the French minister."""
        kinds = {"demonym", "country", "capital", "metonym"}
        return {
            item.mention.country_code
            for item in self._namings.between(token.left_edge.idx, token.idx)
            if item.mention.kind in kinds and item.mention.country_code
        }

    def _named(self, item: Candidate) -> Mention:
        """The naming itself, or another of the same actor that knows its country."""
        if item.mention.country_code:
            return item.mention
        same = (other.mention for other in self._namings.of_actor(item.mention.entity_id))
        return next((mention for mention in same if mention.country_code), item.mention)


def _like(role: str) -> frozenset[str]:
    """The titles that one may stand for, its own among them; none for a title of its own kind."""
    return frozenset().union(*(roles for roles in _SAME_ROLE if role in roles))


def is_institute(entity_id: str) -> bool:
    """Whether an actor is a body that studies: `organisation:institute-for-the-study-of-war`."""
    kind, _, name = entity_id.partition(":")
    return kind == "organisation" and any(f"-{word}-" in f"-{name}-" for word in _LISTS["institutes"])


def institute_words() -> tuple[str, ...]:
    """Words by which the name of a body that studies is known, as names write them: `Institute`, `Council on`."""
    parts = (word.split("-") for word in sorted(_LISTS["institutes"]))
    return tuple(" ".join(part if part == "on" else part.capitalize() for part in words) for words in parts)
