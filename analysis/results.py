"""What a run yields: every table, with the settings, versions and input hashes it was made with."""

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import InputError
from analysis.settings import Settings
from analysis.tables import TABLES, Table

PROVENANCE = "run.json"
_NOTHING: Any = None  # pandas takes it as a value of what is not known, the stubs of pandas do not


def _write_jsonl(frame: pd.DataFrame, path: Path) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(frame))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    frame.to_parquet(path, index=False, compression="zstd")


FORMATS: Mapping[str, Callable[[pd.DataFrame, Path], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "parquet": _write_parquet,
}
"""The formats that a run can be written in; only parquet is read back."""


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame's rows as plain Python values, with None for what is not known."""
    columns = [column.to_numpy(dtype=object, na_value=_NOTHING).tolist() for _, column in frame.items()]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, slots=True)
class Results:
    """All tables of a run by name, its settings and its provenance (versions, model and input hashes)."""

    tables: Mapping[str, pd.DataFrame]
    settings: Settings
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, table: Table) -> pd.DataFrame:
        """The frame of a table; empty where the run found nothing."""
        return self.tables[table.name]

    @property
    def fingerprint(self) -> str:
        """Hash of settings and provenance: equal when, and only when, the same inputs met the same analysis."""
        return fingerprint(self.settings, self.provenance)

    def write(self, folder: Path, file_format: str = "parquet") -> None:
        """One file per table and run.json, each replaced as a whole, so that a crash leaves no half file.

        Args:
            folder: Where to; made if it is not there.
            file_format: One of FORMATS; what is read back is parquet alone.

        Raises:
            InputError: the format is none of FORMATS, or the folder cannot be written.
        """
        if file_format not in FORMATS:
            raise InputError(f"The format {file_format!r} is not known; accepted are {', '.join(FORMATS)}.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for table in TABLES:
                save = functools.partial(FORMATS[file_format], self.tables[table.name])
                _replace(folder / f"{table.name}.{file_format}", save)
            document = {"settings": self.settings.to_dict(), **self.provenance, "fingerprint": self.fingerprint}
            text = json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
            _replace(folder / PROVENANCE, lambda path: path.write_text(text, encoding="utf-8", newline="\n"))
        except OSError as error:
            raise InputError(f"The results cannot be written to {str(folder)!r}: {error.strerror or error}.") from error

    @classmethod
    def read(cls, folder: Path) -> "Results":
        """Results that were written as parquet.

        Raises:
            InputError: the folder holds no complete run, or one in another format.
            SettingsError: the run was made with settings that this version does not have.
            TableError: a table has other columns than in this version.
        """
        try:
            document = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))
            tables = {t.name: t.conform(pd.read_parquet(folder / f"{t.name}.parquet")) for t in TABLES}
        except (OSError, ValueError) as error:
            raise InputError(f"{str(folder)!r} holds no complete run ({error}).") from error
        settings = Settings.from_dict(document.pop("settings"))
        document.pop("fingerprint", None)
        return cls(tables, settings, document)


def fingerprint(settings: Settings, provenance: Mapping[str, Any]) -> str:
    """SHA-256 over settings and provenance, order of keys aside."""
    text = json.dumps({"settings": settings.to_dict(), **provenance}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        write(Path(name))
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
