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
        self._lower: Sequence[QWidget] = ()
        self._foot: QWidget | None = None
        self._columns = 0
        self._grid = QGridLayout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(
        self, parts: Sequence[QWidget], foot: QWidget | None = None, lower: Sequence[QWidget] = ()
    ) -> None:
        """Set other parts; the old ones go as a whole.

        Parameters
        ----------
        foot : QWidget or None
            What stands below all others over the whole width.
        lower : sequence of QWidget
            Flatter parts, below the others in rows of their own.
        """
        inside = QWidget()
        inside.setObjectName("cards")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(*AROUND)
        self._grid.setSpacing(UNIT)
        self._parts, self._lower, self._foot, self._columns = parts, lower, foot, 0
        self._place()
        self.setWidget(inside)
        walk_by_tab(self, inside)
        inside.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew where more or fewer fit side by side."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        most = max(len(self._parts), len(self._lower), 1)
        columns = min(max(self.viewport().width() // _LEAST_WIDTH, 1), most)
        if columns == self._columns:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns = columns
        below = 0
        for parts in (self._parts, self._lower):
            for place, part in enumerate(parts):
                self._grid.addWidget(part, below + place // columns, place % columns)
            below += -(-len(parts) // columns)
        if self._foot is not None:
            self._grid.addWidget(self._foot, below, 0, 1, columns)
            if not below:
                self._grid.setAlignment(self._foot, Qt.AlignmentFlag.AlignTop)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
