"""Actors across articles: one key for each, whatever the spelling, and the table of actors.

People are joined when their surnames are variants of one another and neither the given names nor the states speak
against it; a surname alone joins the one person of that surname, and stays apart where there are two. Organisations are
joined by name, and an abbreviation joins the name that some article spells out for it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.columns import Col
from analysis.gazetteer import entity_id
from analysis.gazetteer.spelling import is_same_person, parts_of
from analysis.tables import ACTORS, MENTIONS, Row

TITLE_ALONE = "title-alone"
"""The rule of a mention by title alone (the minister), which names no country whoever is meant."""

Key = tuple[str, str]
"""An actor as one article has it: document_id, entity_id."""


@dataclass(slots=True)
class _Person:
    """A person while articles are being joined."""

    names: Counter[str]
    codes: Counter[str]
    keys: list[Key] = field(default_factory=list)

    @property
    def parts(self) -> tuple[str, ...]:
        return parts_of(self.name)

    @property
    def name(self) -> str:
        """The most frequent of the fullest names."""
        return min(self.names, key=lambda name: (len(parts_of(name)) < 2, -self.names[name], -len(name), name))

    @property
    def code(self) -> str:
        return min(self.codes, key=lambda code: (-self.codes[code], code)) if self.codes else ""

    def absorb(self, other: "_Person") -> None:
        self.names.update(other.names)
        self.codes.update(other.codes)
        self.keys += other.keys


def merge_actors(mentions: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who is in the story: the mentions with one key per actor across articles, and one row per actor.

    Args:
        mentions: MENTIONS of all articles, keys as each article gave them.

    Returns:
        MENTIONS, its rows in the order given, and ACTORS by falling number of mentions.
    """
    if mentions.empty:
        return mentions, ACTORS.empty()
    people = _join_people(mentions)
    names: dict[Key, tuple[str, str, str]] = {
        key: (entity_id("person", person.name), person.name, person.code) for person in people for key in person.keys
    }
    names.update(_join_abbreviations(mentions))
    merged = mentions.copy()
    keys = list(zip(mentions[Col.DOCUMENT_ID], mentions[Col.ENTITY_ID], strict=True))
    for position, column in enumerate((Col.ENTITY_ID, Col.ENTITY)):
        merged[column] = [
            names[key][position] if key in names else old for key, old in zip(keys, mentions[column], strict=True)
        ]
    codes = zip(keys, mentions[Col.COUNTRY_CODE], mentions[Col.RULE_ID], strict=True)
    merged[Col.COUNTRY_CODE] = [
        old or (names[key][2] if key in names and rule != TITLE_ALONE else "") for key, old, rule in codes
    ]
    merged = merged.drop_duplicates(subset=[str(column) for column in MENTIONS.key])
    return MENTIONS.conform(merged), ACTORS.frame(_actors(merged))


def actor_keys(before: pd.DataFrame, after: pd.DataFrame) -> dict[Key, str]:
    """The key across articles of each actor of each article.

    Args:
        before: MENTIONS as the articles gave them.
        after: The same from `merge_actors`.
    """
    spans = [str(column) for column in (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, Col.KIND)]
    old = before.set_index(spans)[Col.ENTITY_ID]
    new = after.drop_duplicates(subset=spans).set_index(spans)[Col.ENTITY_ID]
    pairs = zip(old.index, old, new.reindex(old.index), strict=True)
    return {(str(index[0]), str(key)): str(merged) for index, key, merged in pairs if isinstance(merged, str)}


def rekey(frame: pd.DataFrame, column: Col, keys: Mapping[Key, str]) -> pd.DataFrame:
    """A table whose `column` holds articles' actor keys, with the keys across articles instead."""
    pairs = zip(frame[Col.DOCUMENT_ID], frame[column], strict=True)
    return frame.assign(**{str(column): [keys.get((document, key), key) for document, key in pairs]})


