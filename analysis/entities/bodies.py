"""Institutions of a state: the Russian Defence Ministry, Ukraine's parliament, the Foreign Ministry of Morocco.

The gazetteer knows bodies whose name alone tells the state. Here are those that many states have: their state is the
one that the name's own words give (before it, or after `of`), or the one that the article gives to the same body
elsewhere, or the one that the article is speaking of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from analysis.entities.context import is_capitalised, tokens_of
from analysis.entities.titles import States
from analysis.entities.vocabulary import words
from analysis.gazetteer import country_names, entity_id
from analysis.gazetteer.words import normalise
from analysis.records import Mention

_MAX_MODIFIERS = 6
_SMALL_WORDS = frozenset({"of", "for", "and", "the", "in"})
_OWNERS = frozenset({"country", "demonym", "capital"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_SPELLINGS = (
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\bministry of (?:the )?(.+)"), r"\1 ministry"),
    (re.compile(r"\bforeign affairs ministry"), "foreign ministry"),
    (re.compile(r"\bdepartment of (?:the )?(.+)"), r"\1 department"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """An institution named at one place of a text.

    Attributes:
        name: Its name without its state, in one spelling (defence ministry).
        state: The mention that gives its state; None: the words themselves do not.
    """

    span: Span
    name: str
    state: Mention | None


def find_bodies(doc: Doc, names: Sequence[Mention]) -> list[Body]:
    """Institutions in reading order: those whose words give their state, and those that are printed with a capital.

    Args:
        doc: The parsed article.
        names: Mentions from the gazetteer; what they cover whole is not found again.
    """
    states = States(doc, names)
    taken = tokens_of(doc, (mention for mention in names if mention.kind in {"organisation", "metonym"}))
    found: list[Body] = []
    for token in doc:
        if token.i in taken or token.lower_ not in words("body_heads"):
            continue
        body = _body_at(doc, token, states)
        if body is not None and not (found and found[-1].span.end > body.span.start):
            found.append(body)
        elif body is not None and len(body.span) > len(found[-1].span):
            found[-1] = body
    return found


def _body_at(doc: Doc, head: Token, states: States) -> Body | None:
    start, state = _left(doc, head, states)
    end = _right(doc, head)
    if state is None:
        state, end = _after_of(doc, end, states)
    own = doc[start:end]
    is_name = is_capitalised(head) and (start < head.i or end > head.i + 1)
    if state is None and not is_name and (start == head.i or head.lower_ not in words("bare_bodies")):
        return None
    if not _is_institution(own, head, state) or (end < len(doc) and doc[end].lower_ in words("facilities")):
        return None
    return Body(own, canonical_name(_without_state(own, states)), state)


def _left(doc: Doc, head: Token, states: States) -> tuple[int, Mention | None]:
    """Where the name starts, and the state before it: own modifiers first, then a demonym or a possessive."""
    index = head.i
    while index > 0 and head.i - index < _MAX_MODIFIERS and not doc[index].is_sent_start:
        token = doc[index - 1]
        mention = states.at(token.i)
        if mention is not None and (mention.kind in _OWNERS or _is_led(head, mention)):
            while index > 0 and states.at(index - 1) is mention:
                index -= 1
            return index, mention
        if token.lower_ in _POSSESSIVE and states.at(token.i - 1) is not None and token.i > 0:
            index -= 1
            continue
        if not _modifies(token):
            break
        index -= 1
    while index < head.i and doc[index].lower_ in _POSSESSIVE | {"-", "and"}:
        index += 1
    return index, None


def _is_led(head: Token, mention: Mention) -> bool:
    """Whether a body is called by its leader: the Merkel government, Rouhani's administration."""
    return mention.kind == "person" and head.lower_ in words("led_bodies")


def _modifies(token: Token) -> bool:
    return token.lower_ in words("body_modifiers") or token.text in {"-", "’s", "'s", "’"} or token.lower_ in {"and"}


def _right(doc: Doc, head: Token) -> int:
    """Where the name ends: `of Foreign Affairs`, `of Defence`, `for Civil Defence` belong to it."""
    end = head.i + 1
    if end + 1 < len(doc) and doc[end].lower_ in {"of", "for"}:
        index = end + 1
        if doc[index].lower_ == "the":
            index += 1
        first = index
        while index < len(doc) and (_modifies(doc[index]) or doc[index].lower_ in {"affairs", "ministers", "people"}):
            index += 1
        while index > first and doc[index - 1].lower_ in {"and", "-"} | _POSSESSIVE:
            index -= 1
        if index > first:
            end = index
    return end


