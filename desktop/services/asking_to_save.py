"""The question what is to become of changes that are not saved."""

from __future__ import annotations

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QMessageBox, QWidget

Choice = QMessageBox.StandardButton


def question(window: QWidget, what: str, name: str) -> QMessageBox:
    """Ask whether to save something, let its changes go, or stay.

    Parameters
    ----------
    what : str
        "story" or "session".
    name : str
        Which one.
    """
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(f"Save the {what}?")
    box.setText(f"The {what} has changes that are not saved.")
    box.setInformativeText(name)
    box.setStandardButtons(Choice.Save | Choice.Discard | Choice.Cancel)
    box.setDefaultButton(Choice.Save)
    return box
