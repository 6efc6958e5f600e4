"""One word for another in passages that read alike: the talks failed on Monday, the talks resumed on Monday.

Where two passages read word for word alike, the few words that they have otherwise are what they tell otherwise. A
name that is no form of the other's, and a word that neither a dictionary nor its place in the sentence knows for the
other's, is another: the passage does not bear the claim out. Before and after, more and less, up and down are told
apart as well, and a denial that only one of the two has.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.containment import are_of_one_country
from analysis.comparison.differences import Difference
from analysis.comparison.namesakes import is_first_name
from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

_TOKEN = re.compile(r"at the same time|(?:[^\W\d_]\.){2,}|n['’]t\b|['’]s\b|\w+(?:[.,'’-]\w+)*", re.I)
"""A word, or `at the same time`, which says also, and not that two times are one."""
_READS_ALIKE = 0.7
"""Share of the claim's words that stand in the passage in the same order, from which the two read alike."""
_LONGEST = 4
"""Words that one stretch may have in the place of another."""
_UNLIKE = 0.4
"""Similarity in context below which two words in one place are not said of one thing [cosine]."""
_FLANK = 2
"""Words in a row that are equal on a side of what is exchanged, where the text does not end there."""
_DENYING = frozenset({"not", "n't", "n’t", "never", "no", "cannot", "without", "neither", "nor", "hardly"})
_LONGEST_DENIAL = 2
"""Words with a denial: did not, has never; in more of them it may be another clause that is denied."""
_CLOSED = ("portfolios", "offices", "forces", "directions", "parts_of_day", "kin", "spans")
"""Word lists of which what is called by one word is not called by another."""
_SPELLING = 80
"""Likeness of two words from which they are taken for spellings of one [0 to 100]."""
_LONGEST_SHORT = 3
"""Letters of a word cut short: E., Gen., Dr."""
_STEM = 5
"""Letters by which a word is known in another form: Russia, Russian."""
_REMEMBERED = 5_000
_OPPOSED = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("before until", "after since following"), ("more over above", "less fewer under below"),
        ("most", "least fewest"), ("up", "down"), ("on", "off"), ("in into", "out"), ("with", "without"),
        ("inside within in at", "outside"), ("for", "against"), ("first", "last"), ("always", "never"),
        ("none no nobody nothing", "all every some somebody"), ("only", "also"), ("early earlier", "late later"),
        ("and", "or"), ("to", "from"), ("minimum least", "maximum most"), ("here", "there"),
        ("this", "last next"), ("last", "next"), ("his", "her"), ("he", "she"),
        ("come comes came coming", "go goes went going gone"), ("same", "other another different"),
        ("have has had having", "lack lacks lacked lacking"), ("many much", "few little"),
    )
)  # fmt: skip
"""Small words that make another claim of what is alike otherwise."""
_SURE, _UNSURE = (
    frozenset({"must", "shall", "will", "always"}),
    frozenset({"may", "might", "could", "sometimes", "often"}),
)
"""What is said to be sure is not borne out by what may be; the other way round it is."""


class _Token(NamedTuple):
    """A word of a text in lower case, and where it starts."""

    text: str
    start: int


