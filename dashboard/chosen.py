"""What an analyst has put in the brief, in order: a list that is replaced as a whole by each change."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.briefing.choices import Choice, PassageChoice

Chosen = tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One choice; `number` tells it from another choice of the same figure and names its widgets."""

    number: int
    choice: Choice | PassageChoice


def listed(choices: Iterable[Choice | PassageChoice]) -> Chosen:
    """The choices as items, in their order."""
    return tuple(Item(number, choice) for number, choice in enumerate(choices))


def added(items: Chosen, choice: Choice | PassageChoice) -> Chosen:
    """With one more at the end."""
    return (*items, Item(max((item.number for item in items), default=-1) + 1, choice))


def removed(items: Chosen, number: int) -> Chosen:
    """Without an item."""
    return tuple(item for item in items if item.number != number)


def moved(items: Chosen, number: int, by: int) -> Chosen:
    """With an item `by` places further down (negative: up), but never off the list."""
    order = list(items)
    at = next(position for position, item in enumerate(order) if item.number == number)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    return tuple(order)


def captioned(items: Chosen, number: int, caption: str) -> Chosen:
    """With an item's caption replaced."""
    return tuple(
        replace(item, choice=replace(item.choice, caption=caption)) if item.number == number else item for item in items
    )
