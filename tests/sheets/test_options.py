"""What stands on a sheet is what was asked for: each element can go, own words and a logo can come."""

import base64
import io
from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from desktop.sheets.contents import contents_of
from desktop.sheets.errors import SheetError
from desktop.sheets.logo import MAX_BYTES, checked_logo, logo_of, read_logo
from desktop.sheets.paper import PRESETS, page_size_pt, parse_size
from desktop.sheets.sheet import SheetRequest
from desktop.state.sheet_options import AT_FIRST, ELEMENTS, SheetOptions
from desktop.state.words import BOUNDARY_NOTICE, TITLE
from geodata.scenario import ScenarioTold

HREF = "{http://www.w3.org/1999/xlink}href"
CAPTION = (
    "In 2024 India still shipped over 1,000 t of rare earths to Japan under the deal of 2012, "
    "while nearly all of its magnets came from China."
)
FOOTER = "Briefing of 22 November 2026"
CHAVARA = (76.45, 8.9, 76.65, 9.1)
YEARS = (2012, 2024, 2026, 2030)
GROUPS = {
    "headlines": "figures", "chart": "chart", "legend": "symbols", "widths": "widths", "scale": "scale-bar",
    "north": "north", "locator": "locator",
}  # fmt: skip


def picture(size=(400, 150), mode="RGBA", colour=(200, 120, 0, 128), **saved) -> bytes:
    kept = io.BytesIO()
    Image.new(mode, size, colour).save(kept, "PNG", **saved)
    return kept.getvalue()


def everything(**more) -> SheetOptions:
    words = {"caption": CAPTION, "footer": FOOTER, "logo": picture(), **more}
    return SheetOptions(elements=frozenset(ELEMENTS), **words)


def without(*names) -> SheetOptions:
    return SheetOptions(elements=AT_FIRST - set(names))


def ids(svg) -> set[str]:
    """Name the groups and pictures that hold anything."""
    return {part.get("id") for part in svg.iter() if part.get("id") and (len(part) or part.get(HREF))}


def map_of(sheets) -> tuple[float, float]:
    return sheets.evaluate(
        "['width', 'height'].map(n => +document.querySelector('#map > rect').getAttribute(n))"
    )


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
@pytest.mark.parametrize("year", YEARS)
def test_everything_at_once_finds_its_place(sheets, frame_of, year, preset):
    svg = sheets.svg(frame_of(year), size_px=preset.size_px, dpi=preset.dpi, options=everything())
    _, _, width, height = map(float, svg.get("viewBox").split())
    boxes = sheets.boxes(
        sheets.evaluate("document.querySelector('#sheet').getBoundingClientRect().width") / width
    )
    assert [(a.words, b.words) for a, b in combinations(boxes, 2) if a.meets(b)] == []
    assert [
        b.words for b in boxes if not (b.left > 20 and b.right < width - 20 and b.bottom < height - 5)
    ] == []
    unit_pt = page_size_pt(preset.size_px, preset.dpi)[0] / width
    assert min(box.size for box in boxes) * unit_pt >= 9
    assert {"logo", "north", "locator", "scale-bar", "figures"} <= ids(svg)


@pytest.mark.parametrize("name", GROUPS)
def test_each_element_can_be_shown_and_left_out(sheets, frame_of, name):
    shown = sheets.svg(frame_of(2024), options=everything())
    hidden = sheets.svg(frame_of(2024), options=SheetOptions(elements=frozenset(ELEMENTS) - {name}))
    assert GROUPS[name] in ids(shown)
    assert GROUPS[name] not in ids(hidden)


def test_what_is_switched_off_gives_the_map_its_room(sheets, frame_of):
    sheets.svg(frame_of(2024))
    usual = map_of(sheets)
    svg = sheets.svg(frame_of(2024), options=SheetOptions(elements=frozenset()))
    width, height = map_of(sheets)
    assert width == 1920 - 2 * 40
    assert height > usual[1] * 1.1
    assert "figures" not in ids(svg)


