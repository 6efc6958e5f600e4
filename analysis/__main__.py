"""The command line: `python -m analysis --help` lists the commands."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.columns import Col
from analysis.dictionary import data_dictionary
from analysis.errors import AnalysisError
from analysis.pipeline import analyse
from analysis.readers import READERS, read_corpus
from analysis.results import FORMATS
from analysis.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 when the input or an option is at fault (one sentence on stderr)."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = options.command
    try:
        command(options)
    except AnalysisError as error:
        print(f"readout: {error}", file=sys.stderr)
        return 2
    return 0


def run(options: argparse.Namespace) -> None:
    """Analyse a corpus and write its tables."""
    corpus = read_corpus(options.input)
    results = analyse(corpus, Settings(model=options.model), _show_progress)
    results.write(options.out, options.format)
    for row in corpus.problems:
        print(f"readout: {row[Col.REASON]}", file=sys.stderr)
    print(f"readout: {len(corpus.articles)} articles analysed, tables in {options.out}", file=sys.stderr)


def tables(options: argparse.Namespace) -> None:
    """Print every table and column that a run writes, with its meaning and unit."""
    print(data_dictionary(), end="")


def _show_progress(done: int, total: int) -> None:
    if done == total or done % 10 == 0:
        print(f"readout: {done} of {total} articles", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=_DESCRIPTION)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    inputs = "\n".join(f"  {words}" for words, _, _ in READERS)
    command = commands.add_parser(
        "run",
        help="analyse articles and write one file per table",
        description=f"Analyse articles and write one file per table.\n\nINPUT is one of:\n{inputs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("input", type=Path, metavar="INPUT", help="the articles")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the tables")
    command.add_argument("--format", choices=tuple(FORMATS), default="jsonl", help="default: %(default)s")
    command.add_argument("--model", default=Settings().model, help="installed spaCy pipeline; default: %(default)s")
    command.set_defaults(command=run)
    command = commands.add_parser("tables", help="print every table and column that a run writes, as Markdown")
    command.set_defaults(command=tables)
    return parser


_DESCRIPTION = "Read articles about one event; say who is in them, how countries responded and where they agree."

if __name__ == "__main__":
    sys.exit(main())
