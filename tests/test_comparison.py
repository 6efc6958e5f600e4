"""Two passages: same, contradictory or different. Each case names the trap."""

import pytest

from analysis import compare_passages
from analysis.comparison import RELATIONS, Comparison, Difference, Passage
from analysis.comparison.alignment import Alignment
from analysis.comparison.differences import turned
from analysis.comparison.quantities import Quantity
from analysis.comparison.weighing import weigh
from analysis.errors import InputError

CLAIM = "Three people died when a truck exploded on the bridge on Saturday."

RELATION_CASES = [
    # the plainest case: nothing changed
    (CLAIM, CLAIM, "same", ""),
    # a word for a figure
    (CLAIM, "A truck exploded on the bridge on Saturday and 3 people were killed.", "same", ""),
    # one number changed, in words and figures
    (CLAIM, "Five people died when a truck exploded on the bridge on Saturday.", "contradicts", "number"),
    (CLAIM, "A truck exploded on the bridge on Saturday and 5 people were killed.", "contradicts", "number"),
    # one weekday changed
    (CLAIM, "Three people died when a truck exploded on the bridge on Sunday.", "contradicts", "date"),
    # one negation added
    ("The minister apologised.", "The minister did not apologise.", "contradicts", "negation"),
    # a negation without `not`
    ("The minister apologised.", "The minister refused to apologise.", "contradicts", "negation"),
    # an opposite stance: the vectors of the two are closer than those of many a paraphrase
    ("Brazil condemned the decision.", "Brazil welcomed the decision.", "contradicts", "stance"),
    # another actor
    ("Norway recalled its ambassador from Iran.", "Finland recalled its ambassador from Iran.", "contradicts", "actor"),
    # ranges that can meet
    ("At least 12 people were killed in the fire.", "15 people were killed in the fire.", "same", ""),
    # other words in one place of the sentence
    ("The envoy lectured on history.", "The envoy lectured on music.", "contradicts", "other"),
    # a country and its people are one name
    ("Norway rejected the offer.", "The Norwegian government rejected the offer.", "same", ""),
    # denied of one, said of another: no clash
    ("The actor is not Danish.", "The actor is Finnish.", "same", ""),
    # what was given up did not come about
    ("Chad hosted the talks.", "Chad gave up hosting the talks.", "contradicts", "negation"),
    # a day with its weekday, against the day alone
    ("The envoy was born on Monday, March 4, 1963.", "The envoy (born 4 March 1963) is a lawyer.", "same", ""),
    # a decimal number is no clock time
    ("The rock is more than 5 billion years old.", "The rock is 4.54 billion years old.", "contradicts", "number"),
    # a rank is a number, also the second
    ("Chad was the second poorest country.", "Chad was the fifth poorest country.", "contradicts", "number"),
    # approximate numbers that a reader takes for different ones
    ("About 3,000 people marched through Oslo.", "3,200 people marched through Oslo.", "contradicts", "number"),
    ("About 3,000 people marched through Oslo.", "3,100 people marched through Oslo.", "same", ""),
    # denied in the same place of the sentence, though the word stands elsewhere as well
    ("A horse tick is a horse.", "A horse tick is an insect and is not a horse.", "contradicts", "negation"),
    # the same number of another measure
    ("They held him for 30 days in Minsk.", "They held him for 30 years in Minsk.", "contradicts", "number"),
    # one word in opposite relations to one act
    ("The poet was born outside of Bergen.", "The poet was born in Bergen.", "contradicts", "location"),
    ("The council voted for the bridge.", "The council voted against the bridge.", "contradicts", "location"),
    # a name that has another part there
    (
        "The opera was composed by Anna Lund.",
        "The opera was composed by Erik Berg and staged by Anna Lund.",
        "contradicts",
        "actor",
    ),
    # said of one name and denied of the other
    ("The prize went to Lund.", "The prize went to Berg and not to Lund.", "contradicts", "negation"),
    # another colour of one thing
    ("They poured red paint on the steps.", "They poured green paint on the steps.", "contradicts", "other"),
    # two qualities of one thing, or a time beside a place
    ("The minister praised the brave crew.", "The minister praised the brave and loyal crew.", "same", ""),
    # nothing in common
    ("Norway recalled its ambassador from Iran.", "The harvest of apples was good this year.", "different", ""),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "kind"), RELATION_CASES)
def test_relation_of_two_passages(a: str, b: str, relation: str, kind: str) -> None:
    found = compare_passages(a, b)
    assert (found.relation, found.kind) == (relation, kind), found.reasons
    assert 0 <= found.score <= 1


def test_a_contradiction_says_both_values() -> None:
    found = compare_passages("The strike killed 40 soldiers.", "The strike killed 60 soldiers.")
    assert found.relation in RELATIONS
    assert "40 person death" in found.reasons[0]
    assert "60 person death" in found.reasons[0]


