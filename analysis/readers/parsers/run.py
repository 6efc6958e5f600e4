"""The process that a parser runs in: python -I run.py PARSER NAME MEGABYTES, the document on stdin, JSON on stdout.

It prints {"documents": [...]} or {"refused": sentence}. Whatever else goes wrong ends the process with a traceback on
stderr, which the parent turns into a problem of that one document.
"""

import json
import runpy
import sys


def limit_memory(megabytes: int) -> None:
    """Let the process fail rather than the machine; without effect where the system has no such limit (Windows)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def main() -> None:
    """Parse stdin with the parser named."""
    parser, name, megabytes = sys.argv[1:]
    limit_memory(int(megabytes))
    data = sys.stdin.buffer.read()
    try:
        answer = {"documents": runpy.run_path(parser)["parse"](data, name)}
    except MemoryError:
        answer = {"refused": f"it needs more than {megabytes} MB of memory to be read"}
    except ValueError as error:
        answer = {"refused": str(error)}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
