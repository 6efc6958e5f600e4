"""Whose word a claim rests on: one ministry's readout in several outlets, and what is not one origin."""

from dataclasses import dataclass

import pandas as pd
import pytest

from analysis.agreement import agree_on_claims
from analysis.columns import Col
from analysis.origins import add_words
from analysis.tables import CLAIMS, DISCREPANCIES, DOCUMENTS, MENTIONS, ORIGINS, QUOTATIONS, STATEMENTS


@dataclass(frozen=True)
class Told:
    """One article that tells the claim in one sentence: who says it, as the entity stage resolved the speaker."""

    speaker: str
    cue: str
    content: str
    entity: str = ""
    country: str = ""
    source: str = "named"
    rule: str = "verb-clause"

    @property
    def text(self) -> str:
        return f"{self.speaker} {self.cue} {self.content}.".strip()


def origins_of(*articles: Told | list[Told], claim: int = -1) -> tuple[pd.DataFrame, int]:
    """ORIGINS of articles that all tell one claim in their last (or that) sentence, and on how many it rests."""
    told = [article if isinstance(article, list) else [article] for article in articles]
    texts = [" ".join(item.text for item in sentences) for sentences in told]
    documents = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: f"d{i}", Col.PUBLISHER: f"Outlet {i}", Col.TEXT: text} for i, text in enumerate(texts)
    )
    statements, claims, mentions = [], [], []
    for i, sentences in enumerate(told):
        for place, item in enumerate(sentences):
            start = texts[i].index(item.text)
            if item.speaker:
                statements.append(_statement(f"d{i}", place, start, item))
            if item.entity.startswith("organisation"):
                mentions.append(_mention(f"d{i}", start, item))
        start = texts[i].index(sentences[claim].text)
        claims.append({
            Col.CLAIM_ID: f"c{i}", Col.GROUP_ID: "g", Col.DOCUMENT_ID: f"d{i}", Col.START_CHAR: start,
            Col.END_CHAR: start + len(sentences[claim].text), Col.TEXT: sentences[claim].text, Col.SENTENCE_INDEX: 0,
        })  # fmt: skip
    tables = (CLAIMS.frame(claims), STATEMENTS.frame(statements), QUOTATIONS.empty(), MENTIONS.frame(mentions))
    found = add_words(ORIGINS.empty(), *tables, documents)
    agreement = agree_on_claims(tables[0], DISCREPANCIES.empty(), found, documents)
    return found, int(agreement[Col.N_ORIGINS].iloc[0])


def _statement(document_id: str, place: int, start: int, item: Told) -> dict[Col, object]:
    cue = start + len(item.speaker) + 1
    content = cue + len(item.cue) + 1
    return {
        Col.STATEMENT_ID: f"{document_id}-s{place}", Col.DOCUMENT_ID: document_id, Col.SENTENCE_INDEX: place,
        Col.SPEAKER: item.speaker, Col.SPEAKER_ENTITY_ID: item.entity, Col.COUNTRY_CODE: item.country,
        Col.SPEAKER_START_CHAR: start, Col.SPEAKER_END_CHAR: start + len(item.speaker), Col.SOURCE_TYPE: item.source,
        Col.CUE: item.cue, Col.CUE_START_CHAR: cue, Col.CUE_END_CHAR: cue + len(item.cue), Col.CONTENT: item.content,
        Col.CONTENT_START_CHAR: content, Col.CONTENT_END_CHAR: content + len(item.content), Col.FORM: "indirect",
        Col.ACT: "COMMENT", Col.RULE_ID: item.rule,
    }  # fmt: skip


def _mention(document_id: str, start: int, item: Told) -> dict[Col, object]:
    return {
        Col.DOCUMENT_ID: document_id, Col.START_CHAR: start, Col.END_CHAR: start + len(item.speaker),
        Col.TEXT: item.speaker, Col.ENTITY_ID: item.entity, Col.ENTITY: item.speaker, Col.KIND: "organisation",
        Col.ENTITY_TYPE: "organisation", Col.COUNTRY_CODE: item.country, Col.SENTENCE_INDEX: 0,
    }  # fmt: skip


CONTENT = "that the two ministers had spoken of the grain ships"
TURKISH = Told("Türkiye's Defence Ministry", "said", CONTENT, "organisation:tur-defence-ministry", "TUR")
RUSSIAN = Told("Russia's Defence Ministry", "said", CONTENT, "organisation:rus-defence-ministry", "RUS")
FOREIGN = Told("Türkiye's Foreign Ministry", "said", CONTENT, "organisation:tur-foreign-ministry", "TUR")
STATE = Told("Türkiye", "said", CONTENT, "country:TUR", "TUR")
OFFICIALS = Told("Turkish officials", "said", CONTENT, "", "TUR", source="vague")
MINISTER = Told("Defence Minister Hulusi Akar", "wrote", CONTENT, "person:hulusi-akar", "TUR")
SPOKESMAN = Told("Zeki Akturk", "told reporters", CONTENT, "person:zeki-akturk", "TUR")
BARE = Told("The ministry", "added", CONTENT, "organisation:ministry")
READOUT = Told("The readout", "said", CONTENT, "", "", source="document")
WITNESS = Told("A docker", "said", CONTENT, "", "")
SINGER = Told("Ivo Marin, a singer,", "said", CONTENT, "person:ivo-marin")
OWN = Told("", "", "The two ministers spoke of the grain ships")

