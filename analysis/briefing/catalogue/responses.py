"""Figures on how countries responded."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analysis.briefing.catalogue.entry import LONGEST, TOP, Drawn, Entry, View, left_out, own_passage
from analysis.briefing.figure import Bars, Cell, Grid, Listing, Map, Mark, Passage, Series
from analysis.columns import Col
from analysis.countries import country_name
from analysis.filters import SEPARATOR, act_name
from analysis.palette import N_PATTERNS, PAPER, STATE_COLOURS, act_colour, by_force
from analysis.places import region_of
from analysis.results import records
from analysis.summaries import dyads, quotes, response_grid, response_ladder, responses_by_country, timeline
from analysis.summaries.responses import COUNTRY, outlets
from analysis.tables import DOCUMENTS, RESPONSES, STATEMENTS, Table

_SILENCE = {
    "responded": "other acts",
    "no statement": "no statement reported",
    "mentioned but not quoted": "mentioned, not quoted",
    "not mentioned": "not mentioned",
}


def _grid(view: View) -> Drawn:
    frame = response_grid(view.results)
    countries = frame.drop_duplicates(Col.COUNTRY_CODE).head(TOP)
    shown = outlets(view.results)
    states = {
        (code, outlet): (state, acts)
        for code, outlet, state, acts in zip(
            frame[Col.COUNTRY_CODE], frame[Col.PUBLISHER], frame[Col.STATE], frame[Col.ACTS], strict=True
        )
    }
    nothing = ("not mentioned", "")
    cells = tuple(
        tuple(_cell(*states.get((code, outlet), nothing)) for outlet in shown) for code in countries[Col.COUNTRY_CODE]
    )
    labels = tuple(countries[COUNTRY])
    grid = Grid(axis="Country", columns=tuple(shown) if labels else (), labels=labels, cells=cells)
    names = dict(zip(countries[Col.COUNTRY_CODE], labels, strict=True))
    evidence = _passages(view, lambda row: (names.get(str(row[Col.COUNTRY_CODE]), ""), ""), labels)
    return grid, evidence, left_out(len(labels), frame[Col.COUNTRY_CODE].nunique(), "countries")


def _cell(state: str, acts: str) -> Cell:
    """The acts in the colour of the most forceful; without any, which kind of silence."""
    names = by_force(act for act in acts.split(SEPARATOR) if act)
    if names:
        return Cell(", ".join(map(act_name, names)), act_colour(names[0]))
    return Cell(_SILENCE[state], PAPER if state == "responded" else STATE_COLOURS[state])


def _acts(view: View) -> Drawn:
    frame = response_ladder(view.results)
    totals = Counter(frame[COUNTRY])
    countries = sorted(totals, key=lambda name: (-totals[name], name))[:TOP]
    counts = Counter(zip(frame[COUNTRY], frame[Col.ACT], strict=True))
    acts = by_force(frame[Col.ACT])
    series = tuple(
        Series(act_name(act), act_colour(act), tuple(counts[name, act] for name in countries), pattern=n % N_PATTERNS)
        for n, act in enumerate(acts)
    )
    evidence = _passages(
        view, lambda row: (country_name(str(row[Col.COUNTRY_CODE])), act_name(str(row[Col.ACT]))), countries
    )
    bars = Bars(axis="Country", unit="responses", categories=tuple(countries), series=series)
    return bars, evidence, left_out(len(countries), len(totals), "countries")


def _world(view: View) -> Drawn:
    """The map, and its bars: region by region, a bar a country in the colour that it has on the map."""
    frame = responses_by_country(view.results)
    frame = (
        frame.assign(region=frame[Col.COUNTRY_CODE].map(region_of)).sort_values("region", kind="stable").head(LONGEST)
    )
    labels = [f"{region}: {name}" for region, name in zip(frame["region"], frame[COUNTRY], strict=True)]
    series = tuple(
        Series(
            act_name(act),
            act_colour(act),
            tuple(int(n) if own == act else 0 for own, n in zip(frame[Col.ACT], frame["n_responses"], strict=True)),
            pattern=number % N_PATTERNS,
        )
        for number, act in enumerate(by_force(frame[Col.ACT]))
    )
    names = dict(zip(frame[Col.COUNTRY_CODE], zip(labels, map(act_name, frame[Col.ACT]), strict=True), strict=True))
    evidence = _passages(view, lambda row: names.get(str(row[Col.COUNTRY_CODE]), ("", "")), labels)
    codes = tuple(frame[Col.COUNTRY_CODE])
    drawing = Map(axis="Region and country", unit="responses", categories=tuple(labels), series=series, codes=codes)
    return (
        drawing,
        evidence,
        left_out(len(labels), view.results[RESPONSES][Col.COUNTRY_CODE].replace("", None).nunique(), "countries"),
    )


def _timeline(view: View) -> Drawn:
    frame = timeline(view.results)
    days = sorted(set(frame[Col.PUBLISHED_ON]))
    series = view.by_outlet(frame[[Col.PUBLISHED_ON, Col.PUBLISHER, "n_responses"]], days)
    bars = Bars(axis="Published", unit="responses", categories=tuple(days), series=series, is_upright=True)
    dates = dict(zip(*(view.results[DOCUMENTS][name] for name in (Col.DOCUMENT_ID, Col.PUBLISHED_ON)), strict=True))
    return bars, _passages(view, lambda row: (dates[row[Col.DOCUMENT_ID]], ""), days), ""


def _dyads(view: View) -> Drawn:
    frame = dyads(view.results)
    top = frame.head(LONGEST)
    labels = [_dyad(item) for item in records(top)]
    rows = tuple(zip(labels, map(int, top["n_responses"]), map(int, top[Col.N_OUTLETS]), strict=True))
    listing = Listing(header=("Who to whom", "Passages", "Outlets"), rows=rows)
    return listing, _passages(view, lambda row: (_dyad(row), ""), labels), left_out(len(top), len(frame), "rows")


def _dyad(row: Mapping[str, Any]) -> str:
    ends = country_name(str(row[Col.COUNTRY_CODE])), country_name(str(row[Col.TARGET_CODE]))
    return f"{ends[0]} to {ends[1]}: {act_name(str(row[Col.ACT]))}"


def _passages(view: View, mark: Callable[[Mapping[str, Any]], Mark], labels: Sequence[str]) -> list[Passage]:
    """Sentences of the responses whose row is one of the labels, in their order; '' as column is the outlet."""
    order = {label: at for at, label in enumerate(labels)}
    reviewed = zip(records(view.results[RESPONSES]), view.reviews(RESPONSES), strict=True)
    marked = [(row, (*mark(row), review)) for row, review in reviewed]
    kept = sorted(((row, found) for row, found in marked if found[0] in order), key=lambda item: order[item[1][0]])
    return view.passages((row[Col.DOCUMENT_ID], row[Col.SENTENCE_INDEX], *found) for row, found in kept)


def _own_passages(view: View, table: Table, rows: Sequence[Mapping[str, Any]], text: Col, *more: Col) -> list[Passage]:
    """The passage that each row of a listing holds itself, under the row's number.

    Args:
        view: What is drawn.
        table: What the rows are from.
        rows: In the order of the listing.
        text: The column of the passage.
        more: What tells the rows of the table apart, beside the place of the passage.
    """
    identity = (Col.DOCUMENT_ID, Col.START_CHAR, Col.END_CHAR, *more)
    return [
        own_passage(row, (str(number), ""), text=text, review=view.review(table, *(row[name] for name in identity)))
        for number, row in enumerate(rows, 1)
    ]


def _ladder(view: View) -> Drawn:
    frame = response_ladder(view.results)
    top = records(frame.head(LONGEST))
    rows = tuple(
        (number, item[COUNTRY], act_name(item[Col.ACT]), item["target"], item[Col.PUBLISHED_ON] or "undated",
         item[Col.PUBLISHER], item[Col.EVIDENCE])
        for number, item in enumerate(top, 1)
    )  # fmt: skip
    evidence = _own_passages(view, RESPONSES, top, Col.EVIDENCE, Col.COUNTRY_CODE, Col.ACT)
    header = ("No", "Country", "Act", "Towards", "Published", "Outlet", "Passage")
    return Listing(header=header, rows=rows), evidence, left_out(len(top), len(frame), "responses")


def _quotes(view: View) -> Drawn:
    frame = quotes(view.results)
    top = records(frame.head(LONGEST))
    rows = tuple(
        (number, item[Col.SPEAKER] or "not named", item[COUNTRY], item[Col.CUE], item[Col.CONTENT], item[Col.PUBLISHER])
        for number, item in enumerate(top, 1)
    )
    evidence = _own_passages(view, STATEMENTS, top, Col.CONTENT)
    header = ("No", "Speaker", "Country", "Cue", "Content", "Outlet")
    return Listing(header=header, rows=rows), evidence, left_out(len(top), len(frame), "statements")


ENTRIES = (
    Entry(
        key="responses",
        title="How each country responded, outlet by outlet",
        question="What does each outlet report of each country, and where is a country silent?",
        draw=_grid,
        note="Silence is of three kinds: no statement reported, mentioned but not quoted, not mentioned.",
        nothing="No country is mentioned in the articles shown.",
    ),
    Entry(
        key="acts",
        title="What countries did and said",
        question="Which acts are reported of each country?",
        draw=_acts,
        note="Counts are passages that report an act; one act told by three outlets counts three times.",
        nothing="No country's response is reported in the articles shown.",
    ),
    Entry(
        key="world",
        title="Where in the world responses are from",
        question="From which regions and countries are responses reported, and what is the most forceful of each?",
        draw=_world,
        note="The colour is that of the country's most forceful act, the length the number of passages.",
        nothing="No country's response is reported in the articles shown.",
    ),
    Entry(
        key="timeline",
        title="Responses over time",
        question="On which days do outlets report responses?",
        draw=_timeline,
        note="By the day of publication; undated articles are left out.",
        nothing="No article shown that carries a date reports a response.",
    ),
    Entry(
        key="dyads",
        title="Who addressed whom",
        question="Which country acts towards which, and in how many outlets?",
        draw=_dyads,
        nothing="No response shown names whom it addresses.",
    ),
    Entry(
        key="chronology",
        title="Every response, country by country",
        question="Who did what, as which outlet reports it?",
        draw=_ladder,
        nothing="No country's response is reported in the articles shown.",
    ),
    Entry(
        key="quotes",
        title="Who said what",
        question="Which statements do the outlets report, and on whose word?",
        draw=_quotes,
        nothing="No statement is attributed to anybody in the articles shown.",
    ),
)
