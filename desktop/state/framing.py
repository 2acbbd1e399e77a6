"""Which extent a view was framed for: a window shows it whole, and beside it what its shape adds. Pure."""

from __future__ import annotations

import math

from geodata.drawn import Bounds

_LOOSE = 1.2
"""A window that fits an extent is at most so much wider, and higher, than it: zooms come in steps."""
_NEAR = 0.01
"""Two middles are the same that lie no further apart than so much of the extent."""


def framed(view: Bounds, opening: Bounds) -> Bounds:
    """Give the opening extent where a view fits just that, else the view itself.

    Parameters
    ----------
    view, opening : tuple of float
        West, south, east, north in degrees, WGS84.

    Examples
    --------
    >>> framed((60, -20, 150, 60), (65, 0, 145, 45)) == (60, -20, 150, 60)
    True
    """
    seen, wanted = _projected(view), _projected(opening)
    widths = [(box[2] - box[0], box[3] - box[1]) for box in (seen, wanted)]
    wide, high = (widths[0][side] / widths[1][side] for side in (0, 1))
    aside = (abs(sum(seen[side::2]) - sum(wanted[side::2])) / 2 / widths[1][side] for side in (0, 1))
    is_fitted = 1 - _NEAR <= min(wide, high) <= _LOOSE and all(part <= _NEAR for part in aside)
    return opening if is_fitted else view


def _projected(bounds: Bounds) -> tuple[float, float, float, float]:
    """Give an extent in Web Mercator, in radians."""
    west, south, east, north = bounds
    low, high = (math.asinh(math.tan(math.radians(latitude))) for latitude in (south, north))
    return math.radians(west), low, math.radians(east), high
