"""The command line: `python -m analysis --help` lists the commands."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.briefing.command import add_options, export
from analysis.briefing.formats import format_of
from analysis.columns import Col
from analysis.comparison import compare_pairs
from analysis.dictionary import data_dictionary
from analysis.errors import AnalysisError, InputError
from analysis.pipeline import analyse
from analysis.readers import READERS, read_corpus
from analysis.readers.corpus import MAX_CHARS
from analysis.results import FORMATS
from analysis.settings import Settings
from analysis.tables import DOCUMENTS


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
    """Analyse a corpus and write its tables; what could not be read, and what was not analysed, is said on stderr."""
    corpus = read_corpus(options.input)
    results = analyse(corpus, Settings(model=options.model), _show_progress)
    results.write(options.out, options.format)
    for row in corpus.problems:
        print(f"readout: {row[Col.REASON]}", file=sys.stderr)
    documents = results[DOCUMENTS]
    for document in documents.loc[~documents[Col.IS_ANALYSED], Col.DOCUMENT_ID]:
        print(f"readout: {document!r} was not analysed: its language is not read.", file=sys.stderr)
    n_analysed = documents[Col.IS_ANALYSED].sum()
    print(f"readout: {n_analysed} of {len(documents)} articles analysed, tables in {options.out}", file=sys.stderr)


def write_export(options: argparse.Namespace) -> None:
    """Write a brief: chosen figures with their evidence, sources and method, in the format of the file's suffix."""
    path = export(options, _show_progress)
    if lack := format_of(path).lack():
        print(f"readout: {lack}", file=sys.stderr)
    print(f"readout: brief in {path}", file=sys.stderr)


def tables(options: argparse.Namespace) -> None:
    """Print every table and column that a run writes, with its meaning and unit."""
    print(data_dictionary(), end="")


def compare(options: argparse.Namespace) -> None:
    """Compare pairs of texts and write how each pair stands."""
    pairs = read_pairs(options.pairs)
    found = compare_pairs([(a, b) for _, a, b in pairs], settings=Settings(model=options.model))
    rows = []
    for (key, _, _), comparison in zip(pairs, found, strict=True):
        rows.append(
            {
                "id": key,
                "relation": comparison.relation,
                "score": comparison.score,
                "kind": comparison.kind,
                "reasons": list(comparison.reasons),
            }
        )
        _show_progress(len(rows), len(pairs), every=500, what="pairs")
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{str(options.out)!r} cannot be written: {error.strerror or error}.") from error


def read_pairs(path: Path) -> list[tuple[object, str, str]]:
    """The lines of a pairs file: id, first text, second text.

    Raises:
        InputError: the file cannot be read or holds no pair, a line is not an object with id, a and b, or a text is
            longer than an article may be.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{str(path)!r} cannot be read as UTF-8 text: {error}.") from error
    pairs: list[tuple[object, str, str]] = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise InputError(f"{str(path)!r}, line {number}: not JSON ({error.msg}).") from error
        if row is None:
            continue
        if (
            not isinstance(row, dict)
            or not all(isinstance(row.get(side), str) for side in ("a", "b"))
            or "id" not in row
        ):
            raise InputError(f'{str(path)!r}, line {number}: an object {{"id", "a", "b"}} with two texts is accepted.')
        if max(len(row["a"]), len(row["b"])) > MAX_CHARS:
            raise InputError(f"{str(path)!r}, line {number}: texts of at most {MAX_CHARS:,} characters are read.")
        pairs.append((row["id"], row["a"], row["b"]))
    if not pairs:
        raise InputError(f'{str(path)!r} holds no pair. Accepted: a JSON object {{"id", "a", "b"}} on each line.')
    return pairs


def _show_progress(done: int, total: int, *, every: int = 10, what: str = "articles") -> None:
    if done == total or done % every == 0:
        print(f"readout: {done} of {total} {what}", file=sys.stderr)


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
    command = commands.add_parser(
        "compare",
        help="say of pairs of texts whether they tell the same, contradict each other or differ",
        description="Compare pairs of texts. PAIRS holds one JSON object a line: id, a, b. b may be a whole article; "
        "then its passages closest to a count. Written are id, relation (same, contradicts, different), score, kind "
        "and reasons.",
    )
    command.add_argument("pairs", type=Path, metavar="PAIRS", help="a .jsonl file of pairs")
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="the .jsonl file to write")
    command.add_argument("--model", default=Settings().model, help="installed spaCy pipeline; default: %(default)s")
    command.set_defaults(command=compare)
    command = commands.add_parser(
        "export",
        help="write a brief: PowerPoint, Word, Excel, PDF, web page, CSV, JSON or GraphML",
        description="Write a brief: figures with their evidence, sources and method. The suffix of the file says in "
        "which format. Options that filter may be repeated; within one any value counts, across them all must hold.",
    )
    add_options(command)
    command.set_defaults(command=write_export)
    command = commands.add_parser("tables", help="print every table and column that a run writes, as Markdown")
    command.set_defaults(command=tables)
    return parser


_DESCRIPTION = "Read articles about one event; say who is in them, how countries responded and where they agree."

if __name__ == "__main__":
    sys.exit(main())
