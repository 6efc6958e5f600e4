"""Fixtures that are costly and never changed by a test: the pipeline and the seeds, each made once per session."""

import atexit
import functools
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from analysis import Results, Settings, analyse, read_corpus
from analysis.briefing import painting
from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES
from analysis.briefing.choices import Choice, PassageChoice
from analysis.briefing.making import make_brief
from analysis.cases import CaseStore
from analysis.language import load_pipeline
from tests import factories
from tests.briefs import DAY, written
from tests.desk import make_case, visited

settings.register_profile("readout", deadline=None)
settings.load_profile("readout")  # a loaded machine is slow, not wrong

# Hypothesis leaves a callback with the garbage collector, which keeps modules past the last collection, and DuckDB's
# binding would end every test run by counting what those hold as leaked.
atexit.register(gc.callbacks.clear)

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session", autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Cases and kept results of tests never touch those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READOUT_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_are_read_once() -> Iterator[None]:
    """Each AppTest looks for streamlit components in every installed package, which takes longer than most pages."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def without_chrome() -> Iterator[None]:
    """Charts are SVG alone, as on a computer without a Chrome: only tests/test_painting.py waits for one to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painting, "find_chrome", str)
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real pipeline that the product uses."""
    return load_pipeline(Settings().model)


@pytest.fixture(scope="session")
def seeds_results() -> Results:
    """The seed articles, analysed with the default settings."""
    return analyse(read_corpus(SEEDS))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store of cases, in a folder that is made for it."""
    return CaseStore.open(tmp_path / "deep" / "cases.duckdb")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page Sources over the sample event, with a store of its own and a new, empty case in it."""
    factories.sample().write(tmp_path / "run")
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "run"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    return make_case(visited())


@pytest.fixture(scope="session")
def brief() -> Brief:
    """Every figure of the event by hand, and a passage."""
    quote = PassageChoice(document_id="north", start_char=14, end_char=40, caption="As the Herald put it")
    choices = [*map(Choice, FIGURES), quote]
    return make_brief(factories.sample(), made_on=DAY, choices=choices, title="Boats <i>lost</i>")


@pytest.fixture(scope="session")
def exported(brief: Brief) -> Callable[[str], bytes]:
    """The brief in a format, written once."""
    return functools.cache(lambda suffix: written(brief, suffix))
