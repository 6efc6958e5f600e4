"""Which passages tell one claim: what speaks for two, and what comes of it in whole articles."""

from dataclasses import replace

import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims import linking
from analysis.claims.background import Background
from analysis.claims.deeds import Deeds, find_deeds
from analysis.claims.likelihood import Likeness, Nearness, Told
from analysis.claims.voices import Voices
from analysis.columns import Col
from analysis.comparison.passages import Passage, read_passage
from analysis.embeddings import load_encoder
from analysis.language import load_pipeline
from analysis.readers import Corpus
from analysis.tables import CLAIMS, DISCREPANCIES, RESPONSES


def told(text: str, *, deeds: Deeds = Deeds(), voices: Voices = Voices()) -> Told:  # noqa: B008
    return Told(read_passage(load_pipeline(Settings().model)(text)[:]), deeds, voices)


def likeness(a: Told, b: Told, nearness: Nearness = Nearness(0.4)) -> Likeness:  # noqa: B008
    return Likeness.of(a, b, nearness)


NORWAY_DENIES = Deeds(frozenset({"NOR"}), frozenset({("NOR", "DENY")}), frozenset({("NOR", "DNK")}))
NORWAY_DENIES_ALL = Deeds(frozenset({"NOR"}), frozenset({("NOR", "DENY")}))
NORWAY_APPEALS = Deeds(frozenset({"NOR"}), frozenset({("NOR", "APPEAL")}))
SWEDEN_DENIES = Deeds(frozenset({"SWE"}), frozenset({("SWE", "DENY")}), frozenset({("SWE", "DNK")}))

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
    odds = [likeness(told(words, deeds=a), told(words, deeds=b)).log_odds for a, b in (likelier, other)]
    assert odds[0] > odds[1]


@pytest.mark.parametrize(
    ("deeds", "counts"), [(NORWAY_DENIES, False), (NORWAY_DENIES_ALL, True), (NORWAY_APPEALS, True)]
)
def test_a_country_denies_one_thing_to_one_other_in_whatever_words(deeds: Deeds, counts: bool) -> None:
    """But much to nobody in particular, and it appeals for many things, so that the wording decides of these."""
    passage = told("The ministry spoke of the cable in the sound.", deeds=deeds)
    far, near = (likeness(passage, passage, Nearness(cosine)).log_odds for cosine in (0.0, 0.5))
    assert (near > far) == counts


def test_denials_of_one_country_to_one_other_are_compared_whatever_their_words() -> None:
    deeds = [NORWAY_DENIES, SWEDEN_DENIES, NORWAY_DENIES, NORWAY_DENIES, NORWAY_APPEALS]
    found = linking._denying(deeds, ["x", "x", "x", "y", "y"], range(5))
    assert list(found) == [(0, 3), (2, 3)]


def test_an_act_of_two_countries_is_likelier_one_claim_than_that_of_one() -> None:
    both = Deeds(frozenset({"NOR", "SWE"}), frozenset({("NOR", "DENY"), ("SWE", "DENY")}))
    passages = [
        told("The ministries spoke of the cable in the sound.", deeds=deeds) for deeds in (both, NORWAY_DENIES_ALL)
    ]
    assert [likeness(passages[0], other).common_acts for other in passages] == [2, 1]
    assert likeness(passages[0], passages[0]).log_odds > likeness(*passages).log_odds


def test_words_that_few_passages_have_say_more() -> None:
    texts = ["The anchor cut the cable.", "The cable lay in the sound.", "The cable broke.", "An anchor was found."]
    read = [told(text).passage for text in texts]
    common = Background.of(read, load_encoder().encode(texts), range(4))
    assert common.rarity(read[0], read[3]) > common.rarity(read[0], read[1]) > 0
    assert common.rarity(read[1], read[3]) == 0
    pair = told(texts[0]), told(texts[3])
    assert likeness(*pair, Nearness(0.4, rarity=0.9)).log_odds > likeness(*pair, Nearness(0.4, rarity=0.1)).log_odds


