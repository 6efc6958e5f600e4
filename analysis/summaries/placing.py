"""Where the actors of a network stand on a page, the same on the screen and in a brief."""

import math
from collections.abc import Mapping

import networkx as nx
import pandas as pd

from analysis.results import records

Place = tuple[float, float]

WIDTH, HEIGHT = 960.0, 560.0
"""Of the page that names are kept apart on [user units, a character is CHARACTER wide]."""
CHARACTER, LINE = 7.2, 40.0
"""Width of a character of a name; height of a mark with its name [user units]."""
LONGEST_NAME = 30
"""A longer name is cut where it is drawn [characters]."""
_ROUNDS = 400
_EVEN = 0.7
"""Share of even spacing in a place; actors that nothing joins to the others are flung far away by the layout alone."""


def network_places(pairs: pd.DataFrame) -> dict[str, Place]:
    """Where each actor stands, 0 to 1 from left to right and from bottom to top; the same for the same pairs.

    Actors that share sentences stand near each other. Then names that would lie on each other are pushed apart, since
    a network that cannot be read tells nothing. Worth caching: it is slow.

    Args:
        pairs: From `summaries.appearances_together`.
    """
    graph = nx.Graph()
    names: dict[str, str] = {}
    for row in records(pairs):
        graph.add_edge(row["entity_id_a"], row["entity_id_b"], weight=math.log2(1 + float(row["n_sentences"])))
        names |= {row["entity_id_a"]: str(row["entity_a"]), row["entity_id_b"]: str(row["entity_b"])}
    placed = nx.spring_layout(graph, weight="weight", seed=7, iterations=200, k=2.2 / max(len(graph), 1) ** 0.5)
    keys = sorted(str(node) for node in placed)
    return _unit(_apart(_page({key: placed[key] for key in keys}), names))


def _page(placed: Mapping[str, Place]) -> dict[str, Place]:
    """The layout stretched over the whole page, the middle widened: a few far ones would heap all others there."""
    even = {key: [0.0, 0.0] for key in placed}
    for axis in (0, 1):
        for rank, key in enumerate(sorted(placed, key=lambda name: (float(placed[name][axis]), name))):
            even[key][axis] = rank / max(len(placed) - 1, 1)
    own = 1 - _EVEN
    return {
        key: ((own * x + _EVEN * even[key][0]) * WIDTH, (own * y + _EVEN * even[key][1]) * HEIGHT)
        for key, (x, y) in _unit(placed).items()
    }


def _unit(placed: Mapping[str, Place]) -> dict[str, Place]:
    """The places with the outermost at 0 and 1."""
    columns = [[float(place[axis]) for place in placed.values()] for axis in (0, 1)]
    lows = [min(values, default=0.0) for values in columns]
    spans = [max(max(values, default=1.0) - low, 1e-9) for values, low in zip(columns, lows, strict=True)]
    return {
        key: (round((float(x) - lows[0]) / spans[0], 4), round((float(y) - lows[1]) / spans[1], 4))
        for key, (x, y) in placed.items()
    }


def _apart(placed: Mapping[str, Place], names: Mapping[str, str]) -> dict[str, Place]:
    """Push marks apart whose names overlap, by the shorter way, until none do or many rounds have passed."""
    at = {key: list(place) for key, place in placed.items()}
    widths = {key: max(CHARACTER * min(len(names[key]), LONGEST_NAME), LINE) + 8 for key in at}
    keys = sorted(at)
    for _ in range(_ROUNDS):
        moved = False
        for number, first in enumerate(keys):
            for second in keys[number + 1 :]:
                moved |= _push(at[first], at[second], (widths[first] + widths[second]) / 2)
        if not moved:
            break
    return {key: (place[0], place[1]) for key, place in at.items()}


def _push(first: list[float], second: list[float], width: float) -> bool:
    """Move two places out of each other's way; whether they were in it."""
    across, along = width - abs(first[0] - second[0]), LINE - abs(first[1] - second[1])
    if across <= 0 or along <= 0:
        return False
    axis, overlap = (0, across) if across < along else (1, along)
    way = 1 if first[axis] >= second[axis] else -1
    first[axis] += way * (overlap / 2 + 1)
    second[axis] -= way * (overlap / 2 + 1)
    return True
