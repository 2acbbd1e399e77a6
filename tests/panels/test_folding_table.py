"""The table of figures is as wide as its pane: nothing is scrolled sideways, and no column cuts its words."""

import pytest
from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QFontMetrics
from qtpy.QtWidgets import QMenu, QTableView
from widgets import settle

from desktop.commands import go
from desktop.panels.figures_table import COLUMNS, cell

IMPORTS = "claim.cn-in-magnets-fy2025"


@pytest.fixture
def table_at(panel):
    def make(width):
        made, context, _ = panel("volumes", size=(width, 700))
        go.select(context.store, IMPORTS)
        settle()
        return made.widget.findChild(QTableView)

    return make


def shown(table):
    return [name for place, name in enumerate(COLUMNS) if not table.isColumnHidden(place)]


@pytest.mark.parametrize("width", [320, 340, 384, 520, 700, 1100])
def test_the_columns_have_room_side_by_side(table_at, width):
    table = table_at(width)
    assert table.horizontalScrollBar().maximum() == 0
    assert not table.horizontalScrollBar().isVisible()
    assert {"What", "Period", "Value"} <= set(shown(table))
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) == table.viewport().width()


@pytest.mark.parametrize("width", [340, 384, 520, 700])
def test_what_is_written_of_the_imports_is_not_cut(table_at, width):
    table = table_at(width)
    row = table.currentIndex().row()
    for name in shown(table):
        place = table.model().index(row, COLUMNS.index(name))
        metrics = QFontMetrics(place.data(Qt.ItemDataRole.FontRole) or table.font())
        room = table.visualRect(place).adjusted(8, 0, -8, 0)
        flags = Qt.TextFlag.TextWordWrap
        needed = metrics.boundingRect(0, 0, room.width(), 1000, flags, place.data())
        assert needed.width() <= room.width() + 1, name
        assert needed.height() <= table.rowHeight(row), name


def test_what_has_no_column_of_its_own_is_said_in_another_or_in_the_tip(table_at):
    table = table_at(384)
    place = table.currentIndex()
    figure = table.model().figures[place.row()]
    assert shown(table) == ["What", "Period", "Value"]
    said = table.model().index(place.row(), COLUMNS.index("Period")).data()
    assert said == f"{figure.period}\n{figure.status}, {figure.confidence}"
    assert figure.source_short in place.data(Qt.ItemDataRole.ToolTipRole)


def test_how_sure_a_figure_is_is_not_cut_where_it_stands_below_the_period(table_at):
    table = table_at(384)
    room = table.columnWidth(COLUMNS.index("Period")) - 16
    advance = table.fontMetrics().horizontalAdvance
    for figure in table.model().figures:
        if figure.rank != "deprecated":
            assert advance(f"{figure.status}, {figure.confidence}") <= room, figure


def test_a_wide_table_has_every_column_with_its_own_words(table_at):
    table = table_at(700)
    row = table.currentIndex().row()
    figure = table.model().figures[row]
    assert shown(table) == list(COLUMNS)
    for place in range(len(COLUMNS)):
        assert table.model().index(row, place).data() == cell(figure, place)


def test_a_table_that_grows_unfolds(table_at):
    table = table_at(384)
    table.window().resize(700, 700)
    settle()
    assert shown(table) == list(COLUMNS)


def test_the_head_sorts_by_what_has_no_column(table_at):
    table = table_at(384)
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    menu = table.findChild(QMenu)
    (sort,) = (action for action in menu.actions() if action.text() == "Sort by source")
    sort.trigger()
    menu.close()
    sources = [cell(figure, COLUMNS.index("Source")).casefold() for figure in table.model().figures]
    assert sources == sorted(sources)


def test_the_box_says_the_series_in_whole_words(panel):
    made, _, _ = panel("volumes", size=(384, 500))
    box = made._series
    assert box.currentText() == "Permanent magnets, all origins to India, by fiscal year, thousand tonnes"
    room = box.width() - 40
    assert box._fitting(box.currentText(), room) == "Permanent magnets, all origins to India"
    assert "thousand tonnes" in box.toolTip()
