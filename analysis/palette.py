"""One colour for each outlet, act, state and status, the same on the screen and in every export.

Colour never stands alone: a mark is always named in words too. The hues are told apart by people with protanopia,
deuteranopia and tritanopia (Source: Okabe and Ito 2008, Color Universal Design; Tol 2021, Colour schemes).
"""

from collections.abc import Iterable, Mapping

OUTLET_COLOURS: tuple[str, ...] = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9",
    "#332288", "#999933", "#882255", "#44AA99", "#8C564B", "#6F6F6F",
)  # fmt: skip
"""For outlets in the order of their names; the thirteenth outlet takes the first colour again."""

ACT_COLOURS: Mapping[str, str] = {
    # against, in words: warm
    "DENY": "#D55E00",
    "REJECT": "#B5492B",
    "ACCUSE": "#E69F00",
    "CONDEMN": "#C77C11",
    # against, in deeds: purple to red
    "THREATEN": "#CC79A7",
    "PROTEST": "#A9517F",
    "MOBILIZE": "#95437A",
    "SANCTION": "#882255",
    "COERCE": "#6B1A43",
    "USE_FORCE": "#4A0F2E",
    # for: green to teal
    "SUPPORT": "#009E73",
    "AGREE": "#44AA99",
    "COOPERATE": "#2A8373",
    "AID": "#1B6E5A",
    "YIELD": "#7FB069",
    # neither: blue
    "COMMENT": "#56B4E9",
    "APPEAL": "#0072B2",
    "CONSULT": "#3B8FC4",
    "INVESTIGATE": "#332288",
    # silent
    "NO_STATEMENT": "#8C8C8C",
}
"""By act of the codebook; hue by what it does (against, for, neither, silent), lightness within."""

ACTS_BY_FORCE: tuple[str, ...] = (
    "USE_FORCE", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "PROTEST", "CONDEMN", "ACCUSE", "REJECT", "DENY",
    "YIELD", "AID", "COOPERATE", "SUPPORT", "AGREE", "INVESTIGATE", "CONSULT", "APPEAL", "COMMENT", "NO_STATEMENT",
)  # fmt: skip
"""Acts from the most forceful to silence: deeds before words, against before for. The first of a cell's colours it."""

STATE_COLOURS: Mapping[str, str] = {
    "responded": "#0072B2",
    "no statement": "#8C8C8C",
    "mentioned but not quoted": "#C9C9C9",
    "not mentioned": "#F2F2F2",
}
"""By state of COVERAGE."""

STATUS_COLOURS: Mapping[str, str] = {
    "corroborated": "#0072B2",
    "contradicted": "#D55E00",
    "single source": "#8C8C8C",
}
"""By status of AGREEMENT."""

POLARITY_COLOURS: Mapping[str, str] = {
    "against": "#D55E00",
    "for": "#009E73",
    "neutral": "#56B4E9",
    "silent": "#8C8C8C",
}
"""By polarity of RESPONSES."""

CLAIM_COLOURS: Mapping[str, str] = {
    "reports": "#5CC2A0", "reports both": "#F0D66B", "contradicts": "#E8894A", "leaves out": "#EEF1F4",
}  # fmt: skip
"""By what an outlet does with a claim."""

ACTOR_COLOURS: Mapping[str, str] = {
    "country": "#0072B2",
    "person": "#E69F00",
    "organisation": "#009E73",
    "other": "#8C8C8C",
}
"""By type of actor in a network; each has a shape of its own too."""

ALPHA_COLOURS: tuple[tuple[float, str], ...] = (
    (-0.2, "#E8894A"), (0.0, "#F5C9A8"), (0.2, "#F4F6F8"), (0.5, "#C9EADD"), (0.8, "#8FD6BD"), (9.0, "#5CC2A0"),
)  # fmt: skip
"""Agreement beyond chance: the bound below which alpha has the colour. Orange is below chance, green above."""
NO_ALPHA_COLOUR = "#DDE2E6"
"""Of a pair of which nothing can be said."""

UNKNOWN_COLOUR = "#6F6F6F"
"""For a value that no mapping here names, such as an act added to the codebook without a colour."""

N_PATTERNS = 8
"""Fill patterns beside colours, the first plain: outlets and acts are told apart without seeing colours too."""

INK, PAPER = "#1A1A1A", "#FFFFFF"
"""Text on light and on dark colours."""


def outlet_colours(publishers: Iterable[str]) -> dict[str, str]:
    """A colour for each outlet. Give all outlets of a case, not those a filter left, or colours change hands."""
    names = sorted(set(publishers))
    return {name: OUTLET_COLOURS[index % len(OUTLET_COLOURS)] for index, name in enumerate(names)}


def by_force(acts: Iterable[str]) -> list[str]:
    """Acts from the most forceful to silence, each once; one that is not known here comes last."""
    known = {act: number for number, act in enumerate(ACTS_BY_FORCE)}
    return sorted(set(acts), key=lambda act: (known.get(act, len(known)), act))


def act_colour(act: str) -> str:
    """The colour of an act."""
    return ACT_COLOURS.get(act, UNKNOWN_COLOUR)


def actor_kind(entity_id: str) -> str:
    """The type of an actor, which is the first part of its id, as ACTOR_COLOURS names it."""
    kind = entity_id.partition(":")[0]
    return kind if kind in ACTOR_COLOURS else "other"


def alpha_colour(alpha: float | None, *, is_reliable: bool) -> str:
    """The colour of an agreement beyond chance; of one that is not known or not to be leaned on, grey."""
    if alpha is None or not is_reliable:
        return NO_ALPHA_COLOUR
    return next(colour for bound, colour in ALPHA_COLOURS if alpha < bound)


def ink_on(colour: str) -> str:
    """Dark or white text, whichever can be read better on `colour` (#RRGGBB)."""
    return max((INK, PAPER), key=lambda ink: contrast(ink, colour))


def shade_on(colour: str) -> str:
    """The colour of a pattern's lines on `colour`: seen, and yet a number on them can be read (WCAG AA)."""
    ink = ink_on(colour)
    towards = (_mixed(colour, ink, share) for share in (0.35, 0.25))
    away = _mixed(colour, PAPER if ink == INK else INK, 0.35)
    return next((found for found in towards if contrast(ink, found) >= 4.5), away)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(own * (1 - share) + mixed * share):02X}" for own, mixed in pairs)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours [1 to 21]. Source: WCAG 2.2, definitions of contrast ratio and luminance."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
