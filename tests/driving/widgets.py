"""Widgets without a map: the application, a window around a stand-in for the map, and what widgets say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from qtpy.QtCore import QEvent, QPoint, Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from stage import Port, new_store, services_of

from desktop.panels.all import build_panels
from desktop.state.store import Store
from desktop.window.building import build_window
from desktop.window.main_window import MainWindow
from desktop.window.settings import SettingsFile


@cache
def application() -> QApplication:
    """Give the one application of this process, and keep it: PyQt5 ends with the last reference."""
    made = QApplication.instance() or QApplication(["irel-atlas"])
    assert isinstance(made, QApplication)
    return made


def settle() -> None:
    """Let everything happen that was put off, deletions included."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def open_window(
    settings: Path, store: Store | None = None, size: tuple[int, int] = (1280, 800)
) -> tuple[MainWindow, Store, Port, QWidget]:
    """Show the window with all its panels, a plain widget in the place of the map."""
    application()
    store, port, stand_in = store or new_store(), Port(), QWidget()
    stand_in.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    outside: Any = port
    window = build_window(store, stand_in, outside, services_of(port), SettingsFile(settings), build_panels)
    window.resize(*size)
    window.show()
    window.docks.fill()  # as the program does once the map is painted
    window.activateWindow()
    settle()
    return window, store, port, stand_in


def words(widget: QWidget) -> str:
    """Give everything that the labels and buttons of a widget say, hidden ones left out."""
    found = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    said = (part.accessibleName() or part.text() for part in found if part.isVisibleTo(widget))
    return "\n".join(filter(None, said))


def click(widget: QWidget, place: QPoint) -> None:
    """Click with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
