"""Acts done in the first person and by disowning a deed: `we reject this`, `our troops did not open fire`."""

import pytest
from spacy.language import Language

from tests.responding import acts_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We reject these insinuations," Cuba\'s foreign ministry said.', {("CUB", "DENY")}),
        ('"We reject that proposal," Peru\'s foreign minister said.', {("PER", "REJECT")}),
        ('"We have expelled two Russian diplomats," Japan\'s foreign minister said.', {("JPN", "SANCTION")}),
        ('"We will expel two Russian diplomats," Japan\'s foreign minister said.', {("JPN", "THREATEN")}),
        # those who speak together act together
        (
            '"We reject these insinuations," Spain and Portugal said in a joint statement.',
            {("ESP", "DENY"), ("PRT", "DENY")},
        ),
        # not those who are named in the sentence before, nor anybody for whom no state speaks
        (
            'Spain and Portugal were silent. "We have expelled two envoys," Oman\'s foreign minister said.',
            {("ESP", "NO_STATEMENT"), ("PRT", "NO_STATEMENT"), ("OMN", "SANCTION")},
        ),
        ('"We reject these insinuations," said Marta Ruiz, an analyst in Lima.', set()),
        # it and its, with nothing else named in what is said
        ("Chile's foreign minister said it had expelled two Omani diplomats.", {("CHL", "SANCTION")}),
        ("Chile's interior minister said it was raining.", {("CHL", "COMMENT")}),
    ],
)
def test_acts_of_those_who_speak(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Our troops did not open fire," India\'s defence minister said.', {("IND", "DENY")}),
        ("India's army said no shots were fired by its troops.", {("IND", "DENY")}),
        ("Cuba's defence ministry said it had fired no shells at the village.", {("CUB", "DENY")}),
        ("Chile's defence minister said that its jets had not violated Peru's airspace.", {("CHL", "DENY")}),
        ("Belarus's guards said they had not used force against the migrants.", {("BLR", "DENY")}),
        # another's deed, a promise, and what is no wrong
        ("Russia's defence minister said Ukraine had not opened fire.", {("RUS", "COMMENT")}),
        ("India's minister said it would not attack Pakistan first.", {("IND", "COMMENT")}),
        ("Russia's foreign minister said he had not received the letter.", {("RUS", "COMMENT")}),
    ],
)
def test_who_disowns_a_wrong_denies_it(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert acts_in(nlp, text) == expected


def test_a_comment_is_no_second_act_beside_the_act_that_it_tells(nlp: Language) -> None:
    assert acts_in(nlp, "France stands ready to help, its foreign minister said.") == {("FRA", "AGREE")}


@pytest.mark.parametrize(
    "text",
    [
        "“It sank,” it said. “It is known.”",
        "“They sank it,” they said. “They know it.”",
        "“Its ministry said so,” its ministry said. “Its troops left.”",
    ],
)
def test_who_says_what_he_is_said_to_say_is_left_open(nlp: Language, text: str) -> None:
    assert acts_in(nlp, text) == set()
