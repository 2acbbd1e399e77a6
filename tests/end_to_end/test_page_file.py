"""The page in one file, exported from the window while it stays in use, and opened again."""

from dialogs import answer, type_path
from patience import eventually
from qtpy.QtWidgets import QFileDialog, QLabel


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
        dialog.selectNameFilter("Page without what brings its view back (*.html)")
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
