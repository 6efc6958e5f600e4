"""Responses of one article: frames and statements turned into rows, one for each country and target."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.articles import Article
from analysis.codebook import ACCUSE, APPEAL, COMMENT, CONDEMN, Codebook, load_codebook
from analysis.grammar.modality import is_negated
from analysis.grammar.parties import Parties, Party
from analysis.grammar.roles import agents, patients
from analysis.grammar.words import words
from analysis.records import Mention, Response, Statement
from analysis.responses.contents import SaidAct, acts_of_content
from analysis.responses.frames import Frame, find_frames, is_hostile_deed, is_peoples_act
from analysis.responses.polarity import polarity_of
from analysis.responses.targets import find_targets

_CONFIDENCE = {"verb": 0.8, "noun": 0.65, "adjective": 0.6, "content": 0.5, "statement": 0.3}
_MORE_SPECIFIC = 0.04
_SUBORDINATE = 0.2
_DONE_WHERE = frozenset({"PROTEST", "CONDEMN", "INVESTIGATE", "COERCE", "USE_FORCE"})
"""Acts of those who are at home in the place: without a name, the place tells the country."""
_SUBORDINATING = frozenset({"advcl", "relcl", "acl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Finding:
    """An act with its parties and the passage that shows it, before it is split into rows."""

    act: str
    parties: tuple[Party, ...]
    targets: tuple[str, ...]
    start_char: int
    end_char: int
    rule_id: str
    confidence: float
    statement_id: str = ""
    reason: str = ""


def find_responses(
    article: Article, doc: Doc, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> list[Response]:
    """What each country did, according to one article, in reading order.

    Args:
        article: The article; offsets are into its text.
        doc: The parsed article.
        mentions: Rows of MENTIONS.
        statements: Rows of STATEMENTS of the same article.

    Returns:
        Responses, one for each country and target; [] when no country does or says anything.
    """
    codebook, parties = load_codebook(), Parties(doc, mentions)
    frames = list(find_frames(doc, codebook, parties))
    found = [*_told(frames, statements, parties), *_said(statements, doc, codebook, parties, frames)]
    rows = [row for finding in _without_elaboration(found) for row in _rows(finding, article, parties, codebook)]
    rows.sort(key=lambda row: (row.start_char, row.end_char, row.country_code, row.act, row.target_code))
    return [
        dataclasses.replace(row, response_id=f"{article.document_id}-r{i}") for i, row in enumerate(_distinct(rows), 1)
    ]


def _told(frames: Sequence[Frame], statements: Sequence[Statement], parties: Parties) -> Iterator[Finding]:
    """Acts that the text tells by a cue."""
    for frame in frames:
        acting = _acting(frame, parties)
        codes = frozenset(code for party in acting for code in party.countries)
        targets = find_targets(frame, parties, codes)
        if not acting or not (any(codes) or targets):
            continue
        start, end = _evidence(frame.trigger, frame.agents)
        within = _within(frame.trigger, statements)
        if within is not None and is_hostile_deed(frame.act) and _is_allegation(within, codes):
            continue
        yield Finding(
            act=frame.act,
            parties=acting,
            targets=targets,
            start_char=start,
            end_char=end,
            rule_id=frame.cue.rule_id,
            confidence=_confidence(frame),
            statement_id=within.statement_id if within else "",
            reason=f"told by the {frame.cue.word_class} '{frame.trigger.text}', as {frame.modality}",
        )


def _without_elaboration(found: Sequence[Finding]) -> list[Finding]:
    """The findings without plain comments of those who, in the same article, say something more telling."""
    telling = {_speaker(party) for item in found if item.act != COMMENT for party in item.parties}
    return [
        item for item in found if item.act != COMMENT or not all(_speaker(party) in telling for party in item.parties)
    ]


def _speaker(party: Party) -> tuple[str, ...]:
    return (party.mention.entity_id if party.mention else party.head.lemma_.lower(), *party.countries)


def _is_allegation(statement: Statement, actors: frozenset[str]) -> bool:
    """Whether a deed is told as somebody else's word: `the agency said that troops had ...`.

    What comes before its source (`Troops ..., witnesses said`) is told as news, by the habit of news agencies.
    """
    cue, content = statement.cue_start_char, statement.content_start_char
    if statement.speaker_start_char is None or statement.cue in {"reported", "reports", "confirmed", "confirms"}:
        return False
    return cue is not None and content is not None and cue < content and statement.country_code not in actors


def _acting(frame: Frame, parties: Parties) -> tuple[Party, ...]:
    """Those who act, by country; a body of no single country has the country ''."""
    is_people = is_peoples_act(frame.act)
    found = [parties.actor(head, is_people=is_people) for head in frame.agents]
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
    found = parties.place(frame.verb.subtree)
    return tuple(code for code in found if code not in patient) if frame.act in _DONE_WHERE else ()


def _confidence(frame: Frame) -> float:
    score = _CONFIDENCE[frame.cue.word_class] + _MORE_SPECIFIC * min(frame.cue.specificity, 3)
    clause = [frame.verb, *(token for token in frame.verb.ancestors)]
    if any(token.dep_ in _SUBORDINATING for token in clause):
        score -= _SUBORDINATE
    return round(score, 3)


def _said(
    statements: Sequence[Statement], doc: Doc, codebook: Codebook, parties: Parties, frames: Sequence[Frame]
) -> Iterator[Finding]:
    """Acts that a statement amounts to by its content, and plain comments."""
    cued = {frame.trigger.idx for frame in frames}
    for statement in statements:
        head = _speaker_head(statement, doc)
        cue = _cue(statement, doc)
        if head is None or statement.act != COMMENT or statement.cue_start_char in cued or (cue and is_negated(cue)):
            continue
        acting = tuple(party for noun in [head, *head.conjuncts] if (party := parties.actor(noun)).countries)
        if not acting:
            continue
        codes = frozenset(code for party in acting for code in party.countries)
        start, end = _bounds(statement)
        content = doc.char_span(*_content(statement), alignment_mode="expand")
        targets = tuple(code for code in parties.within(content if content is not None else ()) if code not in codes)
        nested = [other for other in statements if other.parent_id == statement.statement_id]
        holding = [
            said
            for said in acts_of_content(statement, doc, codebook)
            if _holds(said, parties, codes) and not _is_of_another(said, nested, codes)
        ]
        found = {said.act: said for said in reversed(holding)}
        for said in reversed(found.values()):
            yield Finding(
                said.act,
                acting,
                targets[:1],
                start,
                end,
                f"content:{said.phrase}",
                _CONFIDENCE["content"],
                statement.statement_id,
                f"what is said: '{said.phrase}'",
            )
        if not found and _is_speech(statement) and (cue is None or cue.lemma_ not in words("thinking")):
            score, reason = _CONFIDENCE["statement"], "speaks, without doing more by it"
            yield Finding(COMMENT, acting, (), start, end, "statement", score, statement.statement_id, reason)


def _holds(said: SaidAct, parties: Parties, speakers: frozenset[str]) -> bool:
    """Whether the words in the content do the act: an accusation needs a culprit, an appeal somebody else to act.

    A harsh adjective said in passing (in the face of this brutal war) does not condemn.
    """
    verb = said.at
    while (verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}) and verb.head != verb:
        verb = verb.head
    doers = {code for head in agents(verb) for code in parties.actor(head, is_people=True).countries}
    if said.act == APPEAL:
        is_own = any(head.pos_ == "PRON" for head in agents(verb)) and doers == speakers
        return not is_own
    if said.act == CONDEMN:
        return not (said.at.dep_ == "amod" and said.at.head.dep_ == "pobj")
    if said.act != ACCUSE:
        return True
    if any(token.pos_ == "NOUN" and token.lemma_.lower() in words("allegations") for token in said.at.ancestors):
        return False
    if said.at.pos_ == "NOUN" and load_codebook().cues_of("verb", said.at.lemma_.lower()):
        return False
    if said.at.lemma_.lower() in words("state_wrongs"):
        return True
    named = doers or set(parties.within(verb.subtree))
    if not named and said.at.pos_ == "VERB":
        named = set(parties.within(said.at.sent))
    return bool(named - speakers)


def _is_of_another(said: SaidAct, nested: Sequence[Statement], speakers: frozenset[str]) -> bool:
    """Whether the words are those of somebody whom the speaker only reports."""
    return any(
        _content(other)[0] <= said.at.idx < _content(other)[1]
        and other.country_code
        and other.country_code not in speakers
        for other in nested
    )


def _cue(statement: Statement, doc: Doc) -> Token | None:
    if statement.cue_start_char is None or statement.cue_end_char is None:
        return None
    span = doc.char_span(statement.cue_start_char, statement.cue_end_char, alignment_mode="expand")
    return span.root if span is not None else None


def _is_speech(statement: Statement) -> bool:
    return statement.rule_id.startswith(("verb-quote", "verb-clause", "according", "quote"))


def _speaker_head(statement: Statement, doc: Doc) -> Token | None:
    if statement.speaker_start_char is None or statement.speaker_end_char is None:
        return None
    span = doc.char_span(statement.speaker_start_char, statement.speaker_end_char, alignment_mode="expand")
    return span.root if span is not None else None


def _content(statement: Statement) -> tuple[int, int]:
    return statement.content_start_char or 0, statement.content_end_char or 0


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


def _within(token: Token, statements: Iterable[Statement]) -> Statement | None:
    """The narrowest statement that the word stands in, as its cue or in its content."""
    around = [s for s in statements if s.cue_start_char == token.idx or _content(s)[0] <= token.idx < _content(s)[1]]
    return min(around, key=lambda s: (s.cue_start_char != token.idx, _content(s)[1] - _content(s)[0]), default=None)


def _evidence(trigger: Token, agents: Sequence[Token]) -> tuple[int, int]:
    """The clause of the act with those who act, within its sentence."""
    verb = trigger
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    tokens = [token for token in verb.subtree if not token.is_space and token.sent == trigger.sent]
    tokens += [token for head in agents if head.sent == trigger.sent for token in (head,)]
    start, last = min(tokens, key=lambda token: token.i), max(tokens, key=lambda token: token.i)
    return start.idx, last.idx + len(last)


def _rows(finding: Finding, article: Article, parties: Parties, codebook: Codebook) -> Iterator[Response]:
    act = codebook.acts[finding.act]
    start, end = finding.start_char, finding.end_char
    for party in finding.parties:
        for code in party.countries:
            for target in [t for t in finding.targets if t != code] or finding.targets[:1] or ("",):
                yield Response(
                    response_id="",
                    document_id=article.document_id,
                    sentence_index=parties.sentence_index(start),
                    country_code=code,
                    act=act.code,
                    cameo_code=" ".join(act.cameo),
                    plover_type=act.plover,
                    actor=party.mention.text if party.mention else party.head.text,
                    actor_entity_id=party.mention.entity_id if party.mention else "",
                    target_code=target,
                    polarity=polarity_of(act.code, codebook),
                    start_char=start,
                    end_char=end,
                    evidence=article.text[start:end],
                    statement_id=finding.statement_id,
                    rule_id=finding.rule_id,
                    confidence=finding.confidence,
                    reason=finding.reason,
                )


def _distinct(rows: Iterable[Response]) -> list[Response]:
    """One row per country, act, target and passage; the surer of two."""
    best: dict[tuple[object, ...], Response] = {}
    for row in rows:
        key = (row.country_code, row.act, row.target_code, row.start_char, row.end_char)
        if key not in best or row.confidence > best[key].confidence:
            best[key] = row
    return list(best.values())
