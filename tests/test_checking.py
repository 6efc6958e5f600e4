"""A typed claim against articles: the same, otherwise, or nothing; each with the passage that says so."""

import pandas as pd
import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims.checking import COLUMNS, CONTRADICTS, SAYS_NOTHING, SUPPORTS, ClaimChecker
from analysis.readers import Corpus
from analysis.tables import CLAIMS, DOCUMENTS

TEXTS = {
    "first": "The ferry sank off the northern coast on Monday. Three sailors drowned, the harbour master said.",
    "second": "Five sailors drowned when the ferry went down. The owner has not been found.",
    "third": "The football season opens next week. Tickets went on sale in the capital.",
}


@pytest.fixture(scope="module")
def results() -> Results:
    """Three short articles, of which two are about one event."""
    articles = (Article(document_id=name, text=text, language_code="en") for name, text in TEXTS.items())
    return analyse(Corpus(tuple(articles)))


@pytest.fixture(scope="module")
def checker(results: Results) -> ClaimChecker:
    """A checker over them."""
    return ClaimChecker.of(results[CLAIMS], results.settings)


@pytest.mark.parametrize(
    ("claim", "relations"),
    [
        ("Three sailors drowned.", (SUPPORTS, CONTRADICTS, SAYS_NOTHING)),
        ("Five sailors drowned.", (CONTRADICTS, SUPPORTS, SAYS_NOTHING)),
        ("The volcano erupted again in March.", (SAYS_NOTHING, SAYS_NOTHING, SAYS_NOTHING)),
    ],
)
def test_each_article_supports_contradicts_or_says_nothing(
    checker: ClaimChecker, claim: str, relations: tuple[str, ...]
) -> None:
    found = checker.check(claim)
    assert tuple(found["relation"]) == relations
    assert list(found["document_id"]) == ["first", "second", "third"]


def test_the_passage_is_the_one_that_decides(checker: ClaimChecker, results: Results) -> None:
    texts = dict(zip(results[DOCUMENTS]["document_id"], results[DOCUMENTS]["text"], strict=True))
    row = checker.check("Five sailors drowned.").iloc[1]
    assert "Five sailors drowned" in texts["second"][row["start_char"] : row["end_char"]]
    assert "5" in checker.check("Three sailors drowned.").iloc[1]["reason"]


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_claim_is_not_compared(checker: ClaimChecker, text: str) -> None:
    assert list(checker.check(text).columns) == list(COLUMNS)
    assert checker.check(text).empty


def test_a_run_without_claims_answers_nothing() -> None:
    found = ClaimChecker.of(CLAIMS.empty(), Settings()).check("Three sailors drowned.")
    pd.testing.assert_index_equal(found.columns, pd.Index([str(column) for column in COLUMNS]))
    assert found.empty
