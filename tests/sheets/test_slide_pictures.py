"""The picture of a slide: its map is large whatever the shape of its extent, and its chart names its bars."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from decking import STORY, deck_of

from desktop.sheets.binding import picture_request
from desktop.sheets.standing import box_of

SVG = "{http://www.w3.org/2000/svg}"
SQUARE, WIDE = (65, -12, 150, 58), (67.1, 5.0, 142.0, 40.0)


@pytest.fixture
def drawn(sheets):
    """Draw the picture of a step's slide with an extent: as text, and with its map's shares of it."""

    def draw(place, bounds):
        request = picture_request(replace(deck_of("pptx").sheets[place], bounds=bounds))
        drawing = sheets.make(request.as_drawing)
        _left, _top, width, height = map(float, ET.fromstring(drawing).attrib["viewBox"].split())
        _x, _y, across, high = box_of(drawing)
        return drawing, across / width, high / height

    return draw


@pytest.mark.parametrize("place", [4, 5, 7])
def test_a_square_view_keeps_most_of_the_pictures_width_beside_its_chart(drawn, place):
    _drawing, across, high = drawn(place, SQUARE)
    assert across > 0.55
    assert high > 0.75


def test_a_wide_view_with_a_legend_alone_has_the_pictures_whole_width(drawn):
    assert STORY.steps[2].year_label == "2010"
    _drawing, across, high = drawn(2, WIDE)
    assert across > 0.9
    assert high > 0.5


@pytest.mark.parametrize(
    ("place", "told", "left_out"),
    [
        (7, {"10.0", "2023", "50.0", "T", "2032"}, "2031"),
        (8, {"≈40", "24-25", "450", "25-26", "900", "by 2030", "found"}, "28-29"),
    ],
)
def test_the_year_of_every_bar_is_named_where_there_is_no_room_for_all_years(drawn, place, told, left_out):
    drawing, _across, _high = drawn(place, STORY.steps[place].atlas.view.bounds)
    chart = next(one for one in ET.fromstring(drawing).iter(f"{SVG}g") if one.get("id") == "chart")
    words = {text.text for text in chart.iter(f"{SVG}text")}
    assert told - words == set(), words
    assert left_out not in words