@pytest.mark.parametrize("year", YEARS)
def test_the_boundary_notice_and_what_is_owed_always_stand(sheets, frame_of, words_of, year):
    foot = " ".join(words_of(sheets.svg(frame_of(year), options=SheetOptions(elements=frozenset())), "foot"))
    assert BOUNDARY_NOTICE in foot
    assert "© DataMeet, CC BY 4.0, adapted" in foot


def test_own_words_stand_in_place_of_the_atlas_s(sheets, frame_of, words_of):
    options = SheetOptions(title="Magnets", subtitle="from one place", footer=FOOTER, caption=CAPTION)
    svg = sheets.svg(frame_of(2024), options=options)
    head = words_of(svg, "head")
    assert head[:2] == ["Magnets", "from one place"]
    assert CAPTION in " ".join(head)
    assert TITLE not in " ".join(words_of(svg))
    assert words_of(svg, "foot")[-1] == FOOTER
    assert svg[0].text == "Magnets, 2024"


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_long_title_leads_in_two_large_lines_rather_than_one_small_one(sheets, frame_of, preset):
    title = (
        "India's rare earths and the agreements behind them: who ships what to whom, and who waits for whom"
    )
    sheets.svg(frame_of(2024), size_px=preset.size_px, dpi=preset.dpi, options=SheetOptions(title=title))
    lines = sheets.evaluate(
        "[...document.querySelectorAll('#head text')].map(t => [t.textContent, +t.getAttribute('font-size')])"
    )
    sizes = [size for words, size in lines if words in title]
    assert " ".join(words for words, _size in lines[: len(sizes)]) == title
    assert len(sizes) <= 2
    assert min(sizes) >= 28


@pytest.mark.parametrize("size_px", [(1920, 1080), (1080, 1080), (800, 2000)])
def test_a_word_wider_than_the_paper_is_broken_and_covers_nothing(sheets, frame_of, size_px):
    address = (
        "https://example.org/minutes/of/the/committee-on-mines?session=2026-11-22&" + "part=rare-earths&" * 9
    )
    options = SheetOptions(title="Magnet" * 40, subtitle=address, caption=address, footer=address)
    svg = sheets.svg(frame_of(2025), size_px=size_px, options=options)
    _, _, width, _height = map(float, svg.get("viewBox").split())
    boxes = sheets.boxes()
    assert [(a.words, b.words) for a, b in combinations(boxes, 2) if a.meets(b)] == []
    assert max(box.right for box in boxes) <= width - 20
    assert "".join(box.words for box in boxes).count(address) == 3


def test_words_off_are_off_whoever_wrote_them(sheets, frame_of, words_of):
    options = SheetOptions(
        "Magnets", "x", FOOTER, elements=AT_FIRST - {"title", "subtitle", "footer", "year"}
    )
    svg = sheets.svg(frame_of(2024), options=options)
    assert words_of(svg, "head") == []
    assert FOOTER not in words_of(svg, "foot")
    assert svg[0].text == "Magnets, 2024"


def test_no_words_break_a_file(sheets, frame_of, words_of):
    svg = sheets.svg(
        frame_of(2024), options=SheetOptions(title="Two\nlines \x00\x0b & <b>", footer="a\u2028b")
    )
    assert words_of(svg, "head")[0] == "Two lines & <b>"


def test_without_sources_nothing_points_to_one(sheets, frame_of, words_of):
    told = " ".join(words_of(sheets.svg(frame_of(2024), options=without("sources"))))
    assert not set(told) & set("⁰¹²³⁴⁵⁶⁷⁸⁹")
    assert "Sangri Times" not in told
    assert "estimate" in told


def test_sources_of_what_is_not_shown_are_not_listed(frame_of):
    frame = frame_of(2024)
    usual, bare = (
        contents_of(SheetRequest(frame, frame.opening, options=options))["notes"]
        for options in (SheetOptions(), without("chart", "headlines"))
    )
    assert len(bare) < len(usual)
    assert [note.split("\u00a0")[0] for note in bare if note[0] != "["] == [
        str(1 + n) for n in range(len(bare) - 1)
    ]


