"""The data dictionary: every table and column in words, from the same declarations that the checks use."""

from analysis.columns import FLAG, INTEGER, NUMBER, STRING
from analysis.tables import TABLES, Table

_TYPE_WORDS = {STRING: "text", INTEGER: "whole number", NUMBER: "number", FLAG: "yes, no or not looked at"}


def table_list() -> str:
    """A Markdown table with one line per table: its name and what one row of it is."""
    lines = [f"| `{table.name}` | {table.grain} |" for table in TABLES]
    return "\n".join(["| table | one row is |", "|---|---|", *lines]) + "\n"


def data_dictionary() -> str:
    """Every table with its columns, types, meanings and units, as Markdown."""
    return "\n".join(_section(table) for table in TABLES)


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", f"One row is {table.grain}.", "", "| column | type | meaning |", "|---|---|---|"]
    for column in table.columns:
        unit = f" [{column.unit}]" if column.unit else ""
        key = " (key)" if column in table.key else ""
        meaning = column.meaning.replace("|", "\\|")
        lines.append(f"| `{column}`{key} | {_TYPE_WORDS[column.dtype]} | {meaning}{unit} |")
    return "\n".join([*lines, ""])
