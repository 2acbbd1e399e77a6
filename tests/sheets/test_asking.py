"""What a sheet is asked for: sizes, extents and formats, and one sentence for each mistake."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.errors import SheetError
from desktop.sheets.paper import (
    AREA_PT2,
    PRESETS,
    LayoutSize,
    checked_size,
    layout_size,
    page_size_pt,
    parse_size,
    preset,
)
from desktop.sheets.sheet import SheetRequest, format_of, parse_bounds
from desktop.state.sheet_options import SheetOptions


@pytest.mark.parametrize("text", ["3840x2160", " 3840 x 2160 ", "3840×2160", "3840X2160"])
def test_a_size_is_width_and_height(text):
    assert parse_size(text) == ((3840, 2160), None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("big", "expected WIDTHxHEIGHT"),
        ("1920", "expected WIDTHxHEIGHT"),
        ("-1x5", "expected WIDTHxHEIGHT"),
        ("1920.5x1080", "expected WIDTHxHEIGHT"),
        ("297x210cm", "expected WIDTHxHEIGHT"),
        ("2001x1500mm", "at most"),
        ("20000x20000", "at most 100 megapixels"),
        ("100x100", "at least 320"),
        ("4000x400", "at most 2.5 times"),
    ],
)
def test_a_wrong_size_is_told_in_one_line(text, why):
    with pytest.raises(SheetError, match=why) as told:
        parse_size(text)
    assert "\n" not in str(told.value)


def test_paper_is_measured_in_millimetres_and_printed_with_300_dots_to_an_inch():
    assert parse_size("297x210mm") == ((3508, 2480), 300)
    assert parse_size("297 × 210 mm", 150) == ((1754, 1240), 150)
    assert parse_size("3508x2480", 300) == ((3508, 2480), 300)


@pytest.mark.parametrize("dpi", [0, 35.9, 1201, float("nan"), float("inf"), -300])
def test_wrong_dots_per_inch_are_told_in_one_line(dpi):
    with pytest.raises(SheetError, match=r"^dpi: expected 36 to 1200, got"):
        parse_size("297x210mm", dpi)


def test_too_many_pixels_of_a_paper_are_refused_with_the_dots_per_inch_that_would_do():
    with pytest.raises(SheetError) as told:
        parse_size("1800x1200mm")
    dots = int(re.findall(r"; at (\d+) dpi it can be made$", str(told.value))[0])
    assert parse_size("1800x1200mm", dots)[1] == dots
    with pytest.raises(SheetError, match="at most 100 megapixels"):
        parse_size("1800x1200mm", dots + 2)
    with pytest.raises(SheetError) as told:
        parse_size("2900x2100mm")
    assert "can be made" not in str(told.value)


def test_a_hundred_megapixels_of_paper_are_the_limit_too():
    with pytest.raises(SheetError, match="at most 100 megapixels"):
        parse_size("841x1189mm", 300)
    assert parse_size("841x1189mm", 150)[1] == 150


def test_presets_are_what_presenters_ask_for():
    sizes = {one.id: (one.size_px, one.dpi) for one in PRESETS}
    assert sizes["slide"] == ((1920, 1080), None)
    assert sizes["a4-landscape"] == parse_size("297x210mm")
    assert sizes["a3"] == parse_size("297x420mm")
    assert all(preset(name).id == name for name in sizes)
    assert preset("A4-Landscape").id == "a4-landscape"
    with pytest.raises(SheetError, match=r"^preset: expected one of slide, .*, got 'a5'"):
        preset("a5")


def test_paper_keeps_its_size_and_its_letters_are_never_smaller():
    assert page_size_pt((3508, 4961), 300) == (842, 1191)
    assert page_size_pt((1748, 2480), 300) == (420, 595)
    for one in PRESETS:
        assert layout_size(one.size_px, one.dpi).unit_pt >= 0.5
    assert 0.55 < layout_size((3508, 4961), 300).unit_pt < 0.5 * 2**0.5
    assert layout_size((2480, 3508), 300) == LayoutSize((1190, 1684), 0.5, (210, 297))


def test_a_hundred_megapixels_are_allowed_and_one_more_row_is_not():
    assert checked_size((10_000, 10_000)) == (10_000, 10_000)
    with pytest.raises(SheetError):
        checked_size((10_000, 10_001))


def test_bounds_are_west_south_east_north():
    assert parse_bounds("68, 6, 98.5, 37") == (68.0, 6.0, 98.5, 37.0)


@pytest.mark.parametrize(
    "text",
    ["68,6,98", "68;6;98;37", "98,6,68,37", "68,37,98,6", "68,6,68,37", "-190,6,98,37", "68,6,98,89",
     "a,b,c,d", "nan,6,98,37", "68,6,inf,37", ""],
)  # fmt: skip
def test_wrong_bounds_are_told_in_one_line(text):
    with pytest.raises(SheetError, match=r"^bounds: expected .*, got ") as told:
        parse_bounds(text)
    assert "\n" not in str(told.value)


def test_the_format_is_the_ending_of_the_name():
    assert [format_of(name) for name in ("a.png", "b.PDF", "some.where/c.svg")] == ["png", "pdf", "svg"]
    with pytest.raises(SheetError, match=r"\.png, \.pdf or \.svg, got 'map.bmp'"):
        format_of("map.bmp")


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ({"format": "gif"}, "format"),
        ({"format": "pdf", "bare": True}, "format"),
        ({"dpi": 5}, "dpi"),
        ({"options": SheetOptions(elements=frozenset({"compass"}))}, "elements"),
        ({"options": SheetOptions(caption="x" * 1001)}, "caption"),
        ({"options": SheetOptions(logo=b"<svg/>")}, "logo"),
        ({"theme": "blue"}, "theme"),
        ({"size_px": (1, 1)}, "size"),
        ({"bounds": (1, 2, 0, 3)}, "bounds"),
    ],
)
def test_no_request_comes_to_be_with_a_wrong_part(frame_of, part, why):
    frame = frame_of()
    with pytest.raises(SheetError, match=f"^{why}: "):
        SheetRequest(**{"frame": frame, "bounds": frame.opening, **part})


def test_the_size_of_use_is_the_slide_the_paper_or_the_area_of_a_slide():
    assert page_size_pt((1920, 1080)) == page_size_pt((3840, 2160)) == (960, 540)
    assert page_size_pt((2480, 3508)) == page_size_pt((1240, 1754)) == (595, 842)
    assert page_size_pt((3300, 2550)) == (792, 612)
    assert page_size_pt((900, 900)) == (720, 720)


@given(st.integers(320, 9000), st.integers(320, 9000))
def test_every_shape_keeps_its_shape_and_is_as_large_as_a_slide(width, height):
    if max(width, height) > 2.5 * min(width, height):
        return
    paper = page_size_pt((width, height))
    assert paper[0] / paper[1] == pytest.approx(width / height, rel=0.005)
    assert paper[0] * paper[1] == pytest.approx(AREA_PT2, rel=0.07)