def test_arrow_widths_are_true_and_only_of_what_is_drawn(sheets, frame_of, words_of):
    frame = frame_of(2024)
    told = words_of(sheets.svg(frame, options=everything()), "widths")
    drawn = [flow for flow in frame.flows if flow.width_px]
    assert len(drawn) == 2
    assert [entry.text for entry in frame.legend if entry.width_px] == [
        words for words in told if " t a year" in words
    ]
    thick = sheets.evaluate(
        "['#scene .flows', '#widths'].map(at => [...document.querySelectorAll(`${at} .core`)]"
        ".map(line => +line.getAttribute('stroke-width')))"
    )
    assert thick[0] == thick[1]
    assert words_of(sheets.svg(frame_of(2012), options=everything()), "widths") == []


def test_without_the_width_legend_no_width_is_told_in_tonnes(sheets, frame_of, words_of):
    told = words_of(sheets.svg(frame_of(2024), options=without("widths")), "legend")
    assert "Rare earths" in told
    assert not any(" t a year" in words for words in told)


def test_the_locator_marks_the_map_s_extent(sheets, frame_of):
    options = everything()
    for bounds, kind in ((None, "rect"), (CHAVARA, "circle")):
        sheets.svg(frame_of(2024), bounds, options=options)
        marks = sheets.evaluate(
            "[...document.querySelectorAll('#locator [fill-opacity]')].map(mark => mark.tagName)"
        )
        assert marks == [kind]


def test_the_locator_s_box_is_the_extent_on_its_own_scale(sheets, frame_of):
    sheets.svg(frame_of(2024), options=everything())
    wide = sheets.evaluate(
        "['#locator [fill-opacity]', '#locator > g > rect']"
        ".map(part => +document.querySelector(part).getAttribute('width'))"
    )
    east, west = 190, -170
    west_edge, _, east_edge, _ = frame_of(2024).opening
    assert wide[0] / wide[1] > (east_edge - west_edge) / (east - west)
    assert wide[0] / wide[1] < 2 * (east_edge - west_edge) / (east - west)


@pytest.mark.parametrize("size", [(400, 150), (150, 400), (3000, 20), (1, 1), (300, 300)])
@pytest.mark.parametrize("size_px", [(1920, 1080), (1240, 1754)])
def test_a_logo_keeps_its_shape_within_its_corner(sheets, frame_of, box_of, size, size_px):
    sheets.svg(frame_of(2024), size_px=size_px, options=everything(logo=picture(size)))
    x, y, width, height = sheets.evaluate(
        "['x', 'y', 'width', 'height'].map(n => +document.querySelector('#logo').getAttribute(n))"
    )
    drawn = logo_of(picture(size), "light")
    assert width / height == pytest.approx(drawn["width"] / drawn["height"], rel=0.05)
    assert width <= 200.01
    assert height <= 70.01
    assert y >= 10
    logo = box_of("", 0, x, y, x + width, y + height)
    assert [box.words for box in sheets.boxes() if box.meets(logo)] == []


def test_a_logo_is_seen_in_png_and_pdf(sheets, frame_of):
    logo = picture((200, 200), "RGB", (250, 0, 250))
    request = SheetRequest(frame_of(2024), frame_of(2024).opening, options=SheetOptions(logo=logo))
    pixels = np.asarray(Image.open(io.BytesIO(sheets.make(request))).convert("RGB"), dtype=int)
    inside = (np.abs(pixels - (250, 0, 250)).max(axis=2) < 4).nonzero()
    assert len(inside[0]) > 1000
    assert inside[0].max() < 112
    assert inside[1].min() > 1600


def test_what_else_a_logo_s_file_holds_stays_at_home():
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    told = logo_of(picture(exif=exif.tobytes()), "light")["href"]
    assert b"where I live" in picture(exif=exif.tobytes())
    assert b"where I live" not in base64.b64decode(told.split(",")[1])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a drawing or page"),
        (b"\xff\xd8\xff\xe0 JFIF", "another kind of file"),
        (b"", "another kind of file"),
        (picture()[:60], "damaged"),
        (picture()[:8] + b"\0" * 100, "damaged"),
        (picture() + b"\0" * MAX_BYTES, "at most 2 megabytes"),
        (picture((4001, 1)), "at most 4,000 pixels"),
    ],
)
def test_what_is_no_logo_is_refused_in_one_line(data, why):
    with pytest.raises(SheetError, match=why) as told:
        checked_logo(data)
    assert "\n" not in str(told.value)


