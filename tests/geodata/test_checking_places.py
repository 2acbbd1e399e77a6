"""Places lie in their regions: against the basemap, and against another way of measuring."""

import re
from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from geodata.checking.countries import NUMERIC
from geodata.checking.places import distance_outside
from geodata.checking.topojson import Topology

PLANTS, MINES, FLOWS = "plants.geojson", "proposed_mines.geojson", "trade_flows.geojson"
SOME_STATES = ["IN-KL", "IN-OR", "IN-AP", "IN-LA", "IN-AN", "IN-PY"]


@cache
def states():
    topology = Topology("india_states.topojson", "iso_3166_2")
    return {name: topology.rings(name) for name in topology.names}


@cache
def shape_of(state):
    """The state as one shape, its rings combined by the even-odd rule."""
    shape = shapely.Polygon()
    for ring in states()[state]:
        shape = shape.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return shape


def outside_by(problem):
    """The distance that a problem tells, in metres."""
    return float(re.search(r"which is ([\d,]+) m outside", problem.got).group(1).replace(",", ""))


def test_the_basemap_knows_states_and_countries_by_their_codes():
    assert len(states()) == 36
    assert {"IN-KL", "IN-OR", "IN-TN", "IN-AP", "IN-MP"} <= set(states())
    countries = Topology("world_mid.topojson", "id")
    assert all(countries.rings(NUMERIC[code]) for code in ("IN", "JP", "CN", "US", "VN"))
    assert countries.rings("000") == ()


@pytest.mark.parametrize(
    ("lon", "lat", "state"),
    [
        (76.31, 10.07, "IN-KL"), (76.5344, 9.0036, "IN-KL"), (84.98, 19.35, "IN-OR"),
        (77.4167, 23.25, "IN-MP"),
        (77.2, 28.6, "IN-DL"), (79.8, 11.94, "IN-PY"), (92.75, 11.8, "IN-AN"), (79.3, 35.2, "IN-LA"),
    ],
)  # fmt: skip
def test_well_known_places_lie_in_their_state_and_in_no_other(lon, lat, state):
    assert [code for code, rings in states().items() if distance_outside((lon, lat), rings) == 0] == [state]


@settings(max_examples=100, deadline=None)
@given(st.floats(68, 97), st.floats(6, 36), st.sampled_from(SOME_STATES))
def test_distance_agrees_with_another_way_of_measuring(lon, lat, state):
    measured = distance_outside((lon, lat), states()[state])
    shape, place = shape_of(state), shapely.Point(lon, lat)
    assume(shape.boundary.distance(place) > 1e-9)
    assert (measured == 0) == shape.contains(place)
    if 0 < measured < 100_000:
        plane = Transformer.from_crs(4326, f"+proj=aeqd +lon_0={lon} +lat_0={lat}", always_xy=True)
        local = shapely.transform(shape, lambda at: np.column_stack(plane.transform(at[:, 0], at[:, 1])))
        assert measured == pytest.approx(local.distance(shapely.Point(0, 0)), rel=0.01, abs=1)


def test_a_place_outside_its_state_is_told_with_the_distance(small):
    small.edit(PLANTS, "plant.aluva", geometry={"type": "Point", "coordinates": [76.31, 12.07]})
    (problem,) = small.problems()
    assert (problem.file, problem.feature, problem.field) == (PLANTS, "plant.aluva", "geometry")
    assert problem.expected == "a place in IN-KL, or within 2,000 m of it"
    assert problem.got.startswith("76.31, 12.07, which is ")
    assert 20_000 < outside_by(problem) < 40_000


def test_a_place_may_lie_outside_by_as_much_as_it_is_uncertain(small):
    small.edit(PLANTS, "plant.aluva", geometry={"type": "Point", "coordinates": [76.1, 10.07]})
    (problem,) = small.problems()
    small.edit(PLANTS, "plant.aluva", precision_m=outside_by(problem) + 1)
    assert small.problems() == []
    small.edit(PLANTS, "plant.aluva", precision_m=outside_by(problem) - 1)
    assert [problem.field for problem in small.problems()] == ["geometry"]


def test_longitude_and_latitude_in_the_wrong_order_are_told(small):
    small.edit(PLANTS, "plant.aluva", geometry={"type": "Point", "coordinates": [10.07, 76.31]})
    (problem,) = small.problems()
    assert outside_by(problem) > 5_000_000


def test_a_state_that_the_map_does_not_know_is_told_with_those_it_does(small):
    small.edit(MINES, "mine.andhra", region="IN-OD")
    (problem,) = small.problems()
    assert (problem.feature, problem.field, problem.got) == ("mine.andhra", "region", '"IN-OD"')
    assert "IN-OR" in problem.expected


def test_a_place_abroad_is_held_against_its_country(small):
    small.edit(PLANTS, "plant.aluva", country="VN", region="VN-SG")
    (problem,) = small.problems()
    assert problem.expected == "a place in VN, or within 2,000 m of it"
    small.edit(PLANTS, "plant.aluva", geometry={"type": "Point", "coordinates": [106.7, 10.8]})
    assert small.problems() == []


def test_a_flow_that_runs_backwards_is_told_at_both_ends(small):
    features = small.load(FLOWS)["features"]
    flow = next(feature for feature in features if feature["properties"]["id"] == "flow.cn-in.magnets")
    turned = {"type": "LineString", "coordinates": flow["geometry"]["coordinates"][::-1]}
    small.edit(FLOWS, "flow.cn-in.magnets", geometry=turned)
    small.edit(FLOWS, "claim.cn-in-magnets-fy2025", geometry=turned)
    told = [(problem.feature, problem.field, problem.expected) for problem in small.problems()]
    assert told == [
        ("flow.cn-in.magnets", "geometry", f"a place in {country}, or within 20,000 m of it")
        for country in ("CN", "IN")
    ]


def test_distances_are_metres_and_what_is_inside_has_none():
    ring = ((0.0, 60.0), (1.0, 60.0), (1.0, 61.0), (0.0, 61.0), (0.0, 60.0))
    a_tenth_of_a_degree_at_60_5_north = 0.1 * 111_195 * 0.4924
    assert distance_outside((-0.1, 60.5), [ring]) == pytest.approx(
        a_tenth_of_a_degree_at_60_5_north, rel=1e-3
    )
    assert distance_outside((0.5, 60.5), [ring]) == 0
    hole = ((0.4, 60.4), (0.6, 60.4), (0.6, 60.6), (0.4, 60.6), (0.4, 60.4))
    assert distance_outside((0.5, 60.5), [ring, hole]) > 0
