"""Who did it: an attack, explosion or killing laid to one country here and to another there.

Each side usually blames the other, and an article tells of both. A clash is then one of the accounts, not a fault of
either outlet; the reader sees whose account each passage gives.
"""

import re
from collections.abc import Iterator

from analysis.claims.questions.answers import (
    Answer,
    codes_of,
    is_told,
    objects_of,
    phrase_of,
    subjects_of,
    told_as_fact,
)
from analysis.comparison.passages import Passage, Word
from analysis.comparison.related import stand_in_keys
from analysis.comparison.vocabulary import vocabulary

_BEHIND = re.compile(r"\b(?:is|are|was|were|be|been|being|stood|stands?) (?:clearly |really )?behind\b", re.I)
_BEHIND_IT = re.compile(_BEHIND.pattern + r" (?:it|this|that)\b", re.I)
_MADE = re.compile(r"^[-‑](?:made|built|designed|supplied|style)", re.I)
_BLAMED, _DONE, _STRUCK = "blamed", "done", "struck"
_TARGET = "target "


def who_did_it(passage: Passage) -> Iterator[Answer]:
    """The country to which a violent incident is laid, as a fact or by somebody's word."""
    incidents = [word for word in passage.words if word.lemma in vocabulary("incidents")]
    for word in told_as_fact(passage):
        how = _how(word, incidents, passage)
        codes = codes_of(word, passage) if how else frozenset()
        if len(codes) == 1:
            about = frozenset({how}) | frozenset(f"{_TARGET}{key}" for key in _targets(incidents, passage))
            yield Answer(next(iter(codes)), _in_words(word, passage), word.start, about, rank=int(how == _BLAMED))


def is_one_incident(a: Answer, b: Answer) -> bool:
    """Whether both tell of one incident: what was hit is the same, or one of them does not say.

    In a war either side strikes; who plainly `shelled the plant` is told otherwise only where the plant is named again.
    """
    left, right = ({key for key in answer.matters if key.startswith(_TARGET)} for answer in (a, b))
    is_plain = _STRUCK in a.matters | b.matters
    return bool(left & right) or (not is_plain and not (left and right))


def _how(word: Word, incidents: list[Word], passage: Passage) -> str:
    """In what way the passage makes this one the culprit; empty: in none."""
    if _is_blamed(word, passage):
        return _BLAMED
    if _BEHIND_IT.search(passage.text[word.end : word.end + 60]) and word.relation == "who" and word.head == "be":
        return _DONE
    if incidents and _is_doer(word, passage):
        return _DONE
    return _STRUCK if _strikes(word, passage) else ""


def _strikes(word: Word, passage: Passage) -> bool:
    """Who struck, or whose missile did; a missile made in a country may be anybody's."""
    if word.relation != "who" or word.head not in vocabulary("striking") or not is_told(word.head, passage):
        return False
    if any(_MADE.match(passage.text[name.start + len(name.text) :]) for name in passage.names):
        return False
    return bool(objects_of(word.head, passage))


def _is_blamed(word: Word, passage: Passage) -> bool:
    """Whether somebody lays it to this one: blames, accuses, holds responsible, puts the blame on."""
    if word.relation == "whom" and word.head in vocabulary("blaming"):
        return is_told(word.head, passage)
    if (word.relation == "whom" and word.head == "hold") or (
        word.relation == "who" and word.head in vocabulary("guilty")
    ):
        guilty = any(item.lemma in vocabulary("guilty") and not item.negated for item in passage.words)
        return guilty and is_told("hold", passage)
    if word.relation == "on":
        blamed = [w for w in passage.words if w.lemma in {"blame", "responsibility"} and w.relation == "whom"]
        return any(item.head in vocabulary("laying") and not item.negated for item in blamed)
    return False


def _is_doer(word: Word, passage: Passage) -> bool:
    """Whether this one carried it out, was behind it, or is where it came from."""
    if word.relation == "who" and word.head == "be":
        guilty = any(item.lemma in vocabulary("guilty") and item.relation == "is" for item in told_as_fact(passage))
        return guilty or bool(_BEHIND.search(passage.text[word.end : word.end + 60]))
    if word.relation == "who" and word.head in vocabulary("perpetrating"):
        done = {item.lemma for item in objects_of(word.head, passage)}
        return is_told(word.head, passage) and bool(done & vocabulary("incidents"))
    if word.relation in {"in", "from", "with"} and word.head in {"have", "origin", "originate"}:
        had = {item.lemma for item in objects_of(word.head, passage)} | {word.head}
        began = subjects_of(word.head, passage) or [
            item for item in passage.words if item.lemma in vocabulary("incidents")
        ]
        return bool(had & {"origin", "originate", "root"}) and any(w.lemma in vocabulary("incidents") for w in began)
    return False


def _in_words(word: Word, passage: Passage) -> str:
    """The culprit as worded, with the country where another word names it: vandals from Ukraine."""
    phrase = phrase_of(word, passage)
    rest = passage.text[word.end :]
    named = next(
        (n.text for n in passage.names if n.code and rest.lower().startswith((f" from {n.text.lower()}",))), ""
    )
    return f"{phrase} from {named}" if named else phrase


def _targets(incidents: list[Word], passage: Passage) -> frozenset[str]:
    """What was hit: objects of the incident as a verb, and what its noun is on or of."""
    lemmas = {word.lemma for word in incidents}
    hit = [w for w in passage.words if w.head in lemmas and w.relation in {"whom", "on", "of", "at", "against"}]
    return frozenset().union(*(stand_in_keys(word.lemma) for word in hit if word.lemma not in lemmas))
