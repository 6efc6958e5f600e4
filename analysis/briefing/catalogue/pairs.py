"""Figures on how far two outlets agree beyond chance."""

from collections.abc import Mapping
from typing import Any

from analysis.briefing.catalogue.entry import LONGEST, TOP, Drawn, Entry, View, left_out
from analysis.briefing.figure import Cell, Grid, Listing
from analysis.columns import Col
from analysis.palette import PAPER, alpha_colour
from analysis.results import records
from analysis.summaries import evidence_of_pair, pair_matrix
from analysis.tables import DOCUMENTS, OUTLET_PAIRS

_MEASURES = ("claims", "responses")
"""What a brief tells of outlet pairs; agreement act by act is for the screen and the table files."""


def _pairs(view: View) -> Drawn:
    frame = view.results[OUTLET_PAIRS]
    frame = frame[frame[Col.MEASURE].isin(_MEASURES)]
    rows, places = [], []
    for number, item in enumerate(records(frame.head(LONGEST)), 1):
        agreed = f"{item[Col.N_AGREED]} of {item[Col.N_UNITS]}"
        outlets_of_pair = (item[Col.PUBLISHER_A], item[Col.PUBLISHER_B])
        rows.append((number, " and ".join(outlets_of_pair), item[Col.MEASURE], agreed, _alpha(item), item[Col.WARNING]))
        shared = evidence_of_pair(view.results, publishers=outlets_of_pair, measure=item[Col.MEASURE])
        places += view.places(shared, str(number))
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
    places = [
        (*place[:3], column, place[4])
        for row in shown[1:]
        for column in shown[:-1]
        if column < row
        for place in view.places(evidence_of_pair(view.results, publishers=(row, column)), row)
    ]
    grid = Grid(axis="Outlet", columns=tuple(shown[:-1]), labels=tuple(shown[1:]), cells=cells)
    return (
        grid,
        view.passages(places),
        left_out(len(shown), view.results[DOCUMENTS][Col.PUBLISHER].nunique(), "outlets"),
    )


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
