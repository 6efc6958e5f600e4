"""The button that saves every chart of a brief as PNG and SVG, in one zip that the reader's browser makes.

A browser draws pictures, and the server need not have one. The charts come as SVG, the script paints each on a
canvas, and nothing leaves the machine. With them go the evidence, the sources and the method.
"""

from pathlib import Path

import streamlit as st

from analysis.briefing.brief import Brief
from analysis.briefing.painting import SCALE
from analysis.briefing.pictures import pictures_of
from analysis.briefing.plain_files import proof_files
from dashboard.theme import BUTTON_STYLE

_HTML = '<button type="button"></button><span role="status"></span>'
_CSS = f"{BUTTON_STYLE}span:not(:empty) {{margin-left: .5rem;}}"
_component = st.components.v2.component(
    "readout_pictures", html=_HTML, css=_CSS, js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def pictures_button(brief: Brief) -> None:
    """The button; off where no figure of the brief is a chart."""
    data = {
        "label": "Pictures (PNG and SVG)",
        "pictures": pictures_of(brief),
        "proof": {name: content.decode("utf-8") for name, content in proof_files(brief).items()},
        "file": f"readout-brief-{brief.made_on.isoformat()}-pictures.zip",
        "scale": SCALE,
    }
    _component(data=data, key="brief-pictures", width="content")
