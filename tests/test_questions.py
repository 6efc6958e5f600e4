"""One question, two articles, two answers: what is told otherwise although it is worded otherwise, too."""

import pytest

from analysis import analyse
from analysis.articles import Article
from analysis.claims.questions import QUESTIONS, find_unlike_answers
from analysis.columns import Col
from analysis.readers import Corpus
from analysis.tables import CLAIMS


def answers(a: str, b: str, name: str, dates: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
    """The two values of each discrepancy that a question finds between two articles."""
    articles = tuple(Article(key, text, published_on=day) for key, text, day in zip("ab", (a, b), dates, strict=True))
    found = find_unlike_answers(analyse(Corpus(articles))[CLAIMS])
    found = found.loc[found[Col.RULE_ID] == f"questions.{name}"]
    return list(zip(found[Col.VALUE_A], found[Col.VALUE_B], strict=True))


CLASHES = [
    # who permitted it: a verb, a noun of permission, a relative clause, and one body to the exclusion of another
    ("permission", "The march was approved by the city council of Lund.",
     "Swedish police had allowed the march through Lund.", ("city council", "Swedish police")),
    ("permission", "The army allowed the trucks to cross the bridge at dawn.",
     "The trucks crossed the bridge at dawn with the permission of the government.", ("army", "government")),
    ("permission", "A court authorised the rally in front of the palace.",
     "They met at a rally that the ministry had authorised in front of the palace.", ("court", "ministry")),
    ("permission", "The government allowed the protests in the harbour.",
     "The police, not politicians, decide whether to allow protests in the harbour.", ("government", "police")),
    # how far it went
    ("proceedings", "Prosecutors charged the driver with manslaughter on Monday.",
     "The driver is under investigation for manslaughter in Oslo.", ("charged", "under investigation")),
    ("proceedings", "A court convicted the editor of libel.",
     "The court acquitted the editor of libel on all counts.", ("convicted", "acquitted")),
    ("proceedings", "The captain faces charges of smuggling after the raid.",
     "The captain faces an inquiry into smuggling after the raid.", ("charged", "under investigation")),
    # in or out
    ("entry", "The crowd went inside the consulate and broke the windows.",
     "Demonstrators gathered at the consulate, but they did not get inside the building.",
     ("inside the consulate", "not inside the building")),
    ("entry", "Gunmen entered the school in the morning.",
     "The gunmen never entered the school, a teacher said.", ("inside the school", "not inside the school")),
    ("entry", "The grenade exploded inside the mosque during prayers.",
     "The grenade exploded outside the mosque during prayers.", ("inside the mosque", "outside the mosque")),
    # who did it: blamed, held responsible, behind it, its origin, its missile
    ("culprits", "Moscow blamed Kyiv for the shelling of the power plant.",
     "Kyiv accused Russian troops of shelling the power plant.", ("Kyiv", "Russian troops")),
    ("culprits", "Officials in Delhi hold Pakistani militants responsible for the attack on the convoy.",
     "The explosion was carried out by Indian agents, Islamabad says.", ("Pakistani militants", "Indian agents")),
    ("culprits", "Iran was behind the strike on the refinery, the ministry said.",
     "The attack on the refinery originated in Yemen, investigators said.", ("Iran", "Yemen")),
    ("culprits", "Ethiopia laid the blame for the massacre on Eritrea.",
     "Witnesses said Ethiopian soldiers carried out the massacre.", ("Eritrea", "Ethiopian soldiers")),
    ("culprits", "A Russian missile hit the hospital in the old town.",
     "Ukrainian forces shelled the hospital in the old town.", ("Russian missile", "Ukrainian forces")),
    # what it is for
    ("natures", "The army said the vessel was a spy ship.",
     "The embassy insisted that the ship was civilian and had lost its way.", ("spy", "civilian")),
    ("natures", "The reactor is for peaceful purposes, Tehran says.",
     "Inspectors believe that Tehran runs a military reactor under the hill.", ("peaceful", "military")),
    # a word that may mean any such thing
    ("natures", "The embassy said the drone was civilian.",
     "The ministry called the craft a spy drone.", ("civilian", "spy")),
    # one or several
    ("plurals", "The man tore a page of the treaty before the cameras.",
     "The man tore pages of the treaty before the cameras.", ("a page of the treaty", "pages of the treaty")),
    # left out here, told there
    ("omissions", "The minister made no mention of the naval blockade in his call with his French colleague.",
     "The minister warned his colleagues of the naval blockade in calls on Sunday.",
     ("no mention of naval blockade", "told of naval blockade")),
    ("omissions", "The readout of the talks with the Turkish president did not mention the secret tunnel.",
     "The minister told the Turkish president of the secret tunnel under the border.",
     ("no mention of secret tunnel", "told of secret tunnel")),
    # the toll, in ranges and in other words
    ("tolls", "The blast in the market killed at least 500 people, the ministry said.",
     "Officials in the capital said that between 100 and 300 people had died in the explosion.",
     ("at least 500 deaths", "100 to 300 deaths")),
    ("tolls", "The shelling of the market killed 471 people on Monday.",
     "A diplomat in the region put the dead at about 50.", ("471 deaths", "about 50 deaths")),
    # in turns of phrase: known to have died, feared dead, lives lost, what the toll came to
    ("tolls", "Fourteen miners are now known to have died in the blast.", "The blast claimed nine lives.",
     ("14 deaths", "9 deaths")),
    ("tolls", "Sixteen hikers are feared dead.", "At least 20 hikers lost their lives.",
     ("16 deaths", "at least 20 deaths")),
    ("tolls", "Officials reported 16 fatalities in the crash.", "The number of people killed in it has risen to 20.",
     ("16 deaths", "20 deaths")),
    ("tolls", "Six people were taken to hospital after the crash.", "Nine people suffered burns in the crash.",
     ("6 injured", "9 injured")),
    # of a toll that rose the last figure is one, and what was added to it is none
    ("tolls", "The toll rose to 12 after three workers died.", "The blast killed 14 workers.",
     ("12 deaths", "14 deaths")),
    ("tolls", "The number of dead climbed from 9 to 12.", "The blast killed 14 workers.", ("12 deaths", "14 deaths")),
    # the same where the clauses are claims of their own
    ("tolls", "The toll of the blast in the market rose to 12 on Friday, after three badly wounded workers had died "
     "in hospital overnight.", "The blast in the market killed 14 workers.", ("12 deaths", "14 deaths")),
    # what comes on top of the dead is the total of the hurt
    ("tolls", "Five people died and a further 20 were hurt.", "The blast wounded 30 people.",
     ("20 injured", "30 injured")),
    # the same some of the dead, and more of some than of all
    ("tolls", "Four Kenyan nurses were killed in the fire.", "The fire killed six nurses from Kenya.",
     ("4 deaths", "6 deaths")),
    ("tolls", "Four Kenyan nurses were killed in the fire.", "The fire killed three people.",
     ("4 deaths", "3 deaths")),
    ("tolls", "Two of the five divers were found dead.", "Three of the five divers drowned.",
     ("2 deaths", "3 deaths")),
    # inside and outside of a zone
    ("entry", "The rocket landed inside the exclusive economic zone of Japan.",
     "The rocket fell outside the exclusive economic zone of Japan.",
     ("inside the exclusive economic zone", "outside the exclusive economic zone")),
    # evidence that one has and does not show
    ("evidence", "The minister claims to possess proof of the plot.",
     "The minister did not provide any evidence of the plot.", ("proof", "no evidence")),
    ("evidence", "Inspectors found evidence of torture in the cellar.",
     "No evidence of torture was found in the cellar.", ("evidence", "no evidence")),
    # nobody, somebody
    ("casualties", "The quake caused no casualties, the governor said.",
     "The quake killed two people in the hills.", ("no casualties", "two killed")),
    ("casualties", "Nobody was hurt in the explosion at the depot.",
     "Five workers were injured in the explosion at the depot.", ("Nobody was hurt", "Five hurt")),
    ("casualties", "No one is believed to have been killed in the fire.", "The fire killed two people.",
     ("No one is believed to have been killed", "two killed")),
    ("casualties", "No passengers have died in the fire.", "The fire killed two people.",
     ("No passengers have died", "two killed")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "values"), CLASHES)
def test_one_question_two_answers(name: str, a: str, b: str, values: tuple[str, str]) -> None:
    assert answers(a, b, name) == [values]
    assert answers(b, a, name) == [values[::-1]]


HOLDS = [
    # authorities may be anybody
    ("permission", "The authorities allowed the march in Lund.", "Swedish police had allowed the march in Lund."),
    # another country's police
    ("permission", "Danish police allowed the march.", "The Swedish government allowed the march."),
    # denied, and only asked for
    ("permission", "The government did not allow the march.", "Police allowed the march."),
    ("permission", "The government may allow the march.", "Police allowed the march."),
    # not to stop it is not to permit it
    ("permission", "The government let the crowd burn flags.", "Police allowed the crowd to burn flags."),
    # an article that says both leaves the other alone
    ("permission", "Police allowed the march. The government had approved the march as well.",
     "The government approved the march."),
    # an incident is investigated, not a person
    ("proceedings", "Prosecutors charged the driver with arson.", "Police are investigating the explosion."),
    # to be in charge, to charge that
    ("proceedings", "The colonel was put in charge of the town.", "The colonel faces an inquiry over the town."),
    ("proceedings", "Prosecutors charged Olav Berg with arson.", "Kari Dahl is under investigation for arson."),
    # an earlier case
    ("proceedings", "Prosecutors charged the driver with arson.", "The driver was acquitted of an earlier charge."),
    # before a verdict lies a trial, and the dates of the two are not known
    ("proceedings", "Prosecutors charged the driver with arson.", "A jury convicted the driver of arson."),
    # another building
    ("entry", "The crowd went inside the embassy.", "Protesters did not go inside the parliament."),
    # another act outside
    ("entry", "The delegates prayed inside the mosque.", "Traders sold lamps outside the mosque."),
    # either side strikes in a war
    ("culprits", "Russian forces shelled Kherson.", "Ukrainian forces shelled Donetsk."),
    # who made the missile need not have fired it
    ("culprits", "A Russian-made missile hit the barn in Sula.", "Ukrainian forces shelled the barn in Sula."),
    # supposed, denied
    ("culprits", "Iran might have carried out the attack on the mill.", "Yemen carried out the attack on the mill."),
    ("culprits", "Iran did not carry out the attack on the mill.", "Yemen carried out the attack on the mill."),
    # two targets
    ("culprits", "Iran carried out the attack on the refinery.", "Yemen carried out the attack on the airport."),
    # a second one is not the first
    ("natures", "The army shot down a spy balloon.", "A second balloon was civilian, the embassy said."),
    # rejected by somebody
    ("natures", "The embassy rejected the talk of a spy ship.", "The embassy said the ship was civilian."),
    # others of the kind
    ("natures", "The ship was civilian.", "Military ships were seen in the strait."),
    # another whole
    ("plurals", "The man burned a copy of the treaty.", "The man burned copies of the Koran."),
    # left out of one talk, told to somebody else
    ("omissions", "The minister made no mention of the naval blockade in his call with his French colleague.",
     "The minister told his Turkish colleague of the naval blockade."),
    # another sort of happening, another time, since when
    ("tolls", "The blast in the market killed 12 people.", "The flood in the valley killed 40 people."),
    ("tolls", "The blast in the market killed 12 people.", "The blast in the market killed more than 12 people."),
    ("tolls", "The blast in the market killed 12 people.", "An earlier blast in the market killed 40 people."),
    ("tolls", "The blast in the market killed 12 people.", "Since 2014 blasts in the market have killed 40 people."),
    # added to a toll told elsewhere, what it was before, and all of a year
    ("tolls", "The toll rose to 12 after three workers died.", "The blast killed 12 workers."),
    ("tolls", "Three more workers died overnight, bringing the toll to 12.", "The blast killed 12 workers."),
    ("tolls", "A further three workers died on Friday.", "The blast killed 12 workers."),
    ("tolls", "The toll increased by three to 12.", "The blast killed 12 workers."),
    ("tolls", "The blast killed 12 workers.",
     "The blast killed 12 workers, taking the number of people killed this year to 90."),
    # some of them: of one country, of those told before, of those who died later, of the hurt who were treated
    ("tolls", "Four Kenyan nurses were killed in the fire.", "The fire killed 17 people."),
    ("tolls", "Four Kenyan nurses were killed in the fire.", "The fire killed two Danes."),
    ("tolls", "Four members of a Kenyan mission died in the fire.", "The fire killed 17 people."),
    ("tolls", "One of two missing divers was found dead.", "The fire killed 17 people."),
    ("tolls", "The body of one of the two divers was found.", "The fire killed 17 people."),
    ("tolls", "Three people died overnight in hospital.", "The fire killed 17 people."),
    ("tolls", "Nine wounded sailors were treated aboard the frigate.", "The fire injured 40 people."),
    # nine deaths are nine dead
    ("tolls", "Police confirmed nine deaths.", "The blast left nine dead."),
    # a sentence to death, a loss of something else
    ("tolls", "Two men were sentenced to death for the blast.", "The blast killed 12 workers."),
    ("tolls", "Six countries lost their seats after the blast.", "The blast killed 12 workers."),
    # nobody of those inside
    ("casualties", "The blast at the mill killed 12 people.", "Nobody inside the mill was killed by the blast."),
    # another one's evidence
    ("evidence", "Norway has evidence of the theft.", "Chad gave no evidence of the theft."),
    # asked for, not given; announced, not given
    ("evidence", "The court asked the guards to show evidence of the theft.", "There was no evidence of the theft."),
    ("evidence", "The guards will publish evidence of the theft.", "There was no evidence of the theft."),
    ("evidence", "The court demanded evidence of the theft.", "Chad gave no evidence of the theft."),
    # nobody who should do something with the dead, or hurt others
    ("casualties", "No one may forget the dead.", "The fire killed two people."),
    ("casualties", "Nobody asked about the injured.", "The fire injured two people."),
    ("casualties", "No soldiers wounded the driver.", "The fire wounded two soldiers."),
    # nobody killed, some hurt
    ("casualties", "Nobody was killed in the fire.", "Two people were injured in the fire."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b"), HOLDS)
def test_both_may_hold(name: str, a: str, b: str) -> None:
    assert answers(a, b, name) == []


def test_a_case_and_a_count_go_on() -> None:
    early, late = "The driver is under investigation for fraud.", "Prosecutors charged the driver with fraud."
    assert answers(early, late, "proceedings", ("2024-03-01", "2024-03-09")) == []
    assert answers(early, late, "proceedings", ("2024-03-09", "2024-03-01"))
    none, some = "The quake caused no deaths.", "The quake killed two people."
    assert answers(none, some, "casualties", ("2024-03-01", "2024-03-02")) == []
    assert answers(none, some, "casualties", ("2024-03-02", "2024-03-01"))


def test_accounts_of_both_sides_clash_with_one_side_alone() -> None:
    """Both articles tell both accounts: neither withholds anything. One account alone clashes with the other."""
    both = "Moscow blamed Kyiv for the attack on the dam. Kyiv blamed Moscow for the attack on the dam."
    one = "Moscow blamed Kyiv for the attack on the dam."
    assert answers(both, both, "culprits") == []
    assert answers(both, one, "culprits") == [("Moscow", "Kyiv")]


def test_questions_have_names_of_their_own() -> None:
    names = [question.name for question in QUESTIONS]
    assert len(set(names)) == len(names)
    assert all(question.asks.endswith("?") for question in QUESTIONS)
