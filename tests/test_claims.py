"""Claims of several outlets: grouped, contradicted, silent here and heard there."""

from typing import Any

import pandas as pd
import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims.clustering import cluster
from analysis.claims.deeds import Deeds, find_deeds
from analysis.claims.discrepancies import in_words
from analysis.claims.embedded import embedded
from analysis.claims.likelihood import Likeness, Told
from analysis.claims.segments import inherited, segments
from analysis.claims.stances import find_stance_clashes
from analysis.claims.withheld import find_withheld_acts
from analysis.columns import Col
from analysis.comparison.passages import Passage, read_passage
from analysis.language import load_pipeline
from analysis.readers import Corpus
from analysis.tables import AGREEMENT, CLAIMS, DISCREPANCIES, RESPONSES, SENTENCES

NORTH = (
    "A ferry caught fire in the Gulf of Oman on Monday, killing three sailors.\n\n"
    "Oman sent two patrol boats to the burning vessel.\n\n"
    "The shipping company gave no reason for the blaze.\n\n"
    "Fishermen in the port of Sohar mended their nets as usual."
)
SOUTH = (
    "Five sailors were killed when a ferry caught fire in the Gulf of Oman on Monday.\n\n"
    "Two Omani patrol boats were sent to the burning ship.\n\n"
    "Prices of dates have risen on the markets of Muscat this year."
)


@pytest.fixture(scope="module")
def ferry() -> Results:
    articles = (
        Article("north", NORTH, publisher="The North", published_on="2024-05-07"),
        Article("south", SOUTH, publisher="The South", published_on="2024-05-07"),
    )
    return analyse(Corpus(articles))


def group_of(results: Results, document_id: str, words: str) -> str:
    claims = results[CLAIMS]
    found = claims[(claims[Col.DOCUMENT_ID] == document_id) & claims[Col.TEXT].str.contains(words, regex=False)]
    return str(found[Col.GROUP_ID].iloc[0])


def test_one_claim_in_other_words_is_one_group(ferry: Results) -> None:
    assert group_of(ferry, "north", "patrol boats") == group_of(ferry, "south", "patrol boats")


def test_what_one_outlet_tells_is_a_group_of_its_own(ferry: Results) -> None:
    group = group_of(ferry, "north", "Fishermen")
    row = ferry[AGREEMENT].set_index(Col.GROUP_ID).loc[group]
    assert (row[Col.STATUS], row[Col.N_OUTLETS], row[Col.OMITTED_BY]) == ("single source", 1, "The South")


def test_a_changed_number_is_a_discrepancy_and_never_corroborates(ferry: Results) -> None:
    found = ferry[DISCREPANCIES]
    assert found[Col.KIND].tolist() == ["number"]
    assert {found[Col.VALUE_A].iloc[0], found[Col.VALUE_B].iloc[0]} == {"3 deaths", "5 deaths"}
    group = group_of(ferry, "south", "Five sailors")
    assert ferry[AGREEMENT].set_index(Col.GROUP_ID).loc[group, Col.STATUS] == "contradicted"


def test_every_claim_quotes_its_article(ferry: Results) -> None:
    texts = {"north": NORTH, "south": SOUTH}
    for row in ferry[CLAIMS].itertuples():
        assert row.text == texts[row.document_id][row.start_char : row.end_char]


def test_agreement_does_not_depend_on_the_order_of_articles() -> None:
    articles = tuple(Article(name, text) for name, text in (("a", NORTH), ("b", SOUTH)))
    there, back = analyse(Corpus(articles)), analyse(Corpus(articles[::-1]))

    def told(results: Results) -> list[tuple[Any, ...]]:
        columns = [Col.STATUS, Col.OUTLETS, Col.N_ORIGINS]
        return sorted(results[AGREEMENT][columns].itertuples(index=False, name=None))

    assert told(there) == told(back)
    assert len(there[SENTENCES]) == len(back[SENTENCES])


