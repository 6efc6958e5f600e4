"""The brief as one HTML file that needs nothing else: no script, no font, no picture from anywhere."""

from collections.abc import Sequence

from analysis.briefing.brief import Brief, citation
from analysis.briefing.figure import Bars, Figure, Network, Quotes
from analysis.briefing.markup import Element, element, html
from analysis.briefing.proof import described, evidence_words, figure_table, footnote, method_rows
from analysis.briefing.svg import draw_chart
from analysis.briefing.text import one_line, web_address
from analysis.palette import ink_on

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
body { font: 16px/1.5 Calibri, Carlito, "Segoe UI", system-ui, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { color: #17365d; line-height: 1.2; } h1 { margin-bottom: .2rem; } h2 { margin-top: 2.5rem; }
.muted { color: #595959; } figure { margin: 1rem 0; } figcaption { color: #595959; margin-bottom: .5rem; }
svg { width: 100%; height: auto; } .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0; }
th, td { border: 1px solid #d9d9d9; padding: .3rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
thead th { background: #17365d; color: #fff; } tbody th { font-weight: normal; }
blockquote { border-left: 4px solid #17365d; margin: 1rem 0; padding: .2rem 1rem; font-size: 1.1rem; }
a:focus-visible { outline: 3px solid #e69f00; } ol li { margin: .3rem 0; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } figure, tr, li { break-inside: avoid; } }
"""


def write_page(brief: Brief) -> bytes:
    """The brief as .html."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", one_line(brief.title)),
        element("style", _STYLE),
    )
    body = element(
        "body",
        element(
            "header",
            element("h1", one_line(brief.title)),
            element("p", f"{brief.made_on.isoformat()}. {brief.lead}."),
            element("p", f"Shown: {brief.shown}", class_="muted"),
        ),
        element(
            "main",
            *(_section(brief, figure, number) for number, figure in enumerate(brief.figures, 1)),
            _evidence(brief),
            element("section", element("h2", "Sources"), _sources(brief)),
            element("section", element("h2", "Method"), _table(["What", "Value"], method_rows(brief))),
        ),
        element("footer", element("p", footnote(brief), class_="muted")),
    )
    return ("<!DOCTYPE html>\n" + html(element("html", head, body, lang="en")) + "\n").encode("utf-8")


def _section(brief: Brief, figure: Figure, number: int) -> Element:
    parts = [element("h2", f"{number}. {one_line(figure.title)}")]
    caption = element("figcaption", one_line(figure.caption or figure.question))
    if isinstance(figure.drawing, Quotes):
        parts.append(element("p", one_line(figure.caption), class_="muted"))
        for passage in figure.evidence:
            parts.append(element("blockquote", one_line(passage.text), element("footer", one_line(citation(passage)))))
    elif figure.is_empty:
        parts.append(element("p", figure.nothing))
    else:
        chart = [draw_chart(figure)] if isinstance(figure.drawing, Bars | Network) else []
        header, rows, colours = figure_table(brief, figure)
        parts.append(element("figure", caption, *chart, _table(header, rows, colours, name=described(figure))))
    numbers = brief.numbers(figure)
    if figure.note:
        parts.append(element("p", figure.note, class_="muted"))
    if numbers:
        parts.append(element("p", element("a", evidence_words(brief, figure), href=f"#e{numbers[0]}")))
    return element("section", *parts, id=f"figure-{number}")


def _table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    colours: Sequence[Sequence[str]] = (),
    *,
    name: str = "",
) -> Element:
    """A table whose first cell of each row is its heading."""
    lines = []
    for at, row in enumerate(rows):
        cells = [element("th", row[0], scope="row")]
        for column, text in enumerate(row[1:], 1):
            colour = colours[at][column] if colours else ""
            look = {"style": f"background: {colour}; color: {ink_on(colour)}"} if colour else {}
            cells.append(element("td", text, **look))
        lines.append(element("tr", *cells))
    heads = element("tr", *(element("th", label, scope="col") for label in header))
    label = {"aria-label": name} if name else {}
    table = element("table", element("thead", heads), element("tbody", *lines))
    table.attrib.update({key: one_line(value) for key, value in label.items()})
    return element("div", table, class_="scroll")


def _evidence(brief: Brief) -> Element:
    items = [
        element(
            "li",
            element("q", one_line(passage.text)),
            " ",
            element("cite", one_line(citation(passage))),
            id=f"e{number}",
        )
        for number, passage in brief.evidence
    ]
    listed = element("ol", *items) if items else element("p", "No figure above rests on a passage.")
    return element("section", element("h2", "Evidence"), listed)


def _sources(brief: Brief) -> Element:
    rows = []
    for source in brief.sources:
        title = one_line(source.title or source.document_id)
        address = web_address(source.url)
        name: Element | str = element("a", title, href=address, rel="noreferrer noopener") if address else title
        words = "" if source.n_words is None else str(source.n_words)
        cells = [source.country, source.published_on or "undated", name, words, source.sha256]
        row = [element("th", one_line(source.outlet), scope="row"), *(element("td", cell) for cell in cells)]
        rows.append(element("tr", *row))
    labels = ("Outlet", "Country", "Published", "Article", "Words", "SHA-256")
    head = element("thead", element("tr", *(element("th", label, scope="col") for label in labels)))
    return element("div", element("table", head, element("tbody", *rows)), class_="scroll")
