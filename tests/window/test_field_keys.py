"""Typing in a field takes no shortcut from the atlas, and keeps the keys that edit text."""

import pytest
from qtpy.QtCore import Qt
from qtpy.QtGui import QKeySequence
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox

from desktop.commands import years


@pytest.fixture
def typing(opened):
    """Give a way to put the keyboard into a field of the window, and the window with its store."""
    window, store, *_ = opened()

    def put(kind):
        field = kind(window)
        field.show()
        window.activateWindow()
        field.setFocus()
        assert QApplication.focusWidget() is field
        return field

    return put, window, store


def test_no_field_takes_the_key_of_a_command_that_edits_no_text(typing):
    put, window, _store = typing
    done = []
    commands = [command for command in window.commands() if "Ctrl+" in command.shortcut]
    kept = {"edit.undo", "edit.redo", "edit.copy"}
    for command in commands:
        window.doing.of(command).triggered.disconnect()
        window.doing.of(command).setEnabled(True)
        window.doing.of(command).triggered.connect(lambda _on=False, name=command.id: done.append(name))
    for kind in (QLineEdit, QSpinBox, QPlainTextEdit):
        field = put(kind)
        done.clear()
        for command in commands:
            if command.id not in kept:
                QTest.keySequence(field, QKeySequence(command.shortcut))
        assert done == [command.id for command in commands if command.id not in kept]


def test_a_line_is_edited_by_the_keys_of_text(typing):
    put, _window, store = typing
    before = store.atlas
    line = put(QLineEdit)
    QTest.keyClicks(line, "Chavara")
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+Z"):
        QTest.keySequence(line, QKeySequence(keys))
    assert line.text() == ""
    QTest.keySequence(line, QKeySequence("Ctrl+V"))
    assert line.text() == "Chavara"
    QTest.keySequence(line, QKeySequence("Ctrl+A"))
    QTest.keySequence(line, QKeySequence("Ctrl+X"))
    assert line.text() == ""
    QTest.keySequence(line, QKeySequence("Ctrl+Z"))
    QTest.keySequence(line, QKeySequence("Ctrl+Shift+Z"))
    assert line.text() == ""
    assert store.atlas is before


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox])
def test_where_a_field_has_nothing_to_take_back_undo_is_the_atlas_s(typing, kind):
    put, _window, store = typing
    year = store.atlas.clock.year
    years.go_to(store, 2012)
    field = put(kind)
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert store.atlas.clock.year == year
    QTest.keySequence(field, QKeySequence("Ctrl+Shift+Z"))
    assert store.atlas.clock.year == 2012
    QTest.keyClick(field, Qt.Key.Key_7)
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert store.atlas.clock.year == 2012, "what was typed is taken back first"
