"""Undo and redo: every change of the view, each with its name."""

import pytest
from nearness import are_near
from patience import eventually, until
from qtpy.QtCore import Qt

CHANGES = {
    "years.next": "Year 2026",
    "layers.show.other_sites": "Show Other sites",
    "layers.show.plants": "Hide Plants",
    "layers.isolate.proposed_mines": "Show Mines alone",
    "layers.show-all-again": "Show all layers again",
    "layers.zoom.proposed_mines": "Zoom to Mines",
    "view.fit": "Fit all",
    "view.graticule": "Show graticule",
    "view.theme.dark": "Dark theme",
    "view.theme.light": "Light theme",
    "view.lakh": "Numbers in lakh and crore",
    "figures.status.target": "Filter target",
    "figures.substance.nd": "Filter neodymium",
    "figures.show-all": "Show all figures",
    "figures.chart.actor.irel/output/nd": "Chart Neodymium made, IREL, by fiscal year, tonnes",
}


def test_each_change_has_its_name_and_can_be_taken_back_and_made_again(atlas):
    states = [atlas.store.atlas]
    for command, name in CHANGES.items():
        atlas.do(command)
        assert atlas.store.undo_name == name
        assert atlas.action("edit.undo").text() == f"Undo {name}"
        states.append(atlas.store.atlas)
    atlas.take_keyboard()
    for state, name in zip(reversed(states[:-1]), reversed(CHANGES.values()), strict=True):
        atlas.shortcut("Ctrl+Z")
        assert_alike(atlas.store.atlas, state)
        assert atlas.action("edit.redo").text() == f"Redo {name}"
    assert not atlas.action("edit.undo").isEnabled()
    for state in states[1:]:
        atlas.shortcut("Ctrl+Shift+Z")
        assert_alike(atlas.store.atlas, state)
    assert not atlas.action("edit.redo").isEnabled()


def assert_alike(one, other) -> None:
    """Compare all but the extent, which the map rounds to its own steps."""
    for part in ("layers", "clock", "selection", "filter", "look"):
        assert getattr(one, part) == getattr(other, part)


def test_a_move_of_the_map_is_taken_back(atlas):
    atlas.take_keyboard()
    atlas.do("view.fit")
    atlas.rest()
    before = atlas.map_bounds()
    atlas.click(60, atlas.map.height() - 120)
    until(atlas.map.viewed, lambda: atlas.key(Qt.Key.Key_Right), lambda _bounds, by: by == "user")
    assert atlas.store.undo_name == "Move the map"
    assert atlas.map_bounds()[0] > before[0] + 5
    until(atlas.map.viewed, lambda: atlas.do("edit.undo"))
    assert are_near(atlas.map_bounds(), before, 0.5)
    assert atlas.action("edit.redo").text() == "Redo Move the map"


NOTES_ITS_START = "(window.moves = false, map_atlas.once('zoomanim', () => { window.moves = true; }), true)"
"""On a busy machine nobody looks in the quarter of a second in which the map moves."""


@pytest.mark.parametrize("when", ["before the map has begun to move", "while it moves"])
def test_the_last_of_two_changes_of_extent_wins_however_fast_they_come(atlas, when):
    atlas.do("view.fit")
    atlas.rest()
    before = atlas.map_bounds()
    atlas.evaluate(NOTES_ITS_START)
    atlas.do("layers.zoom.plants")
    if when == "while it moves":
        eventually(lambda: atlas.evaluate("window.moves"), "the map did not begin to move")
    atlas.do("view.fit")
    atlas.rest()
    assert are_near(atlas.map_bounds(), before, 0.5)


def test_a_new_change_ends_what_could_be_made_again(atlas):
    atlas.do("years.previous")
    atlas.do("edit.undo")
    assert atlas.action("edit.redo").isEnabled()
    atlas.do("view.graticule")
    assert not atlas.action("edit.redo").isEnabled()
