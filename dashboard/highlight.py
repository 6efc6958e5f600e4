"""Text with marked stretches as safe HTML: the only module that writes HTML.

Everything that comes from an article is escaped. Marks add no character: what a reader selects and copies is the text
as published, since badges are drawn by the style sheet from attributes.
"""

import html
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STYLE = """<style>
.ro-text {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6;}
.ro-text mark {color: inherit; background: none; border-radius: 2px; padding: 0 1px;}
.ro-text .ro-entity {border-bottom: 2px dotted var(--ro-colour);}
.ro-text .ro-response {background: color-mix(in srgb, var(--ro-colour) 34%, transparent);}
.ro-text .ro-claim {outline: 1px solid var(--ro-colour); outline-offset: 1px;}
.ro-text .ro-discrepancy {outline: 2px dashed var(--ro-colour); outline-offset: 1px;}
.ro-text .ro-evidence {background: color-mix(in srgb, #E69F00 38%, transparent); font-weight: 600;}
.ro-text .ro-furniture {opacity: .65; font-style: italic;}
.ro-text mark[data-badge]::before {content: attr(data-badge); font: 700 .72em/1.5 sans-serif; color: #fff;
  background: var(--ro-badge, #0b5a8f); border-radius: 8px; padding: 0 6px; margin-right: 4px; user-select: none;}
.ro-text mark[id] {scroll-margin-top: 5rem;}
.ro-text mark[id]:target {background: color-mix(in srgb, #F0E442 55%, transparent);}
</style>"""
"""The style sheet of all marks; a page writes it once."""

KINDS = ("entity", "response", "claim", "discrepancy", "evidence", "furniture")
"""Kinds of marks, each with a style of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch [start_char, end_char) to mark.

    Attributes:
        kind: One of KINDS.
        colour: `#RRGGBB`.
        title: What the reader is told when pointing at it.
        badge: Short text drawn before the stretch; not part of the text.
        anchor: Id to jump to; letters, digits and hyphens.
    """

    start_char: int
    end_char: int
    kind: str
    colour: str = "#0072B2"
    title: str = ""
    badge: str = ""
    anchor: str = ""


def marked(text: str, spans: Iterable[Span], *, start_char: int = 0) -> str:
    """The text as HTML with its spans marked; spans may overlap, those outside the text are cut or left out.

    Args:
        text: The text, as published.
        spans: Stretches, in offsets of the article.
        start_char: Where the text starts in the article [code points].
    """
    end_char = start_char + len(text)
    inside = [span for span in spans if max(span.start_char, start_char) < min(span.end_char, end_char)]
    inside.sort(key=lambda span: (span.start_char, -span.end_char, KINDS.index(span.kind)))
    cuts = {start_char, end_char}
    for span in inside:
        cuts |= {max(span.start_char, start_char), min(span.end_char, end_char)}
    edges = sorted(cuts)
    pieces = []
    for begin, end in itertools.pairwise(edges):
        over = [span for span in inside if span.start_char <= begin and end <= span.end_char]
        piece = html.escape(text[begin - start_char : end - start_char])
        pieces.append(_wrapped(piece, over, begin if begin > start_char else None))
    return f'<div class="ro-text">{"".join(pieces)}</div>'


def _wrapped(piece: str, spans: Sequence[Span], begin: int | None) -> str:
    for span in reversed(spans):
        starts_here = begin is None or span.start_char == begin
        piece = f"<mark {_attributes(span, is_first=starts_here)}>{piece}</mark>"
    return piece


def _attributes(span: Span, *, is_first: bool) -> str:
    values = {"class": f"ro-{span.kind}", "style": f"--ro-colour: {span.colour}; --ro-badge: #0b5a8f"}
    if span.title:
        values["title"] = span.title
    if is_first and span.badge:
        values["data-badge"] = span.badge
    if is_first and span.anchor:
        values["id"] = span.anchor
    return " ".join(f'{name}="{html.escape(value)}"' for name, value in values.items())
