"""The state that a text ties a person to, with the words that say so.

The grammar of news titles: what stands before the head of the title owns it (Russian Defence Minister), `of` and `for`
after it own it too (President of Finland, spokesman for the Russian army), `to` names whom an envoy is sent to and owns
nothing. Titles stand before the name, or as an apposition after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from analysis.entities.people import PersonName
from analysis.entities.titles import MAX_TITLE_TOKENS, States, Title, belongs, is_office, is_role, title_before
from analysis.entities.vocabulary import words
from analysis.records import Mention

_MAX_CALLING_TOKENS = 4
_OWNING = frozenset({"of", "for", "at", "in", "from"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A state, the rule that found it, and the words of the text."""

    country_code: str
    rule_id: str
    reason: str


def find_ties(doc: Doc, people: Sequence[PersonName], names: Sequence[Mention]) -> dict[str, Tie]:
    """The first and strongest tie of each person, by canonical name; a person whom the text ties to no state lacks."""
    states = States(doc, names)
    found: dict[str, tuple[int, Tie]] = {}
    for position, person in enumerate(people):
        for rank, tie in enumerate(_ties(doc, person.span, states)):
            if tie is not None and (person.canonical not in found or rank < found[person.canonical][0]):
                found[person.canonical] = (rank, tie)
        for name, tie in _listed(doc, people[position:], states):
            found[name] = (-1, tie)
    return {name: tie for name, (_, tie) in found.items()}


def in_international_office(doc: Doc, people: Sequence[PersonName], names: Sequence[Mention]) -> frozenset[str]:
    """Canonical names of people to whom a title gives an office of no single state: NATO Secretary General Ann Berg."""
    states = States(doc, names)
    bodies = {mention.end_char: mention for mention in names if mention.kind == "organisation"}
    found = set()
    for person in people:
        title = title_before(doc, person.span.start, states)
        if title is None or title.head is None or title.is_former(doc) or states.within(title.start, title.end):
            continue
        if doc[title.start : title.end].text.lower().replace("-", " ").startswith("secretary general"):
            found.add(person.canonical)  # no state has one, though parties have
        if any(token.idx + len(token) in bodies for token in doc[title.start : title.end]):
            found.add(person.canonical)
    return frozenset(found)


def _ties(doc: Doc, span: Span, states: States) -> Iterator[Tie | None]:
    """What each rule says, strongest first."""
    yield _from_title(doc, span, states)
    yield _from_apposition(doc, span, states)
    yield _from_complement(doc, span, states)
    yield _from_party(doc, span)


def owners(doc: Doc, title: Title, states: States) -> list[Mention]:
    """The states that own a title, nearest to its head first; `to` and `on` name no owner."""
    inside = states.within(title.start, title.end)
    if title.head is not None and not is_office(title.head):
        inside = [(index, mention) for index, mention in inside if _is_nationality(title.head, index, mention)]
    if title.head is None:
        return [mention for index, mention in inside if _adjoins(doc, index, mention, title.end)]
    modifiers = [mention for index, mention in inside if index < title.head.i]
    is_envoy = title.head.lower_ in words("envoys")
    complements = [
        mention for index, mention in inside if index > title.head.i and _is_owned(doc, title.head.i, index, is_envoy)
    ]
    return modifiers[::-1] or complements


def _is_nationality(head: Token, index: int, mention: Mention) -> bool:
    """Whether a state's name right before a calling is its bearer's: a Latvian journalist, not an RT host."""
    is_near = head.i - _MAX_CALLING_TOKENS <= index < head.i
    return is_near and mention.kind in {"country", "demonym"} and head.tag_ not in {"NNPS", "NNS"}


def _is_owned(doc: Doc, head: int, index: int, is_envoy: bool) -> bool:
    links = [
        token.lower_ for token in doc[head + 1 : index] if token.pos_ == "ADP" or token.lower_ in {"of", "to", "for"}
    ]
    if not links:
        return False
    if is_envoy:
        return links == ["of"]
    return links[0] in _OWNING and "to" not in links and "on" not in links


def _adjoins(doc: Doc, index: int, mention: Mention, end: int) -> bool:
    """Whether a state's name stands right before the end of a title: Ukraine's Zelensky, Russian Sergei Ivanov."""
    rest = [token for token in doc[index:end] if token.idx >= mention.end_char]
    if _modifies_noun(doc[end]):
        return False
    return all(token.lower_ in {"'s", "’s", "’", "'"} for token in rest) and mention.kind in {
        "country",
        "demonym",
        "metonym",
    }


def _modifies_noun(token: Token) -> bool:
    """Whether a name stands before a common noun: Russia's Trojan horse."""
    while token.dep_ == "compound" and token.head.pos_ == "PROPN":
        token = token.head
    return token.dep_ == "compound"


