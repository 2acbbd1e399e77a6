"""A widget that says when it comes into view: what nobody sees costs nothing."""

from __future__ import annotations

from qtpy.QtCore import Signal
from qtpy.QtGui import QShowEvent
from qtpy.QtWidgets import QWidget


class Seen(QWidget):
    """Says when it comes into view, be it opened or brought from behind another tab."""

    came = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.came.emit()
