"""A claim that an analyst types, against what each article says: borne out, contradicted, both, or nothing of it."""

import functools
from dataclasses import dataclass, field

import pandas as pd

from analysis.claims.accounts import Account, Stand, stand_of
from analysis.claims.questions import Told, told_sentences
from analysis.claims.verdicts import BOTH, CONTRADICTS, SAYS_NOTHING, SUPPORTS, Sentence, decide
from analysis.columns import Col
from analysis.comparison.passages import Passage, read_passage
from analysis.comparison.points import with_denied_verbs, with_mentions
from analysis.embeddings import Embedding, load_encoder
from analysis.language import load_pipeline
from analysis.results import records
from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class ClaimChecker:
    """Articles ready to be asked about claims: a sentence is read when the first claim comes near it, and once.

    Attributes:
        settings: The run's settings.
    """

    settings: Settings
    _articles: dict[str, list[Sentence]] = field(default_factory=dict)
    _told: dict[str, list[Told]] = field(default_factory=dict)
    _dates: dict[str, str] = field(default_factory=dict)
    _read: dict[tuple[str, int], Passage] = field(default_factory=dict)

    @classmethod
    def of(
        cls, sentences: pd.DataFrame, claims: pd.DataFrame, documents: pd.DataFrame, settings: Settings
    ) -> "ClaimChecker":
        """A checker over SENTENCES.

        Args:
            sentences: SENTENCES.
            claims: CLAIMS, in which answers and denials are looked for.
            documents: DOCUMENTS, with the dates by which `yesterday` in an article is resolved.
            settings: Those of the run.
        """
        checker = cls(settings)
        for told in told_sentences(claims):
            checker._told.setdefault(told.document_id, []).append(told)
        for document_id, frame in sentences.groupby(str(Col.DOCUMENT_ID), sort=True):
            rows = [row for row in records(frame.sort_values(str(Col.START_CHAR))) if row[Col.TEXT].strip()]
            vectors = load_encoder().encode([row[Col.TEXT] for row in rows])
            checker._articles[str(document_id)] = [
                Sentence(row[Col.SENTENCE_INDEX], row[Col.START_CHAR], row[Col.END_CHAR], row[Col.TEXT], vector)
                for row, vector in zip(rows, vectors, strict=True)
            ]
        for row in records(documents):
            checker._dates[str(row[Col.DOCUMENT_ID])] = str(row[Col.PUBLISHED_ON])
        return checker

    def check(self, text: str, *, published_on: str = "") -> dict[str, Stand]:
        """How each article stands to a claim, with the passage of it that says so.

        Args:
            text: The claim, a sentence or two.
            published_on: Date by which `yesterday` in the claim is resolved [ISO 8601]; empty: not known.

        Returns:
            By document_id in alphabetical order, with its closest passage also where it says nothing of the claim;
            empty for an empty claim. `supports`: the article tells the same, never that either is right. `reports
            both`: it also has a passage on the other side, the rival.
        """
        if not text.strip():
            return {}
        claim = self._stated(text, published_on, is_claim=True)
        vector = load_encoder().encode([claim.text])[0]
        return {
            document_id: self._stand(claim, vector, document_id)
            for document_id, sentences in self._articles.items()
            if sentences
        }

    def _stand(self, claim: Passage, vector: Embedding, document_id: str) -> Stand:
        read = functools.partial(self._passage, document_id)
        verdict = decide(claim, vector, self._articles[document_id], read, self.settings)
        return stand_of(claim, verdict, self._told.get(document_id, []))

    def _passage(self, document_id: str, sentence: Sentence) -> Passage:
        """What a sentence of an article states."""
        key = document_id, sentence.index
        if key not in self._read:
            self._read[key] = self._stated(sentence.text, self._dates.get(document_id, ""))
        return self._read[key]

    def _stated(self, text: str, published_on: str, *, is_claim: bool = False) -> Passage:
        span = load_pipeline(self.settings.model)(" ".join(text.split()))[:]
        passage = with_denied_verbs(read_passage(span, published_on), span)
        return with_mentions(passage, span) if is_claim else passage


__all__ = ["BOTH", "CONTRADICTS", "SAYS_NOTHING", "SUPPORTS", "Account", "ClaimChecker", "Stand"]
