"""Make or refresh the virtual environment; called by make with whatever `python3` the machine has.

Standard library only, and readable by every Python 3: what is missing must be said in one sentence, not as a traceback.
"""

import hashlib
import os
import socket
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
REQUIREMENTS = os.path.join(ROOT, "requirements.txt")
STAMP = os.path.join(VENV, "requirements.sha256")
OLDEST = (3, 11)


class SetupError(Exception):
    """What is wrong, and the mend."""


def check_python(version):
    """Refuse a Python that is too old, naming it and the mend."""
    if tuple(version[:2]) < OLDEST:
        raise SetupError(
            "This is Python {}.{}, and Readout needs {}.{} or later. Install one, then name it: "
            "make run PYTHON=python3.11".format(version[0], version[1], *OLDEST)
        )


def make_venv():
    """Create .venv unless a working one is there."""
    if os.path.exists(PYTHON):
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise SetupError(
            "This Python cannot make virtual environments. On Debian and Ubuntu: "
            "sudo apt install python{}.{}-venv".format(*sys.version_info[:2])
        ) from None
    done = subprocess.run([sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        words = done.stdout.decode(errors="replace").strip().splitlines()
        raise SetupError("The folder {} could not be made: {}".format(VENV, words[-1] if words else "no reason given"))


def install():
    """Install the pinned packages, unless the stamp says that these are installed already."""
    with open(REQUIREMENTS, "rb") as stream:
        wanted = hashlib.sha256(stream.read()).hexdigest()
    if os.path.exists(STAMP):
        with open(STAMP, encoding="ascii") as stream:
            if stream.read().strip() == wanted:
                return
    print("readout: installing the packages of requirements.txt (once, a few minutes)", file=sys.stderr)
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise SetupError(explain(done.stdout.decode(errors="replace")))
    with open(STAMP, "w", encoding="ascii") as stream:
        stream.write(wanted + "\n")


def explain(output):
    """One sentence for what pip said: no network, no space, or its own last error."""
    offline = ("NewConnectionError", "ConnectTimeoutError", "Temporary failure in name resolution", "ProxyError")
    if any(word in output for word in offline):
        return (
            "The package index could not be reached. Check the connection, or name a mirror in PIP_INDEX_URL, "
            "and run the same command again."
        )
    if "No space left on device" in output:
        return f"The disk is full; about 1.5 GB are needed in {ROOT}."
    errors = [line for line in output.splitlines() if line.startswith("ERROR")] or output.strip().splitlines()[-1:]
    return "pip could not install requirements.txt: " + (errors[-1] if errors else "it gave no reason")


def check_port(value):
    """Refuse a port that is no number or that something else listens on."""
    if not value.isdigit() or not 1024 <= int(value) <= 65535:
        raise SetupError(f"The port {value!r} cannot be used; accepted is a number from 1024 to 65535.")
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(value)))
        except OSError:
            raise SetupError(
                f"Port {value} is taken, perhaps by Readout itself in another window. "
                f"Close that, or choose another: make run PORT={int(value) + 1}"
            ) from None


def main(arguments):
    """Set up; with `--port N` also check that the dashboard can listen there. 0 when all is ready, else 1."""
    try:
        check_python(sys.version_info)
        if arguments[:1] == ["--port"]:
            check_port(arguments[1] if len(arguments) > 1 else "")
        make_venv()
        install()
    except SetupError as error:
        print(f"readout: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
