"""A pane that is scrolled where the window is too low for it, so that another may have the room."""

from __future__ import annotations

from qtpy.QtCore import QSize, Qt
from qtpy.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_HEIGHT = 104
"""What a pane keeps of its height in pixels, however much the others ask for."""


class Scrolled(QScrollArea):
    """Gives a widget all of its own room, and itself what is left; it is scrolled, but never sideways."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.setFocusProxy(content)

    def sizeHint(self) -> QSize:
        """Ask for what the content asks for."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need the content's width beside a scroll bar, and little height."""
        least = self._content.minimumSizeHint()
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), LEAST_HEIGHT)
