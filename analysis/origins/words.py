"""Whose word a claim rests on: one ministry's readout, one official's post, one quotation, cited by several outlets.

What one party said is one origin for what it said, however many outlets carry it, and in whatever form: readout, press
release, post, interview. This holds claim by claim: the same outlets may report the next claim themselves. So only such
statements are origins here as two outlets rest the same claim on.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook import load_codebook
from analysis.columns import Col
from analysis.origins.parties import OFFICIAL, SPEAKER, Parties, Party
from analysis.origins.rows import distinct, origin_row, slug
from analysis.reliance import are_one, do_overlap, span_of
from analysis.results import records
from analysis.tables import ORIGINS, Row

QUOTATION = "quotation"
KINDS = frozenset({OFFICIAL, SPEAKER, QUOTATION})
_REPORTING = re.compile(r"(?:-clause|-quote|^according-to)$")
"""Rules of attribution whose content is what somebody said, and not what an act is about."""
_CHANNELS: Mapping[str, str] = {
    "readout": r"read-?outs?",
    "press release": r"(?:press|news) release",
    "statement": r"statement|communiqu[eé]",
    "post": r"tweet(?:s|ed)?|post(?:s|ed)? on|Twitter|Telegram|Facebook|Truth Social|Instagram|Weibo",
    "press conference": r"press conference|news conference|(?:press |news )?briefing",
    "interview": r"interview",
    "letter": r"\bletter\b",
    "address": r"televised address|speech",
}
_SHOWN_CHARS = 60


def add_words(
    origins: pd.DataFrame,
    claims: pd.DataFrame,
    statements: pd.DataFrame,
    quotations: pd.DataFrame,
    mentions: pd.DataFrame,
    documents: pd.DataFrame,
) -> pd.DataFrame:
    """ORIGINS with the parties on whose word two or more outlets rest one claim, and the quotations they share.

    Args:
        origins: What `find_origins` found; rows of the kinds added here are made anew.
        claims: CLAIMS, grouped.
        statements: STATEMENTS.
        quotations: QUOTATIONS.
        mentions: MENTIONS; they tell which body a person speaks for.
        documents: DOCUMENTS.
    """
    outlet_of = {str(row[Col.DOCUMENT_ID]): str(row[Col.PUBLISHER]) for row in records(documents)}
    texts = {str(row[Col.DOCUMENT_ID]): str(row[Col.TEXT]) for row in records(documents)}
    spoken = distinct((*_spoken(statements, mentions, texts), *_quoted(quotations)))
    kept = ORIGINS.frame(_shared_in_a_claim(spoken, claims, outlet_of))
    others = origins[~origins[Col.KIND].isin(sorted(KINDS))]
    order = [str(column) for column in ORIGINS.key]
    return ORIGINS.conform(pd.concat([others, kept]).sort_values(order, ignore_index=True))


def _spoken(statements: pd.DataFrame, mentions: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[Row]:
    """A row for each statement that gives somebody's word."""
    parties = Parties.of(statements, mentions)
    by_article: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in records(statements):
        by_article[str(row[Col.DOCUMENT_ID])].append(row)
    for document_id, rows in by_article.items():
        for row, party in zip(rows, parties.of_article(rows), strict=True):
            if party is not None and _is_word(row):
                yield _word(row, party, texts[document_id])


def _is_word(row: Mapping[str, object]) -> bool:
    """Whether a statement says what somebody said: reported speech, or a verbal act (denied, condemned)."""
    if row[Col.CONTENT_START_CHAR] is None:
        return False
    if _REPORTING.search(str(row[Col.RULE_ID])) or row[Col.FORM] != "indirect":
        return True
    acts = load_codebook().acts
    act = str(row[Col.ACT])
    return "-act-" in str(row[Col.RULE_ID]) and act in acts and act != "COMMENT" and acts[act].is_verbal


def _word(row: Mapping[str, object], party: Party, text: str) -> Row:
    """The row of a statement: from its cue or content, whichever is first, to the end of the last of them."""
    places = [int(str(row[c])) for c in _PLACES if row[c] is not None]
    start, end = min(places), max(places)
    channel = _channel(text, start, end)
    form = f", in the form of: {channel}" if channel else ""
    return origin_row(
        party.name, party.kind, {Col.DOCUMENT_ID: row[Col.DOCUMENT_ID], "start_char": start, "end_char": end,
        "text": text[start:end]}, rule="origins.word", key=party.key,
        reason=f"the passage gives this party's word{form}",
    )  # fmt: skip


_PLACES = (Col.CUE_START_CHAR, Col.CUE_END_CHAR, Col.CONTENT_START_CHAR, Col.CONTENT_END_CHAR)


def _channel(text: str, start: int, end: int) -> str:
    """The form in which a sentence says that it was said; empty: it does not."""
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
    last = min((place for mark in (". ", "\n") if (place := text.find(mark, end - 1)) >= 0), default=len(text))
    sentence = text[first:last]
    return next((name for name, words in _CHANNELS.items() if re.search(words, sentence)), "")


def _quoted(quotations: pd.DataFrame) -> Iterator[Row]:
    """A row for each article's form of a quotation that several articles carry, named by its first form."""
    names: dict[str, str] = {}
    for row in records(quotations):
        key = str(row[Col.QUOTATION_ID])
        name = names.setdefault(key, _shortened(str(row[Col.TEXT])))
        yield origin_row(
            f"the words “{name}”", QUOTATION, row, rule="origins.quotation", key=slug(key.partition(":")[2]),
            reason="several outlets carry this quotation",
        )  # fmt: skip


def _shortened(quotation: str) -> str:
    """The start of a quotation without its marks."""
    text = re.sub(r"[“”\"]", "", quotation).strip().removeprefix("that ")
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS].rsplit(' ', 1)[0]} …"


def _shared_in_a_claim(spoken: Sequence[Row], claims: pd.DataFrame, outlet_of: Mapping[str, str]) -> Iterator[Row]:
    """The rows on which, for some claim, the passages of two outlets rest as on one."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(spoken):
        by_article[str(row[Col.DOCUMENT_ID])].append(place)
    used: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
    for claim in records(claims):
        document_id = str(claim[Col.DOCUMENT_ID])
        for place in by_article[document_id]:
            if do_overlap(span_of(claim), span_of(spoken[place])):
                used[str(claim[Col.GROUP_ID])].add((outlet_of[document_id], str(spoken[place][Col.ORIGIN_ID]), place))
    shared = {
        place
        for uses in used.values()
        for outlet, key, place in uses
        if any(outlet != other and are_one(key, own) for other, own, _ in uses)
    }
    return (row for place, row in enumerate(spoken) if place in shared)
