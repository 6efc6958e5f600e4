"""The log of corrections: what was changed, when, from what to what, and why; each to be undone and redone."""

import streamlit as st

from analysis.briefing.text import excerpt
from analysis.columns import Col
from analysis.corrections import KINDS, NOT_FOUND
from analysis.tables import REVIEWS
from dashboard import data
from dashboard.components import nothing_here
from dashboard.view import View


def correction_log(view: View) -> None:
    """Every correction of the case, the last first."""
    with st.container(border=True, key="log-block"):
        st.subheader("Corrections", anchor=False)
        log = data.store().log(view.case_id)
        if not log:
            nothing_here("Nothing was corrected yet. Open a mark's evidence on any page and press Put right.")
            return
        reviews = view.run[REVIEWS]
        lost = set(reviews.loc[reviews[Col.REVIEW] == NOT_FOUND, Col.CORRECTION_ID])
        for made, is_undone in reversed(log):
            with st.container(horizontal=True, vertical_alignment="center"):
                before, after = _words(made.before), _words(made.after)
                state = "undone" if is_undone else "finds nothing any more" if made.correction_id in lost else ""
                st.badge(state or made.kind.replace("_", " "), color="gray" if state else "blue")
                change = f"{before} → {after}" if before or after else ""
                st.text("  ".join(part for part in (made.made_at[:16], KINDS[made.kind], change, made.why) if part))
                st.button(
                    "Redo" if is_undone else "Undo",
                    key=f"undo-{made.correction_id}",
                    on_click=data.store().set_undone,
                    args=[view.case_id, made.correction_id, not is_undone],
                )


def _words(values: object) -> str:
    pairs = values.items() if isinstance(values, dict) else ()
    return ", ".join(excerpt(str(value), 60) for name, value in pairs if name != "passages" and value != "")
