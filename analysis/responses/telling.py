"""Acts that the text tells by a cue of the codebook: `Spain condemned`, `its denial`, `was summoned by Oslo`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from analysis.codebook import CONDEMN, CONSULT
from analysis.grammar.first_person import is_first_person
from analysis.grammar.parties import Parties, Party, never_acts
from analysis.grammar.roles import clause_verb, objects_of, own_subtree, patients
from analysis.grammar.words import words
from analysis.records import Statement
from analysis.responses.contents import content_span
from analysis.responses.frames import Frame, is_hostile_deed, is_peoples_act
from analysis.responses.rows import Finding
from analysis.responses.targets import aims_at_another, find_targets
from analysis.stretches import Stretches

_CONFIDENCE = {"verb": 0.8, "noun": 0.65, "adjective": 0.6}
_MORE_SPECIFIC = 0.04
_SUBORDINATE = 0.2
_FIRST_PERSON = 0.1
"""What confidence loses in a clause of its own and by taking `we` for whoever speaks; 0 to 1."""
_OTHER_SIDE = 0.1
"""What confidence loses where somebody is only said to be spoken with; 0 to 1."""
_DONE_WHERE = frozenset({"PROTEST", "CONDEMN", "INVESTIGATE", "COERCE", "USE_FORCE"})
"""Acts of those who are at home in the place: without a name, the place tells the country."""
_SUBORDINATING = frozenset({"advcl", "relcl", "acl", "pcomp"})


def told_acts(frames: Sequence[Frame], statements: Sequence[Statement], parties: Parties) -> Iterator[Finding]:
    """Acts that the text tells by a cue."""
    contents = Stretches(statements, content_span)
    cued: dict[int | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        cued[statement.cue_start_char].append(statement)
    for frame in frames:
        acting = _acting(frame, parties)
        codes = frozenset(code for party in acting for code in party.countries)
        targets = find_targets(frame, parties, codes)
        if not acting or not (any(codes) or targets):
            continue
        start, end = _evidence(frame.trigger, [*frame.agents, *_speakers(frame, parties)])
        at = frame.trigger.idx
        within = _narrowest(cued.get(at) or contents.touching(at, at + 1))
        if within is not None and is_hostile_deed(frame.act) and _is_allegation(within, codes):
            continue
        told = Finding(
            act=frame.act,
            parties=acting,
            targets=targets,
            start_char=start,
            end_char=end,
            rule_id=frame.cue.rule_id,
            confidence=_confidence(frame),
            statement_id=within.statement_id if within else "",
            reason=f"told by the {frame.cue.word_class} '{frame.trigger.text}', as {frame.modality}",
            aims_at_another=aims_at_another(frame, parties),
        )
        yield told
        yield from _from_the_other_side(told, frame, parties)


def _from_the_other_side(told: Finding, frame: Frame, parties: Parties) -> Iterator[Finding]:
    """The same talks as those with whom they are held take part in them: who speaks with Peru, Peru speaks with.

    Calls, visits, missions and receptions are one side's alone.

    Source: Lakoff and Peters, "Phrasal conjunction and symmetric predicates" (1969).
    """
    if told.act != CONSULT or frame.trigger.lemma_.lower() not in words("mutual") or len(told.countries) != 1:
        return
    for code in told.targets:
        named = next((token for token in own_subtree(frame.verb) if code in parties.within([token])), None)
        if named is not None and code not in told.countries:
            other = Party(named, (code,), parties.mention_of(named))
            yield replace(
                told,
                parties=(other,),
                targets=tuple(told.countries),
                confidence=round(told.confidence - _OTHER_SIDE, 3),
                reason=f"{told.reason}; takes part in it",
            )


def _is_allegation(statement: Statement, actors: frozenset[str]) -> bool:
    """Whether a deed is told as somebody else's word: `the agency said that troops had ...`.

    What comes before its source (`Troops ..., witnesses said`) is told as news, by the habit of news agencies.
    """
    if not statement.rule_id.endswith(("clause", "quote", "according-to")):
        return False  # `reacting to the news that troops had ...` takes it for granted
    cue, content = statement.cue_start_char, statement.content_start_char
    if statement.speaker_start_char is None or statement.cue in {"reported", "reports", "confirmed", "confirms"}:
        return False
    return cue is not None and content is not None and cue < content and statement.country_code not in actors


def _acting(frame: Frame, parties: Parties) -> tuple[Party, ...]:
    """Those who act, by country; a body of no single country has the country ''."""
    if frame.agents and all(map(never_acts, frame.agents)):
        return ()
    is_people = is_peoples_act(frame.act)
    found = [parties.actor(head, is_people=is_people) for agent in frame.agents for head in parties.meant(agent)]
    acting = tuple(party for party in found if party.countries)
    if acting:
        return acting
    if not frame.agents or is_people:
        here = _here(frame, parties)
        if here:
            head = frame.agents[0] if frame.agents else frame.trigger
            return (Party(head, here, None),)
    return tuple(Party(party.head, ("",), party.mention) for party in found if parties.is_body(party.head))


def _here(frame: Frame, parties: Parties) -> tuple[str, ...]:
    """The country in which the act is done where nobody is named: a crowd in Lima, an envoy summoned in Oslo."""
    patient = set(parties.within(token for head in patients(frame.trigger) for token in [head, *head.lefts]))
    clause = [token for token in frame.verb.subtree if clause_verb(token) == frame.verb]
    found = parties.place(clause) or _summoned_to(frame, parties)
    return tuple(code for code in found if code not in patient) if frame.act in _DONE_WHERE else ()


def _summoned_to(frame: Frame, parties: Parties) -> tuple[str, ...]:
    """The country of the ministry that an envoy is summoned to, by nobody who is named."""
    if frame.act != CONDEMN:
        return ()
    to = (noun for child in frame.trigger.children if child.lower_ == "to" for noun in objects_of(child))
    return tuple(code for noun in to if noun.lemma_.lower() in words("state_bodies") for code in parties.named(noun))


def _confidence(frame: Frame) -> float:
    score = _CONFIDENCE[frame.cue.word_class] + _MORE_SPECIFIC * min(frame.cue.specificity, 3)
    clause = [frame.verb, *(token for token in frame.verb.ancestors)]
    if any(token.dep_ in _SUBORDINATING for token in clause):
        score -= _SUBORDINATE
    if any(map(is_first_person, frame.agents)):
        score -= _FIRST_PERSON
    return round(score, 3)


def _speakers(frame: Frame, parties: Parties) -> list[Token]:
    """Those who say `we reject` in the same sentence: the passage is to show who they are."""
    meant = [head for agent in frame.agents if is_first_person(agent) for head in parties.meant(agent)]
    return [head for head in meant if head.sent == frame.trigger.sent]


def _narrowest(statements: Iterable[Statement]) -> Statement | None:
    """The statement of the fewest words among those that a word stands in; None where it stands in none."""
    return min(statements, key=lambda s: content_span(s)[1] - content_span(s)[0], default=None)


def _evidence(trigger: Token, agents: Sequence[Token]) -> tuple[int, int]:
    """The clause of the act with those who act."""
    tokens = [token for token in own_subtree(clause_verb(trigger)) if not token.is_space]
    while len(tokens) > 1 and tokens[0].text in {";", ",", "and", "but"}:
        tokens.pop(0)
    tokens += [token for agent in agents for token in (agent.left_edge, agent)]
    start, last = min(tokens, key=lambda token: token.i), max(tokens, key=lambda token: token.i)
    return start.idx, last.idx + len(last)
