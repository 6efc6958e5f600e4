"""Which outlets rest on one origin: an agency both credit, an institute both cite, a passage both carry.

Five outlets that all print one agency are one source five times. Reliance is found passage by passage: an outlet may
take one paragraph from an agency and report the next itself. A credit in the dateline covers the whole article.
"""

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

from analysis.columns import Col
from analysis.results import records
from analysis.settings import Settings
from analysis.tables import ORIGINS, Row

_VERBS = (
    r"(?:report(?:s|ed)?|said|says|wrote|writes|quoted|cited|announced|confirmed|believes?|assess(?:es|ed)?|"
    r"notes?|noted|points? out|concluded?|estimates?|estimated|found|claims?|claimed|judge[sd]?|argue[sd]?)"
)
_SHINGLE_WORDS = 3
_PERMUTATIONS = 128
_MISS_LITTLE = (0.1, 0.9)
"""Weights of false candidates and missed ones: candidates are compared anyway, so that only a miss is a loss."""


def find_origins(documents: pd.DataFrame, sentences: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """ORIGINS: each article's reliance on an origin outside it, with the sentence that shows it."""
    rows: dict[tuple[str, str, int, int], Row] = {}
    for row in (*_credits(documents, sentences), *_institutes(sentences), *_shared_passages(sentences, settings)):
        key = (
            str(row[Col.ORIGIN_ID]),
            str(row[Col.DOCUMENT_ID]),
            int(str(row[Col.START_CHAR])),
            int(str(row[Col.END_CHAR])),
        )
        rows.setdefault(key, row)
    return ORIGINS.frame(rows[key] for key in sorted(rows))


@functools.lru_cache(maxsize=1)
def _agencies() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Each agency with the pattern of a credit to it."""
    table = tomllib.loads(Path(__file__).with_name("origins.toml").read_text(encoding="utf-8"))["agencies"]
    return tuple((agency, _credit_pattern(names)) for agency, names in table.items())


def _credit_pattern(names: list[str]) -> "re.Pattern[str]":
    name = "(?:the )?(?:" + "|".join(re.escape(item) for item in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    return re.compile(
        rf"\((?:[A-Z ]+/)?{name}\)|(?:[Tt]old|[Aa]ccording to|[Cc]iting|[Cc]ited by|[Qq]uoted by|[Tt]ext by|via|"
        rf"[Rr]eported by|[Ss]ource:|[Tt]alking to|[Ii]nterview with|[Bb]y)\s+(?:[\w\s]{{0,24}}?\b)?{name}|"
        rf"\b{name}(?:\s+(?:news )?(?:agency|outlet))?(?:,)?\s+(?:also |earlier |has |had )?{_VERBS}\b"
    )


def _credits(documents: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Row]:
    for document in records(documents):
        for agency, pattern in _agencies():
            if pattern.search(str(document["publisher"])):
                yield _row(agency, "agency", document, 0, len(str(document["text"])), str(document["publisher"]),
                           "origins.publisher", "the outlet's own line credits the agency")  # fmt: skip
    for sentence in records(sentences):
        for agency, pattern in _agencies():
            if pattern.search(str(sentence["text"])):
                yield _row(agency, "agency", sentence, sentence["start_char"], sentence["end_char"],
                           str(sentence["text"]), "origins.credit", "the sentence credits the agency")  # fmt: skip


@functools.lru_cache(maxsize=1)
def _institute_pattern() -> "re.Pattern[str]":
    table = tomllib.loads(Path(__file__).with_name("origins.toml").read_text(encoding="utf-8"))["institutes"]
    words = "|".join(re.escape(word) for word in table["words"])
    capital = r"(?:[A-Z][\w&’'-]*|of|for|the|and|on|in)"
    return re.compile(rf"\b(?:[A-Z][\w&’'-]* )*(?:{words})(?: {capital})*(?: \(([A-Z]{{2,8}})\))?")


def _institutes(sentences: pd.DataFrame) -> Iterator[Row]:
    """Institutes named as a source, also by the initials that an article introduces in brackets."""
    short: dict[str, dict[str, str]] = defaultdict(dict)
    rows = records(sentences)
    for sentence in rows:
        for match in _institute_pattern().finditer(str(sentence["text"])):
            name = _institute_name(match)
            if name:
                short[str(sentence["document_id"])][match[1] or name] = name
                short[str(sentence["document_id"])][name] = name
    for sentence in rows:
        text = str(sentence["text"])
        for written, name in sorted(short[str(sentence["document_id"])].items()):
            quoted = re.escape(written)
            is_source = re.search(
                rf"(?:according to|citing|by|cites?)\s[^.]{{0,40}}{quoted}|"
                rf"{quoted}\)?[,’'s\s]*(?:which |also |has )*{_VERBS}\b",
                text,
            )
            if is_source:
                yield _row(name, "institute", sentence, sentence["start_char"], sentence["end_char"], text,
                           "origins.institute", "the sentence gives the institute's analysis")  # fmt: skip


def _institute_name(match: "re.Match[str]") -> str:
    name = re.sub(r"\s*\([A-Z]+\)$", "", match[0])
    name = re.sub(r"\s+(?:of|for|the|and|on|in)$", "", name)
    name = re.sub(r"^(?:The|American|British|Russian|Ukrainian|US|U\.S\.|Washington-based) ", "", name)
    return name if len(name.split()) > 2 else ""


def _shared_passages(sentences: pd.DataFrame, settings: Settings) -> Iterator[Row]:
    """Sentences that two articles carry almost word for word: one wrote them, or both took them."""
    rows = [row for row in records(sentences) if len(str(row["text"]).split()) >= settings.shared_passage_words]
    index = MinHashLSH(threshold=settings.shared_passage_share, num_perm=_PERMUTATIONS, weights=_MISS_LITTLE)
    hashes = [_minhash(str(row["text"])) for row in rows]
    for place, item in enumerate(hashes):
        index.insert(place, item)
    for place, row in enumerate(rows):
        twins = sorted(
            int(other)
            for other in index.query(hashes[place])
            if rows[int(other)]["document_id"] != row["document_id"]
            and hashes[place].jaccard(hashes[int(other)]) >= settings.shared_passage_share
        )
        if twins:
            first = rows[min([place, *twins])]["document_id"]
            others = ", ".join(sorted({str(rows[twin]["document_id"]) for twin in twins}))
            yield _row(f"passage first found in {first}", "shared text", row, row["start_char"], row["end_char"],
                       str(row["text"]), "origins.shared", f"almost the same words stand in {others}")  # fmt: skip


def _minhash(text: str) -> MinHash:
    words = re.findall(r"\w+", text.lower())
    found = MinHash(num_perm=_PERMUTATIONS, seed=1)
    found.update_batch(
        [" ".join(words[i : i + _SHINGLE_WORDS]).encode() for i in range(max(1, len(words) - _SHINGLE_WORDS + 1))]
    )
    return found


def _row(
    origin: str,
    kind: str,
    place: Mapping[str, object],
    start: object,
    end: object,
    evidence: str,
    rule: str,
    reason: str,
) -> Row:
    slug = re.sub(r"\W+", "-", origin.lower()).strip("-")
    return {
        Col.ORIGIN_ID: f"{kind.replace(' ', '-')}:{slug}",
        Col.ORIGIN: origin,
        Col.KIND: kind,
        Col.DOCUMENT_ID: place["document_id"],
        Col.START_CHAR: start,
        Col.END_CHAR: end,
        Col.EVIDENCE: evidence,
        Col.RULE_ID: rule,
        Col.REASON: reason,
    }
