"""Making corrections out of what an analyst sees: each takes rows by their keys and notes what stood there before."""

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.codebook import load_codebook
from analysis.columns import Col
from analysis.corrections.records import Correction
from analysis.corrections.targets import SEPARATOR, row_of_key, row_target
from analysis.errors import CorrectionError
from analysis.results import Results
from analysis.tables import ACTORS, AGREEMENT, CLAIMS, DISCREPANCIES, RESPONSES, Table

ENTITY_TYPES = ("person", "organisation", "country", "bloc", "place")
_RESPONSE_FIELDS = (Col.COUNTRY_CODE, Col.ACT, Col.TARGET_CODE, Col.POLARITY, Col.CAMEO_CODE, Col.PLOVER_TYPE)
_DISMISS: Mapping[str, str] = {
    RESPONSES.name: "dismiss_response",
    CLAIMS.name: "dismiss_claim",
    DISCREPANCIES.name: "dismiss_discrepancy",
}


def rename_actor(results: Results, entity_id: str, name: str, why: str = "") -> Correction:
    """Another name for an actor."""
    if not name.strip():
        raise CorrectionError("The new name of the actor is empty; a name is needed.")
    return _of_actor(results, "rename_actor", entity_id, {Col.ENTITY: name.strip()}, why)


def retype_actor(results: Results, entity_id: str, entity_type: str, why: str = "") -> Correction:
    """Another type for an actor."""
    if entity_type not in ENTITY_TYPES:
        raise CorrectionError(f"The type {entity_type!r} is not known; accepted are {', '.join(ENTITY_TYPES)}.")
    return _of_actor(results, "retype_actor", entity_id, {Col.ENTITY_TYPE: entity_type}, why)


def move_actor(results: Results, entity_id: str, country_code: str, why: str = "") -> Correction:
    """Another country for an actor; empty for none."""
    code = country_code.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise CorrectionError(
            f"The country {country_code!r} is not accepted; an ISO 3166-1 alpha-3 code is, or nothing."
        )
    return _of_actor(results, "move_actor", entity_id, {Col.COUNTRY_CODE: code}, why)


def delete_actor(results: Results, entity_id: str, why: str = "") -> Correction:
    """No actor."""
    return _of_actor(results, "delete_actor", entity_id, {}, why)


def merge_actors(results: Results, entity_id: str, into: str, why: str = "") -> Correction:
    """One actor is another; `into` is the key that stays."""
    if entity_id == into:
        raise CorrectionError("An actor cannot be merged with itself; two actors are needed.")
    kept = row_of_key(results.tables, ACTORS, into)
    variants = str(kept[Col.VARIANTS]).split(SEPARATOR)
    after = {Col.ENTITY_ID: into, Col.ENTITY: kept[Col.ENTITY], "variants": variants}
    return _of_actor(results, "merge_actors", entity_id, after, why)


def split_actor(results: Results, entity_id: str, variants: Sequence[str], name: str, why: str = "") -> Correction:
    """The mentions written in these ways are of another actor, which gets a name of its own."""
    actor = row_of_key(results.tables, ACTORS, entity_id)
    written = set(str(actor[Col.VARIANTS]).split(SEPARATOR))
    if not variants or not set(variants) < written or not name.strip():
        raise CorrectionError(f"To split {entity_id!r}, some but not all of {sorted(written)} and a name are needed.")
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode() or name.casefold()
    new = f"{actor[Col.ENTITY_TYPE]}:" + "-".join(re.findall(r"[^\W_]+", plain))
    if (results[ACTORS][Col.ENTITY_ID] == new).any():
        new += "-split"
    after = {Col.ENTITY_ID: new, Col.ENTITY: name.strip(), "variants": sorted(variants)}
    return _of_actor(results, "split_actor", entity_id, after, why)


def change_response(results: Results, response_id: str, why: str = "", **changes: str) -> Correction:
    """Another country_code, act, target_code or polarity for a response."""
    odd = sorted(set(changes) - {str(name) for name in _RESPONSE_FIELDS})
    if odd or not changes:
        raise CorrectionError(f"{odd} of a response cannot be changed; accepted are {', '.join(_RESPONSE_FIELDS)}.")
    if "act" in changes:
        changes |= _codes_of_act(changes["act"])
    row = row_of_key(results.tables, RESPONSES, response_id)
    target = row_target(results.tables, RESPONSES, response_id)
    return _made("change_response", target, {name: row[name] for name in changes}, changes, why)


def dismiss(results: Results, table: Table, row_id: str, why: str = "") -> Correction:
    """No response, no claim or no discrepancy."""
    if table.name not in _DISMISS:
        raise CorrectionError(f"A row of {table.name} cannot be dismissed; accepted are {', '.join(_DISMISS)}.")
    row = row_of_key(results.tables, table, row_id)
    before = {str(name): row[name] for name in table.columns if name in _SHOWN}
    return _made(_DISMISS[table.name], row_target(results.tables, table, row_id), before, {}, why)


def join_claims(results: Results, group_id: str, into: str, why: str = "") -> Correction:
    """Two claims are one; `into` is the claim that stays."""
    target, other = (row_target(results.tables, AGREEMENT, key) for key in (group_id, into))
    return _made("join_claims", target, {"group_id": group_id}, {"group_id": into, **other}, why)


def part_claim(results: Results, claim_id: str, why: str = "") -> Correction:
    """A passage tells another claim than its group."""
    row = row_of_key(results.tables, CLAIMS, claim_id)
    before = {"group_id": row[Col.GROUP_ID]}
    return _made("part_claim", row_target(results.tables, CLAIMS, claim_id), before, {}, why)


def check(results: Results, table: Table, row_id: str, why: str = "") -> Correction:
    """Looked at and found right."""
    if table is ACTORS:
        variants = str(row_of_key(results.tables, ACTORS, row_id)[Col.VARIANTS]).split(SEPARATOR)
        target: dict[str, Any] = {"entity_id": row_id, "variants": variants}
    else:
        target = row_target(results.tables, table, row_id)
    name = CLAIMS.name if table is AGREEMENT else table.name
    return _made("check", {"table": name, **target}, {}, {}, why)


def _codes_of_act(code: str) -> dict[str, str]:
    """What an act brings with it, so that the export joins to event data after a correction too."""
    acts = load_codebook().acts
    if code not in acts:
        raise CorrectionError(f"The act {code!r} is not in the codebook; accepted are {', '.join(acts)}.")
    return {"cameo_code": " ".join(acts[code].cameo), "plover_type": acts[code].plover}


_SHOWN = {Col.COUNTRY_CODE, Col.ACT, Col.KIND, Col.TEXT, Col.VALUE_A, Col.VALUE_B, Col.EVIDENCE}


def _of_actor(results: Results, kind: str, entity_id: str, after: Mapping[Any, Any], why: str) -> Correction:
    actor = row_of_key(results.tables, ACTORS, entity_id)
    names = [name for name in after if name in ACTORS.columns] or [Col.ENTITY]
    target = {"entity_id": entity_id, "variants": str(actor[Col.VARIANTS]).split(SEPARATOR)}
    return _made(kind, target, {str(name): actor[name] for name in names}, after, why)


def _made(
    kind: str, target: Mapping[str, Any], before: Mapping[Any, Any], after: Mapping[Any, Any], why: str
) -> Correction:
    return Correction(
        kind=kind,
        target=dict(target),
        before={str(name): _plain(value) for name, value in before.items()},
        after={str(name): _plain(value) for name, value in after.items()},
        why=why.strip(),
        made_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds"),
    )


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool, list)) else str(value)
