"""What the articles claim: each article cut into propositions, the same proposition in several outlets one claim."""

from analysis.claims.clashes import between_outlets, without_repeats
from analysis.claims.discrepancies import find_discrepancies
from analysis.claims.grouping import group_claims
from analysis.claims.linking import Link, link_claims
from analysis.claims.misattributions import find_misattributed_quotations
from analysis.claims.propositions import find_propositions
from analysis.claims.questions import find_unlike_answers
from analysis.claims.rereading import reread
from analysis.claims.stances import find_stance_clashes
from analysis.claims.withheld import find_withheld_acts

__all__ = [
    "Link",
    "between_outlets",
    "find_discrepancies",
    "find_misattributed_quotations",
    "find_propositions",
    "find_stance_clashes",
    "find_unlike_answers",
    "find_withheld_acts",
    "group_claims",
    "link_claims",
    "reread",
    "without_repeats",
]
