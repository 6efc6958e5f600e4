"""Results of folders kept on disk, so that they are not analysed twice; bounded, since every change makes new ones.

Cases are not here: they have a file of their own, which nothing in this module touches.
"""

import contextlib
import os
import re
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from analysis.results import PROVENANCE

VARIABLE = "READOUT_CACHE_MB"
"""Environment variable with the most that kept results may take up [MB]; 0 keeps only those in use."""
MEGABYTES = 500
"""Where the variable is not set: some hundred runs of a dozen articles [MB]."""
DAYS = 90
"""Results that nobody looked at for so long are dropped [days]."""
IN_USE = 3600
"""Results that were looked at this recently are never dropped: another Readout may be reading them [s]."""
_KEY = re.compile(r"[0-9a-f]{64}")


def cache_folder() -> Path:
    """Where results are kept: READOUT_DATA, or the user's cache folder of this system."""
    if named := os.environ.get("READOUT_DATA"):
        return Path(named) / "results"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "readout" / "results"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "readout" / "results"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "readout" / "results"


def max_bytes() -> int:
    """The most that kept results may take up [bytes]; what is set and is no number counts as not set."""
    value = os.environ.get(VARIABLE, "").strip()
    return (int(value) if value.isdecimal() else MEGABYTES) << 20


@dataclass(frozen=True, slots=True)
class _Kept:
    """One run's results: their folder, when somebody last looked at them [s since 1970], and their size [bytes]."""

    folder: Path
    used_at: float
    size: int


def mark_used(folder: Path) -> None:
    """Note that somebody looks at these results now."""
    with contextlib.suppress(OSError):
        os.utime(folder)


def prune(cache: Path, limit: int, now: float | None = None) -> list[Path]:
    """Drop the results that were not looked at for longest, until the rest is small and young enough.

    Only folders that are named by a fingerprint and hold nothing but files are ever dropped, whatever else somebody
    put there.

    Args:
        cache: The folder of results.
        limit: The most that they may take up [bytes].
        now: The moment to count from [s since 1970]; this one when None.

    Returns:
        The folders that were dropped.
    """
    now = time.time() if now is None else now
    kept = sorted(_kept(cache), key=lambda item: (-item.used_at, item.folder.name))
    total, dropped = 0, []
    for item in kept:
        age = now - item.used_at
        total += item.size
        if age > IN_USE and (total > limit or age > DAYS * 86_400) and _drop(item.folder):
            total -= item.size
            dropped.append(item.folder)
    return dropped


def _kept(cache: Path) -> list[_Kept]:
    found = []
    for folder in cache.iterdir() if cache.is_dir() else ():
        if not _KEY.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        with contextlib.suppress(OSError):  # somebody else is dropping it
            files = list(folder.iterdir())
            if all(file.is_file() and not file.is_symlink() for file in files):
                found.append(_Kept(folder, folder.stat().st_mtime, sum(file.stat().st_size for file in files)))
    return found


def _drop(folder: Path) -> bool:
    """Whether the folder is gone; its provenance goes first, since results without it are not results."""
    try:
        (folder / PROVENANCE).unlink(missing_ok=True)
        shutil.rmtree(folder)
    except OSError:  # a file is open on Windows: next time
        return False
    return True
