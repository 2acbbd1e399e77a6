"""What a reader sees: nothing too small, nothing over one another, nothing on the map but the map."""

import math
import re
from dataclasses import replace
from itertools import combinations

import pytest

from desktop.state.sheet_options import AT_FIRST, ELEMENTS, SheetOptions
from desktop.state.words import BOUNDARY_NOTICE, TITLE
from geodata.drawn import Label

YEARS = (1950, 2012, 2024, 2025, 2026, 2030)
SHAPES = [(1920, 1080), (1240, 1754), (1200, 1200), (1600, 1200), (2000, 800), (800, 2000)]
KERALA = (75.5, 8.0, 77.6, 10.6)
SMALLEST_PT = 9
UNITS_PER_POINT = 2


def all_rows(frame_of, year):
    rows = [row.id for row in frame_of(year).rows]
    return frame_of(year, more=tuple(rows))


@pytest.mark.parametrize("size_px", SHAPES)
@pytest.mark.parametrize("year", YEARS)
def test_no_words_over_words_and_none_beyond_the_paper(sheets, frame_of, year, size_px):
    svg = sheets.svg(frame_of(year), size_px=size_px)
    _, _, width, height = map(float, svg.get("viewBox").split())
    boxes = sheets.boxes()
    assert len(boxes) > 20
    assert [(a.words, b.words) for a, b in combinations(boxes, 2) if a.meets(b)] == []
    edge = 20
    outside = [
        b for b in boxes if b.left < edge or b.right > width - edge or b.top < 5 or b.bottom > height - 5
    ]
    assert [(b.words, b.left, b.top) for b in outside] == []


@pytest.mark.parametrize("size_px", SHAPES)
def test_everything_switched_on_still_finds_its_place(sheets, frame_of, size_px):
    sheets.svg(all_rows(frame_of, 2025), size_px=size_px)
    boxes = sheets.boxes()
    assert [(a.words, b.words) for a, b in combinations(boxes, 2) if a.meets(b)] == []


@pytest.mark.parametrize("size_px", SHAPES)
@pytest.mark.parametrize("year", [2025, 2026])
def test_no_symbol_lies_on_a_mark_of_a_line_even_where_all_of_them_are_close(sheets, frame_of, year, size_px):
    sheets.svg(all_rows(frame_of, year), (-170.0, -60.0, 170.0, 75.0), size_px=size_px)
    marks, symbols = sheets.evaluate(
        "[`#scene .labels rect[rx='${8 * 19 / 12}'], #scene .labels rect[stroke-dasharray]`,"
        " '#scene .places circle']"
        ".map(name => [...document.querySelectorAll(name)].map(part => {"
        " const b = part.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }))"
    )
    assert marks
    assert symbols
    meet = [
        (m, s) for m in marks for s in symbols if m[0] < s[2] and s[0] < m[2] and m[1] < s[3] and s[1] < m[3]
    ]
    assert meet == []


@pytest.mark.parametrize("size_px", SHAPES)
def test_no_text_is_smaller_than_nine_points(sheets, frame_of, size_px):
    sheets.svg(frame_of(2025), size_px=size_px)
    assert min(box.size for box in sheets.boxes()) / UNITS_PER_POINT >= SMALLEST_PT


@pytest.mark.parametrize("elements", [AT_FIRST, ELEMENTS], ids=["usual", "all"])
@pytest.mark.parametrize("size_px", SHAPES)
def test_nothing_lies_on_the_map_but_the_map(sheets, frame_of, size_px, elements):
    sheets.svg(frame_of(2025), size_px=size_px, options=SheetOptions(elements=frozenset(elements)))
    over = sheets.evaluate(
        "(() => { const boxOf = e => e.getBoundingClientRect();"
        " const map = boxOf(document.querySelector('#map > rect'));"
        " const covers = b => b.width && b.right > map.left + 1 && b.left < map.right - 1"
        " && b.bottom > map.top + 1 && b.top < map.bottom - 1;"
        " return [...document.querySelectorAll('#sheet > g:not(#map) *')].filter(e => covers(boxOf(e)))"
        ".map(e => e.textContent || e.tagName); })()"
    )
    assert over == []


@pytest.mark.parametrize("year", YEARS)
def test_the_legend_holds_what_is_drawn(sheets, frame_of, words_of, year):
    frame = frame_of(year)
    told = " ".join(words_of(sheets.svg(frame), "legend"))
    drawn = sheets.evaluate(
        "Object.fromEntries(['places', 'flows', 'areas']"
        ".map(name => [name, document.querySelector(`#scene .${name}`).children.length]))"
    )
    assert drawn == {"places": len(frame.places), "flows": len(frame.flows), "areas": len(frame.areas)}
    assert [entry.text for entry in frame.legend if entry.text not in told] == []


def test_the_legend_leaves_out_what_the_extent_leaves_out(sheets, frame_of, words_of):
    told = words_of(sheets.svg(frame_of(2025), KERALA), "legend")
    assert told[:2] == ["IREL plant", "Proposed mine, place approximate; arc: its state"]
    assert len(told) == 3
    assert told[2].endswith("km at 9° N")