def test_relative_dates_are_resolved_by_the_articles_dates() -> None:
    claim, passage = "The bridge was hit yesterday.", "The bridge was hit on 8 October 2022."
    assert compare_passages(claim, passage, published_a="2022-10-09").relation == "same"
    assert compare_passages(claim, passage, published_a="2022-10-12").kind == "date"


def test_a_later_and_higher_count_is_no_contradiction() -> None:
    early, late = "The quake killed 40 people.", "The quake killed 55 people."
    found = compare_passages(early, late, published_a="2023-02-06", published_b="2023-02-08")
    assert found.relation != "contradicts"
    assert any("such counts rise" in reason for reason in found.reasons)
    assert compare_passages(early, late, published_a="2023-02-08", published_b="2023-02-06").relation == "contradicts"


def test_of_a_whole_article_the_closest_passages_count() -> None:
    article = (
        "Traders met in the old town. The weather was mild. The prices of bread rose. "
        "Lithuania expelled two diplomats on Monday. The concert was sold out. A new school opened."
    )
    assert compare_passages("Lithuania expelled two diplomats.", article).relation == "same"
    assert compare_passages("Lithuania expelled nine diplomats.", article).relation == "contradicts"


@pytest.mark.parametrize(("a", "b"), [("", "A text."), ("A text.", ""), ("", "")])
def test_an_empty_text_is_different_from_all(a: str, b: str) -> None:
    assert compare_passages(a, b).relation == "different"


def test_figures_that_agree_settle_nothing_while_a_name_is_lacking() -> None:
    claim, passage = (
        "The big chain opened new shops in six Irish towns.",
        "The big chain opened new shops in six towns.",
    )
    assert compare_passages(claim, passage).relation != "same"
    assert compare_passages(passage, passage).relation == "same"


def test_a_thing_denied_of_another_act_is_no_clash() -> None:
    claim, passage = "Staff must delete apps from phones.", "Nothing stopped other states from banning apps at work."
    assert all(d.kind != "negation" for d in compare_passages(claim, passage).differences)
    denied = compare_passages("The mission found evidence of torture.", "The mission found no evidence of torture.")
    assert (denied.relation, denied.kind) == ("contradicts", "negation")


_CLASH = Difference("number", "3", "5", True, "3 against 5")

WEIGHED = [
    # no figures, no clash: the judge decides
    ("An envoy left.", (), 1.0, (0.1, 0.8, 0.1), "contradicts"),
    ("An envoy left.", (), 1.0, (0.8, 0.1, 0.1), "same"),
    # figures that do not clash: the judge in doubt is overruled, but what it holds to be contradicted is not borne out
    ("3 envoys left.", (), 1.0, (0.4, 0.5, 0.1), "same"),
    ("3 envoys left.", (), 1.0, (0.2, 0.7, 0.1), "different"),
    ("3 envoys left.", (), 1.0, (0.01, 0.98, 0.01), "contradicts"),
    # a clash that a rule names outweighs the judge, and bears nothing out even where the judge is sure
    ("3 envoys left.", (_CLASH,), 1.0, (0.7, 0.2, 0.1), "contradicts"),
    ("3 envoys left.", (_CLASH,), 1.0, (0.99, 0.005, 0.005), "different"),
    # texts of different matters
    ("An envoy left.", (), 0.1, (0.01, 0.03, 0.96), "different"),
]


@pytest.mark.parametrize(("claim", "differences", "covered", "odds", "relation"), WEIGHED)
def test_rules_and_judge_are_weighed(
    claim: str, differences: tuple[Difference, ...], covered: float, odds: tuple[float, ...], relation: str
) -> None:
    numbers = (Quantity(3, 3, "envoy", "", False, "3", 0),) if claim.startswith("3") else ()
    passage = Passage(claim, quantities=numbers)
    ruled = Comparison("different", 0.5, "", ("words",), differences)
    found = weigh(ruled, Alignment(passage, passage, {}, 0.9, covered), odds, is_whole=False)
    assert found.relation == relation
    assert found.kind == ("" if relation != "contradicts" else "number" if differences else "other")
    assert "the trained judge" in found.reasons[-1]


def test_a_name_that_is_nowhere_in_the_passage_is_not_borne_out() -> None:
    ruled, alignment = Comparison("same", 0.9, "", ("words",)), Alignment(Passage(""), Passage(""), {}, 0.9, 1.0)
    assert weigh(ruled, alignment, (0.9, 0.05, 0.05), is_named=True).relation == "same"
    assert weigh(ruled, alignment, (0.9, 0.05, 0.05), is_named=False).relation == "different"


def test_a_name_may_stand_anywhere_in_an_article() -> None:
    claim, told = "The minister left Oslo on Monday.", "The minister left on Monday."
    article = f"{told} The weather was mild. Prices rose. The concert was sold out. A school opened. Bread is dear."
    assert compare_passages(claim, f"{article} Oslo is cold.").relation == "same"
    assert compare_passages(claim, article).relation != "same"


