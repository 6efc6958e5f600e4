"""Acts as they are found, and how they become rows: one for each country that acts and each that it aims at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.articles import Article
from analysis.codebook import COMMENT, Codebook
from analysis.grammar.parties import Parties, Party
from analysis.records import Response
from analysis.stretches import Stretches

BY_SPEAKING = "statement"
"""The rule by which whoever only speaks comments."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An act with its parties and the passage that shows it, before it is split into rows.

    `aims_at_another`: the passage names as its object somebody who is no country.
    """

    act: str
    parties: tuple[Party, ...]
    targets: tuple[str, ...]
    start_char: int
    end_char: int
    rule_id: str
    confidence: float
    statement_id: str = ""
    reason: str = ""
    aims_at_another: bool = False

    @property
    def countries(self) -> frozenset[str]:
        """Countries that act."""
        return frozenset(code for party in self.parties for code in party.countries)


def without_elaboration(found: Sequence[Finding], codebook: Codebook) -> list[Finding]:
    """The findings without plain comments of those who, in the same article, say something more telling.

    Deeds are no words: who only comments, and sends troops as well, does both.
    """
    telling = [item for item in found if item.act != COMMENT]
    said = (item for item in telling if codebook.acts[item.act].is_verbal)
    speakers = {_speaker(party) for item in said for party in item.parties}
    within = Stretches(telling, lambda item: (item.start_char, item.end_char))
    return [
        item
        for item in found
        if item.act != COMMENT
        or not (
            all(_speaker(party) in speakers for party in item.parties)
            or any(_is_part(other, item) for other in within.touching(item.start_char, item.end_char))
        )
    ]


def _is_part(other: Finding, comment: Finding) -> bool:
    """Whether what is commented is itself an act of the same countries: Peru's minister said that Peru had agreed."""
    is_inside = comment.start_char <= other.start_char and other.end_char <= comment.end_char
    return is_inside and comment.rule_id == BY_SPEAKING and comment.countries <= other.countries


def _speaker(party: Party) -> tuple[str, ...]:
    return (party.mention.entity_id if party.mention else party.head.lemma_.lower(), *party.countries)


def rows_of(finding: Finding, article: Article, parties: Parties, codebook: Codebook) -> Iterator[Response]:
    """The finding as rows, one for each country that acts and each that it is aimed at."""
    act = codebook.acts[finding.act]
    start, end = finding.start_char, finding.end_char
    for party in finding.parties:
        for code in party.countries:
            for target in [t for t in finding.targets if t != code] or finding.targets[:1] or ("",):
                yield Response(
                    response_id="",
                    document_id=article.document_id,
                    sentence_index=parties.sentence_index(start),
                    country_code=code,
                    act=act.code,
                    cameo_code=" ".join(act.cameo),
                    plover_type=act.plover,
                    actor=party.mention.text if party.mention else party.head.text,
                    actor_entity_id=party.mention.entity_id if party.mention else "",
                    target_code=target,
                    polarity=act.polarity,
                    start_char=start,
                    end_char=end,
                    evidence=article.text[start:end],
                    statement_id=finding.statement_id,
                    rule_id=finding.rule_id,
                    confidence=finding.confidence,
                    reason=finding.reason,
                )


def distinct(rows: Iterable[Response]) -> list[Response]:
    """One row per country, act, target and passage; the surer of two."""
    best: dict[tuple[object, ...], Response] = {}
    for row in rows:
        key = (row.country_code, row.act, row.target_code, row.start_char, row.end_char)
        if key not in best or row.confidence > best[key].confidence:
            best[key] = row
    return list(best.values())
