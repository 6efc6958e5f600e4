"""Passages joined into groups, from the closest pair on, so that no chain of half-alike passages ends in one heap.

Source: Sokal and Michener 1958, average linkage (UPGMA), here with a bound on the average.
"""

from collections.abc import Iterator, Mapping, Sequence

Pair = tuple[int, int]


def cluster(
    scores: Mapping[Pair, float], documents: Sequence[str], *, start: float, cohesion: float, apart: float
) -> list[int]:
    """The group of each passage, named by its first member.

    Two groups join while their passages are close on average. Pairs that were never compared were too far apart to be
    candidates, and an article seldom tells one claim twice: both count as `apart`, and neither forbids a group.

    Args:
        scores: Closeness of pairs of passages (first before second) of different articles.
        documents: The article of each passage.
        start: A pair below it never joins two groups.
        cohesion: Average that all pairs across two groups need.
        apart: What a pair without a score counts for.
    """
    members = {row: [row] for row in range(len(documents))}
    group = list(range(len(documents)))
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[a, b] < start:
            break
        left, right = group[a], group[b]
        if left == right:
            continue
        across = [scores.get(pair, apart) for pair in _across(members[left], members[right])]
        if sum(across) / len(across) < cohesion:
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for row in members[keep]:
            group[row] = keep
    return group


def _across(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    return ((min(x, y), max(x, y)) for x in left for y in right)
