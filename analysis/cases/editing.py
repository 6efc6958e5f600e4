"""What an analyst may change of an article, and how it is understood."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from analysis.articles import Article
from analysis.errors import ArticleError, CaseError, InputError
from analysis.readers.imprint import country_code, date, language_code

EDITABLE = (
    "title", "publisher", "publisher_country_code", "published_on", "author", "language_code", "url", "kept"
)  # fmt: skip
"""What an analyst may change of an article. The text itself never changes: offsets point into it."""
_UNDERSTOOD: Mapping[str, Callable[[str], str]] = {
    "publisher_country_code": country_code, "published_on": date, "language_code": language_code
}  # fmt: skip
"""France, 24 October 2022 and English are as good as their codes."""


def edited(article: Article, changes: Mapping[str, Any]) -> Article:
    """The article with other values in some of the fields that EDITABLE names.

    Raises:
        CaseError: a field cannot be edited.
        InputError: a date, country or language is not understood; then nothing of the article is changed.
    """
    odd = sorted(set(changes) - set(EDITABLE))
    if odd:
        raise CaseError(f"The fields {odd} cannot be edited; accepted are {', '.join(EDITABLE)}.")
    try:
        understood = {name: read(str(changes[name])) for name, read in _UNDERSTOOD.items() if name in changes}
    except ArticleError as error:
        raise InputError(str(error)) from error
    return dataclasses.replace(article, **{**changes, **understood})
