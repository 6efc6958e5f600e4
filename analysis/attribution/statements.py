"""Statements from cues: content, speaker and form put together, one row per attribution, nested ones chained."""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis.articles import Article
from analysis.attribution.chains import Told, in_chains
from analysis.attribution.complements import according_content
from analysis.attribution.content import find_content
from analysis.attribution.cuefinding import FoundCue, find_cues, is_attributing
from analysis.attribution.lexicon import Lexicon, load_lexicon
from analysis.attribution.passages import Passage, Reporting, form_of, trim
from analysis.attribution.quotes import Quote, find_quotes
from analysis.attribution.speakers import Speaker, noun_speaker, source_type, speaker_of
from analysis.codebook import COMMENT, load_codebook
from analysis.grammar.parties import Parties
from analysis.grammar.roles import has_to, phrase_span, subtree_span
from analysis.records import Mention, Statement


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution before it has an id: what was found and by which rule."""

    cue: Token | None
    speaker: Speaker | None
    passage: Passage
    act: str
    rule_id: str


@dataclass(frozen=True)
class _View:
    """What every statement of an article is read against; spaCy would put the text together anew at each look."""

    doc: Doc
    text: str
    quotes: Sequence[Quote]
    lexicon: Lexicon
    parties: Parties


def find_statements(article: Article, doc: Doc, mentions: Sequence[Mention]) -> list[Statement]:
    """Every attribution of an article, in reading order of its content.

    Args:
        article: The article; offsets are into its text.
        doc: The parsed article.
        mentions: Rows of MENTIONS; they say which actor and country stand behind a speaker.

    Returns:
        Statements; [] when nothing is attributed to anybody.
    """
    text = doc.text
    view = _View(doc, text, find_quotes(text), load_lexicon(), Parties(doc, mentions))
    found = list(_attributions(view))
    told = [Told(_statement(item, article, view), _is_speech(item, view.lexicon)) for item in _without_doubles(found)]
    return in_chains(told)


def _attributions(view: _View) -> Iterator[Attribution]:
    for found in find_cues(view.doc, view.lexicon, load_codebook()):
        item = _from_noun(found, view) if found.token.pos_ == "NOUN" else _from_verb(found, view)
        if item is not None:
            yield item
    yield from _according(view)
    yield from _headline(view)


def _from_verb(found: FoundCue, view: _View) -> Attribution | None:
    speaker = speaker_of(found.token)
    reporting = Reporting(found.token, speaker.span if speaker else None)
    passage = find_content(reporting, found.complements, view.quotes, view.text)
    at = found.token.idx
    is_quoted = any(quote.start_char < at < quote.end_char for quote in view.quotes)
    if passage is None or not is_attributing(found, passage.place, speaker.head if speaker else None, is_quoted):
        return None
    if passage.place == "infinitive" and found.token.lemma_ in view.lexicon.asserting:
        passage = dataclasses.replace(passage, place="clause")  # claims to have tells as much as claims that
    return Attribution(found.token, speaker, passage, found.act, f"{found.rule_id}-{passage.place}")


def _from_noun(found: FoundCue, view: _View) -> Attribution | None:
    noun = found.token
    speaker = noun_speaker(noun)
    for child in noun.children:
        if child.dep_ not in {"acl", "ccomp"} or child.i < noun.i:
            continue
        kind = "infinitive" if child.tag_ == "VB" and has_to(child) else "clause"
        is_reported = kind == "infinitive" or any(c.lower_ == "that" for c in child.lefts)
        if is_reported and kind in found.complements:
            passage = Passage(*subtree_span(child), f"noun-{kind}")
            return Attribution(noun, speaker, trim(passage, view.quotes, view.text), found.act, passage.place)
    return None


def _according(view: _View) -> Iterator[Attribution]:
    doc = view.doc
    for token in doc:
        following = view.lexicon.phrases.get(token.lower_)
        if following is None or token.i + 1 >= len(doc):
            continue
        if following and doc[token.i + 1].lower_ != following:
            continue
        governor = doc[token.i + 1] if following else token
        nouns = [child for child in governor.children if child.dep_ == "pobj"]
        content = according_content(token)
        if not nouns or content is None:
            continue
        start, end = phrase_span(nouns[0])
        passage = trim(Passage(*content, "according"), view.quotes, view.text)
        yield Attribution(token, Speaker(tuple(nouns), start, end), passage, "", "according-to")


_HEADLINE = re.compile(r"\s*(?P<speaker>[^:\n“”\"]{2,40}): (?P<content>[^\n]{12,})")
_MAX_HEADLINE_SPEAKER = 5


def _headline(view: _View) -> Iterator[Attribution]:
    """`Minister: Talks will go on` above an article."""
    match = _HEADLINE.match(view.text)
    if match is None or len(match["speaker"].split()) > _MAX_HEADLINE_SPEAKER:
        return
    span = view.doc.char_span(*match.span("speaker"), alignment_mode="contract")
    if span is not None and any(token.pos_ in {"PROPN", "NOUN"} for token in span):
        passage = trim(Passage(*match.span("content"), "headline"), view.quotes, view.text)
        yield Attribution(None, Speaker((span.root,), *match.span("speaker")), passage, "", "headline")


def _without_doubles(found: Sequence[Attribution]) -> list[Attribution]:
    """One attribution per stretch of content and cue, in reading order."""
    seen: dict[tuple[int, int], Attribution] = {}
    for item in found:
        seen.setdefault((item.passage.start_char, item.passage.end_char), item)
    return sorted(seen.values(), key=lambda item: (item.passage.start_char, -item.passage.end_char))


def _is_speech(item: Attribution, lexicon: Lexicon) -> bool:
    """Whether somebody is told to say it, by word of mouth or by an act in words."""
    is_said = item.cue is not None and item.cue.lemma_.lower() in lexicon.speech
    return bool(item.act) or item.rule_id == "according-to" or (is_said and item.passage.place in {"quote", "clause"})


def _statement(item: Attribution, article: Article, view: _View) -> Statement:
    text, passage, speaker, cue = view.text, item.passage, item.speaker, item.cue
    mention = view.parties.mention_of(speaker.head) if speaker else None
    countries = view.parties.actor(speaker.head).countries if speaker else ()
    return Statement(
        statement_id="",
        document_id=article.document_id,
        sentence_index=view.parties.sentence_index(passage.start_char),
        speaker=text[slice(*speaker.span)] if speaker else "",
        speaker_entity_id=mention.entity_id if mention else "",
        speaker_start_char=speaker.start_char if speaker else None,
        speaker_end_char=speaker.end_char if speaker else None,
        source_type=source_type(speaker, view.lexicon),
        country_code=countries[0] if countries else "",
        cue=cue.text if cue is not None else "",
        cue_start_char=cue.idx if cue is not None else None,
        cue_end_char=cue.idx + len(cue) if cue is not None else None,
        content=text[passage.start_char : passage.end_char],
        content_start_char=passage.start_char,
        content_end_char=passage.end_char,
        form=form_of(passage.start_char, passage.end_char, view.quotes),
        act=item.act or COMMENT,
        rule_id=item.rule_id,
    )
