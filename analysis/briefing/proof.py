"""The proof that every export carries, whatever its format: sources, filters, version, settings, hashes."""

import dataclasses
from collections.abc import Iterator, Sequence

from analysis.briefing.brief import Brief, Source, bracketed, in_ranges
from analysis.briefing.figure import Bars, Figure, Grid, Value
from analysis.briefing.layout import words
from analysis.briefing.text import counted, one_line
from analysis.columns import Col
from analysis.corrections import KINDS, MACHINE, NOT_FOUND
from analysis.countries import country_name
from analysis.results import Results, records
from analysis.summaries.reviews import MEANINGS, SIGNS
from analysis.tables import DOCUMENTS, PROBLEMS, REVIEWS

LIMITS = (
    "Readout compares what sources say. Agreement of outlets is a count of outlets and of independent origins; it says "
    "nothing about whether a claim holds. Passages were found by rules; read them before relying on a figure."
)

SOURCE_HEADER = ["Outlet", "Country", "Published", "Title and link", "Words", "SHA-256"]


def sources_of(results: Results) -> tuple[Source, ...]:
    """The articles shown, by outlet, then by date and id."""
    found = [
        Source(
            document_id=row[Col.DOCUMENT_ID],
            outlet=row[Col.PUBLISHER],
            country=country_name(row[Col.PUBLISHER_COUNTRY_CODE]),
            title=row[Col.TITLE],
            published_on=row[Col.PUBLISHED_ON],
            url=row[Col.URL],
            n_words=row[Col.N_WORDS],
            sha256=row[Col.SHA256],
            is_read=bool(row[Col.IS_ANALYSED]),
        )
        for row in records(results[DOCUMENTS])
    ]
    return tuple(sorted(found, key=lambda source: (source.outlet, source.published_on, source.document_id)))


def method_of(shown: Results, whole: Results) -> tuple[tuple[str, str], ...]:
    """Label and value of everything that has to be equal for the same figures.

    Args:
        shown: The results as filtered.
        whole: The results before filtering.
    """
    return tuple(_method(shown, whole))


def _method(shown: Results, whole: Results) -> Iterator[tuple[str, str]]:
    provenance = whole.provenance
    n_shown, n_whole = len(shown[DOCUMENTS]), len(whole[DOCUMENTS])
    yield "Articles", f"{n_shown} of {counted(n_whole, 'article')} of the case"
    yield "Readout", str(provenance.get("readout", "not known"))
    model = provenance.get("model", {})
    yield "Language pipeline", " ".join(str(model[part]) for part in ("name", "version", "sha256") if part in model)
    versions = {"python": provenance.get("python", ""), **provenance.get("versions", {})}
    yield "Versions", ", ".join(f"{name} {number}" for name, number in versions.items() if number)
    yield "Settings", "; ".join(_settings(whole))
    yield "Fingerprint", whole.fingerprint
    unread = shown[DOCUMENTS].loc[~shown[DOCUMENTS][Col.IS_ANALYSED].fillna(False).astype(bool), Col.PUBLISHER]
    if len(unread):
        yield "Not analysed", f"{', '.join(sorted(set(unread)))}: no installed pipeline reads the language"
    problems = [f"{row[Col.INPUT]}: {row[Col.REASON]}" for row in records(whole[PROBLEMS])]
    if problems:
        yield "Problems", "; ".join(problems)
    corrections = list(_corrections(whole))
    if corrections:
        yield "Corrections", "; ".join(corrections)
    yield "Limits", LIMITS


def _corrections(results: Results) -> Iterator[str]:
    """Each correction once: when, what, from what to what, why."""
    for row in records(results[REVIEWS].drop_duplicates(str(Col.CORRECTION_ID))):
        change = " to ".join(filter(None, (row[Col.BEFORE], row[Col.AFTER])))
        told = f"{row[Col.MADE_AT][:10]} {KINDS.get(row[Col.KIND], row[Col.KIND])}"
        told += f" ({change})" if change else ""
        told += f", because {row[Col.REASON]}" if row[Col.REASON] else ""
        yield told + (", but nothing of it is found any more" if row[Col.REVIEW] == NOT_FOUND else "")


def _settings(results: Results) -> Iterator[str]:
    for item in dataclasses.fields(results.settings):
        yield f"{item.name} = {getattr(results.settings, item.name)} [{item.metadata['unit']}]"


def method_rows(brief: Brief) -> list[tuple[str, str]]:
    """What the last slide, sheet or section says."""
    first = [("Made on", brief.made_on.isoformat()), ("Shown", brief.shown), ("Rests on", brief.lead)]
    return [(label, one_line(value)) for label, value in (*first, *brief.method)]


