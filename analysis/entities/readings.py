"""Which of its readings a name has at one place in a text, or that it is no mention at all."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from analysis.entities.context import after, before, is_capitalised, span_at
from analysis.entities.homonyms import (
    embedding_end,
    in_personal_name,
    is_language,
    is_shouted_word,
    is_verb,
    personal_parts,
)
from analysis.entities.places import Found, Places
from analysis.entities.vocabulary import words
from analysis.gazetteer import COMMA, HYPHEN, NONE, Name, load_ambiguities, personal_names
from analysis.gazetteer.words import normalise

_MIN_DOMINANT = 4
"""Mentions that a state needs to lend its name to a body that the text gives none [mentions]."""
_STATE_KINDS = frozenset({"country", "demonym", "capital"})
_WORD = re.compile(r"[^\W\d_][\w.-]*\w|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name's reading, with the rule that chose it and the stretch of text that it covers."""

    start: int
    end: int
    span: Span
    name: Name
    rule_id: str
    reason: str


class Reader:
    """Chooses readings for one article: a name means the same throughout it, unless its place says otherwise."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self._doc = doc
        self._text = doc.text
        self._found = found
        self._words = frozenset(_WORD.findall(self._text))
        self._people = personal_parts(doc)
        self._named = Counter(
            name.country_code for _, _, names in found for name in names[:1] if name.kind in _STATE_KINDS
        )
        self._places = Places(doc, found, self._named)
        self._explained: dict[str, Name] = {}
        for index in range(len(found)):
            self._explain(index)

    def read(self) -> list[Reading]:
        """The readings of all names of the article that are mentions, in reading order."""
        readings: list[Reading] = []
        for index, (start, end, names) in enumerate(self._found):
            span = span_at(self._doc, start, end)
            chosen = self._choose(index, span, names)
            if chosen is None and (embedding := self._embedding(index, span, names)) is not None:
                readings.append(embedding)
            if chosen is not None and chosen[0].kind != NONE:
                name, rule_id, reason = chosen
                if name.is_shared:
                    name, reason = self._shared(index, name, reason, span, readings)
                readings.append(Reading(start, end, span, name, rule_id, reason))
        return readings

    def _explain(self, index: int) -> None:
        """Note `Paris, Texas` and `London, Ontario`: that name then means that place in the whole article."""
        place = self._places.by_comma(index)
        if place is not None:
            start, end, _ = self._found[index]
            self._explained.setdefault(self._text[start:end], place)

    def _choose(self, index: int, span: Span, names: Sequence[Name]) -> tuple[Name, str, str] | None:
        start, end, _ = self._found[index]
        text = self._text[start:end]
        if any(name.kind == NONE for name in names):
            return None
        names = [name for name in names if self._has_beside(name, start, end)]
        if not names:
            return None
        is_stated = self._places.by_comma(index) is not None
        if not is_stated and self._is_person(span, text):
            return None
        if text in self._explained:
            return _taken(self._explained[text], "explained")
        ambiguity = load_ambiguities().get(text) or load_ambiguities().get(text.title())
        if ambiguity is not None:
            chosen = ambiguity.choose(
                _text(before(self._doc, span.start)), _text(after(self._doc, span.end)), self._words
            )
            if chosen is None or (chosen[0].kind == "demonym" and (is_language(span) or is_verb(span))):
                return None
            return chosen[0], "gazetteer-ambiguous", f"{text}: {chosen[1]}"
        return self._plain(index, span, text, names)

    def _has_beside(self, name: Name, start: int, end: int) -> bool:
        """Whether what the name needs stands beside it."""
        text = self._text
        if name.needs == HYPHEN:
            return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        if name.needs == COMMA:
            is_whole = text[start:end].isupper() or text[end : end + 1] == "." or text[end - 1] == "."
            return is_whole and text[:start].rstrip(" ")[-1:] in {",", "("} and text[end : end + 1] != "-"
        return True

    def _plain(self, index: int, span: Span, text: str, names: Sequence[Name]) -> tuple[Name, str, str] | None:
        bodies = [name for name in names if name.kind in {"metonym", "organisation"}]
        if bodies:
            following = after(self._doc, span.end)
            is_facility = (
                bool(following) and is_capitalised(following[0]) and following[0].lower_ in words("facilities")
            )
            return None if is_facility or is_shouted_word(span, text) else _taken(bodies[0], "body")
        if self._is_embedded(index, span):
            return None
        states = [name for name in names if name.kind in _STATE_KINDS]
        if states:
            is_no_state = states[0].kind == "demonym" and (is_language(span) or is_verb(span))
            return None if is_no_state else _taken(states[0], states[0].kind)
        place = self._places.largest(span, names)
        return None if place is None else _taken(place, "place")

    def _is_person(self, span: Span, text: str) -> bool:
        """Whether a name that people bear as well is a person's: Paris Hilton, Mr Jordan, Georgia in her own story."""
        previous, following = before(self._doc, span.start), after(self._doc, span.end)
        if previous and previous[0].lower_.rstrip(".") in words("honorifics") | words("ranks"):
            return True
        if normalise(text) not in personal_names():
            return False
        if in_personal_name(span):
            return True
        earlier = [token.lower_ for token in before(self._doc, span.start, 2)]
        if earlier[:1] == ["as"] and earlier[1:] in (["known"], ["nicknamed"]):
            return True
        is_name_of_somebody = normalise(text) in self._people
        is_owner = bool(following) and following[0].tag_ == "POS"
        is_placed = (
            not is_owner
            and bool(previous)
            and previous[0].lower_ in words("place_prepositions") | {"of", "to", "between"}
        )
        return is_name_of_somebody and not is_placed and not (following and is_capitalised(following[0]))

    def _is_embedded(self, index: int, span: Span) -> bool:
        """Whether the name is part of a company's, newspaper's or club's: the Washington Post, the Bank of Valletta."""
        if span.start > 1 and self._doc[span.start - 1].lower_ == "of":
            word = self._doc[span.start - 2]
            if is_capitalised(word) and word.lower_ in {
                "bank",
                "university",
                "bishop",
                "archbishop",
                "duke",
                "college",
            }:
                return True
        previous = before(self._doc, span.start)
        if previous and previous[0].text in words("club_prefixes"):
            return True
        return self._embedding_end(index, span) is not None

    def _embedding_end(self, index: int, span: Span) -> int | None:
        """Where the organisation's name ends that this name begins; a known body after it only has it as a modifier."""
        if index + 1 < len(self._found):
            start, _, names = self._found[index + 1]
            if start - span.end_char <= 1 and any(name.kind == "organisation" for name in names):
                return None
        return embedding_end(self._doc, span)

    def _embedding(self, index: int, span: Span, names: Sequence[Name]) -> Reading | None:
        """The organisation that a state's name or demonym begins: the American Psychological Association."""
        state = next((name for name in names if name.kind in {"country", "demonym"}), None)
        end = self._embedding_end(index, span)
        if state is None or end is None or any(name.kind == NONE for name in names):
            return None
        whole = self._doc[span.start : end]
        name = Name("organisation", state.country_code, " ".join(whole.text.split()), "organisation")
        reason = f"an organisation whose name begins with {span.text}"
        return Reading(whole.start_char, whole.end_char, whole, name, "organisation-of-state", reason)

    def _owner_after(self, index: int) -> Name | None:
        """The state that `of` gives a body: the Ministry of Defence of Estonia."""
        if index + 1 >= len(self._found):
            return None
        start, _, names = self._found[index + 1]
        if self._text[self._found[index][1] : start].split() not in (["of"], ["of", "the"]):
            return None
        return next((name for name in names if name.kind == "country"), None)

    def _shared(self, index: int, name: Name, reason: str, span: Span, readings: Sequence[Reading]) -> tuple[Name, str]:
        """A body that many states have: the state printed before it, or of the sentence, or the usual one."""
        near = [
            r for r in readings if r.name.kind in {"country", "demonym", "capital"} and r.start >= span.sent.start_char
        ]
        if near and 0 <= span.start_char - near[-1].end <= 3 and near[-1].name.country_code:
            return replace(name, country_code=near[-1].name.country_code), f"{reason}; of {near[-1].span.text}"
        owner = self._owner_after(index)
        if owner is not None:
            return replace(name, country_code=owner.country_code), f"{reason}; of {owner.entity}"
        others = Counter({code: count for code, count in self._named.items() if code})
        if not others or others[name.country_code] or others.most_common(1)[0][1] < _MIN_DOMINANT:
            return name, reason
        code = min(others, key=lambda item: (-others[item], item))
        return replace(name, country_code=code), f"{reason}; of the state that the article is about"


def _taken(name: Name, rule: str) -> tuple[Name, str, str]:
    what = f"{name.kind} of {name.country_code}" if name.country_code else f"{name.kind} of no one state"
    return name, f"gazetteer-{rule}", what


def _text(tokens: Sequence[Token]) -> str:
    return tokens[0].text if tokens else ""
