"""What an audience sees beside the map: year, figures and legend at its side, the caption below."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QPainter, QPaintEvent
from qtpy.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.key_figures import KeyFigure, key_figures
from desktop.panels.pieces import colours_of, column, repaint, row, text
from desktop.panels.symbols import paint
from geodata.drawn import LegendEntry
from geodata.frame import Frame
from geodata.told import Event

FULL_HEIGHT = 1080
"""Height of a screen in pixels on which the sizes below are true."""
SIDE_WIDTH = 480
MAGNIFICATION = 1.75
"""How much larger than in the window the map is drawn: its smallest words are then read from afar."""
MOST_SOURCES = 4
MOST_EVENTS = 3
"""A year's events stand below its figures where they are no more than this, and the figures few."""
MOST_WITH_EVENTS = 2
CAPTION_LINES = 3
"""The caption has room for so many lines, used or not: the map must not change its size from step to step."""
SHORT_LABEL = 4
"""A label of the clock that is longer than a year is set in smaller letters."""
_SIZES = {"year": 92, "number": 50, "title": 40, "caption": 30, "words": 26, "small": 24}
"""Heights of letters in pixels: nothing is smaller than 24."""
_SYMBOL = QSize(56, 24)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a step: its name and caption, its place from 1, and of how many."""

    name: str
    caption: str
    number: int
    count: int


class Stage:
    """Two calm grounds around the map, `side` and `band`; both grow with the screen."""

    def __init__(self) -> None:
        self.side, self.band = _ground("stage-side"), _ground("stage-band")
        self.side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._year, self._note = _label("year"), _label("small", soft=True)
        self._title, self._caption = _label("title"), _label("caption")
        self._sources, self._counter = _label("small", soft=True), _label("small", soft=True)
        self._counter.setWordWrap(False)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._unit = 1.0
        self._below: QWidget | None = None
        self._side_layout, self._band_layout = QVBoxLayout(self.side), QVBoxLayout(self.band)
        for part in (self._year, self._note):
            self._side_layout.addWidget(part)
        self._side_layout.addStretch(1)
        for part in (self._title, self._caption, row(self._sources, self._counter, stretch=0)):
            self._band_layout.addWidget(part)
        self.fit(FULL_HEIGHT)

    @property
    def magnification(self) -> float:
        """How much larger than in the window the map is to be drawn."""
        return self._unit * MAGNIFICATION

    def fit(self, height: int) -> None:
        """Take the sizes that a screen of this height in pixels wants."""
        self._unit = height / FULL_HEIGHT
        rules = (f'[letters="{name}"] {{ font-size: {self._px(size)}px; }}' for name, size in _SIZES.items())
        sheet = "\n".join(rules)
        self.side.setFixedWidth(self._px(SIDE_WIDTH))
        for ground, layout in ((self.side, self._side_layout), (self.band, self._band_layout)):
            ground.setStyleSheet(sheet)
            layout.setContentsMargins(*(self._px(32), self._px(20)) * 2)
            layout.setSpacing(self._px(10))
        self._caption.setMinimumHeight(self._px(CAPTION_LINES * _SIZES["caption"] * 1.38))

    def tell(self, told: Told) -> None:
        """Say what a step says."""
        self._title.setText(told.name)
        self._caption.setText(told.caption)
        self._counter.setText(f"{told.number} / {told.count}")

    def show(self, frame: Frame) -> None:
        """Show year, figures and legend of a frame, and name the sources."""
        figures = self._room_for(key_figures(frame), frame)
        self._year.setText(frame.year_label)
        repaint(self._year, "letters", "year" if len(frame.year_label) <= SHORT_LABEL else "number")
        self._note.setText("\n".join(_notes(frame)))
        self._note.setVisible(bool(self._note.text()))
        self._replace(self._column(figures, frame))
        self._sources.setText(_sources(figures, frame))

    def _room_for(self, figures: tuple[KeyFigure, ...], frame: Frame) -> tuple[KeyFigure, ...]:
        """Leave out the last figures where legend and figures together would be higher than the screen."""
        room, width = self._px(FULL_HEIGHT - 220), self._px(SIDE_WIDTH - 64)
        for count in range(len(figures), 1, -1):
            tried = self._column(figures[:count], frame)
            tried.setStyleSheet(self.side.styleSheet())
            tried.ensurePolished()
            if tried.heightForWidth(width) <= room:
                return figures[:count]
        return figures[:1]

    def _column(self, figures: tuple[KeyFigure, ...], frame: Frame) -> QWidget:
        parts = [_block(figure) for figure in figures]
        if not figures:
            parts.append(_label("words", _first_capital(frame.empty_words), soft=True))
        if len(figures) < MOST_WITH_EVENTS and len(frame.events) <= MOST_EVENTS:
            parts += [_event(event) for event in frame.events]
        legend = column(*(self._line(entry) for entry in frame.legend), gap=self._px(8))
        return column(*parts, _rule(), legend, gap=self._px(16))

    def _replace(self, below: QWidget) -> None:
        if self._below is not None:
            self._below.hide()
            self._below.deleteLater()
        self._below = below
        self._side_layout.insertWidget(2, below)

    def _line(self, entry: LegendEntry) -> QWidget:
        words = _label("small", entry.text)
        return row(_Symbol(entry, self.magnification), words, gap=self._px(14), stretch=1)

    def _px(self, size: float) -> int:
        return round(size * self._unit)


class _Symbol(QWidget):
    """Paints a symbol of the legend as large as the map draws it."""

    def __init__(self, entry: LegendEntry, scale: float) -> None:
        super().__init__()
        self._entry, self._scale = entry, scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Leave room for the arrow's head."""
        height = max(_SYMBOL.height(), round(self._entry.width_px * 2.2))
        return QSize(round(_SYMBOL.width() * self._scale), round(height * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the symbol."""
        painter, entry = QPainter(self), self._entry
        painter.scale(self._scale, self._scale)
        area = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        paint(painter, area, entry.symbol, colours_of(self), entry.width_px, entry.letter)
        painter.end()


def _block(figure: KeyFigure) -> QWidget:
    """Show a figure; what is not plainly actual is lighter, in a dashed frame, and says what it is."""
    number = _label("number", figure.number + figure.unit)
    parts = [number, _label("words", figure.what)]
    if figure.status:
        parts.insert(1, _label("small", f"{figure.status} [{figure.letter}]"))
    block = QFrame()
    block.setObjectName("stage-figure")
    repaint(block, "kind", figure.status or ("" if figure.is_found else "missing"))
    layout = QVBoxLayout(block)
    layout.setSpacing(2)
    for part in (*parts, *(_label("small", line, soft=True) for line in figure.lines)):
        layout.addWidget(part)
    return block


def _notes(frame: Frame) -> list[str]:
    """Say what the year must not be taken for."""
    notes = ["after the data: nothing is actual yet"] if frame.is_after_data else []
    notes += [f"as known on {frame.known_on:%d %b %Y}"] if frame.known_on else []
    return [*notes, f"scenario: {frame.scenario.title}"] if frame.scenario else notes


def _event(event: Event) -> QWidget:
    return column(_label("small", event.day, soft=True), _label("words", event.name), gap=0)


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sources(figures: tuple[KeyFigure, ...], frame: Frame) -> str:
    """Name whose figures are seen: those beside the map first, then those on it."""
    drawn = {flow.claim for flow in frame.flows} | {flow.quoted for flow in frame.flows}
    on_map = [figure.source_short for figure in frame.shown if figure.claim in drawn]
    detail = frame.detail
    dated = [one.figures[0].source_short for one in detail.rivalries] if detail and not detail.bounds else []
    named = [name for figure in figures for name in figure.sources]
    names = list(dict.fromkeys([*named, *on_map] or dated))
    more = len(names) - MOST_SOURCES
    listed = "; ".join(names[:MOST_SOURCES]) + (f"; and {more} more" if more > 0 else "")
    return f"Sources: {listed}" if names else ""


def _ground(name: str) -> QFrame:
    ground = QFrame()
    ground.setObjectName(name)
    return ground


def _label(size: str, words: str = "", soft: bool = False) -> QLabel:
    label = text(words, "soft" if soft else "")
    label.setProperty("letters", size)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("stage-separator")
    rule.setFixedHeight(1)
    return rule
