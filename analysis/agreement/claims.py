"""Claim by claim: who reports it, who leaves it out, whether anybody contradicts it, on how many origins it rests.

`corroborated` means that two or more outlets tell it; the number of independent origins beside it says whether they may
have it from one another, or all from one source.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.columns import Col
from analysis.reliance import Uses, count_independent, origins_of_claims
from analysis.results import records
from analysis.tables import AGREEMENT, Row
from analysis.touched_claims import touched_claims

Passage = Mapping[str, object]


def agree_on_claims(
    claims: pd.DataFrame, discrepancies: pd.DataFrame, origins: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """AGREEMENT: every claim, the most widely told first."""
    outlet_of = {str(row["document_id"]): str(row["publisher"]) for row in records(documents)}
    everyone, disputed = sorted(set(outlet_of.values())), _disputed(claims, discrepancies)
    used = origins_of_claims(claims, origins, outlet_of)
    groups: dict[str, list[Passage]] = defaultdict(list)
    for row in records(claims):
        groups[str(row["group_id"])].append(row)
    rows = [
        _claim(group, passages, used[group], everyone, disputed.get(group, ())) for group, passages in groups.items()
    ]
    return AGREEMENT.frame(sorted(rows, key=lambda row: (-int(str(row[Col.N_OUTLETS])), str(row[Col.GROUP_ID]))))


def _disputed(claims: pd.DataFrame, discrepancies: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    """The reasons for which each claim is contradicted."""
    reasons = {str(item["discrepancy_id"]): str(item["reason"]) for item in records(discrepancies)}
    found: dict[str, list[str]] = defaultdict(list)
    for dispute in touched_claims(claims, discrepancies):
        for group in sorted(frozenset().union(*dispute.groups)):
            found[group].append(reasons[dispute.discrepancy_id])
    return {group: tuple(dict.fromkeys(found[group])) for group in sorted(found)}


def _claim(
    group: str, passages: Sequence[Passage], used: Uses, everyone: Sequence[str], disputed: Sequence[str]
) -> Row:
    n_origins = count_independent(used)
    status = "contradicted" if disputed else "corroborated" if len(used) > 1 else "single source"
    reason = "; ".join(disputed) if disputed else f"told by {len(used)} of {len(everyone)} outlets"
    if n_origins < len(used):
        reason += f"; {len(used)} outlets, {n_origins} origin{'' if n_origins == 1 else 's'}"
    return {
        Col.GROUP_ID: group,
        Col.CLAIM: _label(passages),
        Col.STATUS: status,
        Col.OUTLETS: " | ".join(sorted(used)),
        Col.OMITTED_BY: " | ".join(outlet for outlet in everyone if outlet not in used),
        Col.N_OUTLETS: len(used),
        Col.N_DOCUMENTS: len({p["document_id"] for p in passages}),
        Col.N_ORIGINS: n_origins,
        Col.ORIGIN: " | ".join(sorted({name for origins in used.values() for name in origins.values()})),
        Col.REASON: reason,
    }


def _label(passages: Sequence[Passage]) -> str:
    """The passage that names a claim: one that opens a sentence, of those the closest to the others, then the shortest.

    An analyst reads it by itself, so that a piece out of a sentence comes last.
    """

    def rank(passage: Passage) -> tuple[bool, bool, float, int, str]:
        text = str(passage["text"]).strip()
        is_sentence = text[:1].isupper() or text[:1].isdigit()
        closeness = float(str(passage["score"] or 0))
        return is_sentence, text.endswith((".", "!", "?", "”", '"')), closeness, -len(text), str(passage["claim_id"])

    return str(max(passages, key=rank)["text"])
