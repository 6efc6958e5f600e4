"""The point of a typed claim: what it asserts itself, beside what it only mentions.

`Chile denied that it sold the arms` asserts a denial, and who reports the sale contradicts the denial's matter and not
the claim. `A spy balloon was found` asserts that it was found; that it was a spy balloon is said in passing. Whoever
does the same as the claim's actor tells of another act.

Source: Karttunen and Zaenen 2005, Veridicity; Potts 2005, on what is said in passing and not at issue.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from analysis.comparison.alignment import Alignment
from analysis.comparison.anchoring import alike
from analysis.comparison.opposites import STANCES, opposition, side_of
from analysis.comparison.passages import Name, Passage, Word
from analysis.comparison.polarity import DENIALS, negations
from analysis.comparison.vocabulary import vocabulary

_MENTIONED = "mentioned"
"""Mood of a word that the claim only mentions; after it the verb under which it stands, if any."""
_USE = "use"
"""What a thing is for: the opposition of words by which one side calls a thing in passing."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "expl"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_PREDICATES = frozenset({"attr", "oprd", "acomp", "ROOT"})


def with_mentions(passage: Passage, span: Span) -> Passage:
    """The passage with the words marked that it only mentions: what is said, denied, condemned or called for.

    Args:
        passage: What a claim states.
        span: Its parse.
    """
    moods = {token.idx - span.start_char: mood for token, mood in _mentions(span)}
    return replace(passage, words=tuple(replace(word, mood=moods.get(word.start, word.mood)) for word in passage.words))


def with_denied_verbs(passage: Passage, span: Span) -> Passage:
    """The passage with the verbs that it denies and that state nothing otherwise: it did not say, has not done it.

    Args:
        passage: What a sentence states.
        span: Its parse.
    """
    denied = negations(span)
    known = {word.start for word in passage.words}
    found = [token for token in span if token.pos_ == "VERB" and token.i in denied]
    places = [(token, token.idx - span.start_char) for token in found]
    added = [
        Word(token.text, token.lemma_.lower(), "VERB", "act", True, "", "", start, start + len(token.text))
        for token, start in places
        if start not in known and token.lemma_.lower() in vocabulary("empty")
    ]
    return replace(passage, words=tuple(sorted((*passage.words, *added), key=lambda word: word.start)))


def _mentions(span: Span) -> Iterator[tuple[Token, str]]:
    for token in span:
        if token.pos_ == "VERB" and token.lemma_.lower() in vocabulary("taking_a_stand") | vocabulary("speaking"):
            for child in token.children:
                is_matter = child.dep_ not in _SUBJECTS or (child.dep_ == "nsubjpass" and child.pos_ != "PRON")
                if is_matter and child.dep_ not in {"conj", "aux", "auxpass", "neg", "advmod", "punct", "mark"}:
                    yield from ((inner, f"{_MENTIONED} {token.lemma_.lower()}") for inner in child.subtree)
        elif token.dep_ in _MODIFIERS and side_of(token.lemma_.lower(), _USE) and token.head.dep_ not in _PREDICATES:
            yield token, _MENTIONED


def is_mentioned(word: Word) -> bool:
    """Whether the claim only mentions a word."""
    return word.mood.startswith(_MENTIONED)


def is_beside_the_point(word: Word, alignment: Alignment) -> bool:
    """Whether a word of the claim is only mentioned, and the passage does not tell of the same act of saying it."""
    if not is_mentioned(word):
        return False
    verb = word.mood.removeprefix(_MENTIONED).strip()
    actors = _actors(verb, alignment.a)
    there = [
        x for w in alignment.b.words if w.pos == "VERB" and alike(verb, w.lemma) for x in _actors(w.lemma, alignment.b)
    ]
    return not verb or not any(_are_one(x, y, alignment) for x in actors for y in there)


def is_denied_alike(word: Word, alignment: Alignment) -> bool:
    """Whether the passage tells the claim's own denial: what is denied is no more so in the one than in the other."""
    verb = word.mood.removeprefix(_MENTIONED).strip()
    return is_mentioned(word) and verb in DENIALS and not is_beside_the_point(word, alignment)


def is_anothers_act(alignment: Alignment) -> bool:
    """Whether the passage tells what the claim tells only of others: Chad condemned it, as Mali does in the claim.

    Only a name tells one actor from another; a ministry or a spokesman without a country may be anybody's.
    """
    acts = [word for word in alignment.a.words if word.role == "act" and word.pos == "VERB" and not is_mentioned(word)]
    return any(_is_anothers(act, alignment) for act in acts)


def _is_anothers(act: Word, alignment: Alignment) -> bool:
    actors = [word for word in _actors(act.lemma, alignment.a) if _name_of(word, alignment.a) is not None]
    heads = {word.lemma for word in alignment.b.words if word.pos == "VERB" and _is_of_one_matter(act, word)}
    there = [word for head in sorted(heads) for word in _actors(head, alignment.b)]
    if not actors or not there:
        return False
    return not any(_may_be_one(x, y, alignment) for x in actors for y in there)


def _is_of_one_matter(act: Word, other: Word) -> bool:
    """Whether two verbs tell of one act, or take a stand for and against: others may praise what one condemned."""
    return alike(act.lemma, other.lemma) or opposition(act.lemma, other.lemma, "VERB") in STANCES


def _actors(verb: str, passage: Passage) -> list[Word]:
    return [word for word in passage.words if word.relation == "who" and word.head == verb]


def _may_be_one(word: Word, other: Word, alignment: Alignment) -> bool:
    """Whether two actors may be one: the same, of one country, or one of them no name and of no other country."""
    if _are_one(word, other, alignment):
        return True
    codes, others = _codes(word, alignment.a), _codes(other, alignment.b)
    if codes and others:
        return False
    name, other_name = _name_of(word, alignment.a), _name_of(other, alignment.b)
    return other_name is None or (bool(codes) and other_name.kind == "person") or name is None


def _are_one(word: Word, other: Word, alignment: Alignment) -> bool:
    return word.lemma == other.lemma or bool(_codes(word, alignment.a) & _codes(other, alignment.b))


def _codes(word: Word, passage: Passage) -> frozenset[str]:
    """The countries that an actor is or belongs to: Chad, the government of Chad, the Chadian minister."""
    tied = [word, *(w for w in passage.words if w.head == word.lemma and w.relation in {"mod", "of"})]
    names = (name for item in tied if (name := _name_of(item, passage)) is not None)
    return frozenset(name.code for name in names if name.code)


def _name_of(word: Word, passage: Passage) -> Name | None:
    return next((n for n in passage.names if n.start <= word.start < n.start + len(n.text)), None)
