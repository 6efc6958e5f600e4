"""Something brought in, before it is read."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from analysis.readers.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and the name they came under. The name is shown and never opened: it may be anything that a sender liked.

    Attributes:
        name: A file's name, an address, or "pasted text".
        data: The bytes as they came; kept with the case, so that a better reader can read them again.
        url: The address that the bytes were fetched from; empty: not fetched.
    """

    name: str
    data: bytes
    url: str = ""

    @property
    def path(self) -> PurePosixPath:
        """The name with its folders, whichever way its sender's slashes lean; for comparing and never for opening."""
        return PurePosixPath(self.name.replace("\\", "/"))

    @property
    def base_name(self) -> str:
        """The name without any folder."""
        return self.path.name or "unnamed"

    @property
    def stem(self) -> str:
        """The base name without its ending."""
        return PurePosixPath(self.base_name).stem

    @property
    def suffix(self) -> str:
        """The ending in small letters, with its dot; empty where there is none."""
        return PurePosixPath(self.base_name).suffix.lower()

    @property
    def sha256(self) -> str:
        """Hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document that is read.

    Attributes:
        words: The kind in the analyst's words, with its endings.
        suffixes: The endings of its files.
        max_bytes: Larger documents are refused [bytes].
        read: Its articles, and a problem for each part that could not be read; raises ArticleError for the whole.
    """

    words: str
    suffixes: tuple[str, ...]
    max_bytes: int
    read: Callable[[Source], Corpus]
