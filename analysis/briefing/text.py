"""Article text made fit for files: what a format cannot hold is replaced, what a program would run is disarmed.

Article text is hostile until it is escaped. Escaping itself is left to the libraries that write the formats; here is
what they do not do.
"""

import re

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(text: str) -> str:
    """The text without what XML 1.0 or UTF-8 cannot hold, and without signs that turn the direction of writing.

    U+FFFD stands in place of each such character. Turns are unseen, and show one name as another.

    Source: XML 1.0, section 2.2, Characters (control characters, surrogates, non-characters).
    """
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text fit for a file, with every run of white space a single blank."""
    return " ".join(plain(text).split())


def counted(number: int, noun: str, plural: str = "") -> str:
    """'1 article', '2 articles'; `plural` where it is no added s."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or f'{noun}s'}"


def excerpt(text: str, limit: int) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than `limit` [characters]."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut).rstrip(" ,;:") + "…"


def disarmed(text: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula: an apostrophe before = + - @, tab and return.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(("=", "+", "-", "@")) else text


def web_address(url: str) -> str:
    """The address when it is an http or https one, which alone may become a link; otherwise empty."""
    return url if re.fullmatch(r"https?://[^\s\"'<>\x00-\x20]+", url) else ""
