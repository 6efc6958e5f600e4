"""What is in the brief: kept with the case that is open, in the session where none is."""

from collections.abc import Callable

import streamlit as st

from analysis.briefing.choices import Outline
from dashboard import data
from dashboard.chosen import Chosen, listed

_KEPT = "brief-kept"
"""Of the session: items and title by case. Not a widget's key, which streamlit forgets when another page is shown."""


def kept(case_id: str) -> tuple[Chosen, str]:
    """What is in the case's brief, and its title; a reload or another day finds it as it was left."""
    held: dict[str, tuple[Chosen, str]] = st.session_state.setdefault(_KEPT, {})
    if case_id not in held:
        outline = Outline.from_dict(data.store().case(case_id).brief) if case_id else Outline()
        held[case_id] = (listed(outline.choices), outline.title)
    return held[case_id]


def change(case_id: str, make: Callable[[Chosen], Chosen]) -> None:
    """Put something in, take it out or move it; on disk when this returns."""
    items, title = kept(case_id)
    _keep(case_id, make(items), title)


def entitle(case_id: str, title: str) -> None:
    """Give the brief another title."""
    _keep(case_id, kept(case_id)[0], title)


def _keep(case_id: str, items: Chosen, title: str) -> None:
    st.session_state[_KEPT][case_id] = (items, title)
    if case_id:
        data.store().keep_brief(case_id, Outline(title, tuple(item.choice for item in items)).to_dict())
