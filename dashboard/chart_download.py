"""Buttons that save a chart as PNG or SVG in the reader's browser, without a rerun.

The chart's own camera button knows one format. These buttons set the format, light colours for a slide and a fixed
size, and press it.
"""

from typing import TYPE_CHECKING

import plotly.graph_objects as go
import streamlit as st

if TYPE_CHECKING:
    from dashboard.components import ChartBlock

_HTML = '<div class="row"><button data-format="png">PNG</button><button data-format="svg">SVG</button></div>'
_CSS = """
.row {display: flex; gap: .5rem;}
button {font: inherit; color: var(--st-text-color); background: var(--st-background-color); cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 6px); padding: .35rem .75rem;}
button::before {content: "\\2193\\00a0"; }
button:hover, button:focus-visible {border-color: var(--st-primary-color); color: var(--st-primary-color);}
button:focus-visible {outline: 2px solid var(--st-primary-color); outline-offset: 2px;}
"""
_JS = """
export default function ({data, parentElement}) {
  const save = (format) => {
    const chart = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
    const camera = chart && chart.querySelector('[data-title^="Download plot"]');
    if (!camera) return;
    const options = chart._context.toImageButtonOptions, before = options.format, template = chart.layout.template;
    options.format = format;
    chart.layout.template = data.template;
    try { camera.click(); } finally { options.format = before; chart.layout.template = template; }
  };
  parentElement.querySelectorAll('button').forEach((button) => {
    button.title = `Save the chart as ${button.dataset.format.toUpperCase()}, at the size of a slide`;
    button.onclick = () => save(button.dataset.format);
  });
}
"""
_component = st.components.v2.component("readout_chart_download", html=_HTML, css=_CSS, js=_JS)


def picture_buttons(block: "ChartBlock", light: go.layout.Template) -> None:
    """The two buttons for the chart of a block.

    Args:
        block: The block; its chart has the key `<key>-chart`.
        light: The template that pictures are made with, whatever the reader's theme.
    """
    data = {"chart": f"{block.key}-chart", "template": light.to_plotly_json()}
    _component(data=data, key=f"{block.key}-pictures", width="content")
