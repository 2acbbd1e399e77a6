"""The table of figures: every numeric claim, the rows of the year marked."""

from __future__ import annotations

from typing import Any

from qtpy.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from qtpy.QtGui import QColor, QFont

from desktop.commands.tips import as_tip
from geodata.drawn import Figure

COLUMNS = ("What", "Period", "Value", "Status", "Confidence", "Source")
_WHAT, _PERIOD, _VALUE, _STATUS, _CONFIDENCE, _SOURCE = range(len(COLUMNS))
FOLDS = ((), (_CONFIDENCE,), (_CONFIDENCE, _STATUS), *2 * ((_CONFIDENCE, _STATUS, _SOURCE),))
"""What has no column of its own, the wider tables first: the second line of another says it, or the tip."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """Figures as rows; the same figures are never taken twice, so a step of the year costs a repaint."""

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[Figure, ...] = ()
        self.figures: list[Figure] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self._year, self._mark = 0, QColor()
        self._fold = 0

    def take(self, figures: tuple[Figure, ...]) -> bool:
        """Set the figures; False where they are the ones that are there."""
        if figures is self._given:
            return False
        self.beginResetModel()
        self._given = figures
        self.figures = self._sorted()
        self.endResetModel()
        return True

    def mark_year(self, year: int, colour: QColor) -> None:
        """Set the year whose rows stand out; the view repaints itself."""
        self._year, self._mark = year, colour

    def fold(self, fold: int) -> None:
        """Let other columns say what is folded away, one of `FOLDS`."""
        self._fold = fold
        if self.figures:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.figures) - 1, len(COLUMNS) - 1))

    def row_of(self, claim: str | None) -> int | None:
        """Find the row of a claim."""
        return next((row for row, figure in enumerate(self.figures) if figure.claim == claim), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the figures."""
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name a column, over its cells."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == _VALUE else _LEFT
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Say what a cell shows, and how."""
        figure = self.figures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(figure, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip("\n".join(tip_lines(figure)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == _VALUE else _LEFT
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._mark if figure.year == self._year else None
        if role == Qt.ItemDataRole.FontRole:
            return self._font(figure, index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the data."""
        self.beginResetModel()
        self._order = (column, order)
        self.figures = self._sorted()
        self.endResetModel()

    def _words(self, figure: Figure, column: int) -> str:
        """Write a cell, and below it what has no column of its own."""
        own, folded = cell(figure, column), FOLDS[self._fold]
        status, sure = cell(figure, _STATUS), f"{cell(figure, _STATUS)}, {figure.confidence}"
        if column == _PERIOD and _STATUS in folded:
            return f"{own}\n{status if self._fold == len(FOLDS) - 1 else sure}"
        return sure if column == _STATUS and _CONFIDENCE in folded else own

    def _sorted(self) -> list[Figure]:
        column, order = self._order
        if column < 0:
            return list(self._given)
        is_down = order == Qt.SortOrder.DescendingOrder
        known = [figure for figure in self._given if _key(figure, column) is not None]
        unknown = [figure for figure in self._given if _key(figure, column) is None]
        return [*sorted(known, key=lambda figure: _key(figure, column), reverse=is_down), *unknown]

    def _font(self, figure: Figure, column: int) -> QFont | None:
        font = QFont()
        font.setStrikeOut(figure.rank == "deprecated" and column == _VALUE)
        font.setBold(figure.rank == "preferred" and column == _VALUE)
        return font if font.strikeOut() or font.bold() else None


def cell(figure: Figure, column: int) -> str:
    """Write one cell."""
    value = f"{figure.text} {figure.letter}".strip()
    return (
        figure.what,
        figure.period,
        f"{value} ≠" if figure.rivals else value,
        figure.status if figure.rank != "deprecated" else f"{figure.status}, deprecated",
        figure.confidence,
        f"{figure.source_short}, {figure.locator}",
    )[column]


def tip_lines(figure: Figure) -> list[str]:
    """Tell a figure in full."""
    lines = [f"{figure.what}: {figure.text}", f"{figure.period}, {figure.status}, {figure.confidence}"]
    if figure.scope:
        lines.append(figure.scope)
    if figure.rivals:
        lines.append(f"≠ {figure.rivals} rival figure{'' if figure.rivals == 1 else 's'}")
    return [*lines, f"{figure.source_short}, {figure.locator}"]


def _key(figure: Figure, column: int) -> Any:
    if column == _VALUE:
        return figure.sort_value
    if column == _PERIOD:
        return figure.year
    return cell(figure, column).casefold()
