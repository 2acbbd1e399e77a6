"""Export a sheet as a user does: through the dialog, by keys."""

from __future__ import annotations

from pathlib import Path

from driver import Driver, keyboard_holder
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest

from desktop.sheets.export_dialog import ExportDialog


def open_dialog(atlas: Driver) -> ExportDialog:
    """Press the shortcut, and wait until the dialog has the keyboard and shows the sheet."""
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+E")
    dialog = next(found for found in atlas.window.findChildren(ExportDialog) if found.isVisible())
    dialog.preview._view.complained.connect(atlas.complaints.append)
    dialog.activateWindow()
    eventually(dialog.isActiveWindow, "the dialog did not get the keyboard")
    eventually(lambda: dialog.preview.is_up_to_date, "the preview was not drawn")
    return dialog


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(keyboard_holder(), key, keys)


def write(text: str) -> None:
    """Replace what stands where the keyboard is."""
    QTest.keySequence(keyboard_holder(), "Ctrl+A")
    press(Qt.Key.Key_Delete)
    QTest.keyClicks(keyboard_holder(), text)


def go_to(letter: Qt.Key) -> None:
    """Press the mnemonic of a field or a button."""
    press(letter, Qt.KeyboardModifier.AltModifier)


def export_to(atlas: Driver, path: Path) -> Path:
    """Export the sheet that the open dialog shows, and wait until the window says how that went."""
    atlas.window.status.clearMessage()
    go_to(Qt.Key.Key_I)
    write(str(path))
    press(Qt.Key.Key_Return)
    told = eventually(
        lambda: "Wrote" in atlas.window.status.currentMessage() or atlas.window.problems.isVisible(),
        f"{path} was not written",
    )
    assert told
    atlas.take_keyboard()
    return path


def export_sheet(atlas: Driver, path: Path) -> Path:
    """Export the sheet of what is seen, as the dialog proposes it."""
    open_dialog(atlas)
    return export_to(atlas, path)
