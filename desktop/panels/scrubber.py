"""The line of years: ticks at events, hatched after the day of the data, moved by mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping

from qtpy.QtCore import QEvent, QSize, Qt, Signal
from qtpy.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from desktop.commands.tips import as_tip
from desktop.panels.pieces import colours_of
from desktop.panels.year_line import (
    YearScale,
    paint_handle,
    paint_line,
    paint_range,
    paint_states,
    paint_ticks,
    paint_years,
)
from geodata.year import Year

_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class Scrubber(QAbstractSlider):
    """A slider over the years; `valueChanged` gives the year that the user moved it to.

    Notes
    -----
    Of a range it shows both ends; `since_moved` gives the year that the user moved the first one to, by
    dragging it or by Shift and an arrow key.
    """

    since_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPageStep(10)
        self.setAccessibleName("Year")
        self._events: Mapping[int, tuple[str, ...]] = {}
        self._states: Mapping[int, tuple[str, ...]] = {}
        self._data_year = 0
        self._since: int | None = None
        self._drags_since = False
        self._fiscal = False

    def mark(self, events: Mapping[int, tuple[str, ...]], data_year: int) -> None:
        """Set the names of the events of each year, and the last year that the data speak of."""
        self._events, self._data_year = events, data_year
        self.update()

    def mark_states(self, states: Mapping[int, tuple[str, ...]]) -> None:
        """Set the states of mines that are dated in each year."""
        self._states = states
        self.update()

    def show_clock(self, since: int | None, fiscal: bool) -> None:
        """Set the first year of the range, if there is one, and whether years are fiscal ones."""
        if (since, fiscal) != (self._since, self._fiscal):
            self._since, self._fiscal = since, fiscal
            self.update()

    @property
    def drags_since(self) -> bool:
        """Whether the first end of the range is being dragged."""
        return self._drags_since and self.isSliderDown()

    def sizeHint(self) -> QSize:
        """Take all the width there is."""
        return QSize(480, 44)

    def minimumSizeHint(self) -> QSize:
        """Stay usable in a small window."""
        return QSize(160, 44)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the nearer end to the year under the pointer and begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            x = event.pos().x()
            self._drags_since = self._is_nearer_to_since(x)
            self.setSliderDown(True)
            self._move_to(self.scale.year_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on."""
        if self.isSliderDown():
            self._move_to(self.scale.year_at(event.pos().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the first end of a range with Shift and an arrow, the year with the arrow alone."""
        step = _STEPS.get(event.key())
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.since_moved.emit((self.value() if self._since is None else self._since) + step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the events of the year under the pointer."""
        if isinstance(event, QHelpEvent):
            year = self.scale.year_at(event.pos().x())
            names = (*self._events.get(year, ()), *self._states.get(year, ()))
            words = "\n".join((str(Year(year, self._fiscal)), *names))
            QToolTip.showText(event.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, hatching, ticks, years and the handles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), self.scale
        paint_line(painter, scale, colours, self._data_year)
        paint_ticks(painter, scale, colours, self._events)
        paint_states(painter, scale, colours, self._states)
        paint_years(painter, scale, colours, self._fiscal)
        if self._since is not None:
            paint_range(painter, scale, colours, (self._since, self.value()))
        paint_handle(painter, scale, colours, self.value(), self.hasFocus())
        painter.end()

    @property
    def scale(self) -> YearScale:
        """Where each year lies."""
        return YearScale(self.minimum(), self.maximum(), self.width())

    def _is_nearer_to_since(self, x: float) -> bool:
        if self._since is None:
            return False
        since, year = self.scale.x(self._since), self.scale.x(self.value())
        return abs(x - since) < abs(x - year) or (since == year and x < year)

    def _move_to(self, year: int) -> None:
        if self._drags_since:
            self.since_moved.emit(year)
        else:
            self.setValue(year)
