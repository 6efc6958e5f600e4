"""Sentences of real prose edited on one point, so that the edited one keeps the meaning, contradicts, or says more.

Keeping: words exchanged for synonyms, an attribution put in front, a tail cut off. Contradicting: a number, weekday,
name of the same kind, opposite word or the verb's negation exchanged. Saying more: a circumstance added.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from analysis.judge.training.inflection import inflect
from analysis.judge.training.topics import Pair, topic_pairs
from analysis.judge.training.values import MONTHS
from analysis.judge.training.vocabulary import make_value, place
from analysis.judge.training.wording import capital

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
_ADDED = (
    ", killing three people",
    " after a call from the president",
    " and injured a child",
    " for the second time this year",
    ", despite a court order",
    " with the help of a foreign bank",
    ", the biggest such case in a decade",
    " at the request of the army",
    ", which the mayor called a mistake",
    " while thousands looked on",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms and opposites by part of speech and lemma."""

    synonyms: dict[tuple[str, str], list[str]]
    opposites: dict[tuple[str, str], list[str]]


def load_lexicon() -> Lexicon:
    """Synonyms of the file beside this one; opposites of the rules' own tables, so that both agree."""
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
    return Lexicon(synonyms, opposites)


class Editor:
    """Edits parsed sentences at random."""

    def __init__(self, lexicon: Lexicon, rng: random.Random) -> None:
        self.lexicon, self.rng = lexicon, rng

    def keep(self, sentence: Doc, *, words: int) -> str:
        """The sentence with some words exchanged for synonyms, sometimes attributed or cut short."""
        text = self.exchanged(sentence, self.lexicon.synonyms, words)
        odd = self.rng.random()
        if odd < 0.12 and not sentence[0].ent_type_ and sentence[0].text != "I":
            return self.rng.choice(_ATTRIBUTIONS) + text[0].lower() + text[1:]
        if odd < 0.3 and text.count(", ") == 1 and text.index(", ") > 40:
            return text.split(", ")[0] + "."
        return text

    def exchanged(self, sentence: Doc, table: dict[tuple[str, str], list[str]], words: int) -> str:
        """The sentence with up to so many words exchanged by the table; itself when none is in it."""
        return _with(sentence, self._exchanges(sentence, table, words))

    def _exchanges(self, sentence: Doc, table: dict[tuple[str, str], list[str]], words: int) -> dict[int, str]:
        spots = [t for t in sentence if self._options(t, table)]
        return {t.i: self._matched(t, self.rng.choice(self._options(t, table))) for t in self._some(spots, words)}

    def contradict(self, sentence: Doc, *, words: int) -> str | None:
        """The sentence contradicted on one point, other words exchanged for synonyms; nothing if no point is found."""
        ways: Sequence[Callable[[Doc], dict[int, str]]] = (
            self.opposite, self.opposite, self.negated, self.number, self.number, self.name, self.name, self.name,
            self.day, self.roles,
        )  # fmt: skip
        for way in self.rng.sample(ways, len(ways)):
            if changes := way(sentence):
                return _with(sentence, {**self._exchanges(sentence, self.lexicon.synonyms, words), **changes})
        return None

    def add(self, sentence: Doc) -> str:
        """The sentence with a circumstance that nothing bears out."""
        return sentence.text.rstrip(" .") + self.rng.choice(_ADDED) + "."

    def opposite(self, sentence: Doc) -> dict[int, str]:
        """One word exchanged for its opposite."""
        return self._exchanges(sentence, self.lexicon.opposites, 1)

    def negated(self, sentence: Doc) -> dict[int, str]:
        """The main verb denied, or its denial taken away."""
        for token in sentence:
            if token.dep_ == "neg" and token.lower_ in {"not", "never", "n't"}:
                return {token.i: ""}
        root = next((t for t in sentence if t.dep_ == "ROOT"), None)
        if root is None:
            return {}
        helper = next((t for t in root.children if t.dep_ in {"aux", "auxpass"} and t.i < root.i), None)
        if helper is not None and helper.lower_ != "to":
            return {helper.i: f"{helper.text} not"}
        if root.lemma_ == "be":
            return {root.i: f"{root.text} not"}
        if root.tag_ == "VBD":
            return {
                root.i: self.rng.choice([f"did not {root.lemma_}", f"never {root.text}", f"refused to {root.lemma_}"])
            }
        return {root.i: f"does not {root.lemma_}"} if root.tag_ == "VBZ" else {}

    def number(self, sentence: Doc) -> dict[int, str]:
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

    def name(self, sentence: Doc) -> dict[int, str]:
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

    def day(self, sentence: Doc) -> dict[int, str]:
        """A weekday or month exchanged for another."""
        spots = [t for t in sentence if t.text in _WEEKDAYS or t.text in MONTHS]
        return {
            t.i: self.rng.choice([d for d in (_WEEKDAYS if t.text in _WEEKDAYS else MONTHS) if d != t.text])
            for t in self._some(spots, 1)
        }

    def roles(self, sentence: Doc) -> dict[int, str]:
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


def _put(start: int, end: int, text: str) -> dict[int, str]:
    return {start: text, **dict.fromkeys(range(start + 1, end), "")}


def _with(sentence: Doc, changes: dict[int, str]) -> str:
    pieces = [changes.get(t.i, t.text) + t.whitespace_ if changes.get(t.i) != "" else "" for t in sentence]
    text = re.sub(r" +([,.;:])", r"\1", re.sub(r"  +", " ", "".join(pieces))).strip()
    text = re.sub(r"\b([Aa])n? (?=([A-Za-z]))", lambda m: f"{m[1]}n " if m[2] in "aeiouAEIO" else f"{m[1]} ", text)
    return capital(text)


def edit_pairs(texts: Iterable[Sequence[str]], nlp: Language, count: int, seed: int) -> list[Pair]:
    """Pairs from texts, each a list of sentences in order: a sentence edited, and those around the original."""
    rng = random.Random(seed)
    editor = Editor(load_lexicon(), rng)
    groups = [list(nlp.pipe(text)) for text in texts]
    spots = [(g, i) for g in groups for i, doc in enumerate(g) if 7 < len(doc) < 60]
    pairs: list[Pair] = []
    while len(pairs) < count:
        group, i = rng.choice(spots)
        around = group[max(0, i - rng.choice([0, 0, 0, 1, 2])) : i + rng.choice([1, 1, 1, 2, 3])]
        passage = " ".join(doc.text.strip() for doc in around)
        kept = editor.keep(group[i], words=rng.choice([1, 2, 3, 4]))
        pairs.append((kept, passage, "same"))
        if (wrong := editor.contradict(group[i], words=rng.choice([0, 0, 1, 2, 3]))) is not None:
            pairs.append((wrong, passage, "contradicts"))
        if rng.random() < 0.18:
            pairs.append((editor.add(group[i]), passage, "different"))
        if rng.random() < 0.18:
            pairs.append((rng.choice(rng.choice(spots)[0]).text.strip(), passage, "different"))
    return pairs[:count]


def invented_texts(count: int, seed: int) -> list[list[str]]:
    """Passages of the invented records as texts of sentences, to be edited as well."""
    passages = dict.fromkeys(passage for _, passage, _ in topic_pairs(count * 4, seed))
    return [[s if s.endswith(".") else f"{s}." for s in p.split(". ")] for p in list(passages)[:count]]
