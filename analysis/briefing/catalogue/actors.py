"""Figures on who is in the story."""

from analysis.briefing.catalogue.entry import TOP, Drawn, Entry, Place, View, distinct, left_out
from analysis.briefing.figure import Bars, Link, Listing, Network, Node
from analysis.columns import Col
from analysis.palette import actor_kind
from analysis.results import records
from analysis.summaries import (
    appearances_together,
    first_appearances,
    mentions_by_actor_and_outlet,
)
from analysis.summaries.placing import network_places
from analysis.summaries.reviews import joined
from analysis.summaries.sources import with_outlet
from analysis.tables import ACTORS, MENTIONS

NODES, LINKS = 20, 30
"""Actors of the network and pairs of them: more cannot be told apart on a slide."""


def _by_outlet(view: View) -> Drawn:
    frame = mentions_by_actor_and_outlet(view.results, top=TOP)
    actors = frame.drop_duplicates(Col.ENTITY_ID)
    ids = list(actors[Col.ENTITY_ID])
    labels = distinct(zip(actors[Col.ENTITY], actors[Col.ENTITY_ID], strict=True))
    series = view.by_outlet(frame[[Col.ENTITY_ID, Col.PUBLISHER, Col.N_MENTIONS]], ids)
    names = dict(zip(ids, labels, strict=True))
    mentions = view.results[MENTIONS]
    columns = (mentions[column] for column in (Col.DOCUMENT_ID, Col.SENTENCE_INDEX, Col.ENTITY_ID))
    reviews = {key: view.review(ACTORS, key) for key in ids}
    named = sorted(
        (
            (document_id, index, names[key], "", reviews[key])
            for document_id, index, key in zip(*columns, strict=True)
            if key in names
        ),
        key=lambda place: labels.index(place[2]),
    )
    bars = Bars(axis="Actor", unit="mentions", categories=tuple(labels), series=series)
    return bars, view.passages(named), left_out(len(ids), len(view.results[ACTORS]), "actors")


def _first(view: View) -> Drawn:
    frame = first_appearances(view.results, top=TOP)
    labels = distinct(zip(frame[Col.ENTITY], frame[Col.ENTITY_ID], strict=True))
    columns = (frame[column] for column in (Col.PUBLISHED_ON, Col.PUBLISHER, Col.ENTITY_TYPE))
    listing = Listing(header=("Actor", "First named", "By", "Type"), rows=tuple(zip(labels, *columns, strict=True)))
    named = with_outlet(view.results[MENTIONS], view.results)
    named = named[named[Col.PUBLISHED_ON].ne("")].sort_values([Col.PUBLISHED_ON, Col.PUBLISHER, Col.START_CHAR])
    first = {row[Col.ENTITY_ID]: row for row in records(named.drop_duplicates(Col.ENTITY_ID))}
    places = [
        (first[key][Col.DOCUMENT_ID], first[key][Col.SENTENCE_INDEX], label, "", view.review(ACTORS, key))
        for label, key in zip(labels, frame[Col.ENTITY_ID], strict=True)
    ]
    return listing, view.passages(places), ""


def _sentences(view: View) -> dict[str, set[tuple[str, int]]]:
    """By actor, the sentences that name it: article and number."""
    mentions = view.results[MENTIONS]
    found: dict[str, set[tuple[str, int]]] = {}
    for key, *place in zip(
        mentions[Col.ENTITY_ID], mentions[Col.DOCUMENT_ID], mentions[Col.SENTENCE_INDEX], strict=True
    ):
        found.setdefault(key, set()).add((str(place[0]), int(place[1])))
    return found


def _together(view: View) -> Drawn:
    frame = appearances_together(view.results)
    top = frame.head(TOP)
    labels = [f"{first} and {second}" for first, second in zip(top["entity_a"], top["entity_b"], strict=True)]

    places = _sentences(view)
    both = [
        (*place, label, "", joined(view.review(ACTORS, key) for key in (first, second)))
        for label, first, second in zip(labels, top["entity_id_a"], top["entity_id_b"], strict=True)
        for place in sorted(places[first] & places[second])
    ]
    rows = tuple(zip(labels, map(int, top["n_sentences"]), strict=True))
    listing = Listing(header=_TOGETHER, rows=rows)
    return listing, view.passages(both), left_out(len(top), len(frame), "pairs")


def _network(view: View) -> Drawn:
    every = appearances_together(view.results, top=NODES)
    frame = every.head(LINKS)
    at = network_places(frame)
    names = dict(zip(frame["entity_id_a"], frame["entity_a"], strict=True))
    names |= dict(zip(frame["entity_id_b"], frame["entity_b"], strict=True))
    keys = sorted(names)
    labels = dict(zip(keys, distinct([(names[key], key) for key in keys]), strict=True))
    columns = (frame[column] for column in ("entity_id_a", "entity_id_b", "n_sentences"))
    links = tuple(Link(first, second, int(n)) for first, second, n in zip(*columns, strict=True))
    named = _sentences(view)
    places: list[Place] = []
    for link in links:
        review = joined(view.review(ACTORS, key) for key in (link.first, link.second))
        label = f"{labels[link.first]} and {labels[link.second]}"
        places += [(*place, label, "", review) for place in sorted(named[link.first] & named[link.second])]
    nodes = tuple(Node(key, labels[key], actor_kind(key), *at[key]) for key in keys)
    network = Network(header=_TOGETHER, nodes=nodes, links=links)
    return network, view.passages(places), left_out(len(links), len(every), f"pairs of the {NODES} most named actors")


_TOGETHER = ("Named together", "Sentences")

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
    Entry(
        key="network",
        title="The network of actors",
        question="Who stands with whom in one sentence, and who stands between?",
        draw=_network,
        note="A line joins two actors that a sentence names together, thicker for more. Nearness has no meaning.",
        nothing="No sentence of the articles shown names two actors.",
    ),
)
