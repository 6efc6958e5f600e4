"""A correction: what an analyst changed, when, from what to what, and why. A log of them outlives every analysis.

A correction never names a row by its number. It names an actor by its id, and a passage by its article's hash and
offsets, so that it finds the same thing after a new analysis and among new articles.
"""

import dataclasses
import itertools
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.errors import CorrectionError

KINDS: Mapping[str, str] = {
    "rename_actor": "another name for an actor",
    "merge_actors": "two actors are one",
    "split_actor": "some mentions are of another actor",
    "retype_actor": "another type for an actor",
    "delete_actor": "no actor",
    "move_actor": "another country for an actor",
    "change_response": "another country, act or target for a response",
    "dismiss_response": "no response",
    "join_claims": "two claims are one",
    "part_claim": "a passage is another claim",
    "dismiss_claim": "no claim",
    "dismiss_discrepancy": "no discrepancy",
    "check": "looked at and found right",
}
"""Every kind of correction, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction.

    Attributes:
        correction_id: Key in the log.
        kind: One of KINDS.
        target: What is corrected; each kind says which keys it needs.
        before: What stood there, for the log and for telling what was changed.
        after: What stands there now.
        why: The analyst's reason; may be empty.
        made_at: When, ISO 8601 in UTC.
    """

    correction_id: str = field(default_factory=lambda: secrets.token_hex(6))
    kind: str
    target: Mapping[str, Any]
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    made_at: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise CorrectionError(
                f"The kind {self.kind!r} of correction is not known; accepted are {', '.join(KINDS)}."
            )
        if not all(isinstance(part, Mapping) for part in (self.target, self.before, self.after)):
            raise CorrectionError(
                f"The correction {self.correction_id!r} is damaged: target, before, after are mappings."
            )

    def to_dict(self) -> dict[str, Any]:
        """The correction as plain values."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Correction":
        """A correction from plain values.

        Raises:
            CorrectionError: a field lacks or is not known.
        """
        try:
            return cls(**values)
        except TypeError as error:
            raise CorrectionError(f"{dict(values)!r} is not a correction ({error}).") from error


def made_together(corrections: Iterable[Correction]) -> list[list[Correction]]:
    """Corrections in their order, those of one press together: they are of one kind and bear one time."""
    groups = itertools.groupby(corrections, key=lambda made: (made.kind, made.made_at or made.correction_id))
    return [list(group) for _, group in groups]
