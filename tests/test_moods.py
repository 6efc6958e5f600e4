"""How a passage puts what it tells: as a fact, coming, possible, an aim or a question."""

import pytest
from spacy.language import Language

from analysis.comparison import compare_passages
from analysis.comparison.passages import read_passage

MOOD_CASES = [
    ("Norway attended the summit.", "attend", ""),
    # a negation is no mood of its own
    ("Norway did not attend the summit.", "attend", ""),
    ("Norway will attend the summit.", "attend", "future"),
    ("Norway will not attend the summit.", "attend", "future"),
    ("Norway plans to attend the summit.", "attend", "future"),
    # what a person is to do is coming, what an aim is to do is only wanted
    ("The minister is to visit Oslo.", "visit", "future"),
    ("The aim is not to sink the tanker but to scare its owner.", "sink", "aim"),
    ("The minister may have ordered the strike.", "order", "possible"),
    # could not: it was tried and did not come about
    ("The two sides could not agree on a text.", "agree", ""),
    ("If Chad leaves the talks, they fail.", "leave", "possible"),
    ("Analysts suspect that rebels fired the missile.", "fire", "possible"),
    ("Did Chad leave the talks?", "leave", "question"),
    # what was begun, seemed to be or was forced took place
    ("Police began to search the house.", "search", ""),
    ("The bridge seemed to be badly damaged on Saturday.", "damage", ""),
    ("The scandal led the governor to resign.", "resign", ""),
    # a relative clause stands for itself
    ("The army might recall the officer who fired the shot.", "fire", ""),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), MOOD_CASES)
def test_mood_of_a_verb(nlp: Language, text: str, lemma: str, expected: str) -> None:
    found = {word.lemma: word.mood for word in read_passage(nlp(text)[:]).words}
    assert found[lemma] == expected


CLASH_CASES = [
    ("Norway attended the summit in Oslo.", "Norway did not attend the summit in Oslo.", True),
    ("Norway will attend the summit in Oslo.", "Norway will not attend the summit in Oslo.", True),
    # what is prepared and what is no aim may both be so
    ("Chad was preparing to use the bomb.", "The main aim is not to use the bomb.", False),
    # what may be is denied by nothing
    ("Norway might attend the summit in Oslo.", "Norway did not attend the summit in Oslo.", False),
]


@pytest.mark.parametrize(("a", "b", "clashes"), CLASH_CASES)
def test_only_what_is_put_the_same_way_clashes_between_articles(a: str, b: str, clashes: bool) -> None:
    found = compare_passages(a, b).differences
    assert any(d.kind == "negation" and d.is_anchored for d in found) is clashes
