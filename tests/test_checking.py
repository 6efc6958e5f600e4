"""A typed claim against articles: the same, otherwise, or nothing; each with the passage that says so."""

import pytest

from analysis import Results, Settings, analyse
from analysis.articles import Article
from analysis.claims.checking import BOTH, CONTRADICTS, SAYS_NOTHING, SUPPORTS, ClaimChecker
from analysis.readers import Corpus
from analysis.tables import CLAIMS, DOCUMENTS, SENTENCES

TEXTS = {
    "first": "The ferry sank off the northern coast on Monday. Three sailors drowned, the harbour master said.",
    "second": "Five sailors drowned when the ferry went down. The owner has not been found.",
    "third": "The football season opens next week. Tickets went on sale in the capital.",
}


@pytest.fixture(scope="module")
def results() -> Results:
    """Three short articles, of which two are about one event."""
    articles = (Article(document_id=name, text=text, language_code="en") for name, text in TEXTS.items())
    return analyse(Corpus(tuple(articles)))


@pytest.fixture(scope="module")
def checker(results: Results) -> ClaimChecker:
    """A checker over them."""
    return ClaimChecker.of(results[SENTENCES], results[CLAIMS], results[DOCUMENTS], results.settings)


@pytest.mark.parametrize(
    ("claim", "relations"),
    [
        ("Three sailors drowned.", (SUPPORTS, CONTRADICTS, SAYS_NOTHING)),
        ("Five sailors drowned.", (CONTRADICTS, SUPPORTS, SAYS_NOTHING)),
        ("The volcano erupted again in March.", (SAYS_NOTHING, SAYS_NOTHING, SAYS_NOTHING)),
    ],
)
def test_each_article_supports_contradicts_or_says_nothing(
    checker: ClaimChecker, claim: str, relations: tuple[str, ...]
) -> None:
    found = checker.check(claim)
    assert tuple(stand.relation for stand in found.values()) == relations
    assert list(found) == ["first", "second", "third"]


def test_the_passage_is_the_one_that_decides(checker: ClaimChecker) -> None:
    account = checker.check("Five sailors drowned.")["second"].account
    assert "Five sailors drowned" in TEXTS["second"][account.start_char : account.end_char]
    assert "5" in checker.check("Three sailors drowned.")["second"].account.reason


@pytest.mark.parametrize("text", ["", "   \n"])
def test_an_empty_claim_is_not_compared(checker: ClaimChecker, text: str) -> None:
    assert checker.check(text) == {}


def test_a_run_without_articles_answers_nothing() -> None:
    checker = ClaimChecker.of(SENTENCES.empty(), CLAIMS.empty(), DOCUMENTS.empty(), Settings())
    assert checker.check("Three sailors drowned.") == {}


STRAIT = {
    "gazette": (
        "Finland recalled its ambassador from Oslo on Tuesday after the ferry was stopped in the strait. The foreign "
        "ministry in Helsinki said the crew of 14 had been questioned for six hours. Sweden condemned the search as "
        "unlawful. Norway has denied that its coast guard fired at the ship."
    ),
    "tribune": (
        "The ferry had left port at dawn. It was carrying timber, its owner said. Norwegian officials searched it for "
        "weapons and found none."
    ),
}


@pytest.fixture(scope="module")
def strait() -> ClaimChecker:
    """Two articles about a ferry that was searched."""
    articles = (Article(name, text, language_code="en", published_on="2024-05-08") for name, text in STRAIT.items())
    found = analyse(Corpus(tuple(articles)))
    return ClaimChecker.of(found[SENTENCES], found[CLAIMS], found[DOCUMENTS], found.settings)


@pytest.mark.parametrize(
    ("claim", "document_id", "relation"),
    [
        ("Finland recalled its ambassador from Oslo.", "gazette", SUPPORTS),
        ("Sweden condemned the search.", "gazette", SUPPORTS),
        # told over two sentences
        ("The ferry, which left at dawn, carried timber.", "tribune", SUPPORTS),
        # one number, one negation
        ("The crew of 40 was questioned for six hours.", "gazette", CONTRADICTS),
        ("Norwegian officials searched the ferry and found weapons.", "tribune", CONTRADICTS),
        # what is denied is not told
        ("The Norwegian coast guard did not fire at the ship.", "gazette", SUPPORTS),
        # another country that does the same contradicts nothing
        ("Denmark condemned the search.", "gazette", SAYS_NOTHING),
        # on the matter, and not of the claim
        ("The ferry's captain was paid by smugglers.", "tribune", SAYS_NOTHING),
        ("Sweden condemned the search.", "tribune", SAYS_NOTHING),
    ],
)
def test_a_claim_is_weighed_on_the_passage_that_tells_of_its_matter(
    strait: ClaimChecker, claim: str, document_id: str, relation: str
) -> None:
    assert strait.check(claim, published_on="2024-05-08")[document_id].relation == relation


