"""Which of the articles that share a text published it first, as far as their dates tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.columns import Col

SHARED = "shared text"
"""The kind of an origin that is a text which several outlets carry."""


def name_of(sharing: Sequence[str], articles: Mapping[str, Mapping[str, object]]) -> str:
    """`text first in A (2023-02-03), also in B`; with no date to tell, `text shared by A and B`."""
    outlets = {document_id: str(articles[document_id]["publisher"]) for document_id in sharing}
    first = _first(sharing, articles)
    if not first:
        return f"text shared by {' and '.join(sorted(set(outlets.values())))}"
    others = sorted({outlet for document_id, outlet in outlets.items() if document_id != first})
    return f"text first in {outlets[first]} ({articles[first][Col.PUBLISHED_ON]}), also in {' and '.join(others)}"


def _first(sharing: Sequence[str], articles: Mapping[str, Mapping[str, object]]) -> str:
    """The article published before all others; empty where a date is lacking or two share the first."""
    dates = sorted((str(articles[document_id][Col.PUBLISHED_ON]), document_id) for document_id in sharing)
    return dates[0][1] if dates[0][0] and dates[0][0] < dates[1][0] else ""


def order_of(document_id: str, sharing: Sequence[str], articles: Mapping[str, Mapping[str, object]]) -> str:
    """The other articles, each with whether it was published before or after one's own."""
    own = str(articles[document_id][Col.PUBLISHED_ON])
    said: dict[str, list[str]] = defaultdict(list)
    for other in sharing:
        if other != document_id:
            said[_order(str(articles[other][Col.PUBLISHED_ON]), own)].append(str(articles[other]["publisher"]))
    return "; ".join(f"{', '.join(sorted(set(names)))} ({order})" for order, names in sorted(said.items()))


def _order(other: str, own: str) -> str:
    """When another article was published, seen from one's own."""
    if not other or not own:
        return "which was first is not known"
    return "the same day" if other == own else "earlier" if other < own else "later"