def test_a_logo_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SheetError, match=r"^logo: cannot read .*No such file"):
        read_logo(tmp_path / "none.png")
    (tmp_path / "a.png").write_bytes(picture())
    assert read_logo(tmp_path / "a.png") == picture()


@pytest.mark.parametrize("size_px", [(1200, 850), (900, 620), (500, 500)])
def test_paper_too_small_says_what_to_do(sheets, frame_of, size_px):
    with pytest.raises(SheetError, match="too small for all that it says: ") as told:
        sheets.svg(frame_of(2024), size_px=size_px, dpi=300, options=everything())
    assert "\n" not in str(told.value)
    assert " mm of paper" in str(told.value)


@pytest.mark.parametrize("size_px", [(2600, 1500), (2200, 1300), (1800, 1800)])
def test_its_advice_helps(sheets, frame_of, size_px):
    everything = SheetOptions(elements=frozenset(ELEMENTS))
    with pytest.raises(SheetError, match="switch off ") as told:
        sheets.svg(frame_of(2024), size_px=size_px, dpi=300, options=everything)
    off = {"the figures": ["headlines"], "the chart": ["chart"]}
    off["the legend"] = ["legend", "widths", "scale", "north", "locator"]
    advised = {element for words, group in off.items() if words in str(told.value) for element in group}
    fewer = SheetOptions(elements=frozenset(ELEMENTS) - advised)
    assert sheets.svg(frame_of(2024), size_px=size_px, dpi=300, options=fewer)
    larger, dpi = parse_size(str(told.value).partition("at least ")[2].removesuffix(" of paper"))
    assert sheets.svg(frame_of(2024), size_px=larger, dpi=dpi, options=everything)


ASSUMED = ScenarioTold("s", "China sells India no magnets from January 2027", "me", "", (), ())
SHOWN = [SheetOptions(), everything(), SheetOptions(elements=frozenset()), without("year")]


def supposed(frame):
    """A frame of a scenario on a fiscal clock, as known on an earlier day, with a row of another year."""
    pinned = (replace(frame.rows[0], visible=True, pinned_year=2012), *frame.rows[1:])
    return replace(
        frame,
        known_on=date(2025, 5, 1),
        scenario=ASSUMED,
        fiscal=True,
        since=2021,
        cumulative=True,
        rows=pinned,
    )


@pytest.mark.parametrize("size_px", [(1920, 1080), (1240, 1754), (1080, 1080)])
@pytest.mark.parametrize("options", SHOWN, ids=["usual", "all", "none", "no year"])
def test_what_is_supposed_is_said_to_be_whatever_is_switched_off(
    sheets, frame_of, words_of, options, size_px
):
    frame = supposed(frame_of(2025))
    svg = sheets.svg(frame, size_px=size_px, options=options)
    told = " ".join([*words_of(svg, "head"), *words_of(svg, "foot")]).lower()
    assert "as known on 1 may 2025" in told
    assert f"scenario, not fact: {ASSUMED.title}".lower() in told
    assert f"{frame.rows[0].title} of fy2011-12".lower() in told
    assert "earlier years stay" in told
    assert ("fy2020-21 to fy2024-25" in told) == ("year" in options.elements)
    boxes = sheets.boxes()
    assert [(a.words, b.words) for a, b in combinations(boxes, 2) if a.meets(b)] == []


def test_a_bare_map_says_what_is_supposed(sheets, frame_of):
    frame = supposed(frame_of(2025))
    sheets.make(SheetRequest(frame, frame.opening, bare=True))
    foot = sheets.evaluate("[...document.querySelectorAll('#foot text')].map(text => text.textContent)")
    assert f"Scenario, not fact: {ASSUMED.title}." in " ".join(foot)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_with_everything_on_the_same_sheet_is_the_same_bytes(sheets, frame_of, kind):
    frame = frame_of(2024)
    one, other = (
        SheetRequest(frame, frame.opening, (1280, 720), theme, kind, options=everything())
        for theme in ("light", "print")
    )
    first = sheets.make(one)
    assert sheets.make(other) != first
    assert sheets.make(one) == first
