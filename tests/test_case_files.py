"""A case as a file: it gives the same results elsewhere, and a file that is none adds nothing."""

import json
from pathlib import Path

import pytest

from analysis.cases import CaseStore, case_results, export_case, import_case
from analysis.errors import CaseError
from analysis.settings import Settings
from tests.cases import BRIEF, CHECK, TEXTS, case_of, changed, fill


def test_an_exported_case_gives_byte_identical_results_elsewhere(store: CaseStore, tmp_path: Path) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, *TEXTS)
    store.edit(case.case_id, "pasted-001", publisher="Le Port")
    store.correct(case.case_id, CHECK)
    store.keep_filters(case.case_id, {"country": ["FRA"]})
    store.keep_brief(case.case_id, BRIEF)
    data = export_case(store, case.case_id)
    assert data == export_case(store, case.case_id)
    elsewhere = CaseStore.open(tmp_path / "other.duckdb")
    found = import_case(elsewhere, data)
    for name, (of, key) in {"here": (store, case.case_id), "there": (elsewhere, found)}.items():
        case_results(of, key).write(tmp_path / name, "jsonl")
    here, there = (sorted((tmp_path / name).iterdir()) for name in ("here", "there"))
    assert [path.read_bytes() for path in here] == [path.read_bytes() for path in there]
    assert elsewhere.case(found).filters == {"country": ["FRA"]}
    assert elsewhere.case(found).brief == BRIEF
    assert elsewhere.log(found) == store.log(case.case_id)
    assert elsewhere.raw(found, "pasted-001") == store.raw(case.case_id, "pasted-001")
    assert elsewhere.case(import_case(elsewhere, data)).name == "Bridge (2)"


def test_a_case_that_was_exported_before_briefs_were_kept_is_imported(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    data = export_case(store, case.case_id)
    old = {name: value for name, value in case_of(data).items() if name != "brief"}
    old["settings"] = {**Settings().to_dict(), "a_setting_of_then": 1}
    made = store.case(import_case(store, changed(data, "case.json", json.dumps(old).encode())))
    assert (made.brief, made.settings) == ({}, Settings())


def test_a_file_that_is_no_case_adds_nothing(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    good = export_case(store, case.case_id)
    half = json.dumps({"format": "readout-case", "version": 1, "name": "x"}).encode()
    odd = ({"brief": "none"}, {"filters": {"from": "yesterday"}}, {"filters": {"country": [7]}}, {"filters": []})
    odd_files = (json.dumps({**case_of(good), **values}).encode() for values in odd)
    wrong = [b"", b"PK\x03\x04", good[:-40], changed(good, "documents/", b"other"), changed(good, "case.json", half),
             changed(good, "case.json", b"[]"), changed(good, "case.json", b"{"),
             *(changed(good, "case.json", content) for content in odd_files)]  # fmt: skip
    for data in wrong:
        with pytest.raises(CaseError, match="exported case"):
            import_case(store, data)
    assert len(store.cases()) == 1
