"""Acts done by what is said: `said that both sides must talk` appeals, `said it was disgraceful` condemns."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.codebook import APPEAL, DENY, Act, Codebook
from analysis.grammar.patterns import Stretch
from analysis.grammar.words import words
from analysis.records import Statement

_NEGATIONS = frozenset({"not", "n't", "no", "never", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class SaidAct:
    """An act found in what somebody is reported to say."""

    act: str
    phrase: str
    at: Token


def content_span(statement: Statement) -> tuple[int, int]:
    """Offsets [start, end) of what is said; (0, 0) for a statement without content."""
    return statement.content_start_char or 0, statement.content_end_char or 0


def acts_of_content(statement: Statement, doc: Doc, codebook: Codebook) -> Iterator[SaidAct]:
    """Acts that the content of a plain statement may amount to, by every phrase found; none for factual content."""
    if statement.content_start_char is None or statement.content_end_char is None:
        return
    if statement.content.lower().startswith(("whether ", "if ")):
        return  # considered whether to condemn: an open question
    span = doc.char_span(statement.content_start_char, statement.content_end_char, alignment_mode="contract")
    tokens = [token for token in span if not token.is_punct and not token.is_space] if span is not None else []
    stretch = Stretch(tokens)
    for act in codebook.acts.values():
        yield from _phrases(act, stretch)


def imperative_in(statement: Statement, doc: Doc) -> SaidAct | None:
    """What words spoken ask for by their mood: `“Stop this madness,” he said`; None where they ask for nothing."""
    if statement.form == "indirect":
        return None
    span = doc.char_span(*content_span(statement), alignment_mode="contract") or ()
    first = next((token for token in span if not token.is_punct and not token.is_space), None)
    is_base = first is not None and first.tag_ == "VB" and first.dep_ in {"ROOT", "ccomp"}
    if first is None or not is_base or first.lemma_.lower() in words("idle_imperatives"):
        return None
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in first.children)
    return None if has_subject else SaidAct(APPEAL, "imperative", first)


def _phrases(act: Act, stretch: Stretch) -> Iterator[SaidAct]:
    for phrase in act.content:
        is_negative = phrase[0] in _NEGATIONS
        at = stretch.find(phrase)
        if at is not None and (is_negative or not _is_denied(at, act.code)):
            yield SaidAct(act.code, " ".join(phrase), at)


def _is_denied(at: Token, act: str) -> bool:
    """Whether a negation just before the words takes them back (`was not a provocation`)."""
    if act == DENY:
        return False
    before = at.doc[max(at.sent.start, at.i - 3) : at.i]
    return any(token.lower_ in _NEGATIONS for token in before)