COUNTS = [
    ((TURKISH, TURKISH, TURKISH), 1),  # one ministry's readout in three outlets
    ((TURKISH, RUSSIAN), 2),  # the two sides' readouts of one call
    ((TURKISH, FOREIGN), 2),  # two ministries of one state
    ((TURKISH, STATE), 1),  # the state may have spoken through this ministry
    ((TURKISH, OFFICIALS), 1),  # its officials, too
    ((TURKISH, MINISTER), 1),  # the minister speaks for the ministry
    ((FOREIGN, MINISTER), 2),  # and for no other
    ((TURKISH, SPOKESMAN), 2),  # nobody says whose spokesman he is
    ((SINGER, SINGER), 1),  # a person without a state
    ((SINGER, WITNESS), 2),
    ((WITNESS, WITNESS), 2),  # two unnamed witnesses may be two
    ((TURKISH, OWN), 2),  # the second tells it in its own voice
    ((TURKISH, TURKISH, OWN, RUSSIAN), 3),
    (([TURKISH, BARE], TURKISH), 1),  # `the ministry`: the one that spoke before
    (([RUSSIAN, BARE], TURKISH), 2),
    (([TURKISH, READOUT], TURKISH), 1),  # `the readout`: of the party that spoke before
    (([WITNESS, READOUT], TURKISH), 2),
]


@pytest.mark.parametrize(("articles", "n_origins"), COUNTS)
def test_what_one_party_said_is_one_origin(articles: tuple[Told | list[Told], ...], n_origins: int) -> None:
    assert origins_of(*articles)[1] == n_origins


def test_a_spokesman_speaks_for_the_body_that_any_article_ties_him_to() -> None:
    named = Told("Zeki Akturk, the Defence Ministry's spokesman,", "said", CONTENT, "person:zeki-akturk", "TUR")
    found, n_origins = origins_of(SPOKESMAN, TURKISH)
    assert n_origins == 2
    titled = Told("Defence Minister Zeki Akturk", "said", CONTENT, "person:zeki-akturk", "TUR")
    found, n_origins = origins_of(SPOKESMAN, titled, TURKISH)
    assert n_origins == 1
    assert set(found[Col.ORIGIN_ID]) == {"official:tur/defence-ministry"}
    former = Told("former Defence Minister Zeki Akturk", "said", CONTENT, "person:zeki-akturk", "TUR")
    assert origins_of(former, TURKISH)[1] == 2
    assert named.entity == former.entity


def test_reliance_holds_for_the_claim_and_not_for_the_article() -> None:
    """Both quote the ministry, in other sentences than those that tell the claim."""
    found, n_origins = origins_of([TURKISH, OWN], [TURKISH, OWN])
    assert n_origins == 2
    assert found.empty


def test_what_somebody_did_is_nobodys_word() -> None:
    """`Morocco recalled its ambassador` looks like a statement and is none."""
    recalled = Told("Türkiye", "recalled", "its ambassador", "country:TUR", "TUR", rule="verb-object")
    assert origins_of(recalled, recalled)[1] == 2


@pytest.mark.parametrize(
    ("cue", "channel"),
    [
        ("said in a readout", "readout"),
        ("said in a statement", "statement"),
        ("posted on Telegram", "post"),
        ("said at a news conference", "press conference"),
        ("said", ""),
    ],
)
def test_the_form_is_told_with_the_reason(cue: str, channel: str) -> None:
    told = Told(TURKISH.speaker, cue, CONTENT, TURKISH.entity, TURKISH.country)
    found, _ = origins_of(told, TURKISH)
    reason = found.loc[found[Col.DOCUMENT_ID].eq("d0"), Col.REASON].item()
    assert reason == "the passage gives this party's word" + (f", in the form of: {channel}" if channel else "")


def test_names_of_one_body_are_one() -> None:
    pentagon = Told("The Pentagon", "said", CONTENT, "organisation:pentagon", "USA")
    department = Told("The US Defense Department", "said", CONTENT, "organisation:usa-defense-department", "USA")
    secretary = Told("Defense Secretary Lloyd Austin", "said", CONTENT, "person:lloyd-austin", "USA")
    found, n_origins = origins_of(pentagon, department, secretary)
    assert n_origins == 1
    assert set(found[Col.ORIGIN]) == {"Defence ministry (United States)"}


def test_a_quotation_that_outlets_share_is_one_origin() -> None:
    documents = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: name, Col.PUBLISHER: name, Col.TEXT: "“We will not sell the ships to anybody.”"}
        for name in ("a", "b")
    )
    rows = [
        {
            Col.QUOTATION_ID: "quotation:a-s0", Col.STATEMENT_ID: f"{name}-s0", Col.DOCUMENT_ID: name,
            Col.START_CHAR: 0, Col.END_CHAR: 40, Col.TEXT: "“We will not sell the ships to anybody.”",
        }
        for name in ("a", "b")
    ]  # fmt: skip
    claims = CLAIMS.frame(
        {
            Col.CLAIM_ID: name, Col.GROUP_ID: "g", Col.DOCUMENT_ID: name, Col.START_CHAR: 0, Col.END_CHAR: 40,
            Col.TEXT: "We will not sell the ships to anybody.", Col.SENTENCE_INDEX: 0,
        }
        for name in ("a", "b")
    )  # fmt: skip
    found = add_words(ORIGINS.empty(), claims, STATEMENTS.empty(), QUOTATIONS.frame(rows), MENTIONS.empty(), documents)
    assert set(found[Col.ORIGIN]) == {"the words “We will not sell the ships to anybody.”"}
    agreement = agree_on_claims(claims, DISCREPANCIES.empty(), found, documents)
    assert agreement[Col.REASON].item() == "told by 2 of 2 outlets; 2 outlets, 1 origin"
    # made anew from the corrected tables, never added twice
    tables = (claims, STATEMENTS.empty(), QUOTATIONS.frame(rows), MENTIONS.empty(), documents)
    pd.testing.assert_frame_equal(add_words(found, *tables), found)
