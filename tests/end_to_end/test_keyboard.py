"""A tour by keyboard alone: from the finder to quitting, nothing needs a mouse."""

import csv

from dialogs import answer, type_path
from driver import keyboard_holder
from exporting import export_sheet
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QFileDialog, QListWidget, QSpinBox, QTreeWidget


def find(atlas, text: str) -> None:
    atlas.find(text)
    atlas.key(Qt.Key.Key_Return)


def test_a_tour_by_keyboard_alone(open_atlas, tmp_path):
    atlas = open_atlas()
    go_to_a_place(atlas)
    step_years(atlas)
    show_a_layer(atlas)
    walk_the_map(atlas)
    export_figures(atlas, tmp_path / "figures.csv")
    export_a_sheet(atlas, tmp_path / "sheet.svg")
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Q")
    assert not atlas.window.isVisible()


def go_to_a_place(atlas) -> None:
    find(atlas, "Chavara")
    assert atlas.store.atlas.selection.id == "plant.chavara"
    assert "Chavara" in atlas.words("details")
    eventually(lambda: atlas.halo() == ["plant.chavara"])
    atlas.shortcut("Ctrl+J")
    atlas.rest()
    west, south, east, north = atlas.map_bounds()
    assert west < 76.53 < east
    assert south < 9.0 < north
    assert east - west < 20
    atlas.shortcut("Ctrl+0")


def step_years(atlas) -> None:
    for year in (2026, 2027, 2028):
        atlas.shortcut("Alt+Right")
        assert atlas.store.frame.year == year
    atlas.shortcut("Ctrl+G")
    atlas.type("2025")
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.frame.year == 2025


def show_a_layer(atlas) -> None:
    find(atlas, "Go to Layers")
    tree = atlas.widget(QTreeWidget, "Layers")
    eventually(tree.hasFocus)
    while tree.currentItem().text(0) != "Other sites" or tree.currentItem().parent() is None:
        before = tree.currentItem()
        atlas.key(Qt.Key.Key_Down)
        assert tree.currentItem() is not before, "the end was reached"
    atlas.painted(lambda: atlas.key(Qt.Key.Key_Space))
    assert "other_sites" in atlas.store.atlas.layers.visible


def walk_the_map(atlas) -> None:
    find(atlas, "Go to On the map")
    listed = atlas.widget(QListWidget, "On the map")
    eventually(listed.hasFocus)
    seen = []
    atlas.key(Qt.Key.Key_Home)
    for place in range(listed.count()):
        if place:
            atlas.key(Qt.Key.Key_Down)
        thing = listed.currentItem().data(Qt.ItemDataRole.UserRole)
        assert atlas.store.atlas.selection.id == thing
        seen.append(thing)
    frame = atlas.store.frame
    assert set(seen) == {thing.thing for thing in (*frame.places, *frame.areas, *frame.flows)}
    eventually(lambda: atlas.halo() == [seen[-1]])
    atlas.key(Qt.Key.Key_Home)
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.undo_name.startswith("Zoom to")


def export_figures(atlas, table) -> None:
    answer(QFileDialog, lambda dialog: type_path(dialog, table))
    atlas.shortcut("Ctrl+Shift+E")
    eventually(table.exists, "no table was written")
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(atlas.store.frame.figures)


def export_a_sheet(atlas, sheet) -> None:
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+G")
    assert isinstance(keyboard_holder(), QSpinBox), "a field of text has its own use for the next key"
    export_sheet(atlas, sheet)
    assert sheet.read_text(encoding="utf-8").startswith("<")


def test_a_menu_is_opened_and_worked_by_its_letters(open_atlas):
    atlas = open_atlas()
    QTest.keyClick(keyboard_holder(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    menu = eventually(QApplication.activePopupWidget, "no menu opened")
    QTest.keyClick(menu, Qt.Key.Key_P)
    eventually(lambda: "plants" not in atlas.store.atlas.layers.visible)
    assert atlas.store.undo_name == "Hide Plants"


def test_the_window_can_go_while_the_keyboard_is_in_the_finder(open_atlas):
    open_atlas().find("OSCOM")
    atlas = open_atlas()
    assert not atlas.window.finder.hasFocus()


def test_escape_leaves_the_finder_and_nothing_else(open_atlas):
    atlas = open_atlas()
    find(atlas, "OSCOM")
    atlas.find("anything")
    atlas.key(Qt.Key.Key_Escape)
    assert not atlas.window.finder.hasFocus()
    assert atlas.store.atlas.selection.id == "plant.oscom"
    atlas.key(Qt.Key.Key_Escape)
    assert atlas.store.atlas.selection.id is None


def test_f6_walks_every_pane_that_can_be_seen_and_comes_round(open_atlas):
    atlas = open_atlas()
    atlas.surface.setFocus()
    docks = [atlas.dock(pane.id) for pane in atlas.window.docks.panes]
    visible = {dock.objectName() for dock in docks if not dock.visibleRegion().isEmpty()}
    met = set()
    for _ in range(len(visible)):
        atlas.shortcut("F6")
        focus = atlas.application.focusWidget()
        met |= {dock.objectName() for dock in docks if dock.isAncestorOf(focus)}
    assert met == visible
    atlas.shortcut("F6")
    assert not any(dock.isAncestorOf(atlas.application.focusWidget()) for dock in docks)
