"""Claims distorted on one point that leaves every word its counterpart: they must never pass as borne out.

Near misses stand beside them: the same words in another order that say the same.
"""

import pytest

from analysis import compare_passages
from analysis.comparison import Difference, Passage
from analysis.comparison.alignment import Alignment, Match
from analysis.comparison.containment import lies_in
from analysis.comparison.differences import Comparison, turned
from analysis.comparison.opposites import opposition
from analysis.comparison.passages import Word, read_passage
from analysis.comparison.subjects import about_the_same
from analysis.comparison.weighing import weigh
from analysis.language import load_pipeline
from analysis.settings import Settings

OPPOSED = [
    # by what they mean
    ("appoint", "dismiss", "VERB", True),
    ("comply", "defy", "VERB", True),
    ("hinder", "help", "VERB", True),
    ("permanent", "temporary", "ADJ", True),
    ("narrowly", "comfortably", "ADV", True),
    ("double", "triple", "VERB", True),
    # by how they are formed: prefixes, undoing, paired ends
    ("unload", "load", "VERB", True),
    ("unarmed", "armed", "ADJ", True),
    ("demobilise", "mobilise", "VERB", True),
    ("instability", "stability", "NOUN", True),
    ("overfund", "underfund", "VERB", True),
    ("careful", "careless", "ADJ", True),
    # near miss: what only looks as if it had a negative prefix
    ("improve", "prove", "VERB", False),
    ("discover", "cover", "VERB", False),
    ("import", "port", "NOUN", False),
    ("imprison", "prison", "NOUN", False),
    ("inflammable", "flammable", "ADJ", False),
    ("update", "date", "VERB", False),
    ("income", "outcome", "NOUN", False),
    # near miss: one word
    ("armed", "armed", "ADJ", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "pos", "is_opposed"), OPPOSED)
def test_opposites_are_told_by_meaning_and_by_form(a: str, b: str, pos: str, is_opposed: bool) -> None:
    assert bool(opposition(a, b, pos)) is is_opposed
    assert bool(opposition(b, a, pos)) is is_opposed


SHORT = [
    # what may be is no fact, what is planned is not done
    ("The rocket hit the school.", "The rocket may have hit the school.", True),
    ("Chile has built a reactor.", "Chile plans to build a reactor.", True),
    ("The judge was arrested for fraud.", "The judge could be arrested for fraud.", True),
    ("The council will close the bridge.", "The council might close the bridge.", True),
    # what is suspected is not established
    ("The inspector found that arsonists set the fire.", "The inspector suspects that arsonists set the fire.", True),
    # what is only asked is not told
    ("The rebels shelled the port.", "Did the rebels shell the port?", True),
    # near miss: the passage tells what the claim asks
    ("Did the rebels shell the port?", "The rebels shelled the port.", False),
    # near miss: the passage says more than the claim
    ("The council might close the bridge.", "The council will close the bridge.", False),
    # near miss: told both ways, once as a fact
    ("The rocket hit the school.", "A rocket may have hit the school. The rocket hit the school.", False),
    # all is not some, most is not a few
    ("All the captives were freed.", "Some of the captives were freed.", True),
    ("Most of the village was destroyed.", "A small part of the village was destroyed.", True),
    ("Every member signed the letter.", "Half of the members signed the letter.", True),
    # near miss: some is borne out by all
    ("Some of the captives were freed.", "All the captives were freed.", False),
    # near miss: the share is another thing's
    ("All the captives were freed.", "Some guards fled and the captives were freed.", False),
    # the same is not another
    ("The drone fell in the same village, police said.", "The drone fell in another village, police said.", True),
    ("The plane was another Chilean fighter jet.", "The plane was the same Chilean fighter jet.", True),
    # near miss: the passage has both; the words go with another noun, or with none
    ("The drone fell in the same village.", "One drone fell in the same village, one in another village.", False),
    ("The same envoy toured the village.", "The same envoy toured the village and other places.", False),
    ("They warned each other of the storm.", "They warned each other of the same storm.", False),
    ("The same envoy came on Monday.", "None other than the same envoy came on Monday.", False),
    ("At the same time, the port was shut.", "At another time, the port was shut.", False),
    # only she did it, against she did it
    ("Only Chad voted against the plan.", "Chad and Mali voted against the plan.", True),
    ("Chad voted against the plan.", "Only Chad voted against the plan.", False),
    # a deputy is not the chief, an attempt is not the deed
    ("The prime minister resigned.", "The deputy prime minister resigned.", True),
    ("The coup was condemned by Chad.", "The attempted coup was condemned by Chad.", True),
    # near miss: the passage has both
    ("The prime minister resigned.", "The prime minister and the deputy prime minister resigned.", False),
    # near miss: the word is said of another noun
    ("The weapons were sold.", "The former weapons dealer said that the weapons were sold.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_short"), SHORT)
