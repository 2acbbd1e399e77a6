"""Chart and table tell the same figures, mark the year, select together, and sort."""

from datetime import date

import pytest
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QComboBox, QPushButton, QTableView
from widgets import click, settle, words

from desktop.commands import figures, go, knowing, years
from desktop.panels.chart import ChartView
from desktop.panels.figures_table import COLUMNS


@pytest.fixture
def shown(panel):
    made, context, _ = panel("volumes", size=(700, 700))
    return made, context.store, made.widget.findChild(QTableView)


def claims(table):
    return [figure.claim for figure in table.model().figures]


def cells(table, column):
    model = table.model()
    return [model.index(row, COLUMNS.index(column)).data() for row in range(model.rowCount())]


def test_the_table_holds_every_figure_of_the_frame(shown):
    _, store, table = shown
    assert claims(table) == [figure.claim for figure in store.frame.figures]
    assert table.model().columnCount() == len(COLUMNS)


def test_a_step_of_the_year_marks_other_rows_and_builds_none(shown):
    _, store, table = shown
    resets = []
    table.model().modelReset.connect(lambda: resets.append(1))

    def marked():
        model = table.model()
        ground = Qt.ItemDataRole.BackgroundRole
        return {model.figures[r].year for r in range(model.rowCount()) if model.index(r, 0).data(ground)}

    assert marked() == {2025}
    years.go_to(store, 2024)
    assert marked() == {2024}
    assert resets == []


def test_the_row_at_the_top_stays_there_when_other_figures_come(shown):
    _, store, table = shown
    settle()
    before = table.model().figures[table.rowAt(0)]
    assert before.claim in {bar.claim for chart in store.frame.charts for bar in chart.bars}
    for day in (date(2025, 7, 1), None):
        knowing.know_on(store, day)
        settle()
        assert table.model().figures[table.rowAt(0)].claim == before.claim, day


@pytest.mark.parametrize("column", COLUMNS)
def test_sorting_by_any_column_keeps_every_row_and_turns_round(shown, column):
    _, store, table = shown
    place = COLUMNS.index(column)
    table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    up = cells(table, column)
    table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    assert sorted(claims(table)) == sorted(figure.claim for figure in store.frame.figures)
    assert up != cells(table, column)


def test_values_sort_as_numbers_and_what_was_not_found_stands_last(shown):
    _, _, table = shown
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(COLUMNS.index("Value"), order)
        values = [figure.sort_value for figure in table.model().figures]
        known = [value for value in values if value is not None]
        assert values[: len(known)] == known
        assert known == sorted(known, reverse=order == Qt.SortOrder.DescendingOrder)


def test_a_click_on_a_row_selects_its_claim_and_the_store_marks_the_row(shown):
    _, store, table = shown
    place = table.model().index(3, 0)
    table.scrollTo(place)
    click(table.viewport(), table.visualRect(place).center())
    assert store.atlas.selection.id == claims(table)[3]
    go.select(store, "claim.cn-in-magnets-fy2025")
    assert claims(table)[table.currentIndex().row()] == "claim.cn-in-magnets-fy2025"
    go.select(store, None)
    assert not table.selectionModel().hasSelection()


def test_the_mark_stays_with_its_claim_when_the_table_is_sorted(shown):
    _, store, table = shown
    go.select(store, "claim.cn-in-magnets-fy2025")
    table.sortByColumn(COLUMNS.index("Value"), Qt.SortOrder.AscendingOrder)
    settle()
    assert store.atlas.selection.id == "claim.cn-in-magnets-fy2025"
    assert claims(table)[table.currentIndex().row()] == "claim.cn-in-magnets-fy2025"


def test_the_arrow_keys_walk_the_rows(shown):
    _, store, table = shown
    go.select(store, claims(table)[0])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert store.atlas.selection.id == claims(table)[1]


def test_choosing_a_series_shows_its_chart(shown):
    made, store, _ = shown
    box = made.widget.findChild(QComboBox)
    assert [box.itemData(n) for n in range(box.count())] == [chart.series for chart in store.frame.charts]
    box.setFocus()
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    assert store.frame.chart == store.frame.charts[-1].series
    assert made.widget.findChild(ChartView)._model is store.frame.charts[-1]


def test_picking_a_bar_selects_its_claim(shown):
    made, store, _ = shown
    chart = made.widget.findChild(ChartView)
    chart.picked.emit(chart._model.bars[0].claim)
    assert store.atlas.selection.id == chart._model.bars[0].claim


def test_the_filter_narrows_both_and_says_how_to_get_all_back(shown):
    made, store, table = shown
    figures.toggle_status(store, "target")
    assert set(cells(table, "Status")) <= {"target", "target, deprecated"}
    assert "Filter: 1" in [button.text() for button in made.widget.findChildren(type(made._filter))]
    button = next(b for b in made.widget.findChildren(QPushButton) if b.text() == "Show all figures")
    button.click()
    assert claims(table) == [figure.claim for figure in store.frame.figures]
    assert not button.isVisible()


def test_a_filter_that_lets_nothing_through_says_so(shown):
    made, store, table = shown
    figures.toggle_status(store, "provisional")
    figures.toggle_substance(store, "ore")
    assert table.model().rowCount() == 0
    assert "The filter lets nothing through." in words(made.widget)
    assert not made.widget.findChild(ChartView).isVisible()


def test_a_year_without_figures_says_where_the_next_are(shown):
    made, store, _ = shown
    years.go_to(store, 1973)
    assert "No figures found for 1973; next figures" in words(made.widget)


def test_the_filter_menu_lists_evidence_and_substance_as_they_stand(shown):
    made, store, _ = shown
    figures.toggle_substance(store, "nd")
    menu = made._filter.menu()
    menu.aboutToShow.emit()
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["Neodymium"]
    next(action for action in menu.actions() if action.text() == "Estimate").trigger()
    assert store.atlas.filter.statuses == {"estimate"}


def test_rows_tell_letters_rivals_confidence_and_paragraph(shown):
    _, store, table = shown
    figure = next(figure for figure in store.frame.figures if figure.rivals and figure.letter)
    row = table.model().row_of(figure.claim)
    told = [table.model().index(row, column).data() for column in range(len(COLUMNS))]
    assert told[COLUMNS.index("Value")] == f"{figure.text} {figure.letter} ≠"
    assert figure.confidence in told
    assert told[-1] == f"{figure.source_short}, {figure.locator}"
    tip = table.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "rival figure" in tip
