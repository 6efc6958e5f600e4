"""Institutes whose analysis an article gives: the Institute for the Study of War, the Syrian Observatory."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.origins.cited import VERBS
from analysis.origins.names import load_names
from analysis.origins.rows import origin_row, slug
from analysis.results import records
from analysis.tables import Row

KIND = "institute"


def find_institutes(sentences: pd.DataFrame, statements: pd.DataFrame) -> Iterator[Row]:
    """Sentences that name an institute as their source, also by its initials, or that give its people's word.

    Args:
        sentences: SENTENCES.
        statements: STATEMENTS; their speakers tell that `the analysts` are an institute's.
    """
    short: dict[str, dict[str, str]] = defaultdict(dict)
    rows = records(sentences)
    for sentence in rows:
        for match in _pattern().finditer(str(sentence["text"])):
            name = _name(match)
            if name:
                short[str(sentence["document_id"])][match[1] or name] = name
                short[str(sentence["document_id"])][name] = name
    speakers = _speakers(statements)
    for sentence in rows:
        text = str(sentence["text"])
        heard = speakers[str(sentence["document_id"]), int(str(sentence["sentence_index"]))]
        for written, name in sorted(short[str(sentence["document_id"])].items()):
            if _is_source(written, text) or slug(name) in heard:
                yield origin_row(
                    name, KIND, sentence, rule="origins.institute", reason="the sentence gives the institute's analysis"
                )


def _speakers(statements: pd.DataFrame) -> Mapping[tuple[str, int], set[str]]:
    """The names [as parts of keys] of those who speak in each sentence of each article."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in records(statements):
        found[str(row["document_id"]), int(row["sentence_index"])].add(str(row["speaker_entity_id"]).partition(":")[2])
    return found


@functools.lru_cache(maxsize=1)
def _pattern() -> "re.Pattern[str]":
    words = "|".join(re.escape(word) for word in load_names().institutes)
    capital = r"(?:[A-Z][\w&’'-]*|of|for|the|and|on|in)"
    return re.compile(rf"\b(?:[A-Z][\w&’'-]* )*(?:{words})(?: {capital})*(?: \(([A-Z]{{2,8}})\))?")


def _name(match: "re.Match[str]") -> str:
    name = re.sub(r"\s*\([A-Z]+\)$", "", match[0])
    name = re.sub(r"\s+(?:of|for|the|and|on|in)$", "", name)
    name = re.sub(r"^(?:The|American|British|Russian|Ukrainian|US|U\.S\.|Washington-based) ", "", name)
    return name if len(name.split()) > 2 else ""


def _is_source(written: str, text: str) -> bool:
    name = re.escape(written)
    before, after = r"(?:according to|citing|by|cites?)\s[^.]{0,40}", r"\)?[,’'s\s]*(?:which |also |has )*"
    return bool(re.search(rf"{before}{name}|{name}{after}{VERBS}\b", text))
