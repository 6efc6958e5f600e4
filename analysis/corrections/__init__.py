"""What an analyst puts right, laid over what the machine found."""

from analysis.corrections.applying import CHECKED, CORRECTED, MACHINE, NOT_FOUND, correct, review_of
from analysis.corrections.making import (
    change_response,
    check,
    delete_actor,
    dismiss,
    join_claims,
    merge_actors,
    move_actor,
    part_claim,
    rename_actor,
    retype_actor,
    split_actor,
)
from analysis.corrections.records import KINDS, Correction, made_together

__all__ = [
    "CHECKED", "CORRECTED", "KINDS", "MACHINE", "NOT_FOUND", "Correction", "change_response", "check", "correct",
    "delete_actor", "dismiss", "join_claims", "made_together", "merge_actors", "move_actor", "part_claim",
    "rename_actor", "retype_actor", "review_of", "split_actor",
]  # fmt: skip
