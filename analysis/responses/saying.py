"""Acts that a statement amounts to by its content, and plain comments: `said that both sides must talk` appeals."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from analysis.codebook import ACCUSE, AGREE, APPEAL, COMMENT, CONDEMN, DENY, THREATEN, Codebook, load_codebook
from analysis.grammar.first_person import is_first_person
from analysis.grammar.modality import is_negated
from analysis.grammar.parties import Parties, Party
from analysis.grammar.roles import agents
from analysis.grammar.words import words
from analysis.records import Statement
from analysis.responses.addressing import addressees, content_verb, named_beside, targets_of_words
from analysis.responses.contents import SaidAct, acts_of_content, content_span, imperative_in
from analysis.responses.culprits import culprit_above, culprit_of
from analysis.responses.disowning import disowned_wrong
from analysis.responses.frames import Frame, leads_to_hostile
from analysis.responses.rows import BY_SPEAKING, Finding

_BY_CONTENT = 0.5
_BY_SPEAKING = 0.3
"""Confidence of an act read off what is said, and of a comment for having spoken at all; 0 to 1."""


def said_acts(
    statements: Sequence[Statement], doc: Doc, codebook: Codebook, parties: Parties, frames: Sequence[Frame]
) -> Iterator[Finding]:
    """Acts that statements amount to by what is said, and plain comments of those who only speak."""
    told = {frame.trigger.idx for frame in frames}
    done = {frame.verb.idx: frame.act for frame in frames if any(map(is_first_person, frame.agents))}
    nested: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        nested[statement.parent_id].append(statement)
    for statement in statements:
        head = _root_at(doc, statement.speaker_start_char, statement.speaker_end_char)
        cue = _cue(statement, doc)
        if head is None or statement.act != COMMENT or statement.cue_start_char in told or (cue and is_negated(cue)):
            continue
        acting = tuple(party for noun in [head, *head.conjuncts] if (party := parties.actor(noun)).countries)
        if not acting:
            continue
        found = list(_acts_of(statement, acting, nested[statement.statement_id], doc, parties, done))
        yield from found
        if not found and _is_speech(statement) and (cue is None or cue.lemma_ not in words("thinking")):
            reason = "speaks, without doing more by it"
            start, end = _bounds(statement)
            yield Finding(COMMENT, acting, (), start, end, BY_SPEAKING, _BY_SPEAKING, statement.statement_id, reason)


def _acts_of(
    statement: Statement,
    acting: tuple[Party, ...],
    nested: Sequence[Statement],
    doc: Doc,
    parties: Parties,
    done: Mapping[int, str],
) -> Iterator[Finding]:
    """Acts by the statement's own words, each once, by the first of the phrases that do it.

    `done`: by the place of their verb, acts done in the first person; no phrase makes another act of the same clause.
    """
    codes = frozenset(code for party in acting for code in party.countries)
    elsewhere = [addressees(_cue(statement, doc), parties), named_beside(statement, doc, parties)]
    start, end = _bounds(statement)
    found: dict[str, SaidAct] = {}
    for said in map(_as_meant, acts_of_content(statement, doc, load_codebook())):
        if done.get(content_verb(said.at).idx, said.act) != said.act:
            continue
        if said.act not in found and _holds(said, parties, codes) and not _is_of_another(said, nested, codes):
            found[said.act] = said
    asked = imperative_in(statement, doc)
    if asked is not None:
        found.setdefault(APPEAL, asked)
    undone = disowned_wrong(statement, doc, parties, codes)
    if undone is not None:
        found.setdefault(DENY, undone)
    for said in found.values():
        rule, reason = f"content:{said.phrase}", f"what is said: '{said.phrase.replace('|', '/')}'"
        yield Finding(
            said.act,
            acting,
            targets_of_words(said, parties, codes, elsewhere),
            start,
            end,
            rule,
            _BY_CONTENT,
            statement.statement_id,
            reason,
        )


def _as_meant(said: SaidAct) -> SaidAct:
    """The act, or the threat that it is where what is promised is hostile: prepared to expel the envoys."""
    is_threat = said.act == AGREE and leads_to_hostile(said.at, load_codebook())
    return dataclasses.replace(said, act=THREATEN) if is_threat else said


def _holds(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """Whether the words in the content do the act, by what their act asks for."""
    check = _ASKS.get(said.act)
    return check is None or check(said, parties, speakers)


def _asks_another(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """An appeal is for somebody else to act: `it must be patient` appeals to nobody, `we must` to all who listen."""
    heads = agents(content_verb(said.at))
    if any(map(is_first_person, heads)):
        return True
    return not (any(head.pos_ == "PRON" for head in heads) and _doers(said, parties) == speakers)


def _answers_another(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """An accusation is denied by what is said of it only where it is another's: `the charges are grave` denies none."""
    if said.at.lemma_.lower() not in words("allegations"):
        return True
    return bool(set(culprit_of(said.at, parties)) - speakers)


