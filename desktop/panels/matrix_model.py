"""The evidence matrix as a table: a row for each series, a column for each year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qtpy.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.commands.tips import as_tip
from desktop.state.evidence_text import cell_words, subject_of
from geodata.evidence import Cell, Line, Matrix

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole + 1
"""The role under which the table keeps a cell of the matrix."""
EVERYTHING = Matrix((), ())


class MatrixModel(QAbstractTableModel):
    """The lines of a matrix that a choice lets through; the same lines are never taken twice."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix, self.lines, self.names = EVERYTHING, (), dict[str, str]()
        self._choice: object = None

    def take(
        self, matrix: Matrix, names: dict[str, str], choice: object, lets_through: Callable[[Line], bool]
    ) -> bool:
        """Set the matrix and what is shown of it; False where it is what is there.

        Parameters
        ----------
        names : dict
            The name of each thing, by id.
        choice : object
            Stands for `lets_through`: another choice shows other lines.
        """
        if matrix is self.matrix and choice == self._choice and names == self.names:
            return False
        self.beginResetModel()
        self.matrix, self.names, self._choice = matrix, names, choice
        self.lines: tuple[Line, ...] = tuple(filter(lets_through, matrix.lines))
        self.endResetModel()
        return True

    def cell(self, index: Index) -> Cell:
        """Give the cell at an index."""
        return self.lines[index.row()].cells[index.column()]

    def column_of(self, year: int) -> int | None:
        """Find the column of a year."""
        return next((place for place, (here, _) in enumerate(self.matrix.years) if here == year), None)

    def columns_before(self, year: int, since: int | None) -> frozenset[int]:
        """Find the columns of the years of a range before its last."""
        first = year if since is None else since
        return frozenset(place for place, (here, _) in enumerate(self.matrix.years) if first <= here < year)

    def row_of(self, claim: str | None) -> int | None:
        """Find the row of a claim."""
        if claim is None:
            return None
        rows = enumerate(self.lines)
        return next((row for row, line in rows if any(claim in cell.claims for cell in line.cells)), None)

    def begins_subject(self, row: int) -> bool:
        """Tell whether a row is the first of its subject."""
        return row == 0 or self.lines[row].thing != self.lines[row - 1].thing

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the series."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the years."""
        return 0 if parent.isValid() else len(self.matrix.years)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name a year over its column, or a series beside its row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.matrix.years[section][1]
        line = self.lines[section]
        words = f"{subject_of(line, self.names)}: {line.title}"
        return as_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Keep the cell for the painter; tell it in words on hover and to screen readers."""
        if role == CELL:
            return self.cell(index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.words(index)
            return as_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def words(self, index: Index) -> str:
        """Tell a cell: the series, the year, and what is known."""
        label = self.matrix.years[index.column()][1]
        return f"{self.lines[index.row()].title}, {label}\n{cell_words(self.cell(index))}"
