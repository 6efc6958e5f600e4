"""Two values that clash, as the question to which both are answers."""

import pytest

from analysis.claims.wording import question_of, reason_in_words
from analysis.comparison.differences import Difference


@pytest.mark.parametrize(
    ("kind", "a", "b", "question"),
    [
        ("number", "3 person death", "5 guide death", "How many deaths?"),
        ("number", "2 person injury", "at least 40 person injury", "How many injured?"),
        # what is counted has two names, or none
        ("number", "3 span", "2 section", "How many spans or sections?"),
        ("number", "1 vessel", "4 vessel", "How many vessels?"),
        ("number", "3", "5", "How many?"),
        ("date", "Sunday", "Saturday", "On which day of the week?"),
        ("date", "06:00", "06:07", "At what time?"),
        ("date", "??-02", "??-03", "In which month?"),
        ("date", "1989", "1991", "In which year?"),
        # a day here, a month there
        ("date", "2023-02-04", "February", "On which date?"),
        # the value without its negation, whichever side it is on
        ("negation", "not damage", "damage", "Damage: yes or no?"),
        ("antonym", "rise", "fall", "Rise or fall?"),
        ("location", "Oslo", "Bergen", "Where?"),
    ],
)
def test_values_that_clash_answer_a_question(kind: str, a: str, b: str, question: str) -> None:
    assert question_of(Difference(kind, a, b, True, "")) == question


def test_a_reason_has_its_values_in_words() -> None:
    difference = Difference("number", "3 person death", "5 person death", True, "3 person death against 5 person death")
    assert reason_in_words(difference) == "3 deaths against 5 deaths"
