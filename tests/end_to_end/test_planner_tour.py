"""The planner's desk by keyboard alone: what if, since when, what was known, compared, and kept for later."""

import json
from datetime import date

import planning
import pytest
from dialogs import answer, type_path
from exporting import export_sheet
from patience import eventually
from planning import BADGES
from qtpy.QtCore import Qt
from qtpy.QtTest import QTest
from qtpy.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListView, QTableView, QTableWidget


@pytest.fixture(autouse=True)
def _no_mouse(monkeypatch):
    """Let nothing be clicked."""

    def refuse(*_values, **_more):
        raise AssertionError("a tour by keyboard alone needs no mouse")

    for name in ("mouseClick", "mousePress", "mouseRelease", "mouseDClick", "mouseMove"):
        monkeypatch.setattr(QTest, name, refuse)


def find(atlas, text: str) -> None:
    atlas.find(text)
    atlas.key(Qt.Key.Key_Return)


def go_to_year(atlas, year: int) -> None:
    find(atlas, str(year))
    eventually(lambda: atlas.store.frame.year == year)


def test_the_planners_tour_by_keyboard_alone(open_atlas, tmp_path):
    atlas = open_atlas()
    choose_a_view(atlas)
    planning.keep_a_view(atlas, tmp_path / "views.json")
    planning.let_the_years_run(atlas)
    lay_a_scenario_over(atlas)
    planning.write_a_scenario(atlas, tmp_path / "copy.json")
    see_a_range(atlas)
    pin_a_layer(atlas)
    know_less(atlas)
    compare_two_years(atlas)
    planning.compare_two_days(atlas)
    planning.compare_with_no_scenario(atlas)
    see_where_the_data_end(atlas)
    reckon(atlas)
    set_promises_beside_deliveries(atlas)
    climb_the_ladder(atlas)
    jump_in_the_history(atlas)
    state = save_the_session(atlas, tmp_path / "plan.atlas")
    atlas.shortcut("Ctrl+Q")
    assert not atlas.window.isVisible()
    atlas = open_atlas()
    open_the_session(atlas, tmp_path / "plan.atlas", state)
    export_it(atlas, tmp_path / "sheet.svg")
    atlas.take_keyboard()
    atlas.shortcut("Ctrl+Q")
    assert not atlas.window.isVisible()


def choose_a_view(atlas) -> None:
    atlas.shortcut("Alt+8")
    listed = atlas.widget(QListView, "Views")
    eventually(listed.hasFocus)
    atlas.key(Qt.Key.Key_Home)
    atlas.key(Qt.Key.Key_Return)
    atlas.rest()
    assert atlas.store.undo_name == "View Plants and mines"
    assert "plants" in atlas.store.atlas.layers.visible


def lay_a_scenario_over(atlas) -> None:
    go_to_year(atlas, 2025)
    atlas.shortcut("Ctrl+Alt+Down")
    seen = []
    while "suspended" not in atlas.store.atlas.scenario.title:
        seen.append(atlas.store.atlas.scenario.title)
        atlas.shortcut("Ctrl+Alt+Down")
        assert len(seen) < 9, "the scenario is not among those at hand"
    atlas.shortcut("Alt+5")
    eventually(lambda: not atlas.dock("scenarios").visibleRegion().isEmpty())
    assert atlas.store.frame.scenario.title == "Exports suspended"


def see_a_range(atlas) -> None:
    atlas.shortcut("Ctrl+Shift+Y")
    atlas.shortcut("Ctrl+Alt+Left")
    clock = atlas.store.atlas.clock
    assert (clock.mode, clock.since, clock.year) == ("range", 2019, 2025)
    atlas.shortcut("Ctrl+Shift+B")
    assert atlas.store.frame.cumulative
    atlas.shortcut("Ctrl+Alt+F")
    assert atlas.store.frame.year_label.startswith("FY")
    atlas.shortcut("Ctrl+Alt+F")
    atlas.shortcut("Ctrl+Shift+Y")
    assert atlas.store.atlas.clock.first is None


def pin_a_layer(atlas) -> None:
    find(atlas, "Pin Plants")
    assert atlas.store.atlas.clock.pin("plants") == 2025
    atlas.shortcut("Ctrl+Alt+P")
    assert atlas.store.atlas.clock.pinned == ()


def know_less(atlas) -> None:
    mines = sum(place.thing.startswith("mine.") for place in atlas.store.frame.places)
    type_a_day(atlas, "1 June 2025")
    assert atlas.store.atlas.known_on == date(2025, 6, 1)
    assert sum(place.thing.startswith("mine.") for place in atlas.store.frame.places) < mines
    atlas.shortcut("Ctrl+Alt+K")
    assert atlas.store.atlas.known_on is None


def type_a_day(atlas, day: str) -> None:
    atlas.shortcut("Ctrl+Shift+K")
    dialog = eventually(QApplication.activeModalWidget)
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    eventually(field.hasFocus)
    QTest.keyClicks(field, day)
    QTest.keyClick(field, Qt.Key.Key_Return)
    eventually(lambda: not dialog.isVisible())
    atlas.take_keyboard()


