"""How the line of years is laid out and painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from geodata.year import Year
from resources.palette import Palette

_MARGIN, _LINE_Y, _TICK, _HANDLE = 14.0, 21.0, 5.0, 7.0
_STATE_Y = 4.2
_LABEL_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class YearScale:
    """The years of the clock over a width in pixels."""

    first: int
    last: int
    width: int

    @property
    def year_width(self) -> float:
        """Width of a year in pixels."""
        return (self.width - 2 * _MARGIN) / max(self.last - self.first, 1)

    def x(self, year: int) -> float:
        """Give the place of a year."""
        return _MARGIN + (year - self.first) * self.year_width

    def year_at(self, x: float) -> int:
        """Give the year at a place; outside the line, the nearest."""
        year = self.first + round((x - _MARGIN) / max(self.year_width, 1e-9))
        return min(max(year, self.first), self.last)


def paint_line(painter: QPainter, scale: YearScale, colours: Palette, data_year: int) -> None:
    """Draw the line, hatched after the last year that the data speak of."""
    known, end = scale.x(min(data_year, scale.last)), scale.x(scale.last)
    painter.setPen(QPen(QColor(colours.soft_ink), 2))
    painter.drawLine(QPointF(scale.x(scale.first), _LINE_Y), QPointF(known, _LINE_Y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colours.soft_ink), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(QRectF(known, _LINE_Y - 4, end - known, 8))


def paint_ticks(
    painter: QPainter, scale: YearScale, colours: Palette, events: Mapping[int, tuple[str, ...]]
) -> None:
    """Draw a tick at every year with events, longer for more of them."""
    painter.setPen(QPen(QColor(colours.mine), 2))
    for year, names in events.items():
        height = _TICK + 3 * min(len(names) - 1, 2)
        x = scale.x(year)
        painter.drawLine(QPointF(x, _LINE_Y - 4), QPointF(x, _LINE_Y - 4 - height))


def paint_states(
    painter: QPainter, scale: YearScale, colours: Palette, states: Mapping[int, tuple[str, ...]]
) -> None:
    """Draw a diamond over every year in which a mine's state is dated; open where all are supposed."""
    painter.setPen(QPen(QColor(colours.mine), 1.2))
    for year, names in states.items():
        is_supposed = all(name.endswith("[S]") for name in names)
        painter.setBrush(QColor(colours.paper) if is_supposed else QColor(colours.mine))
        x = scale.x(year)
        corners = ((x, _STATE_Y - 3.2), (x + 3.2, _STATE_Y), (x, _STATE_Y + 3.2), (x - 3.2, _STATE_Y))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_years(painter: QPainter, scale: YearScale, colours: Palette, fiscal: bool = False) -> None:
    """Letter as many years as there is room for, fiscal ones by their whole label."""
    painter.setPen(QColor(colours.soft_ink))
    room = painter.fontMetrics().horizontalAdvance("FY0000-00" if fiscal else "0000") * (
        1.3 if fiscal else 1.6
    )
    step = next((step for step in _LABEL_STEPS if step * scale.year_width >= room), _LABEL_STEPS[-1])
    for year in range(-(-scale.first // step) * step, scale.last + 1, step):
        box = QRectF(scale.x(year) - 40, _LINE_Y + 6, 80, 17)
        box.moveLeft(max(box.left(), room / 2.6 - 40))
        box.moveRight(min(box.right(), scale.width + 40 - room / 2.6))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(Year(year, fiscal)))


def paint_range(painter: QPainter, scale: YearScale, colours: Palette, years: tuple[int, int]) -> None:
    """Draw the band from the first to the last year of a range, and the handle at its first."""
    start, end = (scale.x(year) for year in years)
    painter.setPen(QPen(QColor(colours.ink), 4))
    painter.drawLine(QPointF(start, _LINE_Y), QPointF(end, _LINE_Y))
    painter.setPen(QPen(QColor(colours.ink), 2))
    painter.setBrush(QColor(colours.paper))
    painter.drawEllipse(QPointF(start, _LINE_Y), _HANDLE - 1, _HANDLE - 1)


def paint_handle(painter: QPainter, scale: YearScale, colours: Palette, year: int, has_focus: bool) -> None:
    """Draw the handle at the year, with a ring where it has the keyboard."""
    centre = QPointF(scale.x(year), _LINE_Y)
    if has_focus:
        painter.setPen(QPen(QColor(colours.selection), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, _HANDLE + 3.5, _HANDLE + 3.5)
    painter.setPen(QPen(QColor(colours.paper), 2))
    painter.setBrush(QColor(colours.ink))
    painter.drawEllipse(centre, _HANDLE, _HANDLE)
