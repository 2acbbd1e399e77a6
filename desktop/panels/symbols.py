"""The symbols of the map, painted for lists and legends as the map draws them."""

from __future__ import annotations

import math
from functools import lru_cache

from qtpy.QtCore import QPointF, QRectF, QSize, Qt
from qtpy.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from resources.palette import Palette

ICON = QSize(28, 20)
"""Size of a symbol in a list, in pixels."""
_ROW_WIDTH_PX = 5.0
_LEAST_HEAD_PX = 7.0
_DEGREE = 16
"""Qt counts angles in sixteenths of a degree."""
_CORE = 0.26
"""Width of the light line along an export's arrow, of the arrow's own."""
_PLACES = {"plant": "plant", "mine": "mine", "site": "relation"}
_FLOWS = {"export": "export_flow", "import": "import_flow", "promise": "export_flow", "relation": "relation"}
_OF_ROW = {"relation": "known", "promise": "target"}


@lru_cache(maxsize=128)
def symbol_icon(symbol: str, colours: Palette, ratio: float) -> QIcon:
    """Draw a symbol as an icon for lists; `ratio` is the pixels of the screen to one of ours."""
    pixmap = QPixmap(ICON * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, QRectF(0, 0, ICON.width(), ICON.height()), symbol, colours)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt tints it, and it is no longer the map's
    return icon


def paint(
    painter: QPainter,
    area: QRectF,
    symbol: str,
    colours: Palette,
    width_px: float = 0.0,
    letter: str = "",
    has_arc: bool = True,
) -> None:
    """Paint a symbol into an area.

    Parameters
    ----------
    symbol : str
        plant, mine, site, area, or a flow's style with how it is drawn: ``import/figure``. A style alone
        stands for its row in a list.
    width_px : float
        Width of an arrow; 0 takes the width for lists.
    letter : str
        The letter of a figure that is not plainly actual.
    has_arc : bool
        Whether a mine's ring shows how far it has come.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style, _, drawn_as = symbol.partition("/")
    if style == "area":
        _paint_area(painter, area, QColor(colours.mine))
    elif style in _PLACES:
        _paint_place(painter, area.center(), style, colours, has_arc)
    elif style in _FLOWS:
        colour = QColor(getattr(colours, _FLOWS[style]))
        _paint_flow(
            painter, area, colour, drawn_as or _OF_ROW.get(style, "figure"), width_px or _ROW_WIDTH_PX
        )
        if style == "export" and drawn_as in ("", "figure"):
            _paint_core(painter, area, width_px or _ROW_WIDTH_PX, QColor(colours.casing))
        _paint_letter(painter, area, letter, colours)
    painter.restore()


def _paint_place(painter: QPainter, centre: QPointF, style: str, colours: Palette, has_arc: bool) -> None:
    colour = QColor(getattr(colours, _PLACES[style]))
    if style == "mine":
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DotLine))
        painter.drawEllipse(centre, 9, 9)
        if has_arc:
            painter.setPen(QPen(colour, 2.4))
            ring = QRectF(centre.x() - 9, centre.y() - 9, 18, 18)
            painter.drawArc(ring, 90 * _DEGREE, -180 * _DEGREE)  # its state: here half way up
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(QColor(colours.casing))
        painter.drawPolygon(_diamond(centre, 5.2))
        return
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(QColor(colours.casing))
    painter.drawEllipse(centre, 7.6, 7.6)
    if style == "plant":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, 5.6, 5.6)


def _diamond(centre: QPointF, reach: float) -> QPolygonF:
    offsets = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([QPointF(centre.x() + x, centre.y() + y) for x, y in offsets])


def _paint_area(painter: QPainter, area: QRectF, colour: QColor) -> None:
    box = QRectF(0, 0, 28, 14)
    box.moveCenter(area.center())
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box)


def _paint_flow(painter: QPainter, area: QRectF, colour: QColor, drawn_as: str, width_px: float) -> None:
    left, right, y = area.left() + 2, area.right() - 2, area.center().y()
    if drawn_as in ("in_force", "known"):
        thickness = 2.4 if drawn_as == "in_force" else 1.4
        painter.setPen(QPen(colour, thickness, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(left, y), QPointF(right - _LEAST_HEAD_PX, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_head(right, y, _LEAST_HEAD_PX))
        return
    arrow = _arrow(left, right, y, width_px)
    if drawn_as == "target":
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
        colour = QColor(colour.red(), colour.green(), colour.blue(), 40)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(arrow)


def _head(tip: float, y: float, length: float) -> QPolygonF:
    half = length * 0.55
    return QPolygonF([QPointF(tip - length, y - half), QPointF(tip, y), QPointF(tip - length, y + half)])


def _arrow(left: float, right: float, y: float, width_px: float) -> QPainterPath:
    """Outline body and head of an arrow as one shape."""
    body, half = width_px / 2, max(width_px * 1.0, _LEAST_HEAD_PX / 2)
    neck = right - _head_length(left, right, width_px)
    path = QPainterPath(QPointF(left, y - body))
    for x, offset in ((neck, -body), (neck, -half), (right, 0.0), (neck, half), (neck, body), (left, body)):
        path.lineTo(x, y + offset)
    path.closeSubpath()
    return path


def _head_length(left: float, right: float, width_px: float) -> float:
    return min(max(width_px * 1.4, _LEAST_HEAD_PX), (right - left) * 0.6)


def _paint_core(painter: QPainter, area: QRectF, width_px: float, colour: QColor) -> None:
    """Draw the light line along the body by which the map tells what leaves from what comes."""
    left, right, y = area.left() + 2, area.right() - 2, area.center().y()
    painter.setPen(QPen(colour, max(_CORE * width_px, 0.9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(left, y), QPointF(right - _head_length(left, right, width_px), y))


def _paint_letter(painter: QPainter, area: QRectF, letter: str, colours: Palette) -> None:
    if not letter:
        return
    size = math.ceil(painter.fontMetrics().height())
    box = QRectF(0, 0, size, size)
    box.moveCenter(area.center() - QPointF(4, 0))
    painter.setPen(QPen(QColor(colours.ink), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours.paper))
    painter.drawRoundedRect(box, 3, 3)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
