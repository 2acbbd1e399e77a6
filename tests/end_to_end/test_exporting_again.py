"""A sheet that is opened again brings its words and elements back into the next export."""

import re

import pytest
from exporting import export_to, open_dialog
from patience import eventually
from PIL import Image
from qtpy.QtWidgets import QLabel
from sessions import session_in

from desktop.sheets.export_dialog import ExportDialog
from desktop.state.sheet_options import AT_FIRST

TITLE, CAPTION, FOOTER = "Magnets: made elsewhere", "Nearly all come from China.", "Seminar of the ministry"


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    """Each test finds the window and the settings as they were at first."""
    yield
    for dialog in atlas.window.findChildren(ExportDialog):
        dialog.reject()
    atlas.window.memory.settings.path.with_name("export.json").unlink(missing_ok=True)
    atlas.window.problems.hide()
    atlas.program.files.options = None
    while atlas.store.undo_name:
        atlas.store.undo()
    atlas.rest()


def export_with_words(atlas, path):
    """Export a sheet with words and elements of its own, then one that is set up otherwise."""
    dialog = open_dialog(atlas)
    dialog.form.title.setText(TITLE)
    dialog.form.caption.setText(CAPTION)
    dialog.form._footer.setText(FOOTER)
    dialog.form.elements["north"].setChecked(True)
    dialog.form.elements["chart"].setChecked(False)
    export_to(atlas, path)
    dialog = open_dialog(atlas)
    assert (dialog.form.words[0], dialog.form.words[2]) == (None, "")
    dialog.form._footer.clear()
    dialog.form.elements["north"].setChecked(False)
    dialog.form.elements["chart"].setChecked(True)
    export_to(atlas, path.with_name(f"other{path.suffix}"))


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_the_next_export_begins_with_the_words_and_elements_of_the_opened_sheet(atlas, tmp_path, ending):
    path = tmp_path / f"sheet.{ending}"
    export_with_words(atlas, path)
    atlas.program.files.open_sheet(path)
    dialog = open_dialog(atlas)
    assert dialog.form.words == (TITLE, None, CAPTION)
    assert dialog.form.choices.footer == FOOTER
    assert dialog.form.choices.elements == (AT_FIRST | {"north"}) - {"chart"}
    again = export_to(atlas, tmp_path / "again.svg")
    drawing = again.read_text(encoding="utf-8")
    assert all(words in drawing for words in (TITLE, CAPTION, FOOTER))
    assert session_in(again).options == session_in(path).options


def test_what_is_changed_then_stays_until_another_sheet_is_opened(atlas, tmp_path):
    path = tmp_path / "sheet.svg"
    export_with_words(atlas, path)
    atlas.program.files.open_sheet(path)
    dialog = open_dialog(atlas)
    dialog.form.title.setText("Magnets again")
    export_to(atlas, tmp_path / "second.svg")
    dialog = open_dialog(atlas)
    assert dialog.form.words[0] == "Magnets again"
    dialog.reject()
    atlas.program.files.open_sheet(tmp_path / "other.svg")
    dialog = open_dialog(atlas)
    eventually(lambda: dialog.preview.is_up_to_date)
    assert dialog.form.words == (None, None, "")
    assert dialog.form.choices.elements == AT_FIRST


def said_of_logo(dialog):
    return [label.text() for label in dialog.form._logo.findChildren(QLabel) if label.isVisible()]


def test_a_logo_does_not_come_back_from_a_file_and_that_is_told_where_it_is_chosen(atlas, tmp_path):
    path, logo = tmp_path / "sheet.svg", tmp_path / "ours.png"
    Image.new("RGB", (40, 20), (11, 83, 148)).save(logo)
    dialog = open_dialog(atlas)
    dialog.form._logo._take(str(logo))
    export_to(atlas, path)
    assert str(tmp_path) not in path.read_text(encoding="utf-8"), "where it lies is nobody else's business"
    atlas.program.files.open_sheet(path)
    assert "It had a logo, ours.png, which no file brings back." in atlas.said
    dialog = open_dialog(atlas)
    assert said_of_logo(dialog) == ["ours.png"], "the one that was chosen last is the same"
    dialog.form._logo._take("")
    export_to(atlas, tmp_path / "without.svg")
    atlas.program.files.open_sheet(path)
    dialog = open_dialog(atlas)
    assert said_of_logo(dialog) == [
        "none",
        "The opened sheet had “ours.png” here; no sheet brings a logo back. Choose it again.",
    ]
    dialog.form._logo._take(str(logo))
    assert said_of_logo(dialog) == ["ours.png"]
    eventually(lambda: dialog.preview.is_up_to_date)
    again = export_to(atlas, tmp_path / "again.svg")
    assert session_in(again).options == session_in(path).options
    pictures = [
        re.findall(r"<image[^>]*data:image/png[^>]*>", one.read_text(encoding="utf-8"))
        for one in (path, again)
    ]
    assert len(pictures[0]) == 1
    assert pictures[0] == pictures[1]
