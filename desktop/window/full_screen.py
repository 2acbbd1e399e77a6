"""The window as a screen for an audience: the map and what is put around it, and afterwards as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qtpy.QtCore import QByteArray, QTimer
from qtpy.QtGui import QScreen
from qtpy.QtWidgets import QApplication, QDockWidget, QFrame, QGridLayout, QMainWindow, QToolBar, QWidget

_TO_THE_USER = ("offer-bar", "problem-bar")
"""What is offered or reported to whoever works with the window, and is no business of an audience."""


def other_screen(window: QWidget) -> QScreen:
    """Give a screen that the window is not on, if there is one; else its own."""
    own = window.screen()
    return next((screen for screen in QApplication.screens() if screen is not own), own)


@dataclass(frozen=True, slots=True)
class _Before:
    geometry: QByteArray
    layout: QByteArray
    state: Any
    hidden: tuple[QWidget, ...]
    focus: QWidget | None


class FullScreen:
    """Fills a screen with the middle of a window.

    Parameters
    ----------
    window : QMainWindow
        Its central widget has a grid, with the map in row 1, column 0.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before: _Before | None = None
        self._around: tuple[QWidget, ...] = ()

    def enter(self, screen: QScreen, beside: QWidget, below: QWidget) -> None:
        """Fill a screen with the map, one widget at its side, as high as the screen, and one below."""
        window, grid = self._window, self._grid()
        told = [bar for name in _TO_THE_USER for bar in window.findChildren(QFrame, name)]
        bars = (window.menuBar(), window.statusBar(), *window.findChildren(QToolBar), *told)
        docks = window.findChildren(QDockWidget)
        hidden = tuple(part for part in (*bars, *docks) if not part.isHidden())
        state = window.windowState()
        self._before = _Before(
            window.saveGeometry(), window.saveState(), state, hidden, QApplication.focusWidget()
        )
        for part in hidden:
            part.hide()
        self._around = (beside, below)
        grid.addWidget(beside, 1, 1, 2, 1)
        grid.addWidget(below, 2, 0)
        for part in self._around:
            part.show()
        window.windowHandle().setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def leave(self) -> None:
        """Bring the window back as it was: size, place, docks, and where the keyboard was."""
        if self._before is None:
            return
        before, self._before = self._before, None
        for part in self._around:
            part.hide()
            self._grid().removeWidget(part)
        self._grid().activate()  # or what stood around the map would still ask for its room
        for part in before.hidden:
            part.show()
        self._window.setWindowState(before.state)
        self._window.restoreState(before.layout)
        self._settle()
        self._window.restoreGeometry(before.geometry)
        self._window.restoreState(before.layout)
        QTimer.singleShot(0, lambda: self._window.restoreState(before.layout))  # once it has its size again
        if before.focus is not None:
            before.focus.setFocus()

    def _settle(self) -> None:
        """Let the window's own layout learn at once how little room it needs."""
        layout = self._window.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def _grid(self) -> QGridLayout:
        middle = self._window.centralWidget()
        grid = middle.layout() if middle else None
        assert isinstance(grid, QGridLayout)
        return grid
