"""Buttons that save a chart as PNG or SVG in the reader's browser, without a rerun.

The chart's own camera button knows one format. These buttons set the format, light colours, a title and the sentence
that says what is shown, so that the picture can stand on a slide alone; then they press it.
"""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.charts.marks import label
from dashboard.theme import BUTTON_STYLE, template

if TYPE_CHECKING:
    from dashboard.components import ChartBlock

_HTML = '<div class="row"><button data-format="png">PNG</button><button data-format="svg">SVG</button></div>'
_CSS = f".row {{display: flex; gap: .5rem;}}{BUTTON_STYLE}"
_JS = """
export default function ({data, parentElement}) {
  const save = (format) => {
    const chart = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
    const camera = chart && chart.querySelector('[data-title^="Download plot"]');
    if (!camera) return;
    const options = chart._context.toImageButtonOptions, before = options.format;
    const screen = {...chart.layout}, margin = chart.layout.margin || {};
    const legend = chart._fullLayout.legend;
    const above = legend && legend.yanchor === 'bottom' ? legend._height || 0 : 0;
    options.format = format;
    Object.assign(chart.layout, {template: data.template, title: data.title,
      margin: {...margin, l: 24, r: 24, t: (margin.t || 34) + 76 + above, b: (margin.b || 8) + 16}});
    try { camera.click(); } finally {
      options.format = before;
      for (const name of ['template', 'title', 'margin']) chart.layout[name] = screen[name];
    }
  };
  parentElement.querySelectorAll('button').forEach((button) => {
    button.title = `Save the chart as ${button.dataset.format.toUpperCase()}, at the size of a slide`;
    button.onclick = () => save(button.dataset.format);
  });
}
"""
_component = st.components.v2.component("readout_chart_download", html=_HTML, css=_CSS, js=_JS)


def save_chart_buttons(block: "ChartBlock", *, shown: str) -> None:
    """The two buttons for the chart of a block.

    Args:
        block: The block; its chart has the key `<key>-chart`.
        shown: What the filters show, in words.
    """
    title = {
        "text": label(block.title),
        "subtitle": {"text": label(shown, width=150, lines=2), "font": {"size": 13}},
        "font": {"size": 22},
        "x": 0.02, "xanchor": "left", "y": 0.97, "yanchor": "top", "yref": "container",
    }  # fmt: skip
    data = {"chart": f"{block.key}-chart", "template": template(dark=False).to_plotly_json(), "title": title}
    _component(data=data, key=f"{block.key}-pictures", width="content")
