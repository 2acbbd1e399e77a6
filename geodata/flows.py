"""Flows as geometry: the centre line of a curved flow, its width, and distances on the ellipsoid."""

from __future__ import annotations

import math
from collections.abc import Sequence

from geodata.claim import Position

WIDEST_PX = 12.0
"""Width of the largest figure of a substance, on a map 1280 pixels wide."""
NARROWEST_PX = 2.0
BEND = 0.16
"""How far the middle of a flow leaves the straight line, as a share of its length."""
_STEPS = 32
_MERCATOR_END = 85.0511287798
"""Latitude in degrees at which a square Web Mercator ends."""
_RADIUS = 1.0 / (2 * math.pi)


def centre_line(start: Position, end: Position, bend: float = BEND) -> tuple[Position, ...]:
    """Curve a flow between its ends as a quadratic Bezier in Web Mercator.

    Parameters
    ----------
    start, end : Position
        Longitude, latitude in degrees, WGS84.
    bend : float
        Share of the length by which the middle leaves the straight line; positive bends to the north, and
        to the east where both ends have one longitude.

    Returns
    -------
    tuple of Position
        33 positions from start to end; longitude, latitude in degrees, WGS84.
    """
    (x0, y0), (x2, y2) = _mercator(start), _mercator(end)
    length = math.hypot(x2 - x0, y2 - y0)
    side = 1.0 if (x2, y2) >= (x0, y0) else -1.0
    normal = (side * (y2 - y0) / length, -side * (x2 - x0) / length) if length else (0.0, 0.0)
    x1 = (x0 + x2) / 2 + 2 * bend * length * normal[0]
    y1 = (y0 + y2) / 2 + 2 * bend * length * normal[1]
    parts = (step / _STEPS for step in range(_STEPS + 1))
    curve = [
        (
            (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2,
            (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2,
        )
        for t in parts
    ]
    return (start, *(_degrees(x, y) for x, y in curve[1:-1]), end)


def width_px(tonnes: float, largest: float) -> float:
    """Give the width of a flow: linear in tonnes, and never too thin to see.

    Parameters
    ----------
    tonnes : float
        Tonnes in a year.
    largest : float
        The largest yearly figure of the substance over all years: the scale never changes with the clock.
    """
    return max(NARROWEST_PX, round(WIDEST_PX * tonnes / largest, 2))


def distance_km(positions: Sequence[Position]) -> float:
    """Measure a line on the WGS84 ellipsoid.

    Parameters
    ----------
    positions : sequence of Position
        Longitude, latitude in degrees, WGS84.

    Returns
    -------
    float
        Kilometres along geodesics between neighbouring positions; not a route.
    """
    from pyproj import Geod

    longitudes, latitudes = [lon for lon, _ in positions], [lat for _, lat in positions]
    return Geod(ellps="WGS84").line_length(longitudes, latitudes) / 1000


def _mercator(position: Position) -> tuple[float, float]:
    """Project to the unit square, y downwards; what lies beyond the square's end goes to its end."""
    lon, lat = position
    sine = math.sin(math.radians(max(-_MERCATOR_END, min(lat, _MERCATOR_END))))
    return lon / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) * _RADIUS / 2


def _degrees(x: float, y: float) -> Position:
    lat = math.degrees(2 * math.atan(math.exp((0.5 - y) * 2 * math.pi)) - math.pi / 2)
    return round((x - 0.5) * 360, 5), round(lat, 5)
