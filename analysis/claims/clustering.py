"""Passages joined into groups by all that speaks for and against, so that no chain of half-alike ones ends in one heap.

Source: Bansal, Blum and Chawla 2004, Correlation Clustering; Gionis, Mannila and Tsaparas 2007, Clustering Aggregation,
for the local search.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

Pair = tuple[int, int]
Place = tuple[str, int, int]
"""A passage's article and its offsets [start, end)."""

_UNCOMPARED = -2.0
"""Log odds of two passages that were no candidates for each other."""
_ONE_ARTICLE = -1.2
"""Log odds of two passages of one article: it seldom tells one claim twice. From -1 to -1.5 the figures of eleven
annotated events hardly differ."""
_ONE_PLACE = -0.9
"""Log odds of a passage and a phrase within it: where it hardly tells what the phrase tells, the phrase stands alone;
else they do not stand in each other's way. From 0 to -1 the figures of eleven annotated events hardly differ."""
_STRONGEST = 3.0
"""No single pair counts for more, so that one striking likeness does not outweigh a group [log odds]."""
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class _Graph:
    """Log odds between passages, from which those of a group follow."""

    odds: Mapping[Pair, float]
    places: Sequence[Place]
    repeats: Mapping[Pair, float]

    def between(self, x: int, y: int) -> float:
        """For one claim against two."""
        (document_x, start_x, end_x), (document_y, start_y, end_y) = self.places[x], self.places[y]
        pair = min(x, y), max(x, y)
        if document_x != document_y:
            return _bounded(self.odds.get(pair, _UNCOMPARED))
        if start_x < end_y and start_y < end_x:
            return _ONE_PLACE
        return _bounded(self.repeats.get(pair, _ONE_ARTICLE))

    def holds(self, x: int, y: int, least: float) -> bool:
        """Whether a passage stays for another: by odds of at least these across articles, by any within one."""
        pair = min(x, y), max(x, y)
        if self.places[x][0] != self.places[y][0]:
            return self.odds.get(pair, _UNCOMPARED) >= least
        return self.repeats.get(pair, _ONE_ARTICLE) > 0

    def towards(self, row: int, members: Sequence[int]) -> float:
        """From one passage to all others of a group."""
        return sum(self.between(row, other) for other in members if other != row)


def _bounded(odds: float) -> float:
    return max(-_STRONGEST, min(_STRONGEST, odds))


def cluster(
    odds: Mapping[Pair, float],
    places: Sequence[Place],
    *,
    repeats: Mapping[Pair, float] = MappingProxyType({}),
    start: float = 0.0,
    stay: float = 0.0,
) -> list[int]:
    """The group of each passage, named by its first member.

    First the likeliest pairs join their groups while more speaks for it than against over all pairs across. Then each
    passage moves to the group that it suits best, until none moves. The passages of a group that falls apart are taken
    in by the groups that stay, or joined with each other.

    Args:
        odds: Log odds of pairs of passages (first before second) of different articles; 0 is the least that joins.
        places: Where each passage stands.
        repeats: The same for pairs of one article that were compared.
        start: A group whose pairs of different articles have less than these odds together falls apart again: one that
            many outlets tell may hang together by less than two passages alone.
        stay: A passage leaves a group none of whose others in different articles it has these odds with.
    """
    graph = _Graph(odds, places, repeats)
    group = list(range(len(places)))
    members = {row: [row] for row in group}
    _join(graph, group, members)
    _move(graph, group, members)
    _take_apart(graph, group, members, start)
    _take_in(graph, group, members)
    _join(graph, group, members)
    _take_apart(graph, group, members, start)
    _let_go(graph, group, members, stay)
    first = {key: min(rows) for key, rows in members.items() if rows}
    return [first[key] for key in group]


def _join(graph: _Graph, group: list[int], members: dict[int, list[int]]) -> None:
    for a, b in sorted(graph.odds, key=lambda pair: (-graph.odds[pair], pair)):
        if graph.odds[a, b] <= 0:
            return
        left, right = group[a], group[b]
        if left != right and sum(graph.towards(row, members[right]) for row in members[left]) > 0:
            keep, drop = min(left, right), max(left, right)
            members[keep] += members.pop(drop)
            for row in members[keep]:
                group[row] = keep


def _move(graph: _Graph, group: list[int], members: dict[int, list[int]]) -> None:
    near: dict[int, set[int]] = {row: set() for row in range(len(group))}
    for (a, b), value in graph.odds.items():
        if value > 0:
            near[a].add(b)
            near[b].add(a)
    for _ in range(_ROUNDS):
        if not sum([_moved(graph, row, near[row], group, members) for row in range(len(group)) if near[row]]):
            return


def _take_apart(graph: _Graph, group: list[int], members: dict[int, list[int]], start: float) -> None:
    """Leave the passages alone of every group whose pairs of different articles come to less than `start` together."""
    together: dict[int, float] = defaultdict(float)
    for (a, b), value in graph.odds.items():
        if group[a] == group[b]:
            together[group[a]] += _bounded(value)
    stays = {key for key, value in together.items() if value >= start}
    names = [min(members[key]) if key in stays else row for row, key in enumerate(group)]
    members.clear()
    for row, key in enumerate(names):
        group[row] = key
        members.setdefault(key, []).append(row)


def _take_in(graph: _Graph, group: list[int], members: dict[int, list[int]]) -> None:
    """Take passages that stand alone into the groups that are there, the likeliest first."""
    alone = {row for row, key in enumerate(group) if len(members[key]) == 1}
    for pair in sorted(graph.odds, key=lambda pair: (-graph.odds[pair], pair)):
        for row, other in (pair, pair[::-1]):
            if row in alone and other not in alone and graph.towards(row, members[group[other]]) > 0:
                del members[group[row]]
                group[row] = group[other]
                members[group[row]].append(row)
                alone.remove(row)


def _moved(graph: _Graph, row: int, near: set[int], group: list[int], members: dict[int, list[int]]) -> bool:
    """Whether the passage had a better group, or did better alone, and is there now."""
    choices = {group[other]: graph.towards(row, members[group[other]]) for other in sorted(near)}
    best = max(sorted(choices), key=lambda key: choices[key])
    here = graph.towards(row, members[group[row]])
    if max(choices[best], 0.0) <= here + 1e-9:
        return False
    if choices[best] <= 0:
        _part(row, group, members)
        return True
    members[group[row]].remove(row)
    members[best].append(row)
    group[row] = best
    return True


def _let_go(graph: _Graph, group: list[int], members: dict[int, list[int]], stay: float) -> None:
    """Leave the passages alone that all of their group speaks for a little, and nothing of it by more.

    Where those that stay are of one article, they part as well: no outlet bears itself out.
    """
    for rows in [list(rows) for rows in members.values() if len(rows) > 1]:
        held = [row for row in rows if any(graph.holds(row, other, stay) for other in rows if other != row)]
        is_shared = len({graph.places[row][0] for row in held}) > 1
        for row in rows:
            if row not in held or not is_shared:
                _part(row, group, members)


def _part(row: int, group: list[int], members: dict[int, list[int]]) -> None:
    """Take a passage out of its group, into one of its own."""
    members[group[row]].remove(row)
    group[row] = next(key for key in range(len(group)) if not members.get(key))
    members[group[row]] = [row]
