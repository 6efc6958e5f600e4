"""Figures on how far two outlets agree beyond chance."""

from collections.abc import Mapping
from typing import Any

from analysis.briefing.catalogue.entry import LONGEST, TOP, Drawn, Entry, View, left_out
from analysis.briefing.figure import Cell, Grid, Listing
from analysis.columns import Col
from analysis.corrections import MACHINE
from analysis.palette import PAPER, alpha_colour
from analysis.results import records
from analysis.summaries import pair_matrix
from analysis.summaries.sources import with_outlet
from analysis.tables import CLAIMS, DOCUMENTS, OUTLET_PAIRS, RESPONSES

_MEASURES = ("claims", "responses")
"""What a brief tells of outlet pairs; agreement act by act is for the screen and the table files."""


def _pairs(view: View) -> Drawn:
    frame = view.results[OUTLET_PAIRS]
    frame = frame[frame[Col.MEASURE].isin(_MEASURES)]
    told = {measure: _told(view, measure) for measure in _MEASURES}
    rows, places = [], []
    for number, item in enumerate(records(frame.head(LONGEST)), 1):
        agreed = f"{item[Col.N_AGREED]} of {item[Col.N_UNITS]}"
        outlets_of_pair = (item[Col.PUBLISHER_A], item[Col.PUBLISHER_B])
        rows.append((number, " and ".join(outlets_of_pair), item[Col.MEASURE], agreed, _alpha(item), item[Col.WARNING]))
        places += [(*place, str(number), "", MACHINE) for place in _both(told[item[Col.MEASURE]], *outlets_of_pair)]
    header = ("No", "Outlets", "Compared by", "Agreed", "Alpha (95 % interval)", "Caution")
    return Listing(header=header, rows=tuple(rows)), view.passages(places), left_out(len(rows), len(frame), "pairs")


def _alpha(item: Mapping[str, Any]) -> str:
    """Alpha with its interval, as far as they can be computed."""
    if item[Col.ALPHA] is None:
        return "cannot be computed"
    interval = f" ({item[Col.ALPHA_LOW]:.2f} to {item[Col.ALPHA_HIGH]:.2f})" if item[Col.ALPHA_LOW] is not None else ""
    return f"{item[Col.ALPHA]:.2f}{interval}"


def _matrix(view: View) -> Drawn:
    """Each pair once, below the diagonal, as on the screen."""
    frame = pair_matrix(view.results, measure=_MEASURES[0])
    shown = sorted(set(frame[Col.PUBLISHER_A]))[: TOP + 1]
    pairs = {(item[Col.PUBLISHER_A], item[Col.PUBLISHER_B]): item for item in records(frame)}
    cells = tuple(
        tuple(_pair_cell(pairs[row, column]) if column < row else Cell("", PAPER) for column in shown[:-1])
        for row in shown[1:]
    )
    told = _told(view, _MEASURES[0])
    places = [
        (*place, row, column, MACHINE)
        for row in shown[1:]
        for column in shown[:-1]
        if column < row
        for place in _both(told, row, column)
    ]
    grid = Grid(axis="Outlet", columns=tuple(shown[:-1]), labels=tuple(shown[1:]), cells=cells)
    return (
        grid,
        view.passages(places),
        left_out(len(shown), view.results[DOCUMENTS][Col.PUBLISHER].nunique(), "outlets"),
    )


Sentences = list[tuple[str, int]]
"""Articles and numbers of sentences in them."""


def _told(view: View, measure: str) -> list[dict[str, Sentences]]:
    """Each thing that a measure compares: by outlet, the sentences that report it."""
    table, keys = (CLAIMS, [Col.GROUP_ID]) if measure == "claims" else (RESPONSES, [Col.COUNTRY_CODE, Col.ACT])
    rows = with_outlet(view.results[table], view.results)
    rows = rows[rows[keys[0]].ne("")]
    found: dict[tuple[str, ...], dict[str, Sentences]] = {}
    columns = (rows[column] for column in (*keys, Col.PUBLISHER, Col.DOCUMENT_ID, Col.SENTENCE_INDEX))
    for *key, outlet, document_id, index in zip(*columns, strict=True):
        found.setdefault(tuple(key), {}).setdefault(outlet, []).append((str(document_id), int(index)))
    return [by_outlet for _, by_outlet in sorted(found.items())]


def _both(told: list[dict[str, Sentences]], first: str, second: str) -> Sentences:
    """The sentences in which two outlets report the same things."""
    return [place for one in told if first in one and second in one for place in (*one[first], *one[second])]


def _pair_cell(item: Mapping[str, Any]) -> Cell:
    caution = "⚠ " if item[Col.WARNING] else ""
    return Cell(f"{caution}{_alpha(item)}", alpha_colour(item[Col.ALPHA], is_reliable=not item[Col.WARNING]))


ENTRIES = (
    Entry(
        key="outlet-pairs",
        title="How far outlets agree beyond chance",
        question="On how many of the things that both could report do two outlets say the same?",
        draw=_pairs,
        note="Alpha is Krippendorff's: 1 full agreement, 0 what chance would give.",
        nothing="There are no two outlets to compare.",
    ),
    Entry(
        key="alpha-matrix",
        title="Do two outlets report the same?",
        question="How far does each outlet agree with each other one on which claims to report, beyond chance?",
        draw=_matrix,
        note="Krippendorff's alpha and its 95 % interval: 1 full agreement, 0 what chance would give. Green is above "
        "chance, orange below; ⚠ and grey: do not lean on it. The passages are those that both report.",
        nothing="There are no two outlets to compare.",
    ),
)
