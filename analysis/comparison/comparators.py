"""The comparators: each looks at one thing that two passages may state differently. COMPARATORS lists them all.

A comparator never judges wording; it reports a Difference with both values and a reason, and says whether both passages
could still hold.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from analysis.comparison.alignment import Alignment
from analysis.comparison.contraries import compare_negation, compare_opposites
from analysis.comparison.differences import Difference
from analysis.comparison.exchanges import compare_exchanges
from analysis.comparison.figures import compare_numbers, compare_units
from analysis.comparison.kinds import compare_kinds
from analysis.comparison.namesakes import compare_namesakes
from analysis.comparison.participants import compare_names
from analysis.comparison.reversals import compare_reversals
from analysis.comparison.shortfalls import compare_identities, compare_moods, compare_shares, compare_titles
from analysis.comparison.slots import (
    compare_complements,
    compare_relations,
    compare_roles,
    compare_slots,
    compare_sorts,
)
from analysis.comparison.substitutions import compare_substitutions
from analysis.comparison.timing import compare_dates

_EXCLUSIVE = ("only", "solely", "exclusively", "entirely", "nothing but", "merely")


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator: what it is called, what it looks at, and how it finds differences."""

    name: str
    compares: str
    find: Callable[[Alignment], Iterator[Difference]]


def compare_exclusives(alignment: Alignment) -> Iterator[Difference]:
    """`Only`, `solely`, `never`: a claims that nothing else is so, and b names something else."""
    for word in _EXCLUSIVE:
        if re.search(rf"\b{word}\b", alignment.a.text, re.I) and not re.search(rf"\b{word}\b", alignment.b.text, re.I):
            yield Difference("other", word, "", False, f"'{word}' stands in one passage alone", 0.5, falls_short=True)


def compare_attribution(alignment: Alignment) -> Iterator[Difference]:
    """Who is said to have said it; both may have, so that it is a contradiction only with another reason."""
    speakers = alignment.a.speaker, alignment.b.speaker
    if all(speakers) and fuzz.token_set_ratio(*(speaker.lower() for speaker in speakers)) < 60:
        yield Difference("attribution", *speakers, False, f"said by {speakers[0]} here, by {speakers[1]} there")


COMPARATORS: tuple[Comparator, ...] = (
    Comparator("number", "numbers of the same thing, as ranges", compare_numbers),
    Comparator("unit", "one number of two measures", compare_units),
    Comparator("date", "dates and times, part by part", compare_dates),
    Comparator("negation", "whether it is affirmed or negated", compare_negation),
    Comparator("opposites", "antonyms and opposed stances", compare_opposites),
    Comparator("names", "who, whom and where", compare_names),
    Comparator("namesakes", "names that share a word and are not one", compare_namesakes),
    Comparator("slots", "what stands in one place of the sentence", compare_slots),
    Comparator("kinds", "what sort of thing it is", compare_kinds),
    Comparator("complements", "what one noun or act is of, to or in", compare_complements),
    Comparator("sorts", "a narrower word than the other's", compare_sorts),
    Comparator("relations", "opposite relations to one act: in and outside, for and against", compare_relations),
    Comparator("roles", "who did which of several acts", compare_roles),
    Comparator("reversals", "who did it to whom", compare_reversals),
    Comparator("exchanges", "names that have changed places", compare_exchanges),
    Comparator("substitutions", "one word for another in passages that read alike", compare_substitutions),
    Comparator("moods", "whether it is done, coming or only possible", compare_moods),
    Comparator("shares", "all, most or some", compare_shares),
    Comparator("identities", "the same thing or another of its sort", compare_identities),
    Comparator("titles", "deputies, attempts and the thing itself", compare_titles),
    Comparator("exclusives", "whether anything else is left", compare_exclusives),
    Comparator("attribution", "whose word it is", compare_attribution),
)
