"""Side by side: two to four articles in columns, as published, with what they share and where they differ."""

import pandas as pd
import streamlit as st

from analysis.briefing.text import counted, excerpt
from analysis.columns import Col
from analysis.filters import act_name
from analysis.palette import act_colour, by_force
from analysis.results import records
from analysis.summaries.threads import DISCREPANCY, closest_articles, shared_threads
from analysis.tables import DOCUMENTS, RESPONSES
from dashboard import highlight
from dashboard.highlight import Span
from dashboard.jump import COLUMN_KEY, jump
from dashboard.links import ARTICLES, MOST_COLUMNS, THREAD, article_names
from dashboard.spans import (
    ACTS,
    CLAIM_COLOUR,
    CLAIMS,
    DISCREPANCIES,
    DISCREPANCY_COLOUR,
    ENTITIES,
    LAYER_OF_THREAD,
    LAYERS,
    spans_of,
)
from dashboard.view import View

HEIGHT = 620
"""Height of the columns; each scrolls on its own [pixels]."""
CHOICE = "side-thread"
NAME_CHARS = 110


def render(view: View) -> None:
    """The choice of articles, layers and claim; then the articles."""
    chosen, layers = _choices(view)
    if not chosen:
        st.info("Choose two to four articles.", icon=":material/view_column:")
        return
    threads = shared_threads(view.results, chosen)
    threads = threads[threads["thread"].map(LAYER_OF_THREAD).isin(layers)]
    thread_id = _jump_to(view, threads, len(chosen))
    st.html(highlight.legend(_legend(view, chosen, layers)))
    documents = {row[Col.DOCUMENT_ID]: row for row in records(view.results[DOCUMENTS])}
    for number, (column, document_id) in enumerate(zip(st.columns(len(chosen)), chosen, strict=True)):
        row = documents[document_id]
        spans = spans_of(view.results, document_id, threads=threads, layers=layers, chosen=thread_id)
        with column:
            imprint = ", ".join(part for part in (row[Col.PUBLISHED_ON] or "no date", row[Col.TITLE]) if part)
            st.html(highlight.lines([(row[Col.PUBLISHER], imprint)]))
            with st.container(height=HEIGHT, border=True, key=f"{COLUMN_KEY}-{number}"):
                st.html(highlight.marked(row[Col.TEXT], spans))


def _choices(view: View) -> tuple[list[str], list[str]]:
    """The articles in their columns, and what is marked in them; both are kept in the address."""
    ids = list(view.results[DOCUMENTS][Col.DOCUMENT_ID])
    names = article_names(view.run[DOCUMENTS])
    left, right = st.columns([9, 8])
    chosen = left.multiselect(
        "Articles, two to four",
        ids,
        default=closest_articles(view.results, of=_one_of_each_outlet(view) or ids),
        format_func=names.__getitem__,
        max_selections=MOST_COLUMNS,
        key=ARTICLES,
        bind="query-params",
    )
    layers = right.pills("Mark", LAYERS, selection_mode="multi", default=list(LAYERS), key="mark", bind="query-params")
    if len(ids) == 1:
        st.text("There is one article only, so there is nothing to set beside it.")
    return list(chosen), list(layers)


def _one_of_each_outlet(view: View) -> list[str]:
    """The first article read of each outlet, for copies have the most in common; empty where there is one outlet."""
    documents = view.results[DOCUMENTS]
    first = documents[documents[Col.IS_ANALYSED].astype(bool)].drop_duplicates(Col.PUBLISHER)
    return list(first[Col.DOCUMENT_ID]) if len(first) > 1 else []