def response(
    document_id: str, act: str, country: str = "NOR", confidence: float = 0.8, start: int = 0
) -> dict[Any, Any]:
    return {
        Col.RESPONSE_ID: f"{document_id}-{country}-{act}-{start}",
        Col.DOCUMENT_ID: document_id,
        Col.SENTENCE_INDEX: 0,
        Col.COUNTRY_CODE: country,
        Col.ACT: act,
        Col.START_CHAR: start,
        Col.END_CHAR: start + 20,
        Col.EVIDENCE: "a passage of the text",
        Col.CONFIDENCE: confidence,
    }


CLASH_CASES = [
    # silent here, heard there
    (["NO_STATEMENT", "DENY"], [("no statement", "deny")]),
    # a guess of a rule is no ground for a discrepancy
    (["NO_STATEMENT", ("DENY", 0.2)], []),
    # a phone call says nothing of a reaction
    (["NO_STATEMENT", "CONSULT"], []),
    (["CONDEMN", "DENY"], []),
]


@pytest.mark.parametrize(("acts", "clashes"), CLASH_CASES)
def test_silence_here_and_a_reaction_there(acts: list[Any], clashes: list[tuple[str, str]]) -> None:
    rows = [
        response(f"d{i}", *((act,) if isinstance(act, str) else (act[0], "NOR", act[1]))) for i, act in enumerate(acts)
    ]
    found = find_stance_clashes(RESPONSES.frame(rows), Settings())
    assert list(zip(found[Col.VALUE_A], found[Col.VALUE_B], strict=True)) == clashes
    assert set(found[Col.COUNTRY_CODE]) <= {"NOR"}


STANCE_CASES = [
    # for it here, against it there, on one matter
    (("AGREE", "Norway welcomed the decision"), ("CONDEMN", "Oslo criticised the timing of the decision"), 1),
    (("SUPPORT", "Norway backed the ban"), ("REJECT", "Norway rejected the ban on fishing"), 1),
    # two matters
    (("AGREE", "Norway welcomed the visit"), ("CONDEMN", "Oslo criticised the decision"), 0),
    # of what the articles are about any reaction breaks a silence
    (("NO_STATEMENT", "Norway has not commented on the incident"), ("CONDEMN", "Oslo condemned the attack"), 1),
    # of another matter it does not
    (("NO_STATEMENT", "Norway did not comment on the cable"), ("CONDEMN", "Oslo condemned the attack"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "clashes"), STANCE_CASES)
def test_for_it_here_and_against_it_there(here: tuple[str, str], there: tuple[str, str], clashes: int) -> None:
    rows = [response(name, act) for name, (act, _) in (("a", here), ("b", there))]
    for row, (_, evidence) in zip(rows, (here, there), strict=True):
        row[Col.EVIDENCE] = evidence
    assert len(find_stance_clashes(RESPONSES.frame(rows), Settings())) == clashes


def test_a_detail_withheld_is_no_silence() -> None:
    rows = [response("a", "NO_STATEMENT"), response("a", "CONDEMN", start=30), response("b", "CONDEMN")]
    assert find_stance_clashes(RESPONSES.frame(rows), Settings()).empty


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
    # two verbs with one object are one statement
    (
        "The ministry summoned the envoy on Monday, and it denied and condemned the claims of the general.",
        "it denied and condemned the claims of the general",
    ),
    # a relative clause between a noun and its verb is not cut out
    (
        "The ministry said that the permit, which a lower court had granted in May, was no longer valid at sea.",
        "The ministry said that the permit, which a lower court had granted in May, was no longer valid at sea",
    ),
    # a relative clause says nothing without what it hangs on
    (
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year.",
        "The ministry published a long report on the mine, which the council had ordered in the spring of the year",
    ),
]


@pytest.mark.parametrize(("text", "last_shown"), SHOWN_CASES)
def test_what_is_shown_reads_as_a_sentence(text: str, last_shown: str) -> None:
    shown = [segment.shown.text for segment in segments(load_pipeline(Settings().model)(text))]
    assert shown[-1].rstrip(".") == last_shown


