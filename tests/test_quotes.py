"""Quotations across articles: which statements are one quotation, and in which form each article has it."""

import pandas as pd
import pytest

from analysis.quotes import find_quotations, likeness, share_of_words
from analysis.settings import Settings
from analysis.tables import STATEMENTS

WHOLE = "we will never accept a border that was drawn by force"


def statements(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """STATEMENTS of (article, form, content), in the order given."""
    return STATEMENTS.frame(
        {
            **dict.fromkeys(STATEMENTS.columns),
            "statement_id": f"{document_id}-s{place}",
            "document_id": document_id,
            "content": content,
            "content_start_char": 10 * place,
            "content_end_char": 10 * place + len(content),
            "form": form,
            "cue": "said",
        }
        for place, (document_id, form, content) in enumerate(rows)
    )


def carried(*rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Article and text of every form found."""
    found = find_quotations(statements(*rows), Settings())
    return list(zip(found["document_id"], found["text"], strict=True))


@pytest.mark.parametrize(
    "other",
    [
        ("indirect", "they would never accept a border that was drawn by force"),  # tense and person shifted
        ("mixed", "accept a border that was drawn"),  # cut short
        ("direct", WHOLE.upper()),  # a headline in capitals
        ("direct", f"“{WHOLE.replace(' a border', ', ever, a border')}”"),  # a word put in, marks of punctuation
    ],
)
def test_forms_of_one_quotation_are_joined(other: tuple[str, str]) -> None:
    assert len(carried(("a", "direct", WHOLE), ("b", *other))) == 2


@pytest.mark.parametrize(
    "other",
    [
        ("direct", "a border is what we will draw and never by force accept"),  # the words, in another order
        ("direct", "we will never say that it was the end of it"),  # shared words are of grammar alone
        ("direct", "drawn by force"),  # too short to be the same by more than chance
    ],
)
def test_what_only_looks_alike_is_not_joined(other: tuple[str, str]) -> None:
    assert carried(("a", "direct", WHOLE), ("b", *other)) == []


def test_one_article_or_indirect_speech_alone_is_no_quotation() -> None:
    assert carried(("a", "direct", WHOLE), ("a", "direct", WHOLE)) == []
    assert carried(("a", "indirect", WHOLE), ("b", "indirect", WHOLE)) == []


def test_of_nested_cuts_the_one_told_alike_stands_for_its_article() -> None:
    # attributions nest: the first article has the quotation inside a longer one
    nested = f"the ministers met for two hours and agreed on one thing only, that {WHOLE}"
    assert carried(("a", "mixed", nested), ("a", "direct", WHOLE), ("b", "indirect", WHOLE)) == [
        ("a", WHOLE),
        ("b", WHOLE),
    ]


def test_the_order_of_statements_changes_nothing_but_ties() -> None:
    rows = [
        ("a", "direct", WHOLE),
        ("b", "mixed", "accept a border that was drawn"),
        ("c", "indirect", f"that {WHOLE}"),
    ]
    assert sorted(carried(*rows)) == sorted(carried(*reversed(rows)))


ONE_SPEAKER = [
    # a few of the words between marks, whole in the longer form
    ("“This is an unacceptable breach of our sovereignty”", "it an “unacceptable breach”", True),
    ("“We stand ready to talk to anybody”", 'that they were "ready to talk"', True),
    ("“Nobody will be forgotten, and nobody forgiven”", "that 'nobody will be forgotten' on Friday", True),
    ("“Nobody will be forgotten, and nobody forgiven”", "that ‘nobody will be forgotten’ on Friday", True),
    # the same in other words of grammar
    ("'we shan't be drawn into this'", "“We will not be drawn into this”", True),
    ("“We cannot accept this”", '"We can\'t accept this"', True),
    ("“They must leave”", "‘They have to leave’", True),
    # near miss: another word between the marks, or too few to be known by
    ("“This is an unacceptable breach”", "it an “unacceptable loss”", False),
    ("“We will rebuild every school”", "“We will close every border”", False),
    ("“It was very good of him to come”", "the food “very good”", False),
    # near miss: the longer form has them apart
    ("“An unacceptable tone and a breach of trust”", "it an “unacceptable breach”", False),
    # near miss: outside the marks
    ("“It was a mistake”, an unacceptable breach", "it an “unacceptable breach”", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "is_one"), ONE_SPEAKER)
def test_a_short_and_a_long_form_of_one_speakers_words_are_joined(one: str, other: str, is_one: bool) -> None:
    found = statements(("a", "direct", one), ("b", "mixed", other))
    assert len(find_quotations(found.assign(speaker=["Anna Lund", "Lund"]), Settings())) == 2 * is_one


def test_a_few_words_of_another_speaker_are_no_quotation_of_the_first() -> None:
    found = statements(("a", "direct", "“It is an unacceptable breach”"), ("b", "mixed", "it an “unacceptable breach”"))
    assert find_quotations(found.assign(speaker=["Anna Lund", "Erik Holm"]), Settings()).empty


def test_nothing_said_gives_an_empty_table() -> None:
    assert find_quotations(STATEMENTS.empty(), Settings()).empty


def test_shares_are_of_words_in_order() -> None:
    assert share_of_words(["a", "b", "c"], ["a", "x", "b", "y", "c", "z"]) == 1.0
    assert likeness(["a", "b", "c"], ["a", "x", "b", "y", "c", "z"]) == pytest.approx(6 / 9)
    assert share_of_words([], ["a"]) == likeness([], []) == 0.0
