"""Who responded, who kept silent and who is only named: told apart for each country and article."""

import pandas as pd
import pytest

from analysis.columns import Col
from analysis.coverage import ABSENT, MENTIONED, RESPONDED, SILENT, cover
from analysis.tables import DOCUMENTS, MENTIONS, RESPONSES


def documents() -> pd.DataFrame:
    rows = [(name, name != "unread") for name in ("a", "b", "unread")]
    return DOCUMENTS.frame({Col.DOCUMENT_ID: name, Col.IS_ANALYSED: read} for name, read in rows)


def mentions(*named: tuple[str, str]) -> pd.DataFrame:
    return MENTIONS.frame(
        {
            Col.DOCUMENT_ID: document,
            Col.START_CHAR: at,
            Col.END_CHAR: at + 1,
            Col.ENTITY_ID: f"country:{code}",
            Col.COUNTRY_CODE: code,
        }
        for at, (document, code) in enumerate(named)
    )


def responses(*done: tuple[str, str, str]) -> pd.DataFrame:
    return RESPONSES.frame(
        {Col.RESPONSE_ID: str(at), Col.DOCUMENT_ID: document, Col.COUNTRY_CODE: code, Col.ACT: act}
        for at, (document, code, act) in enumerate(done)
    )


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ((), MENTIONED),
        ((("a", "PER", "NO_STATEMENT"),), SILENT),
        ((("a", "PER", "DENY"),), RESPONDED),
        # silent on one thing, not on another
        ((("a", "PER", "NO_STATEMENT"), ("a", "PER", "DENY")), RESPONDED),
        # a body of no single country is no country's response
        ((("a", "", "CONDEMN"),), MENTIONED),
    ],
)
def test_the_state_of_a_country_in_an_article(done: tuple[tuple[str, str, str], ...], state: str) -> None:
    table = cover(documents(), mentions(("a", "PER"), ("a", "PER")), responses(*done))
    found = {row[Col.DOCUMENT_ID]: (row[Col.STATE], row[Col.N_MENTIONS]) for _, row in table.iterrows()}
    assert found == {"a": (state, 2), "b": (ABSENT, 0)}


def test_an_article_that_was_not_analysed_says_nothing_about_anybody() -> None:
    table = cover(documents(), mentions(("a", "PER")), responses())
    assert "unread" not in set(table[Col.DOCUMENT_ID])


def test_nothing_named_is_an_empty_table() -> None:
    assert cover(documents(), mentions(), responses()).empty
