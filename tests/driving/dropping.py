"""Drag files over a window and let them go, as a file manager does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qtpy.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from qtpy.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from qtpy.QtWidgets import QApplication, QWidget


def drag(widget: QWidget, paths: Sequence[Path], drop: bool = True) -> bool:
    """Drag files to the middle of a widget, and let them go there; tell whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPoint(widget.width() // 2, widget.height() // 2), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(widget, enter)
    welcome = enter.isAccepted()
    if drop and welcome:
        let_go = QDropEvent(QPointF(at), copy, data, left, none, QEvent.Type.Drop)
        QApplication.sendEvent(widget, let_go)
    elif welcome:
        QApplication.sendEvent(widget, QDragLeaveEvent())
    return welcome
