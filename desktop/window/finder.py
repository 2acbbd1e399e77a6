"""The box that finds and does: commands, years, places, claims, agreements, events and sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qtpy.QtCore import QEvent, QPoint, Qt, Signal
from qtpy.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from qtpy.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.commands.finding import Match, rank
from desktop.commands.tips import as_tip

SHOWN = 10
LIMIT = 40
_LEAST_WIDTH = 560
_KEY_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: SHOWN,
    Qt.Key.Key_PageUp: -SHOWN,
}


class Finder(QLineEdit):
    """A line to type in, and the list of what fits below it.

    Parameters
    ----------
    window : QWidget
        The list is laid over it.
    offer : callable
        Text → what can be found now.
    choose : callable
        Takes what was chosen.

    Notes
    -----
    The keyboard leaves the line for the last time while its window goes, when the list may be gone already:
    `left` reaches the list only while there is one.
    """

    left = Signal()

    def __init__(
        self,
        window: QWidget,
        offer: Callable[[str], Sequence[Match]],
        choose: Callable[[Match], None],
    ) -> None:
        super().__init__()
        self._window, self._offer, self._choose = window, offer, choose
        self._before: QWidget | None = None
        self._found: tuple[Match, ...] = ()
        self.setObjectName("finder")
        self.setPlaceholderText("Find or do…    Ctrl+K")
        self.setAccessibleName("Find or do")
        self._list = _list(window)
        self._sheet = _sheet(window, self._list)
        self.left.connect(self._sheet.hide)
        self._list.itemClicked.connect(lambda item: self._take(self._list.indexOfTopLevelItem(item)))
        self.textEdited.connect(self._search)

    def begin(self, before: QWidget | None) -> None:
        """Take the keyboard and show the list; both go back when done, the keyboard to `before`."""
        self._before = before
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list, choose, or leave."""
        key = Qt.Key(event.key())
        if key in _KEY_STEPS and self._found:
            self._move_to(self._row() + _KEY_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._row())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for itself, so that leaving does not clear the selection too."""
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list on a click as well."""
        super().mousePressEvent(event)
        self._search(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the keyboard goes elsewhere."""
        self.left.emit()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list under the line."""
        super().resizeEvent(event)
        self._place()

    def _search(self, text: str) -> None:
        self._found = rank(text, self._offer(text), LIMIT)
        self._list.clear()
        soft = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        words = [(match.title, match.subtitle) for match in self._found]
        for title, subtitle in words or [(f"Nothing fits “{text.strip()}”", "try fewer letters")]:
            item = QTreeWidgetItem(self._list, [title, subtitle])
            item.setForeground(1, soft)
            item.setToolTip(0, as_tip(title))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._move_to(0)
        self._place()
        self._sheet.show()
        self._sheet.raise_()

    def _row(self) -> int:
        return self._list.currentIndex().row()

    def _move_to(self, row: int) -> None:
        last = self._list.topLevelItemCount() - 1
        self._list.setCurrentIndex(self._list.model().index(min(max(row, 0), last), 0))

    def _place(self) -> None:
        width = min(max(self.width(), _LEAST_WIDTH), self._window.width() - 16)
        corner = self.mapTo(self._window, QPoint((self.width() - width) // 2, self.height() + 4))
        rows = min(max(self._list.topLevelItemCount(), 1), SHOWN)
        left = min(max(corner.x(), 8), self._window.width() - width - 8)
        self._sheet.setGeometry(left, corner.y(), width, rows * max(self._list.sizeHintForRow(0), 24) + 10)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            match = self._found[row]
            self._leave()
            self._choose(match)

    def _leave(self) -> None:
        self.clear()
        self._sheet.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()


def _list(window: QWidget) -> QTreeWidget:
    found = QTreeWidget(window)
    found.setAccessibleName("Found")
    found.setColumnCount(2)
    found.setHeaderHidden(True)
    found.setRootIsDecorated(False)
    found.setUniformRowHeights(True)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found.setFrameShape(QFrame.Shape.NoFrame)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.header().setStretchLastSection(False)
    found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    found.header().resizeSection(1, 210)
    return found


def _sheet(window: QWidget, found: QTreeWidget) -> QFrame:
    """Lay a frame over the window: no window of its own, so that the keyboard stays in the line."""
    sheet = QFrame(window)
    sheet.setObjectName("finder-list")
    layout = QVBoxLayout(sheet)
    layout.setContentsMargins(4, 4, 4, 4)
    layout.addWidget(found)
    sheet.hide()
    return sheet
