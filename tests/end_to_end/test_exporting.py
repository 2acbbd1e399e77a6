"""The export dialog, by keys: what it shows is what leaves, and what is wrong is said before."""

import json
import os
import signal

import pytest
from driver import keyboard_holder
from exporting import export_to, go_to, open_dialog, press, write
from nearness import are_near
from patience import eventually, until
from PIL import Image, ImageChops, ImageStat
from qtpy.QtCore import Qt
from qtpy.QtGui import QImage
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox
from sessions import session_in

from desktop.commands import extent, years
from desktop.sheets.choices import CUSTOM, Choices, ChoicesFile
from desktop.sheets.errors import SheetError
from desktop.sheets.export_dialog import ExportDialog
from desktop.web.picture import is_one_colour
from desktop.window.progress import Progress

STILL = 20
"""So many grabs in a row are the same once a page has come to rest."""
RARE_EARTHS_2024 = "over 1,000 t of rare earths"


@pytest.fixture(autouse=True)
def _as_opened(atlas):
    """Each test finds the window and the settings as they were at first."""
    yield
    for dialog in atlas.window.findChildren(ExportDialog):
        dialog.reject()
    settings_of(atlas).unlink(missing_ok=True)
    atlas.window.problems.hide()
    while atlas.store.undo_name:
        atlas.store.undo()
    atlas.rest()


def settings_of(atlas):
    return atlas.window.memory.settings.path.with_name("export.json")


def set_up(dialog, **choices):
    """Set what the form's boxes say."""
    dialog.form.choose(**choices)


def said(dialog):
    return dialog._words.text()


def can_export(dialog):
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Export").isEnabled()


def settled(dialog):
    eventually(lambda: dialog.preview.is_up_to_date, "the preview does not come to rest")


def test_keys_alone_write_a_sheet_with_words_of_ones_own(atlas, tmp_path):
    atlas.rest()
    open_dialog(atlas)
    assert keyboard_holder().placeholderText() == "India's rare earths: who ships what to whom"
    write("Magnets: made elsewhere")
    go_to(Qt.Key.Key_R)
    write("Seminar of the ministry")
    path = export_to(atlas, tmp_path / "sheet.svg")
    drawing = path.read_text(encoding="utf-8")
    assert "Magnets: made elsewhere" in drawing
    assert "Seminar of the ministry" in drawing
    assert "who ships what to whom" not in drawing
    assert session_in(path).atlas == atlas.store.atlas
    assert not [found for found in atlas.window.findChildren(ExportDialog) if found.isVisible()]
    assert list(tmp_path.iterdir()) == [path]


def test_tab_goes_through_everything_and_never_into_the_preview(atlas):
    dialog = open_dialog(atlas)
    met = []
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        assert not dialog.preview.isAncestorOf(keyboard_holder())
        met.append(keyboard_holder())
    kinds = [type(widget) for widget in dict.fromkeys(met)]
    assert kinds.count(QCheckBox) == len(dialog.findChildren(QCheckBox)) - 1  # the notice cannot be switched
    assert kinds.count(QComboBox) == 3
    assert {"&Export", "Cancel", "Co&py picture", "&Browse…"} <= {
        widget.text() for widget in met if isinstance(widget, QPushButton)
    }


def test_escape_leaves_and_keeps_nothing(atlas):
    dialog = open_dialog(atlas)
    press(Qt.Key.Key_Escape)
    eventually(lambda: not dialog.isVisible())
    assert not settings_of(atlas).exists()


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_the_preview_is_the_export(atlas, tmp_path, theme):
    """The same drawing: its picture and the exported one differ by no more than how edges are smoothed."""
    dialog = open_dialog(atlas)
    set_up(dialog, theme=theme, size="slide")
    settled(dialog)
    seen = still(dialog.preview._view, tmp_path)
    with Image.open(export_to(atlas, tmp_path / f"{theme}.png")) as picture:
        assert picture.size == (1920, 1080)
        exported = picture.convert("RGB").resize(seen.size, Image.Resampling.LANCZOS)
    difference = ImageStat.Stat(ImageChops.difference(seen, exported))
    assert max(difference.mean) < 6, difference.mean
    assert max(ImageStat.Stat(seen).stddev) > 20


def still(widget, folder):
    """Grab a page once it has come to rest."""
    grabs: list[QImage] = []

    def is_still():
        grabs.append(widget.grab().toImage())
        last = grabs[-STILL:]
        return len(last) == STILL and not is_one_colour(last[-1]) and all(grab == last[-1] for grab in last)

    eventually(is_still)
    path = folder / "still.png"
    assert grabs[-1].save(str(path))
    with Image.open(path) as picture:
        return picture.convert("RGB")