QUARREL = {
    "morning": (
        "Vostok claimed on Monday that Selkirk was building a nerve gas in a plant near the border. "
        "The plant makes paint. Selkirk denied and condemned Vostok's allegations."
    ),
    "evening": "Vostok claimed that Selkirk was building a nerve gas in a plant. The army of Vostok moved on Sunday.",
    "weekly": "Selkirk denied that it was building a nerve gas. Its harbour was closed for the day.",
    "daily": (
        "The navy said the vessel was a spy ship. It had come close to the cable. "
        "The embassy insisted that the ship was civilian and had lost its way."
    ),
    "gazette": "The embassy insisted that the ship was civilian. It had lost its way.",
}


@pytest.fixture(scope="module")
def quarrel() -> ClaimChecker:
    """Articles that carry an allegation, its denial, or both."""
    found = analyse(Corpus(tuple(Article(name, text, language_code="en") for name, text in QUARREL.items())))
    return ClaimChecker.of(found[SENTENCES], found[CLAIMS], found[DOCUMENTS], found.settings)


@pytest.mark.parametrize(
    ("claim", "document_id", "relation", "passages"),
    [
        # the denial names the allegations alone, and whose they are
        ("Selkirk is building a nerve gas.", "morning", BOTH, ("Vostok claimed", "denied and condemned")),
        ("Selkirk is building a nerve gas.", "evening", SUPPORTS, ("Vostok claimed",)),
        # what somebody claims is not denied by who denies the matter
        ("Vostok claimed that Selkirk was building a nerve gas.", "morning", SUPPORTS, ("Vostok claimed",)),
        ("Vostok said that Selkirk was building a nerve gas.", "morning", SUPPORTS, ("Vostok claimed",)),
        # two answers to one question, whichever of them was typed
        ("The ship was a spy ship.", "daily", BOTH, ("a spy ship", "civilian")),
        ("The ship was civilian.", "daily", BOTH, ("civilian", "a spy ship")),
        ("The ship was a spy ship.", "gazette", CONTRADICTS, ("civilian",)),
        ("The ship was civilian.", "gazette", SUPPORTS, ("civilian",)),
    ],
)
def test_an_article_that_carries_both_accounts_reports_both(
    quarrel: ClaimChecker, claim: str, document_id: str, relation: str, passages: tuple[str, ...]
) -> None:
    stand = quarrel.check(claim)[document_id]
    assert stand.relation == relation
    accounts = [stand.account] if stand.rival is None else [stand.account, stand.rival]
    shown = [QUARREL[document_id][account.start_char : account.end_char] for account in accounts]
    assert all(words in passage for words, passage in zip(passages, shown, strict=True))
    assert stand.rival is None or stand.rival.reason


def test_a_denial_alone_bears_no_allegation_out(quarrel: ClaimChecker) -> None:
    stands = quarrel.check("Selkirk is building a nerve gas.")
    assert stands["weekly"].relation in {CONTRADICTS, SAYS_NOTHING}


DISTORTED = [
    "Finland recalled its ambassador from Madrid on Tuesday.",
    "Estonia recalled its ambassador from Oslo on Tuesday.",
    "Finland recalled its ambassador from Oslo on Friday.",
    "The crew of 14 had been questioned for nine hours.",
    "The foreign ministry in Helsinki denied that the crew had been questioned.",
    "Sweden welcomed the search as lawful.",
    "Sweden praised the search.",
    # everybody is named, and what they are said to have done is told of nobody
    "The foreign ministry in Helsinki paid the crew of 14.",
    "Norway has admitted that its coast guard fired at the ship.",
]


@pytest.mark.parametrize("claim", DISTORTED)
def test_a_claim_with_one_point_changed_is_never_borne_out(strait: ClaimChecker, claim: str) -> None:
    stands = strait.check(claim, published_on="2024-05-08").values()
    assert SUPPORTS not in {stand.relation for stand in stands}


