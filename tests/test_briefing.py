"""How a brief is put together: choices, filters, evidence, the command line, and text made fit for files."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analysis import corrections
from analysis.briefing import converter
from analysis.briefing.brief import in_ranges
from analysis.briefing.catalogue import DEFAULT_FIGURES, FIGURES
from analysis.briefing.choices import Choice, PassageChoice
from analysis.briefing.deck import paged
from analysis.briefing.figure import Bars, Passage, Quotes, first_of_each_mark
from analysis.briefing.formats import FORMATS, format_of
from analysis.briefing.layout import breakable, fitting, height, pages, typeset
from analysis.briefing.making import make_brief
from analysis.briefing.text import disarmed, excerpt, one_line, plain, web_address
from analysis.errors import ExportError, InputError
from analysis.filters import Filters
from analysis.results import Results
from analysis.summaries.evidence import evidence_of_responses
from analysis.tables import DISCREPANCIES, DOCUMENTS, RESPONSES
from tests import factories
from tests.conftest import ROOT

DAY = date(2024, 3, 5)


def brief_of(*choices: Choice | PassageChoice, results: Results | None = None, **options: Any) -> Any:
    return make_brief(results or factories.sample(), made_on=DAY, choices=choices, **options)


# -- figures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FIGURES)
def test_each_figure_is_drawn_with_its_passages(key: str) -> None:
    figure = brief_of(Choice(key)).figures[0]
    assert not figure.is_empty
    rows = {str(row[0]) for row in figure.drawing.rows}
    assert len(rows) == len(figure.drawing.rows) or not figure.evidence
    by_cell = {"actors", "responses", "acts", "timeline", "claims"}
    for passage in figure.evidence:
        assert factories.text_of(passage.document_id)[passage.start_char : passage.end_char] == passage.text
        assert passage.mark[0] in rows
        assert passage.mark[1] in figure.drawing.header or key not in by_cell


@pytest.mark.parametrize("key", FIGURES)
@pytest.mark.parametrize("results", [factories.empty(), factories.single_source()], ids=["empty", "single"])
def test_each_figure_has_a_state_for_little(key: str, results: Results) -> None:
    figure = brief_of(Choice(key), results=results).figures[0]
    assert figure.nothing
    assert figure.is_empty or results.tables["documents"].shape[0] == 1


def test_silence_has_three_kinds_and_acts_the_colour_of_the_most_forceful() -> None:
    grid = brief_of(Choice("responses")).figures[0].drawing
    words = {cell.text for cells in grid.cells for cell in cells}
    assert {"no statement", "mentioned, not quoted", "not mentioned"} <= words
    north = grid.columns.index("Northern Herald")
    norway = grid.cells[grid.labels.index("Norway")][north]
    assert (norway.text, norway.colour) == ("accuse, appeal", "#E69F00")


def test_a_claim_stands_with_its_outlets_and_origins() -> None:
    grid = brief_of(Choice("claims")).figures[0].drawing
    assert grid.labels[0].endswith("(contradicted: 3 outlets, 2 origins)")
    assert grid.labels[2].endswith("(single source: 1 outlet, 1 origin)")


def test_the_evidence_of_a_cell_is_that_of_the_screen() -> None:
    brief = brief_of(Choice("responses"))
    figure = brief.figures[0]
    shown = evidence_of_responses(factories.sample(), country_code="NOR", publisher="Northern Herald")
    passages = dict(brief.evidence)
    numbers = brief.numbers(figure, ("Norway", "Northern Herald"))
    assert [passages[number].text for number in numbers] == list(shown["text"])


def test_an_outlet_keeps_its_colour_when_others_are_filtered_away() -> None:
    colours = []
    for filters in (Filters(), Filters(outlets=("South Times <b>",))):
        bars = brief_of(Choice("actors"), filters=filters).figures[0].drawing
        assert isinstance(bars, Bars)
        colours.append({series.name: series.colour for series in bars.series}["South Times <b>"])
    assert colours[0] == colours[1]


def test_one_sentence_has_one_number_in_all_figures() -> None:
    brief = brief_of(Choice("responses"), Choice("acts"), Choice("responses"))
    places = [passage.place for _, passage in brief.evidence]
    assert len(set(places)) == len(places)
    assert brief.numbers(brief.figures[0]) == brief.numbers(brief.figures[2])


def test_the_first_passage_of_each_mark_comes_before_anothers_second() -> None:
    passages = [
        Passage(document_id="d", outlet="o", published_on="", start_char=n, end_char=n + 1, text="", mark=(mark, ""))
        for n, mark in enumerate("aaab")
    ]
    assert [item.start_char for item in first_of_each_mark(passages, limit=2, per_mark=2)] == [0, 3]
    assert [item.start_char for item in first_of_each_mark(passages, limit=9, per_mark=2)] == [0, 1, 3]


# -- corrections ---------------------------------------------------------------------------------------------------


def test_what_the_analyst_put_right_is_told_apart() -> None:
    results = factories.sample()
    made = [
        corrections.check(results, RESPONSES, "north:r1", "read it"),
        corrections.change_response(results, "north:r3", "too strong", act="COMMENT"),
        corrections.dismiss(results, DISCREPANCIES, "d1", "two events"),
    ]
    brief = brief_of(Choice("responses"), Choice("chronology"), results=corrections.correct(results, made))
    reviews = {passage.text: passage.review for _, passage in brief.evidence}
    assert reviews["Sudmark denied the charge."] == "checked"
    assert reviews["France urged both sides to show restraint."] == "corrected"
    assert reviews["Sudmark denied sinking any boat."] == "machine"
    assert "The analyst checked 1 and corrected 1 of the passages behind it." in brief.figures[0].note
    told = dict(brief.method)["Corrections"]
    assert "no discrepancy" in told
    assert "because too strong" in told
    for suffix in (".html", ".json", ".csv"):
        words = FORMATS[suffix].write(brief).decode("utf-8")
        assert "corrected" in words
        assert "two events" in words


def test_without_corrections_nothing_is_said_of_them() -> None:
    brief = brief_of(Choice("responses"))
    assert "Corrections" not in dict(brief.method)
    assert "analyst" not in brief.figures[0].note


# -- choices -------------------------------------------------------------------------------------------------------


def test_choices_keep_their_order_and_captions() -> None:
    brief = brief_of(Choice("quotes", "What they said"), Choice("actors"), title="Boats")
    assert [(figure.key, figure.caption) for figure in brief.figures] == [("quotes", "What they said"), ("actors", "")]
    assert brief.title == "Boats"


def test_a_passage_is_quoted_word_for_word() -> None:
    figure = brief_of(PassageChoice(document_id="north", start_char=14, end_char=21, caption="c")).figures[0]
    assert isinstance(figure.drawing, Quotes)
    assert [passage.text for passage in figure.evidence] == ["Norland"]


@pytest.mark.parametrize(
    "choice",
    [
        PassageChoice(document_id="nobody", start_char=0, end_char=1),
        PassageChoice(document_id="north", start_char=5, end_char=5),
        PassageChoice(document_id="north", start_char=0, end_char=100_000),
        Choice("pie"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(choice: Choice | PassageChoice) -> None:
    with pytest.raises(InputError, match=r"accepted are|north"):
        brief_of(choice)


def test_the_readme_lists_the_formats_and_figures() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    formats = [f"| `{item.suffix}` | {item.label} |" for item in FORMATS.values()]
    figures = [f"| `{entry.key}` | {entry.question} |" for entry in FIGURES.values()]
    for name, rows in (("formats", formats), ("figures", figures)):
        shown = readme.split(f"<!-- {name} -->\n")[1].split(f"\n<!-- end of {name} -->")[0]
        assert shown.splitlines()[2:] == rows


def test_the_default_figures_exist() -> None:
    assert set(DEFAULT_FIGURES) <= set(FIGURES)


def test_each_format_is_found_by_its_suffix() -> None:
    assert [format_of(Path(f"a{suffix.upper()}")).suffix for suffix in FORMATS] == list(FORMATS)


def test_no_converter_is_told_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ExportError, match="LibreOffice"):
        converter.write_pdf(brief_of(Choice("acts")))


def test_a_converter_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(ExportError, match=r"export \.docx instead"):
        converter.write_pdf(brief_of(Choice("acts")))


# -- text ----------------------------------------------------------------------------------------------------------


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_plain_text_fits_every_format_and_keeps_its_length(text: str) -> None:
    fit = plain(text)
    assert len(fit) == len(text.replace("\r\n", "\n"))
    element = etree.Element("a")
    element.text = fit  # lxml refuses what XML cannot hold
    assert etree.fromstring(etree.tostring(element)).text == (fit or None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),  # some spreadsheets trim first
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5 degrees", "'-5 degrees"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_formula_is_disarmed(text: str, expected: str) -> None:
    assert disarmed(text) == expected


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", 'https://x.example/"><b>', ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""


def test_a_web_address_stays() -> None:
    assert web_address("https://x.example/a?b=c#d") == "https://x.example/a?b=c#d"


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_an_excerpt_is_no_longer_than_asked(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    assert len(short) <= limit
    assert "\n" not in short
    assert short == one_line(text) or short.endswith("…")


@pytest.mark.parametrize(
    ("numbers", "words"), [((), ""), ((3,), "3"), ((1, 2), "1, 2"), ((4, 1, 2, 3, 9), "1-4, 9"), ((1, 1, 2), "1, 2")]
)
def test_numbers_in_short(numbers: tuple[int, ...], words: str) -> None:
    assert in_ranges(numbers) == words


def test_a_brief_rests_on_the_articles_that_were_read() -> None:
    results = factories.sample()
    documents = results[DOCUMENTS].copy()
    unread = documents.index[0]
    name = documents.loc[unread, "publisher"]
    documents.loc[unread, "is_analysed"] = False
    brief = brief_of(results=replace(results, tables={**results.tables, DOCUMENTS.name: documents}))
    n_others = len(documents) - 1
    assert brief.lead.startswith(f"{n_others} articles from {n_others} outlets")
    assert brief.lead.endswith("; 1 more not analysed")
    assert name not in brief.outlets
    assert len(brief.sources) == n_others + 1  # the list of sources has it still


# -- layout --------------------------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.text(max_size=200), min_size=3, max_size=3), max_size=20))
def test_pages_hold_every_row_once_in_order(rows: list[list[str]]) -> None:
    widths = fitting(["a", "b", "c"], rows, 600)
    assert sum(widths) == pytest.approx(600)
    found = list(pages(rows, widths, size=12, room=120))
    assert [position for page in found for position in page] == list(range(len(rows)))
    assert all(found)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("harbour_attack_2024-03-14.morning", ["harbour_", "attack_", "2024-", "03-", "14.", "morning"]),
        ("The Nordic Herald", ["The", "Nordic", "Herald"]),
        ("post_1", ["post_1"]),  # it fits as it is
    ],
)
def test_names_of_files_break_between_their_words(name: str, parts: list[str]) -> None:
    assert breakable(name).replace("\N{ZERO WIDTH SPACE}", "") == name
    assert re.findall("[^ \N{ZERO WIDTH SPACE}-]+-?", breakable(name)) == parts


@pytest.mark.parametrize(
    ("header", "cells", "is_grid", "size"),
    [
        (["Country", "acts"], ["Azerbaijan", "11"], False, 9),  # room enough
        (
            ["Country", *(f"mobilize{n}" for n in range(12))],
            ["Azerbaijan", *["11"] * 12],
            False,
            6.5,
        ),  # many narrow ones
        (
            ["Country", *(f"post_{n}" for n in range(9))],
            ["Azerbaijan", *["investigate"] * 9],
            True,
            7.5,
        ),  # equally wide
        (["Country", *(f"post_{n}" for n in range(40))], ["Azerbaijan", *["not mentioned"] * 40], True, 6),  # too many
    ],
)
def test_no_word_or_number_of_a_table_is_parted(
    header: list[str], cells: list[str], *, is_grid: bool, size: float
) -> None:
    """A parted number is another one: 11 read as 1 and 1."""
    found, widths = typeset(header, [cells], 493, sizes=(9, 8, 7.5, 7, 6.5, 6), padding=5, is_grid=is_grid)
    assert found == size
    assert sum(widths) == pytest.approx(493)
    if len(header) < 40:
        words = (max(f"{label} {cell}".split(), key=len) for label, cell in zip(header, cells, strict=True))
        assert all(len(word) * size * 0.5 + 5 <= width for word, width in zip(words, widths, strict=True))
    if is_grid:
        assert len({round(width, 6) for width in widths[1:]}) == 1


def test_a_row_is_as_high_as_the_lines_that_whole_words_need() -> None:
    cells = ["investigate, accuse, investigate"]  # 32 characters: two lines of 20 by their number, three by their words
    assert height(cells, [20 * 11 * 0.48 + 12], size=11, padding=0) == pytest.approx(2 * 11 * 1.22)
    assert height(cells, [18 * 11 * 0.48 + 12], size=11, padding=0) == pytest.approx(3 * 11 * 1.22)


def test_a_grid_of_many_outlets_parts_no_word_on_its_slides() -> None:
    header = ["Claim", *(f"Outlet number {n}" for n in range(10))]
    rows = [["A claim of many words that is told by most of them", *["contradicts [14]"] * 10] for _ in range(8)]
    colours = [["", *["#FFFFFF"] * 10] for _ in rows]
    sheets = list(paged(header, rows, colours=colours))
    assert [row for sheet in sheets for row in sheet.rows] == rows
    for sheet in sheets:
        assert all(len("contradicts") * sheet.size * 0.5 + 12 <= width for width in sheet.widths[1:])
        assert sum(height(row, sheet.widths, size=sheet.size) for row in [sheet.header, *sheet.rows]) <= 350
