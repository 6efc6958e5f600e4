"""Cleaning: furniture is blanked, whole lines of it and what is no words, and no offset ever moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cleaning import find_furniture, mask
from analysis.tables import REMOVALS

ARTICLE = "The minister spoke to his counterpart on Monday."


def kept(text: str) -> str:
    return mask(text, find_furniture(text))


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "https://example.org/a.png", "Share"],
)
def test_marks_are_taken_out_alone_on_their_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    assert kept(text).split() == (ARTICLE + " " + ARTICLE).split()


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement was withdrawn.",  # the word inside a sentence
        "Share prices fell in Frankfurt.",  # a mark that opens a sentence
        "Related parties denied the charge.",  # a heading's word that opens a sentence
        "He wrote https://example.org on the board.",  # an address inside a sentence
    ],
)
def test_sentences_are_never_taken(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    assert kept(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Unsubscribe: https://courier.example/u",
        "View this email in your browser: https://courier.example/1",
        "Forward to a friend",
        "Unsubscribe | Manage preferences | Privacy policy",
        "Update your preferences or unsubscribe <https://courier.example>",
        "You are receiving this email because you signed up at courier.example.",
        "If you no longer wish to receive these emails, write to us.",
        "Was this email forwarded to you? Sign up here.",
        "Having trouble viewing this email? View it online",
        "Sent from my iPhone",
    ],
)
def test_what_a_mailing_adds_is_taken_out(line: str) -> None:
    assert kept(f"{ARTICLE}\n\n{line}\n\n{ARTICLE}").split() == [*ARTICLE.split(), *ARTICLE.split()]


def test_addresses_under_a_mailing_go_with_it_and_sentences_stay() -> None:
    tail = "Unsubscribe | Preferences\n\nThe Harbour Post, 1 Quay Street, Riga\n\n"
    assert kept(f"{ARTICLE}\n\n{ARTICLE}\n\n{tail}{ARTICLE}").split() == ARTICLE.split() * 3
    assert "Quay Street" in kept(f"{tail}{ARTICLE}\n\n{ARTICLE}\n\n{ARTICLE}")  # above the articles


@pytest.mark.parametrize(
    "line",
    [
        "11/22/26, 5:18 PM Port stays shut | The Harbour Post\nhttps://harbourpost.example/a/1 1/3",
        "22/11/2026, 17:18 Port stays shut\nhttps://harbourpost.example/a/1 1/3",
        "https://harbourpost.example/a/1 2/3",
        "\N{LATIN SMALL LIGATURE FI}le:///home/ann/a.html 1/3",
        "Page 2 of 3",
    ],
)
def test_what_a_browser_prints_on_the_edge_of_a_page_is_taken_out(line: str) -> None:
    assert kept(f"{ARTICLE}\n{line}\n\n{ARTICLE}").split() == ARTICLE.split() * 2


@pytest.mark.parametrize(
    "line",
    [
        "22/11/2026, 17:18 The port was shut",  # an entry of a live page
        "Unsubscribe from the treaty, the senator urged.",
        "Contact was lost with the ship.",
        "View of the harbour on Monday",
        "Terms of use of force were discussed.",
        "This message was sent to Moscow by the ministry on Friday.",
        "To unsubscribe would be folly, said the editor.",
        "Subject: the treaty",  # headers come in rows
    ],
)
def test_words_of_mailings_in_an_article_stay(line: str) -> None:
    assert line in kept(f"{ARTICLE}\n\n{line}\n\n{ARTICLE}")


def test_the_headers_of_what_was_passed_on_are_taken_out() -> None:
    headers = (
        "---------- Forwarded message ---------\nFrom: The Herald <x@y.example>\nDate: Thursday\nTo: <a@b.example>"
    )
    assert kept(f"{headers}\n\n{ARTICLE}").split() == ARTICLE.split()


def test_lines_that_say_where_the_article_is_from_are_taken_out_and_credits_to_agencies_stay() -> None:
    head = "Fleet stays in port\n\nBy Jane Roe\nThe Herald | 3 March 2024\nReuters, 3 March 2024\n\n"
    assert kept(f"{head}{ARTICLE}").split() == f"Fleet stays in port Reuters, 3 March 2024 {ARTICLE}".split()
    assert kept(f"{ARTICLE}\n\n{head}{ARTICLE}") == f"{ARTICLE}\n\n{head}{ARTICLE}"  # only above the article


@pytest.mark.parametrize(
    "run", ["A" * 4000, "(" * 2000 + "x" + ")" * 2000, "=" * 300, "data:image/png;base64," + "iVBORw0KGgo" * 90]
)
def test_what_has_no_blank_for_hundreds_of_characters_is_no_words(run: str) -> None:
    text = f"{ARTICLE} {run} {ARTICLE}\nAdvertisement {run}\nAdvertisement"
    assert kept(text).split() == [*ARTICLE.split(), *ARTICLE.split(), "Advertisement"]
    assert [item.rule_id for item in find_furniture(text)] == ["furniture-unbroken"] * 2 + ["furniture-mark"]


def test_a_long_address_in_a_sentence_stays() -> None:
    text = f"He wrote https://example.org/{'a' * 200} on the board."
    assert kept(text) == text


def test_a_teaser_goes_with_its_title_above_and_below_and_one_paragraph() -> None:
    title = "Army to Buy Boots"
    text = f"{ARTICLE}\n\n{title}\nOther Topics of Interest\n\n{title}\n\nThe army buys boots.\n\nTurkey was cautious."
    assert kept(text).split() == f"{ARTICLE} Turkey was cautious.".split()


def test_a_related_heading_takes_no_paragraph_of_the_article() -> None:
    text = f"{ARTICLE}\n\nRead more:\n\nFrance rejected the allegation, the ministry said.\n\n{ARTICLE}"
    assert "France rejected" in kept(text)


def test_the_comment_tail_counts_only_after_the_article() -> None:
    tail = "Comments (0)\n\nWrite the first comment for this!"
    assert kept(f"{ARTICLE}\n\n{ARTICLE}\n\n{ARTICLE}\n\n{tail}").split() == (ARTICLE.split() * 3)
    assert "Subscribe to" in kept(f"Subscribe to the idea\n\n{ARTICLE}\n\n{ARTICLE}\n\n{ARTICLE}")


LINES = st.sampled_from(
    [
        ARTICLE,
        "Advertisement",
        "Other Topics of Interest",
        "A Title",
        "Comments (0)",
        "",
        "  ",
        "www.example.org",
        "x" * 301,
        "é\r",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_masking_keeps_length_line_breaks_and_every_character_that_stays(text: str) -> None:
    cleaned = kept(text)
    assert len(cleaned) == len(text)
    assert all(new in (old, " ") for new, old in zip(cleaned, text, strict=True))
    assert [i for i, c in enumerate(cleaned) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


def test_the_seeds_lose_their_furniture_and_nothing_else(seeds_results) -> None:
    removed = seeds_results[REMOVALS]
    assert set(removed["document_id"]) == {"001_066c6709929ea12e"}
    assert removed["text"].tolist().count("Advertisement") == 5
    assert not removed["text"].str.contains("Shoigu|Turkey, however").any()


def test_what_the_analyst_put_back_stays() -> None:
    text = "The talks failed.\nAdvertisement\nBoth sides left.\nAdvertisement\nNobody spoke."
    first, second = find_furniture(text)
    assert find_furniture(text, [(first.start_char, first.end_char)]) == [second]
