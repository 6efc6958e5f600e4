"""What the articles claim: each article cut into propositions, the same proposition in several outlets one claim."""

from analysis.claims.discrepancies import find_discrepancies
from analysis.claims.grouping import Link, group_claims, link_claims
from analysis.claims.propositions import find_propositions

__all__ = ["Link", "find_discrepancies", "find_propositions", "group_claims", "link_claims"]
