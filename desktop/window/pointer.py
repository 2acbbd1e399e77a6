"""The pointer before an audience: it goes away once it has lain still, and is back when it moves."""

from __future__ import annotations

from qtpy.QtCore import QObject, QPoint, Qt, QTimer
from qtpy.QtGui import QCursor
from qtpy.QtWidgets import QApplication

STILL_MS = 2500
"""The pointer goes away when it has not moved for so long."""
_LOOK_MS = 100


class PointerRest(QObject):
    """Hides a pointer that lies still; it looks where that is, because pages keep its moves to themselves."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at, self._still_ms = QPoint(), 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.is_hidden = False

    def begin(self) -> None:
        """Look at the pointer from now on."""
        self._at, self._still_ms = QCursor.pos(), 0
        self._timer.start()

    def end(self) -> None:
        """Let the pointer be, and be seen."""
        self._timer.stop()
        self._hide(False)

    def _look(self) -> None:
        here = QCursor.pos()
        self._still_ms = self._still_ms + _LOOK_MS if here == self._at else 0
        self._at = here
        self._hide(self._still_ms >= STILL_MS)

    def _hide(self, hidden: bool) -> None:
        if hidden == self.is_hidden:
            return
        self.is_hidden = hidden
        if hidden:
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        else:
            QApplication.restoreOverrideCursor()
