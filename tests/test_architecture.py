"""The house rules that a reader relies on, read from the imports with `ast`."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

STAGES = ("entities", "attribution", "responses", "coverage", "claims", "alignment", "origins", "agreement", "quotes")
"""Each turns tables into tables and knows no other stage; the pipeline calls them, and filters count agreement."""


def imports(path: Path) -> set[str]:
    """Every module that a file imports, type-checking imports included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports_any(path: Path, *packages: str) -> set[str]:
    return {name for name in imports(path) if any(name == p or name.startswith(p + ".") for p in packages)}


@pytest.mark.parametrize("path", sources("analysis"), ids=lambda path: str(path.relative_to(ROOT)))
def test_analysis_knows_no_dashboard(path: Path) -> None:
    assert imports_any(path, "streamlit", "plotly", "dashboard") == set()


@pytest.mark.parametrize("path", sources("analysis"), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_language_loads_a_pipeline(path: Path) -> None:
    loads = "spacy.load(" in path.read_text(encoding="utf-8")
    assert loads == (path.name == "language.py")


@pytest.mark.parametrize("stage", STAGES)
def test_stages_do_not_know_each_other(stage: str) -> None:
    others = tuple(f"analysis.{other}" for other in (*STAGES, "pipeline") if other != stage)
    files = [ROOT / "analysis" / f"{stage}.py", *sources(f"analysis/{stage}")]
    for path in filter(Path.exists, files):
        assert imports_any(path, *others) == set(), path


@pytest.mark.parametrize("path", sources("dashboard"), ids=lambda path: str(path.relative_to(ROOT)))
def test_only_data_runs_the_analysis(path: Path) -> None:
    if path.name != "data.py":
        assert imports_any(path, "analysis.pipeline", "analysis.analyse", "analysis.language") == set()


@pytest.mark.parametrize("path", sources("dashboard"), ids=lambda path: str(path.relative_to(ROOT)))
def test_html_is_written_in_one_module(path: Path) -> None:
    if path.name != "highlight.py":
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sources("dashboard/charts"), ids=lambda path: str(path.relative_to(ROOT)))
def test_charts_draw_without_streamlit(path: Path) -> None:
    assert imports_any(path, "streamlit") == set()


def test_nobody_unpickles() -> None:
    for path in [*sources("analysis"), *sources("dashboard")]:
        assert imports_any(path, "pickle", "dill", "joblib", "shelve", "marshal") == set(), path