def _is_main_point(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """A harsh adjective said in passing (in the face of this brutal war, what is illegal) does not condemn."""
    clauses = (token for token in (said.at, *said.at.ancestors) if token.dep_ == "csubj")
    is_what = any(clause.left_edge.lower_ in {"what", "whatever"} for clause in clauses)
    return not is_what and not (said.at.dep_ == "amod" and said.at.head.dep_ == "pobj")


def _has_culprit(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """An accusation needs a culprit, or a wrong that only states do; what is itself called an allegation is none."""
    at = said.at
    if any(token.pos_ == "NOUN" and token.lemma_.lower() in words("allegations") for token in at.ancestors):
        return False
    if at.pos_ == "NOUN" and load_codebook().cues_of("verb", at.lemma_.lower()):
        return False
    if at.lemma_.lower() in words("state_wrongs"):
        return True
    named = set(culprit_above(at, parties)) or _doers(said, parties) or set(parties.within(content_verb(at).subtree))
    if not named and at.pos_ == "VERB":
        named = set(parties.within(at.sent))
    return bool(named - speakers)


_ASKS: dict[str, Callable[[SaidAct, Parties, frozenset[str]], bool]] = {
    APPEAL: _asks_another,
    DENY: _answers_another,
    CONDEMN: _is_main_point,
    ACCUSE: _has_culprit,
}
"""What an act asks of the words in the content beside their being there."""


def _doers(said: SaidAct, parties: Parties) -> set[str]:
    heads = agents(content_verb(said.at))
    return {code for head in heads for code in parties.actor(head, is_people=True).countries}


def _is_of_another(said: SaidAct, nested: Sequence[Statement], speakers: frozenset[str]) -> bool:
    """Whether the words are those of somebody whom the speaker only reports."""
    return any(
        content_span(other)[0] <= said.at.idx < content_span(other)[1]
        and other.country_code
        and other.country_code not in speakers
        for other in nested
    )


def _cue(statement: Statement, doc: Doc) -> Token | None:
    return _root_at(doc, statement.cue_start_char, statement.cue_end_char)


def _root_at(doc: Doc, start: int | None, end: int | None) -> Token | None:
    """The head of what stands at a place; None where nothing does."""
    span = doc.char_span(start, end, alignment_mode="expand") if start is not None and end is not None else None
    return span.root if span is not None else None


def _is_speech(statement: Statement) -> bool:
    return statement.rule_id.startswith(("verb-quote", "verb-clause", "according-to"))


def _bounds(statement: Statement) -> tuple[int, int]:
    edges = [
        edge
        for edge in (
            statement.speaker_start_char, statement.speaker_end_char, statement.cue_start_char, statement.cue_end_char,
            statement.content_start_char, statement.content_end_char,
        )
        if edge is not None
    ]  # fmt: skip
    return min(edges), max(edges)
