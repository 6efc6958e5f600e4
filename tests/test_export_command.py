"""The command `export`: what a brief is made of, from a folder, a run or a case as the analyst left it."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.__main__ import main
from analysis.briefing.choices import DEFAULT_CHOICES, Choice, Outline, PassageChoice
from analysis.cases import CaseStore
from analysis.readers import pasted, read_sources
from tests import factories


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    factories.sample().write(folder)
    return folder


def test_a_brief_is_written_without_the_dashboard(run: Path, tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "brief.HTML"
    options = ["--figures", "acts, responses", "--country", "nor", "--outlet", "northern herald", "--act", "accuse"]
    assert main(["export", str(run), "--to", str(target), *options, "--actor", "NORLAND", "--date", "2024-03-05"]) == 0
    page = target.read_text(encoding="utf-8")
    assert "Only actor Norland; country Norway; outlet Northern Herald; act accuse." in page
    assert page.index("What countries did and said") < page.index("How each country responded")
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "brief.ppt"], ".pptx"),
        (["--to", "brief.html", "--figures", "pie"], "outlet-pairs"),
        (["--to", "brief.html", "--country", "XYZ"], "SDN (Sudan)"),
        (["--to", "brief.html", "--outlet", "Nobody"], "Northern Herald"),
        (["--to", "brief.html", "--act", "SMILE"], "ACCUSE"),
        (["--to", "missing/folder/brief.html"], "cannot be written"),
    ],
)
def test_what_is_not_known_is_named_with_what_is(run: Path, capsys: Any, options: list[str], told: str) -> None:
    assert main(["export", str(run), *options]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_a_case_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path))
    target = tmp_path / "brief.json"
    assert main(["export", "Boats", "--to", str(target)]) == 2
    assert "there are no cases yet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    store = CaseStore.open(tmp_path / "cases.duckdb")
    case = store.create("Boats")
    for reading in read_sources([pasted("France accused Spain of sinking three fishing boats on Thursday.")]):
        store.add(case.case_id, reading)
    assert main(["export", "Boats", "--to", str(target), "--figures", "actors"]) == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["sources"]) == 1
    assert main(["export", "Ships", "--to", str(target)]) == 2
    assert "the cases are 'Boats'" in capsys.readouterr().err


ACTS = Outline(choices=(Choice("acts", "c"),))


@pytest.fixture
def boats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """A case of two outlets that was left with filters and a brief, one passage of it in an article since removed."""
    monkeypatch.setenv("READOUT_DATA", str(tmp_path))
    store = CaseStore.open(tmp_path / "cases.duckdb")
    case = store.create("Boats")
    for number, text in enumerate(("France accused Spain of sinking three boats.", "Spain denied it on Friday."), 1):
        for reading in read_sources([pasted(text, number)]):
            store.add(case.case_id, reading)
    left = {"outlet": ["pasted-001", "gone"], "actor": ["person:gone"], "country": [], "from": None}
    store.keep_filters(case.case_id, left)
    quotes = [PassageChoice(document_id=of, start_char=0, end_char=6) for of in ("pasted-001", "gone")]
    outline = Outline("Boats lost", (Choice("quotes", "mine"), *quotes))
    store.keep_brief(case.case_id, outline.to_dict())
    return store


@pytest.mark.parametrize(
    ("options", "shown", "told"),
    [
        ([], "Only outlet pasted-001.", "those that the case 'Boats' was left with"),
        (["--all"], "All outlets", "not those that the case 'Boats' was left with"),
        (["--outlet", "pasted-002"], "Only outlet pasted-002.", "not those that the case 'Boats' was left with, but"),
        (["--all", "--country", "ESP"], "Only country Spain.", "not those that the case 'Boats' was left with, but"),
    ],
)
def test_a_case_is_exported_as_it_was_left(
    boats: CaseStore, tmp_path: Path, options: list[str], shown: str, told: str
) -> None:
    target = tmp_path / "brief.json"
    assert main(["export", "Boats", "--to", str(target), *options]) == 0
    brief = json.loads(target.read_text(encoding="utf-8"))
    assert brief["shown"].startswith(shown)
    assert brief["method"]["Filters"].startswith(told)
    assert brief["title"] == "Boats lost"
    assert [(figure["key"], figure["caption"]) for figure in brief["figures"]] == [("quotes", "mine"), ("passage", "")]


def test_figures_title_and_model_of_a_case_can_be_named(boats: CaseStore, tmp_path: Path, capsys: Any) -> None:
    target = tmp_path / "brief.json"
    (case,) = boats.cases()
    command = ["export", case.case_id, "--to", str(target), "--figures", "acts", "--title", "Mine"]
    assert main(command) == 0
    brief = json.loads(target.read_text(encoding="utf-8"))
    assert ([figure["key"] for figure in brief["figures"]], brief["title"]) == (["acts"], "Mine")
    assert main([*command, "--model", "xx_no_model"]) == 2
    assert "xx_no_model" in capsys.readouterr().err


def test_a_folder_has_no_filters_of_a_case(run: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief.json"
    assert main(["export", str(run), "--to", str(target)]) == 0
    brief = json.loads(target.read_text(encoding="utf-8"))
    assert "Filters" not in brief["method"]
    assert [figure["key"] for figure in brief["figures"]] == [choice.key for choice in DEFAULT_CHOICES]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Outline()),  # nothing chosen yet
        ({"title": "", "choices": []}, Outline(choices=())),  # everything removed
        ({"title": 3, "choices": [{"key": "no such"}, 7, {"key": "acts", "caption": "c"}]}, ACTS),
        ({"choices": "acts"}, Outline()),
    ],
)  # fmt: skip
def test_what_is_not_understood_of_a_kept_brief_is_left_out(values: dict[str, Any], expected: Outline) -> None:
    assert Outline.from_dict(values) == expected
    assert Outline.from_dict(expected.to_dict()) == expected


def test_a_date_that_is_none_is_refused(run: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["export", str(run), "--to", "a.html", "--from", "yesterday"])
    assert "YYYY-MM-DD" in capsys.readouterr().err
