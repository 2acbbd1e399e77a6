"""The evidence matrix: every cell tells what is known, differs in form, and leads to its claim and year."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from qtpy.QtCore import QRectF, Qt
from qtpy.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QComboBox, QPushButton, QTableView
from widgets import application, settle, words

from desktop.commands import clock, evidence, knowing, menus, years
from desktop.panels.matrix_model import CELL
from desktop.panels.matrix_painting import paint_cell
from desktop.panels.samples import SampleLegend
from desktop.services.texts import write_table
from desktop.state.evidence_text import cell_words, matrix_rows, short_title, subject_of
from geodata.bundled import scenarios as bundled
from geodata.evidence import KINDS, Cell
from resources.palette import palette

NEODYMIUM = "actor.irel/output/nd"
JAPAN = "flow.in-jp.re/trade_mass/re_product"


@pytest.fixture
def shown(panel):
    made, context, port = panel("matrix", size=(1280, 500))
    return made, context, port, made.widget.findChild(QTableView)


def place(table, series, year):
    model = table.model()
    row = next(row for row, line in enumerate(model.lines) if line.series == series)
    return model.index(row, model.column_of(year))


def click(table, index):
    table.scrollTo(index)
    at = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def choose(box, words):
    at = box.findText(words)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_the_table_is_the_matrix_of_the_frame(shown):
    _, context, _, table = shown
    matrix, model = context.store.frame.desk.matrix(), table.model()
    assert (model.rowCount(), model.columnCount()) == (len(matrix.lines), len(matrix.years))
    for row, line in enumerate(matrix.lines):
        assert [model.index(row, at).data(CELL) for at in range(model.columnCount())] == list(line.cells)
    assert model.headerData(0, Qt.Orientation.Horizontal) == matrix.years[0][1]


def test_a_closed_panel_makes_no_matrix(panel):
    made, context, _ = panel("matrix")
    made.widget.hide()
    made._model.matrix = None
    years.go_to(context.store, 2012)
    assert made._model.matrix is None


def test_kinds_differ_in_form_and_not_in_hue_alone():
    application()
    colours = palette("light")
    seen = {}
    cells = [Cell(2025, kind) for kind in KINDS] + [Cell(2025, "actual", since=True, claims=("c",))]
    for cell in [*cells, Cell(2025, "target", since=True), Cell(2025, "actual", rivals=1)]:
        image = QImage(32, 22, QImage.Format.Format_Grayscale8)
        image.fill(QColor(colours.paper))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, QRectF(0, 0, 32, 22), cell, colours)
        painter.end()
        seen[(cell.kind, cell.since, cell.rivals)] = [
            image.pixelColor(x, y).lightness() for x in range(32) for y in range(22)
        ]
    for one, other in combinations(seen, 2):
        unlike = sum(abs(a - b) > 60 for a, b in zip(seen[one], seen[other], strict=True))
        assert unlike >= 12, (one, other)


def test_a_click_selects_the_claim_and_sets_its_year_as_one_step(shown):
    _, context, _, table = shown
    before = context.store.atlas
    index = place(table, JAPAN, 2024)
    click(table, index)
    assert context.store.atlas.clock.year == 2024
    assert context.store.atlas.selection.id == index.data(CELL).claims[0] == "claim.in-jp-2024-sangri"
    context.store.undo()
    assert context.store.atlas == before


def test_a_cell_of_which_nothing_is_told_leads_to_its_year_alone(shown):
    _, context, _, table = shown
    click(table, place(table, NEODYMIUM, 2010))
    assert (context.store.atlas.clock.year, context.store.atlas.selection.id) == (2010, None)


def test_arrow_keys_walk_and_enter_goes(shown):
    made, context, _, table = shown
    table.setFocus()
    table.setCurrentIndex(place(table, NEODYMIUM, 2025))
    assert context.store.atlas.selection.id is None, "walking goes nowhere yet"
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert "Neodymium made, IREL, 2026: 450 t, FY2025-26; target, forecast or plan" in words(made.widget)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert context.store.atlas.clock.year == 2026
    assert context.store.atlas.selection.id.startswith("claim.nd-fy2026")


def test_the_chosen_year_is_marked_without_building_the_table_anew(shown):
    made, context, _, table = shown
    resets = []
    table.model().modelReset.connect(lambda: resets.append(1))
    for year in (2024, 2026):
        years.go_to(context.store, year)
        assert made._cells.column == table.model().column_of(year)
    assert resets == []
    years.go_to(context.store, 1960)
    assert made._cells.column is None


def test_the_years_of_a_range_are_tinted_paler_than_its_last(shown):
    made, context, _, table = shown
    years.go_to(context.store, 2024)
    clock.set_since(context.store, 2022)
    columns = [table.model().column_of(year) for year in (2022, 2023)]
    assert made._cells.before == made._years.before == set(columns)
    ground = {}
    for year in (2021, 2023, 2024):
        box = table.visualRect(table.model().index(0, table.model().column_of(year)))
        ground[year] = table.viewport().grab().toImage().pixelColor(box.left() + 6, box.top() + 3).lightness()
    assert ground[2021] > ground[2023] > ground[2024]


def test_a_fiscal_year_is_never_lettered_like_a_calendar_one(shown):
    made, context, *_ = shown
    calendar, height = made._years._words(), made._years.height()
    assert calendar[:2] == ["’09", "’10"], "with too little air the years would run together"
    clock.set_fiscal(context.store, True)
    settle()
    assert made._years._words()[:2] == ["2009\n-10", "2010\n-11"]
    assert made._years.height() > height + 8
    made.widget.resize(2400, 500)
    settle()
    assert [words.removeprefix("FY") for words in made._years._words()[:2]] == ["2009-10", "2010-11"]
    assert made._years.height() == height
    clock.set_fiscal(context.store, False)
    settle()
    assert made._years._words()[:2] == ["2009", "2010"]


def test_an_empty_matrix_says_so(shown):
    _, context, _, table = shown
    knowing.know_on(context.store, date(1995, 1, 1))
    settle()
    assert table.model().rowCount() == 0
    image = table.viewport().grab().toImage()
    middle = [image.pixelColor(x, image.height() // 2 + dy).lightness()
              for x in range(0, image.width(), 2) for dy in (-4, 0, 4)]  # fmt: skip
    assert max(middle) - min(middle) > 100


def test_subject_and_measure_choose_the_series(shown):
    made, _, _, table = shown
    subject, measure = made.widget.findChildren(QComboBox)
    choose(measure, "Capacity")
    assert {line.series.split("/")[1] for line in table.model().lines} == {"capacity"}
    choose(subject, subject.itemText(1))
    assert len({line.thing for line in table.model().lines}) == 1
    choose(subject, "All subjects")
    choose(measure, "All measures")
    assert table.model().rowCount() == len(table.model().matrix.lines)


def test_hovering_tells_rivals_and_what_was_not_found(shown):
    _, _, _, table = shown
    tip = place(table, NEODYMIUM, 2026).data(Qt.ItemDataRole.ToolTipRole)
    assert "≠ 1 rival figure" in tip
    assert "looked for and not found" in tip
    assert "looked for, not found" in place(table, JAPAN, 2015).data(Qt.ItemDataRole.ToolTipRole)


def test_the_legend_names_every_kind(shown):
    made, *_ = shown
    legend = made.widget.findChild(SampleLegend)
    for kind in KINDS[:-1]:
        assert cell_words(Cell(0, kind, text="x")).split("; ")[-1] in legend.accessibleName()


def test_the_matrix_leaves_whole_as_words(shown, tmp_path):
    made, context, port, _ = shown
    for button in made.widget.findChildren(QPushButton):
        button.click()
    (_, rows, what), (_, saved, name) = (call for call in port.calls if call[0].endswith("_table"))
    assert (what, name, saved) == ("the evidence matrix", "irel-atlas-evidence-2026-11-21", rows)
    matrix = context.store.frame.desk.matrix()
    assert len(rows) == len(matrix.lines) + 1
    at = rows[0].index("2024")
    (japan,) = [row for row in rows if row[1] == JAPAN]
    assert japan[at] == "over 1,000 t, 2024; actual; first of 3 claims"
    path = tmp_path / "matrix.csv"
    write_table(rows, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsubject,series,title,")


def test_no_word_of_a_saved_table_reads_as_a_formula(tmp_path):
    path = tmp_path / "table.csv"
    write_table([("=1+1", "about 40")], path)
    assert path.read_text("utf-8-sig") == "'=1+1,about 40\n"


def test_the_commands_are_in_a_menu(shown):
    _, context, _, _ = shown
    ids = {command.id for command in menus.commands(context.store.frame, ())}
    assert {evidence.COPY.id, evidence.SAVE.id} <= ids
    assert matrix_rows(context.store.frame.desk.matrix(), {})[0][:3] == ("subject", "series", "title")


def test_the_matrix_that_leaves_names_its_scenario_and_its_day(panel):
    _made, context, port = panel("matrix", year=2025)
    store, (scenario, *_) = context.store, bundled()
    store.change("Plan", replace(store.atlas, scenario=scenario, known_on=date(2026, 2, 1)))
    evidence.copy(context)
    ((_, copied, _),) = (call for call in port.calls if call[0] == "copy_table")
    assert copied[0][-1] == "under"
    under = {row[-1] for row in copied[1:]}
    assert len(under) == 1
    assert "scenario: Agreement continues" in under.pop()


def test_a_wide_matrix_letters_every_name_in_full(panel):
    made, _, _ = panel("matrix", size=(1920, 500))
    table = made.widget.findChild(QTableView)
    names, model = table.verticalHeader(), table.model()
    bold = QFont(names.font())
    bold.setBold(True)
    for line in model.lines:
        subject = QFontMetrics(bold).horizontalAdvance(subject_of(line, model.names))
        series = names.fontMetrics().horizontalAdvance(short_title(line))
        assert subject + series + 20 <= names.width()
    columns = model.columnCount() * table.horizontalHeader().defaultSectionSize()
    assert columns <= table.viewport().width()
