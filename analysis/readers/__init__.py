"""Input to articles. One module per kind of input; a new kind is one module and one entry in READERS."""

from collections.abc import Callable
from pathlib import Path

from analysis.errors import InputError
from analysis.readers import folder, jsonl
from analysis.readers.corpus import Corpus

READERS: tuple[tuple[str, Callable[[Path], bool], Callable[[Path], Corpus]], ...] = (
    (folder.ACCEPTS, folder.accepts, folder.read),
    (jsonl.ACCEPTS, jsonl.accepts, jsonl.read),
)
"""What each reader accepts in words, whether it accepts a path, and the reading."""


def read_corpus(path: Path) -> Corpus:
    """Articles of a corpus folder or a .jsonl file, in a fixed order, with a problem for each unreadable one.

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


__all__ = ["READERS", "Corpus", "read_corpus"]
