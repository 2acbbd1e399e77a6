"""The History panel: every change by name, the present one marked, and a way to each of them."""

from dataclasses import replace

from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QLabel, QListView, QToolButton
from widgets import settle

from desktop.commands import years
from desktop.state.atlas import Clock, Selection


def parts(made):
    return made.widget.findChild(QListView)


def rows(listed):
    model = listed.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def told(listed):
    """Give what a screen reader says of the row that is marked."""
    return listed.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def walked(panel):
    made, context, _ = panel("history", follow=False)
    for year in (2024, 2023, 2022):
        years.go_to(context.store, year)
    settle()
    return made, context, parts(made)


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)
    settle()


def test_it_lists_every_change_and_marks_the_present_one(panel):
    made, context, listed = walked(panel)
    assert rows(listed) == ["As it opened", "Year 2024", "Year 2023", "Year 2022"]
    assert told(listed) == "Year 2022, the present state"
    context.store.undo()
    assert told(listed) == "Year 2023, the present state"
    assert listed.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Year 2022, taken back"
    assert any(label.text() == "2 of 3 done" for label in made.widget.findChildren(QLabel))


def test_enter_jumps_and_the_arrows_only_walk(panel):
    _made, context, listed = walked(panel)
    listed.setFocus()
    press(listed, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert context.store.atlas.clock.year == 2022
    press(listed, Qt.Key.Key_Return)
    assert context.store.atlas.clock.year == 2024
    assert told(listed) == "Year 2024, the present state"
    press(listed, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert context.store.atlas.clock.year == 2022
    press(listed, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert context.store.atlas.clock.year == 2025


def test_a_click_jumps_and_the_buttons_step(panel):
    made, context, listed = walked(panel)
    place = listed.visualRect(listed.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert context.store.atlas.clock.year == 2024
    buttons = {button.accessibleName(): button for button in made.widget.findChildren(QToolButton)}
    buttons["Redo"].click()
    assert context.store.atlas.clock.year == 2023
    buttons["Undo"].click()
    buttons["Undo"].click()
    assert context.store.atlas.clock.year == 2025
    assert not buttons["Undo"].isEnabled()


def test_a_jump_never_sets_the_years_running(panel):
    _made, context, listed = walked(panel)
    store = context.store
    store.change("Play", replace(store.atlas, clock=replace(store.atlas.clock, playing=True)))
    years.go_to(store, 2010)
    listed.setFocus()
    press(listed, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert not store.atlas.clock.playing


def test_a_gesture_is_one_entry_and_a_closed_panel_catches_up(panel):
    made, context, listed = walked(panel)
    made.widget.hide()
    for year in (2019, 2018, 2017):
        clock = Clock(year)
        context.store.change(f"Year {year}", replace(context.store.atlas, clock=clock), gesture="drag")
    assert len(rows(listed)) == 4
    made.widget.show()
    settle()
    assert rows(listed)[-2:] == ["Year 2022", "Year 2017"]


def test_five_hundred_changes_are_listed_and_the_forgotten_ones_are_said(panel):
    _made, context, listed = walked(panel)
    for number in range(600):
        name = f"Select {number}"
        context.store.change(name, replace(context.store.atlas, selection=Selection(str(number))))
    assert len(rows(listed)) == 501
    assert rows(listed)[0] == "Before the last 500 changes"
    assert told(listed) == "Select 599, the present state"
    assert listed.visualRect(listed.currentIndex()).intersects(listed.viewport().rect())
