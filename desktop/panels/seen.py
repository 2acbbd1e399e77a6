"""A widget that says when it comes into view: what nobody sees costs nothing."""

from __future__ import annotations

from typing import Generic, TypeVar

from qtpy.QtCore import Signal
from qtpy.QtGui import QShowEvent
from qtpy.QtWidgets import QWidget

Part = TypeVar("Part")


class Seen(QWidget):
    """Says when it comes into view, be it opened or brought from behind another tab."""

    came = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.came.emit()


class WhenSeen(Generic[Part]):
    """A panel that writes its part of the state only where it can be seen, else when it comes into view.

    Parameters
    ----------
    widget : Seen
        What is docked.
    """

    def __init__(self, widget: Seen) -> None:
        self.widget = widget
        self._shown: Part | None = None
        widget.came.connect(self._write_again)

    def show(self, shown: Part) -> None:
        """Show a part of the state, now or when the panel is next seen."""
        self._shown = shown
        if self.widget.isVisible():
            self._write(shown)

    def _write_again(self) -> None:
        if self._shown is not None:
            self._write(self._shown)

    def _write(self, shown: Part) -> None:
        raise NotImplementedError