def compare_substitutions(alignment: Alignment) -> Iterator[Difference]:
    """Words of a that stand where b, which reads alike, has others, and denials that only one of the two has there."""
    here, there = _tokens(alignment.a.text), _tokens(alignment.b.text)
    matcher = SequenceMatcher(None, [t.text for t in here], [t.text for t in there], autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _READS_ALIKE * len(here):
        return
    steps = matcher.get_opcodes()
    for place, (step, i, j, k, m) in enumerate(steps):
        if step == "equal" or max(j - i, m - k) > _LONGEST or not _is_flanked(place, steps):
            continue
        found = _denied_once(here[i:j], there[k:m])
        if found is None and step == "replace":
            found = _substituted(here[i:j], there[k:m], alignment)
        if found is not None:
            reason = f"{found[0]} where the other, which reads alike, has {found[1]}"
            yield Difference("other", *found, False, reason, 0.5, falls_short=True)


def _is_flanked(place: int, steps: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether the words beside a stretch are equal, so that the two stretches stand in one place."""
    return all(
        steps[at][0] == "equal" and (steps[at][2] - steps[at][1] >= _FLANK or at in {0, len(steps) - 1})
        for at in (place - 1, place + 1)
        if 0 <= at < len(steps)
    )


def _denied_once(here: Sequence[_Token], there: Sequence[_Token]) -> tuple[str, str] | None:
    """Both stretches where one of them alone denies: did not say, said; None: they do not differ so."""
    one, other = ({token.text for token in tokens} & _DENYING for tokens in (here, there))
    if bool(one) == bool(other) or max(len(here), len(there)) > _LONGEST_DENIAL:
        return None
    words = [" ".join(token.text for token in tokens) or "nothing" for tokens in (here, there)]
    return words[0], words[1]


def _substituted(here: Sequence[_Token], there: Sequence[_Token], alignment: Alignment) -> tuple[str, str] | None:
    """The first word of a stretch that none in the other's stretch stands for, and what stands there."""
    one, other = {token.text for token in here}, {token.text for token in there}
    if one & _SURE and other & _UNSURE:
        return min(one & _SURE), min(other & _UNSURE)
    small = _opposed(one, other)
    if small is not None:
        return small
    for word in _words_at(here, alignment.a):
        rivals = [w for w in _words_at(there, alignment.b) if (w.pos == "PROPN") == (word.pos == "PROPN")]
        is_unlike = _is_unlike(word, alignment) or any(_exclude(word.lemma, other.lemma) for other in rivals)
        if rivals and is_unlike and not _are_initials(here, there) and not _is_told(word, rivals, alignment):
            return word.text, rivals[0].text
    return None


def _are_initials(here: Sequence[_Token], there: Sequence[_Token]) -> bool:
    """UN, United Nations."""
    one, other = sorted((here, there), key=len)
    return len(one) == 1 and one[0].text.replace(".", "") == "".join(token.text[0] for token in other)


def _exclude(lemma: str, other: str) -> bool:
    """Whether two words are of one closed set: the defence minister is not the foreign minister."""
    return lemma != other and any({lemma, other} <= vocabulary(name) for name in _CLOSED)


def _is_unlike(word: Word, alignment: Alignment) -> bool:
    """Whether nothing in b comes near to a word, it is a name, or b has it elsewhere, less often."""
    match = alignment.matches.get(word.start)
    is_name = word.pos == "PROPN" or word.text[:1].isupper()
    return is_name or match is None or match.similarity < _UNLIKE or match.word.lemma == word.lemma


def _opposed(here: set[str], there: set[str]) -> tuple[str, str] | None:
    for one, other in _OPPOSED:
        for first, second in ((one, other), (other, one)):
            if here & first and there & second and not here & second and not there & first:
                return min(here & first), min(there & second)
    return None


def _is_told(word: Word, rivals: Sequence[Word], alignment: Alignment) -> bool:
    """Whether the other passage has the word as often, or in its place one that may stand for it."""
    times, times_there = (sum(w.lemma == word.lemma for w in passage.words) for passage in (alignment.a, alignment.b))
    if times <= times_there or word.lemma in vocabulary("speaking") or any(_may_stand_for(word, w) for w in rivals):
        return True
    return any(are_of_one_country(word.text, other.text) for other in rivals)


def _may_stand_for(word: Word, other: Word) -> bool:
    """Synonyms, forms and spellings of one word."""
    if alike(word.lemma, other.lemma):
        return True
    if word.pos == other.pos == "PROPN" and is_first_name(word.lemma, other.lemma):
        return True
    one, two = word.text.lower(), other.text.lower()
    is_form = min(len(one), len(two)) >= _STEM and one[:_STEM] == two[:_STEM] and word.pos == "PROPN"
    return is_form or _is_short_for(one, two) or _is_short_for(two, one) or fuzz.ratio(one, two) >= _SPELLING


def _is_short_for(short: str, long: str) -> bool:
    """E. for Erik, UN for the first word of United Nations."""
    letters = short.replace(".", "")
    return (
        len(letters) <= _LONGEST_SHORT and long.startswith(letters[:1]) and (len(letters) == 1 or short.endswith("."))
    )


def _words_at(tokens: Sequence[_Token], passage: Passage) -> list[Word]:
    starts = {token.start for token in tokens}
    return [word for word in passage.words if word.start in starts]


@functools.lru_cache(maxsize=_REMEMBERED)
def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_Token(found[0].lower(), found.start()) for found in _TOKEN.finditer(text))
