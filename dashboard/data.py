"""The results that the pages draw: read from disk, or analysed once and kept there.

Its caches are keyed by a fingerprint of the articles, the settings and the analysis' own files, never by a frame:
streamlit hashes large frames by a sample and would hand out another frame's results.
"""

import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import streamlit as st

import analysis
from analysis import AnalysisError, Results, Settings, analyse, read_corpus
from analysis.cases import CaseStore, case_results, cases_file
from analysis.claims.checking import ClaimChecker, Stand
from analysis.directions import with_steady_names
from analysis.filters import Filters
from analysis.readers import Corpus
from analysis.results import PROVENANCE
from analysis.tables import CLAIMS, DOCUMENTS, SENTENCES
from dashboard.results_cache import cache_folder, mark_used, max_bytes, prune

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
Progress = Callable[[int, int], None]


def source() -> Path:
    """What to show: a folder named after `--` on the command line or in READOUT_CORPUS; the seeds otherwise.

    It may hold articles or the results of a run.
    """
    arguments = sys.argv[1:] if Path(sys.argv[0]).name == "app.py" else []
    return Path(arguments[0] if arguments else os.environ.get("READOUT_CORPUS") or SEEDS)


def source_name() -> str:
    """What people call the source: the sample articles, or the folder that was named."""
    path = source()
    return "Sample articles" if path == SEEDS else f"Folder {path.name}"


def load(path: Path, progress: Progress) -> Results:
    """The results of a folder of articles or of a finished run, analysing what was not analysed before.

    Args:
        path: The folder, or a .jsonl file of articles.
        progress: Told how many articles are done, while analysing.

    Raises:
        AnalysisError: nothing there can be read.
    """
    if (path / PROVENANCE).is_file():
        return _read(str(path), str((path / PROVENANCE).stat().st_mtime_ns))
    corpus, settings = read_corpus(path), Settings()
    key = fingerprint(corpus, settings)
    folder = cache_folder() / key
    with _lock():
        mark_used(folder)
        if not (folder / PROVENANCE).is_file():
            analyse(corpus, settings, progress).write(folder)
            prune(cache_folder(), max_bytes())
    return _read(str(folder), key)


def store() -> CaseStore:
    """The analyst's cases. Their place is printed when they are first opened.

    Raises:
        AnalysisError: the file cannot be opened.
    """
    return _store(str(cases_file()))


@st.cache_resource(show_spinner=False)
def _store(path: str) -> CaseStore:
    print(f"readout: cases are kept in {path}", file=sys.stderr)
    return CaseStore.open(Path(path))


def load_case(case_id: str, progress: Progress, *, is_partial: bool = False) -> Results:
    """The results of a case, analysing what was not analysed before.

    Args:
        case_id: Key of the case.
        progress: Told how many articles are done, while analysing.
        is_partial: Only what was analysed before, because the reader stopped the analysis.

    Raises:
        AnalysisError: there is no such case, or its file cannot be read.
    """
    key = f"{store().revision(case_id)}-{is_partial}"
    held = _held().get(case_id)
    if held is not None and held[0] == key:
        return held[1]
    with _lock():
        results = case_results(store(), case_id, progress, is_partial=is_partial)
    _held()[case_id] = (key, with_steady_names(results))
    return _held()[case_id][1]


@st.cache_resource(show_spinner=False)
def _held() -> dict[str, tuple[str, Results]]:
    """The last results of each case, under the revision of the case that they are of."""
    return {}


def fingerprint(corpus: Corpus, settings: Settings) -> str:
    """SHA-256 of everything that the results follow from: articles with their dates and outlets, settings, program."""
    total = hashlib.sha256(_program().encode())
    total.update(json.dumps(settings.to_dict(), sort_keys=True).encode())
    for article in corpus.articles:
        total.update(json.dumps(astuple(article)).encode())
    for problem in corpus.problems:
        total.update(json.dumps({str(key): str(value) for key, value in problem.items()}, sort_keys=True).encode())
    return total.hexdigest()


def filtered(run: Results, filters: Filters) -> Results:
    """What filters let through of a run; counted once for each choice, since agreement beyond chance is resampled."""
    return _filtered(run, filters, f"{id(run)} {run.fingerprint} {filters!r}")[1]


@st.cache_resource(show_spinner=False, max_entries=6)
def _filtered(_run: Results, _filters: Filters, key: str) -> tuple[Results, Results]:
    """The run and what is left of it; while the run is held, no other has its id, which is part of the key."""
    return _run, _filters.apply(_run)


def check_claim(run: Results, text: str) -> dict[str, Stand]:
    """How each article of a run stands to a claim that the analyst types; see `ClaimChecker.check`."""
    return _checker(run, run.fingerprint).check(text)


@st.cache_resource(show_spinner=False, max_entries=2)
def _checker(_run: Results, key: str) -> ClaimChecker:
    """A checker of a run; `key` is the run's fingerprint, since the run itself is not hashed."""
    return ClaimChecker.of(_run[SENTENCES], _run[CLAIMS], _run[DOCUMENTS], _run.settings)


@st.cache_resource(show_spinner=False)
def _program() -> str:
    """Hash of the analysis' own files, so that an update is never shown an older version's results."""
    root = Path(analysis.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    total = hashlib.sha256()
    for path in files:
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()


@st.cache_resource(show_spinner=False)
def _lock() -> threading.Lock:
    """One analysis at a time: a second reader waits and then finds the results."""
    return threading.Lock()


@st.cache_resource(show_spinner=False, max_entries=4)
def _read(folder: str, key: str) -> Results:
    """Results on disk; `key` tells a folder's earlier contents from its present ones."""
    return with_steady_names(Results.read(Path(folder)))


__all__ = [
    "SEEDS", "AnalysisError", "check_claim", "filtered", "fingerprint", "load", "load_case", "source", "source_name",
    "store",
]  # fmt: skip
