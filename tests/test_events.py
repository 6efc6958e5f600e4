"""Heaps of articles: sorted into events, copies named."""

import random

import pandas as pd
import pytest

from analysis.columns import Col
from analysis.copies import find_copies
from analysis.events import find_events
from analysis.settings import Settings
from analysis.tables import DOCUMENTS
from tests.conftest import SEEDS

BRIDGE = (
    "A blast tore through the road bridge at dawn and sent two spans into the strait, officials said on Saturday.",
    "Traffic over the strait stopped after an explosion damaged the bridge; investigators were sent to the site.",
    "The president called the attack on the bridge an act of terror and ordered an inquiry into the explosion.",
)
FLOOD = (
    "Rivers burst their banks after three days of rain and thousands of people left their homes in the valley.",
    "Rescue boats reached villages cut off by the flood while more rain was forecast for the valley.",
)
OTHER = "Das Parlament in Berlin stimmte am Montag nach langer Debatte dem neuen Haushalt der Regierung zu."


def documents(*texts: str, dates: tuple[str, ...] = (), unread: tuple[int, ...] = ()) -> pd.DataFrame:
    days = (*dates, *[""] * (len(texts) - len(dates)))
    return DOCUMENTS.frame(
        {Col.DOCUMENT_ID: f"d{n:02d}", Col.TEXT: text, Col.PUBLISHED_ON: day, Col.IS_ANALYSED: n not in unread}
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    )


def groups(frame: pd.DataFrame) -> list[list[str]]:
    return [list(group) for _, group in frame.groupby(Col.EVENT_ID, sort=False)[Col.DOCUMENT_ID]]


def test_a_heap_is_sorted_into_its_events() -> None:
    found = find_events(documents(BRIDGE[0], FLOOD[0], BRIDGE[1], OTHER, FLOOD[1], BRIDGE[2], unread=(3,)), Settings())
    assert groups(found) == [["d00", "d02", "d05"], ["d01", "d04"], ["d03"]]
    assert "bridge" in found[Col.EVENT][0]


def test_the_order_of_the_articles_does_not_matter() -> None:
    frame = documents(*BRIDGE, *FLOOD)
    expected = find_events(frame, Settings())
    for seed in range(5):
        order = random.Random(seed).sample(range(len(frame)), len(frame))
        pd.testing.assert_frame_equal(find_events(frame.iloc[order].reset_index(drop=True), Settings()), expected)


def test_the_same_words_months_apart_are_two_events() -> None:
    near = find_events(documents(FLOOD[0], FLOOD[1], dates=("2022-10-08", "2022-10-09")), Settings())
    apart = find_events(documents(FLOOD[0], FLOOD[1], dates=("2022-10-08", "2023-05-09")), Settings(event_cosine=0.5))
    assert (len(groups(near)), len(groups(apart))) == (1, 2)


def test_no_article_is_no_event() -> None:
    assert find_events(documents(), Settings()).empty
    assert find_copies(documents(), Settings()).empty


LONG = " ".join(f"{word}{n}" for n in range(30) for word in ("the", "minister", "said", "port"))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (LONG, LONG.upper() + ".", "exact"),  # the same words, set otherwise
        (LONG, LONG.replace("port7", "harbour"), "near"),
        (LONG, " ".join(LONG.split()[:40]) + " and then " + " ".join(f"own{n}" for n in range(90)), "wire"),
        (LONG, " ".join(LONG.split()[:12]) + " " + " ".join(f"own{n}" for n in range(90)), ""),  # a shared quotation
        ("Paris said no.", "Paris said no.", "exact"),  # shorter than a run
        ("Paris said no.", "Paris said yes.", ""),
    ],
)
def test_copies_are_told_by_how_much_they_share(first: str, second: str, kind: str) -> None:
    found = find_copies(documents(first, second, FLOOD[0]), Settings())
    assert list(found[Col.KIND]) == ([kind] if kind else [])


def test_events_of_real_articles_are_not_mixed() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = find_events(documents(*texts, *FLOOD), Settings())
    assert ["d02", "d03"] in groups(found)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2024-05-02", "2024-05-01"), "; d01 was published first (2024-05-01)"),
        (("2024-05-01", "2024-05-01"), ""),  # one day
        (("", "2024-05-01"), ""),  # one date alone puts nothing in order
    ],
)
def test_copies_say_which_was_published_first(dates: tuple[str, ...], order: str) -> None:
    (reason,) = find_copies(documents(FLOOD[0], FLOOD[0], dates=dates), Settings())[Col.REASON]
    assert reason == f"the same words{order}"
