"""The command `export`: a brief from a case, a results folder or articles, without the dashboard."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import DEFAULT_FIGURES, FIGURES
from analysis.briefing.choices import Choice, Outline
from analysis.briefing.formats import FORMATS, format_of
from analysis.briefing.making import check_keys, make_brief
from analysis.briefing.of_case import Left, open_case
from analysis.columns import Col
from analysis.countries import country_name
from analysis.errors import ExportError, InputError
from analysis.filters import Filters
from analysis.pipeline import Progress, analyse
from analysis.readers import read_corpus
from analysis.results import PROVENANCE, Results
from analysis.settings import Settings
from analysis.tables import ACTORS, COVERAGE, DOCUMENTS, MENTIONS, RESPONSES


def add_options(command: argparse.ArgumentParser) -> None:
    """What `export` accepts."""
    formats = ", ".join(f"{item.suffix} ({item.label})" for item in FORMATS.values())
    command.add_argument(
        "input",
        type=Path,
        metavar="INPUT",
        help="a folder that `run` wrote as parquet, articles, or a case by its name; a case comes with the filters and "
        "the brief it was left with",
    )
    command.add_argument("--to", type=Path, required=True, metavar="FILE", help=f"the file to write: {formats}")
    command.add_argument(
        "--figures", default="", metavar="KEYS",
        help=f"in their order, separated by commas; known are {', '.join(FIGURES)}; default: what the case's brief "
        f"holds, else {','.join(DEFAULT_FIGURES)}",
    )  # fmt: skip
    command.add_argument("--title", default="", help="of the brief; default: the case's")
    command.add_argument(
        "--all", action="store_true", dest="is_all",
        help="leave the case's filters aside; options that filter do so too, and put their own in place",
    )  # fmt: skip
    command.add_argument(
        "--country", action="append", default=[], metavar="CODE", help="ISO 3166-1 alpha-3; repeatable"
    )
    command.add_argument("--actor", action="append", default=[], metavar="NAME", help="name or id; repeatable")
    command.add_argument("--outlet", action="append", default=[], metavar="NAME", help="publisher; repeatable")
    command.add_argument("--act", action="append", default=[], metavar="ACT", help="such as DENY; repeatable")
    command.add_argument("--from", dest="published_from", type=_day, default=None, metavar="DATE", help="YYYY-MM-DD")
    command.add_argument("--to-date", dest="published_to", type=_day, default=None, metavar="DATE", help="YYYY-MM-DD")
    command.add_argument(
        "--date", type=_day, default=None, metavar="DATE", help="that the brief carries; default: today"
    )
    command.add_argument(
        "--model", default="", help=f"installed spaCy pipeline; default: the case's, else {Settings().model}"
    )


def export(options: argparse.Namespace, progress: Progress) -> Path:
    """Write the brief that the options ask for and return its path.

    Raises:
        InputError: the input, a figure or a filter's value is not known.
        ExportError: the format is not known, or the file cannot be made or written.
    """
    made = format_of(options.to)
    keys = [key.strip() for key in options.figures.split(",") if key.strip()]
    check_keys(keys)
    left = _left(options.input, options.model, progress)
    if keys:
        left = replace(left, outline=Outline(left.outline.title, tuple(map(Choice, keys))))
    content = made.write(_brief(left, options))
    try:
        options.to.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{str(options.to)!r} cannot be written: {error.strerror or error}.") from error
    path: Path = options.to
    return path


def _left(source: Path, model: str, progress: Progress) -> Left:
    if (source / PROVENANCE).is_file():
        return Left(Results.read(source))
    if source.exists():
        return Left(analyse(read_corpus(source), Settings(model=model or Settings().model), progress))
    return open_case(str(source), model, progress)


def _brief(left: Left, options: argparse.Namespace) -> Brief:
    """The brief; that of a case says where its filters come from."""
    named = _filters(options, left.results)
    is_left = named.is_open and not options.is_all
    brief = make_brief(
        left.results,
        made_on=date.fromisoformat(options.date) if options.date else datetime.now(UTC).date(),
        filters=left.filters if is_left else named,
        choices=left.outline.choices,
        title=options.title or left.outline.title,
    )
    if not left.case:
        return brief
    told = f"those that the case {left.case!r} was left with"
    words = told if is_left else f"not {told}" + ("" if named.is_open else ", but those named for this file")
    return replace(brief, method=(("Filters", words), *brief.method))


def _filters(options: argparse.Namespace, results: Results) -> Filters:
    """The options as filters, each value checked against the case: a slip of the pen must not give an empty brief."""
    actors = results[ACTORS]
    ids = {str(key): str(key) for key in actors[Col.ENTITY_ID]}
    ids |= {str(name): str(key) for key, name in zip(actors[Col.ENTITY_ID], actors[Col.ENTITY], strict=True)}
    codes = {code for table in (COVERAGE, RESPONSES, MENTIONS) for code in results[table][Col.COUNTRY_CODE] if code}
    return Filters(
        actors=_known("actor", options.actor, ids, words=actors[Col.ENTITY]),
        countries=_known("country", options.country, dict(zip(codes, codes, strict=True)), words=map(_named, codes)),
        outlets=_known("outlet", options.outlet, {name: name for name in results[DOCUMENTS][Col.PUBLISHER]}),
        acts=_known("act", options.act, {act: act for act in results[RESPONSES][Col.ACT]}),
        published_from=options.published_from or "",
        published_to=options.published_to or "",
    )


def _known(
    kind: str, values: list[str], keys: Mapping[str, str], *, words: Iterable[str] | None = None
) -> tuple[str, ...]:
    """The keys that the values mean, upper and lower case aside."""
    folded = {name.casefold(): key for name, key in keys.items()}
    unknown = [value for value in values if value.casefold() not in folded]
    if unknown:
        some = sorted(set(keys if words is None else words))
        told = ", ".join(some[:30]) + (f" and {len(some) - 30} more" if len(some) > 30 else "")
        raise InputError(f"The articles have no {kind} {', '.join(map(repr, unknown))}; they have {told or 'none'}.")
    return tuple(dict.fromkeys(folded[value.casefold()] for value in values))


def _named(code: str) -> str:
    return f"{code} ({country_name(code)})"


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; accepted is YYYY-MM-DD") from None
