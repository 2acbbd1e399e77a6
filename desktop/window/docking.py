"""The docks: where panes first stand, how wide, and how they are opened, closed and put back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qtpy.QtCore import QByteArray, QObject, QPoint, Qt, QTimer
from qtpy.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QTabBar, QTabWidget, QWidget

from desktop.commands.pane import AREAS, Pane
from desktop.window.title_bar import TitleBar

LAYOUT_VERSION = 1
_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_UPPER_SHARE = {"left": 0.56, "right": 0.60}


class Docks(QObject):
    """The docks of a window, one for each pane, around the map."""

    def __init__(self, window: QMainWindow, map_widget: QWidget) -> None:
        super().__init__(window)
        self._window, self._map = window, map_widget
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._refresh_titles)
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
        for dock in self._docks.values():
            for moved in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
                moved.connect(self._refresh_titles_soon)
        self.arrange()

    def arrange(self) -> None:
        """Put every dock back where it first was, and open it."""
        for pane in self.panes:
            dock = self._docks[pane.id]
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for place in AREAS:
            self._stand_first(place)
        for place in AREAS:
            self._stand_others(place)
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

    def _refresh_titles_soon(self, _how: object = None) -> None:
        """Wait for the event loop: which docks are tabs is not settled while they move."""
        self._late.start(0)

    def _refresh_titles(self) -> None:
        for bar in self._window.findChildren(TitleBar):
            bar.refresh()
        for tabs in self._window.findChildren(QTabBar):
            if tabs.parent() is self._window and not tabs.property("has-menu"):
                tabs.setProperty("has-menu", True)
                tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                tabs.customContextMenuRequested.connect(partial(self._open_tab_menu, tabs))

    def _open_tab_menu(self, tabs: QTabBar, place: QPoint) -> None:
        """Offer what the title bar would offer."""
        title = tabs.tabText(tabs.tabAt(place))
        dock = next((dock for dock in self._docks.values() if dock.windowTitle() == title), None)
        if dock is not None:
            menu = QMenu(tabs)
            menu.addAction(f"Let {title} float").triggered.connect(lambda: dock.setFloating(True))
            menu.addAction(f"Close {title}").triggered.connect(dock.close)
            menu.popup(tabs.mapToGlobal(place))

    def _stand_first(self, place: str) -> None:
        """Stand the first pane of a place, below the one of its side where it says so."""
        side, _, is_below = place.partition(" ")
        for dock in self._docks_in(place)[:1]:
            self._window.addDockWidget(_AREAS[side], dock)
            if is_below and self._docks_in(side):
                self._window.splitDockWidget(self._docks_in(side)[0], dock, Qt.Orientation.Vertical)
            dock.show()

    def _stand_others(self, place: str) -> None:
        """Stand the others as tabs behind it; only now, for what has tabs cannot be split any more."""
        docks = self._docks_in(place)
        for dock in docks[1:]:
            self._window.tabifyDockWidget(docks[0], dock)
            dock.show()
        for dock in docks[:1]:
            dock.raise_()

    def _docks_in(self, place: str) -> list[QDockWidget]:
        return [self._docks[pane.id] for pane in self.panes if pane.area == place]

    def _size(self) -> None:
        """Size the docks to the window: the map keeps at least half of it."""
        width, height = self._window.width(), self._window.height()
        widths = {
            "left": min(max(width * 19 // 100, 216), 300),
            "right": min(max(width * 30 // 100, 328), 480),
        }
        for side, dock_width in widths.items():
            upper, lower = self._docks_in(side)[:1], self._docks_in(f"{side} below")[:1]
            heights = [round(height * _UPPER_SHARE[side]), round(height * (1 - _UPPER_SHARE[side]))]
            stack = [*upper, *lower]
            self._window.resizeDocks(upper, [dock_width] * len(upper), Qt.Orientation.Horizontal)
            self._window.resizeDocks(stack, heights[: len(stack)], Qt.Orientation.Vertical)


def _dock(window: QMainWindow, pane: Pane) -> QDockWidget:
    dock = QDockWidget(pane.title, window)
    dock.setObjectName(pane.id)
    dock.setWidget(pane.widget)
    is_upright = pane.area == "bottom"
    if is_upright:
        dock.setFeatures(dock.features() | QDockWidget.DockWidgetFeature.DockWidgetVerticalTitleBar)
    dock.setTitleBarWidget(TitleBar(window, dock, is_upright))
    pane.widget.setAccessibleName(pane.title)
    return dock
