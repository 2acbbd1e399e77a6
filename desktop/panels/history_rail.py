"""The rail beside the changes of the history: filled where done, hollow where taken back."""

from __future__ import annotations

from qtpy.QtCore import QPointF, Qt
from qtpy.QtGui import QColor, QPainter, QPen
from qtpy.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from desktop.panels.lists import Index, ListDelegate
from desktop.panels.pieces import UNIT, colours_of

PLACE = Qt.ItemDataRole.UserRole + 4
"""The role under which a row says where it stands: "done", "present" or "undone"."""
_RAIL_PX, _DOT_PX, _PRESENT_PX = 2.5 * UNIT, 3.0, 5.0


class RailDelegate(ListDelegate):
    """Paints changes beside a rail, the present one largest."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Write the present change in bold."""
        super().initStyleOption(option, index)
        option.font.setBold(index.data(PLACE) == "present")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, and the rail before them."""
        beside = QStyleOptionViewItem(option)
        beside.rect.adjust(round(_RAIL_PX) + UNIT, 0, 0, 0)
        super().paint(painter, beside, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rail(painter, option, index)
        painter.restore()

    def _rail(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, place = colours_of(self._view), index.data(PLACE)
        faint, strong = QColor(colours.soft_ink), QColor(colours.selection)
        x, box = option.rect.left() + _RAIL_PX / 2 + UNIT / 2, option.rect
        middle = QPointF(x, box.top() + box.height() / 2)
        last = index.row() == index.model().rowCount() - 1
        if index.row() > 0:
            painter.setPen(QPen(faint, 1, _line(place == "undone")))
            painter.drawLine(QPointF(x, box.top()), middle)
        if not last:
            painter.setPen(QPen(faint, 1, _line(place != "done")))
            painter.drawLine(middle, QPointF(x, box.top() + box.height()))
        colour = strong if place == "present" else faint
        size = _PRESENT_PX if place == "present" else _DOT_PX
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(colours.paper) if place == "undone" else colour)
        painter.drawEllipse(middle, size, size)


def _line(is_broken: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DotLine if is_broken else Qt.PenStyle.SolidLine
