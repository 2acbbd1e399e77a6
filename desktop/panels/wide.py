"""Cards side by side where a panel is wide, one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from qtpy.QtCore import Qt
from qtpy.QtGui import QResizeEvent
from qtpy.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.panels.pieces import AROUND, UNIT, walk_by_tab

_LEAST_WIDTH = 300
"""A card that stands beside another is at least so wide, in pixels."""


class WideColumn(QScrollArea):
    """As many columns of equal width as there is room for; it is scrolled, but never sideways."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[QWidget] = ()
        self._foot: QWidget | None = None
        self._columns = 0
        self._grid = QGridLayout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, parts: Sequence[QWidget], foot: QWidget | None = None) -> None:
        """Set other parts, and what stands below them over the whole width; the old ones go as a whole."""
        inside = QWidget()
        inside.setObjectName("cards")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(*AROUND)
        self._grid.setSpacing(UNIT)
        self._parts, self._foot, self._columns = parts, foot, 0
        self._place()
        self.setWidget(inside)
        walk_by_tab(self, inside)
        inside.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew where more or fewer fit side by side."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = min(max(self.viewport().width() // _LEAST_WIDTH, 1), max(len(self._parts), 1))
        if columns == self._columns:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // columns, place % columns)
        if self._foot is not None:
            self._grid.addWidget(self._foot, -(-len(self._parts) // columns), 0, 1, columns)
            if not self._parts:
                self._grid.setAlignment(self._foot, Qt.AlignmentFlag.AlignTop)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
