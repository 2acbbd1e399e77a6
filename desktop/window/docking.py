"""The docks: where panes first stand, how wide, and how they are opened, closed and put back."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import QByteArray, Qt
from qtpy.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from desktop.commands.pane import Pane

LAYOUT_VERSION = 1
_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_UPPER_SHARE = {"left": 0.56, "right": 0.60}


class Docks:
    """The docks of a window, one for each pane, around the map."""

    def __init__(self, window: QMainWindow, map_widget: QWidget) -> None:
        self._window, self._map = window, map_widget
        self.panes: tuple[Pane, ...] = ()
        self._docks: dict[str, QDockWidget] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, _AREAS["bottom"])

    def take(self, panes: Sequence[Pane]) -> None:
        """Dock panes, each where it first stands."""
        self.panes = tuple(panes)
        self._docks = {pane.id: _dock(self._window, pane) for pane in self.panes}
        self.arrange()

    def arrange(self) -> None:
        """Put every dock back where it first was, and open it."""
        for pane in self.panes:
            dock = self._docks[pane.id]
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for place in ("left", "left below", "right", "right below", "bottom"):
            self._arrange_place(place)
        self._size()

    def show(self, pane: str) -> None:
        """Open a pane, bring it to the front and give it the keyboard."""
        dock = self._docks[pane]
        dock.show()
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, pane: str, on: bool) -> None:
        """Open or close a pane."""
        self._docks[pane].setVisible(on)
        if on:
            self._docks[pane].raise_()

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

    def _arrange_place(self, place: str) -> None:
        side, _, below = place.partition(" ")
        docks = [self._docks[pane.id] for pane in self.panes if pane.area == place]
        for dock in docks:
            self._window.addDockWidget(_AREAS[side], dock)
            if dock is not docks[0]:
                self._window.tabifyDockWidget(docks[0], dock)
            dock.show()
        if docks:
            docks[0].raise_()
        first = next((pane for pane in self.panes if pane.area == side), None)
        if below and docks and first:
            self._window.splitDockWidget(self._docks[first.id], docks[0], Qt.Orientation.Vertical)

    def _size(self) -> None:
        """Size the docks to the window: the map keeps at least half of it."""
        width, height = self._window.width(), self._window.height()
        widths = {
            "left": min(max(width * 19 // 100, 200), 300),
            "right": min(max(width * 30 // 100, 300), 480),
        }
        for side, dock_width in widths.items():
            upper = [self._docks[pane.id] for pane in self.panes if pane.area == side][:1]
            lower = [self._docks[pane.id] for pane in self.panes if pane.area == f"{side} below"][:1]
            heights = [round(height * _UPPER_SHARE[side]), round(height * (1 - _UPPER_SHARE[side]))]
            stack = [*upper, *lower]
            self._window.resizeDocks(upper, [dock_width] * len(upper), Qt.Orientation.Horizontal)
            self._window.resizeDocks(stack, heights[: len(stack)], Qt.Orientation.Vertical)


def _dock(window: QMainWindow, pane: Pane) -> QDockWidget:
    dock = QDockWidget(pane.title, window)
    dock.setObjectName(pane.id)
    dock.setWidget(pane.widget)
    pane.widget.setAccessibleName(pane.title)
    return dock
