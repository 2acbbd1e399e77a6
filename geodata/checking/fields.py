"""What may stand in each field of each kind of entry. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata import claim
from geodata.checking.countries import NUMERIC
from geodata.checking.records import Check
from geodata.checking.types import (
    a_day,
    a_number,
    a_text,
    a_year,
    an_id,
    matching,
    one_of,
    several,
)
from geodata.period import PERIOD_TYPES
from geodata.quantity import BOUNDS, UNITS

_COUNTRY_CODE = "an ISO 3166-1 code of two letters"


def _an_iso_code(value: Any) -> str:
    return "" if type(value) is str and value in NUMERIC else _COUNTRY_CODE


def _a_flow_end(value: Any) -> str:
    return "" if value == "WORLD" else _an_iso_code(value) and f"{_COUNTRY_CODE}, or WORLD"


_REGION = matching(r"[A-Z]{2}-[A-Z0-9]{1,3}", "an ISO 3166-2 code such as IN-KL")
_HS = several(matching(r"\d{4}(\.?\d\d){0,3}", "an HS code"), "HS codes such as 8505.11")
_PRECISION = one_of(("day", "month", "year"))

_ALIKE: dict[str, Check] = {
    "name": a_text, "label": a_text, "start": a_day, "end": a_day,
    "date_precision": _PRECISION, "record": one_of(("thing",)), "note": a_text,
    "aliases": several(a_text, "names"),
}  # fmt: skip
_COUNTRY: dict[str, Check] = {"country": _an_iso_code, "region": _REGION}
_SITE: dict[str, Check] = {
    **_COUNTRY, "operator": an_id("actor"), "precision_m": a_number, "place_basis": one_of(claim.PLACE_BASES),
}  # fmt: skip
_OF_KIND: dict[str, dict[str, Check]] = {
    "plant": _SITE,
    "site": _SITE,
    "mine": {**_SITE, "named": one_of(claim.NAMED)},
    "flow": {
        "from": _a_flow_end, "to": _a_flow_end, "from_place": a_text, "to_place": a_text,
        "place_basis": one_of(claim.PLACE_BASES), "substance": one_of(claim.SUBSTANCES), "hs": _HS,
        "part_of": an_id("flow"),
    },
    "actor": _COUNTRY,
    "agreement": {"parties": several(an_id("actor"), "ids of actors"), "flow": an_id("flow")},
    "event": {"about": several(an_id(*claim.KINDS), "ids of things")},
}  # fmt: skip
THING_FIELDS: Mapping[str, Mapping[str, Check]] = {
    kind: {"id": an_id(kind), "kind": one_of((kind,)), **_ALIKE, **fields}
    for kind, fields in _OF_KIND.items()
}
"""The fields of a thing by its kind."""
ANY_THING_FIELDS: Mapping[str, Check] = {
    name: check for fields in THING_FIELDS.values() for name, check in fields.items()
} | {"id": an_id(*claim.KINDS), "kind": one_of(claim.KINDS)}
"""All of them, as a row of the catalogue may ask for them."""
THING_REQUIRED: Mapping[str, tuple[str, ...]] = {
    kind: ("id", "record", "kind", "name", *more)
    for kind, more in {
        "plant": ("country", "region", "operator", "place_basis"),
        "site": ("country", "region", "operator", "place_basis"),
        "mine": ("country", "region", "operator", "place_basis", "named"),
        "flow": ("from", "to", "substance"),
        "actor": (),
        "agreement": ("parties",),
        "event": (),
    }.items()
}

STATE_WORDS = {"agreement": claim.AGREEMENT_STATES, "mine": claim.MINE_STATES, "event": claim.EVENT_STATES}
_ALL_WORDS = dict.fromkeys((*claim.AGREEMENT_STATES, *claim.MINE_STATES, *claim.EVENT_STATES, *claim.ROLES))
CLAIM_FIELDS: Mapping[str, Check] = {
    "id": an_id("claim"),
    "record": one_of(("claim",)),
    "subject": an_id(*claim.KINDS),
    "measure": one_of(claim.MEASURES),
    "question": matching(r"[A-Za-z0-9][A-Za-z0-9._/-]*", "a slug such as plant.aluva/start"),
    "value": a_number,
    "value_max": a_number,
    "bound": one_of(BOUNDS),
    "unit": one_of(UNITS),
    "word": one_of(_ALL_WORDS),
    "substance": one_of(claim.SUBSTANCES),
    "substance_basis": one_of(("stated", "inferred")),
    "scope": a_text,
    "period": a_text,
    "period_type": one_of(PERIOD_TYPES),
    "start": a_day,
    "end": a_day,
    "date_precision": _PRECISION,
    "year": a_year,
    "status": one_of(claim.STATUSES),
    "made": one_of(("stated", "computed")),
    "computed_from": several(an_id("claim"), "ids of claims"),
    "formula": a_text,
    "rank": one_of(claim.RANKS),
    "rank_reason": a_text,
    "confidence": one_of(claim.CONFIDENCES),
    "conflict": an_id("conflict"),
    "agreement": an_id("agreement"),
    "source": an_id("src"),
    "locator": a_text,
    "known_on": a_day,
    "note": a_text,
}
CLAIM_REQUIRED = (
    "id", "record", "subject", "measure", "question", "period", "period_type", "date_precision", "status",
    "made", "rank", "confidence", "source", "locator",
)  # fmt: skip
