"""Whom a passage names, whose word it gives, and who met whom in it."""

import pytest
from spacy.language import Language

from analysis import Results, analyse
from analysis.articles import Article
from analysis.claims.meetings import are_apart, find_meetings
from analysis.claims.voices import Voices, find_voices
from analysis.comparison.passages import Passage, read_passage
from analysis.readers import Corpus

PARTIES = {
    "Petit": ("Anne Petit", "FRA"),
    "Berg": ("Maria Berg", "NOR"),
    "Lie": ("Tom Lie", "NOR"),
    "Norway": ("Norway", "NOR"),
    "Chad": ("Chad", "TCD"),
    "Paris": ("Paris", "FRA"),
}

MEETING_CASES = [
    ("Petit met Berg in Paris.", [{"Anne Petit", "Maria Berg"}]),
    ("Petit spoke with her colleague in Norway.", [{"Anne Petit", "Norway"}]),
    ("Talks between Chad and Norway took place.", [{"Chad", "Norway"}]),
    # the call is told of by `one`
    ("It was a call, the first one between Chad and Norway.", [{"Chad", "Norway"}]),
    # one side alone meets nobody, and two of one country are one side
    ("Petit met reporters.", []),
    ("Lie met Berg.", []),
    # no meeting
    ("Petit accused Norway.", []),
]


@pytest.mark.parametrize(("text", "expected"), MEETING_CASES)
def test_who_met_whom(nlp: Language, text: str, expected: list[set[str]]) -> None:
    found = find_meetings(read_passage(nlp(text)[:]), PARTIES)
    assert [{name for name, _ in meeting} for meeting in found] == expected


APART_CASES = [
    ("Petit met Berg in Oslo.", "Petit met the president of Chad.", True),
    # the minister stands for her country
    ("Petit met Berg in Oslo.", "Paris spoke with Norway.", False),
    # one of several calls
    ("Petit spoke to Norway and Chad.", "Petit spoke to Norway.", False),
    # nobody met in the second
    ("Petit met Berg in Oslo.", "Chad spoke.", False),
]


@pytest.mark.parametrize(("first", "second", "apart"), APART_CASES)
def test_meetings_of_other_people_are_other_meetings(nlp: Language, first: str, second: str, apart: bool) -> None:
    a, b = (find_meetings(read_passage(nlp(text)[:]), PARTIES) for text in (first, second))
    assert are_apart(a, b) == apart


FILLER = " ".join(f"Fishermen of village number {n} mended their old nets again." for n in range(30))


def _voices(results: Results) -> dict[str, Voices]:
    claims = results.tables["claims"]
    texts = [str(text) for text in claims["text"]]
    read = [Passage.from_json(str(line), text) for line, text in zip(claims["signature"], texts, strict=True)]
    found = find_voices(claims, read, range(len(read)), results.tables)
    return dict(zip(texts, found, strict=True))


def test_a_name_that_few_passages_have_and_one_who_speaks_once() -> None:
    said = "Norwegian Foreign Minister Maria Berg said the cable near Rotterdam was cut by an anchor."
    found = _voices(analyse(Corpus((Article("a", f"{said} {FILLER}"),))))
    voices = next(value for text, value in found.items() if "Rotterdam" in text)
    assert voices.seldom_named == {"place:rotterdam", "country:NOR"}
    assert voices.seldom_heard == {"person:maria-berg"}
    assert not voices.seldom_heard & voices.seldom_named
    assert {"Norway", "NOR"} <= voices.named


def test_the_analysts_speak_for_the_institute_that_was_named() -> None:
    text = (
        "The Nordic Institute for Peace published a study of the war on Monday. "
        "The analysts believe that talks about the border will fail before winter."
    )
    found = _voices(analyse(Corpus((Article("a", text),))))
    voices = next(value for shown, value in found.items() if "talks" in shown)
    assert voices.institutes == {"organisation:nordic-institute-for-peace"}
