"""Each command of the lists runs in the window, and what asks for something can be left with Escape."""

import pytest
from patience import LOOK_MS, eventually
from qtpy.QtCore import Qt, QTimer
from qtpy.QtPrintSupport import QPrintDialog
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog

from desktop.services.stories import bundled
from desktop.sheets.export_dialog import ExportDialog
from desktop.window.day_dialog import DayDialog

ASKING = {
    "file.open-data-folder": QFileDialog,
    "file.export-sheet": ExportDialog,
    "file.export-page": QFileDialog,
    "file.export-table": QFileDialog,
    "file.print-sheet": QPrintDialog,
    "help.glossary": QDialog,
    "known.ask": DayDialog,
    "scenario.open": QFileDialog,
    "views.save": QInputDialog,
    "views.import": QFileDialog,
    "help.shortcuts": QDialog,
    "help.about": QDialog,
    "story.open": QFileDialog,
    "story.save": QFileDialog,
    "story.save-as": QFileDialog,
}
ENDING = {"file.quit"}


@pytest.fixture
def left(atlas):
    """Leave whatever dialog comes up."""
    met: list[QDialog] = []
    timer = QTimer(atlas.window, interval=LOOK_MS)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            met.append(dialog)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    timer.timeout.connect(leave)
    timer.start()
    yield met
    eventually(lambda: QApplication.activeModalWidget() is None, "a dialog cannot be left")
    timer.stop()


@pytest.mark.usefixtures("left")
def test_every_command_runs(atlas):
    atlas.do("layers.show.other_sites")
    names = [command.id for command in atlas.window.commands() if command.id not in ENDING]
    assert len(names) > 60
    ran = set()
    for name in names:
        if not atlas.command(name).enabled(atlas.window.context):
            continue
        atlas.do(name)
        if atlas.window.isFullScreen():
            atlas.take_keyboard()
            atlas.key(Qt.Key.Key_Escape)
        if name in ASKING:
            eventually(lambda: QApplication.activeModalWidget() is None, f"{name} cannot be left")
        ran.add(name)
        assert not atlas.window.problems.isVisible(), name
        assert atlas.complaints == [], name
    assert set(ASKING) | {"story.present"} <= ran
    atlas.window.context.stories.book.open(bundled())  # or closing the window would ask about the changes
    atlas.rest()


@pytest.mark.parametrize(("name", "kind"), ASKING.items())
def test_what_asks_asks_in_a_dialog_of_its_kind(atlas, left, name, kind):
    left.clear()
    atlas.do(name)
    met = eventually(lambda: left)
    assert isinstance(met[0], kind)


def test_only_what_can_be_done_is_enabled(atlas):
    atlas.do("go.clear-selection")
    atlas.do("layers.show-all-again")
    for name in ("go.clear-selection", "view.zoom-to-selection", "edit.copy"):
        assert not atlas.action(name).isEnabled()
    atlas.find("OSCOM")
    atlas.key(Qt.Key.Key_Return)
    for name in ("go.clear-selection", "view.zoom-to-selection", "edit.copy"):
        assert atlas.action(name).isEnabled()


def test_what_there_is_nothing_of_is_no_entry(atlas):
    for name in ("file.recover-session", "file.dismiss-session", "views.show-9"):
        assert not atlas.action(name).isVisible()


def test_no_shortcut_is_given_twice(atlas):
    keys = [command.shortcut for command in atlas.window.commands() if command.shortcut]
    assert len(keys) == len(set(keys))


def test_the_finder_finds_commands_years_places_claims_and_sources(atlas):
    for text, kind in (
        ("Measure", "command"),
        ("1999", "year"),
        ("Chavara", "plant"),
        ("Reuters", "source"),
        ("neodymium", "claim"),
    ):
        kinds = {match.kind for match in atlas.window._offer(text)}
        assert kind in kinds
    atlas.find("1999")
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.frame.year == 1999
