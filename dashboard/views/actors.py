"""Actors: who is in the story, in which outlet, since when and with whom."""

import pandas as pd
import streamlit as st

from analysis import summaries
from analysis.columns import Col
from analysis.corrections import review_of
from analysis.countries import country_name
from analysis.summaries.placing import network_places
from analysis.tables import ACTORS
from dashboard.charts.actors import first_appearances, mentions_bars, mentions_heat
from dashboard.charts.marks import marks_of, parts_of
from dashboard.charts.network import together_network
from dashboard.components import ChartBlock, chart_block, data_table, tabs
from dashboard.readable import readable
from dashboard.view import View

MOST_ACTORS = 20
ACTOR_COLUMNS = [
    Col.ENTITY, Col.ENTITY_TYPE, Col.COUNTRY_CODE, Col.N_MENTIONS, Col.N_DOCUMENTS, Col.REVIEW, Col.VARIANTS,
    Col.REASON, Col.ENTITY_ID,
]  # fmt: skip


def render(view: View) -> None:
    """Ranking, heat map, network, first appearances and the list of actors."""
    tabs(
        "actors-tab",
        {
            "Ranking": lambda: chart_block(_ranking(view), view),
            "By outlet": lambda: chart_block(_by_outlet(view), view),
            "Named together": lambda: chart_block(_together(view), view),
            "First appearance": lambda: chart_block(_first(view), view),
            "All actors": lambda: _listed(view),
        },
    )


def _ranking(view: View) -> ChartBlock:
    frame = summaries.mentions_by_actor_and_outlet(view.results, top=MOST_ACTORS)
    return ChartBlock(
        key="actors-ranking",
        title="Mentions by actor and outlet",
        reading=f"Times each actor is named under any of its names, by outlet; the {MOST_ACTORS} most named.",
        figure=mentions_bars(frame, view.palette),
        table=frame,
        marks=mention_marks(frame),
        evidence=lambda mark: mention_evidence(view, mark),
    )


def _by_outlet(view: View) -> ChartBlock:
    frame = summaries.mentions_by_actor_and_outlet(view.results, top=MOST_ACTORS)
    return ChartBlock(
        key="actors-heat",
        title="Actors in each outlet",
        reading="Mentions of an actor in an outlet; darker is more, a dash is none.",
        figure=mentions_heat(frame),
        table=frame,
        marks=mention_marks(frame),
        evidence=lambda mark: mention_evidence(view, mark),
    )


def _listed(view: View) -> None:
    with st.container(border=True):
        st.subheader("All actors", anchor=False)
        st.caption("Every actor that is named, its country, its spellings, and why it is tied to that country.")
        actors = view.results[ACTORS]
        data_table(readable(actors.assign(review=review_of(view.results, ACTORS))[ACTOR_COLUMNS]), key="actors-all")


def mention_marks(frame: pd.DataFrame) -> dict[str, str]:
    """Ids and names of marks that stand for an actor in an outlet."""
    return marks_of(frame, ("entity_id", "publisher"), "{entity} in {publisher}")


def mention_evidence(view: View, mark: str) -> pd.DataFrame:
    """The sentences behind such a mark."""
    entity_id, publisher = parts_of(mark)
    return summaries.evidence_of_mentions(view.results, entity_id=entity_id, publisher=publisher)


@st.cache_resource(show_spinner=False, max_entries=64)  # cache_data warns when it is imported before the server runs
def _places(pairs: tuple[tuple[object, ...], ...], columns: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    return network_places(pd.DataFrame(pairs, columns=list(columns)))


def _together(view: View) -> ChartBlock:
    frame = summaries.appearances_together(view.results)
    placed = frame[["entity_id_a", "entity_a", "entity_id_b", "entity_b", "n_sentences"]]
    pairs = tuple(placed.itertuples(index=False, name=None))
    marks = marks_of(frame, ("entity_id_a", "entity_id_b"), "{entity_a} and {entity_b} ({n_sentences})")

    def evidence(mark: str) -> pd.DataFrame:
        first, second = parts_of(mark)
        return summaries.evidence_of_sentences(view.results, entity_ids=(first, second))

    return ChartBlock(
        key="actors-together",
        title="Actors named in one sentence",
        reading="A line joins two actors that a sentence names together; thicker for more sentences. "
        "Select the middle of a line to read them. Nearness on the page has no meaning of its own.",
        figure=together_network(frame, _places(pairs, tuple(placed.columns))),
        table=frame,
        marks=marks,
        evidence=evidence,
    )


def _first(view: View) -> ChartBlock:
    frame = summaries.first_appearances(view.results)
    return ChartBlock(
        key="actors-first",
        title="First appearance",
        reading="The day of the first dated article that names the actor, and its outlet; undated ones do not count.",
        figure=first_appearances(frame, view.palette),
        table=frame.assign(country=frame[Col.COUNTRY_CODE].map(country_name)),
        marks=mention_marks(frame),
        evidence=lambda mark: mention_evidence(view, mark),
    )
