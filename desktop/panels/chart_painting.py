"""How a chart is painted: what is known, what is reckoned and what is wanted differ in form and tone."""

from __future__ import annotations

from qtpy.QtCore import QPointF, QRectF, Qt
from qtpy.QtGui import QBrush, QColor, QPainter, QPen

from desktop.panels.chart_layout import NOT_FOUND, ChartLayout
from geodata.drawn import Bar
from resources.palette import Palette

_COLOURS = {"plant": "plant", "import": "import_flow", "export": "export_flow"}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LINE_PX = 22.0
"""How high a line of letters is in a pane, at most."""


def paint_chart(
    painter: QPainter,
    layout: ChartLayout,
    colours: Palette,
    year: int,
    selected: str,
    since: int | None = None,
) -> None:
    """Paint a chart.

    Parameters
    ----------
    year : int
        The year that is marked.
    selected : str
        The claim whose bar has a ring.
    since : int or None
        The first year of the range that ends with the marked one.
    """
    _paint_year(painter, layout, colours, year, year if since is None else since)
    _paint_scale(painter, layout, colours)
    _paint_slot_labels(painter, layout, colours, year)
    for bar in layout.model.bars:
        if bar.value is not None:
            colour = QColor(colours.mine) if bar.scenario else _colour(layout, colours)
            if bar.evidence == "target":  # or the band of its year would make it look filled
                painter.fillRect(layout.bar(bar), QColor(colours.paper))
            paint_bar(painter, layout.bar(bar), bar, colour, bar.year == year, _weight(layout))
        if bar.claim == selected:
            _paint_ring(painter, layout, bar, colours)
    for run in layout.gaps():  # over the ground of a promise, in which they may stand
        _paint_not_found(painter, layout, run, colours)
    _paint_key_of_gaps(painter, layout, colours)
    _paint_values(painter, layout, colours, year, selected)


def _weight(layout: ChartLayout) -> float:
    """Say how many times stronger lines are than in a pane: on a stage, where letters are larger."""
    return max(1.0, layout.metrics.height() / _LINE_PX)


def _colour(layout: ChartLayout, colours: Palette) -> QColor:
    return QColor(getattr(colours, _COLOURS.get(layout.model.style, "relation")))


def _paint_year(painter: QPainter, layout: ChartLayout, colours: Palette, year: int, first: int) -> None:
    """Tint the marked year, and paler the years before it in a range."""
    painter.setPen(Qt.PenStyle.NoPen)
    for place, (slot_year, _) in enumerate(layout.model.slots):
        if first <= slot_year <= year:
            painter.setBrush(_faded(QColor(colours.selection), 26 if slot_year == year else 11))
            painter.drawRect(layout.slot(place).adjusted(0, -layout.metrics.height() - 4, 0, 0))


def _paint_scale(painter: QPainter, layout: ChartLayout, colours: Palette) -> None:
    painter.setPen(QColor(colours.soft_ink))
    painter.drawText(layout.unit, int(Qt.AlignmentFlag.AlignLeft), layout.model.unit)
    half = layout.metrics.height() / 2
    for value, label in layout.ticks:
        y = layout.y(value)
        painter.setPen(QPen(QColor(colours.line), 1 if value else 1.6))
        painter.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y))
        painter.setPen(QColor(colours.soft_ink))
        box = QRectF(0, y - half, layout.plot.left() - 6, 2 * half)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)


def _paint_slot_labels(painter: QPainter, layout: ChartLayout, colours: Palette, year: int) -> None:
    for slot_year, label, box in layout.slot_labels(year):
        painter.setPen(QColor(colours.ink if slot_year == year else colours.soft_ink))
        painter.drawText(box, _CENTRE, label)


def paint_bar(
    painter: QPainter, rect: QRectF, bar: Bar, colour: QColor, is_now: bool, weight: float = 1.0
) -> None:
    """Fill what is actual, hatch what is estimated, dash what is wanted, dot what is supposed; else pale."""
    pen = QPen(colour, 1.3 * weight)
    if bar.evidence == "target":
        pen.setStyle(Qt.PenStyle.DotLine if bar.scenario else Qt.PenStyle.DashLine)
        brush = QBrush(_faded(colour, 34))
    elif bar.evidence == "estimate":
        brush = QBrush(colour if is_now else _faded(colour, 150), Qt.BrushStyle.BDiagPattern)
    else:
        brush = QBrush(colour if is_now else _faded(colour, 105))
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawRect(rect)


def _paint_not_found(painter: QPainter, layout: ChartLayout, run: QRectF, colours: Palette) -> None:
    """Write the words where bars would stand, across, if there is room."""
    foot, words = run.bottom() - 5, layout.words_over(run)
    high = layout.metrics.height() * (words.count("\n") + 1)
    paint_gap(painter, run, colours)
    painter.setPen(QColor(colours.soft_ink))
    painter.drawText(QRectF(run.left(), foot - high - 2, run.width(), high), _CENTRE, words)


def _paint_key_of_gaps(painter: QPainter, layout: ChartLayout, colours: Palette) -> None:
    """Explain the dotted lines that have no room for words."""
    key = layout.key_of_gaps()
    if key is not None:
        sample, words = key
        paint_gap(painter, sample, colours)
        painter.setPen(QColor(colours.soft_ink))
        painter.drawText(words, _CENTRE, NOT_FOUND)


def paint_gap(painter: QPainter, run: QRectF, colours: Palette) -> None:
    """Draw the dotted line on which "not found" stands."""
    foot = run.bottom() - 5
    painter.setPen(QPen(QColor(colours.soft_ink), 1.4, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(run.left() + 4, foot), QPointF(run.right() - 4, foot))


def _paint_ring(painter: QPainter, layout: ChartLayout, bar: Bar, colours: Palette) -> None:
    weight = _weight(layout)
    room = 3 * weight
    painter.setPen(QPen(QColor(colours.selection), 2.4 * weight))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(layout.reach(bar).adjusted(-room, -room, room, 1), room, room)


def _paint_values(painter: QPainter, layout: ChartLayout, colours: Palette, year: int, selected: str) -> None:
    now = tuple(bar.claim for bar in layout.model.bars if bar.year == year)
    font = painter.font()
    for bar, words, box in layout.value_boxes((selected, *now)):
        font.setBold(bar.claim in now)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        painter.drawText(box.adjusted(-6, 0, 6, 0), _CENTRE, words)


def _faded(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)
