"""Parsers of foreign formats run in a process of their own, which is killed when it takes too long or too much.

Twelve megabytes of paragraphs kept an HTML extractor busy for 97 seconds, and no thread can be stopped from outside.
"""

import json
import subprocess
import sys
from pathlib import Path

from analysis.errors import ArticleError

PARSERS = Path(__file__).with_name("parsers")
SECONDS = 20.0
"""Time that one document may take; the slowest of the articles tried took 1.5 [s]."""
MEGABYTES = 1500
"""Memory that one document may take; twice what a 5 MB page needs [MB]."""


def parse(parser: str, data: bytes, name: str, *, seconds: float = SECONDS) -> list[dict[str, str]]:
    """The documents that a parser of analysis/readers/parsers finds in the bytes.

    Raises:
        ArticleError: the parser refused them, failed, or ran out of time or memory.
    """
    program = PARSERS / f"{parser}.py"
    shown = name.encode("utf-8", "replace").decode().replace("\0", "")[:2000]
    command = [sys.executable, "-I", str(PARSERS / "run.py"), str(program), shown, str(MEGABYTES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise ArticleError(f"{name!r} took more than {seconds:g} s to read and was given up.") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2] or f"signal {-done.returncode}"
        raise ArticleError(f"{name!r} could not be read: its parser failed ({last[:200]}).")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise ArticleError(f"{name!r} cannot be read: {answer['refused']}.")
    return [{key: str(value) for key, value in document.items()} for document in answer["documents"]]
