"""A legend above a panel: samples of what it draws, with their names, in as many lines as the width needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QPainter, QPaintEvent
from qtpy.QtWidgets import QWidget

from desktop.panels.pieces import UNIT, colours_of
from resources.palette import Palette

Draw = Callable[[QPainter, QRectF, Palette], None]
"""Paints a sample into an area."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SAMPLE, _HEIGHT, _GAP = 28, 20, 2


class SampleLegend(QWidget):
    """Says by samples what the forms of a panel mean.

    Parameters
    ----------
    entries : sequence of (callable, str)
        What paints each sample, and what it stands for.
    """

    def __init__(self, entries: Sequence[tuple[Draw, str]]) -> None:
        super().__init__()
        self._entries = entries
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend: " + "; ".join(words for _, words in entries))

    def hasHeightForWidth(self) -> bool:
        """Need more lines where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines."""
        return round(max(box.bottom() for _, _, box in self._placed(width))) + 2

    def sizeHint(self) -> QSize:
        """Prefer the width that there is."""
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        """Wrap where there is no room."""
        return QSize(200, max(_HEIGHT, self.fontMetrics().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each sample and its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        for draw, words, box in self._placed(self.width()):
            painter.save()
            draw(painter, QRectF(box.left(), box.top(), _SAMPLE, box.height()), colours)
            painter.restore()
            painter.drawText(box.adjusted(_SAMPLE + UNIT * 0.75, 0, 0, 0), _LEFT, words)
        painter.end()

    def _placed(self, width: int) -> list[tuple[Draw, str, QRectF]]:
        placed, x, y = [], float(UNIT), 0.0
        high = max(_HEIGHT, self.fontMetrics().height())
        for draw, words in self._entries:
            needs = _SAMPLE + UNIT * 0.75 + self.fontMetrics().horizontalAdvance(words)
            if x > UNIT and x + needs > width - UNIT:
                x, y = float(UNIT), y + high + _GAP
            placed.append((draw, words, QRectF(x, y, needs, high)))
            x += needs + 2 * UNIT
        return placed
