"""On the map: the list walks what is drawn, and follows what is selected elsewhere."""

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QListWidget

from desktop.commands import edit, extent, go, layers, years
from desktop.panels.lists import BELOW, SOFT


@pytest.fixture
def shown(panel):
    made, context, _ = panel("visible")
    return made, context.store, made.widget.findChild(QListWidget)


def things(listed):
    return [listed.item(place).data(Qt.ItemDataRole.UserRole) for place in range(listed.count())]


def test_it_lists_exactly_what_the_frame_draws(shown):
    _, store, listed = shown
    for year in (2025, 2012, 1955):
        years.go_to(store, year)
        frame = store.frame
        assert sorted(things(listed)) == sorted(
            drawn.thing for drawn in (*frame.flows, *frame.places, *frame.areas)
        )


def test_the_arrow_keys_walk_and_undo_goes_back_in_one(shown):
    _, store, listed = shown
    listed.setFocus()
    for _ in range(3):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert store.atlas.selection.id == things(listed)[3]
    edit.undo(store)
    assert store.atlas.selection.id is None


def test_taking_the_keyboard_selects_nothing(shown):
    _, store, listed = shown
    listed.clearFocus()
    listed.setFocus()
    assert store.atlas.selection.id is None


def test_enter_zooms_to_it(shown):
    _, store, listed = shown
    listed.setFocus()
    go.select(store, "plant.aluva")
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert store.atlas.view.bounds == store.frame.detail.bounds


def test_a_selected_claim_marks_its_thing(shown):
    _, store, listed = shown
    go.select(store, "claim.cn-in-magnets-fy2025")
    assert listed.currentItem().data(Qt.ItemDataRole.UserRole) == "flow.cn-in.magnets"
    go.select(store, None)
    assert listed.selectedItems() == []


def test_what_lies_outside_the_extent_steps_back(shown):
    _, store, listed = shown
    extent.show(store, "Zoom to Kerala", (75.0, 8.0, 78.0, 12.0))
    soft = {
        listed.item(n).data(Qt.ItemDataRole.UserRole): bool(listed.item(n).data(SOFT))
        for n in range(listed.count())
    }
    assert not soft["plant.aluva"]
    assert soft["plant.oscom"]


def test_each_entry_says_what_and_how_sure(shown):
    _, _, listed = shown
    entry = next(listed.item(n) for n in range(listed.count()) if things(listed)[n] == "flow.in-jp.re")
    assert "not found" in entry.text()
    assert "suspension requested" in entry.data(BELOW)
    assert entry.data(BELOW) in entry.data(Qt.ItemDataRole.AccessibleTextRole)


def test_with_nothing_drawn_it_says_what_to_do(shown):
    made, store, _ = shown
    for group in {row.group for row in store.frame.rows}:
        layers.set_group_visible(store, group, False)
    assert "Tick a layer" in made.widget.currentWidget().children()[1].text()