def test_what_one_country_says_is_not_the_claim_of_another() -> None:
    """Two ministries in the same words are two claims; the same ministry is one."""
    words = "The {} foreign ministry said the new tariffs on steel were unfair and hurt its workers."
    articles = [Article(name, words.format(who)) for name, who in (("a", "Polish"), ("b", "Polish"), ("c", "Danish"))]
    claims = analyse(Corpus(tuple(articles)))[CLAIMS]
    group = claims.loc[claims[Col.SIGNATURE] != ""].set_index(Col.DOCUMENT_ID)[Col.GROUP_ID]
    assert group["a"] == group["b"]
    assert group["a"] != group["c"]


WITHHELD = "Norway has yet to blame anyone for the broken cable. Fishermen found it in the nets on Friday morning."


@pytest.mark.parametrize(
    ("reported", "clashes"),
    [
        # denied of the country here, reported of it there
        ([response("b", "ACCUSE")], [("no blame", "accuse")]),
        # another country's accusation is no clash
        ([response("b", "ACCUSE", country="SWE")], []),
        # the same article reports one too: what is withheld is a detail
        ([response("a", "ACCUSE"), response("b", "ACCUSE")], []),
    ],
)
def test_an_act_withheld_here_and_taken_there(reported: list[Any], clashes: list[tuple[str, str]]) -> None:
    claims = analyse(Corpus((Article("a", WITHHELD),)))[CLAIMS]
    found = find_withheld_acts(claims, RESPONSES.frame(reported), Settings())
    assert list(zip(found[Col.VALUE_A], found[Col.VALUE_B], strict=True)) == clashes


VALUE_CASES = [
    ("3 person death", "3 deaths"),
    ("1 person death", "1 death"),
    ("at least 12 person injury", "at least 12 injured"),
    ("2 section", "2 sections"),
    ("40 person", "40 people"),
    ("??-02", "February"),
    ("2023-02-04", "2023-02-04"),
    ("not damage", "not damage"),
]


@pytest.mark.parametrize(("value", "words"), VALUE_CASES)
def test_values_read_as_written(value: str, words: str) -> None:
    assert in_words(value) == words


CLUSTER_CASES = [
    # a chain: b is close to both, a and c are far apart
    ({(0, 1): 2.0, (1, 2): 1.0, (0, 2): -2.0}, ["x", "y", "z"], [0, 0, 2]),
    # all close to each other
    ({(0, 1): 2.0, (1, 2): 1.5, (0, 2): 0.5}, ["x", "y", "z"], [0, 0, 0]),
    # the second passage of one article needs more than the first
    ({(0, 1): 2.0, (1, 2): 1.0}, ["x", "y", "x"], [0, 0, 2]),
    # a passage joined early moves to the group that it suits better
    ({(0, 1): 2.0, (1, 2): 1.9, (1, 3): 1.9, (2, 3): 1.8}, ["x", "y", "z", "w"], [0, 1, 1, 1]),
    # nothing close enough to begin with
    ({(0, 1): -0.1}, ["x", "y"], [0, 1]),
]


@pytest.mark.parametrize(("odds", "documents", "groups"), CLUSTER_CASES)
def test_groups_hold_together(odds: dict[tuple[int, int], float], documents: list[str], groups: list[int]) -> None:
    places = [(document, row * 10, row * 10 + 9) for row, document in enumerate(documents)]
    assert cluster(odds, places) == groups


def test_weak_likeness_adds_to_a_claim_but_starts_none() -> None:
    places = [(document, 0, 9) for document in "xyz"]
    assert cluster({(0, 1): 0.5, (1, 2): 0.4}, places, start=1.0) == [0, 1, 2]
    assert cluster({(0, 1): 1.5, (1, 2): 0.4, (0, 2): 0.4}, places, start=1.0) == [0, 0, 0]


