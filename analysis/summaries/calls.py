"""Readouts compared: what each side of a call or meeting is reported to have done, outlet by outlet."""

import pandas as pd

from analysis.columns import Col
from analysis.countries import country_name
from analysis.filters import SEPARATOR
from analysis.results import Results, records
from analysis.summaries.evidence import EVIDENCE_COLUMNS, NOTE, evidence_of_responses
from analysis.summaries.reviews import REVIEW, joined, reviews_by
from analysis.summaries.sources import outlets, with_outlet
from analysis.tables import RESPONSES

CONSULT = "CONSULT"
COLUMNS = (
    "country_code_a", "country_a", "country_code_b", "country_b", str(Col.PUBLISHER), "acts_a", "acts_b", REVIEW,
)  # fmt: skip


def calls(results: Results) -> pd.DataFrame:
    """Every two countries that consulted: what each did towards the other, in each outlet.

    A pair is taken up when any outlet reports that one consulted the other; an outlet that reports nothing between the
    two has empty acts.

    Returns:
        COLUMNS; the pairs that most outlets tell of first, each with every outlet.
    """
    rows = with_outlet(results[RESPONSES], results)
    rows = rows[rows[Col.TARGET_CODE].ne("") & rows[Col.TARGET_CODE].ne(rows[Col.COUNTRY_CODE])]
    told: dict[tuple[str, str], dict[tuple[str, str], set[str]]] = {}
    consulted = set()
    for row in records(rows):
        code, target = str(row[Col.COUNTRY_CODE]), str(row[Col.TARGET_CODE])
        pair = (min(code, target), max(code, target))
        told.setdefault(pair, {}).setdefault((str(row[Col.PUBLISHER]), code), set()).add(str(row[Col.ACT]))
        if row[Col.ACT] == CONSULT:
            consulted.add(pair)
    ranked = sorted(consulted, key=lambda pair: (-len({publisher for publisher, _ in told[pair]}), pair))
    reviews = reviews_by(results, RESPONSES, [Col.COUNTRY_CODE, Col.TARGET_CODE, Col.PUBLISHER])
    found = [
        (
            a,
            country_name(a),
            b,
            country_name(b),
            publisher,
            *(_joined(told[(a, b)], publisher, side) for side in (a, b)),
            joined(reviews[key] for key in ((a, b, publisher), (b, a, publisher)) if key in reviews),
        )
        for a, b in ranked
        for publisher in outlets(results)
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def evidence_of_call(results: Results, *, codes: tuple[str, str], publisher: str = "") -> pd.DataFrame:
    """Passages that report what two countries did towards each other, with the side that acts in the note."""
    first, second = codes
    sides = []
    for code, target in ((first, second), (second, first)):
        own = evidence_of_responses(results, country_code=code, target_code=target, publisher=publisher)
        sides.append(own.assign(**{NOTE: country_name(code) + ": " + own[NOTE].astype("string")}))
    both = pd.concat(sides)
    order = [Col.PUBLISHED_ON, Col.PUBLISHER, Col.DOCUMENT_ID, Col.START_CHAR, NOTE]
    return both.sort_values(order, ignore_index=True)[list(EVIDENCE_COLUMNS)]


def _joined(told: dict[tuple[str, str], set[str]], publisher: str, side: str) -> str:
    return SEPARATOR.join(sorted(told.get((publisher, side), set())))
