"""The title bar of a dock: its name, unless a tab says it already, and buttons to float and to close."""

from __future__ import annotations

from qtpy.QtCore import QSize, Qt
from qtpy.QtWidgets import QBoxLayout, QDockWidget, QLabel, QMainWindow, QToolButton, QWidget

from desktop.window.icons import NAME

_NO_LIMIT = 16777215
"""Qt's own greatest size of a widget in pixels."""


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
        float_button.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
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


def _button(icon: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setProperty(NAME, icon)
    button.setIconSize(QSize(14, 14))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
