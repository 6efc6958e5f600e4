"""Who is in the story: mentions by outlet, first appearances, who is named together."""

import itertools
from collections import Counter

import pandas as pd

from analysis.columns import Col
from analysis.corrections import MACHINE
from analysis.results import Results
from analysis.summaries.reviews import reviews_by, with_review
from analysis.summaries.sources import with_outlet
from analysis.tables import ACTORS, MENTIONS

_ACTOR = [Col.ENTITY_ID, Col.ENTITY, Col.ENTITY_TYPE, Col.COUNTRY_CODE]


def mentions_by_actor_and_outlet(results: Results, *, top: int = 15) -> pd.DataFrame:
    """How often each outlet names each of the most named actors.

    Args:
        top: Number of actors, most mentions first, then by name [actors].

    Returns:
        entity_id, entity, entity_type, country_code, publisher, n_mentions, review (of the actor); a pair that does
        not occur has no row.
    """
    actors = _ranked(results).head(top)
    named = with_outlet(results[MENTIONS][[Col.ENTITY_ID, Col.DOCUMENT_ID]], results)
    counts = named.groupby([Col.ENTITY_ID, Col.PUBLISHER]).size().rename(str(Col.N_MENTIONS)).reset_index()
    joined = actors[_ACTOR].merge(counts, on=Col.ENTITY_ID, how="inner")
    joined["order"] = joined[Col.ENTITY_ID].map({key: n for n, key in enumerate(actors[Col.ENTITY_ID])})
    joined = joined.sort_values(["order", Col.PUBLISHER], ignore_index=True).drop(columns="order")
    return with_review(joined, results, ACTORS, [Col.ENTITY_ID])


def first_appearances(results: Results, *, top: int = 15) -> pd.DataFrame:
    """The day each of the most named actors first appears in a dated article, and the outlet that has it first.

    Returns:
        entity_id, entity, entity_type, country_code, published_on, publisher, review (of the actor); actors of undated
        articles have no row.
    """
    actors = _ranked(results).head(top)
    named = with_outlet(results[MENTIONS][[Col.ENTITY_ID, Col.DOCUMENT_ID, Col.START_CHAR]], results)
    named = named[named[Col.PUBLISHED_ON].ne("")]
    named = named.sort_values([Col.PUBLISHED_ON, Col.PUBLISHER, Col.START_CHAR])
    first = named.drop_duplicates(Col.ENTITY_ID)[[Col.ENTITY_ID, Col.PUBLISHED_ON, Col.PUBLISHER]]
    joined = actors[_ACTOR].merge(first, on=Col.ENTITY_ID)
    joined = joined.sort_values([Col.PUBLISHED_ON, Col.ENTITY], ignore_index=True)
    return with_review(joined, results, ACTORS, [Col.ENTITY_ID])


def appearances_together(results: Results, *, top: int = 25) -> pd.DataFrame:
    """Pairs of actors named in one sentence, among the most named.

    Returns:
        entity_id_a, entity_a, entity_id_b, entity_b, n_sentences, review_a, review_b (of the two actors); most frequent
        first.
    """
    actors = _ranked(results).head(top)
    names = dict(zip(actors[Col.ENTITY_ID], actors[Col.ENTITY], strict=True))
    mentions = results[MENTIONS]
    mentions = mentions[mentions[Col.ENTITY_ID].isin(list(names))]
    pairs: Counter[tuple[str, str]] = Counter()
    for _, named in mentions.groupby([Col.DOCUMENT_ID, Col.SENTENCE_INDEX])[Col.ENTITY_ID]:
        pairs.update(itertools.combinations(sorted(named.unique()), 2))
    reviews = reviews_by(results, ACTORS, [Col.ENTITY_ID])
    rows = [
        (a, names[a], b, names[b], n, reviews.get((a,), MACHINE), reviews.get((b,), MACHINE))
        for (a, b), n in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    ]
    columns = ["entity_id_a", "entity_a", "entity_id_b", "entity_b", "n_sentences", "review_a", "review_b"]
    return pd.DataFrame(rows, columns=columns)


def _ranked(results: Results) -> pd.DataFrame:
    """ACTORS, most mentions first, then by name; counts are those of the mentions shown."""
    return results[ACTORS].sort_values([Col.N_MENTIONS, Col.ENTITY], ascending=[False, True], ignore_index=True)
