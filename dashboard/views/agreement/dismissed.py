"""The discrepancies that the analyst dismissed: still told, with why, and brought back by one press."""

import dataclasses
from collections.abc import Iterable

import streamlit as st

from analysis.columns import Col
from analysis.corrections import Correction, dismiss, made_together
from analysis.disputes import Dispute
from analysis.results import records
from analysis.tables import DISCREPANCIES, DOCUMENTS
from dashboard import data, highlight
from dashboard.desk.log import set_undone
from dashboard.view import View

_KIND = "dismiss_discrepancy"


def dismissals(view: View) -> list[list[Correction]]:
    """The dismissals of discrepancies that count in the open case, the last first; none where no case is open.

    A question that was dismissed at once is one, with a correction for every pair of passages behind it.
    """
    made = data.store().corrections(view.case_id) if view.case_id else []
    return made_together(correction for correction in reversed(made) if correction.kind == _KIND)


def render(view: View) -> None:
    """Each dismissed question with its passages, why and when it was dismissed, and the way to bring it back."""
    found = dismissals(view)
    if not found:
        return
    articles = {row[Col.DOCUMENT_ID]: row for row in records(view.run[DOCUMENTS])}
    with st.container(border=True, key="dismissed"):
        st.subheader(f"Dismissed: {len(found)}", anchor=False)
        st.caption("Left out of every count, chart and brief, because the analyst holds that both can be so.")
        for together in found:
            made = together[0]
            heads = dict.fromkeys(
                f"{c.before.get(Col.VALUE_A, '')} and {c.before.get(Col.VALUE_B, '')}" for c in together
            )
            st.html(highlight.lines([("; ".join(heads), ", ".join(filter(None, (made.made_at[:10], made.why))))]))
            passages = dict.fromkeys(tuple(place) for c in together for place in c.target["passages"])
            for document_id, _, start, end in passages:
                article = articles.get(document_id)
                if article:
                    st.html(highlight.quotation(article[Col.PUBLISHER], article[Col.TEXT][int(start) : int(end)]))
            st.button(
                "Bring it back",
                key=f"undo-dismissal-{made.correction_id}",
                icon=":material/undo:",
                on_click=set_undone,
                args=[view.case_id, together, True],
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
    made = [dismiss(view.run, DISCREPANCIES, key) for key in discrepancy_ids]
    for correction in made:
        data.store().correct(view.case_id, dataclasses.replace(correction, made_at=made[0].made_at))
