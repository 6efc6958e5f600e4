"""One quotation in two outlets: whose words they are, and when two names are two speakers."""

from typing import Any

import pandas as pd
import pytest

from analysis import analyse
from analysis.articles import Article
from analysis.claims import find_misattributed_quotations
from analysis.columns import Col
from analysis.quotes import find_quotations
from analysis.readers import Corpus
from analysis.settings import Settings
from analysis.tables import DISCREPANCIES, STATEMENTS

WORDS = "“Our patience with these reckless provocations at sea has finally run out”"

NORD_MINISTER = ("Foreign Minister Ada Berg", "person:ada-berg", "NOR")
NORD_MINISTRY = ("the foreign ministry", "organisation:foreign-ministry-nor", "NOR")
NORD_SPOKESMAN = ("ministry spokesman Olav Lie", "person:olav-lie", "NOR")
NORD_ADMIRAL = ("Admiral Per Moe", "person:per-moe", "NOR")
SUD_MINISTER = ("Sven Holm", "person:sven-holm", "SWE")
NORWAY = ("Norway", "country:NOR", "NOR")
BODY = ("NATO", "organisation:nato", "")
BODY_HEAD = ("Jan Vries", "person:jan-vries", "NLD")
UNTIED, UNTIED_TOO = ("Mary Cole", "person:mary-cole", ""), ("Tom Hart", "person:tom-hart", "")
UNRESOLVED = ("the minister", "", "")


def statement(document_id: str, speaker: tuple[str, str, str], text: str = WORDS, **more: Any) -> dict[Any, Any]:
    name, entity_id, code = speaker
    return {
        Col.STATEMENT_ID: f"{document_id}:{entity_id}", Col.DOCUMENT_ID: document_id, Col.SENTENCE_INDEX: 0,
        Col.SPEAKER: name, Col.SPEAKER_ENTITY_ID: entity_id, Col.COUNTRY_CODE: code, Col.SOURCE_TYPE: "named",
        Col.CONTENT: text, Col.CONTENT_START_CHAR: 0, Col.CONTENT_END_CHAR: len(text), Col.FORM: "direct",
    } | {Col[key]: value for key, value in more.items()}  # fmt: skip


def found(*rows: dict[Any, Any]) -> list[tuple[str, str]]:
    statements: pd.DataFrame = STATEMENTS.frame(rows)
    frame = find_misattributed_quotations(find_quotations(statements, Settings()), statements)
    return list(zip(frame[Col.VALUE_A], frame[Col.VALUE_B], strict=True))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (NORD_MINISTER, SUD_MINISTER),
        # a state and another state's minister
        (NORWAY, SUD_MINISTER),
        # two persons of one state, and two whose state is not known
        (NORD_MINISTER, NORD_ADMIRAL),
        (UNTIED, UNTIED_TOO),
        # an office, known by its country
        (("the Norwegian foreign minister", "", "NOR"), SUD_MINISTER),
    ],
)
def test_two_speakers_of_one_quotation_are_a_discrepancy(here: tuple[str, ...], there: tuple[str, ...]) -> None:
    assert found(statement("a", here), statement("b", there)) == [(here[0], there[0])]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        # by name, by office, by the body, by the state, by the spokesman
        (NORD_MINISTER, NORD_MINISTRY),
        (NORD_MINISTER, NORWAY),
        (NORD_MINISTER, NORD_SPOKESMAN),
        (NORD_MINISTRY, NORD_SPOKESMAN),
        (NORD_MINISTRY, NORWAY),
        # one name in two keys
        (NORD_MINISTER, ("Ms Berg", "person:berg", "NOR")),
        # a body of no single country and who heads it
        (BODY, BODY_HEAD),
        # an office of the country that the person is of
        (("the Norwegian foreign minister", "", "NOR"), NORD_MINISTER),
        # nobody knows who
        (NORD_MINISTER, UNRESOLVED),
    ],
)
def test_two_names_of_one_speaker_are_none(here: tuple[str, ...], there: tuple[str, ...]) -> None:
    assert found(statement("a", here), statement("b", there)) == []


@pytest.mark.parametrize(
    "other",
    [
        # a form without quotation marks, or with a phrase in them
        {"text": WORDS.strip("“”"), "FORM": "indirect"},
        {"text": "that patience with the “reckless provocations” at sea has finally run out", "FORM": "mixed"},
        # a quotation cut short, and too few words
        {"text": "“Our patience with these reckless provocations”"},
        # officials, sources
        {"SOURCE_TYPE": "vague"},
    ],
)
def test_only_the_same_words_in_quotation_marks_count(other: dict[str, Any]) -> None:
    assert found(statement("a", NORD_MINISTER), statement("b", SUD_MINISTER, **other)) == []


def test_a_speaker_within_another_ones_report_is_heard() -> None:
    """The agency reports what the minister said: both are speakers of the words."""
    agency = statement("b", ("Sudmark Radio", "organisation:sudmark-radio", "SWE"))
    assert found(statement("a", NORD_MINISTER), agency, statement("b", NORD_MINISTER)) == []


def test_articles_are_read_through_to_the_discrepancy() -> None:
    quoted = WORDS.replace("”", ".”")
    texts = {
        "a": f"French President Emmanuel Macron told reporters in Paris: {quoted} Talks go on.",
        "b": f"“{WORDS.strip('“”')},” German Chancellor Olaf Scholz said in Berlin. Talks go on.",
        "c": f"The French president said in Paris: {quoted} Talks go on.",
    }
    results = analyse(Corpus(tuple(Article(name, text, language_code="en") for name, text in texts.items())))
    rows = results[DISCREPANCIES]
    rows = rows[rows[Col.RULE_ID].eq("quotations.speaker")]
    pairs = {frozenset(pair) for pair in zip(rows[Col.DOCUMENT_ID_A], rows[Col.DOCUMENT_ID_B], strict=True)}
    assert frozenset("ab") in pairs
    assert frozenset("ac") not in pairs
    assert set(rows[Col.QUESTION]) == {"Who said it?"}
