"""Figures on where outlets agree, contradict each other or stand alone: counts of outlets and of origins."""

from collections.abc import Iterator

import pandas as pd

from analysis.briefing.catalogue.entry import LONGEST, TOP, Drawn, Entry, View, distinct, left_out, own_passage
from analysis.briefing.figure import Bars, Cell, Grid, Listing, Passage, Series
from analysis.briefing.text import excerpt
from analysis.columns import Col
from analysis.corrections import MACHINE
from analysis.palette import CLAIM_COLOURS, STATUS_COLOURS, UNKNOWN_COLOUR
from analysis.results import records
from analysis.summaries import (
    claim_map,
    dispute_table,
    only_in_one_outlet,
    origin_links,
    ranked_claims,
)
from analysis.summaries.claims import in_count
from analysis.summaries.responses import outlets
from analysis.tables import AGREEMENT, CLAIMS, ORIGINS, SENTENCES

_CLAIM_LENGTH = 110
_SIGNS = {"reports": "✓ reports", "reports both": "⇄ reports both", "contradicts": "≠ contradicts", "leaves out": "–"}
"""What a cell says of an outlet and a claim, as on the screen."""


def _numbered(claims: pd.DataFrame) -> dict[str, str]:
    """A label for each claim, by group_id: its place in the ranking and its words."""
    pairs = zip(claims[Col.GROUP_ID], claims[Col.CLAIM], strict=True)
    return {group_id: f"{number}. {excerpt(claim, _CLAIM_LENGTH)}" for number, (group_id, claim) in enumerate(pairs, 1)}


def _evidence(view: View, labels: dict[str, str]) -> list[Passage]:
    claims = view.results[CLAIMS]
    columns = (Col.GROUP_ID, Col.DOCUMENT_ID, Col.SENTENCE_INDEX)
    places = zip(*(claims[column] for column in columns), view.reviews(CLAIMS), strict=True)
    rows = [row for row in places if row[0] in labels]
    order = {group_id: at for at, group_id in enumerate(labels)}
    rows.sort(key=lambda row: order[row[0]])
    return view.passages((document_id, index, labels[key], "", review) for key, document_id, index, review in rows)


def _claims(view: View) -> Drawn:
    frame = claim_map(view.results, top=TOP)
    claims = frame.drop_duplicates(str(Col.GROUP_ID))
    counts = zip(claims[Col.STATUS], claims[Col.N_OUTLETS], claims[Col.N_ORIGINS], strict=True)
    labels = {
        group_id: f"{label} ({status}: {in_count(int(n_outlets), int(n_origins))})"
        for (group_id, label), (status, n_outlets, n_origins) in zip(_numbered(claims).items(), counts, strict=True)
    }
    states = dict(zip(zip(frame[Col.GROUP_ID], frame[Col.PUBLISHER], strict=True), frame["state"], strict=True))
    shown = outlets(view.results)
    cells = tuple(
        tuple(Cell(_SIGNS[states[group_id, outlet]], CLAIM_COLOURS[states[group_id, outlet]]) for outlet in shown)
        for group_id in labels
    )
    grid = Grid(axis="Claim", columns=tuple(shown) if labels else (), labels=tuple(labels.values()), cells=cells)
    return grid, _evidence(view, labels), left_out(len(labels), len(view.results[AGREEMENT]), "claims")


def _origins_per_claim(view: View) -> Drawn:
    claims = ranked_claims(view.results).head(TOP)
    labels = _numbered(claims)
    series = (
        Series("outlets that report it", STATUS_COLOURS["corroborated"], tuple(map(int, claims[Col.N_OUTLETS]))),
        Series("independent origins behind them", UNKNOWN_COLOUR, tuple(map(int, claims[Col.N_ORIGINS])), pattern=1),
    )
    bars = Bars(
        axis="Claim", unit="outlets, origins", categories=tuple(labels.values()), series=series, is_stacked=False
    )
    return bars, _evidence(view, labels), left_out(len(labels), len(view.results[AGREEMENT]), "claims")