def source_rows(brief: Brief, *, digest: int = 12) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the table of sources.

    Args:
        brief: Whose sources.
        digest: Characters of each hash to show; the notes or another column has it whole.
    """
    rows = [
        [
            one_line(source.outlet),
            source.country,
            source.published_on or "undated",
            "\n".join(filter(None, (one_line(source.title), one_line(source.url)))) or one_line(source.document_id),
            words(source.n_words),
            source.sha256[:digest],
        ]
        for source in brief.sources
    ]
    return SOURCE_HEADER, rows


def footnote(brief: Brief) -> str:
    """The line at the foot of every page."""
    version = dict(brief.method).get("Readout", "")
    return one_line(f"Readout {version} · {brief.made_on.isoformat()} · {brief.lead} · {brief.shown}")


def described(figure: Figure) -> str:
    """The figure in words, for those who cannot see it: its question, then its numbers."""
    header, rows = figure.drawing.header, figure.drawing.rows
    if not rows:
        return f"{figure.title}. {figure.nothing}"
    told = (
        ", ".join(f"{label} {words(value)}" for label, value in zip(header[1:], row[1:], strict=True) if words(value))
        for row in rows[:12]
    )
    lines = "; ".join(f"{words(row[0])}: {line}" for row, line in zip(rows, told, strict=False))
    more = f"; and {len(rows) - 12} more" if len(rows) > 12 else ""
    return one_line(f"{figure.title}. {figure.question} {lines}{more}. {_reviewed_marks(figure)}")


def _reviewed_marks(figure: Figure) -> str:
    """The marks with a sign, for those who cannot see it."""
    told = []
    for review, meaning in MEANINGS.items():
        marks = [" in ".join(filter(None, mark)) for mark, found in figure.reviews.items() if found == review]
        if marks:
            told.append(f"{meaning.capitalize()}: {'; '.join(marks[:12])}{'; and more' if len(marks) > 12 else ''}.")
    return " ".join(told)


def _review_words(figure: Figure, row: Sequence[Value]) -> str:
    """What an analyst had a hand in, of one row: `☑ checked`, or where it is a part of it `✎ Northern Herald`."""
    found = {column: review for (label, column), review in figure.reviews.items() if label == words(row[0])}
    filled = {name for name, value in zip(figure.drawing.header[1:], row[1:], strict=True) if value}
    if found and len(set(found.values())) == 1 and isinstance(figure.drawing, Bars) and filled <= set(found):
        found = {"": next(iter(found.values()))}
    return "; ".join(f"{SIGNS[review]} {one_line(column) or review}" for column, review in sorted(found.items()))


def evidence_words(brief: Brief, figure: Figure) -> str:
    """Numbers of the figure's evidence, and how much of all there is they are; empty for none."""
    numbers = in_ranges(brief.numbers(figure))
    if figure.n_evidence > len(brief.numbers(figure)):
        numbers += f" (the first of {figure.n_evidence} passages)"
    return f"Evidence: {numbers}." if figure.evidence else ""


def figure_table(brief: Brief, figure: Figure) -> tuple[list[str], list[list[str]], list[list[str]]]:
    """The figure as text: header, rows and colours of the cells, with the numbers of the evidence.

    The numbers stand in the cells of a grid, and in a last column of everything else; without evidence there is none.
    So do the signs of what an analyst checked or corrected.
    """
    drawing = figure.drawing
    header = [one_line(label) for label in drawing.header]
    rows = [[one_line(words(value)) for value in row] for row in drawing.rows]
    colours: list[list[str]] = []
    if isinstance(drawing, Grid):
        colours = [["", *(cell.colour for cell in cells)] for cells in drawing.cells]
        for row, label in zip(rows, drawing.labels, strict=True):
            for at, column in enumerate(drawing.columns, 1):
                sign = SIGNS[figure.reviews.get((label, column), MACHINE)]
                row[at] += (f" {sign}" if sign else "") + bracketed(brief.numbers(figure, (label, column)))
    elif figure.reviews:
        header.append("Review")
        for row, values in zip(rows, drawing.rows, strict=True):
            row.append(_review_words(figure, values))
    if figure.evidence and not isinstance(drawing, Grid):
        header.append("Evidence")
        for row, values in zip(rows, drawing.rows, strict=True):
            row.append(in_ranges(brief.numbers(figure, (words(values[0]), ""))))
    return header, rows, colours
