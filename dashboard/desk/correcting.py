"""Putting a row right where its evidence is read: one small button, one dialog, for every kind of row."""

from collections.abc import Callable, Mapping

import streamlit as st

from analysis import AnalysisError, Results, corrections
from analysis.briefing.text import excerpt
from analysis.codebook import load_codebook
from analysis.columns import Col
from analysis.corrections import MACHINE, Correction, review_of
from analysis.corrections.making import ENTITY_TYPES
from analysis.countries import country_name
from analysis.results import records
from analysis.tables import ACTORS, AGREEMENT, CLAIMS, DISCREPANCIES, RESPONSES, Table
from dashboard import data
from dashboard.view import View

Make = Callable[[str], Correction]
"""Makes the correction, given the analyst's reason."""


def put_right(view: View, table_name: str, row_id: str, *, key: str) -> None:
    """Whether somebody looked at the row, and the way to put it right; nothing where no case is open."""
    table = _TABLES.get(table_name)
    if not view.case_id or table is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        state = _review(view.run, table, row_id)
        if state != MACHINE:
            st.badge(state, icon=":material/check:", color="green")
        if st.button("Put right", key=f"put-right-{key}", type="tertiary", icon=":material/edit:"):
            _dialog(view, table, row_id)


def _review(results: Results, table: Table, row_id: str) -> str:
    found = review_of(results, table)[results[table][table.key[0]] == row_id]
    return str(found.iloc[0]) if len(found) else MACHINE


@st.dialog("Put right", width="large")
def _dialog(view: View, table: Table, row_id: str) -> None:
    if correction_form(view, table, row_id):
        st.rerun()


def correction_form(view: View, table: Table, row_id: str) -> bool:
    """What is wrong, what should stand there, and why; whether a correction was saved."""
    row = view.run[table].loc[view.run[table][table.key[0]] == row_id]
    if row.empty:
        st.text("This row was corrected meanwhile.")
        return False
    st.text(_TITLES[table.name](records(row)[0]))
    forms = _FORMS[table.name]
    chosen = st.selectbox("What to do", list(forms), key="put-right-kind")
    make = forms[chosen](view.run, row_id)
    why = st.text_input("Why (kept in the log)", key="put-right-why", max_chars=300)
    if st.button("Save the correction", key="put-right-save", type="primary", icon=":material/save:"):
        try:
            data.store().correct(view.case_id, make(why))
        except AnalysisError as error:
            st.error("The correction was not saved.", icon=":material/error:")
            st.text(str(error))
        else:
            return True
    return False


def _rename(results: Results, key: str) -> Make:
    name = st.text_input("Name", _actor(results, key, Col.ENTITY), key="put-right-name")
    return lambda why: corrections.rename_actor(results, key, name, why)


def _merge(results: Results, key: str) -> Make:
    names = dict(zip(results[ACTORS][Col.ENTITY_ID], results[ACTORS][Col.ENTITY], strict=True))
    others = [other for other in names if other != key]
    into = st.selectbox("Is the same as", others, format_func=lambda other: _plain(names[other]), key="put-right-into")
    return lambda why: corrections.merge_actors(results, key, into or "", why)


def _split(results: Results, key: str) -> Make:
    spellings = _actor(results, key, Col.VARIANTS).split(" | ")
    variants = st.multiselect("Written as", spellings, format_func=_plain, key="put-right-variants")
    name = st.text_input("Name of the other actor", key="put-right-name")
    return lambda why: corrections.split_actor(results, key, variants, name, why)


def _retype(results: Results, key: str) -> Make:
    kind = st.selectbox("Type", ENTITY_TYPES, key="put-right-type")
    return lambda why: corrections.retype_actor(results, key, kind, why)


def _move(results: Results, key: str) -> Make:
    code = _country("Country", results, _actor(results, key, Col.COUNTRY_CODE), "put-right-country")
    return lambda why: corrections.move_actor(results, key, code, why)


def _delete(results: Results, key: str) -> Make:
    return lambda why: corrections.delete_actor(results, key, why)


