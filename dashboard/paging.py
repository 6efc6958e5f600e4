"""A long list page by page."""

import streamlit as st


def page_of(total: int, *, size: int, key: str, noun: str) -> int:
    """Ask for the page of a list, where it has more than one; the page is kept in the address.

    Args:
        total: Rows of the list.
        size: Rows of a page.
        key: Name of the widget and of the parameter of the address.
        noun: What the rows are, in the plural.

    Returns:
        Rows to skip.
    """
    n_pages = max(1, -(-total // size))
    if n_pages == 1:
        return 0
    st.session_state[key] = min(max(int(st.session_state.get(key) or st.query_params.get(key) or 1), 1), n_pages)
    with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
        page = st.number_input(
            f"Page of {n_pages}", min_value=1, max_value=n_pages, step=1, key=key, width=130, bind="query-params"
        )
        first = (int(page) - 1) * size
        st.text(f"{noun} {first + 1} to {min(first + size, total)} of {total}")
    return first
