"""The line of years: ticks at events, hatched after the day of the data, moved by mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping

from qtpy.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from qtpy.QtGui import QBrush, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from qtpy.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from desktop.panels.pieces import colours_of

_MARGIN, _LINE_Y, _TICK, _HANDLE = 14.0, 21.0, 5.0, 7.0
_LABEL_STEPS = (1, 2, 5, 10, 20, 50)


class Scrubber(QAbstractSlider):
    """A slider over the years; `valueChanged` gives the year that the user moved it to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPageStep(10)
        self.setAccessibleName("Year")
        self._events: Mapping[int, tuple[str, ...]] = {}
        self._data_year = 0

    def mark(self, events: Mapping[int, tuple[str, ...]], data_year: int) -> None:
        """Set the names of the events of each year, and the last year that the data speak of."""
        self._events, self._data_year = events, data_year
        self.update()

    def sizeHint(self) -> QSize:
        """Take all the width there is."""
        return QSize(480, 44)

    def minimumSizeHint(self) -> QSize:
        """Stay usable in a small window."""
        return QSize(200, 44)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move to the year under the pointer and begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._year_at(event.pos().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on."""
        if self.isSliderDown():
            self.setValue(self._year_at(event.pos().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        """Tell the events of the year under the pointer."""
        if isinstance(event, QHelpEvent):
            year = self._year_at(event.pos().x())
            names = self._events.get(year, ())
            QToolTip.showText(event.globalPos(), "\n".join((str(year), *names)), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, hatching, ticks, years and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_ticks(painter)
        self._paint_years(painter)
        self._paint_handle(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        colours = colours_of(self)
        known, end = self._x(min(self._data_year, self.maximum())), self._x(self.maximum())
        painter.setPen(QPen(QColor(colours.soft_ink), 2))
        painter.drawLine(QPointF(self._x(self.minimum()), _LINE_Y), QPointF(known, _LINE_Y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(colours.soft_ink), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(known, _LINE_Y - 4, end - known, 8))

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colours_of(self).mine), 2))
        for year, names in self._events.items():
            height = _TICK + 3 * min(len(names) - 1, 2)
            painter.drawLine(
                QPointF(self._x(year), _LINE_Y - 4), QPointF(self._x(year), _LINE_Y - 4 - height)
            )

    def _paint_years(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = painter.fontMetrics().horizontalAdvance("0000") * 1.6
        a_year = (self._x(self.maximum()) - self._x(self.minimum())) / max(self.maximum() - self.minimum(), 1)
        step = next((step for step in _LABEL_STEPS if step * a_year >= room), _LABEL_STEPS[-1])
        for year in range(-(-self.minimum() // step) * step, self.maximum() + 1, step):
            box = QRectF(self._x(year) - 30, _LINE_Y + 6, 60, 17)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(year))

    def _paint_handle(self, painter: QPainter) -> None:
        colours = colours_of(self)
        centre = QPointF(self._x(self.value()), _LINE_Y)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.selection), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _HANDLE + 3.5, _HANDLE + 3.5)
        painter.setPen(QPen(QColor(colours.paper), 2))
        painter.setBrush(QColor(colours.ink))
        painter.drawEllipse(centre, _HANDLE, _HANDLE)

    def _x(self, year: int) -> float:
        span = max(self.maximum() - self.minimum(), 1)
        return _MARGIN + (year - self.minimum()) / span * (self.width() - 2 * _MARGIN)

    def _year_at(self, x: int) -> int:
        span = self.maximum() - self.minimum()
        share = (x - _MARGIN) / max(self.width() - 2 * _MARGIN, 1)
        return self.minimum() + round(min(max(share, 0.0), 1.0) * span)
