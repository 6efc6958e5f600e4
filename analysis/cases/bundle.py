"""A case as one file, to be opened on another machine: a zip of plain JSON and the documents' own bytes.

It carries what an analyst put in and nothing computed: the same version of Readout makes byte-identical results of it.
"""

import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from analysis.cases.adding import add_case
from analysis.cases.records import Case
from analysis.cases.rows import (
    article_of,
    imprint_json,
    now,
    problem_json,
    problem_of,
    settings_json,
    settings_of,
    text_bytes,
    to_json,
)
from analysis.cases.store import CaseStore
from analysis.corrections.records import Correction
from analysis.errors import CaseError

FORMAT = "readout-case"
VERSION = 1
MAX_UNPACKED = 2 << 30
"""[bytes]; a case of two thousand articles with their PDF files is a tenth of it."""
_MOMENT = (2000, 1, 1, 0, 0, 0)
"""The time stamp of every member, so that the same case makes the same file."""


def export_case(store: CaseStore, case_id: str) -> bytes:
    """The case as the bytes of one file."""
    case, brought = store.case(case_id), store.brought(case_id)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "name": case.name,
        "filters": case.filters,
        "settings": json.loads(settings_json(case.settings)),
        "brief": case.brief,
        "articles": [
            {
                "imprint": imprint_json(item.article),
                "text": item.article.text,
                "text_sha256": item.article.sha256,
                "source_name": item.source_name,
                "source_sha256": item.source_sha256,
                "added_at": item.added_at,
            }
            for item in brought
        ],
        "problems": [problem_json(row) for row in store.corpus(case_id).problems],
        "corrections": [{"correction": made.to_dict(), "is_undone": undone} for made, undone in store.log(case_id)],
    }
    raws = {item.source_sha256: store.raw(case_id, item.article.document_id) for item in brought}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "case.json", json.dumps(document, ensure_ascii=True, sort_keys=True, indent=1).encode())
        for sha256, data in sorted(raws.items()):
            _write(archive, f"documents/{sha256}", data)
    return stream.getvalue()


def import_case(store: CaseStore, data: bytes) -> str:
    """Add the case of such a file to the store, all of it or nothing.

    Returns:
        The key of the new case; its name gets a number where the name is taken.

    Raises:
        CaseError: the file is no exported case, was changed, or is of a later version.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                raise CaseError(f"The file unpacks to more than {MAX_UNPACKED >> 30} GB; an exported case is smaller.")
            document = json.loads(archive.read("case.json"))
            raws = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist() if name != "case.json"}
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError) as error:
        raise CaseError(f"The file is not an exported case ({error}); accepted is a file of `Export case`.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT or document.get("version") != VERSION:
        raise CaseError(
            f"The file is not an exported case of version {VERSION}; update Readout if it is from a later one."
        )
    try:
        return _restore(store, document, raws)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CaseError(f"The exported case is damaged ({type(error).__name__}: {error}).") from error


def _restore(store: CaseStore, document: Mapping[str, Any], raws: Mapping[str, bytes]) -> str:
    """Everything is checked before the one transaction that writes it."""
    settings = settings_of(to_json(document["settings"]))
    corrections = [(Correction.from_dict(row["correction"]), bool(row["is_undone"])) for row in document["corrections"]]
    articles = [
        (row, article_of(row["imprint"], row["text"].encode("utf-8", "surrogatepass"))) for row in document["articles"]
    ]
    for _, article in articles:
        edges = [edge for stretch in article.dropped for edge in stretch]
        if edges != sorted(edges) or any(not 0 <= edge <= len(article.text) for edge in edges):
            raise ValueError(f"the stretches left out of {article.document_id!r} are none of its text")
    wrong = [sha for sha, data in raws.items() if hashlib.sha256(data).hexdigest() != sha]
    if wrong or any(
        row["source_sha256"] not in raws or row["text_sha256"] != article.sha256 for row, article in articles
    ):
        raise CaseError("The exported case was changed: a document is not the one that was exported.")
    case_id = secrets.token_hex(6)
    name = _free(str(document["name"]), {case.name for case in store.cases()})
    with store.database.transaction() as connection:
        known = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM raws").fetchall()}
        for sha256 in sorted(set(raws) - known):
            connection.execute("INSERT INTO raws VALUES (?, ?)", [sha256, raws[sha256]])
        filters, brief = _filters(document["filters"]), dict(document.get("brief", {}))
        add_case(connection, Case(case_id, name, now(), filters, settings, brief))
        for position, (row, article) in enumerate(articles, 1):
            where = [case_id, article.document_id, position, row["source_name"], row["source_sha256"]]
            stored = [imprint_json(article), text_bytes(article), article.sha256, row["added_at"]]
            connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*where, *stored])
        for position, row in enumerate(document["problems"], 1):
            connection.execute(
                "INSERT INTO problems VALUES (?, ?, ?)", [case_id, position, problem_json(problem_of(row))]
            )
        for position, (made, is_undone) in enumerate(corrections, 1):
            logged: list[object] = [case_id, position, to_json(made.to_dict()), is_undone]
            connection.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", logged)
    return case_id


def _filters(values: Mapping[str, Any]) -> dict[str, Any]:
    """Filters as the dashboard sets them: names in a list, or a date, or nothing."""
    for name, value in values.items():
        if isinstance(value, str):
            date.fromisoformat(value)
        elif value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise ValueError(f"the filter {name!r} is {value!r}")
    return dict(values)


def _free(name: str, taken: set[str]) -> str:
    candidates = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MOMENT), data, zipfile.ZIP_DEFLATED)