def test_passages_that_overlap_are_one_place() -> None:
    """A phrase and the sentence around it do not stand in each other's way."""
    odds = {(0, 2): 1.0, (1, 2): 1.0}
    assert cluster(odds, [("x", 0, 50), ("x", 20, 50), ("y", 0, 30)]) == [0, 0, 0]
    assert len(set(cluster(odds, [("x", 0, 50), ("x", 60, 90), ("y", 0, 30)]))) == 2


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
    """The phrase stays as a passage of its own where another article tells it, and is dropped where none does."""
    articles = (
        Article(
            "a", "The Danish premier condemned the bombing of a hospital in Aden.\n\nShe spoke on Friday in Odense."
        ),
        Article("b", "A hospital in Aden was bombed.\n\nThe price of bread has gone up in the north of the country."),
    )
    claims = analyse(Corpus(articles))[CLAIMS]
    shared = claims[claims[Col.IS_EMBEDDED].astype(bool)]
    assert shared[Col.TEXT].tolist() == ["the bombing of a hospital in Aden"]
    bombed = claims.loc[claims[Col.TEXT].str.startswith("A hospital in Aden was bombed"), Col.GROUP_ID]
    assert set(shared[Col.GROUP_ID]) == set(bombed)
    assert not analyse(Corpus(articles[:1]))[CLAIMS][Col.IS_EMBEDDED].astype(bool).any()


def told(text: str, deeds: Deeds = Deeds(), objects: frozenset[str] = frozenset()) -> Told:  # noqa: B008
    return Told(read_passage(load_pipeline(Settings().model)(text)[:]), deeds, objects)


NORWAY_DENIES = Deeds(frozenset({"NOR"}), frozenset({("NOR", "DENY")}), frozenset({("NOR", "DENY")}))
NORWAY_APPEALS = Deeds(frozenset({"NOR"}), frozenset({("NOR", "APPEAL")}))
SWEDEN_DENIES = Deeds(frozenset({"SWE"}), frozenset({("SWE", "DENY")}))

ODDS_CASES = [
    # the likelier pair first: one country's act before another country's
    ((NORWAY_DENIES, NORWAY_DENIES), (NORWAY_DENIES, SWEDEN_DENIES)),
    # one act before two
    ((NORWAY_DENIES, NORWAY_DENIES), (NORWAY_DENIES, NORWAY_APPEALS)),
    # no act at all before two countries' acts
    ((Deeds(), Deeds()), (NORWAY_DENIES, SWEDEN_DENIES)),
]


@pytest.mark.parametrize(("likelier", "other"), ODDS_CASES)
def test_which_country_does_what_weighs_beside_the_wording(
    likelier: tuple[Deeds, Deeds], other: tuple[Deeds, Deeds]
) -> None:
    words = "The ministry spoke of the cable in the sound."
    odds = [Likeness.of(told(words, deeds=a), told(words, deeds=b), 0.4).log_odds for a, b in (likelier, other)]
    assert odds[0] > odds[1]


def test_what_is_planned_is_not_what_was_done() -> None:
    done, planned = told("Divers cut the cable."), told("Divers will cut the cable.")
    assert Likeness.of(done, planned, 0.6).other_mood
    assert Likeness.of(done, planned, 0.6).likelihood < Likeness.of(done, done, 0.6).likelihood


def test_a_deed_belongs_to_the_clause_that_tells_it() -> None:
    """Cut in two, the sentence tells of the denial in its first passage alone."""
    text = "Norway denied the charge of spying, while Sweden has not yet answered the questions of the press."
    results = analyse(Corpus((Article("a", text),)))
    claims = results[CLAIMS]
    passages = [
        Passage.from_json(line, str(t)) for line, t in zip(claims[Col.SIGNATURE], claims[Col.TEXT], strict=True)
    ]
    deeds = find_deeds(claims, passages, results[RESPONSES])
    telling = [("NOR", "DENY") in item.acts for item in deeds]
    assert telling == [text.startswith(str(shown)) for shown in claims[Col.TEXT]]


def test_no_articles_give_no_claims() -> None:
    results = analyse(Corpus(()))
    assert results[CLAIMS].empty
    assert isinstance(results[DISCREPANCIES], pd.DataFrame)
