"""The discrepancies that the analyst dismissed: still told, with why, and brought back by one press."""

from collections.abc import Iterable

import streamlit as st

from analysis.columns import Col
from analysis.corrections import Correction, dismiss
from analysis.disputes import Dispute
from analysis.results import records
from analysis.tables import DISCREPANCIES, DOCUMENTS
from dashboard import data, highlight
from dashboard.view import View

_KIND = "dismiss_discrepancy"


def dismissals(view: View) -> list[Correction]:
    """The dismissals of discrepancies that count in the open case, the last first; none where no case is open."""
    made = data.store().corrections(view.case_id) if view.case_id else []
    return [correction for correction in reversed(made) if correction.kind == _KIND]


def render(view: View) -> None:
    """Each dismissed pair with its passages, why and when it was dismissed, and the way to bring it back."""
    found = dismissals(view)
    if not found:
        return
    articles = {row[Col.DOCUMENT_ID]: row for row in records(view.run[DOCUMENTS])}
    with st.container(border=True, key="dismissed"):
        st.subheader(f"Dismissed: {len(found)}", anchor=False)
        st.caption("Left out of every count, chart and brief, because the analyst holds that both can be so.")
        for made in found:
            before = made.before
            head = f"{before.get(Col.VALUE_A, '')} and {before.get(Col.VALUE_B, '')}"
            st.html(highlight.lines([(head, ", ".join(filter(None, (made.made_at[:10], made.why))))]))
            for document_id, _, start, end in made.target["passages"]:
                article = articles.get(document_id)
                if article:
                    st.html(highlight.quotation(article[Col.PUBLISHER], article[Col.TEXT][int(start) : int(end)]))
            st.button(
                "Bring it back",
                key=f"undo-dismissal-{made.correction_id}",
                icon=":material/undo:",
                on_click=data.store().set_undone,
                args=[view.case_id, made.correction_id, True],
            )


def offer(view: View, dispute: Dispute) -> None:
    """Dismiss a whole question: every pair of passages behind it."""
    if view.case_id:
        st.button(
            "All can hold: dismiss",
            key=f"dismiss-{dispute.dispute_id}",
            type="tertiary",
            icon=":material/do_not_disturb_on:",
            on_click=_dismiss,
            args=[view, dispute.discrepancy_ids],
        )


def _dismiss(view: View, discrepancy_ids: Iterable[str]) -> None:
    for key in discrepancy_ids:
        data.store().correct(view.case_id, dismiss(view.run, DISCREPANCIES, key))
