"""Sentences of real prose edited on one point, so that the edited one keeps the meaning, contradicts, or says more.

Keeping: words exchanged for synonyms, phrases left out, an attribution put in front. Contradicting: a number, weekday,
name of the same kind, opposite word, other word of the same kind or the verb's negation exchanged. Saying more: a
phrase of another sentence added. `analysis.judge.training.edited` makes pairs of them.
"""

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from analysis.judge.training.examples import load_examples
from analysis.judge.training.inflection import inflect
from analysis.judge.training.shortening import BINDING, shortened
from analysis.judge.training.values import MONTHS
from analysis.judge.training.vocabulary import make_value, place
from analysis.judge.training.wording import capital

Changes = dict[int, str]
"""What stands in the place of a token, by the token's index; empty: nothing."""

_COMPARISON = Path(__file__).parents[2] / "comparison"
_PART = {"VERB": "V", "NOUN": "N", "ADJ": "A", "ADV": "R"}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ATTRIBUTIONS = (
    "Officials said that ",
    "According to reports, ",
    "It was reported that ",
    "State media said that ",
    "A spokesman confirmed that ",
    "Sources said ",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms, opposites and other words of the same kind by part of speech and lemma."""

    synonyms: dict[tuple[str, str], list[str]]
    opposites: dict[tuple[str, str], list[str]]
    siblings: dict[tuple[str, str], list[str]]


def load_lexicon() -> Lexicon:
    """Synonyms of the files beside this one and WordNet's; opposites of the rules' own tables, so that both agree."""
    synonyms: dict[tuple[str, str], list[str]] = {}
    for line in Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines():
        part, *words = line.split()
        for word in words if part in {"V", "N", "A", "R"} else []:
            synonyms.setdefault((part, word), []).extend(other for other in words if other != word)
    opposites: dict[tuple[str, str], list[str]] = {}
    for line in (_COMPARISON / "antonyms.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            part, word, others = line.split("\t")
            opposites.setdefault((part.upper(), word), []).extend(others.split())
    for entry in tomllib.loads((_COMPARISON / "opposites.toml").read_text(encoding="utf-8"))["opposites"]:
        for here, there in (("a", "b"), ("b", "a")):
            for word in entry[here]:
                opposites.setdefault(("V", word), []).extend(entry[there])
    siblings: dict[tuple[str, str], list[str]] = {}
    for line in Path(__file__).with_name("wordnet_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            part, word, same, _, kin = line.split("\t")
            synonyms.setdefault((part, word), []).extend(w for w in same.split() if w != "-")
            siblings.setdefault((part, word), []).extend(w for w in kin.split() if w != "-")
    for example in load_examples():
        if example.tag == "NN" and example.siblings:
            siblings.setdefault(("N", example.word.lower()), []).extend(example.siblings)
    return Lexicon(synonyms, opposites, siblings)


class Editor:
    """Edits parsed sentences at random."""

    def __init__(self, lexicon: Lexicon, rng: random.Random) -> None:
        self.lexicon, self.rng = lexicon, rng

    def keep(self, sentence: Doc, *, words: int, changes: Changes | None = None) -> str:
        """The sentence with some words exchanged for synonyms, sometimes attributed or with phrases left out.

        Args:
            sentence: It.
            words: How many words at most are exchanged.
            changes: A change of its meaning that is made as well, and not left out.
        """
        fixed = changes or {}
        left_out = {} if self.rng.random() < 0.5 else shortened(sentence, self.rng, phrases=self.rng.choice([1, 1, 2]))
        if set(left_out) & set(fixed) or BINDING & set(" ".join(fixed.values()).split()):
            left_out = {}  # `did not resign on Monday` does not say that nobody resigned
        text = _with(sentence, {**self._exchanges(sentence, self.lexicon.synonyms, words), **left_out, **fixed})
        if self.rng.random() < 0.12 and not sentence[0].ent_type_ and sentence[0].text != "I":
            return self.rng.choice(_ATTRIBUTIONS) + text[0].lower() + text[1:]
        return text

    def exchanged(self, sentence: Doc, table: dict[tuple[str, str], list[str]], words: int) -> str:
        """The sentence with up to so many words exchanged by the table; itself when none is in it."""
        return _with(sentence, self._exchanges(sentence, table, words))

    def _exchanges(self, sentence: Doc, table: dict[tuple[str, str], list[str]], words: int) -> Changes:
        spots = [t for t in sentence if self._options(t, table)]
        return {t.i: self._matched(t, self.rng.choice(self._options(t, table))) for t in self._some(spots, words)}

    def contradiction(self, sentence: Doc) -> Changes:
        """A change of one point by which the sentence contradicts itself as it was; nothing if no point is found."""
        ways: Sequence[Callable[[Doc], Changes]] = (
            self.opposite, self.opposite, self.negated, self.negated, self.number, self.number, self.name, self.name,
            self.name, self.day, self.roles, self.sibling, self.sibling,
        )  # fmt: skip
        for way in self.rng.sample(ways, len(ways)):
            if changes := way(sentence):
                return changes
        return {}

    def with_changes(self, sentence: Doc, changes: Changes) -> str:
        """The sentence with these changes and no other."""
        return _with(sentence, changes)

    def sibling(self, sentence: Doc) -> Changes:
        """One noun exchanged for another of its kind."""
        return self._exchanges(sentence, self.lexicon.siblings, 1)

    def opposite(self, sentence: Doc) -> Changes:
        """One word exchanged for its opposite."""
        return self._exchanges(sentence, self.lexicon.opposites, 1)

    def negated(self, sentence: Doc) -> Changes:
        """The main verb denied, or its denial taken away."""
        for token in sentence:
            if token.dep_ == "neg" and token.lower_ in {"not", "never", "n't"}:
                return {token.i: ""}
        root = next((t for t in sentence if t.dep_ == "ROOT"), None)
        if root is None:
            return {}
        helper = next((t for t in root.children if t.dep_ in {"aux", "auxpass"} and t.i < root.i), None)
        if helper is not None and helper.lower_ != "to":
            return {helper.i: f"{helper.text} {self.rng.choice(['not', 'not', 'never'])}"}
        if root.lemma_ == "be":
            return {root.i: f"{root.text} {self.rng.choice(['not', 'not', 'never', 'no longer'])}"}
        if root.tag_ == "VBD":
            return {
                root.i: self.rng.choice(
                    [
                        f"did not {root.lemma_}",
                        f"never {root.text}",
                        f"refused to {root.lemma_}",
                        f"failed to {root.lemma_}",
                        f"has yet to {root.lemma_}",
                    ]
                )
            }
        return {root.i: f"does not {root.lemma_}"} if root.tag_ == "VBZ" else {}

    def number(self, sentence: Doc) -> Changes:
        """A figure, year or scale exchanged for another."""
        scales = {
            "million": "billion",
            "billion": "million",
            "thousand": "million",
            "dozens": "hundreds",
            "hundreds": "dozens",
        }
        spots = [
            t for t in sentence if t.lower_ in scales or (t.like_num and (t.text[:1].isdigit() or len(t.text) > 2))
        ]
        return {t.i: scales.get(t.lower_) or self._other_number(t) for t in self._some(spots, 1)}

    def name(self, sentence: Doc) -> Changes:
        """A name exchanged for another of the same kind."""
        kinds = {
            "PERSON": "person",
            "GPE": "country",
            "ORG": "company",
            "NORP": "nation",
            "LOC": "place",
            "FAC": "place",
        }
        spots = [e for e in sentence.ents if e.label_ in kinds]
        if not spots:
            return {}
        ent = self.rng.choice(spots)
        others = [e for e in sentence.ents if e.label_ == ent.label_ and e.text != ent.text]
        if others and self.rng.random() < 0.3:
            other = self.rng.choice(others)
            return {**_put(ent.start, ent.end, other.text), **_put(other.start, other.end, ent.text)}
        return _put(ent.start, ent.end, self._new_name(kinds[ent.label_], ent.text))

    def day(self, sentence: Doc) -> Changes:
        """A weekday or month exchanged for another."""
        spots = [t for t in sentence if t.text in _WEEKDAYS or t.text in MONTHS]
        return {
            t.i: self.rng.choice([d for d in (_WEEKDAYS if t.text in _WEEKDAYS else MONTHS) if d != t.text])
            for t in self._some(spots, 1)
        }

    def roles(self, sentence: Doc) -> Changes:
        """Subject and object of the main verb exchanged, where both are single names."""
        subject = [t for t in sentence if t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.head.dep_ == "ROOT"]
        target = [t for t in sentence if t.dep_ == "dobj" and t.pos_ == "PROPN" and t.head.dep_ == "ROOT"]
        return {subject[0].i: target[0].text, target[0].i: subject[0].text} if subject and target else {}

    def _new_name(self, kind: str, old: str) -> str:
        if kind == "nation":
            return str(make_value("country", self.rng, {}).adjective)
        if kind == "person":
            person = make_value("person", self.rng, {})
            return person.last if " " not in old else f"{person.first} {person.last}"
        if kind in {"country", "place"} and self.rng.random() < 0.5:
            return place(self.rng).town
        value = make_value("country" if kind == "place" else kind, self.rng, {})
        return str(value.say(0, self.rng, preposition=False))

    def _other_number(self, token: Token) -> str:
        digits = token.text.replace(",", "")
        if digits.isdigit() and len(digits) == 4 and 1000 < int(digits) < 2100 and "," not in token.text:
            return str(int(digits) + self.rng.choice([-10, -3, -2, -1, 1, 2, 3, 10]))
        if re.fullmatch(r"\d+(\.\d+)?", digits):
            value = float(digits)
            changed = self.rng.choice([value + 1, value * 2, value + 10, value * 3, max(1.0, value // 2), value * 10])
            changed = changed + 1 if changed == value else changed
            return f"{changed:,.0f}" if "." not in digits else f"{changed:.1f}"
        words = [w for w in ("two", "three", "four", "five", "seven", "nine", "twelve", "twenty") if w != token.lower_]
        return self.rng.choice(words)

    def _options(self, token: Token, table: dict[tuple[str, str], list[str]]) -> list[str]:
        if token.ent_type_ or token.pos_ not in _PART:
            return []
        return table.get((_PART[token.pos_], token.lemma_.lower()), [])

    def _matched(self, token: Token, lemma: str) -> str:
        form = inflect(lemma, token.tag_)
        return form.capitalize() if token.text[:1].isupper() else form

    def _some(self, spots: list[Token], count: int) -> list[Token]:
        return self.rng.sample(spots, min(count, len(spots)))


def _put(start: int, end: int, text: str) -> Changes:
    return {start: text, **dict.fromkeys(range(start + 1, end), "")}


def _with(sentence: Doc, changes: Changes) -> str:
    pieces = [changes.get(t.i, t.text) + t.whitespace_ for t in sentence]
    text = re.sub(r" +([,.;:])", r"\1", re.sub(r"  +", " ", "".join(pieces))).strip()
    text = re.sub(r",(?=[.;:])|^,", "", text).strip()
    text = re.sub(r"\b([Aa])n? (?=([A-Za-z]))", lambda m: f"{m[1]}n " if m[2] in "aeiouAEIO" else f"{m[1]} ", text)
    return capital(text)