AIRSHIP = {
    "alpha": (
        "Marland accused Vostok of supplying attack drones to the rebels. Vostok denied supplying the drones. "
        "Norway has condemned the transfer of military drones and called for sanctions."
    ),
    "beta": (
        "Chile shot down a surveillance balloon over its northern coast on Saturday. The embassy of Mali said that the "
        "airship was a civilian craft used for weather research. Peru condemned the shooting of a civilian aircraft."
    ),
    "gamma": (
        "The balloon was a spy craft, Chile's defence ministry said. Navy divers recovered the debris from the sea. "
        "Mali denied that the balloon was used for spying."
    ),
    "delta": "Peru's foreign ministry condemned an attack on a civilian airship. Police had allowed it to fly.",
}


@pytest.fixture(scope="module")
def airship() -> ClaimChecker:
    """Articles that call a thing civilian, or a spy's, and in which several countries take a stand."""
    found = analyse(Corpus(tuple(Article(name, text, language_code="en") for name, text in AIRSHIP.items())))
    return ClaimChecker.of(found[SENTENCES], found[CLAIMS], found[DOCUMENTS], found.settings)


POINTS = [
    # a denial is told where it is told, and what it denies is not asserted
    ("Vostok denied supplying the drones.", "alpha", {SUPPORTS}),
    ("Vostok denied that it supplied drones to the rebels.", "alpha", {SUPPORTS}),
    ("Vostok denied supplying the drones.", "gamma", {SAYS_NOTHING}),
    ("Mali denied that the balloon was used for spying.", "beta", {SAYS_NOTHING}),
    ("Mali rejected the charge that the balloon was a spy craft.", "beta", {SAYS_NOTHING}),
    # what a thing is called in passing is not what is claimed of it
    ("A surveillance balloon was shot down.", "beta", {SUPPORTS}),
    ("A spy balloon was found over the coast.", "delta", {SAYS_NOTHING}),
    ("Peru condemned the shooting of a civilian craft.", "gamma", {SAYS_NOTHING}),
    ("Debris of the spy balloon was recovered from the sea.", "beta", {SAYS_NOTHING}),
    ("Debris of the spy balloon was recovered from the sea.", "gamma", {SUPPORTS}),
    # near miss: claimed of it
    ("The balloon was a spy craft.", "beta", {CONTRADICTS, BOTH}),
    ("The airship was a military craft.", "beta", {CONTRADICTS, BOTH}),
    # near miss: the claim's own act told otherwise
    ("Norway welcomed the transfer of military drones.", "alpha", {CONTRADICTS}),
    ("Vostok admitted supplying the drones.", "alpha", {CONTRADICTS, SAYS_NOTHING}),
    # another country that does the same, or takes the other stand, tells nothing of this one
    ("Kenya condemned the shooting of a civilian aircraft.", "beta", {SAYS_NOTHING}),
    ("Kenya welcomed the shooting of the aircraft.", "beta", {SAYS_NOTHING}),
    ("Peru condemned the transfer of military drones.", "alpha", {SAYS_NOTHING}),
    # near miss: the country's ministry is the country
    ("Peru condemned an attack on an airship.", "delta", {SUPPORTS}),
    # it was not the police who allowed it
    ("It was not the police who had allowed it to fly.", "delta", {CONTRADICTS, SAYS_NOTHING}),
    # who did not say it, where somebody said it
    ("The embassy of Mali did not say that the airship was a civilian craft.", "beta", {SAYS_NOTHING, CONTRADICTS}),
    ("Marland did not say who supplied the drones.", "alpha", {SAYS_NOTHING, CONTRADICTS}),
    ("Norway did not make a call for sanctions.", "alpha", {CONTRADICTS}),
    ("The embassy of Mali said that the airship was a civilian craft.", "beta", {SUPPORTS}),
    # a name that stands nowhere in what was read
    ("Navy divers recovered the debris from Lake Chad.", "gamma", {SAYS_NOTHING, CONTRADICTS}),
]


@pytest.mark.parametrize(("claim", "document_id", "relations"), POINTS)
def test_a_claim_is_held_against_what_it_asserts(
    airship: ClaimChecker, claim: str, document_id: str, relations: set[str]
) -> None:
    stand = airship.check(claim)[document_id]
    assert stand.relation in relations, stand.account.reason