def _jump_to(view: View, threads: pd.DataFrame, n_chosen: int) -> str:
    """Ask for the claim to jump to, say what it is, and scroll to it. Returns its thread_id; empty: none."""
    first = threads.drop_duplicates("thread_id")
    options = list(first["thread_id"])
    if not options:
        if n_chosen > 1:
            st.text("These articles share no claim and no discrepancy among what is shown.")
        return ""
    numbers = dict(zip(options, first["number"], strict=True))
    names = {row["thread_id"]: _name(row) for row in records(first)}
    if CHOICE not in st.session_state:
        st.session_state[CHOICE] = st.query_params.get(THREAD)
    if st.session_state[CHOICE] not in names:
        st.session_state[CHOICE] = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Jump to what these articles share",
            options,
            index=None,
            format_func=names.__getitem__,
            key=CHOICE,
            on_change=_keep,
            placeholder=_counts(first),
        )
        for name, step in (("Previous", -1), ("Next", 1)):
            icon = f":material/arrow_{'upward' if step < 0 else 'downward'}:"
            st.button(name, key=f"side-{name.lower()}", icon=icon, on_click=_step, args=(options, step))
    thread_id = str(st.session_state[CHOICE] or "")

    def choose(number: int) -> None:
        st.session_state[CHOICE] = next((key for key, value in numbers.items() if value == number), None)
        _keep()

    jump(int(numbers.get(thread_id, 0)), asked=f"{thread_id}|{st.session_state.get('side-asked', 0)}", on_choose=choose)
    if thread_id:
        st.html(highlight.lines(_told(view, threads[threads["thread_id"].eq(thread_id)])))
    return thread_id


def _told(view: View, passages: pd.DataFrame) -> list[tuple[str, str]]:
    """What the chosen thread is, in a line or two."""
    publishers = dict(zip(view.run[DOCUMENTS][Col.DOCUMENT_ID], view.run[DOCUMENTS][Col.PUBLISHER], strict=True))
    row = records(passages)[0]
    outlets = " and ".join(dict.fromkeys(str(publishers[key]) for key in passages[Col.DOCUMENT_ID]))
    if row["thread"] == DISCREPANCY:
        return [(f"≠ {row['number']} {row['name']}", f"What {outlets} say cannot both hold: {row['reason']}.")]
    return [(f"{row['number']} {row['name']}", f"Told by {outlets}.")]


def _name(row: dict[str, object]) -> str:
    sign = "≠ " if row["thread"] == DISCREPANCY else ""
    return f"{sign}{row['number']}  {excerpt(str(row['name']), NAME_CHARS)}"


def _counts(first: pd.DataFrame) -> str:
    n_disputes = int(first["thread"].eq(DISCREPANCY).sum())
    shared = counted(len(first) - n_disputes, "shared claim")
    disputed = counted(n_disputes, "discrepancy", "discrepancies")
    return f"{shared}, {disputed}: choose one, or click a number in a text"


def _step(options: list[str], step: int) -> None:
    """Go on to the next thread, or back, round the ends."""
    now = st.session_state.get(CHOICE)
    place = options.index(now) + step if now in options else (0 if step > 0 else -1)
    st.session_state[CHOICE] = options[place % len(options)]
    _keep()


def _keep() -> None:
    """Put the choice into the address, and ask the columns to follow."""
    st.session_state["side-asked"] = st.session_state.get("side-asked", 0) + 1
    if chosen := st.session_state.get(CHOICE):
        st.query_params[THREAD] = chosen
    else:
        st.query_params.pop(THREAD, None)


def _legend(view: View, chosen: list[str], layers: list[str]) -> list[tuple[str, Span]]:
    """Each kind of mark, on its own name."""
    items: list[tuple[str, Span]] = []
    if CLAIMS in layers:
        items.append(("shared claim", _sample("claim", CLAIM_COLOUR, badge="1")))
    if DISCREPANCIES in layers:
        items.append(("discrepancy", _sample("discrepancy", DISCREPANCY_COLOUR, badge="≠ 2")))
    if ENTITIES in layers:
        items.append(("actor", _sample("entity")))
    if ACTS in layers:
        responses = view.results[RESPONSES]
        acts = by_force(responses.loc[responses[Col.DOCUMENT_ID].isin(chosen), Col.ACT])
        items += [(act_name(act), _sample("response", act_colour(act))) for act in acts]
    return [*items, ("page furniture, not read", _sample("furniture"))]


def _sample(kind: str, colour: str = CLAIM_COLOUR, badge: str = "") -> Span:
    return Span(start_char=0, end_char=1, kind=kind, colour=colour, badge=badge)
