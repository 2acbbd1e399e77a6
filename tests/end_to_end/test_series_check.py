"""The presenter check before a deck or a film: what it finds is listed, and mended or kept in the files."""

import zipfile

import pytest
from checking import leave_as_it_is, mend
from dialogs import answer, type_path
from patience import eventually
from pptx import Presentation
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from sessions import session_in

from desktop.services.stories import bundled
from desktop.sheets.carried import carried_in, first_in
from desktop.sheets.check_dialog import CheckDialog
from desktop.sheets.film_dialog import FilmDialog
from desktop.state.sheet_options import AT_FIRST

LONE = "about 25,600 t rests on one source"
SAYS_SO = "one source, The Indian Express, indicative only."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    yield
    for dialog in atlas.window.findChildren(CheckDialog):
        dialog.reject()


def begin(atlas, shortcut, path, decide):
    """Ask for a deck or a film of the bundled story by its shortcut, and decide what becomes of warnings."""
    atlas.take_keyboard()
    atlas.shortcut(shortcut)
    dialog = eventually(QApplication.activeModalWidget, "no dialog came")
    if isinstance(dialog, FilmDialog):
        for name in ("story", "zip"):
            combo = next(one for one in dialog.findChildren(QComboBox) if one.findData(name) >= 0)
            combo.setCurrentIndex(combo.findData(name))
    answer(QFileDialog, lambda asked: type_path(asked, path))
    decide()
    dialog.activateWindow()
    eventually(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_E, ALT)


def says(atlas, words):
    eventually(lambda: words in atlas.window.status.currentMessage(), f"{words} was not said")


def rows(dialog):
    """Give the sheets of the list, and of each what there is to look at."""
    tops = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return {top.text(0): [top.child(place).text(0) for place in range(top.childCount())] for top in tops}


def test_what_there_is_to_look_at_is_listed_by_slide_and_escape_writes_nothing(atlas, tmp_path):
    begin(atlas, "Ctrl+Shift+D", tmp_path / "talk.pptx", lambda: None)
    dialog = eventually(lambda: next(iter(atlas.window.findChildren(CheckDialog)), None))
    assert dialog.windowTitle() == "Before talk.pptx leaves"
    listed = rows(dialog)
    (told,) = listed["5. 2024: over 1,000 t to Japan"]
    assert LONE in told
    assert 1 < len(listed) < len(bundled().steps)
    tree, words = dialog.list, "Say so in the footer"
    room = tree.columnWidth(1) - tree.fontMetrics().horizontalAdvance(words)
    assert room > 0, "what mends it is cut off"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: QApplication.activeModalWidget() is None)
    assert list(tmp_path.iterdir()) == []


def test_a_deck_that_is_asked_for_meanwhile_takes_the_place_of_the_one_that_is_looked_over(atlas, tmp_path):
    for name in ("first.pptx", "second.pptx"):
        begin(atlas, "Ctrl+Shift+D", tmp_path / name, lambda: None)
    dialog = eventually(lambda: next(iter(atlas.window.findChildren(CheckDialog)), None))
    assert dialog.windowTitle() == "Before second.pptx leaves"
    eventually(lambda: not lookings_over(atlas), "a bar of what is over stays")


def lookings_over(atlas) -> list[str]:
    """Name the work that could be cancelled; a bar that is over goes with the next turn of Qt's loop."""
    names = [button.accessibleName() for button in atlas.window.findChildren(QPushButton, "cancel")]
    return [name for name in names if "Looking over" in name]


def test_the_pictures_of_a_deck_keep_what_it_left_over(atlas, tmp_path):
    path = tmp_path / "talk.pptx"
    begin(atlas, "Ctrl+Shift+D", path, leave_as_it_is)
    says(atlas, f"Wrote {path}")
    kept = {one.place: one.session.overridden for one in carried_in(path) if one.session}
    assert LONE in kept["slide 5"][0]
    assert kept["slide 1"] == ()
    fifth = first_in(path, "slide 5")[1].options
    assert fifth is not None
    assert (fifth.title, fifth.caption) == (bundled().steps[4].name, bundled().steps[4].caption)
    assert fifth.elements == AT_FIRST


def test_mending_writes_into_the_footers_and_then_nothing_is_left_to_keep(atlas, tmp_path):
    path = tmp_path / "talk.pptx"
    begin(atlas, "Ctrl+Shift+D", path, mend)
    says(atlas, f"Wrote {path}")
    assert [one.session.overridden for one in carried_in(path) if one.session] == [()] * len(bundled().steps)
    slide = Presentation(str(path)).slides[4]
    assert SAYS_SO in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_film_of_pictures_keeps_what_each_left_over(atlas, tmp_path):
    path = tmp_path / "story.zip"
    begin(atlas, "Ctrl+Shift+V", path, leave_as_it_is)
    says(atlas, f"{len(bundled().steps)} pictures")
    with zipfile.ZipFile(path) as pictures:
        pictures.extractall(tmp_path)  # made by ourselves
    kept = [session_in(picture).overridden for picture in sorted(tmp_path.glob("**/*.png"))]
    assert len(kept) == len(bundled().steps)
    assert LONE in kept[4][0]
    assert kept[0] == ()
