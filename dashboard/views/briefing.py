"""Briefing: pick figures and passages, put them in order, caption them, see the brief and take it away as a file."""

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from analysis.briefing.brief import Brief, citation
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.catalogue.entry import distinct
from analysis.briefing.choices import DEFAULT_CHOICES, Choice, PassageChoice
from analysis.briefing.converter import find_converter
from analysis.briefing.figure import Figure, Quotes
from analysis.briefing.formats import FORMATS, Format
from analysis.briefing.making import make_brief
from analysis.briefing.markup import xml
from analysis.briefing.proof import described, evidence_words, figure_table
from analysis.briefing.svg import can_draw, draw_chart
from analysis.briefing.text import excerpt, one_line
from analysis.columns import Col
from analysis.palette import ink_on
from analysis.tables import DOCUMENTS, SENTENCES
from dashboard.chosen import Chosen, Item, added, captioned, listed, moved, removed
from dashboard.components import nothing_here
from dashboard.view import View

_KEPT = "brief-kept"
"""Where the choices are kept: not a widget's key, which streamlit forgets when another page is shown."""

_TITLE = "What the sources say"
_LONGEST_PASSAGE = 8
"""Sentences that one quoted passage may run to."""


def render(view: View) -> None:
    """What is in the brief on the left, the brief itself on the right."""
    st.session_state.setdefault(_KEPT, (listed(DEFAULT_CHOICES), _TITLE))
    items, title = st.session_state[_KEPT]
    items = _present(items, view)
    choosing, shown = st.columns([2, 3], gap="large")
    with choosing:
        _title_box(title)
        st.subheader("Add", anchor=False)
        _add_figure()
        _add_passage(view)
        _list(items, view)
    brief = make_brief(
        view.run,
        made_on=datetime.now(UTC).date(),
        filters=view.filters,
        choices=[item.choice for item in items],
        title=title,
    )
    with shown:
        _downloads(brief)
        _preview(brief)


def _present(items: Chosen, view: View) -> Chosen:
    """Without passages of articles that the case no longer has."""
    documents = view.run[DOCUMENTS]
    lengths = {key: len(text) for key, text in zip(documents[Col.DOCUMENT_ID], documents[Col.TEXT], strict=True)}
    return tuple(
        item
        for item in items
        if isinstance(item.choice, Choice) or item.choice.end_char <= lengths.get(item.choice.document_id, 0)
    )


def _keep(change: Callable[[Chosen], Chosen]) -> None:
    items, title = st.session_state[_KEPT]
    st.session_state[_KEPT] = (change(items), title)


def _title_box(title: str) -> None:
    def take() -> None:
        items, _ = st.session_state[_KEPT]
        st.session_state[_KEPT] = (items, st.session_state["brief-title"].strip() or _TITLE)

    st.text_input("Title of the brief", value=title, key="brief-title", on_change=take, max_chars=120)


def _list(items: Chosen, view: View) -> None:
    st.subheader("In the brief", anchor=False)
    if not items:
        nothing_here("Nothing is in the brief yet. Add a figure or a passage above.")
    for place, item in enumerate(items):
        with st.container(border=True, key=f"brief-item-{item.number}", gap="small"):
            st.text(f"{place + 1}. {_name(item, view)}")
            _caption_box(item)
            with st.container(horizontal=True):
                _step("Up", "arrow_upward", item, by=-1, is_off=place == 0)
                _step("Down", "arrow_downward", item, by=1, is_off=place == len(items) - 1)
                st.button(
                    "Remove",
                    icon=":material/delete:",
                    key=f"brief-remove-{item.number}",
                    on_click=lambda number=item.number: _keep(lambda kept: removed(kept, number)),
                )


def _name(item: Item, view: View) -> str:
    choice = item.choice
    if isinstance(choice, Choice):
        return FIGURES[choice.key].title
    documents = view.run[DOCUMENTS]
    text = str(documents.loc[documents[Col.DOCUMENT_ID].eq(choice.document_id), Col.TEXT].iloc[0])
    return f"Passage: {excerpt(text[choice.start_char : choice.end_char], 90)}"


def _caption_box(item: Item) -> None:
    key = f"brief-caption-{item.number}"

    def take() -> None:
        _keep(lambda kept: captioned(kept, item.number, st.session_state[key].strip()))

    st.text_input(
        "Caption",
        value=item.choice.caption,
        key=key,
        on_change=take,
        placeholder="Your own words; without them the figure's question stands",
        label_visibility="collapsed",
        max_chars=300,
    )


def _step(label: str, icon: str, item: Item, *, by: int, is_off: bool) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        key=f"brief-{label.lower()}-{item.number}",
        disabled=is_off,
        on_click=lambda: _keep(lambda kept: moved(kept, item.number, by)),
    )


