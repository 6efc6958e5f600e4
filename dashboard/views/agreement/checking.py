"""A claim that the analyst types: which outlets tell the same, which otherwise, which both, which say nothing of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analysis.claims.checking import BOTH, CONTRADICTS, SAYS_NOTHING, SUPPORTS, Account, Stand
from analysis.columns import Col
from analysis.results import records
from analysis.tables import DOCUMENTS
from dashboard import data, highlight, links
from dashboard.view import View

MOST_CHARS = 500
"""A longer text is not one claim [characters]."""
HEADINGS = {
    SUPPORTS: ("✓", "tell the same"),
    BOTH: ("⇄", "report both"),
    CONTRADICTS: ("≠", "say otherwise"),
    SAYS_NOTHING: ("–", "say nothing of it"),
}
"""Sign and words of each relation of an article to a claim; the passages stand in this order."""

Article = Mapping[str, Any]
"""A row of DOCUMENTS."""
Answer = tuple[Article, Stand]
"""An article, and how it stands to the claim."""


def render(view: View, counting: str) -> None:
    """The box, and what each outlet says of the claim in it."""
    text = st.text_input(
        "Claim to check against every article",
        max_chars=MOST_CHARS,
        key="check",
        bind="query-params",
        placeholder="A sentence, such as: Three people died in the explosion.",
        help="Each article's closest passages are compared with it. The comparison can err: read the passages.",
    )
    if not text or not text.strip():
        st.text("Type a claim and press Enter: every outlet's closest passage is compared with it.")
        return
    with st.spinner("Comparing"):
        answers = _answers(view, text)
    for column, (relation, (sign, words)) in zip(st.columns(len(HEADINGS)), HEADINGS.items(), strict=True):
        names = list(dict.fromkeys(article[Col.PUBLISHER] for article, _ in answers[relation]))
        with column, st.container(border=True, gap="small"):
            st.subheader(f"{sign} {len(names)} {words}", anchor=False)
            st.html(highlight.lines([(name, "") for name in names] or [("None.", "")]))
    _passages(view, [answer for relation in HEADINGS if relation != SAYS_NOTHING for answer in answers[relation]])


def _answers(view: View, text: str) -> dict[str, list[Answer]]:
    """The articles that pass the filters under how they stand to the claim, by outlet."""
    stands = data.check_claim(view.run, text)
    articles = sorted(records(view.results[DOCUMENTS]), key=lambda row: (row[Col.PUBLISHER], row[Col.DOCUMENT_ID]))
    found: dict[str, list[Answer]] = {relation: [] for relation in HEADINGS}
    for article in articles:
        if stand := stands.get(article[Col.DOCUMENT_ID]):
            found[stand.relation].append((article, stand))
    return found


def _passages(view: View, decisive: Sequence[Answer]) -> None:
    """The passages that decide, and a link that sets these articles side by side."""
    if not decisive:
        st.text("No article speaks of this. Other words, or a claim that the articles could know, may find more.")
        return
    if len(decisive) > 1:
        address = links.side_by_side(view, [article[Col.DOCUMENT_ID] for article, _ in decisive])
        st.html(highlight.link(address, "Read these articles side by side"))
    for article, stand in decisive:
        date = f", {article[Col.PUBLISHED_ON]}" if article[Col.PUBLISHED_ON] else ""
        imprint = f"{article[Col.PUBLISHER]}{date}"
        if stand.rival:
            told, against = st.columns(2)
            told.html(_quoted(f"✓ {imprint} reports it", stand.account, article))
            against.html(_quoted("≠ and the contrary", stand.rival, article))
        else:
            sign, _ = HEADINGS[stand.relation]
            st.html(_quoted(f"{sign} {imprint} {stand.relation}", stand.account, article))


def _quoted(says: str, account: Account, article: Article) -> str:
    """An account's passage under the line that says whose it is and why it counts."""
    return highlight.quotation(f"{says}: {account.reason}", article[Col.TEXT][account.start_char : account.end_char])
