"""Where an analyst's cases are kept: beside the user's other data, or where READOUT_DATA says."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "READOUT_DATA"
FILE_NAME = "cases.duckdb"


def cases_file(environment: Mapping[str, str] | None = None) -> Path:
    """The file of the case store. It is named to the user at the start and made at the first case.

    Args:
        environment: Environment variables; those of the process when None.
    """
    known = os.environ if environment is None else environment
    if known.get(VARIABLE):
        return Path(known[VARIABLE]).expanduser() / FILE_NAME
    if sys.platform == "win32":
        folder = Path(known.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path(known.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return folder / "readout" / FILE_NAME
