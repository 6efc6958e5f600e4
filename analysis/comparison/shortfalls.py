"""Where a passage says less than the claim: it may be so, and yet the passage does not bear it out.

A claim that raises what is possible or planned to a fact, some to all, or a deputy to the chief, contradicts nothing
and is borne out by nothing. The other way round the passage says more than the claim, and bears it out. Of the same
thing and another of its sort neither bears the other out.

Source: Horn 1972, on scales such as some and all, possible and certain; MacCartney and Manning 2009.
"""

import re
from collections.abc import Iterator

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.differences import Difference
from analysis.comparison.moods import FACT
from analysis.comparison.passages import Passage, Word
from analysis.comparison.vocabulary import vocabulary

_SURE = {FACT: frozenset({"future", "possible", "aim", "question"}), "future": frozenset({"possible"})}
"""What each of the surer moods is not borne out by."""
_MOODS = {FACT: "as a fact", "future": "as coming", "possible": "as possible", "aim": "as an aim", "question": "asked"}
_SHARES = (
    (r"all|every|each|both|whole|entire", 4),
    (r"most|majority|bulk|much|many|nearly all|almost all", 3),
    (r"half", 2),
    (r"some|several|part|parts|few|a few|section|sections|handful|minority|quarter|third|certain", 1),
)
_SHARE = re.compile(
    r"\b(" + "|".join(rf"(?P<s{share}>{words})" for words, share in _SHARES) + r")"
    r"(?:\s+of)?(?:\s+(?:the|its|their|his|her|our|these|those))?(?:\s+[\w-]+){0,2}\s*$",
    re.I,
)
_BETWEEN = r"\s+(?:(?!(?:than|of|and|or|to|in|on|the|as)\b)[\w-]+\s+){0,2}$"
"""Between the same or another and its noun: nothing but what describes the noun."""
_IDENTITIES = {
    "the same": re.compile(rf"\bsame{_BETWEEN}", re.I),
    "another": re.compile(rf"\b(?:another|other|different|separate){_BETWEEN}", re.I),
}
_BEFORE = 40
"""Characters before a word in which its share is looked for."""


def compare_moods(alignment: Alignment) -> Iterator[Difference]:
    """Acts of somebody that a tells as done, or as sure to come, and b only as possible, planned or asked."""
    for word in alignment.a.words:
        if word.mood not in _SURE or word.negated or not _is_told(word, alignment.a):
            continue
        there = [w for w in alignment.b.words if alike(w.lemma, word.lemma) and w.pos == "VERB" and not w.negated]
        if there and all(_is_told(w, alignment.b) and w.mood in _SURE[word.mood] for w in there):
            values = f"{word.lemma} ({_MOODS[word.mood]})", f"{there[0].lemma} ({_MOODS[there[0].mood]})"
            yield _shortfall(*values, f"{values[0]} here, {values[1]} there")


def _is_told(word: Word, passage: Passage) -> bool:
    """Whether a verb tells an act of somebody, and does not only bring in what is said."""
    has_party = any(w.head == word.lemma and w.relation in {"who", "whom"} for w in passage.words)
    return word.pos == "VERB" and has_party and word.lemma not in vocabulary("speaking")


def compare_shares(alignment: Alignment) -> Iterator[Difference]:
    """All against some, most against a few, of one thing."""
    for word in alignment.a.words:
        share = _share_of(word, alignment.a)
        if not share or word.pos != "NOUN":
            continue
        there = [_share_of(w, alignment.b) for w in alignment.b.words if w.pos == "NOUN" and alike(w.lemma, word.lemma)]
        known = [(there_share, words) for there_share, words in filter(None, there)]
        if known and share[0] > max(known)[0]:
            values = f"{share[1]} {word.lemma}", f"{max(known)[1]} {word.lemma}"
            yield _shortfall(*values, f"{values[0]} here, {values[1]} there")


def _share_of(word: Word, passage: Passage) -> tuple[int, str] | None:
    """How large a share of a thing a passage speaks of, and its word for it; None where it says no share."""
    before = passage.text[max(0, word.start - _BEFORE) : word.start]
    found = _SHARE.search(before)
    if found is None:
        return None
    share = next(number for _, number in _SHARES if found[f"s{number}"])
    return share, found[1].lower()


def compare_identities(alignment: Alignment) -> Iterator[Difference]:
    """The same thing as one told of before, against another of its sort: neither bears the other out."""
    for word in alignment.a.words:
        here = _identity(word, alignment.a) if word.pos in {"NOUN", "PROPN"} else ""
        if not here or word.lemma in vocabulary("times"):
            continue
        there = [_identity(w, alignment.b) for w in alignment.b.words if w.pos == word.pos and w.lemma == word.lemma]
        if there and all(identity and identity != here for identity in there):
            values = f"{here} {word.lemma}", f"{there[0]} {word.lemma}"
            yield _shortfall(*values, f"{values[0]} here, {values[1]} there")


def _identity(word: Word, passage: Passage) -> str:
    """Whether a thing is called the same or another; empty: neither."""
    before = passage.text[max(0, word.start - _BEFORE) : word.start]
    return next((identity for identity, pattern in _IDENTITIES.items() if pattern.search(before)), "")


def compare_titles(alignment: Alignment) -> Iterator[Difference]:
    """A deputy taken for the chief, an alleged or attempted thing for the thing itself."""
    for word in alignment.a.words:
        if not _is_head(word, alignment.a):
            continue
        there = [w for w in alignment.b.words if w.lemma == word.lemma and _is_head(w, alignment.b)]
        lessened = [_lessened(w, alignment.b) for w in there]
        if there and all(lessened) and not _lessened(word, alignment.a):
            values = word.lemma, f"{lessened[0]} {word.lemma}"
            yield _shortfall(*values, f"{values[0]} here, {values[1]} there")


def _is_head(word: Word, passage: Passage) -> bool:
    """Whether it is a noun that no other follows: the dealer and not the arms of a former arms dealer."""
    is_noun = word.pos in {"NOUN", "PROPN"}
    return is_noun and not any(0 < w.start - word.end < 3 and w.pos in {"NOUN", "PROPN"} for w in passage.words)


def _lessened(word: Word, passage: Passage) -> str:
    """The word before another by which it is not, or not quite, what it is called; empty: none."""
    before = re.findall(r"[\w-]+", passage.text[max(0, word.start - _BEFORE) : word.start].lower())[-2:]
    return next((w for w in before if w in vocabulary("lessening")), "")


def _shortfall(value_a: str, value_b: str, reason: str) -> Difference:
    return Difference("other", value_a, value_b, False, reason, 0.5, falls_short=True)
