"""Where docks first stand around the map, and how large."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QDockWidget, QMainWindow

Places = Mapping[str, Sequence[QDockWidget]]
"""The docks of each of `desktop.commands.pane.AREAS`, the first in front."""

_SIDES = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_WIDTHS = {"left": (19, 252, 300, 22), "right": (30, 336, 516, 33)}
"""Per cent of the window, least and most pixels, and per cent at most where the letters are large."""
_LETTERS = 17
"""Height of a line in pixels for which the least widths are enough."""
_UPPER_SHARE = {"left": 0.56, "right": 0.66}


def arrange(window: QMainWindow, places: Places, closed: Collection[QDockWidget]) -> None:
    """Put every dock where it first stands, and open it but for those that are closed at first."""
    for docks in places.values():
        for dock in docks:
            dock.setFloating(False)
            window.removeDockWidget(dock)
    for place in places:
        _stand_first(window, places, place, closed)
    for docks in places.values():
        _stand_others(window, docks, closed)
    _size(window, places)


def _stand_first(window: QMainWindow, places: Places, place: str, closed: Collection[QDockWidget]) -> None:
    """Stand the first dock of a place, over or below the one of its side where it says so."""
    side = next(side for side in _SIDES if side in place)
    for dock in places[place][:1]:
        window.addDockWidget(_SIDES[side], dock)
        if place != side and places[side]:
            pair = (dock, places[side][0]) if place.startswith("over") else (places[side][0], dock)
            window.splitDockWidget(*pair, Qt.Orientation.Vertical)
        dock.setVisible(dock not in closed)


def _stand_others(window: QMainWindow, docks: Sequence[QDockWidget], closed: Collection[QDockWidget]) -> None:
    """Stand the others as tabs behind it; only now, for what has tabs cannot be split any more."""
    for dock in docks[1:]:
        window.tabifyDockWidget(docks[0], dock)
        dock.setVisible(dock not in closed)
    for dock in docks[:1]:
        dock.raise_()


def _size(window: QMainWindow, places: Places) -> None:
    """Size the docks to the window: the map keeps at least half of it."""
    width, height = window.width(), window.height()
    letters = max(window.fontMetrics().height() / _LETTERS, 1)
    widths = {
        side: max(
            min(max(width * share // 100, least), most), min(round(least * letters), width * more // 100)
        )
        for side, (share, least, most, more) in _WIDTHS.items()
    }
    for side, dock_width in widths.items():
        upper, lower = list(places[side][:1]), list(places[f"{side} below"][:1])
        heights = [round(height * _UPPER_SHARE[side]), round(height * (1 - _UPPER_SHARE[side]))]
        stack = [*upper, *lower]
        window.resizeDocks(upper, [dock_width] * len(upper), Qt.Orientation.Horizontal)
        window.resizeDocks(stack, heights[: len(stack)], Qt.Orientation.Vertical)
