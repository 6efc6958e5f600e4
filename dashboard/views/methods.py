"""Methods: how the figures were made, with what, and how far they can be trusted."""

import dataclasses
import tomllib
from pathlib import Path

import pandas as pd
import streamlit as st

import analysis
from analysis.codebook import load_codebook
from analysis.columns import Col
from analysis.tables import DOCUMENTS, PROBLEMS, REMOVALS, TABLES
from dashboard.components import data_table, nothing_here
from dashboard.view import View

ACCURACY = Path(analysis.__file__).parent / "accuracy.toml"

STEPS = (
    ("Reading", "Articles are read as they are. Page furniture is left out of the analysis, never of the text."),
    ("Actors", "People, organisations and countries are found, their spellings merged, and each is tied to a country."),
    ("Statements", "Who is said to have said what: direct, indirect and mixed quotation, with the attributing word."),
    ("Responses", "Acts of countries by the codebook, with the passage as evidence. Silence is kept as a state."),
    (
        "Claims",
        "Passages of several outlets that report the same are grouped; contradictions are raised with a reason.",
    ),
    ("Agreement", "Outlets are counted with the independent origins behind them; pairs are compared beyond chance."),
)


def render(view: View) -> None:
    """What was computed, with which versions and settings, what was left out, and the measured accuracy."""
    with st.container(border=True):
        st.subheader("What is computed", anchor=False)
        for number, (name, words) in enumerate(STEPS, 1):
            st.markdown(f"{number}. **{name}.** {words}")
        st.caption("Readout says what articles report. It never says that a claim is true.")
    with st.container(border=True):
        st.subheader("Measured accuracy", anchor=False)
        _accuracy()
    _codebook()
    _left_out(view)
    _made_with(view)
    _tables()


def _accuracy() -> None:
    rows = tomllib.loads(ACCURACY.read_text(encoding="utf-8")).get("measured", []) if ACCURACY.is_file() else []
    if not rows:
        nothing_here("Not measured yet.")
        return
    data_table(pd.DataFrame([row | {"score": f"{row['score']:.3f}"} for row in rows]), key="methods-accuracy")


def _codebook() -> None:
    with st.expander("Codebook: the acts, and sentences that are and are not them", icon=":material/menu_book:"):
        rows = [
            {
                "act": act.code,
                "definition": act.definition,
                "cameo_code": " ".join(act.cameo),
                "plover_type": act.plover,
                "polarity": act.polarity,
                "is one": "\n".join(sentence for _, sentence in act.matches),
                "is none": "\n".join(sentence for _, sentence in act.near_misses),
            }
            for act in load_codebook().acts.values()
        ]
        data_table(pd.DataFrame(rows), key="methods-codebook")


def _left_out(view: View) -> None:
    with st.container(border=True):
        st.subheader("What was left out", anchor=False)
        removals, problems = view.results[REMOVALS], view.run[PROBLEMS]
        st.caption(f"{len(removals)} stretches of page furniture were not read; {len(problems)} problems were met.")
        if not removals.empty:
            columns = [Col.DOCUMENT_ID, Col.TEXT, Col.REASON, Col.RULE_ID, Col.START_CHAR, Col.END_CHAR]
            data_table(removals[columns], key="methods-removals")
        if not problems.empty:
            data_table(problems, key="methods-problems")


def _made_with(view: View) -> None:
    run = view.run
    with st.container(border=True):
        st.subheader("Made with", anchor=False)
        st.text(f"Fingerprint of the run: {run.fingerprint}")
        versions = {**run.provenance.get("versions", {}), "readout": run.provenance.get("readout", "")}
        model = {f"model {key}": value for key, value in run.provenance.get("model", {}).items()}
        rows = [{"name": key, "value": str(value)} for key, value in sorted({**versions, **model}.items())]
        data_table(pd.DataFrame(rows, columns=["name", "value"]), key="methods-versions")
        st.markdown("**Settings**")
        fields = dataclasses.fields(run.settings)
        settings = [
            {"setting": item.name, "value": str(getattr(run.settings, item.name)), "unit": item.metadata["unit"],
             "reason": item.metadata["reason"]}
            for item in fields
        ]  # fmt: skip
        data_table(pd.DataFrame(settings), key="methods-settings")
        st.markdown("**Articles and their hashes**")
        columns = [Col.DOCUMENT_ID, Col.PUBLISHER, Col.PUBLISHED_ON, Col.LANGUAGE_CODE, Col.N_WORDS, Col.SHA256]
        data_table(run[DOCUMENTS][columns], key="methods-documents")


def _tables() -> None:
    with st.expander("Data dictionary: every table and column", icon=":material/table_chart:"):
        rows = [
            {
                "table": table.name,
                "one row is": table.grain,
                "column": str(col),
                "meaning": col.meaning,
                "unit": col.unit,
            }
            for table in TABLES
            for col in table.columns
        ]
        data_table(pd.DataFrame(rows), key="methods-dictionary")