def test_a_number_that_is_nowhere_in_the_passage_is_not_borne_out() -> None:
    claim = Passage("3 envoys left.", quantities=(Quantity(3, 3, "envoy", "", False, "3", 0),))
    passage = Passage("Envoys left in 7 cars.", quantities=(Quantity(7, 7, "car", "", False, "7", 16),))
    ruled = Comparison("same", 0.9, "", ("words",))
    assert weigh(ruled, Alignment(claim, passage, {}, 0.9, 1.0), (0.9, 0.05, 0.05)).relation == "different"


COUNTS = [
    # what befell people, worded in two ways
    ("Three people died in the blast.", "Two workers were killed in the blast.", True),
    # the dead and those who were moved are two counts
    ("Five people died in the flood.", "885 people were evacuated in the flood.", False),
    ("Five people drowned in the flood.", "22,000 people live in the valley.", False),
    # one act, one count; also where the number stands alone
    ("The navy evacuated 885 people.", "The navy evacuated 1,300 people.", True),
    ("In the flood 885 people were evacuated.", "In the flood 1,300 were evacuated.", True),
    # a distance is none of the killed
    ("Two men were killed six kilometres from the border.", "The strikes ended 35 kilometres from it.", False),
    # things of one sort
    ("Oslo expelled 15 diplomats.", "Oslo declared 13 diplomats unwelcome.", True),
    # an order of magnitude is no count
    ("Dozens of shops burned in the riot.", "Eight shops burned in the riot.", False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "is_one"), COUNTS)
def test_only_numbers_of_one_count_clash_between_articles(a: str, b: str, is_one: bool) -> None:
    found = [d for d in compare_passages(a, b).differences if d.kind == "number"]
    assert any(d.is_anchored for d in found) is is_one, found


def test_another_complement_of_one_noun_bears_nothing_out() -> None:
    """The word nearest in meaning stands elsewhere in the passage and is no counterpart."""
    found = compare_passages(
        "The pilot reported a loss of control while steering to the gate.",
        "The pilot reported a loss of fuel while steering the wheel to the gate.",
    )
    assert found.relation != "same"
    assert ("control", "fuel") in {(d.value_a, d.value_b) for d in found.differences}


def test_a_title_is_no_word_in_another_place() -> None:
    found = compare_passages("Winter Over Oslo was released in 2017.", "The film was released in 2017.")
    assert all(d.value_a != "winter" for d in found.differences)


def test_a_difference_seen_from_the_other_side_names_its_values_in_that_order() -> None:
    number = Difference("number", "3", "5", True, "3 against 5 (of the dead)")
    seen = turned(number)
    assert (seen.value_a, seen.value_b, seen.reason) == ("5", "3", "5 against 3 (of the dead)")


def test_a_date_that_is_none_is_named() -> None:
    with pytest.raises(InputError, match=r"'24 Oct'.*2022-10-24"):
        compare_passages("They met today.", "They met yesterday.", published_b="24 Oct")


BEARING_OUT = [
    # what is told lies within what is claimed, and the other way round not
    ("More than 50 houses burned down.", "More than 60 houses burned down.", "same"),
    ("More than 60 houses burned down.", "More than 50 houses burned down.", "different"),
    ("About 50 houses burned down.", "49 houses burned down.", "same"),
    # a bound that lies orders of magnitude below
    ("Over a million people fled.", "Over a billion people fled.", "different"),
    ("Over a million people fled.", "Over two million people fled.", "same"),
    # orders of magnitude
    ("Hundreds of protesters stormed the embassy.", "Dozens of protesters stormed the embassy.", "different"),
    ("Dozens of protesters stormed the embassy.", "Dozens of protesters stormed the embassy.", "same"),
]


@pytest.mark.parametrize(("claim", "text", "relation"), BEARING_OUT)
def test_a_number_bears_out_what_it_lies_within(claim: str, text: str, relation: str) -> None:
    assert compare_passages(claim, text).relation == relation


NO_RIVALS = [
    # the reason says why the two numbers differ and both may hold
    ("Twelve people died in the collapse.", "A further three people died in the collapse.", "on top of a count"),
    ("Twelve people died in the collapse.", "Six more people died in the collapse on Friday.", "on top of a count"),
    (
        "The blast killed 12 people.",
        "The number killed in blasts this year rose to 90.",
        "over a longer time",
    ),
    ("The toll rose to 12.", "The toll rose to 15 from 9.", ""),
    # near miss: another total, and another number added
    ("Twelve people died in the collapse.", "Three people died in the collapse.", ""),
    ("A further 20 people were hurt.", "A further 25 people were hurt.", ""),
    ("Three more people died, bringing the toll to 12.", "Three more people died, bringing the toll to 14.", ""),
]


@pytest.mark.parametrize(("a", "b", "reason"), NO_RIVALS)
def test_what_is_added_to_a_toll_is_no_rival_of_a_total(a: str, b: str, reason: str) -> None:
    found = [d for d in compare_passages(a, b).differences if d.kind == "number"]
    assert [d.is_contradiction for d in found] == [not reason]
    assert all(reason in d.reason for d in found)
