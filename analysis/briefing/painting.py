"""Drawings painted as PNG by a Chrome that the machine has.

One start of it paints them all, where a screenshot of each would take one: the drawings stand as pictures in a page,
whose script puts each on a canvas of its size and its PNG into the text, which Chrome prints. Drawings that stand as
pictures run nothing and fetch nothing.
"""

import base64
import binascii
import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.briefing.markup import Element, element, html

SCALE = 2
"""Pixels of a PNG to one unit of the drawing: sharp on a slide that fills a screen."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where systems keep it that do not put it on the path."""
_LIMIT = 30.0
"""Longest time that painting may take; ten charts took 1.8 [s]."""
_OPTIONS = (
    "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--dump-dom",
)  # fmt: skip
_POLICY = "default-src 'none'; img-src data:; script-src 'unsafe-inline'"
_SCRIPT = f"""
onload = () => {{
  for (const image of [...document.images]) {{
    const canvas = document.createElement('canvas'), text = document.createElement('pre');
    canvas.width = image.naturalWidth * {SCALE};
    canvas.height = image.naturalHeight * {SCALE};
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    text.textContent = canvas.toDataURL('image/png');
    image.replaceWith(text);
  }}
}};
"""
_PAINTED = re.compile(rb"<pre>data:image/png;base64,([^<]*)</pre>")
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Painted:
    """PNG files by name; where there are none, why, in a sentence."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    lack: str = ""


def find_chrome() -> str:
    """The path of Chrome, Chromium or Edge; empty when the machine has none."""
    return next(filter(None, map(shutil.which, (*_NAMES, *_PLACES))), "")


def lack_of_chrome() -> str:
    """What comes of it that the machine has no Chrome; empty where it has one."""
    return "" if find_chrome() else "Charts are SVG alone: PNG needs Chrome, Chromium or Edge on this computer."


def paint(drawings: Mapping[str, str]) -> Painted:
    """Drawings as PNG, all of them or none: a browser that is missing or fails never costs the rest of an export.

    Args:
        drawings: SVG text by file name, each with its width and height.
    """
    if not drawings:
        return Painted()
    if lack := lack_of_chrome():
        return Painted(lack=lack)
    chrome = find_chrome()
    try:
        found = _PAINTED.findall(_printed(chrome, _page(drawings.values())))
        pictures = [base64.b64decode(text, validate=True) for text in found]
    except subprocess.TimeoutExpired:
        return _failed(chrome, f"took more than {_LIMIT:g} s")
    except (OSError, binascii.Error) as error:
        return _failed(chrome, f"failed ({error})")
    if len(pictures) != len(drawings) or not all(picture.startswith(_PNG) for picture in pictures):
        return _failed(chrome, "painted nothing")
    return Painted({f"{name.removesuffix('.svg')}.png": file for name, file in zip(drawings, pictures, strict=True)})


def _failed(chrome: str, how: str) -> Painted:
    return Painted(lack=f"Charts are SVG alone: {chrome!r}, which was to make PNG of them, {how}.")


def _page(drawings: Iterable[str]) -> str:
    sources = (f"data:image/svg+xml;base64,{base64.b64encode(text.encode()).decode()}" for text in drawings)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        element("script", _SCRIPT),
    )
    return "<!DOCTYPE html>" + html(element("html", head, element("body", *(element("img", src=s) for s in sources))))


def _printed(chrome: str, page: str) -> bytes:
    """What Chrome prints of a page; whatever it started is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder, "drawings.html")
        file.write_text(page, encoding="utf-8")
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # for whom Chrome starts without its sandbox only
        command = [chrome, *_OPTIONS, *(["--no-sandbox"] if is_root else []), f"--user-data-dir={folder}/profile"]
        with subprocess.Popen(
            [*command, file.as_uri()], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as running:  # fmt: skip
            try:
                return running.communicate(timeout=_LIMIT)[0]
            finally:
                if running.poll() is None:
                    _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """Kill it with all that it started: a Chrome that hangs has children that would keep its pipe open."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
