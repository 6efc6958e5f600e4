"""A case as the analyst left it: its results, the filters that were on and the brief that was put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from analysis.briefing.choices import Outline
from analysis.cases import Case, CaseStore, case_results, cases_file
from analysis.columns import Col
from analysis.errors import InputError
from analysis.filters import Filters
from analysis.pipeline import Progress
from analysis.results import Results
from analysis.tables import ACTORS, COVERAGE, DOCUMENTS, MENTIONS, RESPONSES


@dataclass(frozen=True, slots=True)
class Left:
    """What a brief starts from.

    Attributes:
        results: Of the whole case or folder.
        filters: As they were left; open for a folder.
        outline: What is in the brief; the default for a folder.
        case: The name of the case; empty: a folder.
    """

    results: Results
    filters: Filters = field(default_factory=Filters)
    outline: Outline = field(default_factory=Outline)
    case: str = ""


def open_case(name: str, model: str, progress: Progress) -> Left:
    """A case by its name or key, with its corrections; no file of cases is made where there is none.

    Args:
        name: As the analyst calls it, or its key.
        model: Language pipeline to analyse it with instead of its own; empty: its own.
        progress: Told after each article that had to be analysed.

    Raises:
        InputError: there is no such case.
    """
    store = CaseStore.open() if cases_file().is_file() else None
    cases = store.cases() if store else []
    case = next((case for case in cases if name in (case.name, case.case_id)), None)
    if store is None or case is None:
        names = sorted(case.name for case in cases)
        known = f"the cases are {', '.join(map(repr, names))}" if names else "there are no cases yet"
        raise InputError(f"There is neither a file, a folder nor a case {name!r}; {known}.")
    settings = replace(case.settings, model=model) if model else None
    results = case_results(store, case.case_id, progress, settings=settings)
    return left(case, results)


def left(case: Case, results: Results) -> Left:
    """The case as it was left, less what it no longer has: an actor merged away filters nothing, as on the screen."""
    outline = Outline.from_dict(case.brief).present(results)
    return Left(results, kept_filters(case.filters, results), outline, case.name)


def kept_filters(values: Mapping[str, Any], results: Results) -> Filters:
    """Filters out of what the dashboard keeps of them."""
    codes = {code for table in (COVERAGE, RESPONSES, MENTIONS) for code in results[table][Col.COUNTRY_CODE]}
    return Filters(
        actors=_among(values.get("actor"), results[ACTORS][Col.ENTITY_ID]),
        countries=_among(values.get("country"), codes - {""}),
        outlets=_among(values.get("outlet"), results[DOCUMENTS][Col.PUBLISHER]),
        acts=_among(values.get("act"), results[RESPONSES][Col.ACT]),
        published_from=_day(values.get("from")),
        published_to=_day(values.get("to")),
    )


def _among(values: object, known: Iterable[str]) -> tuple[str, ...]:
    there = set(known)
    return tuple(value for value in values if value in there) if isinstance(values, list) else ()


def _day(value: object) -> str:
    try:
        return date.fromisoformat(str(value or "")).isoformat()
    except ValueError:
        return ""
