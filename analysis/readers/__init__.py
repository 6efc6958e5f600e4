"""Input to articles. A new kind of document is one entry in FORMATS; a new kind of corpus is one entry in READERS."""

from collections.abc import Callable
from pathlib import Path

from analysis.articles import Article
from analysis.errors import InputError
from analysis.readers import documents_file, folder, jsonl
from analysis.readers.corpus import Corpus
from analysis.readers.incoming import Reading, pasted
from analysis.readers.source import Source
from analysis.readers.together import read_folder, read_sources

READERS: tuple[tuple[str, Callable[[Path], bool], Callable[[Path], Corpus]], ...] = (
    (folder.ACCEPTS, folder.accepts, folder.read),
    (jsonl.ACCEPTS, jsonl.accepts, jsonl.read),
    (documents_file.ACCEPTS, documents_file.accepts, documents_file.read),
)
"""What each reader accepts in words, whether it accepts a path, and the reading."""


def read_corpus(path: Path) -> Corpus:
    """Articles of a corpus folder or file, in a fixed order, with a problem for each unreadable one.

    Raises:
        InputError: the path does not exist, is of no kind that is read, or holds no readable article at all.
    """
    accepted = "; ".join(words for words, _, _ in READERS)
    if not path.exists():
        raise InputError(f"There is no file or folder {str(path)!r}. Accepted: {accepted}.")
    for _, accepts, read in READERS:
        if accepts(path):
            return read(path)
    raise InputError(f"{str(path)!r} is not a kind of input that is read. Accepted: {accepted}.")


__all__ = [
    "READERS", "Article", "Corpus", "Reading", "Source", "pasted", "read_corpus", "read_folder", "read_sources"
]  # fmt: skip
