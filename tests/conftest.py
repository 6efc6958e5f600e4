"""Fixtures that are costly and never changed by a test: the pipeline and the seeds, each made once per session."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language
from streamlit.components.v2 import manifest_scanner

from analysis import Results, Settings, analyse, read_corpus
from analysis.language import load_pipeline

settings.register_profile("readout", deadline=None)
settings.load_profile("readout")  # a loaded machine is slow, not wrong

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


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real pipeline that the product uses."""
    return load_pipeline(Settings().model)


@pytest.fixture(scope="session")
def seeds_results() -> Results:
    """The seed articles, analysed with the default settings."""
    return analyse(read_corpus(SEEDS))
