"""Files dropped on the window, wherever in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qtpy.QtCore import QEvent, QMimeData, QObject, Qt
from qtpy.QtGui import QDropEvent
from qtpy.QtWidgets import QWidget


class Dropping(QObject):
    """Lets a window take one file at a time.

    Parameters
    ----------
    take : callable
        Gets the path of the file that was dropped.
    """

    def __init__(self, window: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Welcome a file, and take it when it is let go; everything else goes on its way."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDropEvent)
        path = _file_in(event.mimeData())
        if path is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(path)
        return True


def _file_in(dragged: QMimeData) -> Path | None:
    """Give the one file on this machine that is dragged; None where it is something else, or several."""
    paths = [url.toLocalFile() for url in dragged.urls()]
    return Path(paths[0]) if len(paths) == 1 and paths[0] else None
