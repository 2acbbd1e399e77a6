"""How items of lists look: a symbol of the map before them, softer words below."""

from __future__ import annotations

from qtpy.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from qtpy.QtGui import QFontMetrics, QPainter, QPalette
from qtpy.QtWidgets import QAbstractItemView, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.panels.pieces import UNIT, colours_of
from desktop.panels.symbols import ICON, symbol_icon

SYMBOL = Qt.ItemDataRole.UserRole + 1
"""The role under which an item names its symbol."""
SOFT = Qt.ItemDataRole.UserRole + 2
"""The role under which an item tells whether it steps back."""
BELOW = Qt.ItemDataRole.UserRole + 3
"""The role under which an item keeps the words of its second line."""
_BESIDE, _HIGHEST = UNIT, 400
"""What words that wrap keep free beside them, and how high they are at most, in pixels."""
Index = QModelIndex | QPersistentModelIndex


class ShortList(QListWidget):
    """Asks for as much height as it needs at least, and takes more where there is more.

    Parameters
    ----------
    least : int
        In pixels.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self.setMinimumHeight(least)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def sizeHint(self) -> QSize:
        """Ask for the least: below or above it stands what is as much wanted."""
        return QSize(super().sizeHint().width(), self._least)


class ListDelegate(QStyledItemDelegate):
    """Paints items in the theme that their list is drawn in now.

    Parameters
    ----------
    has_two_lines : bool
        Whether items keep words under the role `BELOW`.
    wraps : bool
        Whether an item whose words are too long for its line has more lines.
    """

    def __init__(self, view: QAbstractItemView, has_two_lines: bool = False, wraps: bool = False) -> None:
        super().__init__(view)
        self._view, self._lines, self._wraps = view, 2 if has_two_lines else 1, wraps

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add the symbol, and let what is soft step back."""
        super().initStyleOption(option, index)
        symbol = index.data(SYMBOL)
        if symbol:
            option.icon = symbol_icon(symbol, colours_of(self._view), self._view.devicePixelRatioF())
            option.decorationSize = ICON
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if index.data(SOFT):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._soft(option))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room for the lines, and some air."""
        hint = super().sizeHint(option, index)
        line = option.fontMetrics.height()
        if self._wraps:
            room, texts = self._view.viewport().width() - _BESIDE, (index.data(), index.data(BELOW))
            high = sum(_wrapped(option.fontMetrics, words or "", room).height() for words in texts)
            return QSize(0, high + UNIT)
        return QSize(hint.width(), max(hint.height(), self._lines * line + self._lines * UNIT // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an item, its second line in a softer tone."""
        below = index.data(BELOW)
        if not below:
            super().paint(painter, option, index)
            return
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        title, styled.text = styled.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, self._view)
        styled.text = title
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, styled, self._view)
        room.setRight(styled.rect.right() - UNIT // 2)
        self._letter(painter, styled, room, title, below)

    def _letter(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, title: str, below: str
    ) -> None:
        line, ink = option.fontMetrics.height(), option.palette.color(QPalette.ColorRole.Text)
        top = option.rect.center().y() - line
        if self._wraps:
            box = option.rect.adjusted(UNIT // 2, UNIT // 2, -UNIT // 2, 0)
            for words, colour in ((title, ink), (below, self._soft(option))):
                painter.setPen(colour)
                painter.drawText(box, int(Qt.TextFlag.TextWordWrap), words)
                box.setTop(box.top() + _wrapped(option.fontMetrics, words, box.width()).height())
            return
        for words, y, colour in ((title, top, ink), (below, top + line, self._soft(option))):
            painter.setPen(colour)
            shortened = option.fontMetrics.elidedText(words, option.textElideMode, room.width() - 6)
            painter.drawText(room.left() + 3, y + option.fontMetrics.ascent() + 1, shortened)

    def _soft(self, option: QStyleOptionViewItem) -> object:
        return option.palette.color(QPalette.ColorRole.PlaceholderText)


def _wrapped(metrics: QFontMetrics, words: str, room: int) -> QRect:
    """Give the box of words that are broken to a width in pixels."""
    return metrics.boundingRect(QRect(0, 0, room, _HIGHEST), int(Qt.TextFlag.TextWordWrap), words)
