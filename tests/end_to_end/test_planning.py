"""A planner's panels by keyboard alone: opened, walked, gone from, taken along, and closed again."""

import pytest
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtWidgets import QApplication, QTableView

from desktop.commands import years
from desktop.panels.chart import ChartView
from desktop.panels.ladder_view import LadderView

PANELS = {"Alt+1": "matrix", "Alt+2": "deliveries", "Alt+3": "ladder", "Alt+4": "balance"}


def has_keyboard(atlas, pane):
    return atlas.dock(pane).isAncestorOf(QApplication.focusWidget())


def walk_to(atlas, kind):
    """Press Tab until a widget of a kind has the keyboard."""
    for _ in range(60):
        if isinstance(QApplication.focusWidget(), kind):
            return QApplication.focusWidget()
        atlas.key(Qt.Key.Key_Tab)
    raise AssertionError(f"no {kind.__name__} can be reached")


@pytest.mark.parametrize("keys", PANELS)
def test_each_opens_by_its_keys_and_has_the_keyboard(atlas, keys):
    pane = PANELS[keys]
    assert not atlas.window.docks.is_open(pane)
    atlas.shortcut(keys)
    assert atlas.window.docks.is_open(pane)
    assert has_keyboard(atlas, pane)
    atlas.do(f"view.pane.{pane}")
    assert not atlas.window.docks.is_open(pane)


def test_the_matrix_is_walked_and_gone_from_by_keys(atlas):
    years.go_to(atlas.store, 2024)
    atlas.shortcut("Alt+1")
    table = walk_to(atlas, QTableView)
    atlas.key(Qt.Key.Key_Right)
    row = next(n for n, line in enumerate(table.model().lines) if line.thing == "actor.irel")
    for _ in range(row - table.currentIndex().row()):
        atlas.key(Qt.Key.Key_Down)
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.atlas.clock.year == 2025
    assert atlas.store.atlas.selection.id in atlas.store.frame.desk.matrix().lines[row].cells[16].claims
    atlas.shortcut("Ctrl+Z")
    assert (atlas.store.atlas.clock.year, atlas.store.atlas.selection.id) == (2024, None)
    atlas.do("view.pane.matrix")


def test_promises_and_ladders_are_walked_by_keys(atlas):
    for keys, kind, pane in (("Alt+2", ChartView, "deliveries"), ("Alt+3", LadderView, "ladder")):
        atlas.shortcut(keys)
        atlas.shortcut("Esc")
        walk_to(atlas, kind)
        assert has_keyboard(atlas, pane)
        atlas.key(Qt.Key.Key_Right)
        assert atlas.store.atlas.selection.id.startswith("claim.")
        atlas.do(f"view.pane.{pane}")


def test_the_matrix_is_copied_for_a_spreadsheet(atlas):
    atlas.do("figures.copy-matrix")
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["subject", "series", "title"]
    assert len(lines) == len(atlas.store.frame.desk.matrix().lines) + 1
    assert len({line.count("\t") for line in lines}) == 1


def test_a_panel_over_the_timeline_leaves_the_map_room(atlas):
    atlas.shortcut("Alt+1")
    eventually(lambda: atlas.dock("matrix").height() >= 320, "the matrix has no room")
    assert atlas.map.height() >= 260
    atlas.do("view.pane.matrix")


def test_the_arc_of_a_mine_follows_its_dated_state(atlas):
    """The diamond is one path; the arc a second; a third strikes out what was undone."""

    def paths(year):
        years.go_to(atlas.store, year)
        atlas.rest()
        return atlas.evaluate(
            "[...document.querySelectorAll('.places [data-key$=\"mine.killiyoor\"] .symbol path')]"
            ".map(path => path.getAttribute('d'))"
        )

    found = {year: paths(year) for year in (2021, 2022, 2024, 2025, 2027)}
    assert {year: len(drawn) for year, drawn in found.items()} == {
        2021: 2,
        2022: 2,
        2024: 3,
        2025: 2,
        2027: 1,
    }
    assert all("A" in found[year][1] for year in (2021, 2022, 2024, 2025))
    assert len({found[year][1] for year in (2021, 2022, 2024, 2025)}) == 4
