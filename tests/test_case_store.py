"""The file of the cases: what was committed outlives a killed process, a second one at work and other versions."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analysis.cases import CaseStore, case_results, cases_file, export_case, import_case
from analysis.corrections import Correction
from analysis.errors import CaseError
from analysis.readers import pasted, read_sources
from analysis.settings import Settings
from analysis.tables import DOCUMENTS
from tests.cases import BRIEF, fill
from tests.conftest import ROOT

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


CRASHING = """
import contextlib, os, signal, sys
from pathlib import Path
from analysis.cases import CaseStore, import_case
from analysis.cases.database import Database
from analysis.corrections import Correction
from analysis.readers import pasted, read_sources

class Crashing:
    def __init__(self, connection):
        self.connection, self.left = connection, int(sys.argv[3])
    def execute(self, query, *values):
        done = self.connection.execute(query, *values)
        self.left -= query.startswith("INSERT")
        if self.left == 0:
            print("between", flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
        return done

store = CaseStore.open(Path(sys.argv[1]))
(case,) = store.cases()
bundle = Path(sys.argv[1]).with_name("bundle").read_bytes()
whole = Database.transaction

@contextlib.contextmanager
def transaction(database):
    with whole(database) as connection:
        yield Crashing(connection)

Database.transaction = transaction
match sys.argv[2]:
    case "adding":
        for reading in read_sources([pasted("Paris denied it.", 1)]):
            store.add(case.case_id, reading)
    case "correcting":
        store.correct(case.case_id, Correction(kind="check", target={"number": 2}, correction_id="2"))
    case "importing":
        import_case(store, bundle)
"""


def everything(store: CaseStore) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the file."""
    tables = [name for (name,) in store.database.read("SELECT table_name FROM information_schema.tables")]
    return {name: sorted(store.database.read(f"SELECT * FROM {name}"), key=repr) for name in sorted(tables)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("work", "n_rows"), [("adding", 1), ("correcting", 1), ("importing", 2), ("importing", 4)])
def test_work_that_is_killed_halfway_is_not_begun(store: CaseStore, work: str, n_rows: int) -> None:
    """The process dies inside a transaction, after some of its rows: none of them is there, and all from before are."""
    case = store.create("Bridge")
    fill(store, case.case_id, "Rome denied it.", "Oslo confirmed it.")
    store.correct(case.case_id, Correction(kind="check", target={"number": 1}, correction_id="1"))
    path = store.database.path
    path.with_name("bundle").write_bytes(export_case(store, case.case_id))
    before = everything(store)
    command = [sys.executable, "-c", CRASHING, str(path), work, str(n_rows)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    crashed = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=False)
    assert (crashed.stdout, crashed.returncode) == ("between\n", -signal.SIGKILL)
    again = CaseStore.open(path)
    assert everything(again) == before
    imported = import_case(again, path.with_name("bundle").read_bytes())  # and the work can be done anew
    assert len(again.brought(imported)) == 2


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


def test_a_later_store_is_not_touched(store: CaseStore) -> None:
    with store.database.transaction() as connection:
        connection.execute("UPDATE about SET value = '99'")
    with pytest.raises(CaseError, match="later version of Readout"):
        CaseStore.open(store.database.path)


def test_a_case_keeps_no_threshold_that_nobody_changed(store: CaseStore) -> None:
    store.create("Bridge")
    assert store.database.read("SELECT settings FROM cases") == [("{}",)]
    assert store.case(store.create("Strict", Settings(min_units=12)).case_id).settings == Settings(min_units=12)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"READOUT_DATA": "/data"}, "/data/cases.duckdb"), ({"XDG_DATA_HOME": "/x"}, "/x/readout/cases.duckdb")],
)
@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_the_place_of_the_cases_can_be_set(environment: dict[str, str], expected: str) -> None:
    assert str(cases_file(environment)) == expected
