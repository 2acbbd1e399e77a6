"""Answer dialogs that hold the program up, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from patience import LOOK_MS, eventually
from qtpy.QtCore import Qt, QTimer
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QFileDialog, QLineEdit


def answer(kind: type, do: Callable[[Any], object]) -> None:
    """Wait beside everything else for a dialog of some kind, and do something with it, once."""
    timer = QTimer(QApplication.instance(), interval=LOOK_MS)

    def see() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            timer.stop()
            timer.deleteLater()
            do(dialog)

    timer.timeout.connect(see)
    timer.start()


def type_path(dialog: QFileDialog, path: Path) -> None:
    """Type a path into one of Qt's own file dialogs, and Enter."""
    line = dialog.findChild(QLineEdit)
    assert line is not None
    dialog.activateWindow()
    line.setFocus()
    eventually(line.hasFocus, "the dialog did not get the keyboard")
    line.clear()
    QTest.keyClicks(line, str(path))
    offered = line.completer().popup() if line.completer() else None
    if offered is not None and offered.isVisible():
        QTest.keyClick(offered, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Return)
