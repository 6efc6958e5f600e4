"""Plain text and Markdown, and text pasted by the analyst."""

import re

from charset_normalizer import from_bytes

from analysis.errors import ArticleError
from analysis.readers.corpus import Corpus, problem
from analysis.readers.imprint import article_and_notes, with_opening
from analysis.readers.source import Source

ACCEPTED = "text in UTF-8"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_TITLE = re.compile(r"#{1,2} +(.+?) *#*")
_MARKUP = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|(?<=\])\([^)\s]*\)|^#{1,6} +|\*\*|__|^> ?|^```.*$|^[-=]{3,}$", re.M)


def read(source: Source) -> Corpus:
    """One article: the text as it is. Its title is the first heading of Markdown, else the headline above the text."""
    text, notes = decode(source)
    fields = {"url": source.url}
    if source.suffix in {".md", ".markdown"}:
        heading = next((match for line in text.split("\n") if (match := _TITLE.fullmatch(line.strip()))), None)
        fields["title"] = heading[1] if heading else ""
        text = _MARKUP.sub("", text)
    article, more = article_and_notes(fields, source.stem, text)
    rows = tuple(problem(source.name, source.stem, note, ACCEPTED) for note in [*notes, *more])
    return Corpus((with_opening(article),), rows)


def decode(source: Source) -> tuple[str, list[ArticleError]]:
    """The text in the bytes, line ends as \\n, and a note if its encoding had to be guessed.

    Raises:
        ArticleError: the bytes are no text in any encoding, or text with the control characters of a binary file.
    """
    data, notes = source.data, []
    if not data.strip():
        raise ArticleError(f"{source.name!r} is empty; a text of an article is needed.")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        guess = None if b"\0" in data[:4096] else from_bytes(data[:200_000]).best()
        if guess is None:
            raise ArticleError(f"{source.name!r} is not text; {ACCEPTED} is needed.") from error
        text = data.decode(guess.encoding, "replace")
        notes.append(
            ArticleError(
                f"{source.name!r} is not UTF-8 and was read as {guess.encoding}, a guess: look at letters with accents."
            )
        )
    if len(_CONTROL.findall(text)) > len(text) / 200:
        raise ArticleError(f"{source.name!r} has the control characters of a binary file; {ACCEPTED} is needed.")
    return _CONTROL.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n"), notes
