"""Credits: sentences that name an agency or another outlet as their source, and lines that credit a whole article.

An outlet that cites another and the outlet cited are one origin for what is cited. So an article also rests on its own
outlet where another article cites that outlet: the two are then seen to be one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.origins.cited import AGENCY, OUTLET, Cited, media_credited, who_may_be_cited
from analysis.origins.rows import origin_row
from analysis.results import records
from analysis.tables import Row

Article = Mapping[str, object]


def find_credits(documents: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Row]:
    """Articles and sentences that credit an agency or outlet, and articles of outlets that others credit."""
    articles = records(documents)
    by_article: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in records(sentences):
        by_article[str(row["document_id"])].append(row)
    for cited in who_may_be_cited(str(article["publisher"]) for article in articles):
        found = [row for article in articles for row in _credits(cited, article, by_article)]
        yield from found
        if found:
            yield from _own_reports(cited, articles)
    for rows in by_article.values():
        yield from _media(rows)


def _credits(cited: Cited, article: Article, sentences: Mapping[str, Sequence[Article]]) -> Iterator[Row]:
    """An article's credits to one; none to its own outlet, which says `told us` by its name.

    In an outlet's line, what stands after `via` carries the text and is no origin of it.
    """
    line = str(article["publisher"])
    if not (cited.is_named(str(article["text"])) or cited.is_named(line)) or cited.publishes(line):
        return
    if cited.is_credited(line.split(" via ")[0]):
        yield origin_row(cited.name, cited.kind, _whole(article), rule="origins.publisher", evidence=line,
                         reason=f"the outlet's own line credits the {cited.kind}")  # fmt: skip
    for sentence in sentences.get(str(article["document_id"]), ()):
        if cited.is_credited(str(sentence["text"])):
            yield origin_row(cited.name, cited.kind, sentence, rule=_RULES[cited.kind],
                             reason=f"the sentence credits the {cited.kind}")  # fmt: skip


_RULES = {AGENCY: "origins.credit", OUTLET: "origins.cited"}


def _own_reports(cited: Cited, articles: Sequence[Article]) -> Iterator[Row]:
    for article in articles:
        if cited.publishes(str(article["publisher"])):
            yield origin_row(cited.name, cited.kind, _whole(article), rule="origins.own",
                             evidence=str(article["publisher"]),
                             reason="its own report, which another article cites")  # fmt: skip


def _media(sentences: Sequence[Article]) -> Iterator[Row]:
    """Media that are cited without a name: two outlets that cite them may well cite one."""
    for sentence in sentences:
        for name in media_credited(str(sentence["text"])):
            yield origin_row(name, OUTLET, sentence, rule="origins.media", reason="the sentence credits other media")


def _whole(article: Article) -> dict[str, object]:
    return {**article, "start_char": 0, "end_char": len(str(article["text"]))}
