"""Whether anything of what is drawn lies in an extent: west, south, east, north in degrees, WGS84."""

from __future__ import annotations

from itertools import pairwise

from geodata.claim import Position
from geodata.drawn import Area, Bounds, FlowLine, Place


def has_place(place: Place, bounds: Bounds) -> bool:
    """Tell whether a place lies in an extent."""
    return _holds(bounds, place.position)


def has_area(area: Area, bounds: Bounds) -> bool:
    """Tell whether a hatched state reaches into an extent; one whose extent is not known may."""
    if area.bounds is None:
        return True
    west, south, east, north = area.bounds
    return west < bounds[2] and bounds[0] < east and south < bounds[3] and bounds[1] < north


def has_line(line: FlowLine, bounds: Bounds) -> bool:
    """Tell whether any piece of an arrow's centre line crosses an extent."""
    return any(_crosses(start, end, bounds) for start, end in pairwise(line.line))


def _holds(bounds: Bounds, position: Position) -> bool:
    west, south, east, north = bounds
    return west <= position[0] <= east and south <= position[1] <= north


def _crosses(start: Position, end: Position, bounds: Bounds) -> bool:
    """Cut a segment at the four edges of an extent; something is left where it crosses."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        step = end[axis] - start[axis]
        low, high = bounds[axis] - start[axis], bounds[axis + 2] - start[axis]
        if not step:
            if low > 0 or high < 0:
                return False
            continue
        cuts = sorted((low / step, high / step))
        first, last = max(first, cuts[0]), min(last, cuts[1])
    return first <= last
