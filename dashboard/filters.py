"""The filters in the sidebar, kept in the address so that a view is a link."""

import datetime
from collections.abc import Callable

import streamlit as st

from analysis import Results
from analysis.briefing.text import one_line
from analysis.columns import Col
from analysis.countries import country_name
from analysis.filters import Filters, act_name
from analysis.tables import ACTORS, DOCUMENTS, MENTIONS, RESPONSES

KEYS = ("country", "actor", "outlet", "act", "from", "to")
"""Names of the filters: widget keys and parameters of the address."""


def sidebar(run: Results) -> Filters:
    """The filters as set; every page shares them. What a link names and the run does not have is left out."""
    names = dict(zip(run[ACTORS][Col.ENTITY_ID], run[ACTORS][Col.ENTITY], strict=True))
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        countries = _choice("Country", "country", _countries(run), country_name)
        actors = _choice("Actor", "actor", _actors(run), lambda key: names.get(key, key))
        outlets = _choice("Outlet", "outlet", sorted(run[DOCUMENTS][Col.PUBLISHER].unique()))
        acts = _choice("Response act", "act", sorted(run[RESPONSES][Col.ACT].unique()), act_name)
        first, last = _period(run)
        st.button("Clear all filters", on_click=clear, width="stretch", icon=":material/filter_alt_off:")
    return Filters(
        actors=actors, countries=countries, outlets=outlets, acts=acts, published_from=first, published_to=last
    )


def clear() -> None:
    """Show everything again."""
    for key in KEYS:
        if key in st.session_state:
            st.session_state[key] = None if key in ("from", "to") else []


def _choice(label: str, key: str, options: list[str], name: Callable[[str], str] = str) -> tuple[str, ...]:
    chosen: list[str] = st.multiselect(
        label,
        options,
        format_func=lambda value: one_line(name(value)),
        key=key,
        bind="query-params",
        placeholder="All",
        disabled=not options,
    )
    return tuple(chosen)


def _period(run: Results) -> tuple[str, str]:
    dates = sorted(date for date in run[DOCUMENTS][Col.PUBLISHED_ON].unique() if date)
    if not dates:
        st.caption("No article is dated, so there is no filter by date.")
        return "", ""
    first, last = (datetime.date.fromisoformat(date) for date in (dates[0], dates[-1]))
    days = []
    for column, label, key in zip(st.columns(2), ("Published from", "to"), KEYS[-2:], strict=True):
        with column:
            day = st.date_input(
                label, None, min_value=first, max_value=last, key=key, format="YYYY-MM-DD", bind="query-params"
            )
        days.append(day.isoformat() if isinstance(day, datetime.date) else "")
    return days[0], days[1]


def _countries(run: Results) -> list[str]:
    codes = {*run[MENTIONS][Col.COUNTRY_CODE], *run[RESPONSES][Col.COUNTRY_CODE]} - {""}
    return sorted(codes, key=lambda code: (country_name(code), code))


def _actors(run: Results) -> list[str]:
    actors = run[ACTORS].sort_values([Col.N_MENTIONS, Col.ENTITY], ascending=[False, True])
    return list(actors[Col.ENTITY_ID])
