"""Briefing: pick figures and passages, put them in order, caption them, see the brief and take it away as a file."""

from datetime import UTC, datetime

import streamlit as st

from analysis.briefing.catalogue import FIGURES
from analysis.briefing.catalogue.entry import distinct
from analysis.briefing.choices import TITLE, Choice, PassageChoice, is_present
from analysis.briefing.making import make_brief
from analysis.briefing.text import one_line
from analysis.columns import Col
from analysis.tables import DOCUMENTS, SENTENCES
from dashboard.brief_preview import downloads, evidence, head, preview
from dashboard.chosen import Item, added, captioned, moved, removed
from dashboard.components import nothing_here
from dashboard.desk.brief_kept import change, entitle, kept
from dashboard.view import View

_LONGEST_PASSAGE = 8
"""Sentences that one quoted passage may run to."""


def render(view: View) -> None:
    """What can be added, the files to take away, and the brief itself, each figure changed where it stands."""
    items, title = kept(view.case_id)
    items = tuple(item for item in items if is_present(item.choice, view.run))
    about, passage = st.columns(2)
    with about:
        _title_box(view, title)
        _add_figure(view)
    with passage:
        _add_passage(view)
    brief = make_brief(
        view.run,
        made_on=datetime.now(UTC).date(),
        filters=view.filters,
        choices=[item.choice for item in items],
        title=title,
    )
    downloads(brief)
    with st.container(border=True):
        head(brief)
    if not items:
        nothing_here("Nothing is in the brief yet. Add a figure or a passage above.")
    for place, (item, figure) in enumerate(zip(items, brief.figures, strict=True)):
        with st.container(border=True, key=_key(f"item-{item.number}", view)):
            preview(brief, figure, place + 1)
            _controls(item, view, is_first=place == 0, is_last=place == len(items) - 1)
    evidence(brief)


def _title_box(view: View, title: str) -> None:
    key = _key("title", view)

    def take() -> None:
        entitle(view.case_id, st.session_state[key].strip() or TITLE)

    st.text_input("Title of the brief", value=title, key=key, on_change=take, max_chars=120)


def _key(name: str, view: View) -> str:
    """A widget's key: each case has widgets of its own, or one case's caption would stand in another's box."""
    return f"brief-{name}{view.case_id and f'-{view.case_id}'}"


def _controls(item: Item, view: View, *, is_first: bool, is_last: bool) -> None:
    """The analyst's words for a figure, its place, and the way out of the brief."""
    with st.container(horizontal=True):
        _caption_box(item, view)
        _step("Up", item, view, by=-1, is_off=is_first)
        _step("Down", item, view, by=1, is_off=is_last)
        st.button(
            "Remove",
            icon=":material/delete:",
            key=_key(f"remove-{item.number}", view),
            on_click=lambda: change(view.case_id, lambda kept: removed(kept, item.number)),
        )


def _caption_box(item: Item, view: View) -> None:
    key = _key(f"caption-{item.number}", view)

    def take() -> None:
        change(view.case_id, lambda kept: captioned(kept, item.number, st.session_state[key].strip()))

    st.text_input(
        "Caption",
        value=item.choice.caption,
        key=key,
        on_change=take,
        placeholder="Your own words; without them the figure's question stands",
        label_visibility="collapsed",
        max_chars=300,
    )


def _step(label: str, item: Item, view: View, *, by: int, is_off: bool) -> None:
    st.button(
        label,
        icon=":material/arrow_upward:" if by < 0 else ":material/arrow_downward:",
        key=_key(f"{label.lower()}-{item.number}", view),
        disabled=is_off,
        on_click=lambda: change(view.case_id, lambda kept: moved(kept, item.number, by)),
    )


def _add_figure(view: View) -> None:
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
            on_click=lambda: change(view.case_id, lambda kept: added(kept, Choice(key))),
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
                    on_click=lambda: change(view.case_id, lambda kept: added(kept, choice)),
                )