def test_of_many_changes_the_latest_is_drawn_and_most_others_are_not(atlas):
    dialog = open_dialog(atlas)
    begun = dialog.preview._seq
    words = "What the window shows is what leaves"
    until(dialog.preview.drawn, lambda: QTest.keyClicks(keyboard_holder(), words))
    assert dialog.preview._last.options.title == words
    assert dialog.preview._seq - begun < len(words) / 2


def test_a_sheet_of_2024_shows_2024_after_the_window_has_moved_on(atlas, tmp_path):
    years.go_to(atlas.store, 2024)
    open_dialog(atlas)
    years.go_to(atlas.store, 2030)
    path = export_to(atlas, tmp_path / "sheet.svg")
    assert RARE_EARTHS_2024 in path.read_text(encoding="utf-8")
    found = session_in(path)
    assert found.atlas.clock.year == 2024
    assert "claim.in-jp-2024-sangri" in {figure.claim for figure in found.figures}


def test_the_sheet_of_the_opening_view_is_framed_as_that_and_any_other_as_it_stands(atlas):
    sheet, opening = atlas.program.files.sheet_request, atlas.store.frame.opening
    atlas.do("view.fit")
    atlas.rest()
    assert atlas.map_bounds() != opening  # the window has another shape
    assert sheet("png").bounds == opening
    extent.show(atlas.store, "Move", (75.0, 8.0, 78.0, 11.0))
    atlas.rest()
    assert sheet("png").bounds == atlas.map_bounds()


def test_a_sheet_that_waits_its_turn_shows_the_year_it_was_asked_for(atlas, tmp_path):
    years.go_to(atlas.store, 2024)
    sheets, other = atlas.program.files.sheets, []
    open_dialog(atlas)
    for _ in range(3):
        sheets.make(atlas.program.files.sheet_request("png"), other.append, other.append)
    go_to(Qt.Key.Key_I)
    path = tmp_path / "sheet.svg"
    write(str(path))
    press(Qt.Key.Key_Return)
    years.go_to(atlas.store, 2030)
    assert len(other) < 3
    eventually(path.exists)
    assert len(other) == 3
    assert RARE_EARTHS_2024 in path.read_text(encoding="utf-8")
    assert session_in(path).atlas.clock.year == 2024


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [(20000, 10000, "at most 100 megapixels, got 20000x10000"), (300, 300, "at least 320 pixels")],
)
def test_a_size_that_no_sheet_can_have_is_told_in_the_dialog(atlas, width, height, words):
    dialog = open_dialog(atlas)
    set_up(dialog, size=CUSTOM)
    spin_values(dialog, (width, height))
    assert words in said(dialog)
    assert "px" not in dialog._size.text(), "no size is told of a sheet that cannot be"
    assert "\n" not in said(dialog)
    assert not can_export(dialog)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    set_up(dialog, size="a4")
    settled(dialog)
    assert can_export(dialog)
    assert dialog._size.text() == "2480 × 3508 px, 210 × 297 mm at 300 dpi"


def test_a_paper_in_millimetres_comes_out_in_its_size(atlas, tmp_path):
    dialog = open_dialog(atlas)
    set_up(dialog, size=CUSTOM)
    dialog.form.custom.choose_unit("mm")
    spin_values(dialog, (297, 210, 150))
    settled(dialog)
    assert said(dialog) == ""
    with Image.open(export_to(atlas, tmp_path / "sheet.png")) as picture:
        assert picture.size == (1754, 1240)
        assert are_near(picture.info["dpi"], (150, 150), 0.1)


def test_pixels_have_the_dots_per_inch_that_are_asked_for(atlas, tmp_path):
    dialog = open_dialog(atlas)
    set_up(dialog, size=CUSTOM)
    spin_values(dialog, (2400, 1600))
    settled(dialog)
    assert dialog._size.text() == "2400 × 1600 px"
    spin_values(dialog, (2400, 1600, 200))
    settled(dialog)
    assert dialog._size.text() == "2400 × 1600 px, 305 × 203 mm at 200 dpi"
    with Image.open(export_to(atlas, tmp_path / "sheet.png")) as picture:
        assert picture.size == (2400, 1600)
        assert are_near(picture.info["dpi"], (200, 200), 0.1)


