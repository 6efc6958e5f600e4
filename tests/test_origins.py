"""What outlets rest on: agencies, institutes, shared passages; and what only looks like it."""

import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.columns import Col
from analysis.origins import find_origins
from analysis.readers import Corpus
from analysis.tables import DOCUMENTS, ORIGINS, SENTENCES

LONG = (
    "The two ministers agreed on Friday to open a crossing for lorries near the village of Topli Do before the winter."
)


def origins_of(*texts: str, publisher: str = "") -> list[tuple[str, str, str]]:
    documents = DOCUMENTS.frame(
        {Col.DOCUMENT_ID: f"d{i}", Col.PUBLISHER: publisher or f"Outlet {i}", Col.TEXT: text}
        for i, text in enumerate(texts)
    )
    sentences = SENTENCES.frame(
        {Col.DOCUMENT_ID: f"d{i}", Col.SENTENCE_INDEX: 0, Col.START_CHAR: 0, Col.END_CHAR: len(text), Col.TEXT: text}
        for i, text in enumerate(texts)
    )
    found = find_origins(documents, sentences, Settings())
    return [tuple(row) for row in found[[Col.ORIGIN, Col.KIND, Col.DOCUMENT_ID]].itertuples(index=False, name=None)]


CREDIT_CASES = [
    ("BERLIN (Reuters) - The talks ended.", ["Reuters"]),
    ("The envoy told TASS that the talks had ended.", ["TASS"]),
    ("WAM reported that the talks had ended.", ["WAM"]),
    ("According to AFP, the talks ended.", ["Agence France-Presse"]),
    # initials count only in capitals: the word is no agency
    ("The ant told the ape that the talks had ended.", []),
    # named, but not as the source
    ("Reporters gathered outside the Reuters building.", []),
]


@pytest.mark.parametrize(("text", "agencies"), CREDIT_CASES)
def test_credits_to_agencies(text: str, agencies: list[str]) -> None:
    assert [origin for origin, kind, _ in origins_of(text) if kind == "agency"] == agencies


def test_a_credit_in_the_publishers_line_covers_the_article() -> None:
    assert origins_of("The talks ended.", publisher="The Gazette, text by AP") == [("Associated Press", "agency", "d0")]


def test_almost_the_same_words_are_a_shared_passage() -> None:
    other = LONG.replace("near the village", "close to the village")
    found = origins_of(
        LONG, other, "Something quite different was told by the third of the outlets on that same Friday."
    )
    assert [(kind, document) for _, kind, document in found] == [("shared text", "d0"), ("shared text", "d1")]


def test_the_seeds_rest_on_one_institute(seeds_results: Results) -> None:
    found = seeds_results[ORIGINS]
    institute = found[found[Col.ORIGIN] == "Institute for the Study of War"]
    assert institute[Col.DOCUMENT_ID].nunique() == 2
    assert institute[Col.ORIGIN_ID].nunique() == 1


def test_evidence_stands_in_the_article(seeds_results: Results) -> None:
    texts = seeds_results[DOCUMENTS].set_index(Col.DOCUMENT_ID)[Col.TEXT]
    for row in seeds_results[ORIGINS].itertuples():
        assert row.evidence in texts[row.document_id]


def test_an_article_alone_shares_nothing() -> None:
    results = analyse(Corpus((Article("only", LONG),)))
    assert results[ORIGINS].empty
