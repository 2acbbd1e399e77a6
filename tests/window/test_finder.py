"""The box that finds and does, by keyboard alone."""

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QTreeWidget
from widgets import click, settle

from desktop.commands import go


@pytest.fixture
def found(opened):
    window, store, port, stand_in = opened()
    stand_in.setFocus()
    QTest.keySequence(stand_in, "Ctrl+K")
    settle()
    return window, store, port, stand_in


def offered(window):
    tree = next(tree for tree in window.findChildren(QTreeWidget) if tree.accessibleName() == "Found")
    return tree, [tree.topLevelItem(place).text(0) for place in range(tree.topLevelItemCount())]


def test_ctrl_k_gives_it_the_keyboard_and_opens_the_list(found):
    window, *_ = found
    tree, titles = offered(window)
    assert QApplication.focusWidget() is window.finder
    assert tree.isVisible()
    assert titles


def test_a_place_is_found_selected_and_told_of(found):
    window, store, *_ = found
    QTest.keyClicks(window.finder, "chavara")
    QTest.keyClick(window.finder, Qt.Key.Key_Return)
    assert store.atlas.selection.id == "plant.chavara"
    assert store.frame.detail.title in "Chavara plant, Kollam"


def test_the_arrow_keys_choose_and_stay_within_the_list(found):
    window, *_ = found
    QTest.keyClicks(window.finder, "mine")
    tree, titles = offered(window)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(window.finder, key)
    for _ in range(8):
        QTest.keyClick(window.finder, Qt.Key.Key_PageDown)
    assert tree.currentIndex().row() == len(titles) - 1
    for _ in range(8):
        QTest.keyClick(window.finder, Qt.Key.Key_PageUp)
    QTest.keyClick(window.finder, Qt.Key.Key_Down)
    assert tree.currentIndex().row() == 1


def test_a_command_is_done(found):
    window, store, *_ = found
    QTest.keyClicks(window.finder, "dark theme")
    QTest.keyClick(window.finder, Qt.Key.Key_Enter)
    assert store.atlas.look.theme == "dark"


def test_a_year_is_gone_to(found):
    window, store, *_ = found
    QTest.keyClicks(window.finder, "2012")
    assert offered(window)[1][0] == "Year 2012"
    QTest.keyClick(window.finder, Qt.Key.Key_Return)
    assert store.frame.year == 2012


def test_escape_leaves_without_touching_the_selection_and_gives_the_keyboard_back(found):
    window, store, _, stand_in = found
    go.select(store, "plant.aluva")
    QTest.keyClicks(window.finder, "zz")
    QTest.keyClick(window.finder, Qt.Key.Key_Escape)
    settle()
    assert store.atlas.selection.id == "plant.aluva"
    assert QApplication.focusWidget() is stand_in
    assert not offered(window)[0].isVisible()
    assert window.finder.text() == ""


def test_what_fits_nothing_says_so_and_does_nothing(found):
    window, store, *_ = found
    before = store.atlas
    QTest.keyClicks(window.finder, "zzqxw")
    assert offered(window)[1] == ["Nothing fits “zzqxw”"]
    QTest.keyClick(window.finder, Qt.Key.Key_Return)
    assert store.atlas == before


def test_a_click_chooses(found):
    window, store, *_ = found
    QTest.keyClicks(window.finder, "oscom")
    tree, _ = offered(window)
    click(tree.viewport(), tree.visualItemRect(tree.topLevelItem(0)).center())
    assert store.atlas.selection.id is not None
    assert not tree.isVisible()