def compare_two_years(atlas) -> None:
    atlas.shortcut("Ctrl+Alt+V")
    eventually(lambda: len(atlas.evaluate(BADGES)) == 2, "the halves do not say what they are")
    atlas.shortcut("Ctrl+Alt+Shift+Left")
    assert atlas.store.atlas.compare.divider < 0.5
    atlas.shortcut("Ctrl+Alt+H")
    assert atlas.store.atlas.compare.manner == "side"
    atlas.shortcut("Alt+6")
    table = atlas.widget(QTableWidget, "Differences")
    eventually(lambda: table.isVisible() and table.rowCount() > 0)
    planning.tab_to("Differences")
    atlas.key(Qt.Key.Key_Down)
    assert atlas.store.atlas.selection.id is not None, "a row leads to its claim"
    atlas.shortcut("Ctrl+Alt+W")
    assert atlas.store.atlas.compare.manner == "swipe"
    atlas.shortcut("Ctrl+Alt+E")
    assert atlas.store.atlas.compare is None


def see_where_the_data_end(atlas) -> None:
    atlas.shortcut("Alt+1")
    table = atlas.widget(QTableView, "Evidence matrix")
    eventually(table.hasFocus)
    atlas.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    model, year = table.model(), 2012
    place = next(
        (line, column)
        for line in range(model.rowCount())
        for column in range(model.columnCount())
        if model.cell(model.index(line, column)).year == year and model.cell(model.index(line, column)).claims
    )
    while table.currentIndex().row() < place[0]:
        atlas.key(Qt.Key.Key_Down)
    while table.currentIndex().column() < place[1]:
        atlas.key(Qt.Key.Key_Right)
    claims = model.cell(table.currentIndex()).claims
    atlas.key(Qt.Key.Key_Return)
    assert atlas.store.frame.year == year
    assert atlas.store.atlas.selection.id == claims[0]
    go_to_year(atlas, 2025)


def reckon(atlas) -> None:
    atlas.shortcut("Alt+4")
    eventually(lambda: not atlas.dock("balance").visibleRegion().isEmpty())
    words = atlas.words("balance")
    assert "Exports suspended" in words
    assert "Cannot be computed, because" in words


def set_promises_beside_deliveries(atlas) -> None:
    atlas.shortcut("Alt+2")
    eventually(lambda: not atlas.dock("deliveries").visibleRegion().isEmpty())
    assert atlas.dock("deliveries").isAncestorOf(QApplication.focusWidget())


def climb_the_ladder(atlas) -> None:
    atlas.shortcut("Alt+3")
    eventually(lambda: not atlas.dock("ladder").visibleRegion().isEmpty())
    assert atlas.dock("ladder").isAncestorOf(QApplication.focusWidget())


def jump_in_the_history(atlas) -> None:
    store = atlas.store
    before, last = store.atlas, store.history
    atlas.shortcut("Ctrl+H")
    listed = atlas.widget(QListView, "History")
    eventually(listed.hasFocus)
    assert listed.currentIndex().row() == last.present == len(last.names)
    atlas.key(Qt.Key.Key_Home)
    atlas.key(Qt.Key.Key_Return)
    assert (store.atlas.scenario, store.undo_name) == (None, None)
    atlas.key(Qt.Key.Key_End)
    atlas.key(Qt.Key.Key_Return)
    assert (store.atlas.clock, store.atlas.scenario) == (before.clock, before.scenario)
    assert store.history == last
    atlas.rest()


def save_the_session(atlas, path):
    atlas.shortcut("Ctrl+Alt+V")
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Alt+S")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["atlas"]["scenario"]["title"] == "Exports suspended (copy)"
    figures = {figure["claim"]: figure["number"] for figure in document["figures"]}
    assert figures["claim.in-jp-2024-sangri"] == "over 1,000", "only A, 2024, has it"
    atlas.take_keyboard()
    recovery = path.parent / "recovery"
    eventually(
        lambda: any("claim.in-jp-2024-sangri" in kept.read_text() for kept in recovery.glob("*.atlas"))
    )
    return atlas.store.atlas


def open_the_session(atlas, path, state) -> None:
    assert atlas.store.atlas.scenario is None
    answer(QFileDialog, lambda dialog: type_path(dialog, path))
    atlas.shortcut("Ctrl+Alt+O")
    now = atlas.store.atlas
    assert (now.scenario, now.clock, now.layers) == (state.scenario, state.clock, state.layers)
    assert (now.selection, now.compare) == (state.selection, state.compare)
    assert "every figure is as it was" in atlas.said
    atlas.rest()
    atlas.take_keyboard()


def export_it(atlas, sheet) -> None:
    export_sheet(atlas, sheet)
    drawing = sheet.read_text(encoding="utf-8")
    assert "scenario: Exports suspended (copy)" in drawing
    assert "From A to B" in drawing
