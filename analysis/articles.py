"""An article as read, before anything is computed from it."""

import hashlib
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
    """

    document_id: str
    text: str
    publisher: str = ""
    publisher_country_code: str = ""
    url: str = ""
    published_on: str = ""
    title: str = ""

    @property
    def outlet(self) -> str:
        """The name an analyst reads: the publisher, or the article's id where none is given."""
        return self.publisher or self.document_id

    @property
    def sha256(self) -> str:
        """Hash of the text as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
