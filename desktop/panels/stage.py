"""What an audience sees beside the map: year, figures and legend at its side, the caption below."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import Qt
from qtpy.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.key_figures import KeyFigure, key_figures
from desktop.panels.pieces import column, repaint, row
from desktop.panels.stage_pieces import (
    SIZES,
    Chart,
    Symbol,
    condition_block,
    conditions_told,
    event_block,
    figure_block,
    first_capital,
    ground,
    label,
    notes_of,
    separator,
    sources_of,
)
from desktop.state.comparing import both_legends
from geodata.drawn import ChartModel, LegendEntry
from geodata.frame import Frame

FULL_HEIGHT = 1080
"""Height of a screen in pixels on which the sizes below are true."""
SIDE_WIDTH = 480
MAGNIFICATION = 1.75
"""How much larger than in the window the map is drawn: its smallest words are then read from afar."""
ROOM_OF_CHART = 310
"""The chart and its title stand below the legend where this much room is left."""
_ROOM = FULL_HEIGHT - 220
MOST_EVENTS = 3
"""A year's events stand below its figures where they are no more than this, and the figures few."""
MOST_WITH_EVENTS = 2
CAPTION_LINES = 3
"""The caption has room for so many lines, used or not: the map must not change its size from step to step."""
LONG_CAPTION = 300
"""A caption of more letters than this is set in smaller ones, to leave the map its room."""
SHORT_LABEL = 4
"""A label of the clock that is longer than a year is set in smaller letters."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a step: its name and caption, its place from 1, and of how many."""

    name: str
    caption: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What is on the map: a frame, and the one that it is compared with, if there is one."""

    frame: Frame
    other: Frame | None = None

    @property
    def year_label(self) -> str:
        """The clock in words; both where the years of two halves differ."""
        here = self.frame.year_label
        return (
            here
            if self.other is None or self.other.year_label == here
            else f"{self.other.year_label} | {here}"
        )

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """What either half draws."""
        return both_legends(self.other.legend, self.frame.legend) if self.other else self.frame.legend


class Stage:
    """Two calm grounds around the map, `side` and `band`; both grow with the screen."""

    def __init__(self) -> None:
        self.side, self.band = ground("stage-side"), ground("stage-band")
        self.side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._year, self._note = label("year"), label("small", soft=True)
        self._title, self._caption = label("title"), label("caption")
        self._sources, self._counter = label("small", soft=True), label("small", soft=True)
        self._counter.setWordWrap(False)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._unit = 1.0
        self._below: QWidget | None = None
        self._drawn: tuple[LegendEntry, ...] = ()
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
        rules = (f'[letters="{name}"] {{ font-size: {self._px(size)}px; }}' for name, size in SIZES.items())
        sheet = "\n".join(rules)
        self.side.setFixedWidth(self._px(SIDE_WIDTH))
        for part, layout in ((self.side, self._side_layout), (self.band, self._band_layout)):
            part.setStyleSheet(sheet)
            layout.setContentsMargins(*(self._px(32), self._px(20)) * 2)
            layout.setSpacing(self._px(10))
        self._caption.setMinimumHeight(self._px(CAPTION_LINES * SIZES["caption"] * 1.38))

    def tell(self, told: Told) -> None:
        """Say what a step says."""
        self._title.setText(told.name)
        repaint(self._caption, "letters", "small" if len(told.caption) > LONG_CAPTION else "caption")
        self._caption.setText(told.caption)
        self._counter.setText(f"{told.number} / {told.count}")

    def show(self, seen: Seen) -> None:
        """Show year, figures and legend of a frame, and name the sources."""
        frame, self._drawn = seen.frame, seen.legend
        figures = self._room_for(key_figures(frame), frame)
        self._year.setText(seen.year_label)
        repaint(self._year, "letters", "year" if len(seen.year_label) <= SHORT_LABEL else "number")
        self._note.setText("\n".join(notes_of(frame, seen.other is not None)))
        self._note.setVisible(bool(self._note.text()))
        below = self._column(figures, frame)
        chart = self._chart_beside(below, frame)
        if chart is not None:
            layout = below.layout()
            assert layout is not None
            layout.addWidget(label("small", chart.title.removesuffix(f", {chart.unit}")))  # its scale says it
            layout.addWidget(Chart(chart, frame, self._unit))
        self._replace(below)
        self._sources.setText(sources_of(figures, frame, chart, seen.other))

    def _chart_beside(self, below: QWidget, frame: Frame) -> ChartModel | None:
        """Give the chosen chart, if it has room below what stands in the column and says anything by then."""
        if self._height_of(below) > self._px(_ROOM - ROOM_OF_CHART):
            return None
        return frame.chart_by_now

    def _room_for(self, figures: tuple[KeyFigure, ...], frame: Frame) -> tuple[KeyFigure, ...]:
        """Leave out the last figures where legend and figures together would be higher than the screen."""
        for count in range(len(figures), 1, -1):
            if self._height_of(self._column(figures[:count], frame)) <= self._px(_ROOM):
                return figures[:count]
        return figures[:1]

    def _height_of(self, tried: QWidget) -> int:
        """Measure how high a column would be beside the map."""
        tried.setStyleSheet(self.side.styleSheet())
        tried.ensurePolished()
        return tried.heightForWidth(self._px(SIDE_WIDTH - 64))

    def _column(self, figures: tuple[KeyFigure, ...], frame: Frame) -> QWidget:
        parts: list[QWidget] = [condition_block(*said) for said in conditions_told(frame)]
        parts += [figure_block(figure) for figure in figures]
        if not figures:
            parts.append(label("words", first_capital(frame.empty_words), soft=True))
        if len(figures) < MOST_WITH_EVENTS and len(frame.events) <= MOST_EVENTS:
            parts += [event_block(event) for event in frame.events]
        if self._drawn:
            legend = column(*(self._line(entry) for entry in self._drawn), gap=self._px(8))
            parts += [separator(), legend]
        return column(*parts, gap=self._px(16))

    def _replace(self, below: QWidget) -> None:
        if self._below is not None:
            self._below.hide()
            self._below.deleteLater()
        self._below = below
        self._side_layout.insertWidget(2, below)

    def _line(self, entry: LegendEntry) -> QWidget:
        words = label("small", entry.text)
        return row(Symbol(entry, self.magnification), words, gap=self._px(14), stretch=1)

    def _px(self, size: float) -> int:
        return round(size * self._unit)
