"""The registry of document formats. A new one is a parser or a reading function, and one entry here."""

from analysis.errors import ArticleError
from analysis.readers import article_tables, jsonl, plain
from analysis.readers.archive import office_suffix
from analysis.readers.documents import reader
from analysis.readers.source import Format, Source

_MB = 1 << 20

FORMATS: tuple[Format, ...] = (
    Format("plain text or Markdown (.txt, .md)", (".txt", ".text", ".md", ".markdown"), 5 * _MB, plain.read),
    Format("a web page (.html)", (".html", ".htm", ".xhtml"), 5 * _MB, reader("web_page", "a web page of an article")),
    Format("a PDF with text (.pdf)", (".pdf",), 50 * _MB, reader("pdf_file", "a PDF with a text layer")),
    Format("a Word document (.docx)", (".docx",), 50 * _MB, reader("word_file", "a Word document (.docx)")),
    Format("a mail message (.eml)", (".eml",), 25 * _MB, reader("mail_message", "a mail message with text")),
    Format(
        "a feed (.rss, .atom, .xml)", (".rss", ".atom", ".xml"), 5 * _MB, reader("news_feed", "an RSS or Atom feed")
    ),
    Format("a table of articles (.csv, .tsv)", (".csv", ".tsv"), 100 * _MB, article_tables.read_csv),
    Format("a table of articles (.xlsx)", (".xlsx",), 50 * _MB, article_tables.read_workbook),
    Format("articles as JSON lines (.jsonl)", (".jsonl", ".ndjson"), 100 * _MB, jsonl.read_source),
)
"""Every kind of single document, in the order in which they are named to the analyst."""

ARCHIVE_SUFFIXES = (".zip",)
_SIGNATURES: tuple[tuple[bytes, tuple[str, ...], str], ...] = (
    (b"%PDF-", (".pdf",), ".pdf"),
    (b"PK\x03\x04", (".docx", ".xlsx"), ".zip"),
)
"""First bytes, the endings that may have them, and the format that they are taken for under any other ending."""
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls); save it as .docx or .xlsx"),
    (b"{\\rtf", "a rich text file; save it as .docx"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def accepted_words() -> str:
    """What can be brought in, in words."""
    return "; ".join([*(item.words for item in FORMATS), "a zip or folder of these"])


def accepted_in_place_of(source: Source) -> str:
    """What would be accepted where a document was not: its own kind where that is read, else every kind."""
    return next((item.words for item in FORMATS if source.suffix in item.suffixes), accepted_words())


def kind_of(source: Source) -> str:
    """The ending that says how the document is read: what its first bytes show, else the ending of its name.

    Raises:
        ArticleError: it is of a kind that is not read, or empty.
    """
    if not source.data:
        raise ArticleError(f"{source.name!r} is empty.")
    head = source.data[:1024].lstrip()
    for start, what in _REFUSED:
        if source.data.startswith(start) and (start != b"MZ" or b"\0" in head):
            raise ArticleError(f"{source.name!r} is {what}. Accepted: {accepted_words()}.")
    for start, suffixes, otherwise in _SIGNATURES:
        if source.data.startswith(start):
            return office_suffix(source.data) or (source.suffix if source.suffix in suffixes else otherwise)
    if any(source.suffix in item.suffixes for item in FORMATS) or source.suffix in ARCHIVE_SUFFIXES:
        return source.suffix
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    if not source.suffix or source.url:
        return ".txt"
    raise ArticleError(f"{source.name!r} is of a kind that is not read. Accepted: {accepted_words()}.")


def format_of(source: Source) -> Format:
    """The format of a document that is not an archive.

    Raises:
        ArticleError: it is of a kind that is not read, empty, or larger than its format may be.
    """
    suffix = kind_of(source)
    found = next((item for item in FORMATS if suffix in item.suffixes), None)
    if found is None:
        raise ArticleError(f"{source.name!r} is an archive inside an archive; unpack it first.")
    if len(source.data) > found.max_bytes:
        raise ArticleError(
            f"{source.name!r} has {len(source.data) / _MB:.1f} MB; at most {found.max_bytes // _MB} MB are read of "
            f"{found.words}."
        )
    return found
