"""The data dictionary and the measured accuracy in words, from the declarations and figures that the product uses."""

import tomllib
from pathlib import Path

from analysis.columns import FLAG, INTEGER, NUMBER, STRING
from analysis.tables import TABLES, Table

_TYPE_WORDS = {STRING: "text", INTEGER: "whole number", NUMBER: "number", FLAG: "yes, no or not looked at"}


def table_list() -> str:
    """A Markdown table with one line per table: its name and what one row of it is."""
    lines = [f"| `{table.name}` | {table.grain} |" for table in TABLES]
    return "\n".join(["| table | one row is |", "|---|---|", *lines]) + "\n"


def accuracy_table() -> str:
    """A Markdown table of what was measured, on what, and how it came out."""
    rows = tomllib.loads(Path(__file__).with_name("accuracy.toml").read_text(encoding="utf-8"))["measured"]
    lines = [f"| {row['set']} | {row['measure']} | {row['score']:.3f} |" for row in rows]
    return "\n".join(["| measured on | measure | score |", "|---|---|---|", *lines]) + "\n"


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
