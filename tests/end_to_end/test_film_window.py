"""Films out of the window: set up by keys, made while the window goes on, cancelled without a trace."""

import shutil

import pytest
from checking import leave_as_it_is
from dialogs import answer, type_path
from patience import eventually
from PIL import Image
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)

from desktop.services.stories import bundled
from desktop.sheets.carried import carried_in
from desktop.sheets.film_dialog import FilmDialog


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    yield
    while atlas.store.undo_name:
        atlas.store.undo()
    atlas.take_keyboard()


def open_dialog(atlas) -> FilmDialog:
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Shift+V")
    eventually(lambda: isinstance(QApplication.activeModalWidget(), FilmDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FilmDialog)
    dialog.activateWindow()
    eventually(dialog.isActiveWindow)
    return dialog


def press(dialog, letter):
    """Press Alt and a letter, and give what has the keyboard then."""
    key = getattr(Qt.Key, f"Key_{letter.upper()}")
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
    return QApplication.focusWidget()


def choose(dialog, letter, name):
    """Go to a list by its letter, and along it by the arrow keys."""
    combo = press(dialog, letter)
    assert isinstance(combo, QComboBox)
    wanted = combo.findData(name)
    assert wanted >= 0
    while combo.currentIndex() != wanted:
        key = Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up
        QTest.keyClick(combo, key)


def write_number(dialog, letter, number):
    field = press(dialog, letter)
    assert isinstance(field, QAbstractSpinBox)
    field.selectAll()
    QTest.keyClicks(field, number)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def said(dialog) -> str:
    return dialog.findChild(QLabel, "export-words").text()


def test_years_are_filmed_by_the_keyboard_alone(atlas, tmp_path):
    year = atlas.store.frame.year
    dialog = open_dialog(atlas)
    assert said(dialog) == "21 pictures, 21 s"
    write_number(dialog, "y", str(year - 2))
    choose(dialog, "f", "gif")
    choose(dialog, "z", "1280x720")
    choose(dialog, "t", "dark")
    write_number(dialog, "h", "0.5")
    assert said(dialog) == "3 pictures, 1.5 s"
    path = tmp_path / "years.gif"
    answer(QFileDialog, lambda asked: type_path(asked, path))
    leave_as_it_is()
    press(dialog, "e")
    eventually(lambda: "3 pictures of 1280×720" in atlas.window.status.currentMessage())
    with Image.open(path) as film:
        assert (film.n_frames, film.size, film.info["duration"]) == (3, (1280, 720), 500)
        corner = film.convert("L").getpixel((3, 3))
    assert isinstance(corner, int)
    assert corner < 67
    assert atlas.store.frame.year == year


def test_what_was_chosen_last_is_there_again_and_escape_leaves(atlas):
    dialog = open_dialog(atlas)
    choose(dialog, "f", "zip")
    answer(QFileDialog, lambda asked: asked.reject())
    press(dialog, "e")
    eventually(lambda: QApplication.activeModalWidget() is None)
    dialog = open_dialog(atlas)
    assert dialog.choices.kind == "zip"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: QApplication.activeModalWidget() is None)


def test_own_words_and_elements_stand_on_every_picture(atlas, tmp_path):
    dialog = open_dialog(atlas)
    choose(dialog, "s", "years")
    year = atlas.store.frame.year
    write_number(dialog, "y", str(year - 1))
    choose(dialog, "f", "folder")
    choose(dialog, "z", "1280x720")
    footer = press(dialog, "r")
    assert isinstance(footer, QLineEdit)
    footer.selectAll()
    QTest.keyClicks(footer, "Room 4")
    chart, shown = (
        next(b for b in dialog.findChildren(QCheckBox) if b.text() == t)
        for t in ("Chart", "Year and scenario")
    )
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert not shown.isEnabled()
    assert shown.isChecked()
    answer(QFileDialog, lambda asked: type_path(asked, tmp_path / "own"))
    leave_as_it_is()
    press(dialog, "e")
    eventually(lambda: "2 pictures of 1280×720" in atlas.window.status.currentMessage())
    for picture in (tmp_path / "own").iterdir():
        (one,) = carried_in(picture)
        assert one.session.options.footer == "Room 4"
        assert "chart" not in one.session.options.elements
    dialog = open_dialog(atlas)
    assert dialog.choices.own.footer == "Room 4", "what was chosen last is there again"
    again = press(dialog, "r")
    assert isinstance(again, QLineEdit)
    again.clear()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: QApplication.activeModalWidget() is None)


def test_the_open_story_is_filmed(atlas, tmp_path):
    dialog = open_dialog(atlas)
    choose(dialog, "s", "story")
    choose(dialog, "f", "zip")
    count = len(bundled().steps)
    assert said(dialog) == f"{count} pictures"
    path = tmp_path / "story.zip"
    answer(QFileDialog, lambda asked: type_path(asked, path))
    leave_as_it_is()
    press(dialog, "e")
    eventually(lambda: f"{count} pictures" in atlas.window.status.currentMessage())
    assert path.is_file()


def test_a_film_that_cannot_be_is_told_and_not_begun(atlas, monkeypatch):
    dialog = open_dialog(atlas)
    choose(dialog, "s", "years")
    write_number(dialog, "y", "2030")
    export = next(button for button in dialog.findChildren(QPushButton) if "Export" in button.text())
    assert "turned round" in said(dialog)
    assert not export.isEnabled()
    write_number(dialog, "y", "2020")
    assert export.isEnabled()
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    choose(dialog, "f", "mp4")
    assert "apt install ffmpeg" in said(dialog)
    assert not export.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: QApplication.activeModalWidget() is None)


def test_a_film_is_cancelled_in_the_status_bar(atlas, tmp_path):
    dialog = open_dialog(atlas)
    choose(dialog, "s", "years")
    write_number(dialog, "y", "1950")
    choose(dialog, "f", "mp4")
    choose(dialog, "z", "1920x1080")
    answer(QFileDialog, lambda asked: type_path(asked, tmp_path / "all.mp4"))
    press(dialog, "e")
    status = atlas.window.status
    eventually(
        lambda: (
            status.findChild(QPushButton, "cancel") and status.findChild(QPushButton, "cancel").isVisible()
        )
    )
    QTest.mouseClick(status.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)
    eventually(lambda: status.currentMessage() == "Cancelled: all.mp4 was not written")
    assert list(tmp_path.iterdir()) == []


def test_the_command_is_found_by_its_words(atlas):
    titles = [command.title for command in atlas.window.commands()]
    assert "Export film…" in titles
