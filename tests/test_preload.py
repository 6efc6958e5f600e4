"""A page's code is asked for with the page, under the names that streamlit gives it."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.preload import _CODE, PIECES, PRELOAD, page_code


def test_each_element_of_the_first_page_is_there_under_its_address() -> None:
    addresses = page_code()
    assert all((_CODE / address.removeprefix("/")).is_file() for address in addresses)
    names = [address.rsplit("/", 1)[1].split(".")[0] for address in addresses]
    assert [name for name in names if name in PIECES] == list(PIECES)
    assert len(names) > len(PIECES)


def test_what_a_piece_imports_is_named_too_and_what_the_page_names_is_not(tmp_path: Path) -> None:
    code = tmp_path / "static" / "js"
    code.mkdir(parents=True)
    (tmp_path / "index.html").write_text('<link rel="modulepreload" href="./static/js/known.a1.js">')
    (code / "Html.b2.js").write_text('import{a as b}from"./known.a1.js";import{c}from"./clean.c3.js";')
    (code / "clean.c3.js").write_text('import"./gone.js";import{d}from"./Html.b2.js";import{e}from"./gone.js";')
    (code / "known.a1.js").write_text("")
    assert page_code(tmp_path) == ("/static/js/Html.b2.js", "/static/js/clean.c3.js")


def test_nothing_is_named_that_is_not_there(tmp_path: Path) -> None:
    assert page_code(tmp_path) == ()


@pytest.mark.parametrize(("path", "is_named"), [("/page", True), ("/_stcore/health", False)])
def test_pages_name_it_and_other_answers_do_not(path: str, is_named: bool) -> None:
    async def answer(request: Request) -> Response:
        return HTMLResponse("<html>") if request.url.path == "/page" else PlainTextResponse("ok")

    client = TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=[PRELOAD]))
    link = client.get(path).headers.get("link", "")
    assert link.split(", ") == ([f"<{at}>; rel=modulepreload; crossorigin" for at in page_code()] if is_named else [""])
