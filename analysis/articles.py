"""An article as read, before anything is computed from it."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is what every offset of every table points into; it is never changed after reading.

    Attributes:
        document_id: Key of the article within its corpus.
        text: The article, as read [code points].
        publisher: The outlet; empty: not known.
        publisher_country_code: ISO 3166-1 alpha-3; empty: not known.
        published_on: ISO 8601 date; empty: not known.
        author: As the document names them; empty: not known.
        language_code: ISO 639-1, as the document states it; empty: not stated, then it is told from the text.
        dropped: Stretches of a web page that its reading took for no part of the article, as [start, end) code points.
        kept: Stretches that look like page furniture and that the analyst put back, as [start, end) code points.
    """

    document_id: str
    text: str
    publisher: str = ""
    publisher_country_code: str = ""
    url: str = ""
    published_on: str = ""
    title: str = ""
    author: str = ""
    language_code: str = ""
    dropped: tuple[tuple[int, int], ...] = ()
    kept: tuple[tuple[int, int], ...] = ()

    @property
    def outlet(self) -> str:
        """The name an analyst reads: the publisher, or the article's id where none is given."""
        return self.publisher or self.document_id

    @property
    def sha256(self) -> str:
        """Hash of the text as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def imprint_sha256(self) -> str:
        """Hash of everything known about the article but its text: the answers depend on the date, for one."""
        imprint = {item.name: getattr(self, item.name) for item in dataclasses.fields(self) if item.name != "text"}
        return hashlib.sha256(json.dumps(imprint, sort_keys=True).encode()).hexdigest()
