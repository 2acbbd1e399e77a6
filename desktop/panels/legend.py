"""The legend: each symbol that is drawn in the present extent, at true size, and no other."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QPainter, QPaintEvent
from qtpy.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from desktop.panels.extents import has_area, has_line, has_place
from desktop.panels.pieces import UNIT, colours_of, text
from desktop.panels.symbols import paint
from desktop.state.atlas import Atlas
from desktop.state.comparing import both_legends, frame_of_a
from desktop.state.store import Store
from geodata.drawn import LegendEntry
from geodata.frame import Frame

_SYMBOL_WIDTH, _LEAST_HEIGHT = 56, 24
NOTHING = "Nothing is drawn here. Tick a layer, move the map, or choose another year."


def part(atlas: Atlas, frame: Frame) -> tuple[LegendEntry, ...]:
    """Take out of a frame's legend what lies in the present extent."""
    view = atlas.view.bounds
    seen = {place.style for place in frame.places if has_place(place, view)}
    seen |= {"area" for area in frame.areas if has_area(area, view)}
    seen |= {f"{line.style}/{line.drawn_as}" for line in frame.flows if has_line(line, view)}
    seen |= {"relation/known" for line in frame.flows if line.drawn_as == "known" and has_line(line, view)}
    return tuple(entry for entry in frame.legend if entry.symbol in seen)


def part_of(store: Store) -> Callable[[Atlas, Frame], tuple[LegendEntry, ...]]:
    """Give what takes the legend's part out of a frame, and out of the one that it is compared with."""

    def seen(atlas: Atlas, frame: Frame) -> tuple[LegendEntry, ...]:
        other = frame_of_a(atlas, store.frame_of)
        return part(atlas, frame) if other is None else both_legends(part(atlas, other), part(atlas, frame))

    return seen


class LegendPanel:
    """Symbols and what they stand for, one below the other."""

    def __init__(self) -> None:
        self._lines: list[tuple[_Symbol, QLabel]] = []
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.setColumnStretch(1, 1)
        self._empty = text(NOTHING, "soft")
        self._grid.addWidget(self._empty, 0, 0, 1, 2)
        self._grid.setRowStretch(1000, 1)
        self.widget = QScrollArea()
        self.widget.setWidgetResizable(True)
        self.widget.setFrameShape(QFrame.Shape.NoFrame)
        self.widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.widget.setWidget(inside)

    def show(self, entries: tuple[LegendEntry, ...]) -> None:
        """Show these entries, in lines that are made once and used again."""
        while len(self._lines) < len(entries):
            self._add_line()
        for place, (symbol, words) in enumerate(self._lines):
            is_used = place < len(entries)
            symbol.setVisible(is_used)
            words.setVisible(is_used)
            if is_used:
                symbol.take(entries[place])
                words.setText(entries[place].text)
        self._empty.setVisible(not entries)

    def _add_line(self) -> None:
        symbol, words = _Symbol(), text()
        line = len(self._lines) + 1
        self._grid.addWidget(symbol, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._lines.append((symbol, words))


class _Symbol(QWidget):
    """Paints one symbol as wide as the map draws it."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: LegendEntry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def take(self, entry: LegendEntry) -> None:
        """Set what is painted."""
        if entry != self._entry:
            self._entry = entry
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the arrow's head."""
        width_px = self._entry.width_px if self._entry else 0
        return QSize(_SYMBOL_WIDTH, max(_LEAST_HEIGHT, round(width_px * 2.2)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the symbol."""
        if self._entry is None:
            return
        painter = QPainter(self)
        area, entry = QRectF(self.rect()), self._entry
        paint(painter, area, entry.symbol, colours_of(self), entry.width_px, entry.letter, entry.has_arc)
        painter.end()
