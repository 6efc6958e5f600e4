"""The dashboard's entry point: streamlit run dashboard/app.py [-- FOLDER].

It is read twice. The server imports it for `app`, which adds headers for safety and speed; then streamlit runs it as
the script of each visit, and it draws.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `streamlit run` puts only dashboard/ on the path

import streamlit as st

from dashboard.preload import PRELOAD
from dashboard.security import MIDDLEWARE
from dashboard.shell import draw

app = st.App(__file__, middleware=[*MIDDLEWARE, PRELOAD])

if __name__ == "__main__":
    draw()
