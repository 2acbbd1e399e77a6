"""The page in one file, exported from the window while it stays in use, and opened again."""

import pytest
from checking import leave_as_it_is, mend
from dialogs import answer, type_path
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QFileDialog, QLabel
from sessions import session_in

from desktop.commands import years
from desktop.sheets.check_dialog import CheckDialog

STRIPPED = "Page without what brings its view back (*.html)"
LONE = "about 25,600 t rests on one source"
SAYS_SO = "one source, The Indian Express, indicative only."


def test_the_window_writes_the_page_of_what_it_shows_and_opens_it_again(atlas, tmp_path):
    path = tmp_path / "atlas"
    atlas.rest()
    atlas.click(*atlas.spot_of("plant.chavara"))
    eventually(lambda: atlas.store.atlas.selection.id == "plant.chavara", "the plant was not selected")
    before = atlas.store.atlas
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Shift+H")
    page = path.with_suffix(".html")
    eventually(page.exists, "the page was not written")
    eventually(lambda: str(page) in atlas.window.status.currentMessage(), "nobody said that it was written")
    atlas.take_keyboard()
    atlas.painted(lambda: atlas.shortcut("Alt+Left"))
    assert atlas.store.atlas != before
    atlas.window.context.files.open_sheet(page)
    assert atlas.store.atlas == before
    assert not atlas.window.problems.isVisible()


def test_the_window_writes_a_page_without_its_view_where_that_is_chosen(atlas, tmp_path):
    path = tmp_path / "bare.html"

    def choose(dialog):
        dialog.selectNameFilter(STRIPPED)
        type_path(dialog, path)

    answer(QFileDialog, choose)
    atlas.do("file.export-page")
    eventually(lambda: "bare.html" in atlas.window.status.currentMessage(), "nobody said that it was written")
    before = atlas.store.atlas
    atlas.window.context.files.open_sheet(path)
    bar = atlas.window.problems
    assert "without what brings its view back" in bar.findChildren(QLabel)[0].text()
    assert atlas.store.atlas == before
    bar.hide()


def test_a_page_that_cannot_be_written_is_told_in_one_line(atlas, tmp_path):
    folder = tmp_path / "atlas.html"
    folder.mkdir()
    answer(QFileDialog, lambda dialog: type_path(dialog, tmp_path / "map.png"))
    atlas.do("file.export-page")
    bar = atlas.window.problems
    eventually(bar.isVisible, "nobody said that it cannot be written")
    assert sorted(tmp_path.iterdir()) == [folder]
    bar.hide()


@pytest.fixture
def in_2024(atlas):
    """The window in a year of which there is something to look at before its page leaves."""
    years.go_to(atlas.store, 2024)
    yield atlas
    for dialog in atlas.window.findChildren(CheckDialog):
        dialog.reject()


def export(atlas, path, decide, kind=""):
    def choose(dialog):
        if kind:
            dialog.selectNameFilter(kind)
        type_path(dialog, path)

    answer(QFileDialog, choose)
    decide()
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Shift+H")


def test_a_page_is_looked_over_by_what_it_shows_first_and_escape_writes_nothing(in_2024, tmp_path):
    export(in_2024, tmp_path / "talk.html", lambda: None)
    dialog = eventually(
        lambda: next(iter(in_2024.window.findChildren(CheckDialog)), None), "nothing was told"
    )
    assert dialog.windowTitle() == "Before talk.html leaves"
    said = dialog.findChildren(QLabel)[0].text()
    assert said.startswith("1 thing to look at in what the page shows first.")
    assert said.endswith("what leaves unmended is kept in the file.")
    top = dialog.list.topLevelItem(0)
    assert top.text(0) == "First view, 2024"
    assert (LONE in top.child(0).text(0), top.child(0).text(1)) == (True, "Say so in the footer")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    eventually(lambda: QApplication.activeModalWidget() is None)
    assert list(tmp_path.iterdir()) == []


def test_a_page_keeps_what_it_left_over_and_shows_what_was_mended(in_2024, tmp_path):
    left, mended = tmp_path / "left.html", tmp_path / "mended.html"
    for path, decide in ((left, leave_as_it_is), (mended, mend)):
        export(in_2024, path, decide)
        said = f"Wrote {path}"
        eventually(lambda said=said: said in in_2024.window.status.currentMessage(), "it was not written")
    assert LONE in session_in(left).overridden[0]
    assert SAYS_SO not in left.read_text(encoding="utf-8").split("<footer>")[1].split("</footer>")[0]
    assert session_in(mended).overridden == ()
    assert SAYS_SO in mended.read_text(encoding="utf-8").split("<footer>")[1].split("</footer>")[0]


def test_a_page_that_carries_nothing_keeps_nothing_and_its_check_says_so(in_2024, tmp_path):
    export(in_2024, tmp_path / "talk.html", lambda: None, STRIPPED)
    dialog = eventually(
        lambda: next(iter(in_2024.window.findChildren(CheckDialog)), None), "nothing was told"
    )
    assert dialog.findChildren(QLabel)[0].text().endswith("the file tells nobody what was left.")
