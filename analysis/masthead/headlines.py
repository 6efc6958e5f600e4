"""The headline of a document that has several candidates: its title field, and what is set as a heading."""

import re
from collections.abc import Iterable

from analysis.masthead.lines import SECTION, read_label, read_source_line
from analysis.masthead.outlets import outlet_named, outlet_of_title

_LONGEST, _TOP = 200, 1500
"""Longest headline, and how far down a document's own title is looked for [code points]."""
_OF_A_FILE = re.compile(
    r".*\.(?:docx?|indd|pdf|tmp|rtf|odt|pages|qxd|pub|html?|txt)$|(?:microsoft word|powerpoint presentation)\b.*"
    r"|(?:untitled|document|layout|print|page|template|dokument|slide|scan|new|draft|copy)[ _-]*\d*(?: document)?"
    r"|about:blank|https?:\S*|[\W\d_]+|\(anonymous\)|unspecified|none",
    re.IGNORECASE,
)
"""What programs put where a title belongs."""


def headline_of(title: str, headings: Iterable[str], text: str) -> tuple[str, str]:
    """The headline, and the outlet that stands in the title field behind it; each empty where there is none.

    The title field counts where the text begins with it. Otherwise what readers see as the heading does: the field may
    be that of the document which somebody wrote over.

    Args:
        title: The document's title field.
        headings: What is set as a heading near the top, the likeliest first.
        text: The document's text.
    """
    title = "" if _OF_A_FILE.fullmatch(title.strip()) else " ".join(title.split())
    headline, outlet = outlet_of_title(title)
    if headline and _bare(headline) in _bare(text[:_TOP]):
        return headline, outlet
    seen = [heading for heading in headings if _may_be_headline(heading)]
    names = [heading for heading in seen if outlet_named(heading)]  # newspapers set their own name largest of all
    if not seen:
        return headline, outlet
    heading, outlet_beside = outlet_of_title(next((heading for heading in seen if heading not in names), seen[0]))
    return heading, outlet_beside or outlet or next((name for name in names if name != heading), "")


def _may_be_headline(heading: str) -> bool:
    if len(heading.split()) < 2 or len(heading) > _LONGEST or SECTION.fullmatch(heading):
        return False
    return read_source_line(heading).is_nothing and read_label(heading).is_nothing


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
