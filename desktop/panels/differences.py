"""The table of differences: what appeared, ended or changed from A to B, by how much, of which claim."""

from __future__ import annotations

from qtpy.QtCore import QSignalBlocker, QSize, Qt, Signal
from qtpy.QtGui import QFont, QResizeEvent
from qtpy.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.commands.tips import as_tip
from desktop.panels.pieces import UNIT
from desktop.state.difference_text import NOT_TOLD, told
from geodata.difference import Changed, Difference

COLUMNS = ("What", "A", "B", "Difference")
_SHARES = (0.32, 0.24, 0.24, 0.2)
"""Of the width: a name takes more lines than a number."""
LEAST_HEIGHT = 15 * UNIT
_PLACE = Qt.ItemDataRole.UserRole


class DifferencesTable(QTableWidget):
    """Rows under the head of their group; `chosen` gives the id of the claim or the thing of a row."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self._rows: tuple[Changed, ...] = ()
        self.setHorizontalHeaderLabels(COLUMNS)
        self.setAccessibleName("Differences")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.itemSelectionChanged.connect(self._tell)

    def take(self, found: Difference) -> None:
        """Show differences; the same ones are never set twice."""
        if found.rows == self._rows:
            return
        self._rows = found.rows
        with QSignalBlocker(self):
            self.clearContents()
            self.clearSpans()
            self.setRowCount(0)
            group = ""
            for place, row in enumerate(found.rows):
                if row.group != group:
                    group = row.group
                    self._add_head(group)
                self._add(place, row)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for little: the pane is scrolled as a whole only where even that has no room."""
        return QSize(super().sizeHint().width(), LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, and break the lines anew."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES[:-1]):
            self.setColumnWidth(column, int(share * self.viewport().width()))
        self._fit()

    def _fit(self) -> None:
        """Make each row as high as its words are, and some air."""
        self.resizeRowsToContents()
        for line in range(self.rowCount()):
            self.setRowHeight(line, self.rowHeight(line) + UNIT)

    def _add_head(self, group: str) -> None:
        line = self.rowCount()
        self.insertRow(line)
        item = QTableWidgetItem(group)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.setItem(line, 0, item)
        self.setSpan(line, 0, 1, len(COLUMNS))

    def _add(self, place: int, row: Changed) -> None:
        line = self.rowCount()
        self.insertRow(line)
        for column, words in enumerate((row.what, row.before or NOT_TOLD, row.after or NOT_TOLD, told(row))):
            item = QTableWidgetItem(words)
            item.setData(_PLACE, place)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setToolTip(as_tip("\n".join((words, *row.claims))))
            self.setItem(line, column, item)

    def _tell(self) -> None:
        items = self.selectedItems()
        place = items[0].data(_PLACE) if items else None
        if place is not None:
            row = self._rows[place]
            self.chosen.emit(row.claims[-1] if row.claims else row.thing)
