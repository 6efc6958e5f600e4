"""The gazetteer's data: every state is in it, and every ambiguous name is read as its own examples say."""

import re

import pytest

from analysis.articles import Article
from analysis.entities import find_mentions
from analysis.gazetteer import KINDS, country_names, load_ambiguities, load_index
from analysis.gazetteer.leaders import find_leader
from analysis.gazetteer.spelling import is_same_person, parts_of
from analysis.gazetteer.words import NameIndex, has_capitals_of
from analysis.language import load_pipeline
from analysis.settings import Settings

AMBIGUITIES = list(load_ambiguities().values())
MATCHES = [(item.name, text, code) for item in AMBIGUITIES for text, code in item.matches]
NEAR_MISSES = [(item.name, text, code) for item in AMBIGUITIES for text, code in item.near_misses]
UNITED_NATIONS = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA
BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ
ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL
ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT
MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG
PRY PER PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD
ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN
VNM YEM ZMB ZWE
"""


def codes_of(text: str, name: str) -> set[str]:
    """The states that a text's mentions of `name` (or of a longer name with it) are given."""
    doc = load_pipeline(Settings().model)(text)
    return {mention.country_code for mention in find_mentions(Article("a", text), doc) if mention.text.startswith(name)}


@pytest.mark.parametrize("code", [*UNITED_NATIONS.split(), "TWN", "XKX", "PSE", "VAT", "HKG"])
def test_every_state_is_found_by_its_short_name(code: str) -> None:
    found = [name for _, _, names in load_index().find(country_names()[code]) for name in names]
    assert code in {name.country_code for name in found}


def test_there_are_193_members() -> None:
    assert len(set(UNITED_NATIONS.split())) == 193


@pytest.mark.parametrize(("name", "text", "code"), MATCHES, ids=[text for _, text, _ in MATCHES])
def test_an_ambiguous_name_is_read_as_its_example_says(name: str, text: str, code: str) -> None:
    assert code in codes_of(text, name)


@pytest.mark.parametrize(("name", "text", "code"), NEAR_MISSES, ids=[text for _, text, _ in NEAR_MISSES])
def test_an_ambiguous_name_is_not_read_into_its_near_misses(name: str, text: str, code: str) -> None:
    assert code not in codes_of(text, name)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Officials in Niger expelled the envoy.", "Niger", "NER"),  # not Nigeria
        ("Officials in Nigeria expelled the envoy.", "Nigeria", "NGA"),
        ("Guinea closed its border.", "Guinea", "GIN"),
        ("Equatorial Guinea closed its border.", "Equatorial Guinea", "GNQ"),  # the longer name wins
        ("Papua New Guinea closed its border.", "Papua New Guinea", "PNG"),
        ("Chad closed its border with Libya.", "Chad", "TCD"),
        ("The Republic of Ireland beat Wales.", "Republic of Ireland", "IRL"),
        ("Police in Northern Ireland made arrests.", "Northern Ireland", "GBR"),
        ("Voters in New Mexico queued.", "New Mexico", "USA"),
        ("The U.S. said so.", "U.S.", "USA"),
        ("A US-led force landed.", "US", "USA"),
        ("The D.P.R.K. fired a missile.", "D.P.R.K.", "PRK"),
        ("Côte d’Ivoire and Cote d'Ivoire are one.", "Côte d’Ivoire", "CIV"),  # accents and apostrophes
        ("Türkiye recalled its envoy.", "Türkiye", "TUR"),
        ("KYIV, Ukraine — Sirens sounded.", "KYIV", "UKR"),  # datelines are in capitals
        ("Sino-American talks resumed.", "Sino", "CHN"),  # the form before a hyphen
        ("Paris, Texas, held a rodeo.", "Paris", "USA"),  # the article explains which Paris
        ("The Senate in Washington voted.", "Washington", "USA"),
        ("Two Men Freed After Athens Bank Robbery", "Athens", "GRC"),  # capitals of a headline end no name
        ("She was born in Flint, Mich., and left.", "Mich", "USA"),
    ],
)
def test_a_name_has_its_state(text: str, name: str, code: str) -> None:
    assert codes_of(text, name) == {code}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They told us about it.", "us"),  # a pronoun
        ("He bought china and a turkey.", "china"),  # porcelain, a bird
        ("She speaks Russian and studies Portuguese.", "Russian"),  # languages
        ("She speaks Russian and studies Portuguese.", "Portuguese"),
        ("The Spanish-speaking crowd sang.", "Spanish"),
        ("Paris Hilton opened a club.", "Paris"),  # people
        ("Israel Adesanya won the title fight.", "Israel"),
        ("Cuba Gooding Jr. won an award.", "Cuba"),
        ("Chad Smith played the drums.", "Chad"),
        ("George Washington crossed the Delaware.", "Washington"),
        ("The Washington Post reported it.", "Washington"),  # a newspaper
        ("Real Madrid won the cup.", "Madrid"),  # a club
        ("A Brazil nut fell.", "Brazil"),
        ("A Sino drink was served.", "Sino"),  # no hyphen follows
        ("Polish the table before dinner.", "Polish"),  # a verb
    ],
)
def test_a_word_that_is_no_state_is_left_alone(text: str, name: str) -> None:
    doc = load_pipeline(Settings().model)(text)
    states = {"country", "demonym", "capital", "place"}
    mentions = find_mentions(Article("a", text), doc)
    assert not [mention for mention in mentions if mention.kind in states and mention.text == name]


