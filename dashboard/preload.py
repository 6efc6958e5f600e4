"""Asks the browser for a page's code as soon as the page is opened.

Streamlit's page asks for each piece when the first element of its kind comes, and then for the pieces that this one
imports. A first chart is what a reader waits for longest: plotly is by far the largest piece.
"""

import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CODE = Path(streamlit.__file__).parent / "static"
"""Streamlit's own files, as it serves them."""
PIECES = ("Html", "Selectbox", "Multiselect", "DateInput", "Button", "BidiComponent", "DownloadButton", "PlotlyChart")
"""Streamlit's names of the elements that the first page is made of, in the order in which they come."""
_IMPORT = re.compile(r'from"\./([^"/]+\.js)"')
_HEAD = 8000
"""A piece names what it imports at its start [characters]."""


def page_code(folder: Path = _CODE) -> tuple[str, ...]:
    """Addresses of the code that the first page's elements need, beyond what the page itself names.

    A piece that this version of streamlit names otherwise is left out, which only costs time.
    """
    code, page = folder / "static" / "js", folder / "index.html"
    known = set(re.findall(r"static/js/([^\"]+\.js)", page.read_text(encoding="utf-8"))) if page.is_file() else set()
    found: dict[str, None] = {}
    waiting = [path.name for piece in reversed(PIECES) for path in sorted(code.glob(f"{piece}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name in known or name in found or not (code / name).is_file():
            continue
        found[name] = None
        waiting += _IMPORT.findall((code / name).read_text(encoding="utf-8")[:_HEAD])
    return tuple(f"/static/js/{name}" for name in found)


class Preload:
    """Names the code in the head of every page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.link = ", ".join(f"<{address}>; rel=modulepreload; crossorigin" for address in page_code())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the header where a page comes back."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and self.link:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Link"] = self.link
            await send(message)

        await self.app(scope, receive, send_with_link)


PRELOAD = Middleware(Preload)
