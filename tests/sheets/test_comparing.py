"""A sheet with two maps: one extent and scale, both badges, the differences, and their sources."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from desktop.sheets.choices import Choices
from desktop.sheets.contents import contents_of, said_of
from desktop.sheets.errors import SheetError
from desktop.sheets.sheet import SheetRequest
from geodata.difference import difference

SVG = "{http://www.w3.org/2000/svg}"
SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def drawn(sheets, request):
    return ET.fromstring(sheets.make(replace(request, format="svg")).decode())


def part_of(root, name):
    return next(part for part in root.iter() if part.get("id") == name)


def words_of(part):
    return " ".join("".join(text.itertext()) for text in part.iter(f"{SVG}text"))


@pytest.fixture
def two_years(frame_of):
    return SheetRequest(frame_of(2025), frame_of(2025).opening, other=frame_of(2024))


def test_both_maps_are_as_large_and_show_the_same_ground(sheets, two_years):
    root = drawn(sheets, two_years)
    a, b = (part_of(root, name) for name in ("map-a", "map"))
    assert [a[0].get(side) for side in ("width", "height")] == [
        b[0].get(side) for side in ("width", "height")
    ]
    coasts = [part_of(root, f"ground{half}-coast").get("d") for half in ("-a", "")]
    assert coasts[0] == coasts[1]
    assert a.get("transform") != b.get("transform")


def test_each_map_is_drawn_from_its_own_frame_and_says_which(sheets, two_years):
    root = drawn(sheets, two_years)
    assert words_of(part_of(root, "badge-a")) == "A 2024"
    assert words_of(part_of(root, "badge-b")) == "B 2025"
    assert "over 1,000 t" in words_of(part_of(root, "scene-a"))
    assert "suspension requested" in words_of(part_of(root, "scene"))
    assert "suspension requested" not in words_of(part_of(root, "scene-a"))


def test_the_maps_share_no_name(sheets, two_years):
    root = drawn(sheets, two_years)
    a, b = ({part.get("id") for part in part_of(root, name).iter()} - {None} for name in ("map-a", "map"))
    assert a
    assert not {name for name in a & b if not name.startswith("hatch-")}


def test_the_table_tells_how_much_and_of_which_source(sheets, two_years):
    told = words_of(part_of(drawn(sheets, two_years), "differences"))
    assert "28,700 t, FY2023-24" in told
    assert "53,748 t, FY2024-25" in told
    assert "+25,048 t" in told


@pytest.mark.parametrize(("year", "other"), [(2025, 2024), (2030, 2012), (2025, 1990)])
def test_every_source_of_a_comparison_is_pointed_to(frame_of, year, other):
    contents = contents_of(SheetRequest(frame_of(year), frame_of(year).opening, other=frame_of(other)))
    flows = [flow["title"] for half in contents["halves"] for flow in half["scene"]["flows"]]
    whats = [row["what"] for row in contents["differences"]["rows"][: contents["differences"]["needed"]]]
    found = {one.translate(DIGITS) for words in (*flows, *whats) for one in SUPERSCRIPT.findall(words)}
    numbers = {note.split("\u00a0")[0] for note in contents["notes"] if not note.startswith("[")}
    assert found == numbers


@pytest.mark.parametrize(("size", "dpi", "told"), [((1920, 1080), None, 6), ((4961, 7016), 300.0, 11)])
def test_what_a_sheet_has_no_room_for_is_counted_and_stands_in_its_text_version(
    sheets, frame_of, size, dpi, told
):
    request = SheetRequest(
        frame_of(2025), frame_of(2025).opening, size_px=size, dpi=dpi, other=frame_of(2011)
    )
    rows = difference(frame_of(2011), frame_of(2025)).rows
    assert sum(bool(row.claims) for row in rows) > told
    words = words_of(part_of(drawn(sheets, request), "differences"))
    shown = sum(row.what in words for row in rows if row.claims)
    assert shown == told
    (left,) = map(int, re.findall(r"and (\d+) more differences, all in the text version", words))
    assert told <= len(rows) - left < len(rows)
    text = said_of(request).text
    assert all(f"{row.what}: " in text for row in rows)


def test_a_day_of_knowledge_stands_on_the_sheet_whatever_is_switched_off(sheets, frame_of):
    then = replace(frame_of(2025), known_on=date(2025, 6, 1))
    request = SheetRequest(frame_of(2025), frame_of(2025).opening, other=then)
    bare = replace(request, options=replace(request.options, elements=frozenset()))
    assert "as known on 1 Jun 2025" in words_of(part_of(drawn(sheets, bare), "badge-a"))


def test_those_who_cannot_see_it_are_told_the_differences(two_years):
    said = said_of(two_years)
    assert "A, 2024; B, 2025" in said.alt
    assert "Permanent magnets, all origins to India: 28,700 t, FY2023-24 → 53,748 t" in said.text


def test_a_bare_map_cannot_be_two(two_years):
    with pytest.raises(SheetError, match="expected one map, got two"):
        replace(two_years, bare=True)


@pytest.mark.parametrize("size", [(1920, 1080), (1240, 1754), (1080, 1080)])
def test_no_words_meet_on_a_sheet_with_two_maps(sheets, two_years, size):
    sheets.make(replace(two_years, size_px=size, format="svg"))
    boxes = sheets.boxes()
    met = [(one.words, other.words) for one, other in combinations(boxes, 2) if one.meets(other)]
    assert met == []


def test_the_bare_map_of_a_comparison_is_that_of_what_is_seen(two_years):
    asked = Choices(kind="map").request(two_years, None, None)
    assert asked.bare
    assert (asked.frame, asked.other) == (two_years.frame, None)
    assert Choices(kind="pdf").request(two_years, None, None).other == two_years.other
