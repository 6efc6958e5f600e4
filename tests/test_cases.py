"""Cases: nothing that was committed is ever lost, and adding an article analyses that article alone."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analysis.articles import Article
from analysis.cases import CaseStore, case_results, cases_file, export_case, import_case
from analysis.cases.computing import KEPT_VERSIONS
from analysis.columns import Col
from analysis.corrections import Correction
from analysis.errors import CaseError
from analysis.pipeline import analyse
from analysis.readers import Reading, Source, pasted, read_sources
from analysis.readers.corpus import problem
from analysis.results import Results
from analysis.settings import Settings
from analysis.tables import DOCUMENTS, PROBLEMS, REMOVALS, TABLES
from tests.conftest import ROOT

TEXTS = (
    "French President Emmanuel Macron denied the report on Monday.\nAdvertisement\nBerlin said 12 ships had left.",
    "Germany said 14 ships had left the port. Turkey has made no statement.",
    "The Kremlin rejected the claim, and the White House called on both sides to talk.",
)
BRIEF = {"title": "Ships", "choices": [{"key": "quotes", "caption": "mine"}]}
CHECK = Correction(kind="check", target={"table": "actors", "entity_id": "country:FRA"}, why="read twice")


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore.open(tmp_path / "deep" / "cases.duckdb")


def fill(store: CaseStore, case_id: str, *texts: str) -> list[Article]:
    readings = read_sources(pasted(text, number) for number, text in enumerate(texts, 1))
    return [article for reading in readings for article in store.add(case_id, reading)]


def same(first: Results, second: Results) -> bool:
    return all(
        first[t].to_json() == second[t].to_json() and (first[t].dtypes == second[t].dtypes).all() for t in TABLES
    )


def test_a_case_is_made_renamed_and_deleted(store: CaseStore) -> None:
    kept, gone = store.create("Bridge"), store.create(" Balloon  over sea ")
    assert [case.name for case in store.cases()] == ["Bridge", "Balloon over sea"]
    store.rename(kept.case_id, "Kerch bridge")
    fill(store, gone.case_id, TEXTS[0])
    store.delete(gone.case_id)
    assert [case.name for case in CaseStore.open(store.database.path).cases()] == ["Kerch bridge"]
    left = [store.database.read(f"SELECT * FROM {table}") for table in ("articles", "raws", "article_tables")]
    assert left == [[], [], []]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Bridge"])
def test_names_of_cases_are_told_apart(store: CaseStore, name: str) -> None:
    store.create("Bridge")
    with pytest.raises(CaseError, match="no other case has"):
        store.create(name)


def test_articles_keep_their_bytes_their_order_and_ids_of_their_own(store: CaseStore) -> None:
    case = store.create("Bridge")
    page = Source("a/news.txt", TEXTS[0].encode())
    other = Source("b/news.txt", TEXTS[1].encode())
    added = [article for reading in read_sources([page, other]) for article in store.add(case.case_id, reading)]
    assert [article.document_id for article in added] == ["news", "news-2"]
    assert store.raw(case.case_id, "news-2") == TEXTS[1].encode()
    assert [item.article for item in store.brought(case.case_id)] == added
    # the same file dropped again is not a second article
    assert [store.add(case.case_id, reading) for reading in read_sources([page])] == [[]]


def test_an_unreadable_source_is_kept_as_a_problem_once(store: CaseStore) -> None:
    case = store.create("Bridge")
    for _ in range(2):
        for reading in read_sources([Source("clip.mp4", b"\0\0")]):
            store.add(case.case_id, reading)
    fill(store, case.case_id, TEXTS[0])
    problems = case_results(store, case.case_id)[PROBLEMS]
    assert problems[Col.INPUT].tolist() == ["clip.mp4"]
    assert "PDF" in problems[Col.ACCEPTED][0]


def test_results_of_a_case_are_those_of_its_corpus(store: CaseStore) -> None:
    case = store.create("Bridge")
    articles = fill(store, case.case_id, *TEXTS)
    fresh = analyse(store.corpus(case.case_id))
    for results in (case_results(store, case.case_id), case_results(store, case.case_id)):
        assert same(fresh, results)
        assert results.fingerprint == fresh.fingerprint
    assert fresh[DOCUMENTS][Col.DOCUMENT_ID].tolist() == [article.document_id for article in articles]


def test_adding_an_article_analyses_that_article_alone(store: CaseStore) -> None:
    case = store.create("Bridge")
    analysed: list[tuple[int, int]] = []
    for texts in (TEXTS[:2], TEXTS, TEXTS):
        fill(store, case.case_id, *texts)
        results = case_results(store, case.case_id, lambda done, total: analysed.append((done, total)))
    assert analysed == [(1, 2), (2, 2), (1, 1)]
    assert same(results, analyse(store.corpus(case.case_id)))
    store.remove(case.case_id, "pasted-002")
    case_results(store, case.case_id, lambda done, total: analysed.append((done, total)))
    assert len(analysed) == 3


def test_work_that_is_cancelled_is_not_done_twice(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, *TEXTS)

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case_results(store, case.case_id, cancel)
    analysed: list[int] = []
    case_results(store, case.case_id, lambda done, total: analysed.append(total))
    assert analysed == [1]


def test_only_the_last_analyses_of_a_text_are_kept(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, *TEXTS[:2])
    for day in range(10, 10 + KEPT_VERSIONS + 2):
        store.edit(case.case_id, "pasted-001", published_on=f"2022-10-{day}")
        case_results(store, case.case_id)
    count = "SELECT text_sha256, count(DISTINCT part_key) FROM article_tables GROUP BY text_sha256"
    assert sorted(n for _, n in store.database.read(count)) == [1, KEPT_VERSIONS]
    analysed: list[int] = []
    store.edit(case.case_id, "pasted-001", published_on=f"2022-10-{day - 1}")  # the one before last is known still
    case_results(store, case.case_id, lambda done, total: analysed.append(total))
    assert analysed == []


def test_what_is_known_of_an_article_can_be_edited(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    removed = case_results(store, case.case_id)[REMOVALS]
    stretch = (int(removed[Col.START_CHAR][0]), int(removed[Col.END_CHAR][0]))
    store.edit(case.case_id, "pasted-001", publisher="Le Port", published_on="2022-10-24", kept=(stretch,))
    results = case_results(store, case.case_id)
    assert results[DOCUMENTS][[Col.PUBLISHER, Col.PUBLISHED_ON]].to_numpy().tolist() == [["Le Port", "2022-10-24"]]
    assert results[REMOVALS].empty
    with pytest.raises(CaseError, match="accepted are title"):
        store.edit(case.case_id, "pasted-001", text="other")
    with pytest.raises(CaseError, match="no article 'other'"):
        store.edit(case.case_id, "other", title="x")


def test_corrections_are_logged_undone_and_redone(store: CaseStore) -> None:
    case = store.create("Bridge")
    store.correct(case.case_id, CHECK)
    assert store.corrections(case.case_id) == [CHECK]
    store.set_undone(case.case_id, CHECK.correction_id)
    assert (store.corrections(case.case_id), store.log(case.case_id)) == ([], [(CHECK, True)])
    store.set_undone(case.case_id, CHECK.correction_id, False)
    assert store.corrections(case.case_id) == [CHECK]
    with pytest.raises(CaseError, match="no correction 'x'"):
        store.set_undone(case.case_id, "x")


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


def case_of(data: bytes) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return dict(json.loads(archive.read("case.json")))


def test_a_case_that_was_exported_before_briefs_were_kept_is_imported(store: CaseStore) -> None:
    case = store.create("Bridge")
    fill(store, case.case_id, TEXTS[0])
    data = export_case(store, case.case_id)
    old = {name: value for name, value in case_of(data).items() if name != "brief"}
    old["settings"] = {**Settings().to_dict(), "a_setting_of_then": 1}
    made = store.case(import_case(store, changed(data, "case.json", json.dumps(old).encode())))
    assert (made.brief, made.settings) == ({}, Settings())


def changed(data: bytes, member: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name.startswith(member) else old.read(name))
    return stream.getvalue()


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


KILLED = """
import sys
from pathlib import Path
from analysis.cases import CaseStore, case_results
from analysis.corrections import Correction
from analysis.readers import pasted, read_sources
store = CaseStore.open(Path(sys.argv[1]))
case = store.create("Bridge")
number = 0
while True:
    number += 1
    for reading in read_sources([pasted(f"Paris denied report number {number} on Monday.", number)]):
        store.add(case.case_id, reading)
    store.correct(case.case_id, Correction(kind="check", target={"number": number}, correction_id=str(number)))
    print(number, flush=True)
    if number % 5 == 0:
        case_results(store, case.case_id)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_is_killed_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "cases.duckdb"
    command = [sys.executable, "-c", KILLED, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert process.stdout is not None
    committed = [int(process.stdout.readline()) for _ in range(8)]
    process.send_signal(signal.SIGKILL)
    committed += [int(line) for line in process.stdout.read().split()]
    process.wait()
    store = CaseStore.open(path)
    (case,) = store.cases()
    found = [int(item.article.document_id.rpartition("-")[2]) for item in store.brought(case.case_id)]
    assert found[: len(committed)] == committed  # one more may have been committed before its number was printed
    assert [made.correction_id for made in store.corrections(case.case_id)][: len(committed)] == list(
        map(str, committed)
    )
    results = case_results(store, case.case_id)
    assert len(results[DOCUMENTS]) == len(found)
    fill(store, case.case_id, "A new article can still be added.")


def test_two_at_work_on_one_file_wait_for_each_other(store: CaseStore) -> None:
    case = store.create("Bridge")
    other = CaseStore.open(store.database.path)

    def add(to: CaseStore, start: int) -> None:
        for number in range(start, start + 5):
            for reading in read_sources([pasted(f"Report number {number} from the port.", number)]):
                to.add(case.case_id, reading)

    with ThreadPoolExecutor() as threads:
        list(threads.map(add, (store, other), (0, 5)))
    assert len(store.brought(case.case_id)) == 10


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cases.duckdb"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(CaseError, match=r"not a store|cannot be opened"):
        CaseStore.open(path)
    assert path.read_bytes() == b"not a database" * 100


def test_a_store_of_an_earlier_version_is_brought_up_to_date(store: CaseStore) -> None:
    case = store.create("Bridge")
    with store.database.transaction() as connection:
        connection.execute("ALTER TABLE cases DROP COLUMN brief")
        connection.execute("UPDATE about SET value = '1'")
        connection.execute("UPDATE cases SET settings = ?", ['{"min_units": 12, "a_setting_of_then": 0.5}'])
    for _ in range(2):
        found = CaseStore.open(store.database.path)
        assert (found.case(case.case_id).brief, found.case(case.case_id).settings) == ({}, Settings(min_units=12))
    found.keep_brief(case.case_id, BRIEF)
    assert store.case(case.case_id).brief == BRIEF


def test_a_case_keeps_no_threshold_that_nobody_changed(store: CaseStore) -> None:
    store.create("Bridge")
    assert store.database.read("SELECT settings FROM cases") == [("{}",)]
    assert store.case(store.create("Strict", Settings(min_units=12)).case_id).settings == Settings(min_units=12)


def test_a_problem_names_the_article_that_it_came_with(store: CaseStore) -> None:
    case = store.create("Bridge")
    first, second = (Article(document_id=name, text=f"{name} said so.") for name in ("north", "south"))
    source = Source("both.csv", b"bytes")
    store.add(case.case_id, Reading(source, (first,)))
    store.add(case.case_id, Reading(source, (first, second), (problem("both.csv", "south", CaseError("no date"), ""),)))
    assert [row[Col.DOCUMENT_ID] for row in store.corpus(case.case_id).problems] == ["south"]


def test_a_later_store_is_not_touched(store: CaseStore) -> None:
    with store.database.transaction() as connection:
        connection.execute("UPDATE about SET value = '99'")
    with pytest.raises(CaseError, match="later version of Readout"):
        CaseStore.open(store.database.path)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"READOUT_DATA": "/data"}, "/data/cases.duckdb"), ({"XDG_DATA_HOME": "/x"}, "/x/readout/cases.duckdb")],
)
@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_the_place_of_the_cases_can_be_set(environment: dict[str, str], expected: str) -> None:
    assert str(cases_file(environment)) == expected
