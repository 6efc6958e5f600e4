"""Marks change no character of the text, whatever it holds."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.highlight import KINDS, Span, changed, figures, legend, lines, link, marked, quotation

# words that have broken such code before: tags, entities, quotes, line ends, astral and combining characters
PIECES = st.sampled_from(
    ["a", " ", "<", ">", "&amp;", '"', "'", "<script>", "\n", "é", "e\u0301", "𝒳", "](", "$5", "-->"]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def visible(markup: str) -> str:
    """What a browser shows of it."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@st.composite
def spans(draw: st.DrawFn, text: str) -> list[Span]:
    found = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(-2, len(text) + 2))
        end = start + draw(st.integers(0, len(text) + 2))
        words = draw(TEXTS)
        kind = draw(st.sampled_from(KINDS))
        found.append(Span(start_char=start, end_char=end, kind=kind, title=words, badge=words, anchor="a-1"))
    return found


@given(st.data(), TEXTS, st.integers(0, 3))
def test_marking_changes_no_character(data: st.DataObject, text: str, start_char: int) -> None:
    assert visible(marked(text, data.draw(spans(text)), start_char=start_char)) == text


@given(st.data(), TEXTS)
def test_only_marks_and_their_frame_are_written(data: st.DataObject, text: str) -> None:
    tags = set(re.findall(r"<(/?\w+)", marked(text, data.draw(spans(text)))))
    assert tags <= {"div", "/div", "mark", "/mark"}


def test_overlapping_spans_are_both_marked() -> None:
    text = "one two three"
    markup = marked(
        text, [Span(start_char=0, end_char=7, kind="claim"), Span(start_char=4, end_char=13, kind="entity")]
    )
    assert visible(markup) == text
    assert re.search(r'<mark class="ro-claim"[^>]*>one </mark>', markup)
    assert markup.count("ro-entity") == 2  # the part inside the claim and the part after it


def test_badge_and_anchor_stand_once_at_the_start() -> None:
    inner = Span(start_char=4, end_char=7, kind="entity")
    outer = Span(start_char=0, end_char=9, kind="claim", badge="3", anchor="claim-3")
    markup = marked("one two three", [inner, outer])
    assert markup.count('data-badge="3"') == markup.count('id="claim-3"') == 1


def test_a_piece_of_an_article_keeps_the_articles_offsets() -> None:
    assert ">two</mark>" in marked("two three", [Span(start_char=4, end_char=7, kind="evidence")], start_char=4)


def forms(markup: str) -> tuple[str, str]:
    """The first and the other form that a word diff shows."""
    body = markup.split('<blockquote class="ro-changed">')[1].removesuffix("</blockquote>")
    first = re.sub(r"<ins>[^<]*</ins>", "", body)
    other = re.sub(r"<del>[^<]*</del>", "", body)
    return visible(first), visible(other)


@given(TEXTS, TEXTS)
def test_a_word_diff_shows_the_other_form_whole_and_the_first_but_for_white_space(before: str, after: str) -> None:
    first, other = forms(changed("", before, after))
    assert other == after
    assert "".join(first.split()) == "".join(before.split())


def test_a_word_diff_marks_words_and_not_letters() -> None:
    markup = changed("", "it is preparing", "it was preparing")
    assert "<del>is</del><ins>was</ins>" in markup


@given(TEXTS, TEXTS)
def test_every_writer_escapes_what_it_is_given(first: str, second: str) -> None:
    span = Span(start_char=0, end_char=1, kind="claim", title=first, badge=second)
    markup = "".join(
        [
            lines([(first, second)]),
            quotation(first, second),
            changed(first, first, second),
            link(first, second, title=first),
            figures([(first, 1, second, first)]),
            legend([(first, span)]),
        ]
    )
    names = ("div", "b", "small", "blockquote", "ins", "del", "a", "span", "mark", "dl", "dt", "dd")
    assert set(re.findall(r"<(/?\w+)", markup)) <= {*names, *(f"/{name}" for name in names)}


def test_a_thread_can_be_reached_by_keyboard_once_per_passage() -> None:
    claim = Span(start_char=0, end_char=9, kind="claim", thread=3, title="claim 3", is_chosen=True)
    markup = marked("one two three", [claim, Span(start_char=4, end_char=7, kind="entity")])
    assert markup.count('tabindex="0"') == 1
    assert markup.count('data-thread="3"') == 3  # every piece of it answers to a click
    assert markup.count("ro-chosen") == 3