def spin_values(dialog, values):
    """Set the fields of a custom size that can be seen: width, height, and dots per inch."""
    seen = [spin for spin in dialog.form.findChildren(QSpinBox) if spin.isVisible()]
    for spin, value in zip(seen, values, strict=False):
        spin.setValue(value)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/sheet.png", "there is no folder"),
        ("", "it is a folder"),
        ("sheet.gif", "a name that ends in .png, .pdf or .svg"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_told_in_the_dialog(atlas, tmp_path, name, words):
    (tmp_path / "folder.png").mkdir()
    dialog = open_dialog(atlas)
    go_to(Qt.Key.Key_I)
    write(str(tmp_path / (name or "folder.png")))
    assert words in said(dialog)
    assert not can_export(dialog)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_no_name_at_all_is_told_too(atlas):
    dialog = open_dialog(atlas)
    go_to(Qt.Key.Key_I)
    write("")
    assert said(dialog) == "file: expected a name, such as irel-atlas.png, got none"


def test_a_logo_that_is_none_is_told_and_can_be_taken_away(atlas, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"<svg onload='alert(1)'/>")
    dialog = open_dialog(atlas)
    dialog.form._logo._take(str(logo))
    assert said(dialog).startswith("logo: expected a PNG picture")
    assert not can_export(dialog)
    Image.new("RGBA", (300, 120), (11, 83, 148, 255)).save(logo)
    dialog.form._logo._take(str(logo))
    settled(dialog)
    assert can_export(dialog)
    drawing = export_to(atlas, tmp_path / "sheet.svg").read_text(encoding="utf-8")
    assert "data:image/png;base64," in drawing


def test_the_name_follows_the_format_and_the_format_the_name(atlas):
    dialog = open_dialog(atlas)
    assert dialog.file.ending == ".png"
    set_up(dialog, kind="pdf")
    assert dialog.file.ending == ".pdf"
    go_to(Qt.Key.Key_I)
    write("map.svg")
    assert dialog.form.kind == "svg"
    set_up(dialog, kind="map")
    assert dialog.file.ending == ".png"
    go_to(Qt.Key.Key_I)
    write("other.png")
    assert dialog.form.kind == "map"


def test_what_was_chosen_comes_back_but_never_a_title(atlas, tmp_path):
    dialog = open_dialog(atlas)
    write("Only today")
    set_up(dialog, size="square", theme="print")
    dialog.form.elements["chart"].setChecked(False)
    go_to(Qt.Key.Key_C)
    eventually(lambda: not dialog._choices().carries)
    path = export_to(atlas, tmp_path / "sheet.png")
    with Image.open(path) as picture:
        assert picture.size == (1080, 1080)
    assert "Only today" not in settings_of(atlas).read_text(encoding="utf-8")
    with pytest.raises(SheetError):
        session_in(path)
    again = open_dialog(atlas)
    assert again.form.words == (None, None, "")
    chosen = again._choices()
    assert (chosen.preset, chosen.theme, chosen.carries) == ("square", "print", False)
    assert "chart" not in chosen.elements
    assert again.file.path == tmp_path / "irel-atlas-2025.png"


def test_damaged_settings_are_as_at_the_first_time(tmp_path):
    first, kept = Choices(theme="dark"), ChoicesFile(tmp_path / "export.json")
    assert kept.read(first) == first
    kept.write(Choices(preset="a3", unit="mm"))
    assert kept.read(first) == Choices(preset="a3", unit="mm")
    sound = json.loads(kept.path.read_text(encoding="utf-8"))
    for wrong in ({"preset": ["a3"]}, {"width": -1}, {"elements": ["title", "tune"]}, {"logo": "a\nb"}):
        kept.path.write_text(json.dumps({**sound, **wrong}), encoding="utf-8")
        (name,) = wrong
        assert getattr(kept.read(first), name) == getattr(first, name)
    for text in ("", "[]", "{", '{"schema": 99}'):
        kept.path.write_text(text, encoding="utf-8")
        assert kept.read(first) == first


def test_the_picture_goes_to_the_clipboard_as_png_and_svg(atlas):
    dialog = open_dialog(atlas)
    set_up(dialog, size="slide")
    settled(dialog)
    QApplication.clipboard().clear()
    go_to(Qt.Key.Key_P)
    eventually(lambda: said(dialog) == "The picture is on the clipboard.")
    data = QApplication.clipboard().mimeData()
    assert bytes(data.data("image/png").data()).startswith(b"\x89PNG")
    assert b"<svg" in bytes(data.data("image/svg+xml").data())[:200]
    assert (data.imageData().width(), data.imageData().height()) == (1920, 1080)


def test_a_picture_on_the_clipboard_keeps_what_it_was_copied_over(atlas, tmp_path):
    dialog = open_dialog(atlas)
    write("450 t of neodymium")
    settled(dialog)
    eventually(dialog.warnings_list.isVisible)
    QApplication.clipboard().clear()
    go_to(Qt.Key.Key_P)
    eventually(lambda: said(dialog) == "The picture is on the clipboard.")
    pasted = tmp_path / "pasted.png"
    pasted.write_bytes(bytes(QApplication.clipboard().mimeData().data("image/png").data()))
    assert [record.split("/")[0] for record in session_in(pasted).overridden] == ["target-not-marked"]


def test_a_file_that_is_there_is_mentioned_and_another_name_proposed(atlas, tmp_path):
    open_dialog(atlas)
    export_to(atlas, tmp_path / "irel-atlas-2025.png")
    dialog = open_dialog(atlas)
    assert dialog.file.path == tmp_path / "irel-atlas-2025-2.png"
    go_to(Qt.Key.Key_I)
    write(str(tmp_path / "irel-atlas-2025.png"))
    assert said(dialog) == "Replaces irel-atlas-2025.png, which is there already."
    assert can_export(dialog)


def test_the_preview_comes_back_after_its_process_was_killed(atlas):
    dialog = open_dialog(atlas)
    view = dialog.preview._view
    until(view.crashed, lambda: os.kill(view._page.renderProcessPid(), signal.SIGKILL))
    until(dialog.preview.drawn)
    write("And again")
    settled(dialog)
    assert can_export(dialog)


BARE_TARGET = "450 t of neodymium a year"


def warnings(dialog):
    return [label.text() for label in dialog.warnings_list.findChildren(QLabel) if label.isVisible()]


def test_a_target_that_reads_as_a_fact_is_mended_by_one_key(atlas, tmp_path):
    dialog = open_dialog(atlas)
    assert not dialog.warnings_list.isVisible()
    write(BARE_TARGET)
    settled(dialog)
    assert warnings(dialog)[0] == "Before it leaves: 1 thing to look at"
    assert "reads as a fact: a target" in warnings(dialog)[1]
    dialog.warnings_list.findChild(QPushButton).setFocus()
    press(Qt.Key.Key_Space)
    settled(dialog)
    assert dialog.form.words[0] == "450 t (target) of neodymium a year"
    assert not dialog.warnings_list.isVisible()
    assert session_in(export_to(atlas, tmp_path / "sheet.png")).overridden == ()


def test_a_sheet_can_leave_over_a_warning_and_its_file_remembers_that(atlas, tmp_path):
    open_dialog(atlas)
    write(BARE_TARGET)  # and it leaves at once, before the warning could be read
    found = session_in(export_to(atlas, tmp_path / "sheet.pdf"))
    assert [record.split("/")[0] for record in found.overridden] == ["target-not-marked"]


def test_what_no_legend_explains_is_mended_in_the_elements(atlas):
    dialog = open_dialog(atlas)
    dialog.form.elements["legend"].setChecked(False)
    settled(dialog)
    assert "which no legend explains" in warnings(dialog)[1]
    dialog.warnings_list.findChild(QPushButton).click()
    settled(dialog)
    assert dialog.form.elements["legend"].isChecked()
    assert not dialog.warnings_list.isVisible()


def test_the_bare_map_leaves_with_its_place_for_gis(atlas, tmp_path):
    dialog = open_dialog(atlas)
    set_up(dialog, kind="map", size="slide")
    assert not dialog.form.elements["title"].isEnabled()
    assert (dialog.form.subtitle.isEnabled(), dialog.form.subtitle.placeholderText()) == (False, "")
    set_up(dialog, kind="png")
    assert "trade with Japan" in dialog.form.subtitle.placeholderText()
    set_up(dialog, kind="map")
    settled(dialog)
    path = export_to(atlas, tmp_path / "map.png")
    assert {found.suffix for found in tmp_path.iterdir()} == {".png", ".pgw", ".prj", ".xml"}
    west, north = map(float, path.with_suffix(".pgw").read_text(encoding="ascii").split()[-2:])
    assert west < 8_000_000
    assert north > 3_000_000


def test_an_export_is_cancelled_in_the_status_bar_and_the_old_file_stays(atlas, tmp_path):
    path = tmp_path / "wall.png"
    path.write_bytes(b"old")
    dialog = open_dialog(atlas)
    set_up(dialog, size="a3")
    settled(dialog)
    go_to(Qt.Key.Key_I)
    write(str(path))
    press(Qt.Key.Key_Return)
    (progress,) = atlas.window.status.findChildren(Progress)
    progress._patience.timeout.emit()
    QTest.mouseClick(progress.findChild(QPushButton), Qt.MouseButton.LeftButton)
    eventually(lambda: atlas.window.status.currentMessage() == "Cancelled: wall.png was not written")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    eventually(lambda: not atlas.window.status.findChildren(Progress))