@pytest.mark.parametrize(("year", "has_arc"), [(2025, True), (2030, False)])
def test_the_legend_has_an_arc_only_where_the_map_has_one(sheets, frame_of, words_of, year, has_arc):
    told = " ".join(words_of(sheets.svg(frame_of(year)), "legend"))
    paths = "[...document.querySelectorAll('PART path')].map(path => path.getAttribute('d')).join()"
    parts = (".places", "#legend")
    on_map, in_legend = ("A" in sheets.evaluate(paths.replace("PART", part)) for part in parts)
    assert (on_map, in_legend, "arc: its state" in told) == (has_arc, has_arc, has_arc)


def test_the_scale_bar_is_true_at_its_latitude(sheets, frame_of, words_of):
    svg = sheets.svg(frame_of(2025), (70.0, 5.0, 100.0, 35.0), graticule=True)
    words = words_of(svg, "scale-bar")[0]
    length_km, latitude = re.fullmatch(r"([\d,]+) km at (\d+)° N", words).groups()
    graticule = sheets.evaluate("document.querySelector('#ground-graticule').getAttribute('d')")
    meridians = sorted(float(x) for x in re.findall(r"M(\S+) \S+V", graticule))
    steps = len(meridians) - 1
    assert 360 % steps == 0
    units_per_degree = (meridians[-1] - meridians[0]) / 360
    bar = sheets.evaluate("document.querySelector('#scale-bar path').getBBox().width")
    km_per_degree = 40075.0167 / 360 * math.cos(math.radians(float(latitude)))
    assert bar / units_per_degree * km_per_degree == pytest.approx(
        float(length_km.replace(",", "")), rel=0.005
    )


@pytest.mark.parametrize(("bounds", "owed", "not_owed"), [
    (None, ["Natural Earth", "© DataMeet, CC BY 4.0, adapted"], ["GSHHG"]),
    (KERALA, ["Natural Earth", "GSHHG, LGPL-3+"], []),
])  # fmt: skip
def test_notices_name_what_is_drawn(sheets, frame_of, words_of, bounds, owed, not_owed):
    foot = " ".join(words_of(sheets.svg(frame_of(2025), bounds), "foot"))
    assert BOUNDARY_NOTICE in foot
    assert foot.endswith("data of Nov 2026.")
    assert [notice for notice in owed if notice not in foot] == []
    assert [notice for notice in not_owed if notice in foot] == []


def test_lines_are_said_to_be_relations_only_where_there_are_lines(sheets, frame_of, words_of):
    sentence = "Lines are relations, not routes."
    assert sentence in " ".join(words_of(sheets.svg(frame_of(2025)), "foot"))
    assert sentence not in " ".join(words_of(sheets.svg(frame_of(2025), KERALA), "foot"))


@pytest.mark.parametrize("year", YEARS)
def test_title_and_year_lead(sheets, frame_of, words_of, year):
    words = words_of(sheets.svg(frame_of(year)), "head")
    assert words[0] == TITLE
    assert str(year) in words


def test_markup_in_data_is_shown_as_text(sheets, frame_of, words_of):
    nasty = "<b onclick='x'>&amp; \"quoted\"</b>"
    frame = frame_of(2025)
    place = replace(frame.places[0], label=Label(nasty, ()))
    headline = replace(frame.headlines[0], what=nasty)
    changed = replace(frame, places=(place, *frame.places[1:]), headlines=(headline, *frame.headlines[1:]))
    words = " ".join(words_of(sheets.svg(changed)))
    assert words.count("onclick='x'>&amp;") == 2


def test_a_target_is_drawn_otherwise_than_a_fact(sheets, frame_of, words_of):
    frame = frame_of(2026, series="actor.irel/output/nd")
    assert frame.chart == "actor.irel/output/nd"
    svg = sheets.svg(frame)
    bars = sheets.evaluate(
        "[...document.querySelectorAll('#chart rect')]"
        ".map(bar => [bar.getAttribute('stroke-dasharray'), bar.getAttribute('fill')])"
    )
    facts = [fill for dash, fill in bars if dash is None]
    targets = [fill for dash, fill in bars if dash == "5 4"]
    assert len(facts) == 1
    assert len(targets) == 2
    assert set(targets).isdisjoint(facts)
    assert words_of(svg, "chart").count("T") == 2


def test_not_found_stands_where_a_number_and_where_a_bar_would(sheets, frame_of, words_of):
    svg = sheets.svg(frame_of(2025))
    assert words_of(svg, "figures").count("not found") == 1
    assert words_of(svg, "chart").count("found") == 2


@pytest.mark.parametrize("size_px", SHAPES)
@pytest.mark.parametrize("year", [2024, 2026])
def test_no_line_ends_within_what_is_one_word_to_a_reader(sheets, frame_of, words_of, year, size_px):
    svg = sheets.svg(frame_of(year), size_px=size_px)
    lines = [line for group in ("foot", "figures", "head") for line in words_of(svg, group)]
    torn = re.compile(r"(^|\s)(©|CC|CC BY|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|about|over)$")
    assert [line for line in lines if torn.search(line)] == []
    assert [line for line in lines if re.match(r"(·|(t|km|%)(\s|$))", line) and line != "t"] == []
