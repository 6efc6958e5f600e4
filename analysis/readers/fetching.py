"""Fetching a page from an address that somebody typed or a feed named, without letting it reach into the network here.

The name is resolved once, every address it has must be a public one, and the connection goes to that very address: a
name that answers differently the second time gains nothing. Redirects are followed by hand through the same check.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

from analysis.errors import ArticleError
from analysis.readers.source import Source

MAX_BYTES = 5 << 20
MAX_REDIRECTS = 5
TIMEOUT = 20.0
"""For one page with all its redirects [s]."""
PORTS = {"http": 80, "https": 443}
CONTENT_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
"""The content types that are fetched, and the ending of the format each is read as."""

_ACCEPTED = "Accepted is an http or https address of a public page, such as https://example.org/article."


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the internet can reach: not this machine, not its network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (mapped is None or is_public(str(mapped)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """How pages are fetched. Only tests pass anything; they allow the loopback address and its port.

    Attributes:
        is_allowed: Whether an IP address may be connected to.
        ports: The only port of each scheme.
        max_bytes: Longer pages are refused [bytes].
        seconds: Time for one page [s].
    """

    is_allowed: Callable[[str], bool] = is_public
    ports: dict[str, int] = field(default_factory=lambda: dict(PORTS))
    max_bytes: int = MAX_BYTES
    seconds: float = TIMEOUT

    def fetch(self, url: str) -> Source:
        """The page, named so that its content type decides how it is read.

        Raises:
            ArticleError: the address is not one that is fetched, does not answer, or answers with something else.
        """
        deadline = time.monotonic() + self.seconds
        at = url.strip()
        for _ in range(MAX_REDIRECTS + 1):
            parts = self._checked(at)
            try:
                target, source = self._get(at, parts, deadline)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise ArticleError(f"{at!r} could not be fetched ({error or type(error).__name__}).") from error
            if source is not None:
                return source
            at = urljoin(at, target)
        raise ArticleError(f"{url!r} redirects more than {MAX_REDIRECTS} times.")

    def _checked(self, url: str) -> SplitResult:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise ArticleError(f"{url!r} is not an address. {_ACCEPTED}") from error
        is_plain = parts.scheme in self.ports and parts.hostname and not parts.username and url.isprintable()
        if not is_plain or " " in url or port not in (None, self.ports.get(parts.scheme)):
            raise ArticleError(f"{url!r} is not an address that is fetched. {_ACCEPTED}")
        return parts

    def _get(self, url: str, parts: SplitResult, deadline: float) -> tuple[str, Source | None]:
        """Where it redirects to, or the page."""
        connection = self._connect(parts, deadline)
        # a server that sends one byte now and then never meets a socket's own timeout
        ending = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [connection.sock])
        ending.start()
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path.encode("ascii", "ignore").decode(), headers=_HEADERS)
            response = connection.getresponse()
            if response.status in (301, 302, 303, 307, 308):
                return response.getheader("Location") or "", None
            if response.status != 200:
                raise ArticleError(f"{url!r} answered {response.status} {response.reason}; a page is needed.")
            suffix = self._suffix(url, response.getheader("Content-Type") or "")
            return "", Source(f"{_name(parts)}{suffix}", self._body(url, response, deadline), url)
        finally:
            ending.cancel()
            connection.close()

    def _connect(self, parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
        host, port = str(parts.hostname), self.ports[parts.scheme]
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(sockaddr[0]) for _, _, _, _, sockaddr in found]
        refused = [address for address in addresses if not self.is_allowed(address)]
        if refused or not addresses:
            raise ArticleError(f"{host!r} is at {', '.join(refused)}, which is not a public address. {_ACCEPTED}")
        family, kind, protocol, _, sockaddr = found[0]
        opened = socket.socket(family, kind, protocol)
        opened.settimeout(max(0.1, deadline - time.monotonic()))
        opened.connect(sockaddr)
        if parts.scheme == "https":
            opened = ssl.create_default_context().wrap_socket(opened, server_hostname=host)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = opened
        return connection

    def _suffix(self, url: str, header: str) -> str:
        kind = header.partition(";")[0].strip().lower()
        if kind not in CONTENT_SUFFIXES:
            raise ArticleError(f"{url!r} is {kind or 'of no stated kind'}; accepted are {', '.join(CONTENT_SUFFIXES)}.")
        return CONTENT_SUFFIXES[kind]

    def _body(self, url: str, response: http.client.HTTPResponse, deadline: float) -> bytes:
        parts, size = [], 0
        while part := response.read1(64 << 10):
            parts.append(part)
            size += len(part)
            if size > self.max_bytes:
                raise ArticleError(f"{url!r} is longer than {self.max_bytes >> 20} MB, the most that is fetched.")
        if time.monotonic() >= deadline:  # then the connection was cut, and the page with it
            raise ArticleError(f"{url!r} took more than {self.seconds:g} s and was given up.")
        return b"".join(parts)


_HEADERS = {"User-Agent": "Readout/0.1", "Accept": ", ".join(CONTENT_SUFFIXES), "Accept-Encoding": "identity"}


def _hang_up(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _name(parts: SplitResult) -> str:
    last = parts.path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return f"{parts.hostname}-{last}" if last else str(parts.hostname)
