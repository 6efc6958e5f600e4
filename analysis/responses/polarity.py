"""Where an act stands towards the event's central claim: against it, for it, neutral, or silent."""

from analysis.codebook import Codebook


def polarity_of(act: str, codebook: Codebook) -> str:
    """The act's usual stand; `silent` for a country that says nothing."""
    return codebook.acts[act].polarity
