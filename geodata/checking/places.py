"""Places must lie in their region, and the ends of flows in their countries.

This reads the basemap, so it is part of the full check and not on the road to the first paint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, hypot, radians

from geodata.checking.countries import NUMERIC
from geodata.checking.problem import Problem, shown
from geodata.checking.records import Record
from geodata.checking.topojson import Ring, Topology
from geodata.claim import Position

END_TOLERANCE_M = 20_000.0
"""How far an end of a flow, a port as a rule, may lie off the coast of a map of 1 : 50 million."""
_METRES_PER_DEGREE = 111_195.0


def check_places(things: Iterable[Record]) -> Iterator[Problem]:
    """Check every position against the basemap."""
    states = Topology("india_states.topojson", "iso_3166_2")
    countries = Topology("world_mid.topojson", "id")
    for thing in things:
        region = thing.get("region") or ""
        if region.startswith("IN-") and region not in states.names:
            yield thing.problem("region", f"one of {', '.join(sorted(states.names))}", shown(region))
        elif len(thing.positions) == 1 and region in states.names:
            yield from _near(thing, thing.positions[0], (region, states.rings(region)))
        elif len(thing.positions) == 1:
            yield from _near(thing, thing.positions[0], _country(thing, "country", countries))
        elif len(thing.positions) == 2:
            for end, position in zip(("from", "to"), thing.positions, strict=True):
                yield from _near(thing, position, _country(thing, end, countries), END_TOLERANCE_M)


def _country(thing: Record, field: str, countries: Topology) -> tuple[str, tuple[Ring, ...]]:
    code = thing.get(field) or ""
    return code, countries.rings(NUMERIC.get(code, ""))


def _near(
    thing: Record, position: Position, area: tuple[str, tuple[Ring, ...]], within_m: float | None = None
) -> Iterator[Problem]:
    """Tell where a position is farther outside than allowed; an area without an outline holds all."""
    name, rings = area
    allowed_m = within_m or thing.get("precision_m") or 0.0
    distance_m = distance_outside(position, rings) if rings else 0.0
    if distance_m > allowed_m:
        expected = f"a place in {name}, or within {allowed_m:,.0f} m of it"
        lon, lat = position
        yield thing.problem("geometry", expected, f"{lon:g}, {lat:g}, which is {distance_m:,.0f} m outside")


def distance_outside(position: Position, rings: Iterable[Ring]) -> float:
    """Measure how far a position lies outside of polygons, in metres; 0 inside.

    Parameters
    ----------
    position : Position
        Longitude, latitude in degrees, WGS84.
    rings : iterable of Ring
        Outer and inner rings: what lies in an even number of them is outside.

    Notes
    -----
    On a plane that touches the sphere at the position: good to one in a thousand over the tens of kilometres
    that matter here.
    """
    lon, lat = position
    east_m = _METRES_PER_DEGREE * cos(radians(lat))
    inside, nearest = False, float("inf")
    for ring in rings:
        local = [((x - lon) * east_m, (y - lat) * _METRES_PER_DEGREE) for x, y in ring]
        for (x0, y0), (x1, y1) in pairwise(local):
            if (y0 > 0) != (y1 > 0) and x0 - y0 * (x1 - x0) / (y1 - y0) > 0:
                inside = not inside
            nearest = min(nearest, _distance_to_edge(x0, y0, x1, y1))
    return 0.0 if inside else nearest


def _distance_to_edge(x0: float, y0: float, x1: float, y1: float) -> float:
    """Measure from the origin to the nearest point of an edge."""
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(x0 * dx + y0 * dy) / length))
    return hypot(x0 + along * dx, y0 + along * dy)
