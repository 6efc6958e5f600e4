"""The entry point as a newcomer starts it: in a fresh process, from any folder, with the headers that keep it local."""

import os
import subprocess
import sys
import time
import urllib.request
from email.message import Message
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests import factories
from tests.browser.serving import free_port
from tests.conftest import ROOT
from tests.desk import figures

APP = ROOT / "dashboard" / "app.py"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The dashboard on a finished run of the sample event."""
    factories.sample().write(tmp_path / "run")
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "run"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    return AppTest.from_file(str(APP), default_timeout=60)


def words(app: AppTest) -> list[str]:
    return [element.value for element in app.text]


def metrics(app: AppTest) -> dict[str, str]:
    return {name: value for name, (value, _) in figures(app).items()}


def test_opens_on_the_overview(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert app.title[0].value == "Overview"
    assert metrics(app)["Responses"] == "7"
    assert "All outlets, actors, countries, acts and dates." in words(app)


def test_counts_stay_right_when_filters_combine(app: AppTest) -> None:
    app.run()
    app.multiselect(key="country").set_value(["NOR"]).run()
    assert metrics(app)["Responses"] == "3"
    app.multiselect(key="outlet").set_value(["Northern Herald"]).run()
    assert (metrics(app)["Responses"], metrics(app)["Articles"]) == ("2", "1")
    app.multiselect(key="act").set_value(["APPEAL"]).run()
    assert metrics(app)["Responses"] == "1"
    assert "Only country Norway; outlet Northern Herald; act appeal." in words(app)


def test_tables_are_drawn_when_they_are_unfolded(app: AppTest) -> None:
    app.run()
    assert not app.dataframe
    app.session_state["overview-grid-unfold"] = True
    app.run()
    assert list(app.dataframe[0].value.columns)[:3] == ["country", "publisher", "state"]
    assert not app.exception


def test_filters_that_leave_nothing_offer_the_way_back(app: AppTest) -> None:
    app.run()
    app.multiselect(key="outlet").set_value(["=Wire & Co"]).run()
    app.date_input(key="from").set_value("2024-03-02").run()
    assert not app.exception
    assert [info.value for info in app.info] == ["No article passes these filters."]
    app.button(key="clear-empty").click().run()
    assert metrics(app)["Articles"] == "3"


def test_a_mark_opens_its_sentences(app: AppTest) -> None:
    app.run()
    app.selectbox(key="overview-grid-mark").set_value("SDN\tNorthern Herald").run()
    assert not app.exception
    assert "Sudan in Northern Herald: 1 passage" in words(app)


def test_a_missing_folder_is_said_in_a_sentence(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CORPUS", "/no/such/folder")
    app.run()
    assert not app.exception
    assert app.error[0].value == "The articles could not be loaded."
    assert any("/no/such/folder" in text for text in words(app))


def test_results_are_kept_and_follow_their_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    calls: list[int] = []
    monkeypatch.setattr(data, "analyse", lambda corpus, settings, progress: calls.append(1) or factories.sample())
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Norland accused Sudmark.", encoding="utf-8")
    data.load(folder, lambda done, total: None)
    data.load(folder, lambda done, total: None)
    assert len(calls) == 1
    # the text is the same: a date that was put right must not be answered with the earlier results
    (folder / "sources.csv").write_text("file,publisher,published\na.txt,Herald,2024-03-01\n", encoding="utf-8")
    data.load(folder, lambda done, total: None)
    assert len(calls) == 2


def test_plain_command_serves_with_security_headers_and_warns_of_nothing(tmp_path: Path) -> None:
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(port)]
    log = tmp_path / "log"
    with (
        log.open("w") as errors,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=errors) as server,
    ):
        try:
            headers = answer(f"http://127.0.0.1:{port}/")
            libraries = Path(f"/proc/{server.pid}/maps")
            in_use = libraries.read_text() if libraries.exists() else "uvloop"  # other systems do not tell
        finally:
            server.terminate()
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "uvloop" in in_use  # asyncio's own loop holds each small answer back
    assert log.read_text() == ""


def answer(url: str, *, patience: float = 60) -> Message:
    """Headers of the page, as soon as the server answers."""
    end = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(url, timeout=20) as response:
                return response.headers
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def test_script_finds_the_analysis_from_any_folder_and_loads_what_it_shows_alone(tmp_path: Path) -> None:
    factories.sample().write(tmp_path / "run")
    script = (
        "import sys\nfrom streamlit.testing.v1 import AppTest\n"
        f"app = AppTest.from_file({str(APP)!r}, default_timeout=60).run()\n"
        "print(app.title[0].value, len(app.exception), *{'docx', 'datasketch'} & set(sys.modules))"
    )
    environment = {**os.environ, "READOUT_CORPUS": str(tmp_path / "run"), "PYTHONPATH": ""}
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["Overview", "0"]
