"""A state as the plain values that JSON holds; whatever is read is checked value by value."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from desktop.state import checked
from desktop.state.atlas import (
    MANNERS,
    MODES,
    SPEEDS,
    THEMES,
    Atlas,
    Clock,
    Compare,
    Filter,
    Layers,
    Look,
    Selection,
    View,
    is_extent,
)
from desktop.state.checked import MAX_IDS, SessionError
from geodata.claim import STATUSES, SUBSTANCES
from geodata.drawn import Bounds
from geodata.scenario import Scenario, ScenarioError, document_of, scenario_of

_CLOCK_AT_FIRST = {
    name: value for name, value in asdict(Clock(0)).items() if name not in ("year", "playing")
} | {"pinned": []}
_AT_FIRST = {
    "selection": asdict(Selection()),
    "filter": {"statuses": [], "substances": [], "series": None},
    "look": asdict(Look()),
    "scenario": None,
    "known_on": None,
    "compare": None,
}
"""What a state has at the start, for files that say nothing of it."""


def atlas_document(atlas: Atlas) -> dict[str, Any]:
    """Give a state as the plain values that `read_atlas` reads; equal states give equal values."""
    layers, shown = atlas.layers, atlas.filter
    isolated = None if layers.isolated is None else sorted(layers.isolated)
    return {
        "view": asdict(atlas.view),
        "layers": {**asdict(layers), "visible": sorted(layers.visible), "isolated": isolated},
        "clock": asdict(atlas.clock),
        "selection": asdict(atlas.selection),
        "filter": {
            **asdict(shown),
            "statuses": sorted(shown.statuses),
            "substances": sorted(shown.substances),
        },
        "look": asdict(atlas.look),
        "scenario": document_of(atlas.scenario) if atlas.scenario else None,
        "known_on": atlas.known_on.isoformat() if atlas.known_on else None,
        **({"compare": _compare_document(atlas.compare)} if atlas.compare else {}),
    }


def read_atlas(value: Any) -> Atlas:
    """Read a state, as sessions and stories hold it; parts that it lacks are as at the start.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be.
    """
    parts = checked.named(value, "atlas", [field.name for field in fields(Atlas)], _AT_FIRST)
    view = checked.named(parts["view"], "view", ("bounds",))
    selection = checked.named(parts["selection"], "selection", ("id",))
    look = checked.named(parts["look"], "look", ("theme", "lakh"))
    return Atlas(
        view=View(read_bounds(view["bounds"], "view.bounds")),
        layers=_layers(parts["layers"]),
        clock=read_clock(parts["clock"]),
        selection=Selection(checked.optional(checked.words, selection["id"], "selection.id")),
        filter=_filter(parts["filter"]),
        look=Look(
            checked.one_of(look["theme"], "look.theme", THEMES), checked.flag(look["lakh"], "look.lakh")
        ),
        scenario=checked.optional(_scenario, parts["scenario"], "scenario"),
        known_on=checked.optional(checked.day, parts["known_on"], "known_on"),
        compare=checked.optional(_compare, parts["compare"], "compare"),
    )


def read_clock(value: Any) -> Clock:
    """Read a clock, as sessions, stories and views hold it; what it lacks is as at the start.

    Raises
    ------
    SessionError
        Where anything in it is not what it should be.
    """
    found = checked.named(value, "clock", [field.name for field in fields(Clock)], _CLOCK_AT_FIRST)
    pinned = checked.listed(found["pinned"], "clock.pinned", MAX_IDS)
    return Clock(
        year=checked.year(found["year"], "clock.year"),
        playing=checked.flag(found["playing"], "clock.playing"),
        mode=checked.one_of(found["mode"], "clock.mode", MODES),
        since=checked.optional(checked.year, found["since"], "clock.since"),
        cumulative=checked.flag(found["cumulative"], "clock.cumulative"),
        fiscal=checked.flag(found["fiscal"], "clock.fiscal"),
        pinned=tuple(map(_pin, pinned)),
        speed=_speed(found["speed"]),
        loop=checked.flag(found["loop"], "clock.loop"),
    )


def _speed(value: Any) -> float:
    if isinstance(value, bool) or value not in SPEEDS:
        checked.refuse("clock.speed", f"one of {', '.join(f'{speed:g}' for speed in SPEEDS)}", value)
    return float(value)


def _pin(value: Any) -> tuple[str, int]:
    where = "clock.pinned"
    if len(checked.listed(value, where, 2)) != 2:
        checked.refuse(where, "a row and its year", value)
    return checked.words(value[0], where), checked.year(value[1], where)


def _compare_document(compare: Compare) -> dict[str, Any]:
    return {
        "year": compare.year,
        "scenario": document_of(compare.scenario) if compare.scenario else None,
        "known_on": compare.known_on.isoformat() if compare.known_on else None,
        "manner": compare.manner,
        "divider": compare.divider,
    }


def _compare(value: Any, where: str) -> Compare:
    found = checked.named(value, where, [field.name for field in fields(Compare)])
    return Compare(
        year=checked.year(found["year"], f"{where}.year"),
        scenario=checked.optional(_scenario, found["scenario"], f"{where}.scenario"),
        known_on=checked.optional(checked.day, found["known_on"], f"{where}.known_on"),
        manner=checked.one_of(found["manner"], f"{where}.manner", MANNERS),
        divider=checked.share(found["divider"], f"{where}.divider"),
    )


def _scenario(value: Any, where: str) -> Scenario:
    try:
        return scenario_of(value)
    except ScenarioError as error:
        raise SessionError(f"{where}, {error}") from None


def _layers(value: Any) -> Layers:
    found = checked.named(value, "layers", [field.name for field in fields(Layers)])
    return Layers(
        visible=checked.ids(found["visible"], "layers.visible"),
        opacity=tuple(_opacity(pair) for pair in checked.listed(found["opacity"], "layers.opacity", MAX_IDS)),
        isolated=checked.optional(checked.ids, found["isolated"], "layers.isolated"),
        graticule=checked.flag(found["graticule"], "layers.graticule"),
    )


def _filter(value: Any) -> Filter:
    found = checked.named(value, "filter", [field.name for field in fields(Filter)])
    return Filter(
        statuses=checked.some_of(found["statuses"], "filter.statuses", STATUSES),
        substances=checked.some_of(found["substances"], "filter.substances", SUBSTANCES),
        series=checked.optional(checked.words, found["series"], "filter.series"),
    )


def read_bounds(value: Any, where: str) -> Bounds:
    """Read an extent: west, south, east, north in degrees, WGS84."""
    if not is_extent(value):
        checked.refuse(where, "west, south, east, north in degrees", value)
    west, south, east, north = map(float, value)
    return west, south, east, north


def _opacity(value: Any) -> tuple[str, float]:
    where = "layers.opacity"
    if len(checked.listed(value, where, 2)) != 2:
        checked.refuse(where, "a row and its share", value)
    return checked.words(value[0], where), checked.share(value[1], where)
