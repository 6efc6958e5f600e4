"""The rows of the first sheet of an Excel workbook, as text; the first row names the columns."""

import io
import zipfile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MAX_UNPACKED = 200 << 20
"""[bytes]; a workbook is a zip, and a small one can unpack to more than the memory holds."""
MAX_ROWS, MAX_COLUMNS = 10_000, 100


def parse(data: bytes, name: str) -> list[dict[str, str]]:
    """One dict per row, keyed by the column's name. A formula stays the text that it is and is never calculated."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise ValueError(f"it unpacks to {unpacked >> 20} MB; at most {MAX_UNPACKED >> 20} MB are read")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        rows = [
            ["" if value is None else str(value) for value in row]
            for row in sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)
        ]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, IndexError, TypeError, SyntaxError, OSError) as error:
        raise ValueError(f"it is damaged or no Excel workbook ({type(error).__name__})") from error
    if len(rows) < 2:
        raise ValueError("its first sheet has no rows under the names of the columns")
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:] if any(cell.strip() for cell in row)]
