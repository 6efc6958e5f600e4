"""From results, filters and choices to a brief."""

from collections.abc import Iterable, Sequence
from datetime import date

from analysis.briefing.brief import Brief
from analysis.briefing.catalogue import FIGURES, View
from analysis.briefing.choices import DEFAULT_CHOICES, TITLE, Choice, PassageChoice
from analysis.briefing.figure import Figure, Passage, Quotes
from analysis.briefing.proof import method_of, sources_of
from analysis.columns import Col
from analysis.errors import InputError
from analysis.filters import Filters
from analysis.palette import outlet_colours
from analysis.results import Results
from analysis.tables import ACTORS, DOCUMENTS


def make_brief(
    results: Results,
    *,
    made_on: date,
    filters: Filters | None = None,
    choices: Iterable[Choice | PassageChoice] = DEFAULT_CHOICES,
    title: str = "",
) -> Brief:
    """The chosen figures and passages, in order, drawn from what the filters let through.

    Args:
        results: Of the whole case.
        made_on: Day that the brief carries.
        filters: None: everything.
        choices: What to put in, in the order of reading; a choice may stand twice.
        title: Empty: a title that says what the brief rests on.

    Raises:
        InputError: a choice is neither a figure of FIGURES nor a passage of an article of the case.
    """
    filters = filters or Filters()
    shown = filters.apply(results)
    view = View(shown, outlet_colours(results[DOCUMENTS][Col.PUBLISHER]))
    names = dict(zip(results[ACTORS][Col.ENTITY_ID], results[ACTORS][Col.ENTITY], strict=True))
    return Brief(
        title=title or TITLE,
        made_on=made_on,
        shown=filters.in_words(names),
        figures=tuple(_chosen(choice, view, results) for choice in choices),
        sources=sources_of(shown),
        method=method_of(shown, results),
        results=shown,
    )


def _chosen(choice: Choice | PassageChoice, view: View, results: Results) -> Figure:
    if isinstance(choice, PassageChoice):
        return _quoted(choice, results)
    check_keys([choice.key])
    return FIGURES[choice.key].figure(view, caption=choice.caption)


def check_keys(keys: Sequence[str]) -> None:
    """Refuse keys that name no figure.

    Raises:
        InputError: names them and what is accepted.
    """
    unknown = [key for key in keys if key not in FIGURES]
    if unknown:
        raise InputError(f"No figure is called {', '.join(map(repr, unknown))}; accepted are {', '.join(FIGURES)}.")


def _quoted(choice: PassageChoice, results: Results) -> Figure:
    documents = results[DOCUMENTS]
    found = documents[documents[Col.DOCUMENT_ID].eq(choice.document_id)].to_dict("records")
    text = str(found[0][Col.TEXT]) if found else ""
    if not 0 <= choice.start_char < choice.end_char <= len(text):
        raise InputError(
            f"No article has the passage {choice.document_id!r}, characters {choice.start_char} to {choice.end_char}; "
            f"accepted are {', '.join(documents[Col.DOCUMENT_ID]) or 'none: the case is empty'}, within their length."
        )
    passage = Passage(
        document_id=choice.document_id,
        outlet=str(found[0][Col.PUBLISHER]),
        published_on=str(found[0][Col.PUBLISHED_ON]),
        start_char=choice.start_char,
        end_char=choice.end_char,
        text=text[choice.start_char : choice.end_char],
    )
    return Figure(
        key="passage", title="In their words", question="What was published, word for word?", drawing=Quotes(),
        evidence=(passage,), n_evidence=1, caption=choice.caption,
    )  # fmt: skip
