"""A sheet without its colours: what a photocopier and an eye that takes red for green make of it."""

import io

import numpy as np
import pytest
from eyes import EYES, lines_in, tone
from PIL import Image

from desktop.sheets.sheet import SheetRequest
from desktop.state.sheet_options import ELEMENTS, SheetOptions
from resources.palette import palette

THEMES = ("light", "dark", "print")


def pixels_of(sheets, frame, theme, **options):
    png = sheets.make(SheetRequest(frame, frame.opening, (1920, 1080), theme, **options))
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=float)


def across(sheets, seen, arrow):
    """Give the lightness on a way across the middle of an arrow, ten units to either side."""
    (x0, y0), (x1, y1) = sheets.evaluate(
        f"(() => {{ const arrow = document.querySelector('{arrow}'), length = arrow.getTotalLength();"
        " const there = document.querySelector('#sheet').getScreenCTM().inverse();"
        " const matrix = there.multiply(arrow.getScreenCTM()); return [0.25, 0.75].map(share => {"
        " const at = arrow.getPointAtLength(length * share).matrixTransform(matrix); return [at.x, at.y]; });"
        " })()"
    )
    middle, way = np.array([(x0 + x1) / 2, (y0 + y1) / 2]), np.array([x1 - x0, y1 - y0])
    steps = middle + np.linspace(-9, 9, 73)[:, None] * way / np.hypot(*way)
    columns, rows = np.round(steps - 0.5).astype(int).T
    return seen[rows, columns]


@pytest.mark.parametrize("year", [2012, 2024, 2026, 2030])
def test_the_sheet_for_print_is_grey_everywhere(sheets, frame_of, year):
    kept = io.BytesIO()
    Image.new("RGB", (200, 100), (250, 30, 90)).save(kept, "PNG")
    options = SheetOptions(logo=kept.getvalue(), elements=frozenset(ELEMENTS))
    pixels = pixels_of(sheets, frame_of(year), "print", options=options)
    assert (pixels[..., 0] == pixels[..., 1]).all()
    assert (pixels[..., 0] == pixels[..., 2]).all()
    assert len(np.unique(pixels)) > 50


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_what_comes_and_what_leaves_are_told_apart_without_colours(sheets, frame_of, theme, eye):
    pixels, colours = pixels_of(sheets, frame_of(2024), theme), palette(theme)
    seen, casing = EYES[eye](pixels), tone(EYES[eye], colours.casing)
    keys = {flow.style: f"{flow.row}/{flow.thing}" for flow in frame_of(2024).flows if flow.width_px}
    counted = {
        style: lines_in(
            across(sheets, seen, f'#scene [data-key="{key}"] .arrow'),
            tone(EYES[eye], getattr(colours, f"{style}_flow")),
            casing,
        )
        for style, key in keys.items()
    }
    assert counted == {"export": 2, "import": 1}


def bars(sheets):
    """Give the bars of the last sheet's chart: x, y, width, height in units, and whether dashed."""
    return sheets.evaluate(
        "[...document.querySelectorAll('#chart rect[stroke-width]')]"
        ".filter(bar => bar.getAttribute('fill') !== 'none')"
        ".map(bar => [...['x', 'y', 'width', 'height'].map(n => +bar.getAttribute(n)),"
        " bar.hasAttribute('stroke-dasharray')])"
    )


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("year", [2025, 2026])
def test_targets_and_facts_are_told_apart_without_colours(sheets, frame_of, year, theme, eye):
    frame = frame_of(year, series="actor.irel/output/nd")
    seen = EYES[eye](pixels_of(sheets, frame, theme))
    paper = tone(EYES[eye], palette(theme).paper)
    inside, edges = {True: [], False: []}, {True: [], False: []}
    for x, y, width, height, is_target in bars(sheets):
        left, right, top, middle = round(x) + 3, round(x + width) - 3, round(y), round(y + height / 2)
        edge = np.abs(seen[top - 1 : top + 1, left:right].mean(axis=0) - paper)
        inside[is_target].append(float(np.abs(seen[middle, left:right].mean() - paper)))
        edges[is_target].append(float((edge < edge.max() / 2).mean()))
    assert min(inside[False]) > 0.12
    assert max(inside[True]) < 0.01
    assert max(edges[False]) == 0
    assert min(edges[True]) > 0.2


@pytest.mark.parametrize("theme", THEMES)
def test_the_letters_of_what_is_no_fact_are_drawn_in_every_theme(sheets, frame_of, theme):
    pixels_of(sheets, frame_of(2026, series="actor.irel/output/nd"), theme)
    marks = [box.words for box in sheets.boxes() if box.words in ("T", "E")]
    assert marks.count("T") >= 3


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_word_stands_out_from_what_is_under_it(sheets, frame_of, theme, eye):
    """Measured in the picture: the darkest and the lightest pixel of each word's box, as a contrast ratio."""
    seen = EYES[eye](pixels_of(sheets, frame_of(2024), theme)) ** 2.4
    weak = []
    for box in sheets.boxes():
        patch = seen[round(box.top) : round(box.bottom) + 1, round(box.left) : round(box.right) + 1]
        contrast = (np.quantile(patch, 0.995) + 0.05) / (np.quantile(patch, 0.005) + 0.05)
        if contrast < 4.5:
            weak.append((box.words, round(float(contrast), 2)))
    assert weak == []
