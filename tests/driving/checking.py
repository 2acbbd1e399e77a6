"""Answer the presenter check of many sheets, by keys."""

from __future__ import annotations

from dialogs import answer
from patience import eventually
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest

from desktop.sheets.check_dialog import CheckDialog


def leave_as_it_is() -> None:
    """Wait beside everything else until warnings are shown, and export over them."""
    answer(CheckDialog, lambda dialog: _press(dialog, Qt.Key.Key_E))


def mend() -> None:
    """Wait beside everything else until warnings are shown, and have them mended."""
    answer(CheckDialog, lambda dialog: _press(dialog, Qt.Key.Key_M))


def _press(dialog: CheckDialog, key: Qt.Key) -> None:
    dialog.activateWindow()
    eventually(dialog.isActiveWindow, "the dialog did not get the keyboard")
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
