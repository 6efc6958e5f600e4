"""A heap of articles sorted into the events they are about, so that the analyst can pick one.

Two articles are about one event when their openings are near in meaning and they were published close to each other.
Here the vectors' weakness is a strength: they see the topic and not the claim, so a denial and the report that it
denies come together.
"""

import datetime

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.columns import Col
from analysis.embeddings import load_encoder
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import EVENTS, Row

_OPENING = 600
"""A newspaper article says first what it is about [code points]."""
_NEAR_DAYS, _PER_DAY, _MOST = 3, 0.01, 0.2
"""Days that one event is in the news; what each further day between two articles takes off, and the most of it."""

Matrix = npt.NDArray[np.float64]


def find_events(documents: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """EVENTS: one row per article, events by falling number of articles; the same whatever the order of the articles.

    Args:
        documents: DOCUMENTS. Articles in a language that is not read are events of their own.
        settings: `event_cosine` says how near two articles must be.
    """
    rows = sorted(records(documents), key=lambda row: str(row["document_id"]))
    read = [row for row in rows if row["is_analysed"]]
    alone = [[row] for row in rows if not row["is_analysed"]]
    similarity = _similarity(read)
    groups = [[read[index] for index in group] for group in _groups(similarity, settings.event_cosine)]
    ordered = sorted([*groups, *alone], key=lambda group: (-len(group), str(group[0]["document_id"])))
    place = {str(row["document_id"]): index for index, row in enumerate(read)}
    return EVENTS.frame(
        _row(number, group, row, similarity, place) for number, group in enumerate(ordered, 1) for row in group
    )


def _similarity(rows: list[dict[str, object]]) -> Matrix:
    if not rows:
        return np.zeros((0, 0))
    openings = [f"{row['title'] or ''}\n{row['text']}"[:_OPENING] for row in rows]
    vectors = np.stack([item.sentence for item in load_encoder().encode(openings)]).astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    apart = np.array([[_days(a, b) for b in rows] for a in rows])
    return np.asarray(vectors @ vectors.T - np.clip((apart - _NEAR_DAYS) * _PER_DAY, 0, _MOST), dtype=np.float64)


def _days(a: dict[str, object], b: dict[str, object]) -> int:
    """Days between two articles; 0 where a date is not known."""
    if not a["published_on"] or not b["published_on"]:
        return 0
    first, second = (datetime.date.fromisoformat(str(row["published_on"])) for row in (a, b))
    return abs((first - second).days)


def _groups(similarity: Matrix, least: float) -> list[list[int]]:
    """Groups joined as long as their articles are near enough on average, the nearest first (average linkage)."""
    groups = [[index] for index in range(len(similarity))]
    between = similarity.copy()
    np.fill_diagonal(between, -1.0)
    while len(groups) > 1 and between.max() >= least:
        first, second = sorted(int(i) for i in np.unravel_index(int(between.argmax()), between.shape))
        sizes = len(groups[first]), len(groups[second])
        joined = (between[first] * sizes[0] + between[second] * sizes[1]) / sum(sizes)
        between[first], between[:, first] = joined, joined
        between[first, first] = -1.0
        between = np.delete(np.delete(between, second, axis=0), second, axis=1)
        groups[first] += groups.pop(second)
    return [sorted(group) for group in groups]


def _row(
    number: int, group: list[dict[str, object]], row: dict[str, object], similarity: Matrix, place: dict[str, int]
) -> Row:
    """The event is called after the title, or the first line, of its most central article."""
    at = [place[str(item["document_id"])] for item in group if str(item["document_id"]) in place]
    central = group[int(similarity[np.ix_(at, at)].sum(axis=1).argmax())] if at else group[0]
    mean = float(similarity[place[str(row["document_id"])]][at].mean()) if at else 1.0
    title = str(central["title"] or str(central["text"]).strip().partition("\n")[0])
    return {
        Col.EVENT_ID: f"event:{number}",
        Col.DOCUMENT_ID: row["document_id"],
        Col.EVENT: title[:120],
        Col.SCORE: round(min(1.0, mean), 4),
        Col.REASON: "alone" if len(group) == 1 else f"opens like {len(group) - 1} other articles",
    }
