"""A list of sentences, each beside a word or two, in which none is cut off."""

from __future__ import annotations

from qtpy.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from qtpy.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

_AROUND_PX, _TALLEST_PX = 12, 1000


def wrapping_tree() -> QTreeWidget:
    """Make a tree of two columns: the first has as many lines as its sentences need, the second one."""
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setUniformRowHeights(False)
    tree.setWordWrap(True)
    tree.setItemDelegateForColumn(0, _Wrapping(tree))
    tree.setItemDelegateForColumn(1, _Whole(tree))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.sectionResized.connect(lambda *_sizes: tree.scheduleDelayedItemsLayout())
    return tree


class _Wrapping(QStyledItemDelegate):
    """Gives a row as many lines as its words need; a tree by itself cuts them off."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measure the words in the width that their column has."""
        usual = super().sizeHint(option, index)
        depth = 2 if index.parent().isValid() else 1
        width = self._tree.columnWidth(0) - depth * self._tree.indentation() - _AROUND_PX
        words, flags = str(index.data()), int(Qt.TextFlag.TextWordWrap)
        lines = option.fontMetrics.boundingRect(QRect(0, 0, max(width, 1), _TALLEST_PX), flags, words)
        return QSize(usual.width(), max(usual.height(), lines.height() + usual.height() // 4))


class _Whole(QStyledItemDelegate):
    """Asks for the width of its words on one line; a tree that wraps asks for less, and cuts them off."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measure the words unbroken."""
        width = option.fontMetrics.horizontalAdvance(str(index.data() or "")) + _AROUND_PX
        return QSize(width, super().sizeHint(option, index).height())
