"""The Volumes panel: a chart over the years, and below it the table of all figures."""

from __future__ import annotations

from dataclasses import dataclass

from qtpy.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, QTimer
from qtpy.QtGui import QColor
from qtpy.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QWidget,
)

from desktop.commands import figures, go
from desktop.commands.command import Context, Menu
from desktop.commands.tips import as_tip
from desktop.panels.chart import ChartView
from desktop.panels.choice_box import BRIEF, ChoiceBox
from desktop.panels.figures_table import FiguresModel
from desktop.panels.folding_table import FoldingTable
from desktop.panels.pieces import UNIT, colours_of, column, icon_button, row, text
from desktop.state.atlas import Atlas, Filter
from geodata.drawn import ChartModel, Figure
from geodata.frame import Frame


@dataclass(frozen=True, slots=True)
class Volumes:
    """What the panel shows."""

    figures: tuple[Figure, ...]
    charts: tuple[ChartModel, ...]
    chart: str
    year: int
    since: int | None
    claim: str | None
    filter: Filter
    empty_words: str


def part(atlas: Atlas, frame: Frame) -> Volumes:
    """Take figures, charts and the selected claim out of a state and its frame."""
    return Volumes(
        figures=frame.figures,
        charts=frame.charts,
        chart=frame.chart,
        year=frame.year,
        since=frame.since,
        claim=frame.detail.claim if frame.detail else None,
        filter=atlas.filter,
        empty_words=frame.empty_words,
    )


class VolumesPanel:
    """Chooser and filter above, the chart, and the table."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._charts: tuple[ChartModel, ...] = ()
        self._series_seen = ""
        self._claim: str | None = None
        self._top: str | None = None
        self._series, self._filter = ChoiceBox("Series of the chart"), _filter_button(context)
        self._chart, self._model = ChartView(), FiguresModel()
        self._table = FoldingTable(self._model)
        self._later = QTimer(self._table)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._bring)
        self._words = text(name="soft")
        self._all = QPushButton(figures.CLEAR_FILTER.title)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self.widget = self._lay_out()
        self._set_up_table()
        self._series.activated.connect(self._choose_series)
        self._chart.picked.connect(self._select)
        self._all.clicked.connect(lambda: figures.CLEAR_FILTER.run(context))

    def show(self, shown: Volumes) -> None:
        """Show chart and table; where they are the same as before, only the marks of the year change."""
        with QSignalBlocker(self._series):
            self._show_series(shown)
        chart = next((model for model in shown.charts if model.series == shown.chart), None)
        self._chart.take(chart, shown.year, shown.claim or "", shown.since)
        self._chart.setVisible(chart is not None)
        self._take(shown.figures)
        self._model.mark_year(shown.year, _tint(self._table))
        self._table.viewport().update()
        self._claim = shown.claim
        self._mark(shown.claim)
        if chart is not None and chart.series != self._series_seen:
            self._series_seen, self._top = chart.series, None
            self._later.start(0)
        count = len(shown.filter.statuses) + len(shown.filter.substances)
        self._filter.setText(f"Filter: {count}" if count else "Filter")
        self._words.setText(_words(shown, bool(count)))
        self._all.setVisible(bool(count))
        self._below.setVisible(bool(count or self._words.text()))

    def _show_series(self, shown: Volumes) -> None:
        if shown.charts is not self._charts:
            self._charts = shown.charts
            self._series.clear()
            for model in shown.charts:
                self._series.addItem(model.title, model.series)
                brief = model.title.split(", by ")[0]  # the chart's scales say by what, and the unit
                self._series.setItemData(self._series.count() - 1, brief, BRIEF)
        self._series.setCurrentIndex(self._series.findData(shown.chart))
        self._series.setEnabled(bool(shown.charts))
        self._series.setToolTip(as_tip(self._series.currentText()))

    def _take(self, taken: tuple[Figure, ...]) -> None:
        """Take figures over; what stands at the top is to stay there."""
        top = self._table.rowAt(0)
        claim = self._model.figures[top].claim if top >= 0 else None
        if self._model.take(taken):
            self._top = claim
            self._later.start(0)

    def _mark(self, claim: str | None) -> None:
        """Mark the row of a claim; scroll to it only where it is not the one that is marked."""
        place, selection = self._model.row_of(claim), self._table.selectionModel()
        if place is None:
            with QSignalBlocker(selection):
                selection.clear()
        elif self._table.currentIndex().row() != place or not selection.hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            with QSignalBlocker(selection):
                selection.setCurrentIndex(self._model.index(place, 0), flags)
            self._table.scrollTo(self._model.index(place, 0))
            self._table.viewport().update()

    def _bring(self) -> None:
        """Scroll to what stood at the top, or else to the chart's rows, once the table knows its size."""
        bars = next((model.bars for model in self._charts if model.series == self._series_seen), ())
        kept = self._model.row_of(self._top)
        found = (self._model.row_of(bar.claim) for bar in bars) if kept is None else (kept,)
        rows = [row for row in found if row is not None]
        if rows and not self._table.selectionModel().hasSelection():
            top = QAbstractItemView.ScrollHint.PositionAtTop
            self._table.scrollTo(self._model.index(min(rows), 0), top)

    def _choose_series(self, place: int) -> None:
        figures.set_series(self._context.store, self._series.itemData(place))

    def _select(self, claim: str) -> None:
        go.select(self._context.store, claim)

    def _take_selected(self) -> None:
        for index in self._table.selectionModel().selectedRows():
            self._select(self._model.figures[index.row()].claim)

    def _set_up_table(self) -> None:
        self._model.modelReset.connect(lambda: self._mark(self._claim))
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._take_selected())

    def _lay_out(self) -> QWidget:
        self._series.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        above = row(self._series, self._filter, margins=(UNIT, UNIT, UNIT, 0))
        self._below = row(self._words, self._all, margins=(UNIT, 0, UNIT, UNIT // 2), stretch=0)
        self._splitter.addWidget(self._chart)
        self._splitter.addWidget(self._table)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([240, 200])
        widget = column(above, self._splitter, self._below, gap=UNIT // 2, stretch=1)
        widget.setFocusProxy(self._chart)
        return widget


def _filter_button(context: Context) -> QToolButton:
    button = icon_button("filter", "Filter by evidence and substance")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: _fill(menu, figures.filters(), context))
    button.setMenu(menu)
    return button


def _fill(menu: QMenu, entries: Menu, context: Context) -> None:
    """Fill a menu with commands, each checked as it stands now."""
    menu.clear()
    for entry in entries.entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, Menu):
            menu.addSection(entry.title)
            for command in entry.commands:
                action = menu.addAction(command.title)
                action.setCheckable(True)
                action.setChecked(command.checked is not None and command.checked(context))
                action.triggered.connect(lambda _on=False, run=command.run: run(context))


def _words(shown: Volumes, is_filtered: bool) -> str:
    """Say what to do where nothing is there for the year."""
    if not shown.figures and is_filtered:
        return "The filter lets nothing through."
    return (
        "" if any(figure.year == shown.year for figure in shown.figures) else shown.empty_words.capitalize()
    )


def _tint(widget: QWidget) -> QColor:
    colour = QColor(colours_of(widget).selection)
    colour.setAlpha(26)
    return colour
