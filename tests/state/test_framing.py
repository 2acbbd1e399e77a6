"""The sheet of a view that was framed for the opening extent shows that, as large as the sheet has room."""

import math

import pytest

from desktop.state.framing import framed

OPENING = (67.1, 5.7, 138.9, 38.1)


def mercator(latitude):
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def latitude(y):
    return math.degrees(math.atan(math.sinh(math.radians(y))))


def window(wide, high, east=0.0, north=0.0):
    """Give what a window shows that is so many times as wide and high as the opening extent, moved aside."""
    west, south, right, top = OPENING[0], mercator(OPENING[1]), OPENING[2], mercator(OPENING[3])
    x, y = (west + right) / 2 + east, (south + top) / 2 + north
    across, up = (right - west) * wide / 2, (top - south) * high / 2
    return x - across, latitude(y - up), x + across, latitude(y + up)


@pytest.mark.parametrize(("wide", "high"), [(1.0, 1.0), (1.12, 1.9), (1.02, 2.4), (2.5, 1.19)])
def test_a_window_that_fits_the_opening_extent_is_framed_for_it(wide, high):
    assert framed(window(wide, high), OPENING) == OPENING


@pytest.mark.parametrize(
    "view",
    [
        window(1.6, 1.6),  # zoomed out
        window(0.7, 1.3),  # zoomed in
        window(1.1, 1.8, east=4.0),
        window(1.1, 1.8, north=4.0),
        (75.5, 8.7, 77.2, 10.4),
    ],
)
def test_a_view_that_was_moved_or_zoomed_is_taken_as_it_is(view):
    assert framed(view, OPENING) == view
