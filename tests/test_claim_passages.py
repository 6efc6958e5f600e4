"""The passages that are compared: clauses, what they take over, and what they take for granted."""

import pytest

from analysis import Settings, analyse
from analysis.articles import Article
from analysis.claims.embedded import embedded
from analysis.claims.segments import inherited, segments
from analysis.columns import Col
from analysis.language import load_pipeline
from analysis.readers import Corpus
from analysis.tables import CLAIMS

SHOWN_CASES = [
    # a clause with too little in it stays with the one before
    (
        "Russia says a truck bomb did the damage but has yet to assign blame.",
        "Russia says a truck bomb did the damage but has yet to assign blame",
    ),
    # a clause without a subject of its own is shown with the one before
    (
        "A truck blew up on the quay, starting a fire and bringing down two cranes of the harbour.",
        "A truck blew up on the quay, starting a fire and bringing down two cranes of the harbour",
    ),
    # the word that joins a clause which stands by itself is left out
    (
        "The minister left for the capital at once, while the army closed the road to the border.",
        "the army closed the road to the border",
    ),
    # the second of two clauses stands by itself, though the parser ties its conjunction to the first
    (
        "The ministry summoned the envoy on Monday, and it denied and condemned the claims of the general.",
        "it denied and condemned the claims of the general",
    ),
    # a relative clause says nothing without what it hangs on
    (
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year.",
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year",
    ),
    # nor does one whose pronoun stands after the number of those meant
    (
        "The premier met the two generals, one of whom resigned shortly after the long meeting.",
        "The premier met the two generals, one of whom resigned shortly after the long meeting",
    ),
]


@pytest.mark.parametrize(("text", "last_shown"), SHOWN_CASES)
def test_what_is_shown_reads_as_a_sentence(text: str, last_shown: str) -> None:
    shown = [segment.shown.text for segment in segments(load_pipeline(Settings().model)(text))]
    assert shown[-1].rstrip(".") == last_shown


WHOLE_CASES = [
    # two verbs with one object
    "On Monday the minister of the island flatly denied and condemned the claims of the exiled general.",
    # a relative clause between a noun and its verb
    "The ministry said that the permit, which a lower court had granted in May, was no longer valid at sea.",
    # what follows `to` and no comma
    "The premier told a press conference in Oslo that it was not for him to allow or forbid marches of farmers.",
]


@pytest.mark.parametrize("text", WHOLE_CASES)
def test_what_states_one_thing_is_not_cut(text: str) -> None:
    assert len(list(segments(load_pipeline(Settings().model)(text)))) == 1


INHERITED_CASES = [
    # the subject of the first verb, and what its pronoun stands for
    (
        "A sailor tore down the flag of the harbour and threw it into the dark water of the bay.",
        ["A sailor", "the flag of the harbour"],
    ),
    # a clause about the subject is left behind
    ("Oslo, which owns the cable, closed the sound and recalled its envoy from Riga on Friday.", ["Oslo"]),
    # a clause with a subject of its own takes over nothing
    ("Divers found the broken cable on Monday, and the navy closed the sound to all ships.", []),
]


@pytest.mark.parametrize(("text", "phrases"), INHERITED_CASES)
def test_a_clause_takes_over_the_subject_of_the_one_before(text: str, phrases: list[str]) -> None:
    *_, last = segments(load_pipeline(Settings().model)(text))
    assert [phrase.text for phrase in inherited(last.span)] == phrases


def test_who_acts_in_a_second_clause_is_who_acted_in_the_first() -> None:
    text = "Norway closed the sound to all ships on Friday and recalled its ambassador from Riga in protest."
    claims = analyse(Corpus((Article("a", text),)))[CLAIMS]
    assert claims.loc[claims[Col.START_CHAR] == 0, Col.WHO].tolist() == ["Norway"] * len(claims)


EMBEDDED_CASES = [
    # a noun of happening with what goes with it
    (
        "The council deplored the demolition of the old harbour bridge in Aden, officials said later.",
        ["the demolition of the old harbour bridge in Aden"],
    ),
    # what a relative clause tells as done
    (
        "Engineers are looking at the pipeline, which a trawler had damaged in the storm last week.",
        ["the pipeline, which a trawler had damaged in the storm last week"],
    ),
    # an allegation that is answered
    (
        "The governor of Aden flatly rejected the false claims that his guards had fired at the fishermen.",
        ["the false claims that his guards had fired at the fishermen"],
    ),
    # but not one of which nothing is told
    ("The governor of Aden flatly rejected the false claims of the old fishermen.", []),
    # a description in the present is no happening
    ("The report came from Lena Berg, who heads the harbour office of the city.", []),
    # a noun that names no happening
    ("Ministers spoke about the roof of the old market hall in Aden.", []),
]


@pytest.mark.parametrize(("text", "phrases"), EMBEDDED_CASES)
def test_what_is_taken_for_granted_is_told_too(text: str, phrases: list[str]) -> None:
    doc = load_pipeline(Settings().model)(text)
    assert [phrase.text.rstrip(".") for phrase in embedded(doc[:])] == phrases


def test_an_outlet_that_only_reacts_reports_the_happening_all_the_same() -> None:
    """The phrase stays as a passage of its own where others tell it, and is dropped where none does."""
    articles = (
        Article(
            "a", "The Danish premier condemned the bombing of a hospital in Aden.\n\nShe spoke on Friday in Odense."
        ),
        Article("b", "A hospital in Aden was bombed.\n\nThe price of bread has gone up in the north of the country."),
        Article("c", "Bombs hit a hospital in Aden on Thursday night.\n\nThe market of the town stayed open."),
    )
    claims = analyse(Corpus(articles))[CLAIMS]
    shared = claims[claims[Col.IS_EMBEDDED].astype(bool)]
    assert shared[Col.TEXT].tolist() == ["the bombing of a hospital in Aden"]
    bombed = claims.loc[claims[Col.TEXT].str.startswith("A hospital in Aden was bombed"), Col.GROUP_ID]
    assert set(shared[Col.GROUP_ID]) == set(bombed)
    assert not analyse(Corpus(articles[:1]))[CLAIMS][Col.IS_EMBEDDED].astype(bool).any()
