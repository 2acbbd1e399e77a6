"""A story is made and told by keys alone: recorded, named, captioned, ordered, thrown away, brought back."""

import pytest
from dialogs import answer
from driver import keyboard_holder
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QInputDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from desktop.services.stories import bundled

STEPS = bundled().steps


@pytest.fixture
def listed(open_atlas):
    """Give the atlas with the keyboard in the list of steps, its second step current."""
    atlas = open_atlas()
    atlas.find("Go to Story")
    atlas.key(Qt.Key.Key_Return)
    found = atlas.widget(QListWidget, "Steps of the story")
    eventually(found.hasFocus)
    atlas.key(Qt.Key.Key_Down)
    yield atlas, found
    while book_of(atlas).undo_name:  # or the end would ask what is to become of it
        book_of(atlas).undo()


def book_of(atlas):
    return atlas.window.context.stories.book


def test_each_change_by_keys_has_a_name_and_is_taken_back(listed):
    atlas, found = listed
    book = book_of(atlas)
    second = STEPS[1].name
    for keys, name in (
        ("Alt+Down", f"Move {second}"),
        ("Alt+Up", f"Move {second}"),
        ("Ctrl+Shift+N", "Record 2025"),
        ("Del", "Delete 2025"),
    ):
        atlas.shortcut(keys)
        assert book.undo_name == name
        assert atlas.action("story.undo").text().replace("&", "") == f"Undo in the story: {name}"
    assert found.hasFocus()
    for _ in range(4):
        atlas.shortcut("Ctrl+Z")
    assert book.telling.story == bundled()
    assert atlas.store.undo_name is None


def test_a_recorded_step_can_be_seen_at_once_and_the_keyboard_stays_where_it_is(listed):
    atlas, found = listed
    atlas.raise_pane("volumes")
    atlas.surface.setFocus()
    eventually(atlas.surface.hasFocus)
    atlas.shortcut("Ctrl+Shift+N")
    eventually(lambda: not found.visibleRegion().isEmpty(), "the steps stay behind another pane")
    assert book_of(atlas).undo_name == "Record 2025"
    assert atlas.surface.hasFocus()


def test_a_step_is_named_and_captioned_by_commands(listed):
    atlas, _ = listed

    def say(kind, words):
        def type_in(dialog):
            line = dialog.findChild(kind)
            line.selectAll()
            QTest.keyClicks(line, words)
            dialog.accept()

        answer(QInputDialog, type_in)

    say(QLineEdit, "A company")
    atlas.do("story.rename")
    say(QPlainTextEdit, "It is founded.")
    atlas.do("story.caption")
    step = book_of(atlas).telling.story.steps[1]
    assert (step.name, step.caption) == ("A company", "It is founded.")
    assert book_of(atlas).undo_name == "Edit the caption of A company"


def test_an_empty_name_is_refused_in_words_and_changes_nothing(listed):
    atlas, _ = listed

    def say_nothing(dialog):
        line = dialog.findChild(QLineEdit)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClick(line, Qt.Key.Key_Return)

    answer(QInputDialog, say_nothing)
    atlas.do("story.rename")
    assert book_of(atlas).telling.story == bundled()
    words = f"Rename the step: expected a name, got none; it stays “{STEPS[1].name}”"
    shown = [label.text() for label in atlas.window.problems.findChildren(QLabel) if label.isVisible()]
    assert words in shown


def test_a_clicker_works_after_a_click_on_the_map_and_its_start_key_ends(listed):
    atlas, _ = listed
    atlas.shortcut("F5")
    eventually(atlas.window.isFullScreen, "nothing is presented")
    atlas.rest()
    atlas.click(300, 200)
    band = atlas.window.findChild(QWidget, "stage-band")

    def place():
        return next(label.text() for label in band.findChildren(QLabel) if " / " in label.text())

    for key, there in (("PageDown", 2), ("Right", 3), ("PageUp", 2), ("End", 10), ("Home", 1)):
        atlas.key(getattr(Qt.Key, f"Key_{key}"))
        assert place() == f"{there} / 10"
    for colour_is_black in (True, False):
        atlas.key(Qt.Key.Key_Period)
        black = atlas.window.grab().toImage().pixelColor(300, 300).name() == "#000000"
        assert black == colour_is_black
    QTest.keyClick(keyboard_holder(), Qt.Key.Key_F5)
    eventually(lambda: not atlas.window.isFullScreen(), "the window did not come back")
    atlas.rest()
