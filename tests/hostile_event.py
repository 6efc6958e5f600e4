"""The sample event told by outlets and actors whose names are made to break a page."""

from analysis.columns import Col
from analysis.results import Results
from analysis.tables import OUTLET_PAIRS
from tests import factories

MARKUP = "<img src=x onerror=document.title='owned'>"
MARKDOWN = "![x](https://evil.example/x.png) **b** `c` $a_1$ :red[r]"
TURNED = "\u202eevitaN\u202c Post"
ENDLESS = "Very" * 40 + " Long Gazette"
NAMES = {
    "Northern Herald": MARKUP,
    "South Times <b>": TURNED,
    "=Wire & Co": ENDLESS,
    "Ada Berg": MARKUP,
    "Norland": MARKDOWN,
    "Sudmark": TURNED,
    "Coast Watch": ENDLESS,
}
_COLUMNS = (
    Col.PUBLISHER, Col.ENTITY, Col.VARIANTS, Col.TITLE, Col.SPEAKER, Col.ACTOR, Col.ORIGIN, Col.PUBLISHER_A,
    Col.PUBLISHER_B,
)  # fmt: skip


def hostile() -> Results:
    """The sample with every name replaced by a hostile one."""
    sample = factories.sample()
    tables = {
        name: frame.assign(**{str(c): frame[c].map(lambda v: NAMES.get(v, v)) for c in _COLUMNS if c in frame})
        for name, frame in sample.tables.items()
    }
    for column in (Col.OUTLETS, Col.OMITTED_BY):
        cells = tables["agreement"][column]
        tables["agreement"][column] = cells.map(lambda cell: " | ".join(NAMES.get(o, o) for o in cell.split(" | ")))
    pairs = tables[OUTLET_PAIRS.name]
    turned = pairs[Col.PUBLISHER_A].gt(pairs[Col.PUBLISHER_B])
    first, second = pairs[Col.PUBLISHER_A].copy(), pairs[Col.PUBLISHER_B].copy()
    pairs[Col.PUBLISHER_A], pairs[Col.PUBLISHER_B] = first.mask(turned, second), second.mask(turned, first)
    return Results(tables, sample.settings, sample.provenance)
