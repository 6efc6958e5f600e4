"""Which place a name means where it names no state: the city that a comma explains, or the largest of its name."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from analysis.entities.context import after, before, span_at
from analysis.entities.homonyms import personal_parts
from analysis.entities.vocabulary import words
from analysis.gazetteer import COMMA, Name, personal_names
from analysis.gazetteer.words import normalise
from analysis.recognised import entity_at

Found = tuple[int, int, tuple[Name, ...]]
"""A name in a text: start, end [code points] and all that it may stand for."""

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_MIN_POPULATION = 50_000
"""Of a city that is known by its name alone [inhabitants]."""
_LARGE = 4 * _MIN_POPULATION
"""Of one that is taken for a city though the model does not see a place [inhabitants]."""


class Places:
    """The places of one article."""

    def __init__(self, doc: Doc, found: Sequence[Found], named: Mapping[str, int]) -> None:
        """`named`: how often the article names each state, by code."""
        self._doc = doc
        self._text = doc.text
        self._found = found
        self._named = named
        self._placed = frozenset(ent.text for ent in doc.ents if ent.label_ in _PLACE_LABELS)
        people = personal_parts(doc)
        self._towns = frozenset(
            doc.text[start:end]
            for start, end, _ in found
            if normalise(doc.text[start:end]) not in people | personal_names() and self._stands_for_place(start, end)
        )

    def by_comma(self, index: int) -> Name | None:
        """The city that a region or state after a comma names; None without one."""
        start, end, names = self._found[index]
        if index + 1 >= len(self._found):
            return None
        between = self._text[end : self._found[index + 1][0]]
        if len(between) > 3 or between.strip() not in {",", "(", ", ("}:
            return None
        within = self._found[index + 1][2]
        if any(name.kind == "capital" for name in within):
            return None
        codes = [name.country_code for name in within if name.kind == "country" or name.is_region]
        cities = [name for name in names if name.kind in {"place", "capital", "country"} and not name.is_region]
        if span_at(self._doc, start, end).root.ent_type_ == "PERSON":
            return None
        same = [name for name in cities if name.country_code in codes]
        if not codes or not cities or any(name.kind == "capital" for name in same):
            return None
        if same and same[0].kind == "place":
            return max(same, key=lambda name: name.population)
        is_elsewhere = not same and all(name.kind != "country" for name in (*within, *cities))
        return Name("place", codes[0], self._text[start:end], "place") if is_elsewhere else None

    def largest(self, span: Span, names: Sequence[Name]) -> Name | None:
        """The largest city of the name, among those of states that the article names; seas and continents always.

        A town of a state that the article names is known wherever it stands, if once it stands as only places do.
        """
        nobodys = [name for name in names if not name.country_code]
        if nobodys:
            return nobodys[0]
        abbreviations = [name for name in names if name.needs == COMMA]
        if abbreviations:
            return abbreviations[0]
        is_large = max(name.population for name in names) >= _LARGE
        is_placed = any(token.lower_ in words("place_prepositions") for token in before(self._doc, span.start))
        is_word = span.text.lower() in words("words_like_cities")
        is_labelled = span.root.ent_type_ in _PLACE_LABELS or self._is_mislabelled(span, names)
        at_home = [name for name in names if name.country_code in self._named and span.text in self._towns]
        if not ((is_labelled or at_home) and not is_word) and not (is_placed and is_large):
            return None
        known = [name for name in names if name.population >= _MIN_POPULATION] or at_home
        if not known:
            return None
        return max(
            known,
            key=lambda name: (name.population * (5 if name.country_code in self._named else 1), name.country_code),
        )

    def _stands_for_place(self, start: int, end: int) -> bool:
        """Whether a name stands where only a place does: in Kars, from Kars to Gyumri."""
        span = span_at(self._doc, start, end)
        earlier = [token.lower_ for token in before(self._doc, span.start, 3)]
        following = [token.lower_ for token in after(self._doc, span.end)]
        is_on_the_way = (earlier[:1] == ["from"] and following == ["to"]) or earlier[::2] == ["to", "from"]
        return is_on_the_way or (bool(earlier) and earlier[0] in words("locative_prepositions"))

    def _is_mislabelled(self, span: Span, names: Sequence[Name]) -> bool:
        """A region or large city that the model took for a person or organisation here, and not everywhere."""
        entity = entity_at(self._doc[span.start])
        if entity is None or len(entity) != len(span) or normalise(span.text) in personal_names():
            return False
        if any(name.is_region for name in names):
            return True
        return max(name.population for name in names) >= _LARGE and span.text in self._placed