NORWAY, SWEDEN = ("Norway", "NOR"), ("Sweden", "SWE")
VOICE_CASES = [
    # one who seldom speaks before another
    ("seldom_heard", Voices(seldom_heard=frozenset({"person:lie"})), Voices(seldom_heard=frozenset({"person:lie"}))),
    # one institute's word
    ("one_institute", Voices(institutes=frozenset({"organisation:nordic-institute"})),
     Voices(institutes=frozenset({"organisation:nordic-institute"}))),
    # a place that few name
    ("seldom_named", Voices(seldom_named=frozenset({"place:oslo"})), Voices(seldom_named=frozenset({"place:oslo"}))),
]  # fmt: skip
AGAINST_CASES = [
    # who acts in the one is not named in the other
    ("missing_actor", Voices(acting=frozenset({NORWAY}), named=frozenset({"Norway", "Sweden"})),
     Voices(acting=frozenset({SWEDEN}), named=frozenset({"Sweden"}))),
]  # fmt: skip


@pytest.mark.parametrize(("finding", "a", "b"), VOICE_CASES)
def test_names_and_speakers_in_common_speak_for_one_claim(finding: str, a: Voices, b: Voices) -> None:
    words = "The cable in the sound was cut."
    found, plain = (likeness(told(words, voices=x), told(words, voices=y)) for x, y in ((a, b), (a, Voices())))
    assert getattr(found, finding)
    assert found.log_odds > plain.log_odds


@pytest.mark.parametrize(("finding", "a", "b"), AGAINST_CASES)
def test_other_names_and_speakers_speak_against_it(finding: str, a: Voices, b: Voices) -> None:
    words = "The cable in the sound was cut."
    found, same = (likeness(told(words, voices=x), told(words, voices=y)) for x, y in ((a, b), (a, a)))
    assert getattr(found, finding)
    assert not getattr(same, finding)
    assert found.log_odds < same.log_odds


def test_two_that_deny_one_thing_are_more_alike() -> None:
    denied, told_so = told("There was no sign of a retreat."), told("The retreat began.")
    assert likeness(denied, told("The army did not retreat.")).both_deny
    assert not likeness(denied, told_so).both_deny


def test_what_is_planned_is_not_what_was_done() -> None:
    done, planned = told("Divers cut the cable."), told("Divers will cut the cable.")
    assert likeness(done, planned).other_mood
    assert likeness(done, planned).likelihood < likeness(done, done).likelihood


NUMBERED = "Six divers drowned."
TIMES = [
    # (text, of a time long before the article of 14 March 2025)
    ("In May 2019 the police seized a boat.", True),
    ("The police seized a boat two years ago.", True),
    ("In 2024 the police seized a boat.", True),
    ("The police seized a boat in February 2025.", False),
    ("The police seized a boat on Tuesday.", False),
    ("The boat was built for years of use.", False),
]


@pytest.mark.parametrize(("text", "is_earlier"), TIMES)
def test_what_once_happened_is_not_what_happened_now(text: str, is_earlier: bool) -> None:
    parsed = load_pipeline(Settings().model)(text)[:]
    now = told("The police seized a boat.")
    then = replace(now, passage=read_passage(parsed, "2025-03-14"))
    assert likeness(then, now).other_time == likeness(now, then).other_time == is_earlier
    assert not likeness(then, then).other_time
    assert (likeness(then, then).log_odds > likeness(then, now).log_odds) or not is_earlier


def test_a_day_in_common_speaks_for_one_claim() -> None:
    words = ("The police seized a boat on 3 March.", "A boat was confiscated on March 3.", "They let it go on 4 March.")
    first, same, other = (told(text) for text in words)
    assert likeness(first, same).common_date
    assert not likeness(first, other).common_date
    assert likeness(first, same).log_odds > likeness(first, replace(same, passage=other.passage)).log_odds


def test_a_number_of_the_same_thing_speaks_for_one_claim() -> None:
    found = [
        likeness(told(NUMBERED), told(f"{text} in the sound.")).common_numbers
        for text in ("Six divers died", "Seven divers died", "Six boats sank")
    ]
    assert found == [1, 0, 0]


def test_the_nearest_passage_of_an_article_is_likelier_than_one_that_another_outdoes() -> None:
    passages = told("A boat sank."), told("A ship went down.")
    odds = [likeness(*passages, Nearness(0.4, margin)).log_odds for margin in (-0.2, 0.0, 0.2)]
    assert odds == sorted(odds)
    pairs = [(0, 2), (0, 3), (1, 2)]
    margins = linking._margins(pairs, [0.6, 0.4, 0.1], ["x", "x", "y", "y"])
    assert margins == pytest.approx([0.5, 0.4, 0.1])


