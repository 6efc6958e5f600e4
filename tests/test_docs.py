"""The README is held to what the code does: its commands exist and its tables are the declared ones."""

import re

import pytest

import analysis
from analysis import Results
from analysis.__main__ import main
from analysis.dictionary import accuracy_table, data_dictionary, table_list
from analysis.tables import RESPONSES, TABLES
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_list_of_tables_is_the_declared_one() -> None:
    shown = README.split("<!-- tables -->\n")[1].split("<!-- end of tables -->")[0]
    assert shown == table_list()


def test_the_accuracy_is_the_measured_one() -> None:
    shown = README.split("<!-- accuracy -->\n")[1].split("<!-- end of accuracy -->")[0]
    assert shown == accuracy_table()


def test_the_lines_for_python_run(seeds_results: Results, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(analysis, "analyse", lambda corpus: seeds_results)  # the seeds are analysed once for all tests
    exec(README.split("```python\n")[1].split("```")[0], {})
    shown = capsys.readouterr().out
    assert f"{len(seeds_results[RESPONSES])} rows" in shown
    assert shown.endswith("contradicts\n")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))))
def test_each_make_command_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m analysis ([a-z]+)", README))))
def test_each_analysis_command_of_the_readme_exists(command: str, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:seeds|dashboard|analysis|tests)/[\w./]*)`", README))))
def test_each_path_of_the_readme_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_dictionary_has_every_column_of_every_table(capsys) -> None:
    assert main(["tables"]) == 0
    assert capsys.readouterr().out == data_dictionary()
    for table in TABLES:
        section = data_dictionary().split(f"## {table.name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == [str(column) for column in table.columns]
