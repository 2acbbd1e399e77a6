"""A table of figures that is never scrolled sideways: what has no column of its own stands in another."""

from __future__ import annotations

from functools import partial

from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QFont, QFontMetrics, QResizeEvent
from qtpy.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from desktop.panels.figures_table import COLUMNS, FOLDS, FiguresModel
from desktop.panels.pieces import UNIT

_WHAT, _PERIOD, _VALUE, _STATUS, _CONFIDENCE, _SOURCE = range(len(COLUMNS))
_LEAST = {
    _WHAT: "Permanent magnets,",
    _PERIOD: "FY2024-25",
    _VALUE: "about 50,000 t",
    _STATUS: "estimate,",
    _CONFIDENCE: "Confidence",
    _SOURCE: "The New Indian",
}
"""For words as wide as these each column has room at least; longer ones go on in the second line."""
_AIR = 2 * UNIT + 2
"""What a cell keeps free beside its words, in pixels."""


class FoldingTable(QTableView):
    """Rows of two lines each; the narrower the table, the fewer columns it has.

    Parameters
    ----------
    model : FiguresModel
        Is told how many columns are folded away.
    """

    def __init__(self, model: FiguresModel) -> None:
        super().__init__()
        self._figures, self._fold = model, -1
        self.setModel(model)
        self.setAccessibleName("Figures")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + UNIT)
        self._set_up_header()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setToolTip("Click to sort; right-click to sort by what has no column here")
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_sorting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold as many columns away as it takes."""
        super().resizeEvent(event)
        room = self.viewport().width()
        fits = (fold for fold in range(len(FOLDS)) if sum(self._least(fold).values()) <= room)
        fold = next(fits, len(FOLDS) - 1)
        if fold != self._fold:
            self._fold = fold
            self._figures.fold(fold)
            for column, width in self._least(fold).items():
                self.setColumnWidth(column, width)
            for column in range(len(COLUMNS)):
                self.setColumnHidden(column, column in FOLDS[fold])

    def _least(self, fold: int) -> dict[int, int]:
        """Give the least width of each column that there is, in pixels, where so much is folded away."""
        words = dict(_LEAST)
        if _STATUS in FOLDS[fold]:
            words[_PERIOD] = words[_PERIOD] if fold == len(FOLDS) - 1 else "estimate, indicative"
        bold = QFont(self.font())
        bold.setBold(True)
        plain, strong = QFontMetrics(self.font()), QFontMetrics(bold)
        shown = (column for column in words if column not in FOLDS[fold])
        return {
            column: (strong if column == _VALUE else plain).horizontalAdvance(words[column]) + _AIR
            for column in shown
        }

    def _offer_sorting(self, place: QPoint) -> None:
        menu = QMenu(self)
        for column, name in enumerate(COLUMNS):
            sort = partial(self.sortByColumn, column, Qt.SortOrder.AscendingOrder)
            menu.addAction(f"Sort by {name.lower()}").triggered.connect(lambda _on=False, sort=sort: sort())
        menu.popup(self.horizontalHeader().mapToGlobal(place))
