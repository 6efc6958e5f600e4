"""The log of corrections: what was changed, when, from what to what, and why; what one press made is undone by one."""

from collections.abc import Iterable

import streamlit as st

from analysis.briefing.text import excerpt
from analysis.columns import Col
from analysis.corrections import KINDS, NOT_FOUND, Correction, made_together
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
        undone = {made.correction_id for made, is_undone in log if is_undone}
        for together in made_together(made for made, _ in reversed(log)):
            made, is_undone = together[0], together[0].correction_id in undone
            with st.container(horizontal=True, vertical_alignment="center"):
                before, after = _words(made.before), _words(made.after)
                state = "undone" if is_undone else "finds nothing any more" if made.correction_id in lost else ""
                st.badge(state or made.kind.replace("_", " "), color="gray" if state else "blue")
                change = " → ".join(filter(None, (before, after)))
                change += f" and {len(together) - 1} more at once" if len(together) > 1 else ""
                st.text(
                    "  ".join(
                        part
                        for part in (f"{made.made_at[:16].replace('T', ' ')} UTC", KINDS[made.kind], change, made.why)
                        if part
                    )
                )
                st.button(
                    "Redo" if is_undone else "Undo",
                    key=f"undo-{made.correction_id}",
                    on_click=set_undone,
                    args=[view.case_id, together, not is_undone],
                )


def set_undone(case_id: str, together: Iterable[Correction], is_undone: bool) -> None:
    """Undo or redo what was made by one press."""
    for made in together:
        data.store().set_undone(case_id, made.correction_id, is_undone)


def _words(values: object) -> str:
    pairs = values.items() if isinstance(values, dict) else ()
    return ", ".join(excerpt(str(value), 60) for name, value in pairs if name != "passages" and value != "")
