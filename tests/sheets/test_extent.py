"""What lies within a drawing's frame: lines and points against a rectangle."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.extent import crosses, segments_of

PLACES = st.tuples(st.integers(-30, 40), st.integers(-30, 40))
EDGES = 0, 0, 10, 20


def is_in(point):
    left, top, right, bottom = EDGES
    return left <= point[0] <= right and top <= point[1] <= bottom


@given(PLACES)
def test_a_point_lies_within_or_not(point):
    assert crosses((point, point), *EDGES) == is_in(point)


@given(PLACES, PLACES, st.floats(0, 1))
def test_a_line_of_which_any_point_lies_within_crosses(one, other, share):
    point = tuple(share * b + (1 - share) * a for a, b in zip(one, other, strict=True))
    assert crosses((one, other), *EDGES) or not is_in(point)
    assert crosses((one, other), *EDGES) == crosses((other, one), *EDGES)


@given(PLACES, PLACES)
def test_a_line_wholly_to_one_side_does_not(one, other):
    if max(one[0], other[0]) < 0 or min(one[1], other[1]) > 20:
        assert not crosses((one, other), *EDGES)


def test_lines_and_circles_are_found_where_they_are_drawn():
    drawing = ET.fromstring(
        '<g xmlns="http://www.w3.org/2000/svg" transform="translate(100 50)">'
        '<path d="M0 0L10 -5M3 3L4 4Z"/><g transform="translate(1 2)"><circle cx="5" r="2"/></g>'
        '<text x="9">a</text></g>'
    )
    assert list(segments_of(drawing)) == [
        ((100, 50), (100, 50)),
        ((100, 50), (110, 45)),
        ((103, 53), (103, 53)),
        ((103, 53), (104, 54)),
        ((106, 52), (106, 52)),
    ]
