"""The words of each passage with its speakers called by their names.

`He said that it would answer in kind` tells less than its article does: whose word it is stands elsewhere in it. Where
an article names a speaker, the pronoun or title that stands for it gives way to the name; where the passage is the word
of one who stands outside it, the name comes before it.
"""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.claims.rows import Row, by_article, inside, shared
from analysis.columns import Col
from analysis.comparison.passages import Passage
from analysis.results import records
from analysis.tables import MENTIONS, STATEMENTS

_LONGEST = 30
"""A longer description of a speaker says enough of who it is [characters]."""
_MOSTLY = 0.5
"""Share of a passage that is somebody's word at least for all of it to count as theirs [characters]."""


def attributed(claims: pd.DataFrame, read: Sequence[Passage], tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """The words of each row of CLAIMS, in its order.

    Args:
        claims: CLAIMS.
        read: What its passages state.
        tables: MENTIONS and STATEMENTS of the same articles.
    """
    mentions = tables[MENTIONS.name].drop_duplicates(Col.ENTITY_ID)
    names = dict(zip(mentions[Col.ENTITY_ID], mentions[Col.ENTITY], strict=True))
    statements = tables[STATEMENTS.name]
    known = statements[statements[Col.SPEAKER_ENTITY_ID].isin([key for key in names if key])]
    spoken, contents = (by_article(known, part) for part in ("speaker_", "content_"))
    return [
        _attributed(
            passage.text,
            [(str(said[Col.SPEAKER]), str(names[said[Col.SPEAKER_ENTITY_ID]])) for said in inside(row, spoken)],
            [str(names[said[Col.SPEAKER_ENTITY_ID]]) for said in inside(row, contents) if _is_mostly(row, said)],
        )
        for row, passage in zip(records(claims), read, strict=True)
    ]


def _attributed(text: str, speakers: Sequence[tuple[str, str]], outside: Sequence[str]) -> str:
    """The words with the name of each speaker who is called otherwise in them; of one outside them before them."""
    found = text
    for called, name in dict.fromkeys(speakers):
        if len(called) < _LONGEST and not _is_named(name, called):
            there = re.search(rf"(?<!\w){re.escape(called)}(?!\w)", found)
            found = found[: there.start()] + name + found[there.end() :] if there else found
    if speakers or not outside or _is_named(outside[-1], text):
        return found
    return f"{outside[-1]}: {found}"


def _is_named(name: str, words: str) -> bool:
    return name.split()[-1] in words


def _is_mostly(passage: Row, said: Row) -> bool:
    return bool(shared(passage, said, "content_") > _MOSTLY * (passage[Col.END_CHAR] - passage[Col.START_CHAR]))
