"""Fetching pages, on the loopback address alone: the check of addresses is swapped, everything else is real."""

import contextlib
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from analysis.errors import ArticleError
from analysis.readers import read_sources
from analysis.readers.fetching import Fetcher, is_public
from tests.documents import FEED, PAGE, SENTENCE


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages: dict[str, tuple[int, str, bytes]] = {
            "/article": (200, "text/html; charset=utf-8", PAGE),
            "/feed": (200, "application/rss+xml", FEED),
            "/program": (200, "application/octet-stream", b"MZ"),
            "/large": (200, "text/plain", b"x" * 40_000),
            "/gone": (404, "text/html", b"no"),
            "/round": (302, "/round", b""),
            "/moved": (301, "/article", b""),
            "/inside": (302, "http://169.254.169.254/latest/meta-data", b""),
            "/file": (302, "file:///etc/passwd", b""),
        }
        if self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            with contextlib.suppress(ConnectionError):  # the reader hangs up
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            return
        status, kind, body = pages[self.path]
        self.send_response(status)
        self.send_header("Location" if status in (301, 302) else "Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing on the tests' output."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


@pytest.fixture
def fetcher(port: int) -> Fetcher:
    return Fetcher(is_allowed="127.0.0.1".__eq__, ports={"http": port}, max_bytes=20_000, seconds=0.8)


def test_a_page_is_fetched_and_read(fetcher: Fetcher) -> None:
    source = fetcher.fetch(" http://127.0.0.1/moved ")
    (reading,) = read_sources([source])
    assert SENTENCE in reading.articles[0].text
    assert (source.url, source.suffix) == ("http://127.0.0.1/article", ".html")


def test_a_feed_is_fetched_and_read(fetcher: Fetcher) -> None:
    (reading,) = read_sources([fetcher.fetch("http://127.0.0.1/feed")])
    assert [article.url for article in reading.articles] == [
        "https://www.harbourpost.co.uk/a/1",
        "https://www.harbourpost.co.uk/a/2",
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("program", "application/octet-stream; accepted are text/html"),
        ("large", "longer than"),
        ("gone", "answered 404"),
        ("round", "redirects more than 5 times"),
        ("inside", "169.254.169.254, which is not a public address"),
        ("file", "file:///etc/passwd' is not an address that is fetched"),
        ("drip", "took more than|could not be fetched"),
    ],
)
def test_what_is_not_a_page_is_refused(fetcher: Fetcher, path: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        fetcher.fetch(f"http://127.0.0.1/{path}")


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "ftp://example.org/x", "http://user:pass@example.org/", "http://example.org:8080/x",
     "http://exa mple.org", "http://example.org/\r\nHost: x", "javascript:alert(1)", "http://[::1", "http://"],
)  # fmt: skip
def test_only_plain_addresses_are_fetched(url: str) -> None:
    with pytest.raises(ArticleError, match="Accepted is an http or https address"):
        Fetcher().fetch(url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [("93.184.216.34", True), ("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False), ("::1", False),
     ("fe80::1%eth0", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
     ("::ffff:127.0.0.1", False), ("2002:7f00:1::", False), ("2606:4700:4700::1111", True)],
)  # fmt: skip
def test_public_addresses(address: str, expected: bool) -> None:
    assert is_public(address) == expected


def test_the_connection_goes_to_the_address_that_was_checked(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["127.0.0.1", "127.0.0.2"])  # a name that changes its mind after the check
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **options: real(next(answers), port, **options))
    fetcher = Fetcher(is_allowed="127.0.0.1".__eq__, ports={"http": port})
    assert SENTENCE.encode() in fetcher.fetch("http://rebinding.example/article").data


def test_one_address_inside_refuses_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **options: found)
    with pytest.raises(ArticleError, match=r"10\.0\.0\.1, which is not a public address"):
        Fetcher().fetch("http://both.example/")