def test_what_is_said_in_an_accusation_is_the_accusation(seeds_results: Results) -> None:
    """`Shoigu alleged to the four states, | all of which ..., | that Ukraine is planning`: the last tells it too."""
    claims = seeds_results[CLAIMS]
    passages = [
        Passage.from_json(line, str(t)) for line, t in zip(claims[Col.SIGNATURE], claims[Col.TEXT], strict=True)
    ]
    deeds = find_deeds(claims, passages, seeds_results[RESPONSES])
    told = {passage.text[:15]: item.charges for passage, item in zip(passages, deeds, strict=True)}
    assert ("RUS", "ACCUSE") in told["that Ukraine is"]
    assert not told["or host those b"]
    assert not told["While making th"]  # named in passing: what it tells is that there was no evidence


SHORT = [
    # (sentence, whether it is a claim)
    ("Five people are dead.", True),
    ("Sudan has said nothing.", True),
    ("Breaking news.", False),
    ("It rained.", False),
]


@pytest.mark.parametrize(("sentence", "is_claim"), SHORT)
def test_a_short_sentence_with_a_number_or_an_act_is_a_claim(sentence: str, is_claim: bool) -> None:
    claims = analyse(Corpus((Article("a", f"The cable was cut by divers.\n\n{sentence}"),)))[CLAIMS]
    assert (sentence in set(claims[Col.TEXT])) == is_claim


@pytest.mark.parametrize(
    ("text", "telling", "deed"),
    [
        # a call to another is another act, and one act of both sides
        ("Norway's foreign minister met Denmark's prime minister in Bergen on Friday.", 0, ("DNK", "CONSULT NOR")),
        # the verb alone says little: the clause with its object tells the act
        (
            "Norway's minister made a phone call to Denmark on Friday, during which he spoke of stolen anchors.",
            0,
            ("DNK", "CONSULT NOR"),
        ),
    ],
)
def test_talks_are_an_act_of_two_sides_told_where_they_are_named(
    text: str, telling: int, deed: tuple[str, str]
) -> None:
    results = analyse(Corpus((Article("a", text),)))
    claims = results[CLAIMS]
    passages = [
        Passage.from_json(line, str(t)) for line, t in zip(claims[Col.SIGNATURE], claims[Col.TEXT], strict=True)
    ]
    told = [deed in item.acts for item in find_deeds(claims, passages, results[RESPONSES])]
    assert told == [row == telling for row in range(len(told))]


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


def test_differences_are_looked_for_only_where_they_could_be_a_clash(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found does not change by it: nothing below the least closeness is ever raised."""
    told = "Oslo expelled {} diplomats on Monday."
    texts = told.format("nine"), told.format("seven"), "Sweden opened a school for farmers."
    corpus = Corpus(tuple(Article(name, text) for name, text in zip("abc", texts, strict=True)))
    before = analyse(corpus)[DISCREPANCIES]
    compared: list[str] = []
    found = linking.find_differences
    monkeypatch.setattr(linking, "find_differences", lambda a: compared.extend((a.a.text, a.b.text)) or found(a))
    after = analyse(corpus)[DISCREPANCIES]
    assert before.equals(after)
    assert not after.empty
    assert all("Oslo" in text for text in compared)
    assert compared


@pytest.mark.parametrize(("least", "raised"), [(0.0, 1), (1.0, 0)])
def test_values_differ_where_passages_may_tell_one_claim(least: float, raised: int) -> None:
    texts = "Oslo expelled nine diplomats on Monday.", "Oslo expelled seven diplomats on Monday."
    corpus = Corpus(tuple(Article(name, text) for name, text in zip("ab", texts, strict=True)))
    assert len(analyse(corpus, Settings(discrepancy_likelihood=least))[DISCREPANCIES]) == raised


def test_one_sentence_on_three_countries_meets_a_sentence_on_each(seeds_results: Results) -> None:
    """One outlet has the denials of three countries in one sentence, the other that of Ukraine in one of its own."""
    claims = seeds_results[CLAIMS]
    together = claims[claims[Col.TEXT].str.contains("categorically denied")]
    alone = claims[claims[Col.TEXT].str.contains("reflection of what Moscow wants")]
    assert set(together[Col.GROUP_ID]) & set(alone[Col.GROUP_ID])
