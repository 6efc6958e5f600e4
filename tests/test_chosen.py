"""The list of what is in a brief: each change keeps everything else as it was."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.choices import Choice
from dashboard.chosen import added, captioned, listed, moved, removed

CHOICES = (Choice("actors"), Choice("acts", "mine"), Choice("actors"))


def keys(items: tuple) -> list[str]:
    return [item.choice.key for item in items]


def test_one_figure_may_stand_twice() -> None:
    items = added(listed(CHOICES), Choice("actors"))
    assert len({item.number for item in items}) == 4
    assert keys(removed(items, 0)) == ["acts", "actors", "actors"]


def test_a_number_is_not_given_again_while_a_later_one_is_there() -> None:
    items = added(removed(listed(CHOICES), 0), Choice("quotes"))
    assert [item.number for item in items] == [1, 2, 3]


def test_a_caption_changes_one_item_alone() -> None:
    items = captioned(listed(CHOICES), 2, "new")
    assert [item.choice.caption for item in items] == ["", "mine", "new"]


@given(st.integers(0, 2), st.integers(-5, 5))
def test_moving_keeps_all_items_and_the_order_of_the_others(number: int, by: int) -> None:
    items = listed(CHOICES)
    after = moved(items, number, by)
    assert sorted(item.number for item in after) == [0, 1, 2]
    assert removed(after, number) == removed(items, number)
    assert [item.number for item in after].index(number) == min(max(number + by, 0), 2)
