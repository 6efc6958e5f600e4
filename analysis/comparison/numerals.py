"""Which number stands at a place of a text, in figures or words, as the range that it allows.

A number may run over several words: two hundred and five, half a million, a few hundred, tens of thousands.
"""

import re

from spacy.tokens import Span, Token

from analysis.comparison.number_words import NUMBER_WORDS, ORDINALS, SCALES, SOME, TENS, VAGUE

_NUMERAL = re.compile(r"^[+-]?\d[\d,]*(?:\.\d+)?$")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


def number_at(span: Span, index: int, taken: frozenset[int]) -> tuple[int, float, float, bool] | None:
    """The number that starts at a token: one past its last token, its range, whether it is an ordinal."""
    doc, total, group, end, seen = span.doc, 0.0, None, index, False
    while end < span.end and end not in taken:
        word = doc[end].lower_
        value = _value(word)
        if word in {"a", "an"} and _is_scale(span, end + 1) and (group is None or doc[end - 1].lower_ == "half"):
            group = 1.0 if group is None else group  # a million, half a million
            seen, end = True, end + 1
            continue
        if group is not None and doc[end : end + 3].text.lower() == "and a half" and _is_scale(span, end + 3):
            group, end = group + 0.5, end + 3
            continue
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
    return _other_run(span, index, taken)


def _other_run(span: Span, index: int, taken: frozenset[int]) -> tuple[int, float, float, bool] | None:
    token: Token = span.doc[index]
    word = token.lower_
    if index in taken:
        return None
    scaled = _scaled_run(span, index)
    if scaled is not None:
        return scaled
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


def _scaled_run(span: Span, index: int) -> tuple[int, float, float, bool] | None:
    """So many of an order of magnitude, as a range: a few hundred, tens of thousands, a couple of million."""
    doc = span.doc
    some = SOME.get(doc[index].lower_)
    end = index + 2 if doc[index + 1 : index + 2].text.lower() == "of" else index + 1
    scale = SCALES.get(doc[end].lower_.removesuffix("s")) if end < span.end else None
    return None if some is None or scale is None else (end + 1, some[0] * scale, some[1] * scale, False)


def _is_scale(span: Span, index: int) -> bool:
    """Whether hundred, million or dozen stands there, and not the `m` of a figure."""
    word = span.doc[index].lower_ if index < span.end else ""
    return len(word) > 2 and word in {*SCALES, "dozen"}


def _value(word: str) -> float | None:
    if _NUMERAL.match(word):
        return float(word.replace(",", ""))
    return NUMBER_WORDS.get(word)
