"""The window closes and comes back as it was: year, view, look and layout; what is broken is as new."""

import pytest
from nearness import are_near
from patience import eventually
from qtpy.QtCore import Qt


def test_year_view_theme_and_numbers_come_back(open_atlas):
    atlas = open_atlas()
    atlas.do("years.ten-back")
    atlas.do("view.theme.dark")
    atlas.do("view.lakh")
    atlas.do("layers.zoom.plants")
    atlas.rest()
    before = atlas.store.atlas
    atlas = open_atlas()
    atlas.rest()
    assert atlas.store.frame.year == 2015
    assert atlas.store.atlas.look == before.look
    assert are_near(atlas.map_bounds(), before.view.bounds, 0.5)
    eventually(lambda: atlas.evaluate("document.documentElement.dataset.theme") == "dark")


def test_size_and_layout_come_back_and_can_be_reset(open_atlas):
    atlas = open_atlas()
    panes = [pane for pane in atlas.window.docks.panes if pane.is_open]
    sides = {pane.id: atlas.window.dockWidgetArea(atlas.dock(pane.id)) for pane in panes}
    atlas.window.resize(1180, 760)
    atlas.do("view.pane.legend")
    atlas.do("view.pane.sources")
    atlas.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, atlas.dock("details"))
    atlas = open_atlas()
    assert (atlas.window.width(), atlas.window.height()) == (1180, 760)
    assert not atlas.window.docks.is_open("legend")
    assert not atlas.window.docks.is_open("sources")
    assert atlas.window.dockWidgetArea(atlas.dock("details")) == Qt.DockWidgetArea.LeftDockWidgetArea
    atlas.do("view.reset-layout")
    assert all(atlas.window.docks.is_open(pane) for pane in sides)
    assert {pane: atlas.window.dockWidgetArea(atlas.dock(pane)) for pane in sides} == sides
    atlas = open_atlas()
    assert all(atlas.window.docks.is_open(pane) for pane in sides)


def test_what_the_command_line_asks_for_goes_before_what_was_remembered(open_atlas):
    atlas = open_atlas()
    atlas.do("years.ten-back")
    atlas = open_atlas(year=2024)
    assert atlas.store.frame.year == 2024


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"[]",
        b'{"schema": 999}',
        b'{"schema": 1, "year": 12345, "bounds": [9, 9, 1, 1], "layout": "AAAA", "geometry": "!"}',
        b"\x00" * 1_000_000,
    ],
    ids=["empty", "cut short", "a list", "of the future", "full of nonsense", "huge"],
)
def test_broken_memories_open_the_atlas_as_the_first_time(open_atlas, tmp_path, written):
    (tmp_path / "window.json").write_bytes(written)
    atlas = open_atlas()
    assert atlas.store.frame.year == 2025
    assert atlas.store.atlas.look.theme == "system"
    assert all(atlas.window.docks.is_open(pane.id) == pane.is_open for pane in atlas.window.docks.panes)


def test_light_and_dark_reach_window_and_map(open_atlas):
    atlas = open_atlas()
    seen = {}
    for theme in ("light", "dark"):
        atlas.do(f"view.theme.{theme}")
        eventually(lambda theme=theme: atlas.evaluate("document.documentElement.dataset.theme") == theme)
        ground = atlas.window.palette().color(atlas.window.backgroundRole()).lightness()
        map_ground = atlas.evaluate(
            "getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor"
        )
        seen[theme] = (ground, map_ground)
    assert seen["light"][0] > 200
    assert seen["dark"][0] < 80
    assert seen["light"][1] != seen["dark"][1]


def test_what_stands_behind_other_tabs_comes_without_moving_the_map(open_atlas):
    atlas = open_atlas()
    before = atlas.map.geometry(), atlas.map_bounds()
    atlas.rest()
    assert (atlas.map.geometry(), atlas.map_bounds()) == before
    assert atlas.dock("agreements").widget() is not None
