"""Pieces that an audience reads from afar: large words, figures, symbols, a chart."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize
from qtpy.QtGui import QFontMetricsF, QPainter, QPaintEvent
from qtpy.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.chart_layout import ChartLayout
from desktop.panels.chart_painting import paint_chart
from desktop.panels.key_figures import KeyFigure
from desktop.panels.pieces import colours_of, column, repaint, text
from desktop.panels.symbols import paint
from desktop.state.comparing import conditions_of
from geodata.drawn import ChartModel, LegendEntry
from geodata.frame import Frame
from geodata.told import Event

SIZES = {"year": 92, "number": 50, "title": 40, "caption": 30, "words": 26, "small": 24}
"""Heights of letters in pixels on a screen 1080 high: nothing is smaller than 24."""
LEAST_CHART, CHART_HEIGHT = 210, 320
MOST_SOURCES = 4
_SYMBOL = QSize(56, 24)


class Symbol(QWidget):
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


class Chart(QWidget):
    """Paints the chart of the frame, its letters as large as the small words."""

    def __init__(self, chart: ChartModel, frame: Frame, unit: float) -> None:
        super().__init__()
        self._chart, self._year = chart, frame.year
        self._claim = (frame.detail.claim if frame.detail else None) or ""
        self._letters = round(SIZES["small"] * unit)
        self._least, self._most = round(LEAST_CHART * unit), round(CHART_HEIGHT * unit)

    def sizeHint(self) -> QSize:
        """Be as high as there is room for."""
        return QSize(self._most, self._most)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(self._least, self._least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        painter, font = QPainter(self), self.font()
        font.setPixelSize(self._letters)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = ChartLayout(self._chart, QRectF(self.rect()), QFontMetricsF(font))
        paint_chart(painter, layout, colours_of(self), self._year, self._claim)
        painter.end()


def figure_block(figure: KeyFigure) -> QWidget:
    """Show a figure; what is not plainly actual is lighter, in a dashed frame, and says what it is."""
    number = label("number", figure.number + figure.unit)
    parts = [number, label("words", figure.what)]
    if figure.status:
        parts.insert(1, label("small", f"{figure.status} [{figure.letter}]"))
    block = QFrame()
    block.setObjectName("stage-figure")
    repaint(block, "kind", figure.status or ("" if figure.is_found else "missing"))
    layout = QVBoxLayout(block)
    layout.setSpacing(2)
    if not figure.status or figure.letter == "E":  # only what stands in a frame needs room inside it
        layout.setContentsMargins(0, 0, 0, 0)
    for part in (*parts, *(label("small", line, soft=True) for line in figure.lines)):
        layout.addWidget(part)
    return block


def notes_of(frame: Frame, is_compared: bool) -> list[str]:
    """Say what the year must not be taken for, and whose figures stand beside two maps."""
    notes = ["after the data: nothing is actual yet"] if frame.is_after_data else []
    return [*notes, "figures and chart are those of B"] if is_compared else notes


def conditions_told(frame: Frame) -> list[tuple[str, str]]:
    """Say under which conditions alone a frame is right: kind and words, what is only supposed first."""
    told = frame.scenario
    found = [("scenario", f"Scenario: {told.title}, supposed, not fact")] if told else []
    others = (words for words in conditions_of(frame) if told is None or not words.endswith(told.title))
    return [*found, *(("", first_capital(words)) for words in others)]


def condition_block(kind: str, words: str) -> QWidget:
    """Show a condition in a frame of its own; what is only supposed in a dashed one."""
    block = QFrame()
    block.setObjectName("stage-condition")
    block.setProperty("kind", kind)
    QVBoxLayout(block).addWidget(label("words", words))
    return block


def event_block(event: Event) -> QWidget:
    """Show an event under its day."""
    return column(label("small", event.day, soft=True), label("words", event.name), gap=0)


def first_capital(words: str) -> str:
    """Begin a line with a capital."""
    return words[:1].upper() + words[1:]


def sources_of(
    figures: tuple[KeyFigure, ...], frame: Frame, chart: ChartModel | None, other: Frame | None = None
) -> str:
    """Name whose figures are seen: those beside the map first, then those on it and in the chart."""
    charted = [bar.claim for bar in chart.bars if bar.value is not None] if chart else []
    in_chart = [figure.source_short for figure in frame.figures if figure.claim in charted]
    on_map = [name for half in (frame, other) if half for name in _on_map(half)]
    detail = frame.detail
    dated = [one.figures[0].source_short for one in detail.rivalries] if detail and not detail.bounds else []
    named = [name for figure in figures for name in figure.sources]
    names = list(dict.fromkeys([*named, *on_map, *in_chart] or dated))
    more = len(names) - MOST_SOURCES
    listed = "; ".join(names[:MOST_SOURCES]) + (f"; and {more} more" if more > 0 else "")
    return f"Sources: {listed}" if names else ""


def _on_map(frame: Frame) -> list[str]:
    """Name whose figures the lines of a map stand for."""
    drawn = {flow.claim for flow in frame.flows} | {flow.quoted for flow in frame.flows}
    return [figure.source_short for figure in frame.shown if figure.claim in drawn]


def ground(name: str) -> QFrame:
    """Make a ground, which the style sheet knows by its name."""
    made = QFrame()
    made.setObjectName(name)
    return made


def label(size: str, words: str = "", soft: bool = False) -> QLabel:
    """Make a label in letters of one of `SIZES`."""
    made = text(words, "soft" if soft else "")
    made.setProperty("letters", size)
    return made


def separator() -> QFrame:
    """Make a thin line between two parts."""
    made = QFrame()
    made.setObjectName("stage-separator")
    made.setFixedHeight(1)
    return made
