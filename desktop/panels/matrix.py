"""The Evidence matrix panel: of each series and year, what is known, and where the data end."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QSignalBlocker, QSize, Qt, Signal
from qtpy.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from qtpy.QtWidgets import QAbstractItemView, QComboBox, QFrame, QPushButton, QTableView, QVBoxLayout

from desktop.commands import evidence
from desktop.commands.command import Context
from desktop.panels.choice_box import ChoiceBox
from desktop.panels.matrix_headers import SeriesHeader, YearHeader
from desktop.panels.matrix_model import Index, MatrixModel
from desktop.panels.matrix_painting import CellDelegate, legend
from desktop.panels.pieces import UNIT, row, text
from desktop.panels.seen import Seen, WhenSeen
from desktop.state.atlas import Atlas
from desktop.state.evidence_text import MEASURE_WORDS, measure_of
from geodata.desk import Desk
from geodata.evidence import Line, Matrix
from geodata.frame import Frame
from geodata.told import Entry

_NARROWEST, _WIDEST = 24, 60
_ALL_SUBJECTS, _ALL_MEASURES = "All subjects", "All measures"
_NOTHING = "Nothing is known of what is chosen."
_GO_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the panel shows; the matrix itself is made when it can be seen."""

    desk: Desk | None
    index: tuple[Entry, ...]
    year: int
    since: int | None
    claim: str | None


def part(_atlas: Atlas, frame: Frame) -> Evidence:
    """Take what makes the matrix, and the marks on it."""
    claim = frame.detail.claim if frame.detail else None
    return Evidence(frame.desk, frame.index, frame.year, frame.since, claim)


class MatrixPanel(WhenSeen[Evidence]):
    """Choosers and legend above, the table, and the cell in words below."""

    def __init__(self, context: Context) -> None:
        super().__init__(Seen())
        self._context = context
        self._index: tuple[Entry, ...] = ()
        self._names: dict[str, str] = {}
        self._model, self._table = MatrixModel(), _Table()
        self._subject, self._measure = (ChoiceBox(name, letters=14) for name in ("Subject", "Measure"))
        self._told = text(name="soft")
        self._copy, self._save = QPushButton("Copy"), QPushButton("Save CSV…")
        self._cells = CellDelegate(self._table)
        self._lay_out()
        self._set_up()

    def _write(self, shown: Evidence) -> None:
        if shown.desk is None:
            return
        matrix = shown.desk.matrix()
        if shown.index is not self._index:
            self._index = shown.index
            self._names = {entry.id: entry.title for entry in self._index}
        if matrix is not self._model.matrix:
            self._fill_choosers(matrix)
        self._take(matrix)
        column = self._model.column_of(shown.year)
        moved = (column, shown.claim) != (self._cells.column, self._cells.claim)
        self._cells.column = self._years.column = column
        self._cells.before = self._years.before = self._model.columns_before(shown.year, shown.since)
        self._cells.claim = shown.claim
        if moved:
            self._bring()
        self._table.viewport().update()
        self._years.viewport().update()

    def _take(self, matrix: Matrix) -> None:
        subject, measure = self._subject.currentData() or "", self._measure.currentData() or ""

        def lets_through(line: Line) -> bool:
            return (not subject or line.thing == subject) and (not measure or measure_of(line) == measure)

        if self._model.take(matrix, self._names, (subject, measure), lets_through):
            self._table.fit()

    def _fill_choosers(self, matrix: Matrix) -> None:
        things = dict.fromkeys(line.thing for line in matrix.lines)
        measures = dict.fromkeys(map(measure_of, matrix.lines))
        subjects = {thing: self._names.get(thing, thing) for thing in things}
        _fill(self._subject, _ALL_SUBJECTS, subjects)
        _fill(self._measure, _ALL_MEASURES, {one: MEASURE_WORDS.get(one, one) for one in measures})

    def _choose(self) -> None:
        self._write_again()
        self._tell(self._table.currentIndex())

    def _bring(self) -> None:
        """Stand on the selected claim, or else in the chosen year."""
        here, column = self._table.currentIndex(), self._cells.column
        row = self._model.row_of(self._cells.claim)
        if column is None or not self._model.rowCount():
            return
        index = self._model.index(max(here.row(), 0) if row is None else row, column)
        if index != here:
            self._table.setCurrentIndex(index)

    def _tell(self, index: Index) -> None:
        words = self._model.words(index) if index.isValid() else ""
        self._told.setText(words.replace("\n", ": ", 1).replace("\n", "; "))

    def _go(self, index: Index) -> None:
        """Go to the first claim of a cell and to its year; a cell without a claim only to its year."""
        cell = self._model.cell(index)
        evidence.go_to(self._context.store, cell.claims[0] if cell.claims else None, cell.year)

    def _set_up(self) -> None:
        table = self._table
        self._years = YearHeader(table, self._model)
        table.setModel(self._model)
        table.setItemDelegate(self._cells)
        table.setHorizontalHeader(self._years)
        table.setVerticalHeader(SeriesHeader(table, self._model))
        table.clicked.connect(self._go)
        table.chosen.connect(self._go)
        table.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self._subject.activated.connect(lambda _place: self._choose())
        self._measure.activated.connect(lambda _place: self._choose())
        self._copy.clicked.connect(lambda: evidence.COPY.run(self._context))
        self._save.clicked.connect(lambda: evidence.SAVE.run(self._context))
        self.widget.setFocusProxy(table)

    def _lay_out(self) -> None:
        self._copy.setToolTip(evidence.COPY.title)
        self._save.setToolTip(evidence.SAVE.title)
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, UNIT, 0, UNIT // 2)
        layout.setSpacing(UNIT // 2)
        around = (UNIT, 0, UNIT, 0)
        above = (self._subject, self._measure, self._told, self._copy, self._save)
        layout.addWidget(row(*above, margins=around, stretch=2))
        layout.addWidget(legend())
        layout.addWidget(self._table, 1)


class _Table(QTableView):
    """A table whose columns share its width; `chosen` gives the cell in which Enter was pressed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Evidence matrix")
        self.setAccessibleDescription("Arrow keys walk the cells, Enter goes to the claim and its year.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def sizeHint(self) -> QSize:
        """Show about ten series and all years."""
        return QSize(1000, 250)

    def fit(self) -> None:
        """Share the width among the years."""
        model = self.model()
        room = self.viewport().width() // max(model.columnCount(), 1)
        self.horizontalHeader().setDefaultSectionSize(min(max(room, _NARROWEST), _WIDEST))
        self.updateGeometries()  # the years may need another line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.updateGeometries()
        self.fit()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where there is nothing to show."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), _NOTHING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current cell, or walk on."""
        if event.key() in _GO_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)


def _fill(box: QComboBox, everything: str, entries: dict[str, str]) -> None:
    """List what can be chosen, and keep what is chosen where it is still there."""
    before = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, "")
        for key, words in entries.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(box.findData(before), 0))
