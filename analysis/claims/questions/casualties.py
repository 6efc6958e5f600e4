"""Whether anybody was killed or hurt: nobody here, some people there."""

import re
from collections.abc import Iterator

from analysis.claims.questions.answers import Answer
from analysis.comparison.passages import Passage

_NONE = re.compile(
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){0,3}?(?P<noun>casualt|death|fatalit|injur|victim)\w*"
    r"|\b(?:nobody|no one|no-one|none|no (?:people|person|civilians?|soldiers?|staff|passengers?|residents?))\s+"
    r"(?:(?:(?:is|are|was|were|has|have|had|been|being|be|got|to|so|far|yet|also|inside|aboard|there|else|\w+ly"
    r"|believed|feared|found|known|pronounced|reported|said|thought)\s+){0,5}?"
    r"(?:(?<!has )(?<!have )(?<!had )(?P<verb>killed|hurt|injured|wounded|harmed|dead)|(?P<died>died)))\b"
    r"(?!\s+(?:the|a|an|any|anyone|anybody|him|her|them|himself|themselves|by)\b)",
    re.I,
)
"""That nobody was, in words; not what nobody did to others, nor what nobody should do: no one may forget the dead."""
_PARTLY = re.compile(r"\b(?:inside|aboard|on|there|else|of|among|in|at)\b", re.I)
"""Words that say nobody of whom: nobody inside was hurt."""
_FATES = {
    "casualt": "death injury", "victim": "death injury", "death": "death", "fatalit": "death", "injur": "injury",
    "killed": "death", "died": "death", "dead": "death", "hurt": "death injury", "injured": "injury",
    "wounded": "injury", "harmed": "death injury",
}  # fmt: skip
_NONE_OF, _SOME = "none", "casualties: some"


def whether_anybody_was_harmed(passage: Passage) -> Iterator[Answer]:
    """That nobody was killed or hurt, or how many were."""
    for match in _NONE.finditer(passage.text):
        if _PARTLY.search(match[0]):
            continue
        fates = frozenset(_FATES[(match["noun"] or match["verb"] or match["died"]).lower()].split())
        yield Answer(_NONE_OF, match[0], match.start(), fates)
    if any(word.mood for word in passage.words if word.lemma in {"kill", "die", "injure", "wound", "hurt"}):
        return
    for quantity in passage.quantities:
        if quantity.fate in {"death", "injury"} and quantity.low >= 1 and not quantity.is_ordinal:
            words = f"{quantity.text} {_in_words(quantity.fate)}"
            yield Answer(str(quantity), words, quantity.start, frozenset({quantity.fate}), key=_SOME)


def is_some_against_none(a: Answer, b: Answer) -> bool:
    """One says none and the other some; a later article that counts some does not say that the first was wrong."""
    if (a.value == _NONE_OF) == (b.value == _NONE_OF):
        return False
    none, some = (a, b) if a.value == _NONE_OF else (b, a)
    dates = none.published_on, some.published_on
    return not all(dates) or dates[1] <= dates[0]


def _in_words(fate: str) -> str:
    return "killed" if fate == "death" else "hurt"
