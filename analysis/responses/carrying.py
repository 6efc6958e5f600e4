"""Targets that an article names once and then leaves out: `denied Peru's claims ... It called them absurd`.

A report names whom an act is aimed at where it first tells it; what follows takes that for granted. Nothing is carried
from another article, nor to acts that address nobody.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from analysis.codebook import ACCUSE, CONDEMN, DENY, Codebook
from analysis.responses.rows import Finding

_REACH = 400
"""Characters, about two sentences, over which a hostile act goes on being aimed at the same country."""
_ANSWERS = {DENY: ACCUSE, ACCUSE: DENY}
"""Acts that answer each other: who denies, denies what another alleges."""

Source = Callable[[Finding, Sequence[Finding], Codebook], Iterator[Finding]]


def carry_targets(findings: Sequence[Finding], codebook: Codebook) -> list[Finding]:
    """The findings, each without a target aimed at the country that the rest of the article shows it to be aimed at."""
    named = [item for item in findings if any(item.targets)]
    return [item if _is_complete(item, codebook) else _completed(item, named, codebook) for item in findings]


def _is_complete(item: Finding, codebook: Codebook) -> bool:
    return any(item.targets) or item.aims_at_another or codebook.acts[item.act].aim == "nobody"


def _completed(item: Finding, named: Sequence[Finding], codebook: Codebook) -> Finding:
    own = item.countries
    for source, why in _SOURCES:
        for other in sorted(source(item, named, codebook), key=lambda found: _distance(item, found)):
            aimed_at = other.targets if other.countries & own else tuple(sorted(other.countries))
            targets = tuple(code for code in aimed_at if code and code not in own)
            if targets:
                return dataclasses.replace(item, targets=targets, reason=f"{item.reason}; target from {why}")
    return item


def _distance(item: Finding, other: Finding) -> tuple[bool, int]:
    """What stands before comes first, then what stands near."""
    return other.start_char > item.start_char, abs(other.start_char - item.start_char)


def _same_act(item: Finding, named: Sequence[Finding], codebook: Codebook) -> Iterator[Finding]:
    return (
        other
        for other in named
        if other.act == item.act and other.countries & item.countries and _may_share(item, other)
    )


def _may_share(item: Finding, other: Finding) -> bool:
    """Whether two findings may be of one act: what is called disgraceful is named, and whose deed it is left open."""
    is_judgement = item.act == CONDEMN and item.rule_id.startswith("content")
    return not is_judgement or (item.start_char < other.end_char and other.start_char < item.end_char)


def _answered(item: Finding, named: Sequence[Finding], codebook: Codebook) -> Iterator[Finding]:
    wanted = _ANSWERS.get(item.act)
    return (other for other in named if other.act == wanted and set(other.targets) & item.countries)


def _same_quarrel(item: Finding, named: Sequence[Finding], codebook: Codebook) -> Iterator[Finding]:
    if not _is_hostile(item, codebook):
        return iter(())
    return (
        other
        for other in named
        if other.countries & item.countries
        and _may_share(item, other)
        and _is_hostile(other, codebook)
        and abs(other.start_char - item.start_char) <= _REACH
    )


def _is_hostile(item: Finding, codebook: Codebook) -> bool:
    return item.act == ACCUSE or codebook.acts[item.act].polarity == "against"


_SOURCES: Sequence[tuple[Source, str]] = (
    (_same_act, "another passage on the same act"),
    (_answered, "the act that it answers"),
    (_same_quarrel, "an act beside it"),
)
"""Where a target may be taken from, the surest first."""
