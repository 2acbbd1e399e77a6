"""What stands above a dock: its name, unless a tab says it already, and how to float and to close it."""

from __future__ import annotations

from functools import partial

from qtpy.QtCore import QObject, QPoint, QSize, Qt, QTimer
from qtpy.QtWidgets import QBoxLayout, QDockWidget, QLabel, QMainWindow, QMenu, QTabBar, QToolButton, QWidget

from desktop.window.icons import NAME

_NO_LIMIT = 16777215
"""Qt's own greatest size of a widget in pixels."""
_DOCKED_HEIGHT = "docked-height"
_FLOATING_SHARE = 0.75
"""The most of the window that a floating dock covers at first, either way."""


class Titles(QObject):
    """Keeps the title bars of a window in step with its tabs, and gives the tabs a menu."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._refresh)

    def follow(self, dock: QDockWidget) -> None:
        """Look again whenever a dock is moved, shown or hidden."""
        for moved in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
            moved.connect(self._refresh_soon)

    def _refresh_soon(self, _how: object = None) -> None:
        """Wait for the event loop: which docks are tabs is not settled while they move."""
        self._late.start(0)

    def _refresh(self) -> None:
        for bar in self._window.findChildren(TitleBar):
            bar.refresh()
        for tabs in self._window.findChildren(QTabBar):
            if tabs.parent() is self._window and not tabs.property("has-menu"):
                tabs.setProperty("has-menu", True)
                tabs.setElideMode(Qt.TextElideMode.ElideNone)  # many are scrolled, none is cut
                tabs.setUsesScrollButtons(True)
                tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                tabs.customContextMenuRequested.connect(partial(self._open_menu, tabs))

    def _open_menu(self, tabs: QTabBar, place: QPoint) -> None:
        """Offer what the title bar would offer."""
        title = tabs.tabText(tabs.tabAt(place))
        docks = (dock for dock in self._window.findChildren(QDockWidget) if dock.windowTitle() == title)
        for dock in docks:
            menu = QMenu(tabs)
            menu.addAction(f"Let {title} float").triggered.connect(partial(float_dock, self._window, dock))
            menu.addAction(f"Close {title}").triggered.connect(dock.close)
            menu.popup(tabs.mapToGlobal(place))


class TitleBar(QWidget):
    """A slim bar; at the bottom of the window it stands upright at the left, to save height.

    Parameters
    ----------
    window : QMainWindow
        Knows which docks are tabs of one another.
    is_upright : bool
        Whether it stands at the left of the dock, without the name.
    """

    def __init__(self, window: QMainWindow, dock: QDockWidget, is_upright: bool) -> None:
        super().__init__(dock)
        self.setObjectName("title-bar")
        self._window, self._dock, self._is_upright = window, dock, is_upright
        self._name = QLabel(dock.windowTitle())
        self._name.setObjectName("strong")
        float_button = _button("arrows-maximize", f"Let {dock.windowTitle()} float, or dock it again")
        close_button = _button("x", f"Close {dock.windowTitle()}")
        float_button.clicked.connect(lambda: float_dock(window, dock, not dock.isFloating()))
        close_button.clicked.connect(dock.close)
        down = QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(down if is_upright else QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(*((2, 4, 2, 4) if is_upright else (8, 2, 4, 2)))
        layout.setSpacing(2)
        layout.addWidget(self._name)
        layout.addStretch(1)
        for button in (close_button, float_button) if is_upright else (float_button, close_button):
            layout.addWidget(button)

    def refresh(self) -> None:
        """Give way to the tab where the dock has one: that shows the name, and a menu."""
        is_tab = bool(self._window.tabifiedDockWidgets(self._dock)) and not self._dock.isFloating()
        for part in self.findChildren(QWidget):
            part.setHidden(is_tab or (part is self._name and self._is_upright))
        self.setMaximumHeight(0 if is_tab else _NO_LIMIT)


def float_dock(window: QMainWindow, dock: QDockWidget, on: bool = True) -> None:
    """Let a dock float over the middle of the window, high enough to be worked in; or dock it as it was."""
    if not on:
        dock.setFloating(False)
        height = dock.property(_DOCKED_HEIGHT)
        if height:
            window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
        dock.raise_()
        return
    width = dock.width()
    dock.setProperty(_DOCKED_HEIGHT, dock.height())
    dock.setFloating(True)
    if not dock.features() & QDockWidget.DockWidgetFeature.DockWidgetVerticalTitleBar:
        most = window.size() * _FLOATING_SHARE
        dock.resize(min(width, most.width()), most.height())
        place = dock.frameGeometry()
        place.moveCenter(window.frameGeometry().center())
        dock.move(place.topLeft())


def _button(icon: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setProperty(NAME, icon)
    button.setIconSize(QSize(14, 14))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
