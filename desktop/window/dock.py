"""A dock that is built in two goes: its frame at once, what it holds when it is first to be seen."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtWidgets import QAbstractScrollArea, QDockWidget, QMainWindow, QWidget

from desktop.commands.pane import Pane
from desktop.window.scrolled import Scrolled
from desktop.window.title_bar import TitleBar


class Dock(QDockWidget):
    """The dock of a pane. While it is closed, or behind another tab, nothing needs what it holds.

    Parameters
    ----------
    dress : callable
        Paints the icons of a widget that comes when the window is already painted.
    """

    def __init__(self, window: QMainWindow, pane: Pane, dress: Callable[[QWidget], None]) -> None:
        super().__init__(pane.title, window)
        self._pane, self._dress, self._is_filled = pane, dress, False
        self.setObjectName(pane.id)
        is_upright = pane.area == "bottom"
        if is_upright:
            self.setFeatures(self.features() | QDockWidget.DockWidgetFeature.DockWidgetVerticalTitleBar)
        self.setTitleBarWidget(TitleBar(window, self, is_upright))
        self.visibilityChanged.connect(self._note_visibility)

    def fill(self) -> None:
        """Build what it holds, unless it is there."""
        if self._is_filled:
            return
        self._is_filled = True
        widget = self._pane.widget
        widget.setAccessibleName(self._pane.title)
        reached = widget.focusProxy()
        if isinstance(reached, QAbstractScrollArea) and not reached.accessibleName():
            reached.setAccessibleName(self._pane.title)  # the keyboard comes there, and what it is gets read
        self.setWidget(Scrolled(widget) if self._pane.is_tall else widget)
        self._dress(widget)

    def _note_visibility(self, is_seen: bool) -> None:
        """Be filled before the first painting, however it came to be seen: by command, tab or layout."""
        if is_seen:
            self.fill()
