"""Who is named, of which state, by which words, and whether a place name acts for its government."""

import pytest

from analysis.articles import Article
from analysis.countries import country_name
from analysis.entities import find_mentions
from analysis.language import load_pipeline
from analysis.records import Mention
from analysis.settings import Settings


def mentions_of(text: str, published_on: str = "") -> list[Mention]:
    """The mentions of a text."""
    return find_mentions(Article("a", text, published_on=published_on), load_pipeline(Settings().model)(text))


def code_of(text: str, name: str) -> str | None:
    """The state of the person named so; None when no person is found."""
    return next((m.country_code for m in mentions_of(text) if m.kind == "person" and m.text == name), None)


@pytest.mark.parametrize(
    ("text", "name", "code", "is_acting"),
    [
        ("Kyiv said the drill was routine.", "Kyiv", "UKR", True),
        ("The envoys met in Kyiv on Monday.", "Kyiv", "UKR", False),  # the place, not the government
        ("The Kremlin denied the report.", "Kremlin", "RUS", True),
        ("Oslo's decision surprised its allies.", "Oslo", "NOR", True),  # owns a decision
        ("The report accused Ankara of delay.", "Ankara", "TUR", True),  # addressed
        ("Tourists left Vienna in droves.", "Vienna", "AUT", False),  # a place can be left
        ("Rockets hit Kharkiv and Kyiv was shelled.", "Kyiv", "UKR", False),  # and shelled
        ("Talks between Tokyo and Seoul collapsed.", "Seoul", "KOR", True),  # a party to talks
        ("He was born near Lisbon.", "Lisbon", "PRT", False),
    ],
)
def test_a_seat_of_government_acts_or_is_a_place(text: str, name: str, code: str, is_acting: bool) -> None:
    found = [mention for mention in mentions_of(text) if mention.text == name]
    assert [(mention.country_code, mention.is_acting) for mention in found] == [(code, is_acting)]
    assert all(mention.reason for mention in found)


def test_an_acting_capital_is_its_state_and_a_place_is_itself() -> None:
    acting, place = (mention.entity_id for mention in mentions_of("Kyiv protested. The envoys met in Kyiv."))
    assert (acting, place) == ("country:UKR", "place:kyiv")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Russian Defence Minister Sergei Ivanov spoke.", "Sergei Ivanov", "RUS"),  # a title before the name
        ("Finland's foreign minister, Anna Virtanen, left.", "Anna Virtanen", "FIN"),  # the name in apposition
        ("Anna Virtanen, the foreign minister of Finland, left.", "Anna Virtanen", "FIN"),  # the title in apposition
        ("President Jorge Silva of Portugal spoke.", "Jorge Silva", "PRT"),  # after the name
        ("Ukraine's Oleh Bondar replied.", "Oleh Bondar", "UKR"),  # a bare possessive
        ("White House spokesman Greg Miller declined to say.", "Greg Miller", "USA"),  # a seat of government
        ("Chinese ambassador to Canada Liu Feng was summoned.", "Liu Feng", "CHN"),  # not where the envoy is sent
        ("He called his British counterpart Ben Carter on Monday.", "Ben Carter", "GBR"),
        ("Senator Tim Burke (R-Texas) objected.", "Tim Burke", "USA"),  # as members of Congress are marked
        ("The Latvian journalist Janis Ozols agreed.", "Janis Ozols", "LVA"),  # a nationality
        ("An analyst at a London institute, Mark Hill, disagreed.", "Mark Hill", ""),  # no nationality by a workplace
        ("After meeting the Russian minister, Ben Carter said little.", "Ben Carter", ""),  # the comma ends the clause
        ("Former Polish president Jan Nowak spoke.", "Jan Nowak", "POL"),
    ],
)
def test_the_text_ties_a_person_to_a_state(text: str, name: str, code: str) -> None:
    assert code_of(text, name) == code


def test_states_and_names_in_lists_are_paired_in_order() -> None:
    text = "He spoke with his French and Turkish counterparts, Luc Martin and Emre Kaya, on Sunday."
    assert (code_of(text, "Luc Martin"), code_of(text, "Emre Kaya")) == ("FRA", "TUR")


def test_a_former_office_is_marked() -> None:
    found = [m.rule_id for m in mentions_of("Former Polish president Jan Nowak spoke.") if m.kind == "person"]
    assert found == ["person-former-title"]


def test_surname_and_title_alone_are_the_person_named_before() -> None:
    text = "Finnish Foreign Minister Anna Virtanen spoke. Virtanen said little. The minister left early."
    people = [mention for mention in mentions_of(text) if mention.entity_type == "person"]
    assert {mention.entity_id for mention in people} == {"person:anna-virtanen"}
    assert [mention.text for mention in people] == ["Anna Virtanen", "Virtanen", "The minister"]
    assert [mention.country_code for mention in people] == ["FIN", "FIN", ""]  # a title alone names no country


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Polish premier Jan Nowak met Czech senator Petr Nowak in Brno."
    people = {mention.entity_id: mention.country_code for mention in mentions_of(text) if mention.kind == "person"}
    assert people == {"person:jan-nowak": "POL", "person:petr-nowak": "CZE"}