def _join_people(mentions: pd.DataFrame) -> list[_Person]:
    rows = mentions.loc[mentions[Col.ENTITY_TYPE] == "person"]
    found: list[_Person] = []
    for (document, key), group in rows.groupby([Col.DOCUMENT_ID, Col.ENTITY_ID], sort=True):
        name = str(group[Col.ENTITY].iloc[0])
        codes = Counter(code for code in group[Col.COUNTRY_CODE] if code)
        found.append(_Person(Counter({name: len(group)}), codes, [(str(document), str(key))]))
    full = [person for person in found if len(person.parts) > 1]
    joined = _join_full_names(full)
    for person in found:
        if len(person.parts) < 2:
            _join_surname(person, joined)
    return joined


def _join_full_names(people: Iterable[_Person]) -> list[_Person]:
    joined: list[_Person] = []
    by_letter: dict[str, list[_Person]] = defaultdict(list)
    for person in sorted(people, key=lambda item: (-len(item.parts), item.name, item.keys)):
        letters = {part[:1] for part in person.parts}
        near = {id(other): other for letter in sorted(letters) for other in by_letter[letter]}
        same = next((other for other in near.values() if _is_same(person, other)), None)
        if same is not None:
            same.absorb(person)
            continue
        joined.append(person)
        for letter in sorted(letters):
            by_letter[letter].append(person)
    return joined


def _is_same(one: _Person, other: _Person) -> bool:
    if one.code and other.code and one.code != other.code:
        return one.name.casefold() == other.name.casefold()
    return any(is_same_person(one.parts, parts_of(name)) for name in other.names)


def _join_surname(person: _Person, joined: list[_Person]) -> None:
    """Give a surname alone to the one person who bears it; keep it apart when there are none or several."""
    is_apart = [other for other in joined if person.code and other.code and person.code != other.code]
    owners = [
        other
        for other in joined
        if other not in is_apart and len(other.parts) > 1 and is_same_person(person.parts, other.parts)
    ]
    same = [other for other in joined if other.parts == person.parts and other not in is_apart]
    if len(owners) == 1:
        owners[0].absorb(person)
    elif same and not owners:
        same[0].absorb(person)
    else:
        joined.append(person)


def _join_abbreviations(mentions: pd.DataFrame) -> dict[Key, tuple[str, str, str]]:
    """Organisations that an article names by an abbreviation which another article spells out."""
    rows = mentions.loc[mentions[Col.ENTITY_TYPE] == "organisation"]
    meant: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for text, key, name, code in zip(
        rows[Col.TEXT], rows[Col.ENTITY_ID], rows[Col.ENTITY], rows[Col.COUNTRY_CODE], strict=True
    ):
        if text.isupper() and text != name:
            meant[entity_id("organisation", text)].add((key, name, code))
    found: dict[Key, tuple[str, str, str]] = {}
    for document, key in zip(rows[Col.DOCUMENT_ID], rows[Col.ENTITY_ID], strict=True):
        if len(meant.get(key, ())) == 1:
            found[document, key] = next(iter(meant[key]))
    return found


def _actors(mentions: pd.DataFrame) -> list[Row]:
    rows = [_actor(str(key), group) for key, group in mentions.groupby(Col.ENTITY_ID, sort=True)]
    return sorted(rows, key=lambda row: (-int(str(row[Col.N_MENTIONS])), str(row[Col.ENTITY_ID])))


def _actor(key: str, group: pd.DataFrame) -> Row:
    spellings = Counter(group[Col.TEXT])
    names = Counter(group[Col.ENTITY])
    ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
    codes = Counter(code for code in group[Col.COUNTRY_CODE] if code)
    code = min(codes, key=lambda item: (-codes[item], item)) if codes else ""
    reasons = group.loc[group[Col.COUNTRY_CODE] == code, Col.REASON]
    return {
        Col.ENTITY_ID: key,
        Col.ENTITY: min(names, key=lambda name: (-names[name], name)),
        Col.ENTITY_TYPE: group[Col.ENTITY_TYPE].iloc[0],
        Col.COUNTRY_CODE: code,
        Col.VARIANTS: " | ".join(ordered),
        Col.N_MENTIONS: len(group),
        Col.N_DOCUMENTS: group[Col.DOCUMENT_ID].nunique(),
        Col.REASON: reasons.iloc[0] if code else "",
    }
