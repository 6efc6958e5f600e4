"""One set of filters over every table, and the sentence that says what is shown.

Within one filter any of the values may hold, across filters all must. Outlets and dates choose articles. Countries,
actors and acts choose rows: what a country or actor did, and the passages that name it. Tables that sum others up
(ACTORS, COVERAGE, AGREEMENT, OUTLET_PAIRS) are counted again from what is left, by the rules of the analysis, so that a
figure never covers more than is shown. Which passages tell the same claim is not found anew: that was settled with all
articles at hand, and does not change when some are out of sight.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.agreement import agree_between_outlets, agree_on_claims
from analysis.columns import Col
from analysis.countries import country_name
from analysis.results import Results
from analysis.settings import Settings
from analysis.tables import (
    ACTORS,
    AGREEMENT,
    CLAIMS,
    COVERAGE,
    DISCREPANCIES,
    DOCUMENTS,
    MENTIONS,
    ORIGINS,
    OUTLET_PAIRS,
    QUOTATIONS,
    REMOVALS,
    RESPONSES,
    SENTENCES,
    STATEMENTS,
)
from analysis.touched_claims import touched_claims

SEPARATOR = " | "
"""Between the values of a cell that holds several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show; an empty filter lets everything through.

    Attributes:
        actors: entity_id of actors.
        countries: ISO 3166-1 alpha-3 of countries that act or are named.
        outlets: Publishers.
        acts: Acts of the codebook.
        published_from: First date of publication, ISO 8601, included; an article without a date is then left out.
        published_to: Last date of publication, included.
    """

    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    published_from: str = ""
    published_to: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything is shown."""
        return self == Filters()

    def apply(self, results: Results) -> Results:
        """The results with every table cut down to what the filters let through; rows are only ever removed."""
        if self.is_open:
            return results
        tables = dict(results.tables)
        documents = self._documents(tables[DOCUMENTS.name])
        if len(documents) < len(tables[DOCUMENTS.name]):
            tables |= _of_documents(tables, documents)
            tables[AGREEMENT.name] = _counted_agreement(tables)
        tables |= self._of_actions(tables)
        tables |= self._of_claims(tables)
        tables[ACTORS.name] = _counted_actors(tables)
        tables[OUTLET_PAIRS.name] = _counted_pairs(tables, results.settings)
        return Results(tables, results.settings, results.provenance)

    def in_words(self, names: Mapping[str, str] | None = None) -> str:
        """What is shown, as one sentence.

        Args:
            names: Names of actors by entity_id; the id stands where none is given.
        """
        actors = [(names or {}).get(actor, actor) for actor in self.actors]
        countries = [country_name(code) for code in self.countries]
        acts = [act_name(act) for act in self.acts]
        parts = [("actor", actors), ("country", countries), ("outlet", self.outlets), ("act", acts)]
        words = [f"{label} {_either(values)}" for label, values in parts if values]
        if self.published_from or self.published_to:
            words.append(f"published {_period(self.published_from, self.published_to)} (undated articles left out)")
        return f"Only {'; '.join(words)}." if words else "All outlets, actors, countries, acts and dates."

    def _documents(self, documents: pd.DataFrame) -> pd.DataFrame:
        published = documents[Col.PUBLISHED_ON]
        keep = _among(documents[Col.PUBLISHER], self.outlets)
        if self.published_from or self.published_to:
            keep &= published.ne("") & published.ge(self.published_from)
            keep &= published.le(self.published_to or "9999-12-31")
        return documents[keep]

    def _of_actions(self, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """Responses, statements, mentions and coverage by country, actor and act."""
        responses, statements, mentions = (tables[t.name] for t in (RESPONSES, STATEMENTS, MENTIONS))
        responses = responses[self._acted(responses, Col.ACTOR_ENTITY_ID)]
        quotations = tables[QUOTATIONS.name]
        statements = statements[self._acted(statements, Col.SPEAKER_ENTITY_ID)]
        keep = _among(mentions[Col.COUNTRY_CODE], self.countries) & _among(mentions[Col.ENTITY_ID], self.actors)
        if self.acts:
            keep &= _places(mentions).isin(_places(responses))
        return {
            RESPONSES.name: _fresh(responses),
            STATEMENTS.name: _fresh(statements),
            QUOTATIONS.name: _fresh(quotations[quotations[Col.STATEMENT_ID].isin(statements[Col.STATEMENT_ID])]),
            MENTIONS.name: _fresh(mentions[keep]),
            COVERAGE.name: _fresh(self._coverage(tables[COVERAGE.name], responses)),
        }

    def _acted(self, frame: pd.DataFrame, actor: Col) -> pd.Series:
        by_actor = frame[actor].isin(self.actors) | frame[Col.COUNTRY_CODE].isin(self._countries_of_actors())
        keep = _among(frame[Col.COUNTRY_CODE], self.countries) & _among(frame[Col.ACT], self.acts)
        return keep & by_actor if self.actors else keep

    def _countries_of_actors(self) -> list[str]:
        return [entity_id.removeprefix("country:") for entity_id in self.actors if entity_id.startswith("country:")]

    def _coverage(self, coverage: pd.DataFrame, responses: pd.DataFrame) -> pd.DataFrame:
        """Silence is kept: a chosen country without any response stays, with the state that it has."""
        keep = _among(coverage[Col.COUNTRY_CODE], self.countries)
        if self.acts or self.actors:
            keep &= coverage[Col.COUNTRY_CODE].isin([*responses[Col.COUNTRY_CODE], *self._countries_of_actors()])
        kept = coverage[keep].copy()
        if self.acts:
            chosen = set(self.acts)
            kept[Col.ACTS] = [_restrict(acts, chosen) for acts in kept[Col.ACTS]]
        return kept

    def _of_claims(self, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """A claim is shown whole or not at all: it stays when one of its passages names what is chosen."""
        claims, discrepancies = tables[CLAIMS.name], tables[DISCREPANCIES.name]
        if self.countries or self.actors or self.acts:
            named = _places(claims).isin(_places(tables[MENTIONS.name]))
            named |= _places(claims).isin(_places(tables[RESPONSES.name]))
            groups = set(claims.loc[named, Col.GROUP_ID])
            if self.countries:
                groups |= set(discrepancies.loc[discrepancies[Col.COUNTRY_CODE].isin(self.countries), Col.GROUP_ID])
            claims = claims[claims[Col.GROUP_ID].isin(groups)]
            by_country = discrepancies[Col.COUNTRY_CODE].isin(self.countries)
            touched = [item.discrepancy_id for item in touched_claims(claims, discrepancies) if any(item.groups)]
            discrepancies = discrepancies[discrepancies[Col.DISCREPANCY_ID].isin(touched) | by_country]
        agreement = tables[AGREEMENT.name]
        agreement = agreement[agreement[Col.GROUP_ID].isin(claims[Col.GROUP_ID])]
        return {
            CLAIMS.name: _fresh(claims),
            DISCREPANCIES.name: _fresh(discrepancies),
            AGREEMENT.name: _fresh(agreement),
        }


def act_name(act: str) -> str:
    """An act of the codebook as a reader says it: NO_STATEMENT is 'no statement'."""
    return act.replace("_", " ").lower()


def _of_documents(tables: Mapping[str, pd.DataFrame], documents: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Every table cut down to some articles."""
    ids = documents[Col.DOCUMENT_ID]
    kept = {DOCUMENTS.name: _fresh(documents)}
    for table in (REMOVALS, SENTENCES, MENTIONS, STATEMENTS, QUOTATIONS, RESPONSES, COVERAGE, CLAIMS, ORIGINS):
        frame = tables[table.name]
        kept[table.name] = _fresh(frame[frame[Col.DOCUMENT_ID].isin(ids)])
    frame = tables[DISCREPANCIES.name]
    kept[DISCREPANCIES.name] = _fresh(frame[frame[Col.DOCUMENT_ID_A].isin(ids) & frame[Col.DOCUMENT_ID_B].isin(ids)])
    return kept


def _counted_actors(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    mentions, actors = tables[MENTIONS.name], tables[ACTORS.name]
    counts = mentions.groupby(Col.ENTITY_ID)[Col.DOCUMENT_ID].agg(["size", "nunique"])
    kept = actors[actors[Col.ENTITY_ID].isin(counts.index)].copy()
    kept[Col.N_MENTIONS] = kept[Col.ENTITY_ID].map(counts["size"]).astype("Int64")
    kept[Col.N_DOCUMENTS] = kept[Col.ENTITY_ID].map(counts["nunique"]).astype("Int64")
    return _fresh(kept)


def _counted_agreement(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """AGREEMENT of the articles left: outlets, origins and disputes as if there were no others.

    An origin is still known by what all articles show: two outlets that carry a third one's text rest on one origin,
    also when the third is not shown.
    """
    claims, discrepancies, origins = (tables[table.name] for table in (CLAIMS, DISCREPANCIES, ORIGINS))
    return agree_on_claims(claims, discrepancies, origins, _analysed(tables))


def _counted_pairs(tables: Mapping[str, pd.DataFrame], settings: Settings) -> pd.DataFrame:
    """OUTLET_PAIRS over the claims and responses left, whichever filter left them."""
    claims, discrepancies, responses = (tables[table.name] for table in (CLAIMS, DISCREPANCIES, RESPONSES))
    return agree_between_outlets(claims, discrepancies, responses, _analysed(tables), settings)


def _analysed(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    documents = tables[DOCUMENTS.name]
    return documents[documents[Col.IS_ANALYSED]]


def _among(values: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    return values.isin(chosen) if chosen else pd.Series(True, index=values.index, dtype=bool)


def _places(frame: pd.DataFrame) -> pd.Series:
    """The sentence each row stands in, as one key."""
    return frame[Col.DOCUMENT_ID] + "\n" + frame[Col.SENTENCE_INDEX].astype("string")


def _restrict(acts: str, chosen: Iterable[str]) -> str:
    return SEPARATOR.join(act for act in acts.split(SEPARATOR) if act in chosen)


def _fresh(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.reset_index(drop=True)


def _either(values: Iterable[str]) -> str:
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


def _period(first: str, last: str) -> str:
    if first and last:
        return f"on {first}" if first == last else f"from {first} to {last}"
    return f"from {first} on" if first else f"up to {last}"