def test_a_name_is_found_whatever_accents_and_hyphens() -> None:
    index = NameIndex([("Guinea-Bissau", "GNB"), ("Guinea", "GIN")])
    text = "Guinea-Bissau, Guinea Bissau and Guinea"
    assert [(text[start:end], values) for start, end, values in index.find(text)] == [
        ("Guinea-Bissau", ("GNB",)), ("Guinea Bissau", ("GNB",)), ("Guinea", ("GIN",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("surface", "name", "is_written_so"),
    [("US", "US", True), ("us", "US", False), ("Us", "US", False), ("CHINA", "China", True), ("china", "China", False)],
)
def test_capitals_tell_a_name_from_a_word(surface: str, name: str, is_written_so: bool) -> None:
    assert has_capitals_of(surface, name) is is_written_so


@pytest.mark.parametrize(
    ("name", "published_on", "code"),
    [
        ("Volodymyr Zelenskyy", "", "UKR"),
        ("Zelenskiy", "", "UKR"),
        ("May", "", None),  # a month, and no distinctive surname
        ("Theresa May", "", "GBR"),
        ("Gabriel Boric", "2001-05-01", None),  # nobody's president yet
        ("John Johnson", "", None),
    ],
)
def test_holders_of_high_office_are_known_by_name_and_date(name: str, published_on: str, code: str | None) -> None:
    leader = find_leader(name, published_on)
    assert (leader.country_code if leader else None) == code


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Sergey Shoigu", "Sergei Shoygu", True),
        ("Mohammed bin Salman", "Muhammad bin Salman", True),
        ("Bashar al-Assad", "Bashar Assad", True),
        ("Michael Flynn", "Michael Fallon", False),
        ("Ben Wallace", "Marcia Wallace", False),  # `Ben` is a given name here and no particle
        ("Kim Jong Un", "Kim Jong-un", True),
        ("Kim Jong Un", "Kim Jong Il", False),
    ],
)
def test_variant_spellings_are_one_person(one: str, other: str, is_same: bool) -> None:
    assert is_same_person(parts_of(one), parts_of(other)) is is_same


def test_every_reading_has_a_known_kind_and_code() -> None:
    known = {*country_names(), ""}
    options = [option.name for item in AMBIGUITIES for option in item.options]
    assert {name.kind for name in options} <= {*KINDS, "none"}
    assert {name.country_code for name in options} <= known
    assert all(re.fullmatch("[A-Z]{3}", code) for code in known if code)
