"""The dashboard as an analyst's desk, without a browser: its script, and what an analyst does there."""

import re

from streamlit.testing.v1 import AppTest

_FIGURE = re.compile(r"<dt>(.*?)</dt><dd>(\d+)<small>(.*?)</small>")


def show() -> None:
    """The script that AppTest runs, which is copied out of this module; it cannot switch pages that are functions."""
    import streamlit as st

    from dashboard import shell
    from dashboard.pages import PAGES

    view = shell.opened()
    if view is not None:
        shell.show_page(next(p for p in PAGES if p.title == st.session_state.get("page", "Sources")), view)


def visited(**address: str | list[str]) -> AppTest:
    """A new visit by a link: the page Sources."""
    app = AppTest.from_function(show, default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def turned(app: AppTest, page: str, **address: str) -> AppTest:
    """The same visit on another page."""
    app.session_state["page"] = page
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def figures(app: AppTest) -> dict[str, tuple[str, str]]:
    """The figures at the top of the Overview: of each name the figure and what it is of."""
    written = "".join(str(element.proto.body) for element in app.get("html"))
    return {name: (value, of_what) for name, value, of_what in _FIGURE.findall(written)}


def make_case(app: AppTest, name: str = "Bridge") -> AppTest:
    app.text_input(key="new-case-name").set_value(name)
    app.button(key="new-case-make").click().run()
    return app


def paste(app: AppTest, text: str) -> AppTest:
    app.text_area(key="paste-text").set_value(text)
    app.button(key="add-text").click().run()
    return app


def words(app: AppTest) -> str:
    """What the page says in texts and boxes."""
    return "\n".join(
        str(element.value) for kind in (app.text, app.success, app.warning, app.error, app.info) for element in kind
    )