def test_a_passage_that_says_less_does_not_bear_the_claim_out(claim: str, passage: str, is_short: bool) -> None:
    found = compare_passages(claim, passage)
    short = [d for d in found.differences if d.falls_short]
    assert bool(short) is is_short, (found.relation, found.reasons)
    assert not any(d.is_contradiction for d in short)
    if is_short:
        assert found.relation != "same"


def test_what_falls_short_one_way_is_more_the_other_way() -> None:
    some = Difference("other", "all", "some", False, "all here, some there", 0.5, falls_short=True)
    assert not turned(some).falls_short


NOT_DONE = [
    # nothing that it is done to, or nobody who does it: the act is not done
    ("The two sides failed to reach a deal.", "No deal was reached by the two sides.", False),
    ("The storm hurt no sailors.", "No sailors were hurt in the storm.", False),
    ("A deal was reached by the two sides.", "No deal was reached by the two sides.", True),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), NOT_DONE)
def test_an_act_without_anybody_or_anything_is_denied(claim: str, passage: str, clashes: bool) -> None:
    found = compare_passages(claim, passage)
    assert any(d.kind == "negation" for d in found.differences) is clashes, found.reasons


UNNAMED = [
    # a pronoun at the start, and one after a time
    ("Anna Lund toured Chile.", "She toured Chile in May.", "Anna Lund toured Chile in May."),
    ("Anna Lund toured Chile.", "In May she toured Chile.", "In May Anna Lund toured Chile."),
    # a possessive
    ("Nordex's aim is growth.", "Its aim is to grow.", "Nordex's aim is to grow."),
    # the thing called by its sort
    ("Winter Harbour won a prize.", "The film won a prize in Cannes.", "Winter Harbour won a prize in Cannes."),
    # near miss: named, by one word of the name
    ("Anna Lund toured Chile.", "Lund said that she toured Chile.", ""),
    # near miss: somebody else is named, who may be meant
    ("Anna Lund toured Chile.", "Erik Berg said that she toured Chile.", ""),
    # near miss: the sort of thing only goes with another noun
    ("Winter Harbour won a prize.", "The film critic won a prize.", ""),
    # near miss: it stands for nothing
    ("Oslo closed the port.", "It was said that the port had closed.", ""),
    # near miss: the claim names nobody
    ("A singer toured the coast.", "She toured the coast.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "read"), UNNAMED)
def test_a_passage_that_names_nobody_is_read_as_about_the_claims_subject(claim: str, passage: str, read: str) -> None:
    assert about_the_same(_passage(claim), _passage(passage)) == read


def test_what_is_said_of_an_unnamed_one_can_contradict_but_bears_nothing_out() -> None:
    assert compare_passages("Anna Lund toured Chile.", "She never toured Chile.").relation == "contradicts"
    assert compare_passages("Anna Lund toured Chile.", "She toured Chile.").relation != "same"


def _passage(text: str) -> Passage:
    return read_passage(load_pipeline(Settings().model)(text)[:])


RANKS = [
    # the nouns after a superlative are often parsed amiss; its rank is what is compared
    ("The port is the third busiest cargo hub in Chile.", "The port is the ninth busiest cargo hub in Chile.", True),
    ("She was the second most decorated skier.", "She was the fourth most decorated skier.", True),
    # near miss: ranks of two orders
    ("It is the second largest town.", "It is the third oldest town.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), RANKS)
def test_ranks_of_one_order_are_held_against_each_other(claim: str, passage: str, clashes: bool) -> None:
    found = compare_passages(claim, passage)
    assert any(d.kind == "number" and d.is_contradiction for d in found.differences) is clashes, found.reasons


TIMES = [
    # what was not so at one time may be so at another
    ("The dam did not exist in 1911.", "The dam came to exist in 1934.", False),
    ("The firm did not pay taxes in 2015.", "The firm paid taxes in 2019.", False),
    # near miss: the same time
    ("The firm did not pay taxes in 2015.", "The firm paid taxes in 2015.", True),
    # near miss: a date that both affirm
    ("The firm was founded in 2015.", "The firm was founded in 2019.", True),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "clashes"), TIMES)
def test_a_denial_of_another_time_is_no_clash(claim: str, passage: str, clashes: bool) -> None:
    found = [d for d in compare_passages(claim, passage).differences if d.kind in {"date", "negation"}]
    assert bool(found) is clashes, found


PLACES = [
    ("Lyon", "France", True),
    ("Peru", "South America", True),
    ("Lagos", "Africa", True),
    # the larger does not lie in the smaller, nor anything in itself
    ("France", "Lyon", False),
    ("France", "France", False),
    ("Peru", "Africa", False),
    # a capital may stand for its country, and contains nothing
    ("Chile", "Santiago", False),
    ("Gdansk", "Germany", False),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "outer", "is_in"), PLACES)
def test_places_lie_in_countries_and_on_continents(inner: str, outer: str, is_in: bool) -> None:
    assert lies_in(inner, outer) is is_in


WIDER = [
    # what happened in the town happened in the country; the judge knows no map
    ("The envoy was born in France.", "The envoy was born in Lyon.", None, False),
    # the country does not say the town, nor the capital; neither clashes
    ("The envoy was born in Lyon.", "The envoy was born in France.", False, False),
    ("The bomb went off in Kyiv.", "The bomb went off in Ukraine.", False, False),
    # another continent's country
    ("The envoy was born in Africa.", "The envoy was born in France.", False, True),
    # a narrower word than the passage's
    ("The navy lost a warship in the storm.", "The navy lost a ship in the storm.", False, False),
    ("The navy lost a ship in the storm.", "The navy lost a warship in the storm.", True, False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "is_borne_out", "clashes"), WIDER)
def test_the_wider_is_borne_out_by_the_narrower_alone(
    claim: str, passage: str, is_borne_out: bool | None, clashes: bool
) -> None:
    found = compare_passages(claim, passage)
    assert is_borne_out in {None, found.relation == "same"}, found.reasons
    assert any(d.is_contradiction for d in found.differences) is clashes


def test_an_adverb_is_no_opposite_of_a_verb() -> None:
    found = compare_passages("The bank secretly paid him.", "The bank paid him, the report published on Monday said.")
    assert all(d.kind != "antonym" for d in found.differences)


def test_a_word_that_nothing_comes_near_to_speaks_against_the_claim_in_a_short_text_alone() -> None:
    passage = Passage("An envoy left.")
    ruled, match = Comparison("different", 0.5, "", ()), Match(Word("", "", "", "", False, "", "", 0, 0), 0.05)
    alignment = Alignment(passage, passage, {0: match}, 0.9, 0.9)
    assert weigh(ruled, alignment, (0.45, 0.53, 0.02)).relation == "contradicts"
    assert weigh(ruled, alignment, (0.45, 0.53, 0.02), is_whole=False).relation != "contradicts"
