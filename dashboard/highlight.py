"""Text with marked stretches as safe HTML: the only module that writes HTML.

Everything that comes from an article is escaped. Marks add no character: what a reader selects and copies is the text
as published, since badges are drawn by the style sheet from attributes.
"""

import difflib
import html
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STYLE = """<style>
.stMainBlockContainer {padding: 2.6rem 2.5rem 5rem;}
.ro-text {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6;}
.ro-text mark {color: inherit; background: none; border-radius: 2px; padding: 0;}
.ro-text .ro-entity {border-bottom: 2px dotted var(--ro-colour);}
.ro-text .ro-response {background: color-mix(in srgb, var(--ro-colour) 26%, transparent);}
.ro-text .ro-response:has(.ro-response) {background: none;}
.ro-text .ro-claim {box-shadow: 0 2px 0 var(--ro-colour);}
.ro-text .ro-discrepancy {text-decoration: underline wavy var(--ro-colour) 1.5px; text-underline-offset: 5px;}
.ro-text .ro-evidence {background: color-mix(in srgb, #E69F00 38%, transparent); font-weight: 600;}
.ro-text .ro-furniture {opacity: .65; font-style: italic;}
.ro-changed ins {text-decoration: underline 2px #0072B2; text-underline-offset: 4px; font-weight: 600;}
.ro-changed del {text-decoration: line-through 1.5px #D55E00; opacity: .75;}
.ro-text mark[data-thread] {cursor: pointer;}
.ro-text mark[data-thread]:focus-visible {outline: 3px solid var(--ro-colour); outline-offset: 2px;}
.ro-text .ro-chosen {background: color-mix(in srgb, #F0E442 45%, transparent);}
.ro-legend {display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .86em;}
.ro-legend .ro-text {line-height: 1.5;}
.stHtml a {color: inherit; text-decoration: underline; text-underline-offset: 3px;}
.stHtml a:focus-visible {outline: 2px solid currentColor; outline-offset: 2px;}
.ro-text mark[data-badge]::before {content: attr(data-badge); font: 700 .72em/1.5 sans-serif; color: #fff;
  background: var(--ro-badge, #0b5a8f); border-radius: 8px; padding: 0 6px; margin-right: 4px; user-select: none;}
.ro-text mark[id] {scroll-margin-top: 5rem;}
.ro-lines {display: flex; flex-direction: column; gap: .55rem; line-height: 1.4; overflow-wrap: anywhere;}
.ro-lines small {display: block; opacity: .8; font-size: .86em;}
.ro-lines b {font-weight: 600;}
.ro-lines + blockquote {margin: .3rem 0 0; padding: 0 0 0 .8rem; border-left: 3px solid #8aa0b2; line-height: 1.5;
  white-space: pre-wrap; overflow-wrap: anywhere;}
.ro-lines a, .ro-question a {font-size: .86em; margin-left: .4rem; white-space: nowrap;}
.ro-question {line-height: 1.45; overflow-wrap: anywhere;}
.ro-question b, .ro-answer b {font-weight: 600; font-size: 1.05em;}
.ro-answer {border-bottom: 3px solid #8aa0b2; padding-bottom: .15rem; overflow-wrap: anywhere;}
.ro-answer small {opacity: .8; margin-left: .4rem;}
.ro-question dl {display: grid; grid-template-columns: fit-content(38%) 1fr; gap: .1rem .9rem; margin: .15rem 0 0;
  padding: 0;}
.ro-question dt {border-left: 3px solid #8aa0b2; padding-left: .6rem;}
.ro-question dd {margin: 0; opacity: .8; font-size: .92em;}
dl.ro-figures {display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1rem; margin: 0;
  padding: 0;}
.ro-figures div {position: relative; border: 1px solid color-mix(in srgb, currentColor 18%, transparent);
  border-radius: 6px; padding: .7rem .9rem .8rem;}
.ro-figures div:focus-visible {outline: 2px solid currentColor; outline-offset: 2px;}
.ro-figures dt {font-size: .9em;}
.ro-figures dd {margin: 0; font-size: 1.9rem; line-height: 1.35;}
.ro-figures small {display: block; font-size: .86rem; opacity: .8; line-height: 1.35;}
.ro-figures div:is(:hover, :focus-visible)::after {content: attr(data-meaning); position: absolute; z-index: 9;
  left: 0; top: calc(100% + .3rem); min-width: 100%; width: 15rem; padding: .5rem .7rem; border-radius: 6px;
  font-size: .86rem; line-height: 1.4; color: #fff; background: #26313b; box-sizing: border-box;}
.ro-figures div:last-child::after {left: auto !important; right: 0;}
.ro-text mark[id]:target {background: color-mix(in srgb, #F0E442 55%, transparent);}
</style>"""
"""The style sheet of all marks; a page writes it once."""

KINDS = ("entity", "response", "claim", "discrepancy", "evidence", "furniture")
"""Kinds of marks, each with a style of its own."""

