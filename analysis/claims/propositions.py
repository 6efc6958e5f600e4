"""One article's propositions: who, did what, to whom, when, where, how many, according to whom."""

import functools
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from analysis.articles import Article
from analysis.claims.embedded import embedded
from analysis.claims.segments import Segment, inherited, segments
from analysis.comparison.passages import Passage, join_passages, read_passage
from analysis.records import Mention, Proposition, Response, Statement
from analysis.stretches import Stretches

_MIN_CONTENT_WORDS = 3
"""A segment with fewer content words is a heading or a fragment, unless it says how many or what a country did."""


def find_propositions(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    responses: Sequence[Response],
) -> list[Proposition]:
    """What an article claims, passage by passage, in the order of its text.

    Args:
        article: The article.
        doc: Its parse, offsets those of the text.
        mentions: Its actors and countries, which normalise who and whom.
        statements: Its attributions, which say whose word a passage is.
        responses: Its countries' acts; a passage that reports one carries the act.

    Returns:
        Empty for an article without a sentence.
    """
    return list(_propositions(article, doc, mentions, statements, responses))


def _propositions(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    responses: Sequence[Response],
) -> Iterator[Proposition]:
    acting = Stretches(mentions, lambda item: (item.start_char, item.end_char))
    said = Stretches(statements, lambda item: (item.content_start_char, item.content_end_char))
    done = Stretches(responses, lambda item: (item.start_char, item.end_char))
    for (index, span, shown), is_embedded in _passages(doc):
        passage = read_passage(span, article.published_on)
        if not _claims_something(passage, span, done):
            continue
        before = [] if is_embedded else list(inherited(span))
        parts = [*((read_passage(phrase, article.published_on), phrase) for phrase in before), (passage, span)]
        speaker = _speaker(span, said)
        yield Proposition(
            claim_id=f"{article.document_id}:{span.start_char}" + (f"-{span.end_char}" if is_embedded else ""),
            document_id=article.document_id,
            start_char=shown.start_char,
            end_char=shown.end_char,
            sentence_index=index,
            text=article.text[shown.start_char : shown.end_char],
            who=_actors(parts, acting, "who"),
            act=_act(passage, span, done),
            whom=_actors(parts, acting, "whom"),
            when=" | ".join(dict.fromkeys(str(when) for when in passage.dates if str(when))),
            where=" | ".join(dict.fromkeys(name.text for name in passage.names if name.kind == "place")),
            quantity=" | ".join(dict.fromkeys(str(quantity) for quantity in passage.quantities)),
            according_to=speaker,
            signature=functools.reduce(join_passages, (part for part, _ in parts)).by(speaker).to_json(shown.text),
            is_embedded=is_embedded,
        )


def _claims_something(passage: Passage, span: Span, responses: Stretches[Response]) -> bool:
    """Whether there is enough in it to compare, as there is in `Five people are dead` and `Sudan has said nothing`."""
    if len(passage.words) >= _MIN_CONTENT_WORDS:
        return True
    is_clause = any(token.dep_ in {"nsubj", "nsubjpass"} for token in span)
    return is_clause and bool(
        passage.words and (passage.quantities or responses.touching(span.start_char, span.end_char))
    )


def _passages(doc: Doc) -> Iterator[tuple[Segment, bool]]:
    """Each segment, and after it what it takes for granted (True)."""
    for segment in segments(doc):
        yield segment, False
        for phrase in embedded(segment.span):
            yield Segment(segment.sentence_index, phrase, phrase), True


def _actors(parts: Sequence[tuple[Passage, Span]], mentions: Stretches[Mention], role: str) -> str:
    """Canonical names of the actors in a role; as written where entities know none."""
    found = []
    for passage, span in parts:
        for name in passage.names:
            if name.role == role:
                start = span.start_char + name.start
                known = mentions.touching(start, start + len(name.text))
                found.append(known[0].entity if known else name.text)
    words = (word for passage, _ in parts for word in passage.words)
    plain = [word.lemma for word in words if word.role == role and word.pos == "NOUN"]
    return " | ".join(dict.fromkeys(found or plain[:1]))


def _act(passage: Passage, span: Span, responses: Stretches[Response]) -> str:
    """The codebook's act where the passage reports one, else the verb it turns on."""
    acts = [response.act for response in responses.touching(span.start_char, span.end_char)]
    verbs = [f"not {word.lemma}" if word.negated else word.lemma for word in passage.words if word.role == "act"]
    return " | ".join(dict.fromkeys(acts or verbs[:1]))


def _speaker(span: Span, statements: Stretches[Statement]) -> str:
    """Whose word the passage is: the innermost attribution whose content covers most of it; empty: the outlet's own."""
    best, best_share = "", 0.0
    for item in statements.touching(span.start_char, span.end_char):
        start, end = item.content_start_char or 0, item.content_end_char or 0
        shared = min(span.end_char, end) - max(span.start_char, start)
        share = shared / max(1, end - start, span.end_char - span.start_char)
        if share > best_share:
            best, best_share = item.speaker, share
    return best if best_share > 0.3 else ""