def _disputes(view: View) -> Drawn:
    """A row for each side of each question; the passages of a row are those of its outlets."""
    frame = dispute_table(view.results)
    rows = [
        (str(number), own[Col.QUESTION].iloc[0], own["answer"].iloc[0], ", ".join(sorted(set(own[Col.PUBLISHER]))),
         in_count(int(own[Col.N_OUTLETS].iloc[0]), int(own[Col.N_ORIGINS].iloc[0])))
        for number, own in frame.groupby("side", sort=False)
    ]  # fmt: skip
    evidence = [
        own_passage(item, (item["side"], item[Col.PUBLISHER]), text=Col.TEXT, review=item[Col.REVIEW])
        for item in records(frame)
    ]
    listing = Listing(header=("No", "Question", "Answer", "Outlets", "Count"), rows=tuple(rows[:LONGEST]))
    return listing, evidence, left_out(len(listing.rows), len(rows), "answers")


def _alone(view: View) -> Drawn:
    frame = only_in_one_outlet(view.results)
    top = frame.head(LONGEST)
    labels = _numbered(top)
    rows = tuple(zip(labels.values(), top[Col.PUBLISHER], strict=True))
    listing = Listing(header=("Claim", "Only in"), rows=rows)
    return listing, _evidence(view, labels), left_out(len(top), len(frame), "claims")


def _origins(view: View) -> Drawn:
    frame = origin_links(view.results)
    found = [
        (int(own["n_passages"].sum()), str(origin), str(origin_id), str(kind), sorted(set(own[Col.PUBLISHER])))
        for (origin_id, origin, kind), own in frame.groupby([str(Col.ORIGIN_ID), str(Col.ORIGIN), str(Col.KIND)])
    ]
    found.sort(key=lambda row: (-row[0], *row[1:3]))
    top = found[:LONGEST]
    labels = distinct((origin, origin_id) for _, origin, origin_id, _, _ in top)
    rows = tuple((label, kind, ", ".join(names), n) for label, (n, _, _, kind, names) in zip(labels, top, strict=True))
    names = {origin_id: label for label, (_, _, origin_id, _, _) in zip(labels, top, strict=True)}
    places = [(*place, names[key], "", MACHINE) for key, place in _first_sentences(view) if key in names]
    places.sort(key=lambda place: labels.index(place[2]))
    listing = Listing(header=("Origin", "Kind", "Outlets that rest on it", "Passages"), rows=rows)
    return listing, view.passages(places), left_out(len(top), len(found), "origins")


def _first_sentences(view: View) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each reliance by origin_id, with the sentence that shows it; the first where a whole article is meant."""
    sentences: dict[str, list[tuple[int, int, int]]] = {}
    columns = (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.SENTENCE_INDEX)
    for document_id, *place in zip(*(view.results[SENTENCES][column] for column in columns), strict=True):
        sentences.setdefault(str(document_id), []).append((int(place[0]), int(place[1]), int(place[2])))
    for row in records(view.results[ORIGINS]):
        own = sentences.get(row[Col.DOCUMENT_ID], [])
        shown = (n for start, end, n in own if start < row[Col.END_CHAR] and end > row[Col.START_CHAR])
        index = next(shown, None)
        if index is not None:
            yield row[Col.ORIGIN_ID], (row[Col.DOCUMENT_ID], index)


_ALONE = "One outlet alone has nothing to be compared with, or no claim was found in the articles shown."

ENTRIES = (
    Entry(
        key="claims",
        title="Which outlet reports what",
        question="Which claims does each outlet report, contradict or leave out?",
        draw=_claims,
        note="Disputed claims first, then those in most outlets. A dash: left out, which is not denied.",
        nothing=_ALONE,
    ),
    Entry(
        key="origins-per-claim",
        title="On how many origins each claim rests",
        question="How many outlets report a claim, and how many independent origins stand behind them?",
        draw=_origins_per_claim,
        note="Outlets that share an agency, a text or one cited source count as one origin.",
        nothing=_ALONE,
    ),
    Entry(
        key="discrepancies",
        title="Where outlets contradict each other",
        question="Which questions do outlets answer in different ways, and who answers what?",
        draw=_disputes,
        note="1a and 1b are two answers to question 1. Readout does not decide between them.",
        nothing="No contradiction between outlets was found in the articles shown.",
    ),
    Entry(
        key="alone",
        title="What one outlet alone reports",
        question="Which claims rest on a single outlet?",
        draw=_alone,
        nothing="No claim is reported by one outlet alone.",
    ),
    Entry(
        key="origins",
        title="Where outlets get it from",
        question="Which agencies, institutes or shared texts do outlets rest on?",
        draw=_origins,
        nothing="No shared origin was found in the articles shown.",
    ),
)
