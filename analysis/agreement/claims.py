"""Claim by claim: who reports it, who leaves it out, whether anybody contradicts it, on how many origins it rests.

`corroborated` means that two or more outlets tell it; the number of independent origins beside it says whether they may
have it from one another, or all from one source.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.columns import Col
from analysis.reliance import Uses, count_independent, origins_of_claims
from analysis.results import records
from analysis.stretches import Stretches
from analysis.tables import AGREEMENT, Row
from analysis.touched_claims import Touched, touched_claims

Passage = Mapping[str, Any]
_OPENS, _ENDS = 0.15, 0.1
"""What the start and the end of a sentence are worth in a passage that names a claim [likelihood]; by reading the names
of the claims of three events and the seeds."""


def agree_on_claims(
    claims: pd.DataFrame, discrepancies: pd.DataFrame, origins: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """AGREEMENT: every claim, the most widely told first."""
    outlet_of = {str(row["document_id"]): str(row["publisher"]) for row in records(documents)}
    everyone, used = sorted(set(outlet_of.values())), origins_of_claims(claims, origins, outlet_of)
    touched = touched_claims(claims, discrepancies)
    disputed, beside = _disputed(touched, discrepancies), _disputed_beside(claims, touched)
    groups: dict[str, list[Passage]] = defaultdict(list)
    for row in records(claims):
        groups[str(row["group_id"])].append(row)
    rows = [
        _claim(_label(passages, beside), passages, used[group], everyone, disputed.get(group, ()))
        for group, passages in groups.items()
    ]
    return AGREEMENT.frame(sorted(rows, key=lambda row: (-int(str(row[Col.N_OUTLETS])), str(row[Col.GROUP_ID]))))


def _disputed(touched: Iterable[Touched], discrepancies: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """The reasons for which each claim is contradicted."""
    reasons = {str(item["discrepancy_id"]): str(item["reason"]) for item in records(discrepancies)}
    found: dict[str, list[str]] = defaultdict(list)
    for dispute in touched:
        for group in sorted(frozenset().union(*dispute.groups)):
            found[group].append(reasons[dispute.discrepancy_id])
    return {group: tuple(dict.fromkeys(found[group])) for group in sorted(found)}


def _disputed_beside(claims: pd.DataFrame, touched: Iterable[Touched]) -> frozenset[str]:
    """Passages (claim_id) in which something is disputed that is not their claim."""
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for row in records(claims):
        by_article[row[Col.DOCUMENT_ID]].append(row)
    passages = {
        key: Stretches(rows, lambda row: (row[Col.START_CHAR], row[Col.END_CHAR])) for key, rows in by_article.items()
    }
    return frozenset(
        item[Col.CLAIM_ID]
        for dispute in touched
        for document_id, span, groups in zip(dispute.documents, dispute.spans, dispute.groups, strict=True)
        if document_id in passages
        for item in passages[document_id].touching(*span)
        if item[Col.GROUP_ID] not in groups
    )


def _claim(
    label: str, passages: Sequence[Passage], used: Uses, everyone: Sequence[str], disputed: Sequence[str]
) -> Row:
    n_origins = count_independent(used)
    status = "contradicted" if disputed else "corroborated" if len(used) > 1 else "single source"
    reason = "; ".join(disputed) if disputed else f"told by {len(used)} of {len(everyone)} outlets"
    if n_origins < len(used):
        reason += f"; {len(used)} outlets, {n_origins} origin{'' if n_origins == 1 else 's'}"
    return {
        Col.GROUP_ID: passages[0]["group_id"],
        Col.CLAIM: label,
        Col.STATUS: status,
        Col.OUTLETS: " | ".join(sorted(used)),
        Col.OMITTED_BY: " | ".join(outlet for outlet in everyone if outlet not in used),
        Col.N_OUTLETS: len(used),
        Col.N_DOCUMENTS: len({p["document_id"] for p in passages}),
        Col.N_ORIGINS: n_origins,
        Col.ORIGIN: " | ".join(sorted({name for origins in used.values() for name in origins.values()})),
        Col.REASON: reason,
    }


def _label(passages: Sequence[Passage], beside: Container[str]) -> str:
    """The passage that names a claim, for an analyst who reads it by itself.

    None of which a part that the others do not share is in dispute, if there is one: what is corroborated must not seem
    to hold it. Then the closest to the others; whole sentences are worth a longer way.
    """

    def rank(passage: Passage) -> tuple[bool, float, int, str]:
        text, key = str(passage["text"]).strip(), str(passage["claim_id"])
        opens, ends = text[:1].isupper() or text[:1].isdigit(), text.endswith((".", "!", "?", "”", '"'))
        closeness = float(str(passage["score"] or 0)) + _OPENS * opens + _ENDS * ends
        return key not in beside, closeness, -len(text), key

    return str(max(passages, key=rank)["text"])
