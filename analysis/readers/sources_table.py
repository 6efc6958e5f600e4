"""A sources.csv: what is known of the files beside it."""

import csv
import io

from analysis.errors import ArticleError
from analysis.readers.article_tables import COLUMNS

SOURCES_COLUMNS = ("file", "publisher", "publisher_country", "url", "published", "title")
_NAMES = {
    "file": ("file", "filename", "file name"),
    **{name: aliases for name, aliases in COLUMNS.items() if name not in ("text", "id")},
}
"""Our names and others that people give the same column; capitals aside."""


def read_stated(text: str, name: str) -> dict[str, dict[str, str]]:
    """What the table says, by the file that it says it of; values are separated by commas, semicolons or tabs.

    Raises:
        ArticleError: no column names the files, or it is no table.
    """
    separator = max(",;\t", key=text.partition("\n")[0].count)
    try:
        reader = csv.DictReader(io.StringIO(text), delimiter=separator)
        columns = {str(column).strip().casefold(): column for column in reader.fieldnames or ()}
        rows = list(reader)
    except csv.Error as error:
        raise ArticleError(f"{name!r} is not a table ({error}).") from error
    ours = {
        ours: next((columns[alias] for alias in aliases if alias in columns), "") for ours, aliases in _NAMES.items()
    }
    if not ours["file"]:
        raise ArticleError(
            f"{name!r} has the columns {list(columns.values())[:12]}; 'file' is needed, "
            f"and {', '.join(SOURCES_COLUMNS[1:])} are read when present."
        )
    stated = ({key: row.get(column) or "" for key, column in ours.items() if column} for row in rows)
    return {row.pop("file").strip().replace("\\", "/"): row for row in stated if row["file"].strip()}
