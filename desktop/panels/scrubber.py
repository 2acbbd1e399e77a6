"""The line of years: ticks at events, hatched after the day of the data, moved by mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping

from qtpy.QtCore import QEvent, QSize, Qt
from qtpy.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from desktop.commands.tips import as_tip
from desktop.panels.pieces import colours_of
from desktop.panels.year_line import YearScale, paint_handle, paint_line, paint_ticks, paint_years


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
            self.setValue(self.scale.year_at(event.pos().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on."""
        if self.isSliderDown():
            self.setValue(self.scale.year_at(event.pos().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        """Tell the events of the year under the pointer."""
        if isinstance(event, QHelpEvent):
            year = self.scale.year_at(event.pos().x())
            names = self._events.get(year, ())
            QToolTip.showText(event.globalPos(), as_tip("\n".join((str(year), *names))), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, hatching, ticks, years and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), self.scale
        paint_line(painter, scale, colours, self._data_year)
        paint_ticks(painter, scale, colours, self._events)
        paint_years(painter, scale, colours)
        paint_handle(painter, scale, colours, self.value(), self.hasFocus())
        painter.end()

    @property
    def scale(self) -> YearScale:
        """Where each year lies."""
        return YearScale(self.minimum(), self.maximum(), self.width())
