"""Charts: a small frame of `analysis.summaries` in, a plotly figure out. No streamlit here.

Each mark carries its id in `customdata` (see `marks`), so that a click can be traced to the sentences behind it.
"""