def test_what_the_text_says_comes_before_the_list_of_office_holders() -> None:
    text = "Belarusian swimmer Vladimir Putin, no relation, won. Elsewhere Angela Merkel resigned."
    rules = {mention.entity: mention.rule_id for mention in mentions_of(text) if mention.kind == "person"}
    assert rules == {"Vladimir Putin": "person-nationality-title", "Angela Merkel": "person-leader"}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Russian Defence Ministry issued a note.", "Russian Defence Ministry", "RUS"),
        ("Morocco's Ministry of Foreign Affairs issued a note.", "Morocco's Ministry of Foreign Affairs", "MAR"),
        ("The Ministry of Defence of Estonia issued a note.", "Ministry of Defence", "EST"),
        ("The Australian Senate voted.", "Senate", "AUS"),  # American only while the text says nothing else
        ("The Senate voted.", "Senate", "USA"),
        ("The State Department declined to comment.", "State Department", "USA"),
        ("NATO and the Red Cross issued a note.", "NATO", ""),  # international
        ("The American Psychological Association issued a note.", "American Psychological Association", "USA"),
        ("Angela Merkel resigned. The Merkel government fell.", "Merkel government", "DEU"),  # called by its leader
        ("Jets left Malmstrom Air Force Base.", "Air Force", None),  # part of a place's name
        # where it speaks, its own words and the sentence before leave it open
        ("The foreign ministry said in Lima that the bridge was shut.", "foreign ministry", "PER"),
        ("Chile blamed Peru. The foreign ministry said in Lima that it was shut.", "foreign ministry", "PER"),
        ("Chile blamed Peru. The foreign ministry said in Quito that it was shut.", "foreign ministry", ""),
        ("Chile shut the bridge. The foreign ministry said so in Lima.", "foreign ministry", "CHL"),
        ("Kenya closed its embassy in Oslo.", "embassy", None),  # Kenya's, not Norway's: no body named Oslo's
    ],
)
def test_a_body_has_its_state(text: str, name: str, code: str | None) -> None:
    found = [mention for mention in mentions_of(text) if mention.kind == "organisation" and mention.text == name]
    assert [mention.country_code for mention in found] == ([] if code is None else [code])


def test_spellings_of_a_ministry_are_one_body() -> None:
    text = "The Russian Defence Ministry spoke. Russia's Ministry of Defense spoke again. The Defense Ministry went on."
    bodies = {mention.entity_id for mention in mentions_of(text) if mention.kind == "organisation"}
    assert bodies == {"organisation:rus-defence-ministry"}


def test_an_abbreviation_is_the_body_that_explains_it() -> None:
    text = "The Nordic Council of Fisheries (NCF) met in Bergen. The NCF set new quotas."
    bodies = {
        mention.entity_id for mention in mentions_of(text) if mention.text in {"NCF", "Nordic Council of Fisheries"}
    }
    assert len(bodies) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv Mayor Vitali Klitschko spoke to reporters in Kyiv.",  # the model may take the city for part of the name
        "KYIV - Sirens sounded in Kyiv overnight.",
        "Kyiv, Lviv and Odesa were without power.",
    ],
)
def test_a_capital_is_never_a_person(text: str) -> None:
    assert not [m for m in mentions_of(text) if m.entity_type == "person" and m.text.casefold() == "kyiv"]
    assert [m for m in mentions_of(text) if m.kind == "capital" and m.country_code == "UKR"]


@pytest.mark.parametrize(
    "text", ["On Oct.23 he called.", "He called on Oct. 23.", "The Defence minister spoke at 0600 GMT."]
)
def test_dates_and_parts_of_titles_are_no_organisations(text: str) -> None:
    assert not [mention for mention in mentions_of(text) if mention.kind == "organisation"]


def test_mentions_are_exact_and_in_order() -> None:
    text = "Côte d’Ivoire’s envoy met “Sergei Ivanov” \n\n in Düsseldorf, the U.S. said.🙂 Kyiv agreed."
    found = mentions_of(text)
    assert all(mention.text == text[mention.start_char : mention.end_char] for mention in found)
    assert [mention.start_char for mention in found] == sorted(mention.start_char for mention in found)


def test_a_text_that_names_nobody_gives_nothing() -> None:
    assert mentions_of("It rained all day.") == []
    assert mentions_of("") == []


def test_a_country_has_one_name_however_it_is_written() -> None:
    found = mentions_of("Turkey left. Türkiye left. The Turkish envoy left. Burma left. Congo left.")
    assert [mention.entity for mention in found] == ["Türkiye"] * 3 + ["Myanmar", "DR Congo"]
    assert {mention.entity for mention in found} == {country_name(mention.country_code) for mention in found}


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        # a town is known where it stands as only places do, and from then on
        ("Polish firemen slept in Suwałki. Suwałki had no power.", "Suwałki", {"place"}),
        ("Turkish buses went from Artvin to Batumi. Artvin is far.", "Artvin", {"place"}),
        # somebody may be called so, and it may be in a state that the article does not speak of
        ("Ukrainian shells fell near Shostka. Andriy Shostka saw it. Shostka fled.", "Shostka", {"person", "place"}),
        ("Turkish envoys met Artvin. Artvin said no.", "Artvin", {"person"}),
    ],
)
def test_a_town_is_no_person(text: str, name: str, kinds: set[str]) -> None:
    assert {mention.kind for mention in mentions_of(text) if mention.text == name} == kinds
