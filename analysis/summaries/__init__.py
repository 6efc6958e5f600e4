"""Tables to the small frames that charts draw and exports write; both take them from here, so their figures agree.

Each function takes Results, filtered or not, and returns a frame with plain columns; an empty one when nothing is
there. A row that stands for a mark carries its parts (entity_id, country_code, publisher ...), from which
`analysis.summaries.evidence` finds the sentences behind it.
"""

from analysis.summaries.actors import (
    appearances_together,
    first_appearances,
    mentions_by_actor_and_outlet,
)
from analysis.summaries.agreement import discrepancy_table, origin_links, pair_matrix
from analysis.summaries.calls import calls, evidence_of_call
from analysis.summaries.claims import (
    claim_map,
    only_in_one_outlet,
    ranked_claims,
)
from analysis.summaries.disputes import dispute_table
from analysis.summaries.evidence import (
    evidence_of_claim,
    evidence_of_claim_in_outlet,
    evidence_of_country,
    evidence_of_mentions,
    evidence_of_origin,
    evidence_of_pair,
    evidence_of_responses,
    evidence_of_sentences,
)
from analysis.summaries.quotations import quotation_forms
from analysis.summaries.responses import (
    dyads,
    quotes,
    response_grid,
    response_ladder,
    responses_by_country,
    timeline,
)

__all__ = [
    "appearances_together",
    "calls",
    "claim_map",
    "discrepancy_table",
    "dispute_table",
    "dyads",
    "evidence_of_call",
    "evidence_of_claim",
    "evidence_of_claim_in_outlet",
    "evidence_of_country",
    "evidence_of_mentions",
    "evidence_of_origin",
    "evidence_of_pair",
    "evidence_of_responses",
    "evidence_of_sentences",
    "first_appearances",
    "mentions_by_actor_and_outlet",
    "only_in_one_outlet",
    "origin_links",
    "pair_matrix",
    "quotation_forms",
    "quotes",
    "ranked_claims",
    "response_grid",
    "response_ladder",
    "responses_by_country",
    "timeline",
]