def _add_figure() -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="bottom"):
        key = st.selectbox(
            "Figure",
            list(FIGURES),
            format_func=lambda key: FIGURES[key].title,
            key="brief-figure",
            help="Charts and tables, drawn from what the filters show",
        )
        st.button(
            "Add figure",
            icon=":material/add:",
            key="brief-add-figure",
            on_click=lambda: _keep(lambda kept: added(kept, Choice(key))),
        )


def _add_passage(view: View) -> None:
    documents, sentences = view.results[DOCUMENTS], view.results[SENTENCES]
    if sentences.empty:
        return
    ids = list(documents[Col.DOCUMENT_ID])
    outlets = dict(zip(ids, distinct(zip(documents[Col.PUBLISHER], ids, strict=True)), strict=True))
    with st.container(border=True):
        document_id = st.selectbox("Article", list(outlets), format_func=lambda key: outlets[key], key="brief-article")
        own = sentences[sentences[Col.DOCUMENT_ID].eq(document_id)].reset_index(drop=True)
        texts = [f"{number}. {one_line(text)}" for number, text in enumerate(own[Col.TEXT], 1)]
        first = st.selectbox("Passage from", range(len(own)), format_func=lambda at: texts[at], key="brief-sentence")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            length = st.number_input("Sentences", 1, _LONGEST_PASSAGE, key="brief-length")
            if first is not None:
                last = min(int(first) + int(length), len(own)) - 1
                choice = PassageChoice(
                    document_id=str(document_id),
                    start_char=int(own[Col.START_CHAR].iloc[first]),
                    end_char=int(own[Col.END_CHAR].iloc[last]),
                )
                st.button(
                    "Add passage",
                    icon=":material/add:",
                    key="brief-add-passage",
                    on_click=lambda: _keep(lambda kept: added(kept, choice)),
                )


def _downloads(brief: Brief) -> None:
    st.subheader("Take it away", anchor=False)
    st.caption("A file is made when you ask for it. Each carries the filters, sources, evidence, version and settings.")
    with st.container(horizontal=True):
        for item in FORMATS.values():
            _download(item, brief)


def _download(item: Format, brief: Brief) -> None:
    is_off = item.suffix == ".pdf" and not find_converter()
    st.download_button(
        item.label,
        data=lambda: item.write(brief),
        file_name=f"readout-brief-{brief.made_on.isoformat()}{item.suffix}",
        mime=item.media_type,
        key=f"brief-download{item.suffix.replace('.', '-')}",
        on_click="ignore",
        icon=":material/download:",
        disabled=is_off,
        help="Needs LibreOffice on the machine that runs Readout; or print the web page to PDF." if is_off else None,
    )


def _preview(brief: Brief) -> None:
    st.subheader("Preview", anchor=False)
    with st.container(border=True):
        st.text(one_line(brief.title))
        st.text(f"{brief.made_on.isoformat()}. {brief.lead}.")
        st.text(f"Shown: {brief.shown}")
    for number, figure in enumerate(brief.figures, 1):
        with st.container(border=True):
            st.subheader(f"{number}. {figure.title}", anchor=False)
            st.text(one_line(figure.caption or figure.question))
            _draw(brief, figure, number)
            st.text(" ".join(filter(None, (figure.note, evidence_words(brief, figure)))))
    if brief.evidence:
        with st.expander(f"Evidence: {len(brief.evidence)} passages, numbered as in the figures"):
            for number, passage in brief.evidence:
                st.text(f"[{number}] {one_line(passage.text)}\n{citation(passage)}")


def _draw(brief: Brief, figure: Figure, number: int) -> None:
    if isinstance(figure.drawing, Quotes):
        for passage in figure.evidence:
            st.text(f"“{one_line(passage.text)}”\n{citation(passage)}")
        return
    if figure.is_empty:
        nothing_here(figure.nothing)
        return
    if can_draw(figure):
        st.image(xml(draw_chart(figure)), width="stretch", alt=described(figure))
        with st.expander("Table with the numbers of the evidence", icon=":material/table:"):
            _table(brief, figure, number)
    else:
        _table(brief, figure, number)


def _table(brief: Brief, figure: Figure, number: int) -> None:
    header, rows, colours = figure_table(brief, figure)
    columns = [label if header.index(label) == at else f"{label} ({at + 1})" for at, label in enumerate(header)]
    frame = pd.DataFrame(rows, columns=columns)
    looks = pd.DataFrame([[_look(colour) for colour in line] for line in colours], columns=columns)
    shown = frame.style.apply(lambda _: looks, axis=None) if colours else frame
    st.dataframe(shown, hide_index=True, width="stretch", key=f"brief-table-{number}")


def _look(colour: str) -> str:
    return f"background-color: {colour}; color: {ink_on(colour)}" if colour else ""