def _from_title(doc: Doc, span: Span, states: States) -> Tie | None:
    title = title_before(doc, span.start, states)
    if title is None or (doc[span.start - 1].text == "," and not _closes_apposition(doc, span, title)):
        return None
    found = owners(doc, title, states)
    if not found or (
        len({mention.country_code for mention in found}) > 1 and title.head is not None and title.head.tag_ == "NNS"
    ):
        return None
    text = doc[title.start : title.end].text
    return Tie(found[0].country_code, _rule("title", doc, title), f"title before the name: {text}")


def _closes_apposition(doc: Doc, span: Span, title: Title) -> bool:
    """Whether a name after a comma renames the title before it.

    It does in `the minister, Ann Berg, said`, and does not in `after the minister, Ann Berg said`.
    """
    following = doc[span.end] if span.end < len(doc) else None
    return title.head is not None and (following is None or following.text in {",", ".", "and", ")", ";", "—", "–"})


def _rule(rule: str, doc: Doc, title: Title) -> str:
    if title.is_former(doc):
        return f"person-former-{rule}"
    if title.head is not None and not is_office(title.head):
        return f"person-nationality-{rule}"
    return f"person-{rule}"


def _from_apposition(doc: Doc, span: Span, states: States) -> Tie | None:
    """`, Russia's defence minister,`, `, who heads ...` and `is the Finnish president` after the name."""
    start = span.end
    opener = [token.lower_ for token in doc[start : start + 3]]
    if opener[:1] in ([","], ["("], ["—"], ["–"]):
        start += 1
        if opener[1:3] in (["who", "is"], ["who", "was"]):
            start += 2
    elif opener[:1] in (["is"], ["was"]):
        start += 1
    else:
        return None
    end = start
    while (
        end < len(doc)
        and end - start < MAX_TITLE_TOKENS
        and not doc[end].is_sent_start
        and _belongs_after(doc[end], states)
    ):
        end += 1
    head = next((token for token in doc[start:end] if is_role(token)), None)
    if head is None or not is_office(head):
        return None
    title = Title(head, start, end)
    found = owners(doc, title, states)
    if not found:
        return None
    return Tie(
        found[0].country_code, _rule("apposition", doc, title), f"apposition after the name: {doc[start:end].text}"
    )


def _belongs_after(token: Token, states: States) -> bool:
    if token.text in {",", ".", ";", ":", "(", ")", "“", "”", '"', "—", "–"} or token.is_space:
        return False
    return belongs(token, states) or token.pos_ in {"ADP", "DET", "PART", "ADV", "NUM", "PRON", "CCONJ"}


def _from_complement(doc: Doc, span: Span, states: States) -> Tie | None:
    """`President Vladimir V. Putin of Russia`."""
    if span.end + 1 >= len(doc) or doc[span.end].lower_ != "of":
        return None
    index = span.end + 2 if doc[span.end + 1].lower_ == "the" else span.end + 1
    mention = states.at(index)
    if mention is None or mention.kind not in {"country", "capital", "place"}:
        return None
    return Tie(mention.country_code, "person-complement", f"of {mention.text} after the name")


def _from_party(doc: Doc, span: Span) -> Tie | None:
    """`(R-Texas)`, `, D-N.Y.,`: American newspapers mark members of Congress so."""
    following = doc[span.end : span.end + 4].text.lstrip(" ,(")
    if following[:2] in {"R-", "D-"} and following[2:3].isupper():
        return Tie("USA", "person-party", "party and state after the name, as members of Congress are marked")
    return None


def _listed(doc: Doc, people: Sequence[PersonName], states: States) -> Iterator[tuple[str, Tie]]:
    """Several states before a title and as many names after it, in the same order.

    `His British and French counterparts, Ben Wallace and Sébastien Lecornu` ties the first name to the first state.
    """
    title = title_before(doc, people[0].span.start, states)
    if title is None or title.head is None:
        return
    title = _with_coordinated(doc, title, states)
    mentions = [mention for _, mention in states.within(title.start, title.end)]
    names = _run_of_names(doc, people)
    if len(mentions) < 2 or len(names) != len(mentions) or len({mention.country_code for mention in mentions}) < 2:
        return
    for person, mention in zip(names, mentions, strict=True):
        yield person.canonical, Tie(mention.country_code, "person-list", f"list of states and names: {mention.text}")


def _with_coordinated(doc: Doc, title: Title, states: States) -> Title:
    start = title.start
    while (
        start > 1
        and not doc[start].is_sent_start
        and (doc[start - 1].lower_ in {"and", ",", "the"} or states.at(start - 1))
    ):
        start -= 1
    return Title(title.head, start, title.end)


def _run_of_names(doc: Doc, people: Sequence[PersonName]) -> list[PersonName]:
    run = [people[0]]
    for person in people[1:]:
        between = [token.lower_ for token in doc[run[-1].span.end : person.span.start]]
        if not between or set(between) - {",", "and", "&"}:
            break
        run.append(person)
    return run
