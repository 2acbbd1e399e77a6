"""What may stand in the fields of sources, conflicts and the catalogue. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata import claim
from geodata.checking.fields import ANY_THING_FIELDS, CLAIM_FIELDS
from geodata.checking.layer_files import LAYER_FILES
from geodata.checking.problem import named
from geodata.checking.records import Check
from geodata.checking.types import (
    a_day,
    a_switch,
    a_text,
    a_year,
    an_address,
    an_id,
    matching,
    one_of,
)

STYLES = ("plant", "mine", "site", "export", "import", "relation", "promise", "none")


def a_list_of_claims(value: Any) -> str:
    """Accept an array of at least two different claim ids."""
    one = CLAIM_FIELDS["id"]
    sound = isinstance(value, list) and len(value) > 1 and not any(one(entry) for entry in value)
    return "" if sound and len(set(value)) == len(value) else "an array of two or more claim ids, each once"


def equalities(value: Any) -> str:
    """Accept an object of fields of a thing and the values that they must equal."""
    if not isinstance(value, dict) or not value:
        return "an object of fields of a thing and their values"
    for name, wanted in value.items():
        check = ANY_THING_FIELDS.get(name)
        expected = check(wanted) if check else ""
        if expected or not check:
            return f"{name} to be {expected}" if check else f"fields that a thing has, not {named(name)}"
    return ""


_STYLE, _WORD = one_of(STYLES), matching(r"[a-z][a-z0-9_]*", "a word of small letters, digits and _")
TABLE_FIELDS: Mapping[str, Mapping[str, Check]] = {
    "source": {
        "id": an_id("src"),
        "title": a_text,
        "publisher": a_text,
        "published": a_day,
        "address": an_address,
        "read_on": a_day,
        "reliability": one_of(claim.RELIABILITIES),
        "retells": an_id("src"),
        "licence_note": a_text,
    },
    "conflict": {"id": an_id("conflict"), "title": a_text, "text": a_text, "claims": a_list_of_claims},
    "row": {
        "id": _WORD,
        "file": one_of(LAYER_FILES),
        "where": equalities,
        "title": a_text,
        "group": a_text,
        "time": _WORD,
        "style": _STYLE,
        "panel": _WORD,
        "on": a_switch,
    },
    "headline": {
        "series": matching(r"[a-z]+\.[a-z0-9.-]+/[a-z_]+/[a-z_]+", "subject/measure/substance"),
        "title": a_text,
        "style": _STYLE,
    },
}
"""The fields of what stands in an array of a table."""
TABLE_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "source": ("id", "title", "publisher", "reliability", "licence_note"),
    "conflict": ("id", "title", "text", "claims"),
    "row": ("id", "file", "where", "title", "group", "time", "style", "panel"),
    "headline": ("series", "title", "style"),
}


def a_clock(value: Any) -> str:
    """Accept the years of the clock: first, last, and the one it opens at."""
    years: list[Any] = [None]
    if isinstance(value, dict) and len(value) == 3:
        years = [value.get(name) for name in ("start", "open", "end")]
    sound = not any(map(a_year, years)) and years == sorted(years)
    return "" if sound else "an object of the years start, open and end, in this order of time"


def an_array(value: Any) -> str:
    """Accept an array with something in it."""
    return "" if isinstance(value, list) and value else "an array that is not empty"


def texts(value: Any) -> str:
    """Accept an array of texts."""
    return an_array(value) or next(
        (f"an array of texts, each {why}" for why in map(a_text, value) if why), ""
    )


CATALOG_FIELDS: Mapping[str, Check] = {
    "data_date": a_day,
    "clock": a_clock,
    "groups": texts,
    "rows": an_array,
    "headlines": an_array,
}
CATALOG_REQUIRED = ("data_date", "clock", "groups", "rows")
