"""Pairs of edited sentences: a sentence as it was or contradicting it, and a text with one of the two in it.

The text is taken as it was as often as with the contradiction in it, so that a denial or an odd word alone tells
nothing.
"""

import random
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from analysis.judge.training.edits import Changes, Editor, load_lexicon
from analysis.judge.training.shortening import phrases_of
from analysis.judge.training.topics import Pair, topic_pairs
from analysis.judge.training.wording import capital


def edit_pairs(texts: Iterable[Sequence[str]], nlp: Language, count: int, seed: int) -> list[Pair]:
    """Pairs from texts, each a list of sentences in order: a sentence edited, and those around the original."""
    rng = random.Random(seed)
    editor = Editor(load_lexicon(), rng)
    groups = [list(nlp.pipe(text)) for text in texts]
    spots = [(g, i) for g in groups for i, doc in enumerate(g) if 6 < len(doc) < 60]
    phrases = sorted({phrase for group in groups for doc in group for phrase in phrases_of(doc)})
    pairs: list[Pair] = []
    while len(pairs) < count:
        group, i = rng.choice(spots)
        changes = editor.contradiction(group[i])
        pairs.extend(_about(editor, group, i, changes))
        passage = _around(group, i, editor.with_changes(group[i], {}), rng)
        odd = rng.random()
        if odd < 0.2 and phrases:
            pairs.append(
                (editor.keep(group[i], words=1).rstrip(". ") + rng.choice(phrases) + ".", passage, "different")
            )
        elif odd < 0.35:
            pairs.append((rng.choice(rng.choice(spots)[0]).text.strip(), passage, "different"))
    return pairs[:count]


def _about(editor: Editor, group: list[Doc], i: int, changes: Changes) -> list[Pair]:
    """Claims that hold and fail, about the text as it was or with the contradiction in it."""
    rng, sentence = editor.rng, group[i]
    versions: list[Changes] = [{}, changes] if changes else [{}]
    told = rng.choice(versions)
    passage = _around(group, i, editor.with_changes(sentence, told), rng)
    others = [doc for doc in group[max(0, i - 1) : i + 2] if doc is not sentence and doc.text.strip() in passage]
    pairs = []
    for claimed in versions:
        text = editor.keep(sentence, words=rng.choice([0, 1, 2, 3, 4]), changes=claimed)
        if others and rng.random() < 0.15:
            text = _joined(text, editor.keep(rng.choice(others), words=2), rng)
        pairs.append((text, passage, "same" if claimed is told else "contradicts"))
    return pairs


def _around(group: list[Doc], i: int, sentence: str, rng: random.Random) -> str:
    """The sentence among its neighbours."""
    first, last = max(0, i - rng.choice([0, 0, 0, 1, 2])), i + rng.choice([1, 1, 1, 2, 3])
    return " ".join(
        sentence if group[k] is group[i] else group[k].text.strip() for k in range(first, min(last, len(group)))
    )


def _joined(a: str, b: str, rng: random.Random) -> str:
    """Two sentences told as one claim."""
    first, second = rng.sample([a, b], 2)
    return (
        f"{first} {second}" if rng.random() < 0.5 else f"{first.rstrip('. ')}, while {second[:1].lower()}{second[1:]}"
    )


def invented_texts(count: int, seed: int) -> list[list[str]]:
    """Passages of the invented records as texts of sentences, to be edited as well."""
    passages = dict.fromkeys(passage for _, passage, _ in topic_pairs(count * 4, seed))
    return [[capital(s if s.endswith(".") else f"{s}.") for s in p.split(". ")] for p in list(passages)[:count]]
