"""Flows as geometry: exact ends, opposite flows apart, linear widths, distances on the ellipsoid."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geodata.flows import BEND, NARROWEST_PX, WIDEST_PX, centre_line, distance_km, width_px
from geodata.frame import Query
from geodata.frames import framer
from geodata.framing.arrows import flow_line

VISAKHAPATNAM, NAGOYA = (83.3, 17.6833), (136.8667, 35.0667)
NINGBO, NHAVA_SHEVA = (121.55, 29.8833), (72.95, 18.95)
TONNES = st.floats(0.001, 1e7)
positions = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def mercator(position):
    lon, lat = position
    return math.radians(lon), math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def side(line, start, end):
    """Tell on which side of the way from start to end the middle of a line lies: positive is to the left."""
    (x0, y0), (x1, y1), (x, y) = mercator(start), mercator(end), mercator(line[len(line) // 2])
    return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)


@given(positions, positions, st.floats(-0.3, 0.3))
def test_the_ends_of_a_line_are_exact(start, end, bend):
    line = centre_line(start, end, bend)
    assert (line[0], line[-1]) == (start, end)
    assert len(line) == 33
    assert all(math.isfinite(lon) and -90 <= lat <= 90 for lon, lat in line)


@given(st.floats(-180, 180), st.sampled_from([-90.0, 90.0]))
def test_even_a_pole_has_a_line(lon, pole):
    assert all(
        math.isfinite(number) for position in centre_line((lon, pole), (0.0, 0.0)) for number in position
    )


@given(positions, positions, st.floats(0.05, 0.3))
def test_imports_and_exports_between_two_places_lie_on_different_sides(start, end, bend):
    assume(math.dist(mercator(start), mercator(end)) > 0.01)
    there, back = centre_line(start, end, bend), centre_line(end, start, -bend)
    assert side(there, start, end) * side(back, start, end) < 0


@given(positions, positions, st.floats(0.05, 0.3))
def test_a_positive_bend_goes_north(start, end, bend):
    assume(abs(start[0] - end[0]) > 1)
    bent, straight = centre_line(start, end, bend), centre_line(start, end, 0.0)
    assert bent[16][1] > straight[16][1]


@given(positions, positions, st.floats(0.05, 0.3))
def test_the_middle_leaves_the_straight_line_by_its_share(start, end, bend):
    length = math.dist(mercator(start), mercator(end))
    assume(length > 0.1)
    bent, straight = centre_line(start, end, bend), centre_line(start, end, 0.0)
    assert math.dist(mercator(bent[16]), mercator(straight[16])) == pytest.approx(bend * length, rel=0.01)


def test_the_atlas_bends_imports_north_and_exports_south():
    exported = flow_line((VISAKHAPATNAM, NAGOYA), "export")
    imported = flow_line((NINGBO, NHAVA_SHEVA), "import")
    promised = flow_line((VISAKHAPATNAM, NAGOYA), "promise")
    assert side(exported, VISAKHAPATNAM, NAGOYA) < 0, "to the right of the way east is south"
    assert side(imported, NINGBO, NHAVA_SHEVA) < 0, "to the right of the way west is north"
    assert promised[16][1] < exported[16][1], "a promise lies beside what was delivered, not on it"


def test_a_line_is_the_same_object_in_every_year(shipped):
    make, rows = framer(shipped), frozenset(row.id for row in shipped.catalog.rows)
    lines = {id(line.line) for year in range(2012, 2036) for line in make(Query(year, rows)).flows
             if (line.thing, line.style) == ("flow.in-jp.re", "export")}  # fmt: skip
    assert len(lines) == 1


@given(TONNES, TONNES)
def test_widths_are_linear_up_to_the_largest(tonnes, largest):
    assume(tonnes <= largest)
    width = width_px(tonnes, largest)
    assert NARROWEST_PX <= width <= WIDEST_PX
    assert width == pytest.approx(max(NARROWEST_PX, WIDEST_PX * tonnes / largest), abs=0.0051)


def test_the_largest_has_the_full_width_and_half_of_it_half():
    assert (width_px(53748, 53748), width_px(26874, 53748)) == (WIDEST_PX, WIDEST_PX / 2)
    assert width_px(1, 53748) == NARROWEST_PX


@pytest.mark.parametrize(
    ("line", "kilometres"),
    [
        ([(0, 0), (1, 0)], 111.319491),  # a degree of the equator: 2 pi 6378.137 km / 360
        ([(0, 0), (0, 90)], 10001.965729),  # the quarter meridian of WGS84
        ([(174.81, -41.32), (-5.50, 40.96)], 19959.679267),  # Karney's example, Wellington to Salamanca
        ([(0, 0), (0, 90), (90, 0)], 2 * 10001.965729),
    ],
)
def test_distances_are_geodesics_on_the_ellipsoid(line, kilometres):
    assert distance_km(line) == pytest.approx(kilometres, abs=1e-5)


@given(st.lists(positions, min_size=2, max_size=6))
def test_a_way_is_as_long_as_its_parts_and_as_its_way_back(line):
    parts = sum(distance_km(pair) for pair in pairwise(line))
    assert distance_km(line) == pytest.approx(parts, abs=1e-6)
    assert distance_km(line[::-1]) == pytest.approx(parts, abs=1e-6)


def test_a_bend_makes_a_flow_longer_than_the_straight_line():
    assert distance_km(centre_line(NINGBO, NHAVA_SHEVA, BEND)) > distance_km([NINGBO, NHAVA_SHEVA])
