"""The headers of the evidence matrix: subjects and series beside it, the years above."""

from __future__ import annotations

from qtpy.QtCore import QRect, QRectF, QSize, Qt
from qtpy.QtGui import QColor, QFont, QFontMetrics, QPainter
from qtpy.QtWidgets import QHeaderView, QTableView

from desktop.panels.matrix_model import MatrixModel
from desktop.panels.matrix_painting import paint_tint
from desktop.panels.pieces import UNIT, colours_of
from desktop.state.evidence_text import short_title, subject_of

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEAST = 168


class SeriesHeader(QHeaderView):
    """Names the subject once, and beside it each of its series."""

    def __init__(self, table: QTableView, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._model, self._table = model, table
        self._measured: tuple[object, int, int] = (None, 0, 0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(20)
        self.setMinimumSectionSize(20)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def sizeHint(self) -> QSize:
        """Take as much as the names need, if a third of the table or what the years can spare is enough."""
        year = self.fontMetrics().horizontalAdvance("2000") + UNIT
        spare = self._table.width() - year * self._model.columnCount()
        return QSize(max(min(sum(self._needed()), max(self._table.width() // 3, spare)), _LEAST), 0)

    def _needed(self) -> tuple[int, int]:
        """Give the widths of the longest subject and the longest series, in pixels."""
        lines = self._model.lines
        if self._measured[0] is not lines:
            font = QFont(self.font())
            font.setBold(True)
            bold, plain = QFontMetrics(font), QFontMetrics(self.font())
            names = {subject_of(line, self._model.names) for line in lines}
            subject = max(map(bold.horizontalAdvance, names), default=0) + 2 * UNIT
            series = max((plain.horizontalAdvance(short_title(line)) for line in lines), default=0)
            self._measured = lines, subject, series + UNIT
        return self._measured[1:]

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Letter a series; its subject where it begins, or where it comes into sight."""
        colours, line = colours_of(self), self._model.lines[row]
        begins = self._model.begins_subject(row)
        painter.save()
        painter.fillRect(rect, self.palette().window())
        subject = QRect(rect)
        needed, _ = widths = self._needed()
        subject.setWidth(needed if sum(widths) <= rect.width() else rect.width() * needed // sum(widths))
        series = rect.adjusted(subject.width(), 0, -UNIT // 2, 0)
        if begins and row:
            painter.setPen(QColor(colours.line))
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setPen(QColor(colours.soft_ink))
        _letter(painter, series, short_title(line))
        if begins or row == self.logicalIndexAt(1):
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink))
            _letter(painter, subject.adjusted(UNIT, 0, -UNIT // 2, 0), subject_of(line, self._model.names))
        painter.restore()


class YearHeader(QHeaderView):
    """Letters the years as short as the columns need, the chosen one in bold."""

    def __init__(self, table: QTableView, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._model = model
        self.column: int | None = None
        self.before: frozenset[int] = frozenset()
        self._fitted: tuple[object, int, list[str]] = ((), 0, [])
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """Be one line high, or two where fiscal years have no room on one."""
        lines = max((words.count("\n") + 1 for words in self._words()), default=1)
        return QSize(0, lines * self.fontMetrics().height() + UNIT)

    def _words(self) -> list[str]:
        """Write the years as short as the columns need, a fiscal one never like a calendar one."""
        years, room = self._model.matrix.years, self.defaultSectionSize()
        if self._fitted[0] is not years or self._fitted[1] != room:
            labels = [label for _, label in years]
            tried = (labels, [label[-7:] for label in labels])
            fit = (words for words in tried if all(map(self._fits, words)))
            self._fitted = years, room, next(fit, list(map(_shortened, labels)))
        return self._fitted[2]

    def _fits(self, words: str) -> bool:
        return self.fontMetrics().horizontalAdvance(words) + UNIT <= self.defaultSectionSize()

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Letter a year."""
        colours, is_now = colours_of(self), column == self.column
        painter.save()
        painter.fillRect(rect, self.palette().window())
        paint_tint(painter, QRectF(rect), column, (self.column, self.before), colours)
        font = painter.font()
        font.setBold(is_now)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if is_now else colours.soft_ink))
        painter.drawText(rect, _CENTRE, self._words()[column])
        painter.restore()


def _letter(painter: QPainter, box: QRect, words: str) -> None:
    shortened = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shortened)


def _shortened(label: str) -> str:
    """Shorten a calendar year to two digits, and set a fiscal one in two lines."""
    return f"{label[2:6]}\n{label[-3:]}" if label.startswith("FY") else f"’{label[-2:]}"
