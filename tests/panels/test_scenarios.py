"""The Scenarios panel: chosen, made, changed row by row, and wrong rows explained."""

import pytest
from qtpy.QtCore import QRect, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QToolButton
from widgets import settle

from desktop.commands import edit, scenarios
from desktop.panels.change_dialog import ChangeDialog
from desktop.panels.lists import BELOW
from desktop.panels.scenarios import part
from desktop.state.shelf import FILE, Shelved


def named(made, kind, name):
    return next(found for found in made.widget.findChildren(kind) if found.accessibleName() == name)


def press(widget, key):
    QTest.keyClick(widget, key)
    settle()


def rows(listed):
    return [listed.item(place).text() for place in range(listed.count())]


def dialog_of():
    settle()
    return next(found for found in QApplication.topLevelWidgets() if isinstance(found, ChangeDialog))


def test_one_or_none_is_chosen_by_keys_and_removing_it_gives_the_same_frame(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    listed, before = named(made, QListWidget, "Scenarios"), context.store.frame
    assert rows(listed)[0] == "No scenario"
    listed.setFocus()
    listed.setCurrentRow(2)
    press(listed, Qt.Key.Key_Return)
    title = rows(listed)[2]
    assert (context.store.frame.scenario.title, context.store.undo_name) == (title, f"Scenario {title}")
    assert context.store.frame != before
    listed.setCurrentRow(0)
    press(listed, Qt.Key.Key_Space)
    assert context.store.frame is before


def test_what_comes_with_the_atlas_is_copied_before_it_is_changed(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    scenarios.choose(context.store, context.scenarios.shelf.entries[0].scenario)
    settle()
    assert not named(made, QToolButton, "Add a change…").isEnabled()
    told = [label.text() for label in made.widget.findChildren(QLabel) if label.isVisible()]
    assert any("duplicate it" in words for words in told)
    assert context.store.atlas.scenario.note in told
    named(made, QToolButton, "Duplicate the scenario").click()
    settle()
    title = named(made, QLineEdit, "Name of the scenario")
    assert title.text().endswith("(copy)")
    title.selectAll()
    QTest.keyClicks(title, "<b>Mine</b>")
    assert context.store.atlas.scenario.title == "<b>Mine</b>"
    title.clear()
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    edit.undo(context.store)
    assert context.store.atlas.scenario.title.endswith("(copy)")


def test_a_name_that_is_emptied_is_explained_and_not_taken(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    scenarios.make_new(context.store, context.scenarios.shelf)
    settle()
    title = named(made, QLineEdit, "Name of the scenario")
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    said = [label.text() for label in made.widget.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("title: expected a text of one line") for words in said)
    assert context.store.atlas.scenario.title == "New scenario"


def test_a_change_is_added_edited_and_removed_as_rows(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    scenarios.make_new(context.store, context.scenarios.shelf)
    settle()
    named(made, QToolButton, "Add a change…").click()
    dialog = dialog_of()
    dialog.op.setCurrentIndex(dialog.op.findText("opens"))
    dialog.target.setCurrentIndex(dialog.target.findData("mine.killiyoor"))
    dialog.to.setText("soon")
    dialog.accept()
    assert dialog.wrong.text() == "Because: expected why it might be so, got nothing"
    QTest.keyClick(dialog.assumption, Qt.Key.Key_I)
    assert dialog.wrong.text() == "", "a complaint does not outlive what it is about"
    dialog.assumption.setText("Its clearances come in time.")
    dialog.accept()
    assert dialog.wrong.text() == "Becomes: expected a day such as 2029-01-01, got soon"
    dialog.to.setText("1901-01-01")
    dialog.accept()
    clock = "a day from 1950 to 2035, the years of the clock"
    assert dialog.wrong.text() == f"Becomes: expected {clock}, got 1901-01-01"
    assert (dialog.to.text(), dialog.assumption.text()) == ("1901-01-01", "Its clearances come in time.")
    dialog.before.setText("operating on 1999-01-01")
    dialog.to.setText("2029-01-01")
    dialog.accept()
    assert dialog.wrong.text().startswith("Instead of: expected reserved on 2026-06-10, got operating")
    dialog.before.clear()
    assert context.store.atlas.scenario.changes == ()
    dialog.to.setText("2029-01-01")
    dialog.accept()
    settle()
    changes = named(made, QListWidget, "Changes of the scenario")
    assert rows(changes)[0].startswith("Killiyoor: opens")
    assert changes.item(0).data(BELOW) == "Its clearances come in time."
    assert context.store.undo_name == "Add a change, Killiyoor: opens"
    changes.setCurrentRow(0)
    changes.itemActivated.emit(changes.item(0))
    again = dialog_of()
    assert (again.to.text(), again.target.currentData()) == ("2029-01-01", "mine.killiyoor")
    again.to.setText("2030-01-01")
    again.accept()
    settle()
    assert context.store.atlas.scenario.changes[0].to == "2030-01-01"
    assert context.store.undo_name == "Edit change 1, Killiyoor: opens"
    named(made, QToolButton, "Remove the change").click()
    settle()
    assert rows(changes) == []
    assert context.store.undo_name == "Remove change 1, Killiyoor: opens"
    edit.undo(context.store)
    settle()
    assert len(rows(changes)) == 1


def test_a_name_is_typed_in_the_order_of_its_letters(panel):
    made, context, _ = panel("scenarios", size=(384, 600), follow=False)
    shelf = context.scenarios.shelf
    context.store.subscribe(shelf.keep, lambda atlas, _frame: atlas.scenario)  # first, as in the program
    context.store.subscribe(made.show, part)
    scenarios.make_new(context.store, shelf)
    settle()
    for name, words in (("Name of the scenario", "Plan of May"), ("What it is about", "Two mines")):
        line = named(made, QLineEdit, name)
        line.selectAll()
        for letter in words:
            QTest.keyClicks(line, letter)
            settle()
        assert line.text() == words
    assert context.store.atlas.scenario.title == "Plan of May"


def test_the_part_of_a_name_that_only_one_has_is_enough(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    scenarios.make_new(context.store, context.scenarios.shelf)
    settle()
    named(made, QToolButton, "Add a change…").click()
    dialog = dialog_of()
    dialog.op.setCurrentIndex(dialog.op.findText("ends"))
    dialog.accept()
    assert dialog.wrong.text() == "Of which: expected a flow or an agreement, got nothing"
    dialog.target.setEditText("india to japan")
    dialog.to.setText("2025-01-01")
    dialog.assumption.setText("Nothing is shipped.")
    dialog.accept()
    assert context.store.atlas.scenario.changes[0].target == "flow.in-jp.re"


def test_a_file_that_cannot_be_read_says_why_in_its_row_and_is_not_chosen(panel):
    made, context, _ = panel("scenarios", size=(384, 600))
    shelf = context.scenarios.shelf
    shelf.put(Shelved(FILE, None, None, "plans/broken.json", "scenario: expected JSON"))
    settle()
    listed = named(made, QListWidget, "Scenarios")
    last = listed.item(listed.count() - 1)
    assert (last.text(), last.data(BELOW)) == ("broken.json", "cannot be read: scenario: expected JSON")
    listed.setFocus()
    listed.setCurrentItem(last)
    press(listed, Qt.Key.Key_Return)
    assert context.store.atlas.scenario is None


@pytest.mark.parametrize("width", [300, 384, 480])
def test_a_change_is_told_in_full_on_as_many_lines_as_it_takes(panel, width):
    made, context, _ = panel("scenarios", size=(width, 700))
    entries = (entry.scenario for entry in context.scenarios.shelf.entries)
    scenarios.choose(context.store, next(one for one in entries if one.id == "four-mines-by-2030"))
    settle()
    changes = named(made, QListWidget, "Changes of the scenario")
    assert changes.count() == 4
    for place in range(changes.count()):
        item = changes.item(place)
        box = changes.visualItemRect(item)
        room, wrap = QRect(0, 0, box.width() - 8, 400), Qt.TextFlag.TextWordWrap
        texts = (item.text(), item.data(BELOW))
        heights = [changes.fontMetrics().boundingRect(room, wrap, words).height() for words in texts]
        assert sum(heights) <= box.height()
        assert box.width() <= changes.viewport().width()
