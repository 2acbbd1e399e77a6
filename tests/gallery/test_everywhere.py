"""The same at many years, extents and sizes: words, symbols and furniture never lie over one another."""

import math
from functools import partial
from itertools import combinations

import pytest
from draw import show
from pictures import KERALA, MINES, Picture

from desktop.commands import years

YEARS = (2012, 2016, 2025, 2030)
EXTENTS = {
    "all": None,
    "the mines": MINES,
    "Kerala": KERALA,
    "Odisha": (84.0, 18.6, 87.0, 20.6),
    "the south": (74.0, 6.5, 81.0, 14.0),
    "India": (67.0, 6.0, 98.0, 37.5),
    "Japan": (128.0, 30.0, 146.0, 46.0),
    "the world": (-150.0, -60.0, 170.0, 75.0),
}
SIZES = ((1024, 700), (1280, 800), (1920, 1080))
EVERYTHING = ("other_sites", "flows_japan_promised")
HALF_A_PIXEL = 0.5


def overlap(one, other) -> bool:
    return all(
        one[side] + HALF_A_PIXEL < other[side + 2] and other[side] + HALF_A_PIXEL < one[side + 2]
        for side in (0, 1)
    )


def distance_to_box(point, box) -> float:
    left, top, right, bottom = box
    x, y = point
    return math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized(request, driver):
    """The window at a size, with every row shown, in the theme that this size is looked at in."""
    theme = "dark" if request.param == SIZES[1] else "light"
    show(driver, Picture("", size=request.param, theme=theme, rows=EVERYTHING))
    driver.map.show_look(driver.store.atlas.layers, theme == "dark", motion=False)
    return driver, request.param, theme


@pytest.mark.parametrize("extent", EXTENTS)
def test_nothing_lies_over_anything_at_any_year(sized, extent):
    driver, size, theme = sized
    show(driver, Picture("", size=size, theme=theme, rows=EVERYTHING, bounds=EXTENTS[extent]))
    for year in YEARS:
        driver.painted(partial(years.go_to, driver.store, year))
        laid = driver.laid_out()
        room = (0, 0, driver.map.width(), driver.map.height())
        furniture = furniture_of(driver)
        for label in laid["labels"]:
            box = label["box"]
            assert box[0] >= 0, (year, label["key"])
            assert box[1] >= 0, (year, label["key"])
            assert box[2] <= room[2], (year, label["key"])
            assert box[3] <= room[3], (year, label["key"])
            assert not [name for name, other in furniture.items() if overlap(box, other)], (
                year,
                label["key"],
            )
            if label["kind"] not in {"mark", "letter"}:
                covered = [p["id"] for p in laid["places"] if distance_to_box(p["spot"], box) < p["r"] - 1]
                assert not covered, (year, label["key"], covered)
        for one, other in combinations(laid["labels"], 2):
            assert not overlap(one["box"], other["box"]), (year, one["key"], other["key"])
        for one, other in combinations(laid["places"], 2):
            assert math.dist(one["spot"], other["spot"]) > max(one["r"], other["r"]), (
                year,
                one["id"],
                other["id"],
            )


def furniture_of(driver) -> dict[str, list[float]]:
    """Give the boxes of what stands on the map besides the map."""
    return driver.evaluate(
        "Object.fromEntries(['.zoom-buttons', '.scale-bar', '.map-notice'].map(name => {"
        " const map = document.querySelector('.leaflet-container').getBoundingClientRect();"
        " const box = document.querySelector(name).getBoundingClientRect();"
        " return [name, [box.left - map.left, box.top - map.top,"
        "                box.right - map.left, box.bottom - map.top]];"
        " }))"
    )


def test_furniture_does_not_lie_over_furniture(sized):
    driver = sized[0]
    for one, other in combinations(furniture_of(driver).values(), 2):
        assert not overlap(one, other)
