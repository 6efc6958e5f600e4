"""Numbers as ranges with what they count; dates in parts, resolved by the article's date."""

import pytest
from spacy.language import Language

from analysis.comparison import compare_passages, read_passage
from analysis.comparison.dates import are_near, in_common_form, unequal_parts

QUANTITY_CASES = [
    ("Three people died.", "3 person death"),
    # one number over several words
    ("The city has 1.2 million residents.", "1,200,000 person"),
    ("Twenty-five soldiers were wounded.", "25 person injury"),
    ("Two hundred and five houses burned down.", "205 house"),
    # a scale with its article, halves of it, and so many of it
    ("A million people left.", "1,000,000 person"),
    ("More than a dozen people left.", "at least 12 person"),
    ("More than a million people left.", "at least 1,000,000 person"),
    ("A hundred and five people left.", "105 person"),
    ("Half a million people left.", "500000 person"),
    ("Two and a half million people left.", "2,500,000 person"),
    ("Tens of thousands of people left.", "20000 to 100000 person"),
    ("A few hundred people left.", "200 to 900 person"),
    ("Several thousand people left.", "3000 to 12000 person"),
    # near miss: a few of nothing that scales, and a figure's own letter
    ("A few people left.", ""),
    ("The firm paid a $5m fine.", "5,000,000 dollar"),
    # bounds
    ("At least 40 houses burned down.", "at least 40 house"),
    # a limit with the words of its contrary in it
    ("No more than 40 houses burned down.", "at most 40 house"),
    ("Not fewer than 40 houses burned down.", "at least 40 house"),
    ("Up to 40 houses burned down.", "at most 40 house"),
    # a range is one quantity
    ("Between 30 and 40 houses burned down.", "30 to 40 house"),
    # words for an order of magnitude
    ("Dozens of houses burned down.", "20 to 200 house"),
    # approximate as written, and a number that its verb gives of its object
    ("About 50 houses burned down.", "about 50 house"),
    ("The envoy put the dead at 50.", "50 person death"),
    # units that are signs
    ("Prices rose by 3.5 percent.", "3.5 percent"),
    ("The firm paid $5 million.", "5,000,000 dollar"),
    # a bare number counts the verb's subject
    ("The dead could number five.", "5 person death"),
    # each number has the fate that stands nearest to it
    ("Five people died and twelve were wounded.", "5 person death | 12 person injury"),
    ("1 dead, 2 hurt in office shooting.", "1 death | 2 injury"),
    ("Gunman kills 1, wounds 2 at office.", "1 person death | 2 person injury"),
    ("The blast left five people dead.", "5 person death"),
    ("The death toll rose to five.", "5 person death"),
    # what the counted do to others, and what befell others, is not theirs
    ("Two officers killed a man.", "2 person"),
    ("He was killed after pointing a gun at two officers.", "2 person"),
    ("The attack on one of his schools killed 40 people.", "1 school | 40 person death"),
    # those counted together, and some among those counted already
    ("Two women and one man died in the blaze.", "3 person death"),
    ("The bomb killed two women and a man.", "3 person death"),
    ("At least 12 people, including three children, were killed.", "at least 12 person death | 3 child"),
    ("Three people, one of them a pregnant woman, were killed.", "3 person death"),
    ("Two of the five hostages were killed.", "2 person death | 5 person"),
    # a toll in other words, and a count that is also a number of people
    ("Nine passengers were pronounced dead.", "9 person death"),
    ("The crash cost nine lives.", "9 person death"),
    ("Police confirmed nine deaths and 40 arrests.", "9 person death | 40 person arrest"),
    ("The toll was put at nine by the army.", "9 person death"),
    ("Nine people froze to death.", "9 person death"),
    # of the wounded who died the deaths are counted
    ("Two wounded guards died.", "2 person death"),
    # near miss: what they lost, and what they are known for
    ("Nine parties lost their seats.", "9 party"),
    ("Nine workers are known to have left.", "9 person"),
    ("Nine men were sentenced to death.", "9 person"),
    # from one to another is no range where a number changes
    ("The toll rose from 28 to 31.", "28 person death | 31 person death"),
    ("Prices increased by 6 to 40 euros.", "6 euro | 40 euro"),
    # an age counts nobody
    ("The gunman opened fire, killing Anna Petit, 40.", "40 year of age"),
    ("Police arrested John Berg, 52, and Maria Holm, 44, on Tuesday.", "52 year of age | 44 year of age"),
    ("A 66-year-old woman was killed.", "66 year of age"),
    ("The suspect, aged 61, was charged.", "61 year of age"),
    # part of a name
    ("The Curve 8900 smartphone arrives in May.", ""),
    # a rank, a moment, an adverb
    ("It is the second largest port.", "2nd port"),
    ("He paused for a second.", ""),
    ("Second, the envoy left.", ""),
    # the time of day counts nothing
    ("The ferry sank shortly before half past six.", ""),
    ("The siren sounded at quarter to three.", ""),
    ("The gate was shut at ten to nine.", ""),
    ("It left at 7.15 and was back at 9.40.", ""),
    ("The alarm was raised at 1830 hrs.", ""),
    ("14.20 - Fewer boats are missing", ""),
    ("18.05 Names of the crew released", ""),
    # near miss: figures and ranges
    ("The rate closed at 7.15 on Monday.", "7.15"),
    ("The index rose by half.", "0.5"),
    ("12.50 Euros were paid.", "12.5"),
    ("The talks lasted from ten to nineteen hours.", "10 to 19 hour"),
    ("The factory filmed 1830 hours of footage.", "1830 hour"),
    # one that is no number
    ("No one should speak for the dead.", ""),
    ("The two ministers accused one another.", "2 minister"),
    ("They left one by one.", ""),
    ("One of the ships was lost.", "1 ship"),
    # a date is no quantity
    ("It happened on 5 May 2021.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUANTITY_CASES)
def test_quantities_of_a_sentence(nlp: Language, text: str, expected: str) -> None:
    found = read_passage(nlp(text)[:]).quantities
    assert " | ".join(map(str, found)) == expected


MEASURE_CASES = [
    # other units, the second figure rounded
    ("The climber fell about 60 metres.", "The climber fell 200ft.", []),
    ("The climber fell 60 metres.", "The climber fell 600 feet.", ["number"]),
    ("The talks lasted 48 hours.", "The talks lasted two days.", []),
    # the ages of one person, and of two
    ("Police arrested John Berg, 52, on Monday.", "On Monday police arrested 25-year-old John Berg.", ["number"]),
    ("Police arrested John Berg, 52.", "Police arrested a 25-year-old driver.", []),
    # some of those that there are
    ("Two of the bombs fell near the camp.", "Four bombs fell near the camp.", []),
    ("Two of the bombs fell near the camp.", "Four of the bombs fell near the camp.", ["number"]),
    # how far off, and how many there are
    ("They were sitting three rows behind the door.", "The bus has nine rows.", []),
    ("The house stands two streets away from the mill.", "Six streets were flooded.", []),
    (
        "The house stands two streets away from the mill.",
        "The house stands three streets away from the mill.",
        ["number"],
    ),
    ("Police found two vans behind the mill.", "Police found three vans behind the mill.", ["number"]),
    ("The troops stopped 20 kilometres short of Sula.", "The troops stopped 50 kilometres from Sula.", ["number"]),
    # a count that goes on
    ("Divers have raised two barges so far.", "Seven barges ran aground.", []),
    ("Divers have already raised two barges.", "Seven barges ran aground.", []),
    ("The convoy had nine barges.", "The convoy had eight barges.", ["number"]),
    # where the one begins the other ends
    ("The blast killed 40 people.", "The blast killed more than 40 people.", []),
]


@pytest.mark.parametrize(("a", "b", "kinds"), MEASURE_CASES)
def test_numbers_that_must_be_one_and_are_not(a: str, b: str, kinds: list[str]) -> None:
    found = compare_passages(a, b).differences
    assert [item.kind for item in found if item.is_contradiction and item.is_anchored] == kinds


DATE_CASES = [
    ("They met on 5 May 2021.", "", "2021-05-05"),
    ("They met on May 5, 2021.", "", "2021-05-05"),
    ("They met in May 2021.", "", "2021-05"),
    ("They met on Oct. 8.", "", "??-10-08"),
    # no date of the article: the weekday alone
    ("They met on Sunday.", "", "Sunday"),
    # the last such day up to the day of publication
    ("They met on Sunday.", "2022-10-11", "2022-10-09"),
    ("They met yesterday.", "2022-10-11", "2022-10-10"),
    ("The bomb went off at 6:07.", "", "06:07"),
    ("They married in the 1970s.", "", "1970s"),
    # a weekday before its day is one date with it, also where the weekday resolves to another day
    ("They met on Monday, 4 May 2021.", "2021-09-01", "2021-05-04"),
    # a full stop makes a clock time only with its half of the day
    ("The bomb went off at 6.07 a.m.", "", "06:07"),
    ("The rock is 4.54 billion years old.", "", ""),
    # the half of the day; noon and midnight are the twelves
    ("The bomb went off at 6:07 p.m.", "", "18:07"),
    ("The bomb went off at 11 pm.", "", "23:00"),
    ("The bomb went off at 12:30 p.m.", "", "12:30"),
    ("The bomb went off at 12:30 a.m.", "", "00:30"),
    # the verb, not the month
    ("They may march on the capital.", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published_on", "expected"), DATE_CASES)
def test_dates_of_a_sentence(nlp: Language, text: str, published_on: str, expected: str) -> None:
    found = read_passage(nlp(text)[:], published_on).dates
    assert " | ".join(map(str, found)) == expected


@pytest.mark.parametrize(
    ("a", "b", "parts", "near"),
    [
        # more detail is no difference
        ("They met in May 2021.", "They met on 5 May 2021.", (), True),
        ("They met on 5 May 2021.", "They met on 7 May 2021.", ("day",), True),
        # another month is another happening
        ("They met on 5 May 2021.", "They met on 5 June 2021.", ("month",), False),
        # the year falls into the decade
        ("They met in the 1970s.", "They met in 1971.", (), True),
        ("They met in the 1970s.", "They met in 1981.", ("decade",), False),
        # a day that the calendar lacks is still held against others by its parts
        ("They met on 31 June 2021.", "They met on 30 June 2021.", ("day",), True),
        ("They met on 31 June 2021.", "They met on 1 July 2021.", ("month", "day"), False),
    ],
)
def test_what_two_dates_differ_in(nlp: Language, a: str, b: str, parts: tuple[str, ...], near: bool) -> None:
    first, second = (read_passage(nlp(text)[:]).dates[0] for text in (a, b))
    assert unequal_parts(first, second) == parts
    assert are_near(first, second) is near


@pytest.mark.parametrize(
    ("a", "b", "published_on", "shown"),
    [
        # one resolved by its article's date, one not: both as weekdays
        ("They met on Sunday.", "They met on Saturday.", "2022-10-11", ("Saturday", "Sunday")),
        # a weekday beside a date that is written out
        ("They met on Sunday.", "They met on 8 October 2022.", "", ("Saturday", "Sunday")),
        # both resolved
        ("They met yesterday.", "They met on 8 October 2022.", "2022-10-11", ("2022-10-10", "2022-10-08")),
        # a day of the month beside a full date
        ("They met on Oct. 8.", "They met yesterday.", "2022-10-11", ("??-10-08", "??-10-10")),
        ("They met at 6:07.", "They met at 6 a.m.", "", ("06:07", "06:00")),
        # nothing in common but that both are dates
        ("They met in May.", "They met in 1981.", "", ("??-05", "1981")),
    ],
)
def test_two_dates_are_shown_in_one_form(
    nlp: Language, a: str, b: str, published_on: str, shown: tuple[str, str]
) -> None:
    first, second = read_passage(nlp(a)[:]).dates[0], read_passage(nlp(b)[:], published_on).dates[0]
    if "yesterday" in a:
        first = read_passage(nlp(a)[:], published_on).dates[0]
    assert sorted(in_common_form(first, second)) == sorted(shown)


def test_a_date_that_is_none_has_no_weekday(nlp: Language) -> None:
    assert [str(when) for when in read_passage(nlp("They met on 31 June 2021.")[:]).dates] == ["2021-06-31"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister did not resign.", "resign"),
        ("The minister refused to resign.", "resign"),
        ("The minister was unable to resign.", "resign"),
        ("The minister has yet to resign.", "resign"),
        ("No evidence was found.", "evidence"),
        # what a contrast rules out
        ("They chose to talk rather than fight.", "fight"),
        ("Norway sent ships instead of troops.", "troop"),
        # without a sign of it there was none
        ("There was no sign of a retreat.", "retreat"),
        # what was not said, whichever verb denies the saying
        ("The mayor did not say that the dam collapsed.", "collapse"),
        ("The mayor refused to say that the dam collapsed.", "collapse"),
        ("The mayor has yet to announce that the dam collapsed.", "collapse"),
        # what was so and has ended
        ("The dam is no longer closed.", "close"),
        ("The mayor no longer supports the plan.", "support"),
        ("Repairs are no longer possible.", "possible"),
        # what somebody was kept from, or stopped short of
        ("The rebels held back from attacking the town.", "attack"),
        ("The mayor stopped short of resigning.", "resign"),
    ],
)
def test_what_is_said_not_to_be_so(nlp: Language, text: str, word: str) -> None:
    negated = {item.lemma: item.negated for item in read_passage(nlp(text)[:]).words}
    assert negated[word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister resigned.", "resign"),
        # two negations
        ("The minister did not refuse to resign.", "resign"),
        # emphasis
        ("The minister not only resigned but apologised.", "resign"),
        ("They chose to talk rather than fight.", "talk"),
        # a council there is
        ("There was no member of the council.", "council"),
        # a question that is left open denies nothing, and one of its time or cause takes it for granted
        ("The mayor did not say when the dam collapsed.", "collapse"),
        ("The mayor refused to say why the dam collapsed.", "collapse"),
        ("The mayor has yet to say whether the dam collapsed.", "collapse"),
        # a comparison and a limit, which end nothing
        ("The new dam is no longer than the old one.", "dam"),
        ("The dam is no more than a mile long.", "long"),
        # where it came from is no keeping
        ("The rebels came back from attacking the town.", "attack"),
        # the saying is denied twice
        ("The mayor never failed to say that the dam collapsed.", "collapse"),
    ],
)
def test_what_is_not_negated(nlp: Language, text: str, word: str) -> None:
    negated = {item.lemma: item.negated for item in read_passage(nlp(text)[:]).words}
    assert not negated[word]
