"""A zip of documents, unpacked in memory: no member's name is ever used as a path, and nothing is written."""

import io
import stat
import zipfile
from collections.abc import Iterator

from analysis.errors import ArticleError
from analysis.readers.source import Source

MAX_MEMBERS = 2_000
MAX_UNPACKED = 200 << 20
"""Sum of the sizes that the archive declares; Python stops reading a member at its declared size [bytes]."""
_OFFICE = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}
"""The part that makes a zip a document of an office program, and the ending of such documents."""
_LEFT_BY_SYSTEMS = ("Thumbs.db", "desktop.ini")
ACCEPTED = f"a zip of at most {MAX_MEMBERS:,} documents and {MAX_UNPACKED >> 20} MB, without a password"


def members(source: Source) -> Iterator[Source | ArticleError]:
    """The documents of the archive in the order of their names, or an error in the place of one.

    Raises:
        ArticleError: it is no zip, has too many members or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ArticleError(f"{source.name!r} is a damaged zip ({error}). Accepted: {ACCEPTED}.") from error
    with archive:
        infos = sorted(
            (info for info in archive.infolist() if not info.is_dir() and is_document(info.filename)),
            key=lambda info: info.filename,
        )
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
            raise ArticleError(
                f"{source.name!r} holds {len(infos):,} documents that unpack to {unpacked / (1 << 20):,.0f} MB. "
                f"Accepted: {ACCEPTED}."
            )
        if not infos:
            raise ArticleError(f"{source.name!r} holds no document. Accepted: {ACCEPTED}.")
        for info in infos:
            yield _member(archive, info, source.name)


def office_suffix(data: bytes) -> str:
    """The ending of the office document that a zip is, whatever its name says; empty for any other bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    return next((suffix for part, suffix in _OFFICE.items() if part in names), "")


def is_document(name: str) -> bool:
    """Whether a file in an archive or folder may be an article: not what operating systems and people add to it."""
    *folders, last = name.replace("\\", "/").split("/")
    is_readme = last.partition(".")[0].lower() == "readme"
    return not (last.startswith(".") or is_readme or last in _LEFT_BY_SYSTEMS or "__MACOSX" in folders)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Source | ArticleError:
    if stat.S_ISLNK(info.external_attr >> 16):
        return ArticleError(f"{info.filename!r} in {name!r} is a link and not a document.")
    try:
        return Source(info.filename, archive.read(info))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        return ArticleError(f"{info.filename!r} in {name!r} cannot be unpacked ({error}). Accepted: {ACCEPTED}.")
