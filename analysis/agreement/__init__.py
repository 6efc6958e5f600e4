"""Where the outlets agree: per claim who reports it and on how many origins; per pair of outlets beyond chance.

No figure here says that a claim holds.
"""

from analysis.agreement.claims import agree_on_claims
from analysis.agreement.pairs import agree_between_outlets

__all__ = ["agree_between_outlets", "agree_on_claims"]
