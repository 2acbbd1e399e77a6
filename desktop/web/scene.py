"""From a frame to what the page draws: plain lists, text and numbers. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imported while the page loads
    from desktop.state.comparing import Compared
    from geodata.drawn import Area, FlowLine, Label, Place
    from geodata.frame import Frame

Scene = dict[str, list[dict[str, Any]]]


def scene_of(frame: Frame) -> Scene:
    """Give what the page draws for a frame.

    Returns
    -------
    dict
        places, areas and flows; positions as longitude, latitude in degrees, WGS84. To be read, not changed:
        things that stay the same from year to year are the same objects.
    """
    return {
        "places": [_place(place) for place in frame.places],
        "areas": [_area(area) for area in frame.areas],
        "flows": [_flow(flow) for flow in frame.flows],
    }


def compared_fields(compared: Compared | None) -> dict[str, Any]:
    """Give what the page is told of a comparison, or that there is none."""
    if compared is None:
        return {"manner": "none", "divider": 0.5, "badges": []}
    badges = [
        {"letter": badge.letter, "year": badge.year, "conditions": badge.conditions}
        for badge in compared.badges
    ]
    return {"manner": compared.manner, "divider": compared.divider, "badges": badges}


def _words(label: Label, tip: tuple[str, ...], more: int) -> dict[str, Any]:
    rest = (f"{more} more",) if more else ()
    return {"title": label.title, "lines": label.lines, "tip": (*tip, *rest)}


@lru_cache(maxsize=1024)
def _place(place: Place) -> dict[str, Any]:
    return {
        "key": f"{place.row}/{place.thing}",
        "id": place.thing,
        "row": place.row,
        "style": place.style,
        "at": place.position,
        "precision_m": place.precision_m,
        "state": _state(place),
        **_words(place.label, place.tip, place.more),
    }


def _state(place: Place) -> dict[str, Any]:
    """Tell how far up the ladder a mine stands, 0 to 1, and whether that was undone or is supposed."""
    from geodata.ladder import OFF, RUNGS

    rung = OFF.get(place.state, place.state)
    climbed = (RUNGS.index(rung) + 1) / len(RUNGS) if rung in RUNGS else 0
    return {"climbed": climbed, "off": place.state in OFF, "supposed": place.scenario}


@lru_cache(maxsize=256)
def _area(area: Area) -> dict[str, Any]:
    return {
        "key": f"{area.row}/{area.thing}",
        "id": area.thing,
        "row": area.row,
        "style": area.style,
        "region": area.region,
        **_words(area.label, area.tip, area.more),
    }


@lru_cache(maxsize=1024)
def _flow(flow: FlowLine) -> dict[str, Any]:
    return {
        "key": f"{flow.row}/{flow.thing}",
        "id": flow.thing,
        "claim": flow.claim,
        "row": flow.row,
        "style": flow.style,
        "drawn_as": flow.drawn_as,
        "line": flow.line,
        "width_px": flow.width_px,
        "letter": flow.letter,
        "mark": flow.mark,
        **_words(flow.label, flow.tip, flow.more),
    }
