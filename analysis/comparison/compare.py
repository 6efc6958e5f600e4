"""Comparing two texts: each parsed, the passages of the second that come closest chosen, the pair judged.

Rules find what can be named: another number, date, name, negation, opposite. The trained judge (analysis.judge) then
weighs the wording as a whole; analysis.comparison.weighing says what the two come to.
"""

import datetime
import functools
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from analysis.comparison.alignment import align
from analysis.comparison.differences import Comparison
from analysis.comparison.judge import judge
from analysis.comparison.participants import are_all_named
from analysis.comparison.passages import Passage, join_passages, read_passage
from analysis.comparison.subjects import about_the_same
from analysis.comparison.weighing import weigh
from analysis.embeddings import load_encoder
from analysis.errors import InputError
from analysis.judge import judge_pairs
from analysis.language import load_pipeline
from analysis.settings import Settings

_BEST_PASSAGES = 5
"""A claim about an article is compared with this many of its sentences, the closest ones, read as one passage."""
_JUDGED_PASSAGES = 3
"""Of an article the trained judge reads fewer: its sight is short."""


def compare_passages(
    a: str, b: str, *, published_a: str = "", published_b: str = "", settings: Settings | None = None
) -> Comparison:
    """How the second text stands to what the first one says.

    Args:
        a: A claim: a sentence or a few.
        b: A passage, or a whole article; then its passages closest to the claim count.
        published_a: Date of the first [ISO 8601], by which `yesterday` is resolved; empty: not known.
        published_b: Date of the second.
        settings: Which language pipeline reads them; the defaults when None.

    Returns:
        `same` when b bears a out, `contradicts` when both cannot hold, `different` when b says neither or one of the
        two is empty; with the score, the kind of the clash and the reasons in words.

    Raises:
        InputError: a date is none.
        ModelError: the language pipeline is missing, or its files are not those that were recorded.
    """
    return next(compare_pairs([(a, b)], published=(published_a, published_b), settings=settings))


def compare_pairs(
    pairs: Iterable[tuple[str, str]], *, published: tuple[str, str] = ("", ""), settings: Settings | None = None
) -> Iterator[Comparison]:
    """A comparison for each pair of texts, in order."""
    pairs, settings = list(pairs), settings or Settings()
    published = _day(published[0]), _day(published[1])
    nlp = load_pipeline(settings.model)
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    docs = dict(zip(texts, nlp.pipe(texts, batch_size=settings.batch_size), strict=True))
    for a, b in pairs:
        yield compare_docs(docs[a], docs[b], published=published)


def _day(published: str) -> str:
    try:
        return datetime.datetime.fromisoformat(published).date().isoformat() if published else ""
    except ValueError as error:
        raise InputError(f"The date {published!r} is none; accepted is an ISO 8601 date such as 2022-10-24.") from error


def compare_docs(a: Doc, b: Doc, *, published: tuple[str, str] = ("", "")) -> Comparison:
    """The same for texts already parsed."""
    claim = read_passage(a[:], published[0])
    passages = [read_passage(sent, published[1]) for sent in b.sents if sent.text.strip()]
    return compare_with_best(claim, passages)


def compare_with_best(claim: Passage, passages: Sequence[Passage]) -> Comparison:
    """The claim against the passages that come closest to it: rules first, the trained judge where they end."""
    if not claim.text.strip() or not passages:
        return Comparison("different", 0.0, "", ("one of the two texts is empty",))
    encoder = load_encoder()
    vector = encoder.encode([claim.text])[0]
    close = [float(vector.sentence @ item.sentence) for item in encoder.encode([p.text for p in passages])]
    ranked = sorted(range(len(passages)), key=lambda index: -close[index])
    whole = _joined(passages, ranked[:_BEST_PASSAGES])
    alignment = align(claim, whole, vector, encoder.encode([whole.text])[0])
    ruled = judge(alignment)
    read = whole if len(passages) <= _BEST_PASSAGES else _joined(passages, ranked[:_JUDGED_PASSAGES])
    meant = about_the_same(claim, read)
    if ruled.is_settled and not meant:
        return ruled
    odds = judge_pairs([(claim.text, meant or read.text)])[0].tolist()
    is_named = not meant and are_all_named(claim, passages)
    return weigh(ruled, alignment, odds, is_named=is_named, is_whole=len(passages) <= _BEST_PASSAGES)


def _joined(passages: Sequence[Passage], chosen: Sequence[int]) -> Passage:
    """The chosen passages, in the order of the text, as one."""
    return functools.reduce(join_passages, (passages[index] for index in sorted(chosen)))
