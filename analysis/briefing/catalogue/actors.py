"""Figures on who is in the story."""

from analysis.briefing.catalogue.entry import TOP, Drawn, Entry, View, distinct, left_out
from analysis.briefing.figure import Bars, Listing, Series
from analysis.columns import Col
from analysis.corrections import MACHINE
from analysis.summaries import appearances_together, first_appearances, mentions_by_actor_and_outlet
from analysis.tables import ACTORS, MENTIONS


def _by_outlet(view: View) -> Drawn:
    frame = mentions_by_actor_and_outlet(view.results, top=TOP)
    actors = frame.drop_duplicates(Col.ENTITY_ID)
    ids = list(actors[Col.ENTITY_ID])
    labels = distinct(zip(actors[Col.ENTITY], actors[Col.ENTITY_ID], strict=True))
    counts = {
        (entity_id, outlet): int(number)
        for entity_id, outlet, number in zip(
            frame[Col.ENTITY_ID], frame[Col.PUBLISHER], frame[Col.N_MENTIONS], strict=True
        )
    }
    series = tuple(
        Series(outlet, view.colours[outlet], tuple(counts.get((entity_id, outlet), 0) for entity_id in ids))
        for outlet in sorted(set(frame[Col.PUBLISHER]))
    )
    names = dict(zip(ids, labels, strict=True))
    mentions = view.results[MENTIONS]
    columns = (mentions[column] for column in (Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.ENTITY_ID))
    places = zip(*columns, view.reviews(MENTIONS), strict=True)
    named = sorted(
        ((document_id, index, names[key], "", review) for document_id, index, key, review in places if key in names),
        key=lambda place: labels.index(place[2]),
    )
    bars = Bars(axis="Actor", unit="mentions", categories=tuple(labels), series=series)
    return bars, view.passages(named), left_out(len(ids), len(view.results[ACTORS]), "actors")


def _first(view: View) -> Drawn:
    frame = first_appearances(view.results, top=TOP)
    rows = tuple(
        zip(frame[Col.PUBLISHED_ON], frame[Col.ENTITY], frame[Col.ENTITY_TYPE], frame[Col.PUBLISHER], strict=True)
    )
    return Listing(header=("First named", "Actor", "Type", "By"), rows=rows), (), ""


def _together(view: View) -> Drawn:
    frame = appearances_together(view.results)
    top = frame.head(TOP)
    labels = [f"{first} and {second}" for first, second in zip(top["entity_a"], top["entity_b"], strict=True)]

    mentions = view.results[MENTIONS]
    places: dict[str, set[tuple[str, int]]] = {}
    for key, *place in zip(
        mentions[Col.ENTITY_ID], mentions[Col.DOCUMENT_ID], mentions[Col.SENTENCE_INDEX], strict=True
    ):
        places.setdefault(key, set()).add((place[0], int(place[1])))
    both = [
        (*place, label, "", MACHINE)
        for label, first, second in zip(labels, top["entity_id_a"], top["entity_id_b"], strict=True)
        for place in sorted(places[first] & places[second])
    ]
    rows = tuple(zip(labels, map(int, top["n_sentences"]), strict=True))
    listing = Listing(header=("Named together", "Sentences"), rows=rows)
    return listing, view.passages(both), left_out(len(top), len(frame), "pairs")


ENTRIES = (
    Entry(
        key="actors",
        title="Who is in the story",
        question="Which actors does each outlet name most?",
        draw=_by_outlet,
        note="Each bar counts the times an actor is named, by outlet.",
        nothing="No actor is named in the articles shown.",
    ),
    Entry(
        key="first-appearances",
        title="When actors enter the story",
        question="On which day, and by whom, is each actor first named?",
        draw=_first,
        note="Dated articles only.",
        nothing="No article shown carries a date.",
    ),
    Entry(
        key="together",
        title="Who is named together",
        question="Which actors stand in one sentence?",
        draw=_together,
        note="Named together is not the same as acting together.",
        nothing="No sentence of the articles shown names two actors.",
    ),
)
