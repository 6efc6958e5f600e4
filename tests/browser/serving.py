"""A dashboard started by the plain command in a process of its own."""

import contextlib
import math
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and its process."""

    address: str
    pid: int

    def processor_seconds(self) -> float:
        """Processor time used so far [s]; not a number where the system does not tell it in /proc."""
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.is_file():
            return math.nan
        fields = stat.read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(folder: Path, *, corpus: Path | None = None, app: Path = ROOT / "dashboard" / "app.py") -> Iterator[Server]:
    """The dashboard until the block ends.

    Args:
        folder: For its cases, kept results and log.
        corpus: Articles or a run to show; None: the sample articles.
        app: Another streamlit script, to compare with.
    """
    environment = {**os.environ, "READOUT_DATA": str(folder / "data")}
    environment.pop("READOUT_CORPUS", None)
    if corpus is not None:
        environment["READOUT_CORPUS"] = str(corpus)
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", folder / "log")
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, log: Path, *, patience: float = 90) -> None:
    """Return when the address answers.

    Raises:
        TimeoutError: it did not in time [s]; the log says why.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"The dashboard did not start:\n{log.read_text()}")
