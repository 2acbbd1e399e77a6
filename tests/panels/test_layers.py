"""The Layers panel shows the rows that the map draws, and does what is ticked, dragged and pressed."""

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QSlider, QStyle, QStyleOptionViewItem, QToolButton, QTreeWidget
from widgets import settle

from desktop.commands import edit, layers, years
from desktop.panels.lists import SOFT, SYMBOL


@pytest.fixture
def shown(panel):
    made, context, _ = panel("layers")
    return made, context.store, made.widget.findChild(QTreeWidget)


def item(tree, name):
    (found,) = tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def button(made, name):
    return next(button for button in made.widget.findChildren(QToolButton) if button.accessibleName() == name)


def test_every_row_that_the_map_draws_stands_under_its_group(shown):
    _, store, tree = shown
    told = {
        tree.topLevelItem(n).text(0): [
            tree.topLevelItem(n).child(m).text(0) for m in range(tree.topLevelItem(n).childCount())
        ]
        for n in range(tree.topLevelItemCount())
    }
    expected = {}
    for row in store.frame.rows:
        if row.style != "none":
            expected.setdefault(row.group, []).append(row.title)
    assert told == expected


def test_a_row_says_how_many_are_there_and_how_many_have_a_figure(shown):
    _, store, tree = shown
    assert item(tree, "Plants").text(1) == "3/3"
    assert item(tree, "Magnets from China").text(1) == "1 of 1"
    assert item(tree, "Magnets from China").toolTip(1) == "1 of 1 with a figure"
    years.go_to(store, 1951)
    assert item(tree, "Plants").text(1) == "0/3"
    assert item(tree, "Plants").data(0, SOFT)
    assert item(tree, "Plants").data(0, SYMBOL) == "plant"


def test_unticking_hides_and_undo_ticks_again(shown):
    _, store, tree = shown
    item(tree, "Mines").setCheckState(0, Qt.CheckState.Unchecked)
    assert "proposed_mines" not in store.atlas.layers.visible
    assert store.undo_name == "Hide Mines"
    edit.undo(store)
    assert item(tree, "Mines").checkState(0) == Qt.CheckState.Checked


def test_a_group_is_ticked_as_a_whole_and_shows_when_it_is_mixed(shown):
    _, store, tree = shown
    trade = item(tree, "Trade")
    assert trade.checkState(0) == Qt.CheckState.PartiallyChecked
    trade.setCheckState(0, Qt.CheckState.Unchecked)
    assert not [
        row for row in store.frame.rows if row.group == "Trade" and row.style != "none" and row.visible
    ]
    trade.setCheckState(0, Qt.CheckState.Checked)
    assert trade.checkState(0) == Qt.CheckState.Checked


def test_the_space_bar_ticks_and_the_arrow_keys_walk(shown):
    _, store, tree = shown
    tree.setCurrentItem(item(tree, "Plants"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert "plants" not in store.atlas.layers.visible
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentItem() is item(tree, "Mines")


def test_the_slider_fades_the_marked_row_in_one_entry(shown):
    made, store, tree = shown
    tree.setCurrentItem(item(tree, "Mines"))
    slider = made.widget.findChild(QSlider)
    assert slider.value() == 100
    slider.setSliderDown(True)
    for value in (80, 60, 40):
        slider.setValue(value)
    slider.setSliderDown(False)
    assert store.atlas.layers.opacity_of("proposed_mines") == 0.4
    edit.undo(store)
    assert store.atlas.layers.opacity == ()
    assert slider.value() == 100


def test_showing_alone_and_zooming_act_on_the_marked_row(shown):
    made, store, tree = shown
    tree.setCurrentItem(item(tree, "Plants"))
    alone = button(made, "Show this layer alone")
    alone.click()
    assert store.atlas.layers.visible == {"plants"}
    assert alone.isChecked()
    alone.click()
    assert "proposed_mines" in store.atlas.layers.visible
    button(made, "Zoom to this layer").click()
    assert store.undo_name == "Zoom to Plants"


def test_a_step_of_the_year_keeps_the_items(shown):
    _, store, tree = shown
    before = item(tree, "Plants")
    years.go_to(store, 2012)
    assert item(tree, "Plants") is before


def test_showing_changes_nothing_in_the_store(shown):
    made, store, _ = shown
    before, name = store.atlas, store.undo_name
    made.show(made._shown)
    assert (store.atlas, store.undo_name) == (before, name)
    layers.set_visible(store, "plants", False)
    assert store.undo_name == "Hide Plants"


def test_a_row_is_pinned_to_the_year_and_says_so(panel):
    made, context, _ = panel("layers")
    tree = made.widget.findChild(QTreeWidget)
    item = next(
        found
        for found in tree.findItems("Plants", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        if found.parent()
    )
    tree.setCurrentItem(item)
    pin = next(
        button
        for button in made.widget.findChildren(QToolButton)
        if button.accessibleName() == "Pin this layer to the year"
    )
    pin.click()
    years.go_to(context.store, 1955)
    assert item.text(0).endswith("2025")
    assert "pinned to 2025" in item.toolTip(0)
    pin.click()
    assert (item.text(0), context.store.undo_name) == ("Plants", "Unpin Plants")


@pytest.mark.parametrize("year", [1955, 2012, 2025, 2030])
def test_names_and_counts_have_room_in_a_narrow_pane(panel, year):
    made, context, _ = panel("layers", size=(252, 262))
    years.go_to(context.store, year)
    settle()
    first_last = (
        QStyleOptionViewItem.ViewItemPosition.Beginning,
        QStyleOptionViewItem.ViewItemPosition.End,
    )
    tree, part = made.widget.findChild(QTreeWidget), QStyle.SubElement.SE_ItemViewItemText
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    rows = [group.child(place) for group in groups for place in range(group.childCount())]
    assert len(rows) == 7
    assert tree.verticalScrollBar().isVisible()
    for row in rows:
        for column in (0, 1):
            option, index = QStyleOptionViewItem(), tree.indexFromItem(row, column)
            option.initFrom(tree)
            option.rect = tree.visualRect(index)
            option.viewItemPosition = first_last[column]
            tree.itemDelegate().initStyleOption(option, index)
            room = tree.style().subElementRect(part, option, tree)
            words = row.text(column)
            assert room.width() >= tree.fontMetrics().horizontalAdvance(words), words