def _after_of(doc: Doc, end: int, states: States) -> tuple[Mention | None, int]:
    """The state after the name: `of Morocco`, `of the Russian Federation`, `in Kyiv`."""
    if end + 1 >= len(doc) or doc[end].lower_ not in {"of", "in"}:
        return None, end
    index = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
    mention = states.at(index)
    if mention is None or mention.kind not in {"country", "capital"}:
        return None, end
    if doc[end].lower_ == "in" and doc[end - 1].lower_ in words("posted_bodies"):
        return None, end
    while index < len(doc) and states.at(index) is mention:
        index += 1
    return mention, index


def _is_institution(span: Span, head: Token, state: Mention | None) -> bool:
    """Whether a head noun is an institution here, and not `Russian forces`, `a French service` or `Swedish police`."""
    if head.lower_ in words("weak_body_heads"):
        inner = [token for token in span if token.i < head.i and token.lower_ in words("body_modifiers")]
        return bool(inner) or (is_capitalised(head) and len(span) > 1)
    return True


def _without_state(span: Span, states: States) -> str:
    kept: list[str] = []
    for token in span:
        is_state = states.at(token.i) is not None
        after_state = token.i > 0 and states.at(token.i - 1) is not None and token.lower_ in _POSSESSIVE
        if not is_state and not after_state and token.lower_ != "the":
            kept.append(token.text_with_ws)
    return " ".join("".join(kept).split()).removesuffix(" of").removesuffix(" in")


def canonical_name(name: str) -> str:
    """One spelling for the forms of a name: the Defense Ministry and the Ministry of Defence are one body."""
    spelling = normalise(name)
    for pattern, replacement in _SPELLINGS:
        spelling = pattern.sub(replacement, spelling)
    return " ".join(spelling.split())


def identify(name: str, country_code: str) -> tuple[str, str]:
    """The key and the label of a body that many states have.

    Args:
        name: In one spelling, without its state.
        country_code: Its state's; empty: left open.
    """
    title = " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in name.split())
    if not country_code:
        return entity_id("organisation", name), title
    return entity_id(
        "organisation", f"{country_code} {name}"
    ), f"{title} ({country_names().get(country_code, country_code)})"


def setting_of(doc: Doc, text: str, position: int, names: Sequence[Mention]) -> Mention | None:
    """The state that the text speaks of where it names a body without a state; None when two compete.

    The last state named before in the same sentence; else the only state, or the subject state, of the sentence before;
    else the state in whose capital the body speaks (the ministry said in Lima), unless others than it are spoken of.

    Args:
        doc: The parsed article.
        text: Its text, which spaCy would put together anew at each look.
        position: The body's first token.
        names: The article's mentions.
    """
    sentence = doc[position].sent
    owner = _person_before(text, doc[position].idx, names)
    if owner is not None:
        return owner
    here = list(_states(names, sentence.start_char, doc[position].idx))
    if here:
        return here[-1] if len({mention.country_code for mention in here}) == 1 else None
    previous = doc[sentence.start - 1].sent if sentence.start else None
    before = list(_states(names, previous.start_char, previous.end_char)) if previous is not None else []
    codes = {mention.country_code for mention in before}
    if len(codes) == 1:
        return before[-1]
    seat = _seat(doc, doc[position], names)
    return seat if seat is not None and (not codes or seat.country_code in codes) else None


def _seat(doc: Doc, body: Token, names: Sequence[Mention]) -> Mention | None:
    """The capital in which what stands after the body's name is said or done: the ministry said [in Lima]."""
    capitals = {mention.start_char: mention for mention in names if mention.kind == "capital" and mention.country_code}
    for token in doc[body.i + 1 : body.sent.end - 1]:
        if token.lower_ == "in" and token.head.pos_ == "VERB" and body in token.head.subtree:
            found = capitals.get(token.nbor().idx)
            if found is not None:
                return found
    return None


def _person_before(text: str, start: int, names: Sequence[Mention]) -> Mention | None:
    """The person in whose apposition the body stands: `Ann Berg, who advises the President's Office`."""
    people = [mention for mention in names if mention.kind == "person" and mention.end_char <= start]
    if not people:
        return None
    nearest = max(people, key=lambda mention: mention.end_char)
    between = text[nearest.end_char : start]
    is_apposed = between.startswith(", ") and "." not in between and len(between.split()) <= _MAX_MODIFIERS
    return nearest if is_apposed and nearest.country_code and "said" not in between else None


def _states(names: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    kinds = {"country", "demonym", "capital", "metonym"}
    for mention in names:
        if start <= mention.start_char < end and mention.kind in kinds and mention.country_code:
            yield mention
