"""What is attributed: the stretch of text that a cue word reports."""

from collections.abc import Sequence

from analysis.attribution.complements import FINDERS
from analysis.attribution.passages import Passage, Reporting, trim
from analysis.attribution.quoted import quoted_passage
from analysis.attribution.quotes import Quote


def find_content(
    reporting: Reporting, complements: Sequence[str], quotes: Sequence[Quote], text: str
) -> Passage | None:
    """The passage that a reporting word attributes, by the first of its complements that is there.

    Args:
        reporting: The cue and its speaker.
        complements: Kinds of complement in the order to look for them.
        quotes: All quotations of the article.
        text: The article.
    """
    for kind in complements:
        if kind == "quote":
            passage = quoted_passage(reporting, quotes, text)
        else:
            found = FINDERS[kind](reporting.cue)
            passage = Passage(*found, kind) if found else None
        if passage is not None:
            passage = trim(passage, quotes, text)
        if passage is not None and passage.end_char > passage.start_char:
            return passage
    return None