_WORDS = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)
"""Words, stretches of white space and single signs; together they are the text."""
_BADGE = "#0b5a8f"
_BADGES = {"discrepancy": "#a84600"}
"""Colours of badges; white text on them can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch [start_char, end_char) to mark.

    Attributes:
        kind: One of KINDS.
        colour: `#RRGGBB`.
        title: What the reader is told when pointing at it.
        badge: Short text drawn before the stretch; not part of the text.
        anchor: Id to jump to; letters, digits and hyphens.
        thread: Number that it shares with passages of other articles; 0: none. It can then be reached by keyboard.
        is_chosen: Whether the reader jumped to it.
    """

    start_char: int
    end_char: int
    kind: str
    colour: str = "#0072B2"
    title: str = ""
    badge: str = ""
    anchor: str = ""
    thread: int = 0
    is_chosen: bool = False


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
    classes = f"ro-{span.kind} ro-chosen" if span.is_chosen else f"ro-{span.kind}"
    values = {"class": classes, "style": f"--ro-colour: {span.colour}; --ro-badge: {_BADGES.get(span.kind, _BADGE)}"}
    if span.title:
        values["title"] = span.title
    if is_first and span.badge:
        values["data-badge"] = span.badge
    if is_first and span.anchor:
        values["id"] = span.anchor
    if span.thread:
        values["data-thread"] = str(span.thread)
        if is_first:
            values |= {"tabindex": "0", "role": "button", "aria-label": span.title or f"claim {span.thread}"}
    return " ".join(f'{name}="{html.escape(value)}"' for name, value in values.items())


def lines(rows: Iterable[tuple[str, str]]) -> str:
    """A short list: in each row a text and under it, smaller, a note."""
    items = "".join(f"<div>{html.escape(text)}<small>{html.escape(note)}</small></div>" for text, note in rows)
    return f'<div class="ro-lines">{items}</div>'


def quotation(says: str, text: str, *, more: str = "") -> str:
    """A passage as published under the line that says whose it is; `more`: a link behind that line, from `link`."""
    head = f'<div class="ro-lines"><div><b>{html.escape(says)}</b> {more}</div></div>'
    return f"{head}<blockquote>{html.escape(text)}</blockquote>"


def answer(text: str, note: str) -> str:
    """An answer over the passages that give it, with a note behind it."""
    return f'<div class="ro-answer"><b>{html.escape(text)}</b> <small>{html.escape(note)}</small></div>'


def question(asked: str, answers: Iterable[tuple[str, str]], *, more: str = "") -> str:
    """A question and under it each answer with who gives it; `more`: a link behind the question, from `link`."""
    items = "".join(f"<dt>{html.escape(answer)}</dt><dd>{html.escape(who)}</dd>" for answer, who in answers)
    return f'<div class="ro-question"><div><b>{html.escape(asked)}</b> {more}</div><dl>{items}</dl></div>'


def figures(told: Iterable[tuple[str, int, str, str]]) -> str:
    """Figures in a row: of each its name, itself, what it is of, and its meaning, which pointing at it shows."""
    items = "".join(
        f'<div tabindex="0" data-meaning="{html.escape(meaning)}" aria-description="{html.escape(meaning)}">'
        f"<dt>{html.escape(name)}</dt><dd>{value}<small>{html.escape(of_what)}</small></dd></div>"
        for name, value, of_what, meaning in told
    )
    return f'<dl class="ro-figures">{items}</dl>'


def changed(says: str, before: str, after: str) -> str:
    """Another form of a passage, word by word: what the first form lacks as <ins>, what was left of it as <del>."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(html.escape("".join(new[j1:j2])))
            continue
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        pieces += [f"<del>{html.escape(gone)}</del>"] if gone.strip() else []
        pieces += [f"<ins>{html.escape(come)}</ins>"] if come.strip() else [html.escape(come)]
    head = f'<div class="ro-lines"><b>{html.escape(says)}</b></div>'
    return f'{head}<blockquote class="ro-changed">{"".join(pieces)}</blockquote>'


def link(address: str, name: str, *, title: str = "") -> str:
    """A link to another view of the dashboard, in this tab.

    Args:
        address: Relative address with its parameters already encoded.
        name: What is read.
        title: What the reader is told when pointing at it.
    """
    hint = f' title="{html.escape(title)}"' if title else ""
    return f'<a href="{html.escape(address)}" target="_self"{hint}>{html.escape(name)}</a>'


def legend(spans: Iterable[tuple[str, Span]]) -> str:
    """A line that shows each mark on its own name; the spans' offsets do not count."""
    items = (
        f'<span class="ro-text"><mark {_attributes(span, is_first=True)}>{html.escape(name)}</mark></span>'
        for name, span in spans
    )
    return f'<div class="ro-legend">{"".join(items)}</div>'


def scrolled(key: str, *, width: int) -> str:
    """A style sheet by which what stands in a container is never narrower than its text: a small screen scrolls it.

    Args:
        key: The container's key, a name of ours.
        width: The least width of what is in it; 0: any [pixels].
    """
    inside = f".st-key-{key}"
    return f"<style>:has(> {inside}) {{overflow-x: auto;}} {inside} {{min-width: {width}px;}}</style>"
