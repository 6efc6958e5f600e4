"""Every export carries its proof and is the same each time, whatever there is to show."""

import functools
import io
import re
import time
import zipfile
from collections.abc import Callable

import pptx
import pytest

from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.choices import Choice
from analysis.briefing.making import make_brief
from analysis.briefing.proof import figure_table
from analysis.filters import Filters
from analysis.results import Results
from tests import factories
from tests.briefs import DAY, HERE, PACKAGES, told, written


@pytest.mark.parametrize("suffix", HERE)
def test_every_export_carries_its_proof(brief: Brief, exported: Callable[[str], bytes], suffix: str) -> None:
    words = told(exported(suffix), suffix)
    assert "All outlets, actors, countries, acts and dates" in words
    for source in brief.sources:
        assert source.outlet in words.replace("'=", "=")
    assert "https://north.example/story" in words or suffix == ".html"  # a link's target there
    assert "2024-03-01" in words
    assert brief.results.fingerprint in words or suffix == ".json"
    assert "batch_size" in words
    if suffix != ".graphml":
        assert "Sudmark denied the charge." in words
        assert brief.sources[0].sha256 in words


@pytest.mark.parametrize("suffix", HERE)
def test_filters_are_told_and_applied(suffix: str) -> None:
    filters = Filters(outlets=("Northern Herald",))
    choices = [Choice("responses"), Choice("actors")]
    filtered = make_brief(factories.sample(), made_on=DAY, filters=filters, choices=choices)
    words = told(written(filtered, suffix), suffix)
    assert "Only outlet Northern Herald." in words
    assert "South Times" not in words


def test_agreement_is_never_a_bare_share_nor_called_true(brief: Brief) -> None:
    for figure in brief.figures:
        header, rows, _ = figure_table(brief, figure)
        words = " ".join([figure.title, figure.question, figure.note, *header, *(cell for row in rows for cell in row)])
        assert not re.search(r"\btrue\b|\bfalse\b|\btruth\b", words)
        assert not re.search(r"\d ?%(?! interval)", words), figure.key


def test_evidence_is_numbered_in_the_order_of_the_figures(brief: Brief) -> None:
    numbers = [number for figure in brief.figures for number in brief.numbers(figure)]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == sorted(firsts) == [number for number, _ in brief.evidence]


def whole(results: Results) -> Brief:
    """A brief of every figure there is."""
    return make_brief(results, made_on=DAY, choices=map(Choice, FIGURES))


@functools.cache
def of_nothing() -> Brief:
    return whole(factories.empty())


@functools.cache
def of_one_outlet() -> Brief:
    return whole(factories.single_source())


@pytest.mark.parametrize("suffix", HERE)
@pytest.mark.parametrize("brief_of", [of_nothing, of_one_outlet])
def test_each_state_of_results_gives_a_file(brief_of: Callable[[], Brief], suffix: str) -> None:
    assert "article" in told(written(brief_of(), suffix), suffix)


def test_an_empty_figure_says_so() -> None:
    deck = pptx.Presentation(io.BytesIO(written(of_nothing(), ".pptx")))
    words = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    for entry in FIGURES.values():
        assert entry.nothing in words


@pytest.mark.parametrize("suffix", HERE)
def test_the_same_brief_gives_the_same_bytes(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    choices = [Choice("actors"), Choice("responses"), Choice("discrepancies")]
    first, again = (make_brief(factories.sample(), made_on=DAY, choices=choices) for _ in range(2))
    content = written(first, suffix)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert written(again, suffix) == content


@pytest.mark.parametrize("suffix", PACKAGES)
def test_no_clock_in_an_archive(exported: Callable[[str], bytes], suffix: str) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(suffix))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        if suffix != ".zip":
            assert b"2024-03-05T00:00:00Z" in archive.read("docProps/core.xml")
