"""Responses of one article: acts that it tells and acts done by what is said, as rows for each country and target."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Doc

from analysis.articles import Article
from analysis.codebook import load_codebook
from analysis.grammar.parties import Parties
from analysis.records import Mention, Response, Statement
from analysis.responses.carrying import carry_targets
from analysis.responses.frames import find_frames
from analysis.responses.rows import distinct, rows_of, without_elaboration
from analysis.responses.saying import said_acts
from analysis.responses.telling import told_acts


def find_responses(
    article: Article, doc: Doc, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> list[Response]:
    """What each country did, according to one article, in reading order.

    Args:
        article: The article; offsets are into its text.
        doc: The parsed article.
        mentions: Rows of MENTIONS.
        statements: Rows of STATEMENTS of the same article.

    Returns:
        Responses, one for each country and target; [] when no country does or says anything.
    """
    codebook, parties = load_codebook(), Parties(doc, mentions, statements)
    frames = list(find_frames(doc, codebook, parties))
    found = [*told_acts(frames, statements, parties), *said_acts(statements, doc, codebook, parties, frames)]
    rows = [
        row
        for finding in carry_targets(without_elaboration(found, codebook), codebook)
        for row in rows_of(finding, article, parties, codebook)
    ]
    rows.sort(key=lambda row: (row.start_char, row.end_char, row.country_code, row.act, row.target_code))
    return [
        dataclasses.replace(row, response_id=f"{article.document_id}-r{i}") for i, row in enumerate(distinct(rows), 1)
    ]