def _change(results: Results, key: str) -> Make:
    row = results[RESPONSES].loc[results[RESPONSES][Col.RESPONSE_ID] == key].iloc[0]
    acts = list(load_codebook().acts)
    now = str(row[Col.ACT])
    act = st.selectbox("Act", acts, acts.index(now) if now in acts else 0, key="put-right-act")
    country = _country("Country that acts", results, str(row[Col.COUNTRY_CODE]), "put-right-country")
    target = _country("Addressed to", results, str(row[Col.TARGET_CODE]), "put-right-target")
    wanted = {"act": str(act), "country_code": country, "target_code": target}
    changes = {name: value for name, value in wanted.items() if value != row[name]}
    return lambda why: corrections.change_response(results, key, why, **changes)


def _join(results: Results, key: str) -> Make:
    claims, told = results[CLAIMS], results[AGREEMENT]
    group = str(claims.loc[claims[Col.CLAIM_ID] == key, Col.GROUP_ID].iloc[0])
    names = dict(zip(told[Col.GROUP_ID], told[Col.CLAIM], strict=True))
    others = [other for other in names if other != group]
    into = st.selectbox("Is the same claim as", others, format_func=lambda o: _plain(names[o]), key="put-right-into")
    return lambda why: corrections.join_claims(results, group, into or "", why)


def _part(results: Results, key: str) -> Make:
    return lambda why: corrections.part_claim(results, key, why)


def _dismissed(table: Table) -> Callable[[Results, str], Make]:
    return lambda results, key: lambda why: corrections.dismiss(results, table, key, why)


def _checked(table: Table) -> Callable[[Results, str], Make]:
    return lambda results, key: lambda why: corrections.check(results, table, key, why)


def _actor(results: Results, key: str, column: Col) -> str:
    return str(results[ACTORS].loc[results[ACTORS][Col.ENTITY_ID] == key, column].iloc[0])


def _country(label: str, results: Results, now: str, key: str) -> str:
    """A country of the gazetteer; those of the case come first."""
    named = sorted({str(code) for code in results[ACTORS][Col.COUNTRY_CODE]} - {""}, key=country_name)
    typed = st.selectbox(
        label, ["", *dict.fromkeys([*([now] if now else []), *named])], 1 if now else 0, key=key,
        format_func=lambda code: country_name(code) if code else "none", accept_new_options=True,
        help="Choose, or type an ISO 3166-1 alpha-3 code",
    )  # fmt: skip
    return str(typed or "").strip().upper()


def _plain(text: str) -> str:
    return excerpt(text, 100)


_TABLES: Mapping[str, Table] = {table.name: table for table in (ACTORS, RESPONSES, CLAIMS, DISCREPANCIES)}
_TITLES: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    ACTORS.name: lambda row: f"{row[Col.ENTITY]} ({row[Col.ENTITY_TYPE]}), written as {row[Col.VARIANTS]}",
    RESPONSES.name: lambda row: f"{row[Col.COUNTRY_CODE]} {row[Col.ACT]}: {row[Col.EVIDENCE]}",
    CLAIMS.name: lambda row: row[Col.TEXT],
    DISCREPANCIES.name: lambda row: f"{row[Col.KIND]}: {row[Col.VALUE_A]} / {row[Col.VALUE_B]}",
}
_FORMS: Mapping[str, Mapping[str, Callable[[Results, str], Make]]] = {
    ACTORS.name: {
        "It is right: mark as checked": _checked(ACTORS),
        "Give it another name": _rename,
        "It is another actor of this list": _merge,
        "Some mentions are of another actor": _split,
        "It is of another type": _retype,
        "It belongs to another country": _move,
        "It is no actor": _delete,
    },
    RESPONSES.name: {
        "It is right: mark as checked": _checked(RESPONSES),
        "Change country, act or target": _change,
        "It is no response": _dismissed(RESPONSES),
    },
    CLAIMS.name: {
        "It is right: mark as checked": _checked(CLAIMS),
        "It tells another claim: part it": _part,
        "Join its claim with another": _join,
        "It is no claim": _dismissed(CLAIMS),
    },
    DISCREPANCIES.name: {
        "It is right: mark as checked": _checked(DISCREPANCIES),
        "Both can hold: dismiss it": _dismissed(DISCREPANCIES),
    },
}
"""What can be put right of each kind of row, and the form that asks for it."""
