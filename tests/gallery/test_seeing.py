"""The map in the window without its colours: what a copier and an eye that takes red for green make of it."""

from dataclasses import replace

import numpy as np
import pytest
from draw import settled, show
from eyes import EYES, tone
from pictures import WINDOWS, Picture
from qtpy.QtCore import QPoint
from qtpy.QtGui import QImage

from resources.palette import palette

THEMES = ("light", "dark")
YEARS = {"figures": 2024, "promise": 2016}
"""Two arrows with figures, one that comes and one that leaves; and a promise."""


@pytest.fixture(scope="module", params=THEMES)
def maps(request, driver):
    """Draw the map of each year in a theme: its pixels, and the middle line of each flow on it."""
    found = {}
    for name, year in YEARS.items():
        rows = ("flows_japan_promised",) if name == "promise" else ()
        show(driver, replace(WINDOWS[0], year=year, rows=rows, theme=request.param))
        found[name] = pixels_of(driver, settled(driver)), lines_of(driver)
    show(driver, Picture("opening"))
    return found, palette(request.param)


def pixels_of(driver, image):
    corner, size = driver.map.mapTo(driver.window, QPoint(0, 0)), driver.map.size()
    part = image.copy(corner.x(), corner.y(), size.width(), size.height())
    part = part.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(part.constBits(), dtype=np.uint8)
    return flat.reshape(part.height(), -1, 4)[:, : part.width(), 2::-1].astype(float)


def lines_of(driver):
    points = {flow["id"]: np.array(flow["points"]) for flow in driver.laid_out()["flows"]}
    return {
        flow.style: (points[flow.thing], flow.width_px) for flow in driver.store.frame.flows if flow.width_px
    }


def beside(seen, points, away_px):
    """Give the lightness along the body of an arrow, so far from its middle line; labels may cover some."""
    way = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    stations = np.arange(0.15, 0.75, 1 / way[-1]) * way[-1]
    line = np.stack([np.interp(stations, way, points[:, axis]) for axis in (0, 1)])
    along = np.gradient(line, axis=1)
    columns, rows = line + away_px * np.stack([-along[1], along[0]]) / np.hypot(*along)
    return seen[np.floor(rows).astype(int), np.floor(columns).astype(int)]


@pytest.mark.parametrize("eye", EYES)
def test_what_comes_is_told_from_what_leaves(maps, eye):
    found, colours = maps
    pixels, lines = found["figures"]
    seen, ground = EYES[eye](pixels), tone(EYES[eye], colours.casing)
    core = {}
    for style in ("export", "import"):
        colour = tone(EYES[eye], getattr(colours, f"{style}_flow"))
        middle = np.median(beside(seen, lines[style][0], 0))
        core[style] = abs(middle - colour) / abs(ground - colour)
    assert core["import"] < 0.05
    assert core["export"] > 0.3


@pytest.mark.parametrize("eye", EYES)
def test_what_was_promised_is_told_from_what_came(maps, eye):
    found, colours = maps
    filled, broken = {}, {}
    for name, style in (("figures", "import"), ("promise", "promise")):
        pixels, lines = found[name]
        seen, ground = EYES[eye](pixels), tone(EYES[eye], colours.casing)
        colour = tone(EYES[eye], colours.import_flow if style == "import" else colours.export_flow)
        points, width_px = lines[style]
        filled[style] = 1 - abs(np.median(beside(seen, points, 0)) - colour) / abs(ground - colour)
        edge = np.abs(beside(seen, points, width_px / 2 - 0.5) - colour) < abs(ground - colour) / 2
        broken[style] = int((np.diff(edge.astype(int)) != 0).sum()) / len(edge)
    assert filled["import"] > 0.95
    assert filled["promise"] < 0.3
    assert broken["import"] < 0.12
    assert broken["promise"] > 0.2
