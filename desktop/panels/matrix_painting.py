"""How a cell of the evidence matrix is painted: kinds differ in form and tone, never in hue alone."""

from __future__ import annotations

from functools import partial

from qtpy.QtCore import QPointF, QRectF, QSize, Qt
from qtpy.QtGui import QBrush, QColor, QPainter, QPen
from qtpy.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.panels.matrix_model import CELL, Index
from desktop.panels.pieces import colours_of
from desktop.panels.samples import SampleLegend
from desktop.state.evidence_text import KIND_WORDS
from geodata.evidence import KINDS, Cell
from resources.palette import Palette

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LETTERS = {"estimate": "E", "target": "T", "scenario": "S"}
_WIDEST, _HIGHEST = 30.0, 16.0
_SINCE_HEIGHT = 6.0
_PALE = 46
_EXTRA = (
    (Cell(0, "actual", since=True), "since an earlier year"),
    (Cell(0, "actual", rivals=1), "rival claims"),
    (Cell(0, "nothing"), "empty: nothing is told"),
)


def paint_cell(painter: QPainter, area: QRectF, cell: Cell, colours: Palette) -> None:
    """Paint what is known of a series in a year.

    A fact is filled, an estimate hatched with E, a target dashed with T, an assumption dotted with S; what
    was looked for and not found is a crossed ring, and nothing is left empty. What was told in an earlier
    year, of all since, is a band. Rivals add ≠.
    """
    if cell.kind == "nothing":
        return
    if cell.kind == "missing":
        _paint_not_found(painter, area.center(), 4.6, colours)
        return
    box = QRectF(0, 0, min(area.width() - 4, _WIDEST), min(area.height() - 5, _HIGHEST))
    if cell.since:
        box = QRectF(0, 0, area.width(), _SINCE_HEIGHT)
    box.moveCenter(area.center())
    (_paint_band if cell.since else _paint_form)(painter, box, cell.kind, colours)
    letter = "" if cell.since else _LETTERS.get(cell.kind, "")
    _paint_letters(painter, box, f"{letter}{'≠' if cell.rivals else ''}", cell, colours)
    if cell.missing:
        _paint_not_found(painter, QPointF(area.right() - 5, area.bottom() - 5), 3.2, colours)


def _paint_band(painter: QPainter, box: QRectF, kind: str, colours: Palette) -> None:
    """Run through the cell from edge to edge, filled where it is a fact, else between two broken lines."""
    pen, brush = _form(kind, colours)
    painter.fillRect(box, brush)
    if kind != "actual":
        painter.setPen(pen)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _paint_form(painter: QPainter, box: QRectF, kind: str, colours: Palette) -> None:
    pen, brush = _form(kind, colours)
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawRoundedRect(box, 2, 2)


def _form(kind: str, colours: Palette) -> tuple[QPen, QBrush]:
    tone = QColor(colours.export_flow)
    pen, brush = QPen(tone, 1.2), QBrush(tone)
    if kind == "estimate":
        brush = QBrush(tone, Qt.BrushStyle.BDiagPattern)
    elif kind == "target":
        pen.setStyle(Qt.PenStyle.DashLine)
        brush = QBrush(_pale(tone))
    elif kind == "scenario":
        pen = QPen(QColor(colours.mine), 1.6, Qt.PenStyle.DotLine)
        brush = QBrush(_pale(QColor(colours.mine)))
    return pen, brush


def _paint_letters(painter: QPainter, box: QRectF, letters: str, cell: Cell, colours: Palette) -> None:
    if not letters:
        return
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    if cell.kind == "estimate" or cell.since:
        ground = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(letters) + 4, box.height() - 2)
        ground.setHeight(max(ground.height(), painter.fontMetrics().ascent()))
        ground.moveCenter(box.center())
        painter.fillRect(ground, QColor(colours.paper))
    painter.setPen(QColor(colours.paper if cell.kind == "actual" and not cell.since else colours.ink))
    painter.drawText(box.adjusted(-8, -8, 8, 8), _CENTRE, letters)


def _paint_not_found(painter: QPainter, centre: QPointF, radius: float, colours: Palette) -> None:
    painter.setPen(QPen(QColor(colours.soft_ink), 1.3))
    painter.setBrush(QColor(colours.paper))
    painter.drawEllipse(centre, radius, radius)
    reach = QPointF(radius, -radius)
    painter.drawLine(centre - reach, centre + reach)


def _pale(colour: QColor) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), _PALE)


class CellDelegate(QStyledItemDelegate):
    """Paints cells, the chosen year's column marked and paler a range's, a ring where the keyboard stands."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.column: int | None = None
        self.before: frozenset[int] = frozenset()
        self.claim: str | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Be small: all years are to be seen at once."""
        return QSize(24, 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell, area, colours = index.data(CELL), QRectF(option.rect), colours_of(self._view)
        painter.save()
        paint_tint(painter, area, index.column(), (self.column, self.before), colours)
        painter.setPen(QPen(_pale(QColor(colours.soft_ink)), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, area, cell, colours)
        if self.claim is not None and self.claim in cell.claims:
            _paint_ring(painter, area, colours, 2.2)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            _paint_ring(painter, area, colours, 1.2)
        painter.restore()


def paint_tint(
    painter: QPainter,
    area: QRectF,
    column: int,
    marked: tuple[int | None, frozenset[int]],
    colours: Palette,
) -> None:
    """Tint what belongs to the chosen year, and paler to the years before it in a range."""
    chosen, before = marked
    if column == chosen or column in before:
        tint = QColor(colours.selection)
        tint.setAlpha(34 if column == chosen else 14)
        painter.fillRect(area, tint)


def _paint_ring(painter: QPainter, area: QRectF, colours: Palette, width: float) -> None:
    painter.setPen(QPen(QColor(colours.selection), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)


def legend() -> SampleLegend:
    """Make the legend of the kinds of cells."""
    shown = [(Cell(0, kind), KIND_WORDS[kind]) for kind in KINDS if kind != "nothing"]
    return SampleLegend([(partial(_paint_sample, cell), words) for cell, words in (*shown, *_EXTRA)])


def _paint_sample(cell: Cell, painter: QPainter, area: QRectF, colours: Palette) -> None:
    paint_cell(painter, area, cell, colours)
