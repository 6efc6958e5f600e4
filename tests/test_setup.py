"""Set-up on a fresh machine: every way it can go wrong is one sentence with the mend."""

import importlib.util
import socket
import subprocess
import sys

import pytest

from tests.conftest import ROOT

_SPEC = importlib.util.spec_from_file_location("setup_script", ROOT / ".ci" / "setup.py")
assert _SPEC is not None
assert _SPEC.loader is not None
setup = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(setup)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 13, 0), (4, 0, 0)])
def test_supported_pythons_are_accepted(version) -> None:
    assert setup.check_python(version) is None


@pytest.mark.parametrize("version", [(3, 10, 12), (2, 7, 18)])
def test_an_old_python_is_named_with_the_mend(version) -> None:
    with pytest.raises(setup.SetupError, match=r"needs 3\.11 or later.*make run PYTHON="):
        setup.check_python(version)


def test_a_taken_port_names_the_next_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(setup.SetupError, match=f"Port {port} is taken.*PORT={port + 1}"):
            setup.check_port(str(port))


@pytest.mark.parametrize("value", ["", "http", "80", "70000", "-1"])
def test_a_port_that_cannot_be_is_named(value: str) -> None:
    with pytest.raises(setup.SetupError, match="1024 to 65535"):
        setup.check_port(value)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying ... NewConnectionError ...\nERROR: No matching distribution", "could not be reached"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("noise\nERROR: No matching distribution found for nosuch==1", "No matching distribution found for nosuch"),
        ("", "gave no reason"),
    ],
)
def test_what_pip_says_becomes_one_sentence(output: str, words: str) -> None:
    assert words in setup.explain(output)
    assert "\n" not in setup.explain(output)


def test_a_failed_set_up_ends_with_one_sentence_and_status_1() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "setup.py"), "--port", "eighty"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("readout: The port 'eighty'")
    assert len(done.stderr.strip().splitlines()) == 1
