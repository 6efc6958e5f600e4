"""The countries behind a noun phrase: who acts for which state, and whom an act is aimed at.

Mentions say which words name a country, a body or an official; this module reads which of them a phrase is about.
Analysts, media, private persons and former officials speak for nobody, whatever adjective stands before them.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.coreference import References
from analysis.grammar.first_person import FirstPersons, is_first_person
from analysis.grammar.roles import antecedent, objects_of
from analysis.grammar.words import phrases, words
from analysis.records import Mention, Statement

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod"})
_MAX_DEPTH = 4
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_STATES = frozenset({"country", "capital", "metonym"})
_GROUP_REACH = 4
"""Sentences that `the governments` may stand behind those it means."""
_DATELINE = re.compile(r"(?m)^[ \t]*[A-Z][A-Z.' /-]{2,}[A-Z](?:, [\w. ]{2,30})?\.?(?: \([\w ]+\))?\s?[—–-]")
"""Where a report was written (`GENEVA, Switzerland — `): no part of what it tells."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts or is acted on: the countries, and the actor where one is named."""

    head: Token
    countries: tuple[str, ...]
    mention: Mention | None


class Parties:
    """The parties of one article; built once per article.

    Args:
        doc: The parsed article.
        mentions: Rows of MENTIONS.
        statements: Rows of STATEMENTS, by which `we` is whoever speaks; without them `we` is read like `they`.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention], statements: Sequence[Statement] = ()) -> None:
        self._first_persons = FirstPersons(doc, statements) if statements else None
        self._references = References(doc, mentions)
        self._doc = doc
        self._starts = [sent.start_char for sent in doc.sents]
        self._first_words = [sent.start for sent in doc.sents]
        self._nouns: dict[tuple[int, int], list[int]] = defaultdict(list)
        for token in doc:
            if token.pos_ == "NOUN":
                self._nouns[token.lemma, token.tag].append(token.i)
        self._by_token: dict[int, list[Mention]] = {}
        datelines = [match.span() for match in _DATELINE.finditer(doc.text)]
        for mention in mentions:
            span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
            if any(start <= mention.start_char < end for start, end in datelines):
                continue
            for token in span if span is not None else ():
                self._by_token.setdefault(token.i, []).append(mention)

    def sentence_index(self, start_char: int) -> int:
        """Position of the sentence that an offset lies in, from 0."""
        return max(bisect.bisect_right(self._starts, start_char) - 1, 0)

    def is_country(self, head: Token) -> bool:
        """Whether the phrase names a country, its people, or one of its bodies or officials."""
        return bool(self._own(antecedent(head)))

    def actor(self, head: Token, *, is_people: bool = False) -> Party:
        """Who acts: its countries are empty when nobody acts for a state.

        Args:
            head: Head of the noun phrase, a pronoun or relative pronoun included.
            is_people: The act is one that a country's people do (protest, fight), so private groups count.
        """
        head = self.meant(head)[0]
        is_crowd = is_people and head.pos_ != "PROPN"
        if never_acts(head) or (not is_crowd and self._is_unofficial(head)):
            return Party(head, (), self._mention_at(head))
        found = self._own(head) or self._referred(head) or self._tied(head) or self._owner(head)
        return Party(head, tuple(found), self.mention_of(head))

    def meant(self, head: Token) -> list[Token]:
        """The noun that a relative pronoun stands for, those who speak for a first person; else the word itself."""
        head = antecedent(head)
        speakers = self._first_persons.speakers_of(head) if self._first_persons and is_first_person(head) else []
        return speakers or [head]

    def names_state(self, head: Token) -> bool:
        """Whether the head itself names a country, a body or a person, or is an office of a country that is named."""
        head = antecedent(head)
        is_office = head.lemma_.lower() in words("state_bodies")
        is_of_state = is_office and bool(self._own(head) or self._tied(head))
        return bool(self._codes(head)) or is_of_state or head.ent_type_ == "PERSON"

    def is_state(self, head: Token) -> bool:
        """Whether the head itself is a state: its name, its capital or seat, its government."""
        head = antecedent(head)
        named = any(mention.kind in _STATES for mention in self._by_token.get(head.i, ()) if mention.country_code)
        return named or (head.lemma_.lower() in words("governments") and bool(self._own(head) or self._tied(head)))

    def is_body(self, head: Token) -> bool:
        """Whether the phrase names a bloc, an organisation or a group that belongs to no single country."""
        head = antecedent(head)
        if self._is_unofficial(head):
            return False
        of = [noun for child in head.children if child.lower_ == "of" for noun in objects_of(child)]
        near = [token for noun in [head, *of] for token in [noun, *_before(noun)]]
        found = [mention for token in near for mention in self._by_token.get(token.i, ())]
        return any(mention.entity_type in {"bloc", "organisation"} for mention in found)

    def place(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The country in which something happens, by a preposition of place; () when none is named."""
        for token in tokens:
            is_part = token.lower_ == "of" and token.head.lemma_.lower() in words("parts_of_places")
            if (token.lower_ in words("places") or is_part) and token.dep_ in {"prep", "advmod"}:
                codes = self.within(token.subtree)
                if codes:
                    return codes[:1]
        return ()

    def target(self, head: Token) -> tuple[str, ...]:
        """Countries that the phrase names anywhere, the phrase's own before those that hang on it."""
        head = antecedent(head)
        found = self._own(head) or self._referred(head)
        return tuple(found) or self.named_alike(head) or self.within(head.subtree)

    def named(self, head: Token) -> tuple[str, ...]:
        """Countries that the noun itself, what stands before it and its appositions name."""
        return tuple(self._own(antecedent(head)) or self._referred(antecedent(head)))

    def owner(self, head: Token) -> tuple[str, ...]:
        """The country behind a possessive pronoun: its claims, their army."""
        return tuple(self._owner(head))

    def named_alike(self, head: Token) -> tuple[str, ...]:
        """The country of an earlier noun phrase with the same noun: `the balloon`, after `a Peruvian balloon`.

        A definite noun phrase that repeats a noun means the same thing unless something speaks against it.

        Source: head match of Soon, Ng and Lim, "A machine learning approach to coreference resolution of noun phrases",
        Computational Linguistics 27 (2001).
        """
        if head.pos_ != "NOUN" or not any(child.lower_ in _DEFINITE for child in head.lefts):
            return ()
        same = self._nouns[head.lemma, head.tag]
        for i in reversed(same[: bisect.bisect_left(same, head.i)]):
            found = self._own(self._doc[i]) or self._owner(self._doc[i])
            if found:
                return tuple(found)
        return ()

    def within(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Distinct countries named by the tokens, in order."""
        return tuple(dict.fromkeys(code for token in tokens for code in self._codes(token)))

    def mention_of(self, head: Token) -> Mention | None:
        """The actor that a noun phrase or pronoun means; None when the text leaves it open."""
        head = antecedent(head)
        found = self._mention_at(head)
        if found is None:
            reference = self._references.resolve(head)
            found = reference.antecedent if reference is not None else None
        return found

    def _codes(self, token: Token) -> list[str]:
        return [mention.country_code for mention in self._by_token.get(token.i, ()) if mention.country_code]

    def _own(self, head: Token) -> list[str]:
        """Countries of the head itself, of what stands before it and of its appositions."""
        codes = self._codes(head)
        is_state = bool(codes) and head.pos_ == "PROPN"
        for child in head.children:
            if child.dep_ == "appos" and is_state and child.pos_ == "PROPN" and not list(child.lefts):
                codes += self._codes(child)
            elif child.dep_ in _PREMODIFIERS:
                codes += [code for token in child.subtree if token.dep_ != "relcl" for code in self._codes(token)]
            elif child.dep_ == "appos" and not codes:
                codes += self._own(child) or self._tied(child)
        return list(dict.fromkeys(codes))

    def _owner(self, head: Token) -> list[str]:
        """The country behind a possessive pronoun: its foreign ministry, their army."""
        owners = [child for child in head.children if child.dep_ == "poss" and child.pos_ == "PRON"]
        return self._referred(owners[0]) if owners else []

    def _referred(self, head: Token) -> list[str]:
        if self._first_persons is None:
            return self._resolved(head)
        if is_first_person(head):
            return self._of_speakers(speaker for speaker in self.meant(head) if speaker != head)
        return self._resolved(head) or self._of_speakers(self._first_persons.speakers_at_first(head))

    def _resolved(self, head: Token) -> list[str]:
        """Countries of those whom a group's pronoun or noun, or any other that refers back, means."""
        is_group = head.lower_ in words("group_pronouns") and head.pos_ == "PRON"
        beside = {child.lower_ for child in head.lefts} if head.lemma_.lower() in words("group_nouns") else set()
        is_plural = head.tag_ == "NNS" and bool(beside & {"the", "both", "these"})
        if is_group or is_plural or beside & {"neither", "each"}:
            found = self._group(head, 1) if is_group else self._group(head, _GROUP_REACH, least=2)
            found = found or (self._pair(head) if beside & {"two", "both", "neither", "each"} else [])
            if found:
                return found
        reference = self._references.resolve(head)
        return [reference.country_code] if reference is not None and reference.country_code else []

    def _of_speakers(self, heads: Iterable[Token]) -> list[str]:
        """Countries for which speakers speak, by their own words: who they are is not asked of what they say."""
        named = (head for head in heads if not self._is_unofficial(head))
        found = (code for head in named for code in self._own(head) or self._resolved(head) or self._tied(head))
        return list(dict.fromkeys(found))

    def _group(self, pronoun: Token, sentences_back: int, least: int = 1) -> list[str]:
        """Whom `they` means: the nearest plural or joined subject before it that acts for countries."""
        first = max(self.sentence_index(pronoun.idx) - sentences_back, 0)
        for token in reversed(self._doc[self._first_words[first] : pronoun.i]):
            is_plural = token.tag_ in {"NNS", "NNPS"} or len(list(token.conjuncts)) > 0
            if token.dep_ in {"nsubj", "nsubjpass"} and is_plural:
                codes = [code for part in [token, *token.conjuncts] for code in self._own(part) or self._tied(part)]
                if len(set(codes)) >= least:
                    return list(dict.fromkeys(codes))
        return []

    def _pair(self, noun: Token) -> list[str]:
        """Whom `the two sides` means: the two countries named nearest before; [] where a third stands among them."""
        here = self.sentence_index(noun.idx)
        codes: dict[str, None] = {}
        for index in range(here, max(here - _GROUP_REACH, 0) - 1, -1):
            end = noun.left_edge.i if index == here else self._first_words[index + 1]
            codes |= dict.fromkeys(self.within(self._doc[self._first_words[index] : end]))
            if len(codes) > 1:
                return sorted(codes) if len(codes) == 2 else []
        return []

    def _tied(self, head: Token, depth: int = 0) -> list[str]:
        codes: list[str] = []
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in words("ties"):
                for noun in objects_of(child):
                    if noun.lemma_.lower() in words("origins") or _is_posted(head, child):
                        continue
                    codes += self._own(noun) or (self._tied(noun, depth + 1) if depth < _MAX_DEPTH else [])
                if codes:
                    break
        return list(dict.fromkeys(codes))

    def _mention_at(self, head: Token) -> Mention | None:
        beside = [child for kind in ("appos", "compound", "poss") for child in head.children if child.dep_ == kind]
        for token in (head, *beside):
            found = self._by_token.get(token.i)
            if found:
                return found[0]
        return None

    def _is_unofficial(self, head: Token) -> bool:
        beside = [child for child in head.children if child.dep_ in {"compound", "amod", "advmod", "appos", "nmod"}]
        lemmas = {token.lemma_.lower() for child in beside for token in child.subtree} | {head.lemma_.lower()}
        if lemmas & words("former") or (head.pos_ != "PROPN" and head.lemma_.lower() in words("unofficial")):
            return True
        named = any(
            child.dep_ in {"compound", "appos"} and child.lemma_.lower() in words("unofficial")
            for child in head.children
        )
        mention = self._mention_at(head)
        if lemmas & words("unofficial_names") and head.lemma_.lower() not in words("state_bodies") - {"agency"}:
            return True
        is_media = (
            mention is not None and mention.kind == "organisation" and mention.entity.lower() in phrases("media_names")
        )
        return is_media or (named and head.pos_ == "PROPN" and head.lemma_.lower() not in words("state_bodies"))


def _is_posted(head: Token, preposition: Token) -> bool:
    """Whether a phrase says where somebody is posted: diplomats [in Brussels], the ambassador [to Peru]."""
    return head.lemma_.lower() in words("posted") and preposition.lower_ in {"in", "at", "to"}


def never_acts(head: Token) -> bool:
    """Whether nobody acts by what the phrase names: floods, trains, strikers."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in words("never_acting")


def _before(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in _PREMODIFIERS:
            yield from child.subtree
