"""The charts' code is asked for with the page, under the name that streamlit gives it."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.preload import _CODE, PRELOAD, chart_code


def test_the_code_is_there_under_its_address() -> None:
    (address,) = chart_code()
    assert (_CODE / address.removeprefix("/")).stat().st_size > 1_000_000


def test_nothing_is_named_that_is_not_there(tmp_path: Path) -> None:
    assert chart_code(tmp_path) == ()


@pytest.mark.parametrize(("path", "is_named"), [("/page", True), ("/_stcore/health", False)])
def test_pages_name_it_and_other_answers_do_not(path: str, is_named: bool) -> None:
    async def answer(request: Request) -> Response:
        return HTMLResponse("<html>") if request.url.path == "/page" else PlainTextResponse("ok")

    client = TestClient(Starlette(routes=[Route("/{path:path}", answer)], middleware=[PRELOAD]))
    link = client.get(path).headers.get("link", "")
    assert link == (f"<{chart_code()[0]}>; rel=modulepreload; crossorigin" if is_named else "")
