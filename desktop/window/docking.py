"""The docks: how panes are opened, closed, walked and remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtCore import QByteArray, Qt
from qtpy.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from desktop.commands.pane import AREAS, Pane
from desktop.window.arranging import arrange
from desktop.window.dock import Dock
from desktop.window.title_bar import Titles

LAYOUT_VERSION = 1
OVER_SHARES = (0.36, 0.44)
"""Shares of the window's height that a dock over the timeline takes when it is opened: the second of a low
window, and the first as soon as that is enough to read in."""
OVER_ENOUGH = 352
"""The height in pixels in which one reads without scrolling."""


class Docks:
    """The docks of a window, one for each pane, around the map."""

    def __init__(self, window: QMainWindow, map_widget: QWidget) -> None:
        self._window, self._map = window, map_widget
        self._titles = Titles(window)
        self.panes: tuple[Pane, ...] = ()
        self._docks: dict[str, Dock] = {}
        self._over: list[Dock] = []
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.BottomDockWidgetArea)

    def take(self, panes: Sequence[Pane], dress: Callable[[QWidget], None]) -> None:
        """Dock panes, each where it first stands; those that are seen at first are filled now.

        Parameters
        ----------
        dress : callable
            Paints the icons of a widget that comes later.
        """
        self.panes = tuple(panes)
        self._docks = {pane.id: Dock(self._window, pane, dress) for pane in self.panes}
        self._over = [self._docks[pane.id] for pane in self.panes if pane.area == "over bottom"]
        for dock in self._docks.values():
            self._titles.follow(dock)
        for area in AREAS:
            first = next((pane for pane in self.panes if pane.area == area), None)
            if first and first.is_open:
                self._docks[first.id].fill()
        self.arrange()

    def fill(self) -> None:
        """Fill the docks that are open behind other tabs, so that they are there when one turns to them."""
        for pane in self.panes:
            if self.is_open(pane.id):
                self._docks[pane.id].fill()

    def arrange(self) -> None:
        """Put every dock back where it first was, open but for those that are closed at first."""
        places = {
            place: [self._docks[pane.id] for pane in self.panes if pane.area == place] for place in AREAS
        }
        arrange(self._window, places, [self._docks[pane.id] for pane in self.panes if not pane.is_open])

    def show(self, pane: str) -> None:
        """Open a pane, bring it to the front and give it the keyboard."""
        dock = self._docks[pane]
        self._open(pane)
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, pane: str, on: bool) -> None:
        """Open or close a pane."""
        if on:
            self._open(pane)
            self._docks[pane].raise_()
        else:
            self._docks[pane].hide()

    def _open(self, pane: str) -> None:
        """Show a dock; one over the timeline gets room enough when it comes."""
        dock, is_new = self._docks[pane], not self.is_open(pane)
        dock.fill()
        dock.show()
        if is_new and not dock.isFloating() and dock in self._over:
            least, most = (round(share * self._window.height()) for share in OVER_SHARES)
            height = max(least, min(most, OVER_ENOUGH))
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def is_open(self, pane: str) -> bool:
        """Tell whether a pane is open, be it behind another tab."""
        return not self._docks[pane].isHidden()

    def focus_next(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane that can be seen; the map is the first."""
        docks = (self._docks[pane.id] for pane in self.panes)
        around = [self._map, *(dock.widget() for dock in docks if not dock.visibleRegion().isEmpty())]
        focus = QApplication.focusWidget()
        inside = (place for place, pane in enumerate(around) if focus and pane.isAncestorOf(focus))
        here = around.index(focus) if focus in around else next(inside, 0)
        around[(here + step) % len(around)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> bytes:
        """Give the layout, to be restored at the next start."""
        return bytes(self._window.saveState(LAYOUT_VERSION).data())

    def restore(self, state: bytes) -> bool:
        """Take up a layout again; False where it does not fit."""
        return self._window.restoreState(QByteArray(state), LAYOUT_VERSION)
