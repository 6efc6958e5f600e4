"""Asks the browser for the charts' code as soon as a page is opened.

Streamlit's page asks for it when the first chart comes, and a first chart is what a reader waits for: plotly is by far
the largest piece of code that a page needs.
"""

from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CODE = Path(streamlit.__file__).parent / "static"
"""Streamlit's own files, as it serves them."""


def chart_code(folder: Path = _CODE) -> tuple[str, ...]:
    """Addresses of the charts' code; none where this version of streamlit names it otherwise, which only costs time."""
    found = sorted(folder.glob("static/js/PlotlyChart.*.js"))
    return tuple(f"/{path.relative_to(folder).as_posix()}" for path in found)


class ChartPreload:
    """Names the charts' code in the head of every page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.link = ", ".join(f"<{address}>; rel=modulepreload; crossorigin" for address in chart_code())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the header where a page comes back."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and self.link:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Link"] = self.link
            await send(message)

        await self.app(scope, receive, send_with_link)


PRELOAD = Middleware(ChartPreload)
