"""How many: the numbers of a passage as ranges with what they count.

A newspaper's number is seldom a point. `At least 12`, `nearly 200`, `dozens`, `30 to 40` are ranges, and two passages
contradict each other on a number only where their ranges of the same thing cannot meet.
"""

import math
import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from analysis.comparison.lemmas import lemma_of
from analysis.comparison.number_words import NUMBER_WORDS, ORDINALS, SCALES, TENS, VAGUE
from analysis.comparison.vocabulary import vocabulary

_AT_LEAST = re.compile(r"(at least|no (?:fewer|less) than|a minimum of|upwards of)\W*$", re.I)
_MORE_THAN = re.compile(r"(more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than)\W*$", re.I)
_AT_MOST = re.compile(r"(at most|up to|no more than|as many as|a maximum of)\W*$", re.I)
_LESS_THAN = re.compile(r"(less than|fewer than|under|below)\W*$", re.I)
_ABOUT = re.compile(
    r"(about|around|approximately|roughly|some|almost|nearly|close to|an estimated|estimated|circa|just over|"
    r"just under|or so)\W*$",
    re.I,
)
_ABOUT_SHARE = 0.05
"""How far a number called approximate may lie from another that it still agrees with."""

_NUMERAL = re.compile(r"^[+-]?\d[\d,]*(?:\.\d+)?$")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_CURRENCY = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_PERCENT = {"%", "percent", "per", "pct", "percentage"}
GENERIC_PEOPLE = frozenset(
    ["activist", "adult", "baby", "body", "boy", "casualty", "child", "citizen", "civilian", "crew", "dead",
     "demonstrator", "doctor", "driver", "employee", "farmer", "fighter", "firefighter", "fisherman", "girl",
     "guard", "guest", "hostage", "individual", "insurgent", "journalist", "life", "man", "member", "migrant",
     "militant", "miner", "mourner", "nurse", "officer", "passenger", "people", "person", "pilgrim", "pilot",
     "policeman", "prisoner", "protester", "pupil", "rebel", "refugee", "rescuer", "resident", "sailor",
     "serviceman", "soldier", "staff", "student", "teacher", "teenager", "terrorist", "tourist", "troop",
     "victim", "villager", "woman", "worker", "worshipper"]
)  # fmt: skip
"""Nouns that count people, whoever they are: three sailors against five people is a clash."""
FATES: dict[str, frozenset[str]] = {
    "death": frozenset(
        [
            "die",
            "kill",
            "death",
            "dead",
            "fatality",
            "perish",
            "murder",
            "slay",
            "deadly",
            "toll",
            "body",
            "execute",
            "drown",
        ]
    ),
    "injury": frozenset(["injure", "wound", "hurt", "injury", "wounded", "injured", "hospitalise", "hospitalize"]),
    "arrest": frozenset(["arrest", "detain", "custody", "jail", "imprison", "detention"]),
    "missing": frozenset(["missing", "disappear", "unaccounted"]),
}
"""What befalls the people counted: three killed and three wounded count different people."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `low` and `high` are the range it allows; equal where it is a point.

    Attributes:
        unit: Lemma of what is counted; `percent`, `dollar`...; `person` for people of any sort; empty: not said.
        fate: Key of FATES; empty: none.
        is_ordinal: The third, not three.
        act: Lemma of the verb in whose clause it stands; empty: none.
    """

    low: float
    high: float
    unit: str
    fate: str
    is_ordinal: bool
    text: str
    start: int
    act: str = ""

    @property
    def is_vague(self) -> bool:
        """Dozens, several, hundreds: an order of magnitude."""
        return self.high > self.low and self.text.lower() in VAGUE

    def __str__(self) -> str:
        return " ".join(part for part in (range_in_words(self.low, self.high), self.unit, self.fate) if part)


def range_in_words(low: float, high: float) -> str:
    """A range as a reader writes it: 12, at least 12, about 50, 30 to 40."""
    if low == high:
        return f"{low:g}" if abs(low) < 1e6 else f"{low:,.0f}"
    if math.isinf(high):
        return f"at least {low:g}"
    middle = (low + high) / 2
    if math.isclose(high - low, 2 * _ABOUT_SHARE * middle):
        return f"about {middle:g}"
    return f"at most {high:g}" if low <= 0 else f"{low:g} to {high:g}"


def find_quantities(span: Span, taken: frozenset[int]) -> tuple[Quantity, ...]:
    """Quantities of a passage in order. `taken` are tokens (index in the Doc) that dates have used."""
    found: list[Quantity] = []
    index = span.start
    while index < span.end:
        run = _number_run(span, index, taken)
        if run is None:
            index += 1
            continue
        end, low, high, is_ordinal = run
        found.append(_quantity(span, index, end, (low, high), is_ordinal))
        index = end
    return tuple(_join_ranges(found, span))


def _number_run(span: Span, index: int, taken: frozenset[int]) -> tuple[int, float, float, bool] | None:
    """The number that starts at a token: one past its last token, its range, whether it is an ordinal."""
    doc, total, group, end, seen = span.doc, 0.0, None, index, False
    while end < span.end and end not in taken:
        word = doc[end].lower_
        value = _value(word)
        if value is None and "-" in word and all(_value(part) is not None for part in word.split("-")):
            value = sum(_value(part) or 0 for part in word.split("-"))
        if value is not None and (group is None or doc[end - 1].lower_ in {"-", "and", *TENS, *SCALES}):
            group = (group or 0) + value
        elif word in SCALES and (group is not None):
            group *= SCALES[word]
            if SCALES[word] >= 1e3:
                total, group = total + group, 0
        elif word in {"dozen"} and group:
            group *= 12
        elif (
            word in {"-", "and"}
            and seen
            and end + 1 < span.end
            and _value(doc[end + 1].lower_) is not None
            and (word == "-" or doc[end - 1].lower_ in SCALES)
        ):
            pass
        else:
            break
        seen, end = True, end + 1
    if seen and group is not None:
        return end, total + group, total + group, False
    return _other_run(doc[index], index, taken)


