"""Bringing articles in: files, pasted text, addresses, feeds. Each article is safe as soon as it is counted."""

from collections.abc import Iterable, Iterator

import pandas as pd
import streamlit as st

from analysis.briefing.text import counted
from analysis.columns import Col
from analysis.errors import ArticleError
from analysis.readers import Reading, Source, pasted, read_folder, read_sources
from analysis.readers.corpus import in_words, problem
from analysis.readers.fetching import Fetcher
from analysis.readers.formats import accepted_words
from analysis.readers.incoming import SOURCES_TABLE
from dashboard import data

_OUTCOME, _ENTRIES = "brought-in", "feed-entries"
"""Of the session: what came of the last way in, and what the open feed has."""
_ADDRESS = "an http or https address of a public page"


def bring_in(case_id: str) -> None:
    """The ways in, and what came of the last one."""
    with st.container(border=True, key="bring-in-block"):
        st.subheader("Bring articles in", anchor=False)
        files, folder, paste, addresses, feed = st.tabs(["Files", "Folder", "Paste", "Addresses", "Feed"])
        with files:
            _files(case_id)
        with folder:
            _folder(case_id)
        with paste:
            _paste(case_id)
        with addresses:
            _addresses(case_id)
        with feed:
            _feed(case_id)
        _say_outcome(case_id)


def _files(case_id: str) -> None:
    st.caption(f"Accepted: {accepted_words()}.")
    turn = _turn("files")
    found = st.file_uploader("Files", accept_multiple_files=True, key=f"files-{turn}")
    if st.button("Add the files", key="add-files", type="primary", disabled=not found, icon=":material/add:"):
        sources = [Source(file.name, file.getvalue()) for file in found]
        with_table = any(source.base_name == SOURCES_TABLE for source in sources)  # it speaks for the files beside it
        _keep(case_id, read_folder(sources) if with_table else read_sources(sources), len(found))
        _next_turn("files")


def _folder(case_id: str) -> None:
    st.caption(
        f"Every document in the folder and in its folders. A {SOURCES_TABLE} says what is known of the files beside it "
        "and below it: file, publisher, publisher_country, url, published, title. Where several files have one name, "
        "choose the folder with the button: a browser forgets the folders of what is dropped."
    )
    turn = _turn("folder")
    found = st.file_uploader("Folder", accept_multiple_files="directory", key=f"folder-{turn}")
    words = f"Add {counted(len(found), 'file')}" if found else "Add the folder"
    if st.button(words, key="add-folder", type="primary", disabled=not found, icon=":material/create_new_folder:"):
        _keep(case_id, read_folder(Source(file.name, file.getvalue()) for file in found), len(found))
        _next_turn("folder")


def _turn(widget: str) -> int:
    """Number in the key of an upload: a new key empties the widget once its files are in."""
    return int(st.session_state.setdefault(f"{widget}-turn", 0))


def _next_turn(widget: str) -> None:
    st.session_state[f"{widget}-turn"] += 1
    st.rerun()


def _paste(case_id: str) -> None:
    with st.form("paste", border=False, clear_on_submit=True):
        text = st.text_area("Text of one article", key="paste-text", height=200)
        is_given = st.form_submit_button("Add the text", key="add-text", type="primary", icon=":material/add:")
    if is_given:
        number = len(data.store().brought(case_id)) + 1
        _keep(case_id, read_sources([pasted(text, number)]), 1)
        st.rerun()


def _addresses(case_id: str) -> None:
    st.caption("Pages are fetched by this computer, from public addresses only.")
    with st.form("addresses", border=False, clear_on_submit=True):
        text = st.text_area("Addresses, one in each line", key="addresses-text", placeholder="https://")
        is_given = st.form_submit_button("Fetch the pages", key="fetch-pages", type="primary")
    wanted = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if is_given and wanted:
        _keep(case_id, _fetched(wanted), len(wanted))
        st.rerun()


def _feed(case_id: str) -> None:
    with st.form("feed", border=False):
        address = st.text_input("Address of an RSS or Atom feed", key="feed-address", placeholder="https://").strip()
        if st.form_submit_button("Open the feed", key="open-feed", icon=":material/rss_feed:") and address:
            reading = next(iter(_fetched([address])))
            known = {item.article.url for item in data.store().brought(case_id)}
            entries = [(a.title, a.published_on, a.url) for a in reading.articles if a.url and a.url not in known]
            old = [] if entries or not reading.articles else [f"Nothing in {address!r} is new to this case."]
            st.session_state[_ENTRIES] = entries
            st.session_state[_OUTCOME] = (0, [*map(in_words, reading.problems), *old])
    if st.session_state.get(_ENTRIES):
        _entries(case_id)


def _entries(case_id: str) -> None:
    """What the feed has that the case has not, to be ticked and fetched."""
    columns = [Col.TITLE, Col.PUBLISHED_ON, Col.URL]
    frame = pd.DataFrame(st.session_state[_ENTRIES], columns=columns)
    frame.insert(0, "fetch", False)
    config = {
        "fetch": st.column_config.CheckboxColumn("Fetch"),
        **{str(name): st.column_config.TextColumn(name.label) for name in columns},
    }
    shown = st.data_editor(frame, column_config=config, disabled=columns, hide_index=True, key="feed-table")
    wanted = list(shown.loc[shown["fetch"], Col.URL])
    words = f"Fetch {counted(len(wanted), 'article')}"
    if st.button(words, key="fetch-entries", disabled=not wanted, type="primary"):
        _keep(case_id, _fetched(wanted), len(wanted))
        st.session_state.pop(_ENTRIES)
        st.rerun()


def _fetched(addresses: Iterable[str]) -> Iterator[Reading]:
    for address in addresses:
        try:
            yield from read_sources([Fetcher().fetch(address)])
        except ArticleError as error:
            yield Reading(Source(address, b""), problems=(problem(address, "", error, _ADDRESS),))


def _keep(case_id: str, readings: Iterable[Reading], total: int) -> None:
    """Put each reading into the case as it comes; pressing the button ends the work after the article at hand."""
    bar, cancel = st.empty(), st.empty()
    cancel.button("Cancel", key="cancel-bringing-in", icon=":material/close:")
    n_added = 0
    troubles: list[str] = []
    st.session_state[_OUTCOME] = (0, ["No document was found in it."])
    for number, reading in enumerate(readings, 1):
        added = data.store().add(case_id, reading)
        n_added += len(added)
        troubles += map(in_words, reading.problems)
        if reading.articles and not added:
            troubles.append(f"{reading.source.name!r} is in the case already.")
        st.session_state[_OUTCOME] = (n_added, troubles)
        bar.progress(min(1.0, number / max(total, 1)), text=f"{number} of {total} read, {n_added} added")


def _say_outcome(case_id: str) -> None:
    n_added, troubles = st.session_state.pop(_OUTCOME, (None, []))
    if n_added:
        st.success(f"{counted(n_added, 'article')} added.", icon=":material/check:")
    if troubles:
        st.warning("Not read, or read with a doubt:", icon=":material/error:")
        for words in troubles:
            st.text(words)
    problems = data.store().corpus(case_id).problems
    if problems:
        with st.expander(f"Everything that could not be read so far: {len(problems)}", icon=":material/list:"):
            for row in problems:
                st.text(in_words(row))
            st.button("Clear this list", key="clear-problems", on_click=data.store().forget_problems, args=[case_id])
