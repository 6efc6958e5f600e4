"""The brief as it will be taken away: the files that it can be had as, and everything that stands in them."""

import pandas as pd
import streamlit as st

from analysis.briefing.brief import Brief, citation
from analysis.briefing.figure import Figure, Quotes
from analysis.briefing.formats import FORMATS, Format
from analysis.briefing.markup import xml
from analysis.briefing.proof import described, evidence_words, figure_table
from analysis.briefing.svg import can_draw, draw_chart
from analysis.briefing.text import one_line
from analysis.palette import ink_on
from dashboard.components import nothing_here, unfolding
from dashboard.pictures import pictures_button


def downloads(brief: Brief) -> None:
    """A button for each format; a file is made at the click."""
    st.subheader("Take it away", anchor=False)
    st.caption("A file is made when you ask for it. Each carries the filters, sources, evidence, version and settings.")
    with st.container(horizontal=True):
        for item in FORMATS.values():
            _download(item, brief)
        pictures_button(brief)


def _download(item: Format, brief: Brief) -> None:
    lack = item.lack()
    st.download_button(
        item.label,
        data=lambda: item.write(brief),
        file_name=f"readout-brief-{brief.made_on.isoformat()}{item.suffix}",
        mime=item.media_type,
        key=f"brief-download{item.suffix.replace('.', '-')}",
        on_click="ignore",
        icon=":material/download:",
        disabled=item.suffix == ".pdf" and bool(lack),
        help=lack or None,
    )


def head(brief: Brief) -> None:
    """What stands on its first page: the title, what it rests on and what is shown."""
    st.text(one_line(brief.title))
    st.text(f"{brief.made_on.isoformat()}. {brief.lead}.")
    st.text(f"Shown: {brief.shown}")


def preview(brief: Brief, figure: Figure, number: int) -> None:
    """A figure under its number, as wide as the page: in a narrower column nobody reads the type of a chart."""
    st.subheader(f"{number}. {figure.title}", anchor=False)
    st.text(one_line(figure.caption or figure.question))
    _draw(brief, figure, number)
    st.text(" ".join(filter(None, (figure.note, evidence_words(brief, figure)))))


def evidence(brief: Brief) -> None:
    """Every passage that the figures rest on, folded."""
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
        title = "Table with the numbers of the evidence"
        unfolding(title, lambda: _table(brief, figure, number), key=f"brief-unfold-{number}")
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