def _other_run(token: Token, index: int, taken: frozenset[int]) -> tuple[int, float, float, bool] | None:
    word = token.lower_
    if index in taken:
        return None
    if word in VAGUE:
        return index + 1, *VAGUE[word], False
    ordinal = _ORDINAL.match(word)
    if ordinal:
        return index + 1, float(ordinal[1]), float(ordinal[1]), True
    counts_points = token.dep_ == "advmod" and token.i + 1 < len(token.doc) and token.nbor().text == ","
    if word in ORDINALS and token.pos_ in {"ADJ", "ADV"} and not counts_points:  # not `Second, the envoy left.`
        return index + 1, ORDINALS[word], ORDINALS[word], True
    if word in {"once", "twice", "thrice"}:
        times = float(("once", "twice", "thrice").index(word) + 1)
        return index + 1, times, times, False
    return None


def _value(word: str) -> float | None:
    if _NUMERAL.match(word):
        return float(word.replace(",", ""))
    return NUMBER_WORDS.get(word)


def _quantity(span: Span, start: int, end: int, bounds: tuple[float, float], is_ordinal: bool) -> Quantity:
    doc = span.doc
    low, high = _bounded(doc[max(span.start, start - 4) : start].text, *bounds)
    unit = _unit(span, start, end)
    fate = "" if unit in vocabulary("measures") else _fate(doc[start], span)
    first = start - 1 if start > span.start and doc[start - 1].lower_ in _CURRENCY else start
    return Quantity(low, high, unit, fate, is_ordinal, doc[first:end].text, doc[start].idx - span.start_char,
                    _act_of(doc[start], span))  # fmt: skip


def _bounded(before: str, low: float, high: float) -> tuple[float, float]:
    if _AT_LEAST.search(before):
        return low, math.inf
    if _MORE_THAN.search(before):
        return math.nextafter(low, math.inf), math.inf
    if _AT_MOST.search(before):
        return 0.0, high
    if _LESS_THAN.search(before):
        return 0.0, math.nextafter(high, -math.inf)
    if _ABOUT.search(before):
        return low - abs(low) * _ABOUT_SHARE, high + abs(high) * _ABOUT_SHARE
    return low, high


def _unit(span: Span, start: int, end: int) -> str:
    doc = span.doc
    if start > span.start and doc[start - 1].lower_ in _CURRENCY:
        return _CURRENCY[doc[start - 1].lower_]
    if end < span.end and doc[end].lower_ in _PERCENT:
        return "percent"
    head = doc[start].head
    if doc[start].dep_ in {"nummod", "amod", "compound", "quantmod"} and head.pos_ == "NOUN" and head.i >= end:
        return _kind_of_thing(head)
    for token in doc[end : min(end + 4, span.end)]:
        if token.pos_ in {"NOUN"} and token.dep_ not in {"compound"}:
            return _kind_of_thing(token)
        if token.pos_ in {"VERB", "AUX", "PUNCT", "PROPN", "SCONJ"}:
            break
    return _counted_subject(doc[start], span)


def _counted_subject(token: Token, span: Span) -> str:
    """What a bare number counts, from the verb's subject: the toll rose to five, the dead number five."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            subjects = [c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and span.start <= c.i < span.end]
            casualty = [c for c in subjects if any(c.lemma_.lower() in cues for cues in FATES.values())]
            is_one = token.dep_ in {"nsubj", "nsubjpass", "dobj"} and above.lemma_.lower() in vocabulary("befalling")
            return "person" if casualty or is_one else ""
    return ""


def _act_of(token: Token, span: Span) -> str:
    verbs = (above for above in token.ancestors if above.pos_ == "VERB" and span.start <= above.i < span.end)
    return next((lemma_of(verb) for verb in verbs), "")


def _kind_of_thing(token: Token) -> str:
    return "person" if token.lemma_.lower() in GENERIC_PEOPLE else token.lemma_.lower()


def _fate(token: Token, span: Span) -> str:
    """What befell the counted, from the nearest words above and around the number."""
    near = [*token.ancestors, *token.head.children]
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    if verb is not None and verb.lemma_ in vocabulary("counting"):  # put the dead at 50
        near += [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    words = {other.lemma_.lower() for other in near if span.start <= other.i < span.end}
    return next((fate for fate, cues in FATES.items() if words & cues), "")


def _join_ranges(found: list[Quantity], span: Span) -> list[Quantity]:
    """`30 to 40`, `between 30 and 40`, `30-40` are one quantity."""
    joined: list[Quantity] = []
    for item in found:
        last = joined[-1] if joined else None
        between = span.text[last.start + len(last.text) : item.start].strip().lower() if last else ""
        before = span.text[: last.start].rstrip().lower() if last else ""
        is_range = between in {"to", "-", "–"} or (between == "and" and before.endswith("between"))
        if last and is_range and last.high < item.low:
            joined[-1] = Quantity(
                last.low, item.high, item.unit or last.unit, item.fate, False, f"{last.text} to {item.text}", last.start
            )
        else:
            joined.append(item)
    return joined
