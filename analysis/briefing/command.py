"""The command `export`: a brief from a results folder or from articles, without the dashboard."""

import argparse
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from analysis.briefing.catalogue import DEFAULT_FIGURES, FIGURES
from analysis.briefing.formats import FORMATS, format_of
from analysis.briefing.making import Choice, check_keys, make_brief
from analysis.cases import CaseStore, case_results, cases_file
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
        help="a folder that `run` wrote as parquet, articles, or a case by its name",
    )
    command.add_argument("--to", type=Path, required=True, metavar="FILE", help=f"the file to write: {formats}")
    command.add_argument(
        "--figures", default=",".join(DEFAULT_FIGURES), metavar="KEYS",
        help=f"in their order, separated by commas; known are {', '.join(FIGURES)}; default: %(default)s",
    )  # fmt: skip
    command.add_argument("--title", default="", help="of the brief")
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
    command.add_argument("--model", default=Settings().model, help="installed spaCy pipeline; default: %(default)s")


def export(options: argparse.Namespace, progress: Progress) -> Path:
    """Write the brief that the options ask for and return its path.

    Raises:
        InputError: the input, a figure or a filter's value is not known.
        ExportError: the format is not known, or the file cannot be made or written.
    """
    made = format_of(options.to)
    keys = [key.strip() for key in options.figures.split(",") if key.strip()]
    check_keys(keys)
    results = _results(options.input, options.model, progress)
    made_on = date.fromisoformat(options.date) if options.date else datetime.now(UTC).date()
    brief = make_brief(
        results, made_on=made_on, filters=_filters(options, results), choices=map(Choice, keys), title=options.title
    )
    content = made.write(brief)
    try:
        options.to.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{str(options.to)!r} cannot be written: {error.strerror or error}.") from error
    path: Path = options.to
    return path


def _results(source: Path, model: str, progress: Progress) -> Results:
    if (source / PROVENANCE).is_file():
        return Results.read(source)
    if source.exists():
        return analyse(read_corpus(source), Settings(model=model), progress)
    return _case_results(str(source), progress)


def _case_results(name: str, progress: Progress) -> Results:
    """The results of a case, with its corrections; no file of cases is made where there is none."""
    store = CaseStore.open() if cases_file().is_file() else None
    cases = {case.name: case.case_id for case in store.cases()} if store else {}
    if store is None or name not in cases:
        known = f"the cases are {', '.join(map(repr, sorted(cases)))}" if cases else "there are no cases yet"
        raise InputError(f"There is neither a file, a folder nor a case {name!r}; {known}.")
    return case_results(store, cases[name], progress)


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
