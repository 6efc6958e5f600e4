"""Which articles are set aside as written in a language that is not read."""

import pytest

from analysis.articles import Article
from analysis.columns import Col
from analysis.language_id import is_read, language_of
from analysis.pipeline import analyse
from analysis.readers import Corpus
from analysis.settings import Settings
from analysis.tables import DOCUMENTS, MENTIONS, PROBLEMS, SENTENCES, TABLES

GERMAN = (
    "Der Minister lehnte am Montag in Berlin jede Stellungnahme ab und sprach von einer reinen Erfindung der Gegner."
)
ENGLISH = "The French minister denied the report on Monday and said that Paris had nothing to do with the ships."


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (ENGLISH, "", "en"),
        (ENGLISH * 5, "de", "en"),  # a page's template may state another language than its article has
        (GERMAN, "", "de"),
        (GERMAN, "en", "de"),
        ("Міністр у понеділок у Києві заперечив існування будь-якого плану.", "", "uk"),
        ("外交部发言人星期一在北京举行的例行记者会上否认了这一报道并呼吁各方保持克制。", "", "zh"),
        ("Paris said no.", "", ""),  # too short to tell
        ("Annalena Baerbock, Recep Tayyip Erdogan and Volodymyr Zelenskyy met in Ankara.", "", ""),  # mostly names
        ("Hayır.", "tr", "tr"),  # too short to tell, so what the document states counts
    ],
)
def test_language_is_told_where_it_is_plain(text: str, stated: str, expected: str) -> None:
    found = language_of(Article("a", text, language_code=stated), Settings())
    assert found in (expected, "en" if expected == "" else expected)


def test_what_cannot_be_told_is_read() -> None:
    assert [is_read(code) for code in ("", "en", "de")] == [True, True, False]


def test_an_article_that_is_not_read_is_kept_and_said() -> None:
    corpus = Corpus((Article("a", ENGLISH), Article("b", GERMAN), Article("c", ENGLISH)))
    results = analyse(corpus)
    documents = results[DOCUMENTS]
    assert list(documents[Col.DOCUMENT_ID]) == ["a", "b", "c"]
    assert list(documents[Col.IS_ANALYSED]) == [True, False, True]
    assert documents[Col.N_WORDS].isna().tolist() == [False, True, False]
    assert documents[Col.TEXT][1] == GERMAN
    per_article = [t for t in TABLES if Col.DOCUMENT_ID in t.columns and t not in (DOCUMENTS, PROBLEMS)]
    assert {t.name for t in per_article if "b" in set(results[t][Col.DOCUMENT_ID])} == set()
    assert set(results[SENTENCES][Col.DOCUMENT_ID]) == set(results[MENTIONS][Col.DOCUMENT_ID]) == {"a", "c"}


def test_a_corpus_of_unread_articles_alone_is_no_error() -> None:
    results = analyse(Corpus((Article("b", GERMAN),)))
    assert len(results[DOCUMENTS]) == 1
    assert results[SENTENCES].empty
